"""A selection in one line: the widest statement of each sort, how many statements there are, what is not known.

Nothing is added up: statements about one night overlap. What is shown is the largest one that each government makes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from skyledger.model import Fate, Interval, Kind, TotalVerdict
from skyledger.publish.amounts import interval_words, number_words, says_none
from skyledger.publish.matching import Item
from skyledger.publish.retelling import retell
from skyledger.publish.rows import Row, RowFigure
from skyledger.publish.words import side_words
from skyledger.say import language, say

_FATES = tuple(f.value for f in (Fate.DOWNED, Fate.SUPPRESSED, Fate.LOST, Fate.LAUNCHED, Fate.HIT))
_HARM = ("killed", "injured")
_AIRPORTS = "airports"  # their number is no statement's range
_LABELS = {_AIRPORTS: "airports closed {number}"}
_KINDS = (Kind.INTERCEPTION.value, Kind.ATTACK.value)
_CLOSED = Kind.AIRSPACE_CLOSURE.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One figure.

    Attributes:
        key: ``downed``, ``suppressed``, ``lost``, ``launched``, ``hit``, ``killed``, ``injured`` or ``airports``.
        value: In words.
        side: The government that states it; ``""`` when nobody is named.
        incident: Where it comes from; ``""`` for a number of airports.
        further: Other statements of the sort, which may overlap with this one and are not added.
    """

    key: str
    value: str
    low: int
    high: int | None
    side: str
    incident: str
    further: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A selection at a glance.

    Attributes:
        statements: Different first texts that the origins of all incidents go back to.
        conflicts: Incidents in which a value is contradicted, or a total and its parts cannot both hold.
        single: Incidents that rest on one origin.
        unmeasured: Incidents for which it could not be told whether the texts are independent.
        without_place: Incidents of which no place to draw is known; likewise the next two.
        sentence: All that in one line.
    """

    incidents: int
    statements: int
    figures: tuple[Glance, ...]
    conflicts: int
    single: int
    unmeasured: int
    without_place: int
    without_time: int
    without_number: int
    sentence: str


def build_headline(items: Sequence[Item]) -> Headline:
    """Return a selection at a glance."""
    rows = [item.row for item in items]
    figures = build_figures(rows)
    statements = len({text for item in items for text in item.first_texts})
    conflicts = count_conflicts(rows)
    return Headline(
        incidents=len(rows),
        statements=statements,
        figures=figures,
        conflicts=conflicts,
        single=sum(row.origins == 1 for row in rows),
        unmeasured=sum(not row.measured for row in rows),
        without_place=sum(not item.boxes for item in items),
        without_time=sum(row.window is None for row in rows),
        without_number=sum(row.kind in _KINDS and not row.figures for row in rows),
        sentence=_sentence(len(rows), statements, figures, conflicts),
    )


def count_conflicts(rows: Iterable[Row]) -> int:
    """Return in how many incidents a value is contradicted, or a total and its parts cannot both hold."""
    return sum(_conflicts(row) for row in rows)


def _conflicts(row: Row) -> bool:
    return row.conflict or (row.total is not None and row.total.verdict == TotalVerdict.CONTRADICTION.value)


def build_figures(rows: Sequence[Row]) -> tuple[Glance, ...]:
    """Return the widest statement of each sort and side; airports closed are counted."""
    # What has no time is mostly an aside about other nights; it is no figure of this one. A notice of an airport is.
    timed = [row for row in rows if row.window is not None] or rows
    stated: dict[str, list[tuple[Row, RowFigure]]] = {}
    for row in timed:
        for figure in row.figures:
            key = _key(row, figure)
            if key is not None:
                stated.setdefault(key, []).append((row, figure))
    figures: list[Glance] = []
    for key in (*_FATES, *_HARM):
        if key in stated:
            figures += _widest(key, stated[key] if key in _FATES else _some(stated[key]))
    return (*figures, *_airports(rows))


def _key(row: Row, figure: RowFigure) -> str | None:
    """Return what a figure counts: objects by their fate, or people harmed."""
    if figure.field == "count":
        return row.fate if row.fate in _FATES and row.kind in _KINDS else None
    return figure.field if figure.field in _HARM else None


def _some(stated: list[tuple[Row, RowFigure]]) -> list[tuple[Row, RowFigure]]:
    """Return the statements that somebody was harmed, or all where there are none."""
    return [(row, f) for row, f in stated if not says_none(Interval(low=f.low, high=f.high))] or stated


def _widest(key: str, stated: Sequence[tuple[Row, RowFigure]]) -> list[Glance]:
    """Return the largest statement of each side; those that name nobody only where no side spoke."""
    best: dict[str, tuple[Row, RowFigure]] = {}
    for row, figure in sorted(stated, key=lambda pair: (-pair[1].low, -pair[0].origins, pair[0].id)):
        for side in sorted({speaker.side for speaker in row.speakers}) or [""]:
            best.setdefault(side, (row, figure))
    chosen = {side: pair for side, pair in best.items() if side} or best
    return [
        Glance(
            key=key,
            value=_words(figure.low, figure.high, figure.value),
            low=figure.low,
            high=figure.high,
            side=side,
            incident=row.id,
            further=len(stated) - len({id(pair[0]) for pair in chosen.values()}),
        )
        for side, (row, figure) in chosen.items()
    ]


def worded(glance: Glance) -> Glance:
    """Return a figure that was kept in English in the reader's words."""
    if language() == "en" or glance.key == _AIRPORTS:
        return glance
    return replace(glance, value=_words(glance.low, glance.high, glance.value))


def _words(low: int, high: int | None, told: str) -> str:
    """Return a figure in the reader's words; that there were none is told as it was told."""
    interval = Interval(low=low, high=high)
    return retell(told) if says_none(interval) else interval_words(interval)


def _airports(rows: Sequence[Row]) -> list[Glance]:
    closures = [r for r in rows if r.kind == _CLOSED and r.place is not None and r.place.airport]
    number = len({r.place.airport for r in closures if r.place is not None})
    if not number:
        return []
    glance = Glance(
        key=_AIRPORTS, value=str(number), low=number, high=None, side="", incident="", further=len(closures) - number
    )
    return [glance]


def _sentence(incidents: int, statements: int, figures: Sequence[Glance], conflicts: int) -> str:
    parts = [
        say(
            "{incidents} {incidents:incident|incidents} from {statements} texts",
            incidents=number_words(incidents),
            statements=number_words(statements),
        )
    ]
    for figure in figures:
        who = f" ({side_words(figure.side)})" if figure.side else ""
        parts.append(f"{say(_LABELS.get(figure.key, figure.key + ' {number}'), number=figure.value)}{who}")
    parts.append(say("{n} in conflict", n=conflicts) if conflicts else say("no conflict"))
    return "; ".join(parts) + "."
