"""Airports and airspace closed and re-opened, one frame an airport; flights sent elsewhere are in ``diversions.py``."""

from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.air_states import find_states
from skyledger.extract.frames.airports_named import AirportsNamed
from skyledger.extract.frames.bound import find_bound, may_be_bound
from skyledger.extract.frames.diversions import DiversionRule
from skyledger.extract.frames.gapped_airports import later_ones
from skyledger.extract.frames.idle import find_idle, may_be_idle
from skyledger.extract.frames.idle_slavic import find_idle_slavic, may_be_idle_slavic
from skyledger.extract.frames.imposed import imposed_at, tells_of_limits
from skyledger.extract.frames.lifted import both_ends, is_lifted, lifted_behind, overlaps_reopening
from skyledger.extract.frames.made_triggers import beside
from skyledger.extract.frames.premises import is_of_premises
from skyledger.extract.frames.taken_in import taken_in
from skyledger.extract.frames.what_stops import (
    AIR_WORDS,
    FLOWN,
    OF_AIR,
    closes_before,
    is_of_others,
    takes_an_object,
)
from skyledger.extract.frames.whose_sky import sky_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, PlacePhrase, Sentence
from skyledger.model.kinds import Kind, PlaceKind
from skyledger.model.text import Span

_KINDS = {"closure": Kind.AIRSPACE_CLOSURE, "reopening": Kind.AIRSPACE_REOPENING, "diversion": Kind.DIVERSION}
TRIGGERS = frozenset(_KINDS)
# Words that say in what state an airport is: a re-opening only where it was closed before.
_STATES = frozenset("открыт открыта открыто открыты відкритий відкрита відкрите відкриті open opened".split())
_ANEW = frozenset("снова вновь опять знову again".split())  # what is open anew was closed, though no text says so
_ALL_CLEAR = frozenset(("alert_lifted",))
_ALL = frozenset("all both все оба обе всех усі всі обидва обидві".split())


class AirspaceRule:
    """Finds closures, re-openings and diversions, one frame an airport."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.airports = AirportsNamed(scene)
        self.last_airports: list[PlacePhrase] = []
        self.closed = False
        self.limited = False  # whether restrictions were told of
        self.told: set[tuple[int, Span, tuple[tuple[str, ...], ...]]] = set()  # sentences, words, airports
        self.before: list[Frame] = []  # what the sentence before told
        self.may_be_idle = may_be_idle(scene.reading)
        self.may_be_idle_slavic = may_be_idle_slavic(scene.reading)
        self.may_be_bound = may_be_bound(scene.reading)

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the airspace frames of a sentence."""
        scene = self.scene
        airports = self.airports.named(sentence)
        triggers = scene.triggers_in(sentence, TRIGGERS)
        led = self._led_by(sentence) if not [t for t in triggers if "weak" not in t.flags] else None
        if led is not None:
            airports = airports or self._city_of_item(sentence)
            triggers = [led] if airports else triggers
        if told := self._told_by_state(sentence, triggers, airports):
            triggers = beside([t for t in triggers if t is not led], told)
            led = None
        elif self.limited and led is None and (line := imposed_at(scene, sentence)) is not None:
            airports = airports or self._city_of_item(sentence)
            triggers = beside(triggers, [line])
        frames = self._states(sentence, triggers, airports)
        self.limited = self.limited or tells_of_limits(scene, frames)
        if led is not None:
            frames = both_ends(scene, sentence, frames)
        else:
            frames += lifted_behind(scene, sentence, frames)
        frames += later_ones(scene, self.airports, sentence, frames, self.before)
        self.before = frames
        return frames + self._diverted(sentence, airports, frames)

    def _told_by_state(self, sentence: Sentence, known: list[Mention], airports: list[PlacePhrase]) -> list[Mention]:
        """Return closures and openings told by how an airport was: "stood empty", "came back to life"."""
        told = find_states(self.scene, sentence, airports or self._town_with_hours(sentence))
        if not self.may_be_idle and not self.may_be_idle_slavic:
            return told
        held = {n for t in (*known, *told) if "weak" not in t.flags for n in range(t.start, t.stop)}
        idle: list[Mention] = []
        if self.may_be_idle:
            idle += find_idle(self.scene, sentence, airports, self.closed or bool(self.last_airports))
        if self.may_be_idle_slavic:
            idle += find_idle_slavic(self.scene, sentence, airports)
        return told + [t for t in idle if held.isdisjoint(range(t.start, t.stop))]

    def _town_with_hours(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return the town that opens a sentence of hours in news of flights: "Казань не принимала с 22:10 до 04:40"."""
        clocks = [t for t in self.scene.times_in(sentence) if t.kind in ("range", "since")]
        return self._city_of_item(sentence) if clocks and self.airports.of_flights else []

    def _states(self, sentence: Sentence, triggers: list[Mention], airports: list[PlacePhrase]) -> list[Frame]:
        """Return what the triggers say of airports, each state of each airport once unless it comes anew."""
        frames: list[Frame] = []
        seen: set[tuple[Kind, tuple[tuple[str, ...], ...]]] = set()
        for trigger in triggers:
            kind = _KINDS["reopening" if is_lifted(self.scene, trigger) else trigger.value]
            if kind is Kind.DIVERSION or not self._stands(sentence, trigger, airports):
                continue
            if kind is Kind.AIRSPACE_CLOSURE and any(overlaps_reopening(self.scene, trigger, t) for t in triggers):
                continue
            if any(f.kind is kind and (f.place is None or not airports) for f in frames):
                continue
            for frame in self._closures(sentence, trigger, kind, airports):
                key = (kind, frame.place.members if frame.place else ())
                self.closed = self.closed or kind is Kind.AIRSPACE_CLOSURE
                if key not in seen or _is_anew(self.scene, trigger, frames):
                    seen.add(key)
                    frames.append(frame)
        return frames

    def _diverted(self, sentence: Sentence, airports: list[PlacePhrase], frames: list[Frame]) -> list[Frame]:
        """Return the diversions of a sentence, and remember its airports for those behind it."""
        self.closed = self.closed or any(f.kind is Kind.AIRSPACE_CLOSURE for f in frames)
        placed = list(dict.fromkeys(f.place for f in frames if f.place is not None))
        shut = [f.place for f in frames if f.place is not None and f.kind is Kind.AIRSPACE_CLOSURE]
        self.told |= {(sentence.index, f.trigger, f.place.members) for f in frames if f.place is not None}
        self.scene.airports = shut or self.scene.airports or placed
        self.scene.apart = not shut and not airports and self._are_apart()
        if self.scene.apart:
            self.scene.airports, before = [], list[PlacePhrase]()
        else:
            before = self.scene.airports or self.last_airports
        found = DiversionRule(self.scene, self.closed, before).read(sentence, airports, shut)
        self.last_airports = placed or airports or self.last_airports
        return found

    def _are_apart(self) -> bool:
        """Tell whether several airports were told of, each in words of its own."""
        return len({m for _, _, m in self.told}) > 1 and len({(n, t) for n, t, _ in self.told}) > 1

    def _led_by(self, sentence: Sentence) -> Mention | None:
        """Return the closure or re-opening that introduces the list an item stands in."""
        if sentence.lead is None:
            return None
        lead = self.scene.reading.sentences[sentence.lead]
        found = self.scene.triggers_in(lead, frozenset(("closure", "reopening")))
        return found[0] if found and self._stands(lead, found[0], []) else None

    def _city_of_item(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return the city an item of a list of airports opens with: "✈️ Пенза — с 02:11"."""
        places = self.scene.reading.packs.places
        first = [p for p in self.scene.places_in(sentence.start, sentence.start + 2) if len(p.members) == 1]
        towns = (PlaceKind.SETTLEMENT, PlaceKind.AIRPORT)
        return [
            self.airports.as_airport(p, 0)
            for p in first[:1]
            if any(places[i].kind in towns for i in p.members[0] if i in places)
        ]

    def _stands(self, sentence: Sentence, trigger: Mention, airports: list[PlacePhrase]) -> bool:
        reading = self.scene.reading
        trapped = trap_at(reading, sentence, trigger.start, trigger.stop) is not None
        if "future" in trigger.flags or (trapped and not _may_not(reading, trigger)):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "future, drill, forecast or other trap")
            return False
        if any(t.value == "other_cause" for t in reading.in_range("trap", sentence.start, sentence.stop)):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "weather or another cause")
            return False
        if is_of_premises(reading, sentence, airports):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "a shop or the like, no airport")
            return False
        words = reading.words(trigger.start, trigger.stop).lower()
        if is_negated(reading, trigger.start, trigger.stop, 1) and not words.startswith(("не ", "not ")):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
            return False
        if "weak" in trigger.flags and not self._is_of_flying(sentence, trigger, airports):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no airport or flights stand beside it")
            return False
        stretch = reading.tokens.folded[sentence.first : sentence.last]
        flights = [m for m in reading.in_range("unit", sentence.start, sentence.stop) if m.value == "flight"]
        if any(word in stretch for word in AIR_WORDS) or airports or flights:
            return True
        if any(w.startswith(OF_AIR) for w in reading.tokens.words[trigger.start : trigger.stop]):
            return True
        flown = self.airports.of_flights
        flown = flown and not is_of_others(self.scene, sentence)
        if flown and sentence.stop - sentence.start <= 12 and self.scene.places_in(sentence.start, sentence.stop):
            return True  # "Copenhagen reopened at 00:30; 31 flights had been diverted"
        if (trigger.stop - trigger.start >= 2 or trigger.value == "reopening") and self.last_airports:
            return True
        self.scene.reject(trigger.start, trigger.stop, trigger.value, "no airport or airspace is spoken of")
        return False

    def _is_of_flying(self, sentence: Sentence, trigger: Mention, airports: list[PlacePhrase]) -> bool:
        """Tell whether airports or flights stand beside a plain verb: "приостановил полёты"."""
        reading = self.scene.reading
        words = reading.tokens.words
        again = closes_before(self.scene, sentence, trigger)
        own = words[trigger.start : trigger.stop]
        over = self.scene.triggers_in(sentence, _ALL_CLEAR)  # "the alert was lifted at 9:05, the airport is open"
        if not self.closed and not again and not over and not _STATES.isdisjoint(own) and _ANEW.isdisjoint(own):
            return False
        if trigger.value == "reopening" and (again or (self.closed and not is_of_others(self.scene, sentence))):
            return True  # "halted arrivals after midnight and were back in service by six"
        beside = words[max(sentence.start, trigger.start - 8) : min(sentence.stop, trigger.stop + 3)]
        if any(w.startswith(FLOWN) for w in beside):
            return True
        if trigger.stop - trigger.start > 1 and any(w.startswith(OF_AIR) for w in own):
            return True  # "nothing took off or landed"
        if takes_an_object(self.scene, sentence, trigger):
            return False
        first, last = max(sentence.start, trigger.start - 8), min(sentence.stop, trigger.stop + 8)
        if any(a.start < last and first < a.stop and _same_half(self.scene, trigger, a) for a in airports):
            return True
        return any(m.value == "airport" for m in reading.in_range("place_head", first, last))

    def _closures(self, sentence: Sentence, trigger: Mention, kind: Kind, airports: list[PlacePhrase]) -> list[Frame]:
        reading = self.scene.reading
        rivals = [
            t for t in self.scene.triggers_in(sentence, frozenset(("closure", "reopening"))) if t.value != trigger.value
        ]
        sky = sky_of(self.scene, sentence, trigger)
        named = airports or self._meant(sentence) or self.airports.cities(sentence, trigger)
        named = [sky] if sky is not None else named
        if rivals and airports and all(self._is_of_rival(a, rivals, trigger) for a in named):  # "..., а Уфу відкрили"
            others = self.airports.cities(sentence, trigger)
            named = [c for c in others if not self._is_of_rival(c, rivals, trigger)] or named
        named = self._without_hosts(sentence, trigger, named)
        near = [a for a in named if _same_half(self.scene, trigger, a)] or named
        if rivals and len(named) > 1:  # "Внуково и Домодедово уже открыты, Жуковский пока закрыт"
            near = [a for a in near if not self._is_of_rival(a, rivals, trigger)] or near
        if kind is Kind.AIRSPACE_CLOSURE:
            near = [a for a in near if not self.airports.works(sentence, a, trigger, named)]
        if kind is Kind.AIRSPACE_REOPENING and _ALL.intersection(reading.tokens.words[sentence.start : trigger.start]):
            near = list(dict.fromkeys([*(airports or self.last_airports), *near]))
        if not near:
            near = self.last_airports
        span = reading.span(trigger.start, trigger.stop)
        rule = f"{trigger.lang}.{kind.value}.{trigger.value}"
        if not near:
            return [Frame(kind, span, sentence.index, rule, token=trigger.start)]
        return [Frame(kind, span, sentence.index, rule, place=a, each=True, token=trigger.start) for a in near]

    def _is_of_rival(self, airport: PlacePhrase, rivals: list[Mention], trigger: Mention) -> bool:
        return any(self.airports.is_nearer(airport, r, trigger) for r in rivals)

    def _without_hosts(self, sentence: Sentence, trigger: Mention, airports: list[PlacePhrase]) -> list[PlacePhrase]:
        """Leave out those that took flights in behind a closure: "стояло всю ніч, чотири борти прийняв Каунас"."""
        behind = [a for a in airports if a.start >= trigger.stop]
        found = taken_in(self.scene, sentence, behind) if behind else None
        return airports if found is None else [a for a in airports if a.start < min(found[0].start, found[1].start)]

    def _meant(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return the airport flights were meant for, which is the one that closed: "bound for Sochi"."""
        if not self.may_be_bound:
            return []
        places = [p for p in self.scene.phrases_in(sentence.start, sentence.stop) if p.role in ("place", "alternate")]
        bound = find_bound(self.scene, sentence, places)
        return [self.airports.as_airport(bound[1], 0)] if bound is not None and bound[1] is not None else []


def _may_not(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a modal verb forbids, and foretells nothing: "planes may not land at", "could not take off"."""
    words = reading.tokens.words
    return words[trigger.start] == "not" and words[trigger.start - 1] in ("may", "could", "can")


def _is_anew(scene: Scene, trigger: Mention, frames: list[Frame]) -> bool:
    """Tell whether an airport is closed once more behind its opening: "закрыли, открыли и снова закрыли"."""
    before = scene.reading.tokens.words[max(0, trigger.start - 2) : trigger.stop]
    return trigger.value == "closure" and bool(_ANEW.intersection(before)) and len({f.kind for f in frames}) > 1


def _same_half(scene: Scene, trigger: Mention, airport: PlacePhrase) -> bool:
    """Tell whether an airport stands in the same part of a sentence that says two things."""
    left, right = min(trigger.stop, airport.stop), max(trigger.start, airport.start)
    if left >= right:
        return True
    gap = scene.reading.gap(left - 1, right)
    return ";" not in gap and " а " not in gap and " while " not in gap
