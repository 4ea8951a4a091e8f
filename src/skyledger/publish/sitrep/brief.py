"""The report for a morning read: what matters first, one row a region, one line a document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from skyledger.model import Claim, Kind
from skyledger.publish.sitrep.brief_words import (
    Refs,
    fact_words,
    hours_words,
    join_facts,
    short_claim,
    short_closing,
    short_when,
)
from skyledger.publish.sitrep.outline import summary
from skyledger.publish.sitrep.records import Conflict, Figure, Headline, Line, RegionRow, Sitrep, group_of
from skyledger.publish.sitrep.sections import row_id
from skyledger.publish.words import REASONS, clean_text, object_words, speaker_short

_ORDER = ("harm", "damage", "attacks", "interceptions", "other")
_PARTS = 12
_CITIES = ("Moscow", "Kyiv")  # regions of their own, so their oblasts keep the word


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name and what is said under it; rows of one name leave it out after the first.

    Attributes:
        strong: The words that come first and stand out.
    """

    name: str
    text: str
    strong: str = ""


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
        Block(title="Headlines", rows=tuple(_headlines(sitrep, refs)), note=summary(sitrep)),
        Block(title="Conflicts and totals", rows=tuple(_conflicts(sitrep, refs))),
        Block(title="Airports", rows=tuple(_airports(sitrep, refs)), note=_told_note(sitrep)),
        Block(
            title="By region",
            rows=tuple(_regions(sitrep, refs)),
            note="Local hours; without hours: the whole night. Figures inside a national total are never added to it.",
        ),
        Block(title="Not known", rows=tuple(_unknowns(sitrep, refs))),
    )
    return tuple(b for b in blocks if b.rows or b.title == "By region")


def _told_note(sitrep: Sitrep) -> str:
    told = any(c.closed_told or c.opened_told for a in sitrep.airports for c in a.closings)
    return "≈ stands where no time is stated: the time of the announcement." if told else ""


def _headlines(sitrep: Sitrep, refs: Refs) -> list[Row]:
    rows: list[Row] = []
    for headline in sitrep.headlines:
        found = _headline(headline, sitrep, refs)
        same = rows and rows[-1].name == "Killed" and headline.key == "injured" and _says_no_more(found, rows[-1])
        rows = [*rows[:-1], replace(rows[-1], name="Killed, injured")] if same else [*rows, *found]
    return rows


def _says_no_more(found: Sequence[Row], before: Row) -> bool:
    """Tell whether "injured" only repeats what "killed" says: nobody, or not reported."""
    first = before.text.partition("[")[0]
    return len(found) == 1 and found[0].text.partition("[")[0] == first and first.startswith(("no ", "not "))


def _headline(headline: Headline, sitrep: Sitrep, refs: Refs) -> list[Row]:
    if headline.key in ("killed", "injured", "airports"):
        return [_in_one_row(headline, sitrep, refs)]
    rows: list[Row] = []
    for about, pairs in _by_statement(headline, sitrep):
        claims = [c for figure, _ in pairs for c in figure.claims]
        values = ", ".join(f"{f.value} {_thing(f, line)}".strip() for f, line in pairs)
        hedge = pairs[0][0].hedge
        strong = f"{values} ({hedge})" if hedge else values
        rows.append(Row(name=headline.label, strong=strong, text=f"{about} {refs(claims)}".strip()))
        rows += [part for _, line in pairs if line is not None for part in _parts(line, sitrep, refs)]
    return [*rows, *_rest(headline, sitrep, refs)]


def _rest(headline: Headline, sitrep: Sitrep, refs: Refs) -> list[Row]:
    """The statements left out: national ones with their hours, the others as a number; regions are told below."""
    if not headline.rest:
        return [Row(name=headline.label, text=headline.note)] if headline.note else []
    owner = {c: line for line in sitrep.lines for c in line.claims}
    lines = list({owner[c].incident: owner[c] for c in headline.rest if c in owner}.values())
    wide = [line for line in lines if line.figures and (line.tally or row_id(line.place) not in _rows(sitrep))]
    told = []
    for line in wide:
        when = short_when(line, sitrep.night)
        told.append(
            f"{line.figures[0].value} {_short_place(line)}".strip()
            + f"{f' ({when})' if when else ''} {refs(line.claims)}"
        )
    others = [line for line in lines if line not in wide]
    if others:
        claims = [c for line in others for c in line.claims]
        told.append(f"{len(others)} by single places {refs(claims)}")
    return [Row(name=headline.label, text=f"also, not added: {', '.join(told)}")] if told else []


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
    return object_words(line.object, one=one)


def _in_one_row(headline: Headline, sitrep: Sitrep, refs: Refs) -> Row:
    """People harmed and airports: one row, place by place."""
    told = []
    for figure, line in headline.figures:
        hedge = f" ({figure.hedge})" if figure.hedge else ""
        about = _about(figure, line, sitrep).replace(" International Airport", "").replace(" Airport", "")
        told.append(f"{figure.value}{hedge}{f', {about}' if about else ''} {refs(figure.claims)}".strip())
    named = {c for f, _ in headline.figures for c in f.claims}
    rest = refs([c for c in headline.rest if c not in named])
    note = f"{headline.note[:1].lower()}{headline.note[1:].removesuffix('.')} {rest}".strip()
    return Row(name=headline.label, text="; ".join([*told, *([note] if note else [])]))


def _parts(whole: Line, sitrep: Sitrep, refs: Refs) -> list[Row]:
    """A total's parts in one row, largest first, with the documents that state them beside the total's own."""
    parts = sorted((p for p in sitrep.lines if p.part_of == whole.incident and p.figures), key=_low, reverse=True)
    if not parts:
        return []
    shown = [f"{p.figures[0].value} {_short_place(p)}".strip() for p in parts[:_PARTS]]
    more = f" and {len(parts) - _PARTS} more" if len(parts) > _PARTS else ""
    own = {sitrep.claims[c].document_id for c in whole.claims}
    also = [c for p in parts for c in p.claims if sitrep.claims[c].document_id not in own]
    return [Row(name="", text=f"of these {', '.join(shown)}{more} {refs(also)}".strip())]


def _short_place(line: Line) -> str:
    if line.place is None:
        return ""
    name = clean_text(line.place.name)
    short = name.removesuffix(" Oblast")
    return (name if short in _CITIES else short).replace(", ", " + ")


def _low(line: Line) -> int:
    return max((f.interval.low for f in line.figures if f.interval is not None), default=-1)


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


def _regions(sitrep: Sitrep, refs: Refs) -> list[Row]:
    told = {line.incident for h in sitrep.headlines for _, line in h.figures if line is not None}
    rows, single = [], []
    for region in sitrep.regions:
        lines = [line for key in _ORDER for line in region.cells[key]]
        is_area = any(line.place is not None and (line.place.region or line.place.parts) for line in lines)
        lines = [line for line in lines if not _says_little(line, lines)]
        # What the headlines have of a whole country is not said again.
        lines = [line for line in lines if is_area or not (line.tally or line.incident in told)]
        if len(lines) == 1 and lines[0].kind is Kind.INTERCEPTION and lines[0].figures and lines[0].origins == 1:
            single.append((region, lines[0]))
        elif lines:
            rows.append(Row(name=clean_text(region.name), text=_region(region, lines, sitrep, refs)))
    if single:
        rows.append(Row(name="Elsewhere, downed", text=join_facts(single, sitrep, refs)))
    return rows


def _says_little(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line is a bare "there was an attack" beside others that say what came of it."""
    return line.kind is Kind.ATTACK and line.fate is None and not line.figures and len(lines) > 1


def _region(region: RegionRow, lines: Sequence[Line], sitrep: Sitrep, refs: Refs) -> str:
    """What is said of one region: effects by town and hours, then what was shot down with its hours."""
    scenes: dict[str, dict[str, list[str]]] = {}
    for line in sorted(lines, key=_importance):
        if line.kind is Kind.INTERCEPTION:
            continue
        place = "" if line.place is None or line.place.id == region.id else clean_text(line.place.name)
        when = short_when(line, sitrep.night) if place else ""
        value, label = fact_words(line)
        words = " ".join(w for w in (value, label, _origins(line)) if w)
        scenes.setdefault(f"{place}{f', {when}' if when else ''}", {}).setdefault(words, []).extend(line.claims)
    effects = [
        (f"{where}: " if where else "") + "; ".join(f"{words} {refs(claims)}" for words, claims in facts.items())
        for where, facts in scenes.items()
    ]
    found = [*effects, *_downed(region, lines, sitrep, refs)]
    return ". ".join(words[:1].upper() + words[1:] for words in found)


def _importance(line: Line) -> tuple[int, int, int]:
    """People harmed, damage, hits; "nobody" and "nothing" after what did happen; larger numbers first."""
    nothing = line.kind in (Kind.NO_CASUALTIES, Kind.NO_DAMAGE)
    return int(nothing), _ORDER.index(group_of(line.kind)), -_low(line)


def _downed(region: RegionRow, lines: Sequence[Line], sitrep: Sitrep, refs: Refs) -> list[str]:
    """Interceptions of one sort in one row: ``40 UAVs downed (23:00-07:00), 6 (20:00-23:00)``."""
    sorts: dict[tuple[str, str], list[Line]] = {}
    for line in sorted((line for line in lines if line.kind is Kind.INTERCEPTION), key=_low, reverse=True):
        place = "" if line.place is None or line.place.id == region.id else clean_text(line.place.name)
        sorts.setdefault((line.title, place), []).append(line)
    out = []
    for (_, place), own in sorts.items():
        told: list[str] = []
        for line in own:
            value, label = fact_words(line)
            words = " ".join(w for w in (value, "" if told and value else label) if w)
            aside = ", ".join(w for w in (short_when(line, sitrep.night), _origins(line)) if w)
            told.append(f"{words}{f', {place}' if place else ''}{f' ({aside})' if aside else ''} {refs(line.claims)}")
        out.append(", ".join(told))
    return out


def _origins(line: Line) -> str:
    if line.status in ("disputed", "retracted"):
        return f"({line.status})" if line.kind is not Kind.INTERCEPTION else line.status
    if line.origins < 2:
        return ""
    return f"{line.origins} origins" if line.kind is Kind.INTERCEPTION else f"({line.origins} origins)"


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
