"""Hand labels of real texts that lie outside the project (evaluation/labels/README.md).

A label file names rows of a file by number and says what a careful reader finds there; it holds no word of the texts.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skyledger.errors import UsageError
from skyledger.model import ClaimStatus, Fate, Harm, Interval, Kind, ObjectType

Json = Mapping[str, Any]
RowKey = tuple[str, int]

# Sevastopol lies in Crimea for most writers: told apart by ISO, not here.
ONE_REGION = {"UA-40": "UA-43"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelClaim:
    """One labelled claim.

    Attributes:
        count: The number, or None where the text gives none.
        any_count: The number is not judged (strikes are counted, or a singular may be given or left).
        regions: Region, country and sea ids the claim lies in; empty when the text names no place.
        anywhere: The place is not judged.
        optional: A careful reader may give it or leave it.
    """

    kind: Kind
    fate: Fate | None
    object: ObjectType | None
    count: Interval | None
    any_count: bool
    regions: frozenset[str]
    anywhere: bool
    harm: Harm | None
    status: ClaimStatus
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """What one row reports.

    Attributes:
        file: Path of the file inside the data folder, ``""`` in a label file of one stream.
        row: 0-based number of the row.
        live: The row tracks something in flight or warns of it.
        relevant: Whether the row is news of an attack; None where that was not labelled.
    """

    file: str
    row: int
    claims: tuple[LabelClaim, ...]
    live: bool
    relevant: bool | None
    note: str

    @property
    def key(self) -> RowKey:
        """File and row number."""
        return self.file, self.row

    @property
    def required(self) -> tuple[LabelClaim, ...]:
        """Labels a prediction must answer."""
        return tuple(c for c in self.claims if not c.optional)


def load_labels(path: Path) -> tuple[LabelRow, ...]:
    """Read a label file.

    Raises:
        UsageError: A line is no label or a row is labelled twice; names file, line and fault.
    """
    rows: dict[RowKey, LabelRow] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as labels: {error}") from error
    for number, line in enumerate(lines, 1):
        try:
            row = _read_row(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"{path}:{number}: no label: {error!r}") from error
        if row.key in rows:
            raise UsageError(f"{path}:{number}: row {row.row} is labelled twice")
        rows[row.key] = row
    return tuple(rows.values())


def _read_row(value: Json) -> LabelRow:
    row = value["row"]
    if not isinstance(row, int) or row < 0:
        raise ValueError(f"row is {row!r}")
    return LabelRow(
        file=value.get("file", ""),
        row=row,
        claims=tuple(_read_claim(c) for c in value["claims"]),
        live=bool(value.get("live", False)),
        relevant=value.get("relevant"),
        note=value.get("note", ""),
    )


def _read_claim(value: Json) -> LabelClaim:
    harm, low, place = value["harm"], value["low"], value["place"]
    return LabelClaim(
        kind=Kind(value["kind"]),
        fate=None if value["fate"] is None else Fate(value["fate"]),
        object=None if value["object"] is None else ObjectType(value["object"]),
        count=None if low is None else Interval(low=low, high=value["high"]),
        any_count=bool(value.get("any_count", False)),
        regions=frozenset(_label_regions(place)),
        anywhere=place == "any",
        harm=None if harm is None else Harm(**{k: Interval(low=v[0], high=v[1]) for k, v in harm.items()}),
        status=ClaimStatus(value["status"]),
        optional=bool(value.get("optional", False)),
    )


def _label_regions(place: Any) -> Iterator[str]:
    if place is None or place == "any":
        return
    if isinstance(place, str):
        yield ONE_REGION.get(place, place)
    elif "parts" in place:
        for part in place["parts"]:
            yield from _label_regions(part)
    else:
        yield ONE_REGION.get(place["region"], place["region"])
