"""The headlines of the short report: each government's widest figures, a total's parts, what was left out."""

from collections.abc import Sequence
from dataclasses import replace

from skyledger.model import Kind
from skyledger.publish.amounts import agreeing, not_reported
from skyledger.publish.event_words import object_words
from skyledger.publish.sitrep.brief_words import Refs, Row, hours_words, low, short_place, short_when
from skyledger.publish.sitrep.records import Figure, Headline, Line, Sitrep
from skyledger.publish.sitrep.sections import row_id
from skyledger.publish.words import clean_text, speaker_short
from skyledger.say import say

_PARTS = 12


def build_headline_rows(sitrep: Sitrep, refs: Refs) -> list[Row]:
    """Return the rows under "Headlines"."""
    rows: list[Row] = []
    for headline in sitrep.headlines:
        found = _headline(headline, sitrep, refs)
        same = rows and rows[-1].name == say("Killed") and headline.key == "injured" and _says_no_more(found, rows[-1])
        rows = [*rows[:-1], replace(rows[-1], name=say("Killed, injured"))] if same else [*rows, *found]
    return rows


def _says_no_more(found: Sequence[Row], before: Row) -> bool:
    """Tell whether "injured" only repeats what "killed" says: nobody, or not reported."""
    first, nothing = before.text.partition("[")[0], (say("no casualties stated"), not_reported())
    return len(found) == 1 and found[0].text.partition("[")[0] == first and first.startswith(nothing)


def _headline(headline: Headline, sitrep: Sitrep, refs: Refs) -> list[Row]:
    if headline.key in ("killed", "injured", "airports"):
        return [_in_one_row(headline, sitrep, refs)]
    rows: list[Row] = []
    label = say(headline.label)
    for about, pairs in _by_statement(headline, sitrep):
        claims = [c for figure, _ in pairs for c in figure.claims]
        values = ", ".join(f"{f.value} {_thing(f, line)}".strip() for f, line in pairs)
        hedge = pairs[0][0].hedge
        strong = f"{values} ({say(hedge)})" if hedge else values
        rows.append(Row(name=label, strong=strong, text=f"{about} {refs(claims)}".strip()))
        rows += [part for _, line in pairs if line is not None for part in _parts(line, sitrep, refs)]
    return [*rows, *_rest(headline, sitrep, refs)]


def _rest(headline: Headline, sitrep: Sitrep, refs: Refs) -> list[Row]:
    """The statements left out: national ones with their hours, the others as a number; regions are told below."""
    if not headline.rest:
        return [Row(name=say(headline.label), text=headline.note)] if headline.note else []
    owner = {c: line for line in sitrep.lines for c in line.claims}
    lines = list({owner[c].incident: owner[c] for c in headline.rest if c in owner}.values())
    wide = [line for line in lines if line.figures and (line.tally or row_id(line.place) not in _rows(sitrep))]
    told = []
    for line in wide:
        when = short_when(line, sitrep.night)
        told.append(
            f"{line.figures[0].value} {short_place(line)}".strip()
            + f"{f' ({when})' if when else ''} {refs(line.claims)}"
        )
    others = [line for line in lines if line not in wide]
    if others:
        claims = [c for line in others for c in line.claims]
        told.append(f"{say('{n} by single places', n=len(others))} {refs(claims)}")
    if not told:
        return []
    return [Row(name=say(headline.label), text=f"{say('also, not added')}: {', '.join(told)}")]


def _rows(sitrep: Sitrep) -> set[str]:
    return {r.id for r in sitrep.regions if r.id}


def _by_statement(headline: Headline, sitrep: Sitrep) -> list[tuple[str, list[tuple[Figure, Line | None]]]]:
    """Put together what one speaker says of one place and window: 116 UAVs and two missiles."""
    found: dict[tuple[str, str], list[tuple[Figure, Line | None]]] = {}
    for figure, line in headline.figures:
        found.setdefault((_about(figure, line, sitrep), figure.hedge), []).append((figure, line))
    return [(about, pairs) for (about, _), pairs in found.items()]


def _about(figure: Figure, line: Line | None, sitrep: Sitrep) -> str:
    if line is None:
        return clean_text(figure.note)
    named = [s for c in figure.claims if (s := sitrep.claims[c].speaker) is not None]
    who = "; ".join(dict.fromkeys(map(speaker_short, named))) or "; ".join(line.speakers)
    where = "" if line.place is None else clean_text(line.place.name)
    return ", ".join(w for w in (who, where, hours_words(line, sitrep.night)) if w)


def _thing(figure: Figure, line: Line | None) -> str:
    """What is counted, without the fate that the heading has: "UAVs" under "Downed"."""
    if figure.interval is None:
        return ""
    if line is None or line.kind not in (Kind.INTERCEPTION, Kind.ATTACK):
        return figure.label
    one = figure.interval is not None and figure.interval.low == figure.interval.high == 1
    return object_words(line.object, one=one, number=agreeing(figure.interval))


def _in_one_row(headline: Headline, sitrep: Sitrep, refs: Refs) -> Row:
    """People harmed and airports: one row, place by place."""
    told = []
    for figure, line in headline.figures:
        hedge = f" ({say(figure.hedge)})" if figure.hedge else ""
        about = _about(figure, line, sitrep).replace(" International Airport", "").replace(" Airport", "")
        told.append(f"{figure.value}{hedge}{f', {about}' if about else ''} {refs(figure.claims)}".strip())
    named = {c for f, _ in headline.figures for c in f.claims}
    rest = refs([c for c in headline.rest if c not in named])
    note = f"{headline.note[:1].lower()}{headline.note[1:].removesuffix('.')} {rest}".strip()
    return Row(name=say(headline.label), text="; ".join([*told, *([note] if note else [])]))


def _parts(whole: Line, sitrep: Sitrep, refs: Refs) -> list[Row]:
    """A total's parts in one row, largest first, with the documents that state them beside the total's own."""
    below = (p for p in sitrep.lines if p.part_of == whole.incident and p.figures)
    # a sum in between ("33 missiles and 274 drones", then the list) would name its parts twice
    parts = sorted((p for p in below if not all(sitrep.claims[c].aggregate for c in p.claims)), key=low, reverse=True)
    if not parts:
        return []
    shown = [f"{p.figures[0].value} {_part_name(p, whole)}".strip() for p in parts[:_PARTS]]
    more = f" {say('and {n} more', n=len(parts) - _PARTS)}" if len(parts) > _PARTS else ""
    own = {sitrep.claims[c].document_id for c in whole.claims}
    also = [c for p in parts for c in p.claims if sitrep.claims[c].document_id not in own]
    return [Row(name="", text=f"{say('of these')} {', '.join(shown)}{more} {refs(also)}".strip())]


def _part_name(part: Line, whole: Line) -> str:
    """What sets a part apart: its place, or its object where a list tells what flew and not where."""
    where, within = (None if line.place is None else line.place.id for line in (part, whole))
    if where == within:
        return _thing(part.figures[0], part)
    return short_place(part)
