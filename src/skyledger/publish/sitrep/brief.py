"""The report for a morning read: what matters first, one row a region, one line a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from skyledger.model import Claim
from skyledger.publish.sitrep.brief_headlines import build_headline_rows
from skyledger.publish.sitrep.brief_regions import build_region_rows
from skyledger.publish.sitrep.brief_words import Refs, Row, short_claim, short_closing
from skyledger.publish.sitrep.outline import summary
from skyledger.publish.sitrep.records import Conflict, Sitrep
from skyledger.publish.words import REASONS, clean_text, speaker_short

_PARTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading with its rows; ``note`` stands below the heading."""

    title: str
    rows: tuple[Row, ...]
    note: str = ""


def build_brief(sitrep: Sitrep) -> tuple[Block, ...]:
    """Return the blocks of the short report, without the documents."""
    refs = Refs(sitrep)
    blocks = (
        Block(title="Headlines", rows=tuple(build_headline_rows(sitrep, refs)), note=summary(sitrep)),
        Block(title="Conflicts and totals", rows=tuple(_conflicts(sitrep, refs))),
        Block(title="Airports", rows=tuple(_airports(sitrep, refs)), note=_told_note(sitrep)),
        Block(
            title="By region",
            rows=tuple(build_region_rows(sitrep, refs)),
            note="Local hours; without hours: the whole night. Figures inside a national total are never added to it.",
        ),
        Block(title="Not known", rows=tuple(_unknowns(sitrep, refs))),
    )
    return tuple(b for b in blocks if b.rows or b.title == "By region")


def _told_note(sitrep: Sitrep) -> str:
    told = any(c.closed_told or c.opened_told for a in sitrep.airports for c in a.closings)
    return "≈ stands where no time is stated: the time of the announcement." if told else ""


def _conflicts(sitrep: Sitrep, refs: Refs) -> list[Row]:
    open_, sums = [c for c in sitrep.conflicts if not c.agrees], [c for c in sitrep.conflicts if c.agrees]
    rows = [_total(c, sitrep, refs) if c.verdict else _dispute(c, sitrep, refs) for c in open_]
    if sums:
        agreed = ", ".join(f"{c.statements[0].value} {refs([c.statements[0].claim])}" for c in sums)
        rows.append(Row(name="adds up", text=f"{agreed}: the parts of each list come to its total"))
    return rows


def _dispute(conflict: Conflict, sitrep: Sitrep, refs: Refs) -> Row:
    """Who says what, one entry a value."""
    said: dict[str, dict[str, list[str]]] = {}
    for statement in conflict.statements:
        speaker = speaker_short(sitrep.claims[statement.claim].speaker)
        said.setdefault(statement.value, {}).setdefault(speaker, []).append(statement.claim)
    words = (
        f"{value}: {', '.join(f'{who} {refs(claims)}' for who, claims in by.items())}" for value, by in said.items()
    )
    return Row(name="disputed", strong=conflict.title, text="; ".join(words))


def _total(conflict: Conflict, sitrep: Sitrep, refs: Refs) -> Row:
    name = conflict.verdict.partition(" (")[0].partition(":")[0]
    total, parts = conflict.statements[0], [s for s in conflict.statements if s.role == "part"]
    where = refs([s.claim for s in conflict.statements])
    if name == "cannot be checked" and len(parts) <= _PARTS:
        listed = "; ".join(s.value for s in parts)
        strong = conflict.title.partition(":")[0]
        who = speaker_short(sitrep.claims[total.claim].speaker)
        text = f"{who}, against {listed}: not a complete list {where}"
        return Row(name="unchecked", strong=strong, text=text)
    name = {"part of the total is not allocated": "unallocated"}.get(name, name)
    return Row(name=name, strong=conflict.title.partition(":")[0], text=f"{conflict.sentence} {where}")


def _airports(sitrep: Sitrep, refs: Refs) -> list[Row]:
    rows = []
    for row in sitrep.airports:
        told = [f"{short_closing(c, sitrep.night)} {refs(c.claims)}" for c in row.closings]
        for line in row.diversions:
            number = "; ".join(f.value for f in line.figures) or "number not reported"
            told.append(f"flights diverted {number} {refs(line.claims)}")
        name = clean_text(row.airport.name).replace(" International Airport", "").replace(" Airport", "")
        rows.append(Row(name=f"{name} {row.airport.id}", text="; ".join(told)))
    return rows


def _unknowns(sitrep: Sitrep, refs: Refs) -> list[Row]:
    unknowns = sitrep.unknowns
    rows = []
    if unknowns.silent:
        rows.append(
            Row(name="silent", text=f"{', '.join(unknowns.silent)}: nothing was read, which is unknown, not calm")
        )
    for name, ids in (("no place", unknowns.without_place), ("no time", unknowns.without_time)):
        if ids:
            rows.append(Row(name=name, text=_gathered([sitrep.claims[c] for c in ids], refs)))
    for group in unknowns.issues:
        words = ", ".join(dict.fromkeys(f"«{clean_text(i.text)}»" for i in group.issues if i.text))
        texts = refs.of_documents([i.document_id for i in group.issues])
        number = f"{len(group.issues)} × " if len(group.issues) > 1 else ""
        rows.append(Row(name="doubt", text=f"{number}{clean_text(group.issues[0].message)} {words} {texts}".strip()))
    for held in unknowns.withheld:
        what = "passage" if held.what == "text" else held.what
        many = "" if held.number == 1 else "s"
        rows.append(Row(name="withheld", text=f"{held.number} {what}{many}: {REASONS.get(held.reason, held.reason)}"))
    if sitrep.background:
        told = _gathered([sitrep.claims[c] for c in sitrep.background], refs)
        rows.append(Row(name="other times", text=f"mentioned in passing, counted nowhere: {told}"))
    return rows


def _gathered(claims: Sequence[Claim], refs: Refs) -> str:
    said: dict[str, list[str]] = {}
    for claim in claims:
        said.setdefault(short_claim(claim), []).append(claim.id)
    times = {words: f"{len(ids)} × " if len(ids) > 1 else "" for words, ids in said.items()}
    return "; ".join(f"{times[words]}{words} {refs(ids)}" for words, ids in said.items())
