"""Flights cancelled or delayed, trains held up."""

from dataclasses import replace

from skyledger.extract.frames.civil import read_lessons, speaks_of_lessons
from skyledger.extract.frames.clause import Clause, counted_in, find_place, frame_of
from skyledger.extract.frames.diversion_shares import join_places
from skyledger.extract.frames.roads import ROAD
from skyledger.extract.words import FROM_WORDS
from skyledger.model.frame import Frame, PlacePhrase, Quantity
from skyledger.model.kinds import Kind, PlaceKind, Unit

_REACH = 120  # letters before a sentence in which trains may have been named
_CITY_STEMS = tuple("трамва тролл тролейб tram trolley метро metro subway автобус маршрутк bus".split())
_WAY_STEMS = ("паром", "пором", "переправ", "ferr", "crossing", "мост", "міст", "bridge")
_TRAIN_STEMS = ("приміськ", "пригород", "поїзд", "потяг", "електрич", "поезд", "электрич", "train")
_FLIGHT_STEMS = ("рейс", "flight", "аеропорт", "аэропорт", "airport")


def read_flights(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return flights cancelled or delayed, once for each number."""
    if speaks_of_lessons(clause):
        return read_lessons(clause, before)
    if not _speaks_of_flights(clause) or _is_of_limits(clause):
        return []
    frame = frame_of(clause, Kind.OTHER_EFFECT, _flights(clause), _where(clause))
    if any(f.detail == "flights" and f.count == frame.count for f in before):
        return []
    if frame.place is not None:
        frame.place = replace(frame.place, kinds=tuple(PlaceKind.AIRPORT for _ in frame.place.members))
    if frame.count is not None:
        frame.count = replace(frame.count, unit=Unit.FLIGHT)
    frame.detail = "flights"
    return [frame]


def read_trains(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return trains held up, or what else does not run."""
    if ROAD in clause.trigger.flags or any(word.startswith(_WAY_STEMS) for word in clause.words.split()):
        return _way_closed(clause, before)
    if any(stem in clause.words for stem in _CITY_STEMS) and not _is_by_bus(clause):
        return _city_traffic(clause, before)
    told = [f for f in before if f.detail == "train delays"]
    if not _speaks_of_trains(clause):
        return []
    own, near = counted_in(clause, frozenset(("vehicle",)))
    own = own or _bare(clause)
    place = find_place(clause)
    if place is not None and "№" in clause.reading.text[max(0, place.span.start - 12) : place.span.start]:
        place = None  # "№ 127 Запоріжжя — Львів" is a train
    frame = frame_of(clause, Kind.OTHER_EFFECT, next(iter(own or ([] if told else near)), None), place)
    if told and (frame.count is None or any(f.count == frame.count for f in told)):
        return []
    frame.detail = "train delays"
    return [frame]


def _is_by_bus(clause: Clause) -> bool:
    """Tell whether buses only take the passengers of trains: "those of train 63 went on by bus"."""
    beside = clause.reading.tokens.folded[clause.sentence.first : clause.sentence.last]
    return "bus" in clause.words and any(stem in beside for stem in _TRAIN_STEMS)


def _city_traffic(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return trams and trolleybuses that do not run, once a sentence."""
    if any(f.detail == "public transport" for f in before):
        return []
    frame = frame_of(clause, Kind.OTHER_EFFECT, None, find_place(clause))
    frame.detail = "public transport"
    return [frame]


def _way_closed(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return a ferry or bridge that is closed, once a sentence."""
    if any(f.detail == "traffic" for f in before):
        return []
    frame = frame_of(clause, Kind.OTHER_EFFECT, None, find_place(clause))
    frame.detail = "traffic"
    return [frame]


def _flights(clause: Clause) -> Quantity | None:
    own, near = counted_in(clause, frozenset(("flight",)))
    return next(iter(own or _bare(clause) or near), None)


def _bare(clause: Clause) -> list[Quantity]:
    """Return a number right before a verb, or behind it: "61 рейс задержан, 14 отменили", "задержано больше сорока"."""
    numbers = [q for q in clause.scene.quantities_in(clause.chunk.start, clause.chunk.stop) if q.elliptic]
    before = [q for q in numbers if q.count is not None and 0 <= clause.trigger.start - q.stop <= 1]
    last = clause.chunk.stop
    return before or [q for q in numbers if q.start == clause.trigger.stop and q.stop == last and q.count is not None]


_LIMITS = ("ограничен", "обмежен", "restriction", "режим", "запрет", "заборон")
_LIFTED = ("отмен", "снят", "скасов", "знят", "lifted")
_LIMIT_REACH = 9  # words of "ограничения, действовавшие с 01:35 мск, отменены"


def _is_of_limits(clause: Clause) -> bool:
    """Tell whether restrictions are what is called off, and no flights."""
    words, at = clause.reading.tokens.words, clause.trigger.start
    if not words[at].startswith(_LIFTED):
        return False
    first = max(clause.sentence.start, at - _LIMIT_REACH)
    limits = [n for n in range(first, at) if words[n].startswith(_LIMITS)]
    if not limits or words[max(first, limits[0] - 2) : limits[0]][-1:] == ["за"]:
        return False  # "из-за ограничений отменены 485 рейсов"
    flights = clause.scene.quantities_in(limits[-1], at + 4)
    return bool(limits) and not any(q.noun is not None and q.noun.value == "flight" for q in flights)


def _where(clause: Clause) -> PlacePhrase | None:
    """Return the airport: where other flights went is not where these were cancelled."""
    sent = [t.start for t in clause.scene.triggers_in(clause.sentence, frozenset(("diversion",)))]
    words, closed = clause.reading.tokens.words, clause.scene.airports
    known = [
        p
        for c in clause.chunks
        for p in c.places
        if (not sent or p.start < sent[0]) and not (closed and p.start and words[p.start - 1] in FROM_WORDS)
    ]
    return known[0] if known else join_places(clause.scene, closed)


def _speaks_of_flights(clause: Clause) -> bool:
    """Tell whether "delayed" or "отменены" speaks of flights here."""
    found = clause.scene.quantities_in(clause.sentence.start, clause.sentence.stop)
    return any(q.noun is not None and q.noun.value == "flight" for q in found) or "flight" in clause.words


def _speaks_of_trains(clause: Clause) -> bool:
    """Tell whether "delayed" speaks of trains: they are named beside it, and no flights are."""
    first = max(0, clause.sentence.first - _REACH)
    folded = clause.reading.tokens.folded[first : clause.sentence.last]
    return any(stem in folded for stem in _TRAIN_STEMS) and not any(stem in folded for stem in _FLIGHT_STEMS)
