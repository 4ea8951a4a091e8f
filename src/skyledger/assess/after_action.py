"""A night looked back on: who reported what when, who usually reports and did not, and for which hours nobody did.

A source that was silent is unknown: it is listed as silent and never read as "nothing happened".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

LEAST_GAP = timedelta(hours=3)


class Answer(StrEnum):
    """What a source did in a night."""

    REPORTED = "reported"
    ELSEWHERE = "published, nothing on this to show"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim of one text.

    Attributes:
        source: Who published it: clone sites and an institution's channels are one.
        at: When it was published, aware; None when that is not known.
        about: Last instant it speaks of, aware; None when it gives no hour.
        origin: Id of the origin it goes back to.
        value: Its number as a key: equal values are equal keys.
    """

    claim: str
    incident: str
    document: str
    source: str
    at: datetime | None
    about: datetime | None
    origin: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A statement in the order of publication.

    Attributes:
        first: Nobody had reported the incident before.
        new: It is the first, comes from another origin, or gives another value than its origin gave before.
        lag_minutes: From the last instant it speaks of to its publication; None where either is not known.
    """

    statement: Statement
    first: bool
    new: bool
    lag_minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAnswer:
    """What one source did.

    Attributes:
        usual: On how many of the nights before it reported on this.
        first: When its first statement of the night was published; likewise the last.
    """

    source: str
    answer: Answer
    usual: int
    statements: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Hours of the night in which no source published anything; ``minutes`` is its length."""

    start: datetime
    end: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A night looked back on.

    Attributes:
        steps: By time of publication; those without one last.
        sources: Those that reported in the order they did, then the others, the most usual first.
        gaps: Hours of the night without a text of any of these sources.
        nights_before: How many nights ``usual`` is out of.
        undated: Statements whose time of publication is not known.
    """

    night: date
    steps: tuple[Step, ...]
    sources: tuple[SourceAnswer, ...]
    gaps: tuple[Gap, ...]
    nights_before: int
    undated: int


def review_night(
    night: date,
    statements: Iterable[Statement],
    *,
    posted: Mapping[str, Sequence[datetime]],
    usual: Mapping[str, int],
    nights_before: int,
    hours: tuple[datetime, datetime],
) -> Review:
    """Look back on a night.

    Args:
        night: Its label.
        statements: Of the night, in any order.
        posted: When each source published anything at all from the beginning of the night on.
        usual: On how many of the nights before each source reported on the same region.
        nights_before: How many nights that is out of.
        hours: Aware; the beginning and end of the night.
    """
    steps = _steps(statements)
    sources = _sources(steps, posted, usual)
    heard = [at for s in sources for at in posted.get(s.source, ())]
    return Review(
        night=night,
        steps=steps,
        sources=sources,
        gaps=find_gaps([*heard, *(s.statement.at for s in steps if s.statement.at is not None)], hours),
        nights_before=nights_before,
        undated=sum(step.statement.at is None for step in steps),
    )


def find_gaps(times: Iterable[datetime], hours: tuple[datetime, datetime]) -> tuple[Gap, ...]:
    """Return the stretches of at least three hours between two instants in which none of some times lies."""
    begin, end = hours
    inside = sorted(at for at in times if begin <= at <= end)
    edges = [begin, *inside, end]
    return tuple(Gap(start=a, end=b, minutes=_minutes(b - a)) for a, b in pairwise(edges) if b - a >= LEAST_GAP)


def _steps(statements: Iterable[Statement]) -> tuple[Step, ...]:
    ordered = sorted(statements, key=lambda s: (s.at is None, 0.0 if s.at is None else s.at.timestamp(), s.claim))
    told: set[str] = set()
    values: dict[tuple[str, str], str] = {}
    found = []
    for one in ordered:
        key = (one.incident, one.origin)
        found.append(
            Step(
                statement=one,
                first=one.incident not in told,
                new=values.get(key) != one.value,
                lag_minutes=None if one.at is None or one.about is None else _minutes(one.at - one.about),
            )
        )
        told.add(one.incident)
        values[key] = one.value
    return tuple(found)


def _sources(
    steps: Sequence[Step], posted: Mapping[str, Sequence[datetime]], usual: Mapping[str, int]
) -> tuple[SourceAnswer, ...]:
    own: dict[str, list[Statement]] = defaultdict(list)
    for step in steps:
        own[step.statement.source].append(step.statement)
    reported = [_answer(source, Answer.REPORTED, usual, listed) for source, listed in own.items()]
    others = sorted((s for s in usual if s not in own), key=lambda s: (-usual[s], s))
    return (
        *reported,
        *(_answer(s, Answer.ELSEWHERE if posted.get(s) else Answer.SILENT, usual, ()) for s in others),
    )


def _answer(source: str, answer: Answer, usual: Mapping[str, int], listed: Sequence[Statement]) -> SourceAnswer:
    times = [s.at for s in listed if s.at is not None]
    return SourceAnswer(
        source=source,
        answer=answer,
        usual=usual.get(source, 0),
        statements=len(listed),
        first=min(times, default=None),
        last=max(times, default=None),
    )


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
