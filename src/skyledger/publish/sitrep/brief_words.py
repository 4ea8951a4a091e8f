"""How the short report words a figure, its hours and the documents it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from skyledger.model import Claim, Kind, TimePrecision
from skyledger.publish.amounts import claim_number, counted_words
from skyledger.publish.event_words import kind_words, object_words
from skyledger.publish.sitrep.records import Closing, Line, RegionRow, Sitrep
from skyledger.publish.times import day_words, time_words, zone_words
from skyledger.publish.words import clean_text
from skyledger.say import say

_SHOWN = 3
_CITIES = ("Moscow", "Kyiv")  # regions of their own, so their oblasts keep the word
_AIRPORTS = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION)
_PLAIN = (Kind.INTERCEPTION, Kind.ATTACK, Kind.CASUALTIES, Kind.SIGHTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name and what is said under it; rows of one name leave it out after the first.

    Attributes:
        strong: The words that come first and stand out.
    """

    name: str
    text: str
    strong: str = ""


def low(line: Line) -> int:
    """Return the lower bound of a line's largest number, -1 without one."""
    return max((f.interval.low for f in line.figures if f.interval is not None), default=-1)


def short_place(line: Line) -> str:
    """Return a place without "Oblast"; a list with plus signs."""
    if line.place is None:
        return ""
    name = clean_text(line.place.name)
    short = name.removesuffix(" Oblast").removesuffix(" область")
    return (name if short in _CITIES else short).replace(", ", " + ")


class Refs:
    """Document numbers in square brackets: ``[D3 D7 D9 +4]``."""

    def __init__(self, sitrep: Sitrep) -> None:
        self._claims = sitrep.claims
        self._numbers = {d.document.id: d.number for d in sitrep.documents}

    def __call__(self, claims: Iterable[str]) -> str:
        """Return the documents of claims, the first three by number and how many more."""
        return self.of_documents(self._claims[c].document_id for c in claims)

    def of_documents(self, ids: Iterable[str]) -> str:
        """Return documents by id; ids without a document are left out."""
        numbers = sorted({self._numbers[i] for i in ids if i in self._numbers})
        if not numbers:
            return ""
        more = f" +{len(numbers) - _SHOWN}" if len(numbers) > _SHOWN else ""
        return f"[{' '.join(f'D{n}' for n in numbers[:_SHOWN])}{more}]"


def fact_words(line: Line) -> tuple[str, str]:
    """Return the number and what it counts: ``("40", "UAVs downed")``, ``("", "no casualties stated")``."""
    hedge = f" ({say(line.figures[0].hedge)})" if line.figures and line.figures[0].hedge else ""
    if not line.figures or line.kind is Kind.NO_CASUALTIES:
        return "", line.title + hedge
    first, *more = line.figures
    words = [first.label, *(f"{f.value} {f.label}" for f in more)]
    values = ", ".join(v for v, _ in first.earlier)
    earlier = f" ({say('earlier {value}', value=values)})" if first.earlier else ""
    about = "" if line.kind in _PLAIN else f" ({line.title})"
    return first.value, f"{', '.join(words)}{about}{earlier}{hedge}"


def short_when(line: Line, night: date) -> str:
    """Return a line's hours as short as the night allows: ``23:00-07:00``, ``evening``, ``""`` for the whole night."""
    window = line.window
    if window is None or window.precision in (TimePrecision.NIGHT, TimePrecision.NONE):
        return ""
    start, end = window.start, window.end
    if start is None:
        return "" if end is None else say("until {when}", when=f"{end:%H:%M}")
    if window.precision is TimePrecision.PART_OF_DAY:
        part = "evening" if start.hour >= 17 else "morning" if 4 <= start.hour < 11 else "by day" if start.hour else ""
        return say(part) if part else ""
    if window.precision is TimePrecision.DAY:
        return day_words(start)
    late = start.date() == night and start.hour >= 8
    day = f"{day_words(start)} " if late or start.date() not in (night, night - timedelta(days=1)) else ""
    if end is None or end - start <= timedelta(minutes=1):
        return f"{day}{start:%H:%M}"
    return f"{day}{start:%H:%M}-{end:%H:%M}"


def hours_words(line: Line, night: date) -> str:
    """Return a line's hours with their zone: ``23:00-07:00 UTC+3``, ``night``, ``time not reported``."""
    window = line.window
    if window is None or (window.start is None and window.end is None):
        return say("time not reported")
    if window.precision in (TimePrecision.NIGHT, TimePrecision.NONE):
        return say("night", about="hours") if window.precision is TimePrecision.NIGHT else time_words(window)
    return f"{short_when(line, night)} {zone_words(window.start or window.end)}".strip()


def short_closing(closing: Closing, night: date) -> str:
    """Return ``closed 00:41, reopened ≈03:34 UTC+3``; ``≈`` marks the time of an announcement."""
    begin, end = closing.closed_from, closing.opened_at
    closed, opened = say("closing not reported"), say("reopening not reported")
    if closing.closure is not None:
        closed = say("closed {when}", when=_moment(begin, closing.closed_told, night))
    if closing.reopening is not None or end is not None:
        opened = say("reopened {when}", when=_moment(end, closing.opened_told, night))
    zone = "" if (begin or end) is None else f" {zone_words(begin or end)}"
    return f"{closed}, {opened}{zone}" if end is not None else f"{closed}{zone}, {opened}"


def _moment(at: datetime | None, told: bool, night: date) -> str:
    if at is None:
        return say("at a time not reported")
    far = at.date() not in (night, night - timedelta(days=1)) or (at.date() < night and at.hour < 12)
    day = f"{day_words(at)} " if far else ""
    return f"{'≈' if told else ''}{day}{at:%H:%M}"


def join_facts(found: Sequence[tuple[RegionRow, Line]], sitrep: Sitrep, refs: Refs) -> str:
    """Return regions that have one figure each: ``UAVs 23:00-07:00: 19 Novgorod Oblast, 12 Ryazan Oblast [D12]``."""
    told: dict[tuple[str, str], list[tuple[str, Line]]] = {}
    for region, line in found:
        name = clean_text(region.name).replace(", ", " + ")
        key = (object_words(line.object), short_when(line, sitrep.night))
        told.setdefault(key, []).append((f"{line.figures[0].value} {name}", line))
    out = []
    for (what, when), pairs in told.items():
        claims = [c for _, line in pairs for c in line.claims]
        out.append(f"{what}{f' {when}' if when else ''}: {', '.join(words for words, _ in pairs)} {refs(claims)}")
    return "; ".join(out)


def short_claim(claim: Claim) -> str:
    """Return a claim in a few words: ``287 UAVs downed``, ``airport closed, Grabtsevo Airport``."""
    words = clean_text(kind_words(claim.kind, claim.fate, claim.object, claim.detail))
    if claim.count is not None:
        words = counted_words(claim_number(claim), words)
    elif claim.harm is not None and claim.kind is not Kind.NO_CASUALTIES:
        words = f"{words}: {claim_number(claim)}"
    if claim.place is None or claim.kind in _AIRPORTS:  # airports have a block of their own
        return words
    return f"{words}, {clean_text(claim.place.name)}"
