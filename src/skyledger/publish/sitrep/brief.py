"""The report for a morning read: what matters first, one row a region, one line a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from skyledger.model import Claim, TotalVerdict
from skyledger.publish.sitrep.brief_headlines import build_headline_rows
from skyledger.publish.sitrep.brief_regions import build_region_rows
from skyledger.publish.sitrep.brief_words import Refs, Row, short_claim, short_closing
from skyledger.publish.sitrep.outline import summary, withheld_words
from skyledger.publish.sitrep.records import Conflict, Sitrep
from skyledger.publish.words import clean_text, reason_words, speaker_short
from skyledger.say import say

_PARTS = 12
_RESULTS = {
    TotalVerdict.CONSISTENT: "adds up",
    TotalVerdict.CANNOT_BE_CHECKED: "cannot be checked",
    TotalVerdict.RESIDUAL: "unallocated",
    TotalVerdict.CONTRADICTION: "contradiction",
}


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
        Block(title=say("Headlines"), rows=tuple(build_headline_rows(sitrep, refs)), note=summary(sitrep)),
        Block(title=say("Conflicts and totals"), rows=tuple(_conflicts(sitrep, refs))),
        Block(title=say("Airports"), rows=tuple(_airports(sitrep, refs)), note=_told_note(sitrep)),
        Block(
            title=say("By region"),
            rows=tuple(build_region_rows(sitrep, refs)),
            note=say(
                "Local hours; without hours: the whole night. Figures inside a national total are never added to it."
            ),
        ),
        Block(title=say("Not known"), rows=tuple(_unknowns(sitrep, refs))),
    )
    return tuple(b for b in blocks if b.rows or b.title == say("By region"))


def _told_note(sitrep: Sitrep) -> str:
    told = any(c.closed_told or c.opened_told for a in sitrep.airports for c in a.closings)
    return say("≈ stands where no time is stated: the time of the announcement.") if told else ""


def _conflicts(sitrep: Sitrep, refs: Refs) -> list[Row]:
    open_, sums = [c for c in sitrep.conflicts if not c.agrees], [c for c in sitrep.conflicts if c.agrees]
    rows = [_total(c, sitrep, refs) if c.verdict else _dispute(c, sitrep, refs) for c in open_]
    if sums:
        agreed = ", ".join(f"{c.statements[0].value} {refs([c.statements[0].claim])}" for c in sums)
        rows.append(Row(name=say("adds up"), text=f"{agreed}: {say('the parts of each list come to its total')}"))
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
    return Row(name=say("disputed"), strong=conflict.title, text="; ".join(words))


def _total(conflict: Conflict, sitrep: Sitrep, refs: Refs) -> Row:
    strong = conflict.title.removesuffix(f": {say('total against its parts')}")
    total, parts = conflict.statements[0], [s for s in conflict.statements if s.role == "part"]
    where = refs([s.claim for s in conflict.statements])
    if conflict.result is TotalVerdict.CANNOT_BE_CHECKED and len(parts) <= _PARTS:
        listed = "; ".join(s.value for s in parts)
        who = speaker_short(sitrep.claims[total.claim].speaker)
        text = say("{who}, against {listed}: not a complete list", who=who, listed=listed)
        return Row(name=say("unchecked"), strong=strong, text=f"{text} {where}")
    name = _RESULTS[conflict.result or TotalVerdict.CONSISTENT]
    return Row(name=say(name), strong=strong, text=f"{conflict.sentence} {where}")


def _airports(sitrep: Sitrep, refs: Refs) -> list[Row]:
    rows = []
    for row in sitrep.airports:
        told = [f"{short_closing(c, sitrep.night)} {refs(c.claims)}" for c in row.closings]
        for line in row.diversions:
            number = "; ".join(f.value for f in line.figures) or say("number not reported")
            told.append(f"{say('flights diverted {number}', number=number)} {refs(line.claims)}")
        name = clean_text(row.airport.name).replace(" International Airport", "").replace(" Airport", "")
        rows.append(Row(name=f"{name} {row.airport.id}", text="; ".join(told)))
    return rows


def _unknowns(sitrep: Sitrep, refs: Refs) -> list[Row]:
    unknowns = sitrep.unknowns
    rows = []
    if unknowns.silent:
        rows.append(
            Row(
                name=say("silent"),
                text=f"{', '.join(unknowns.silent)}: {say('nothing was read, which is unknown, not calm')}",
            )
        )
    for name, ids in ((say("no place"), unknowns.without_place), (say("no time"), unknowns.without_time)):
        if ids:
            rows.append(Row(name=name, text=_gathered([sitrep.claims[c] for c in ids], refs)))
    for group in unknowns.issues:
        words = ", ".join(dict.fromkeys(f"«{clean_text(i.text)}»" for i in group.issues if i.text))
        texts = refs.of_documents([i.document_id for i in group.issues])
        number = f"{len(group.issues)} × " if len(group.issues) > 1 else ""
        rows.append(
            Row(name=say("doubt"), text=f"{number}{clean_text(group.issues[0].message)} {words} {texts}".strip())
        )
    for held in unknowns.withheld:
        rows.append(Row(name=say("withheld"), text=f"{withheld_words(held)}: {reason_words(held.reason)}"))
    if sitrep.background:
        told = _gathered([sitrep.claims[c] for c in sitrep.background], refs)
        rows.append(Row(name=say("other times"), text=f"{say('mentioned in passing, counted nowhere')}: {told}"))
    return rows


def _gathered(claims: Sequence[Claim], refs: Refs) -> str:
    said: dict[str, list[str]] = {}
    for claim in claims:
        said.setdefault(short_claim(claim), []).append(claim.id)
    times = {words: f"{len(ids)} × " if len(ids) > 1 else "" for words, ids in said.items()}
    return "; ".join(f"{times[words]}{words} {refs(ids)}" for words, ids in said.items())
