"""Dated breaks in reporting (``data/regimes/breaks.toml``): from then on the same number means something else."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from skyledger.errors import PackError

REGIMES_FILE = "regimes/breaks.toml"
_NEEDED = ("id", "region", "from", "affects", "act", "source")


class Affects(StrEnum):
    """What a break changes."""

    ATTACKS = "attacks"
    ALERTS = "alerts"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One change in how a region is reported.

    Attributes:
        id: Of the pack entry.
        region: ISO 3166-2 of a region, or ISO 3166-1 of a country.
        begins: First night under it.
        ends: Last night under it; None while it holds.
        affects: What it changes.
        act: The order, law or announcement, in one sentence.
        source: Where that can be read.
    """

    id: str
    region: str
    begins: date
    ends: date | None
    affects: Affects
    act: str
    source: str


def parse_regimes(toml: str, name: str = REGIMES_FILE) -> tuple[Break, ...]:
    """Read breaks.

    Args:
        toml: The text of the file.
        name: How errors call the file.

    Returns:
        The breaks, by date.

    Raises:
        PackError: The TOML is broken, a key is unknown, missing or of the wrong type, or an id is there twice.
    """
    try:
        raw = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: not valid TOML: {error}") from error
    if unknown := sorted(raw.keys() - {"break"}):
        raise PackError(f"{name}: unknown key {unknown[0]!r} (known: break)")
    entries = raw.get("break", [])
    if not isinstance(entries, list):
        raise PackError(f"{name}: break must be a list of tables, [[break]]")
    found = [_break(entry, f"{name}: break {number}") for number, entry in enumerate(entries, 1)]
    ids = [b.id for b in found]
    if len(set(ids)) < len(ids):
        raise PackError(f"{name}: id {next(i for i in ids if ids.count(i) > 1)!r} is there twice")
    return tuple(sorted(found, key=lambda b: (b.begins, b.id)))


def _break(entry: Any, place: str) -> Break:
    if not isinstance(entry, dict):
        raise PackError(f"{place}: must be a table")
    if unknown := sorted(entry.keys() - {*_NEEDED, "to"}):
        raise PackError(f"{place}: unknown key {unknown[0]!r}")
    if missing := [key for key in _NEEDED if key not in entry]:
        raise PackError(f"{place}: needs {missing[0]}")
    for key in ("id", "region", "affects", "act", "source"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise PackError(f"{place}: {key} must be a text")
    ends = None if "to" not in entry else _date(entry["to"], f"{place}: to")
    begins = _date(entry["from"], f"{place}: from")
    if ends is not None and ends < begins:
        raise PackError(f"{place}: to lies before from")
    if entry["affects"] not in {*Affects}:
        raise PackError(f"{place}: affects must be one of {', '.join(Affects)}, not {entry['affects']!r}")
    return Break(
        id=entry["id"],
        region=entry["region"],
        begins=begins,
        ends=ends,
        affects=Affects(entry["affects"]),
        act=entry["act"],
        source=entry["source"],
    )


def _date(value: Any, place: str) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise PackError(f"{place} must be a date, such as 2025-12-11, without quotes")
    return value


@cache
def load_regimes() -> tuple[Break, ...]:
    """Return the shipped breaks, by date."""
    source = files("skyledger").joinpath("data", *REGIMES_FILE.split("/"))
    return parse_regimes(source.read_text("utf-8"), REGIMES_FILE)
