"""Reading the gold set: documents with the claims a careful reader finds in them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skyledger.errors import UsageError
from skyledger.model import (
    ClaimStatus,
    Count,
    Document,
    Fate,
    Harm,
    Interval,
    Kind,
    Lang,
    Modality,
    ObjectType,
    Outlet,
    PlaceKind,
    Qualifier,
    TimePrecision,
    TimeRange,
    Unit,
)

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """A place as labelled: an id where ids are public knowledge, else an English name in a region.

    Attributes:
        id: ISO, ICAO or ``sea:`` id, or ``""``.
        name: English name of a settlement or district, or ``""``.
        region: ISO 3166-2 id the named place lies in, or ``""``.
        kind: Settlement or district where a name is given, else None.
        implied: The text has no words for it (a national bulletin); a prediction may leave it out.
        parts: Members of a list.
    """

    id: str = ""
    name: str = ""
    region: str = ""
    kind: PlaceKind | None = None
    implied: bool = False
    parts: tuple["GoldPlace", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One labelled claim; fields as in :class:`skyledger.model.Claim`.

    Attributes:
        optional: A careful reader may give it or leave it; never counted as missed, nor as invented.
        time_implied: No words of the text give the time; a prediction may leave it out.
        trigger: Words the label rests on, for the error list.
        spans: Field, start and stop of each span the label quotes.
    """

    kind: Kind
    fate: Fate | None
    object: ObjectType | None
    count: Count | None
    place: GoldPlace | None
    time: TimeRange | None
    time_implied: bool
    speaker_role: str
    speaker_name: str
    modality: Modality
    status: ClaimStatus
    aggregate: bool
    harm: Harm | None
    to: tuple[str, ...]
    optional: bool
    trigger: str
    spans: tuple[tuple[str, int, int], ...] = ()
    detail: str = ""

    @property
    def has_speaker(self) -> bool:
        """Tell whether the text names who asserts it."""
        return bool(self.speaker_role or self.speaker_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """One labelled document."""

    document: Document
    claims: tuple[GoldClaim, ...]
    tags: tuple[str, ...]
    split: str
    notes: str = ""


def load_gold(path: Path) -> tuple[GoldDocument, ...]:
    """Read one gold file, or every ``*.jsonl`` of a folder, or else of its folder ``gold``, in name order.

    Raises:
        UsageError: The path holds no gold, or a line is malformed; names file, line and fault.
    """
    files = _gold_files(path)
    documents: list[GoldDocument] = []
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{file}: cannot be read as gold: {error}") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                documents.append(_read_document(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UsageError(f"{file}:{number}: no gold document: {error!r}") from error
    if not documents:
        raise UsageError(f"{path}: no gold documents found")
    return tuple(documents)


def _gold_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(path.glob("*.jsonl")) or sorted((path / "gold").glob("*.jsonl"))


def _read_document(value: Json) -> GoldDocument:
    title, body = value.get("title"), value["text"]
    text = body if title is None else f"{title}\n\n{body}"
    published = value.get("published")
    outlet = value.get("outlet") or {}
    return GoldDocument(
        document=Document(
            id=value["id"],
            text=text,
            title=title,
            lang=Lang(value.get("lang", "und")),
            published_at=None if published is None else datetime.fromisoformat(published).astimezone(UTC),
            outlet=Outlet(name=outlet.get("name", ""), handle=outlet.get("handle", ""), type=outlet.get("type", "")),
            reader="gold/1",
        ),
        claims=tuple(_read_claim(c, text) for c in value["claims"]),
        tags=tuple(value.get("tags", ())),
        split=value.get("split", "tune"),
        notes=value.get("notes", ""),
    )


def _read_claim(value: Json, text: str) -> GoldClaim:
    speaker = value.get("speaker") or {}
    time = value.get("time")
    harm = value.get("harm")
    spans = tuple((name, start, stop) for name, (start, stop) in (value.get("spans") or {}).items())
    trigger = next((text[start:stop] for name, start, stop in spans if name == "trigger"), "")
    return GoldClaim(
        kind=Kind(value["kind"]),
        fate=None if value.get("fate") is None else Fate(value["fate"]),
        object=None if value.get("object") is None else ObjectType(value["object"]),
        count=_read_count(value.get("count")),
        place=_read_place(value.get("place")),
        time=_read_time(time),
        time_implied=time is not None and bool(time.get("implied")),
        speaker_role=speaker.get("role", ""),
        speaker_name=speaker.get("name", ""),
        modality=Modality(value.get("modality", "asserted")),
        status=ClaimStatus(value.get("status", "current")),
        aggregate=bool(value.get("aggregate", False)),
        harm=None
        if harm is None
        else Harm(**{k: _read_interval(harm.get(k)) for k in ("killed", "injured", "children")}),
        to=tuple(value.get("to", ())),
        optional=bool(value.get("optional", False)),
        trigger=trigger,
        spans=spans,
        detail=value.get("detail", ""),
    )


def _read_count(value: Json | None) -> Count | None:
    if value is None:
        return None
    return Count(
        low=value["low"],
        high=value["high"],
        stated=value["stated"],
        qualifier=Qualifier(value["qualifier"]),
        unit=Unit(value["unit"]),
        text=value["text"],
    )


def _read_interval(value: Json | None) -> Interval | None:
    return None if value is None else Interval(low=value["low"], high=value["high"])


def _read_time(value: Json | None) -> TimeRange | None:
    if value is None:
        return None
    start, end = (None if value[k] is None else datetime.fromisoformat(value[k]) for k in ("start", "end"))
    return TimeRange(start=start, end=end, precision=TimePrecision(value["precision"]), text=value.get("text", ""))


def _read_place(value: Json | str | None) -> GoldPlace | None:
    if value is None:
        return None
    if isinstance(value, str):
        return GoldPlace(id=value)
    parts = tuple(p for p in (_read_place(m) for m in value.get("parts", ())) if p is not None)
    return GoldPlace(
        id=value.get("id", ""),
        name=value.get("name", ""),
        region=value.get("region", ""),
        kind=PlaceKind(value["kind"]) if value.get("kind") else None,
        implied=bool(value.get("implied")),
        parts=parts,
    )
