"""The regions of the short report: one row each, people harmed first, interceptions last."""

from collections.abc import Sequence

from skyledger.model import Kind
from skyledger.publish.sitrep.brief_words import Refs, Row, fact_words, join_facts, low, short_when
from skyledger.publish.sitrep.records import Line, RegionRow, Sitrep, group_of
from skyledger.publish.words import capitalised, clean_text
from skyledger.say import say

_ORDER = ("harm", "damage", "attacks", "interceptions", "other")


def build_region_rows(sitrep: Sitrep, refs: Refs) -> list[Row]:
    """Return a row a region; regions with one figure only share the last row."""
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
        rows.append(Row(name=say("Elsewhere, downed"), text=join_facts(single, sitrep, refs)))
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
    return ". ".join(map(capitalised, found))


def _importance(line: Line) -> tuple[int, int, int]:
    """People harmed, damage, hits; "nobody" and "nothing" after what did happen; larger numbers first."""
    nothing = line.kind in (Kind.NO_CASUALTIES, Kind.NO_DAMAGE)
    return int(nothing), _ORDER.index(group_of(line.kind)), -low(line)


def _downed(region: RegionRow, lines: Sequence[Line], sitrep: Sitrep, refs: Refs) -> list[str]:
    """Interceptions of one sort in one row: ``40 UAVs downed (23:00-07:00), 6 (20:00-23:00)``."""
    sorts: dict[tuple[str, str], list[Line]] = {}
    for line in sorted((line for line in lines if line.kind is Kind.INTERCEPTION), key=low, reverse=True):
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
        words = say(line.status)
    elif line.origins < 2:
        return ""
    else:
        words = say("{n} origins", n=line.origins)
    return words if line.kind is Kind.INTERCEPTION else f"({words})"
