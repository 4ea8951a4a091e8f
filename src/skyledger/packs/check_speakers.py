"""Faults of the speakers packs: who holds which office when, and whether what an entry points at is there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from skyledger.model.kinds import Side
from skyledger.packs.faults import PackFault
from skyledger.packs.normalise import tokenise
from skyledger.packs.shapes import BODY, OFFICIAL, KeyPath
from skyledger.packs.source_file import SourceFile, read_source
from skyledger.packs.speakers_source import first_day, last_day
from skyledger.packs.vocabulary import BODY_ROLES, PERSON_ROLES

_SHAPES = {"official": OFFICIAL, "body": BODY}
# Offices with one holder at a time; several people may speak as ministry or spokesperson.
_SINGLE_OFFICES = frozenset({"governor", "mayor", "city_administration"})
# A boundary may share its day with the next; written as a month or a year it is read at its widest.
_SHARED_DAYS = {len("2024-06-30"): 1, len("2024-06"): 31, len("2024"): 366}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One table of a speakers file that has the right shape."""

    source: SourceFile
    path: KeyPath
    kind: str
    raw: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    def fault(self, key: str, text: str) -> PackFault:
        return self.source.fault((*self.path, key), self.id, text)


def check_speakers(data: Path, regions: frozenset[str]) -> Iterator[PackFault]:
    """Yield the faults of every file under ``data/speakers``.

    Args:
        data: The packs' folder.
        regions: ISO 3166-2 ids that the gazetteer has.
    """
    entries: list[_Entry] = []
    for path in sorted((data / "speakers").glob("*/*.toml")):
        source = read_source(path, path.relative_to(data).as_posix())
        if isinstance(source, PackFault):
            yield source
            continue
        yield from source.unknown_tables(frozenset(_SHAPES))
        for kind, shape in _SHAPES.items():
            for number, raw in source.tables(kind):
                key = raw.get("id", "") if isinstance(raw, dict) else ""
                faults = source.shape_faults(raw, shape, (kind, number), str(key))
                yield from faults
                if not faults:
                    entries.append(_Entry(source=source, path=(kind, number), kind=kind, raw=raw))
    bodies = frozenset(entry.id for entry in entries if entry.kind == "body")
    for entry in entries:
        yield from _check_entry(entry, regions, bodies)
    yield from _check_ids(entries)
    yield from _check_handles(entries)
    yield from _check_terms_of_office(entries)


def _check_entry(entry: _Entry, regions: frozenset[str], bodies: frozenset[str]) -> Iterator[PackFault]:
    raw = entry.raw
    roles = BODY_ROLES if entry.kind == "body" else BODY_ROLES | PERSON_ROLES
    if raw["role"] not in roles:
        yield entry.fault("role", f"unknown role {raw['role']!r} (known: {', '.join(sorted(roles))})")
    if raw["side"] not in set(Side):
        yield entry.fault("side", f"side must be {', '.join(Side)}, not {raw['side']!r}")
    if raw.get("region") and raw["region"] not in regions:
        yield entry.fault("region", f"region {raw['region']!r} is not in the gazetteer")
    if raw.get("speaks_for") and raw["speaks_for"] not in bodies:
        yield entry.fault("speaks_for", f"names no body: {raw['speaks_for']!r}")
    if raw.get("gender", "m") not in ("m", "f"):
        yield entry.fault("gender", f"gender must be 'm' or 'f', not {raw['gender']!r}")
    if raw.get("surname", "word") not in ("common", "word"):
        yield entry.fault("surname", f"surname must be 'common' or 'word', not {raw['surname']!r}")
    start, end = first_day(raw.get("start"), entry.id), last_day(raw.get("end"), entry.id)
    if start is not None and end is not None and end < start:
        yield entry.fault("end", f"end {raw['end']} is before start {raw['start']}")
    if entry.kind == "body":
        yield from _check_body(entry)


def _check_body(entry: _Entry) -> Iterator[PackFault]:
    aliases = [alias for names in entry.raw["aliases"].values() for alias in names]
    for name in entry.raw.get("generic", ()):
        if name not in aliases:
            yield entry.fault("generic", f"{name!r} is none of its aliases")
    if not aliases:
        yield entry.fault("aliases", "has no alias in any language")


def check_body_examples(data: Path, surfaces: Mapping[str, frozenset[str]]) -> Iterator[PackFault]:
    """Yield the bodies that are not found in their own example.

    Args:
        data: The packs' folder.
        surfaces: Normalised surfaces by body id.
    """
    for path in sorted((data / "speakers").glob("*/*.toml")):
        source = read_source(path, path.relative_to(data).as_posix())
        if isinstance(source, PackFault):
            continue  # reported by check_speakers
        for number, raw in source.tables("body"):
            if source.shape_faults(raw, BODY, ()):
                continue
            joined = tokenise(raw["example"]).joined
            if not any(f" {surface} " in joined for surface in surfaces.get(raw["id"], ())):
                said = f"the body is not found in its example {raw['example']!r}"
                yield source.fault(("body", number, "example"), raw["id"], said)


def _check_ids(entries: Sequence[_Entry]) -> Iterator[PackFault]:
    first: dict[str, _Entry] = {}
    for entry in entries:
        known = first.setdefault(entry.id, entry)
        if known is not entry:
            place = f"{known.source.name}:{known.source.line_of((*known.path, 'id'))}"
            yield entry.fault("id", f"this id stands twice, first at {place}")


def _check_handles(entries: Sequence[_Entry]) -> Iterator[PackFault]:
    owners: dict[str, _Entry] = {}
    for entry in entries:
        for handle in entry.raw.get("handles", ()):
            if handle != handle.lower() or not handle.isascii() or not handle.replace("_", "").isalnum():
                yield entry.fault("handles", f"{handle!r}: user names in lower case without @")
            owner = owners.setdefault(handle, entry)
            if [owner.raw.get(k) for k in ("role", "region")] != [entry.raw.get(k) for k in ("role", "region")]:
                yield entry.fault("handles", f"{handle!r} belongs to another office too: {owner.id}")


def _check_terms_of_office(entries: Sequence[_Entry]) -> Iterator[PackFault]:
    holders: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "official" and entry.raw["role"] in _SINGLE_OFFICES and not entry.raw.get("acting"):
            office = tuple(str(entry.raw.get(key, "")) for key in ("role", "region", "side", "city"))
            holders[office].append(entry)
    for terms in holders.values():
        for one, two in combinations(sorted(terms, key=_first_day), 2):
            yield from _check_succession(one, two)


def _first_day(entry: _Entry) -> date:
    return first_day(entry.raw.get("start"), entry.id) or date.min


def _check_succession(earlier: _Entry, later: _Entry) -> Iterator[PackFault]:
    end, start = last_day(earlier.raw.get("end"), earlier.id), first_day(later.raw.get("start"), later.id)
    if end is None:
        yield earlier.fault("end", f"has no end although {later.id} follows in the same office")
    elif start is None:
        if earlier.raw.get("start") is None:
            return
        yield later.fault("start", f"has no start although {earlier.id} held the same office")
    else:
        allowed = max(_SHARED_DAYS[len(str(written))] for written in (earlier.raw["end"], later.raw["start"]))
        if (end - start).days + 1 > allowed:
            yield later.fault("start", f"starts {start} while {earlier.id} holds the same office until {end}")
