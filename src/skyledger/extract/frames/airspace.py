"""Airports and airspace closed and re-opened, one frame an airport; flights sent elsewhere are in ``diversions.py``."""

from dataclasses import replace

from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.air_states import find_states
from skyledger.extract.frames.airports_named import AirportsNamed
from skyledger.extract.frames.bound import find_bound, may_be_bound
from skyledger.extract.frames.diversions import DiversionRule
from skyledger.extract.frames.idle import find_idle, may_be_idle
from skyledger.extract.frames.premises import is_of_premises
from skyledger.extract.scene import Scene
from skyledger.extract.words import PHRASE_BREAKS
from skyledger.model.frame import Frame, Mention, PlacePhrase, Sentence
from skyledger.model.kinds import Kind, PlaceKind

_KINDS = {"closure": Kind.AIRSPACE_CLOSURE, "reopening": Kind.AIRSPACE_REOPENING, "diversion": Kind.DIVERSION}
TRIGGERS = frozenset(_KINDS)
_LIMITS = ("ограничен", "обмежен", "restriction", "ковер", "килим")
# Words that say in what state an airport is: a re-opening only where it was closed before.
_STATES = frozenset("открыт открыта открыто открыты відкритий відкрита відкрите відкриті open opened".split())
_ANEW = frozenset("снова вновь опять знову again".split())  # what is open anew was closed, though no text says so
_JOINERS = frozenset("а и та і й and".split())
_ALL = frozenset("all both все оба обе всех усі всі обидва обидві".split())
# What stops or resumes at an airport, as stems: nouns beside which a plain "stopped" is a closure.
_FLOWN = tuple(
    "полет польот рейс взлет прилет вылет приліт виліт прием прийом посад самолет літак воздуш повітр авиа авіа "
    "flight arriv depart takeoff landing runway airspace plane traffic operation restrict огранич обмеж offs jets "
    "aircraft борт небо неба sky skies".split()
)
_FLIGHT_NEWS = ("аэропорт", "аеропорт", "airport", "rosaviatsia", "росавиац", "росавіац", "flights", "рейс")
_OWN_WORK = ("работ", "робот", "обслуж", "деятельн", "діяльн", "врем", "тимчас", "work", "service", "temporar", "all")
_OTHERS = tuple(
    "schedul timetabl расписан розклад "
    "поезд поїзд потяг электрич електрич train rail трамва тролл тролей tram trolley bus ferr паром мост міст bridge "
    "школ занят school lesson газ gas вод water свет світл электр електр power тепл отопл опален heat".split()
)
_LIFTED = ("снят", "сняли", "снима", "отмен", "знят", "знима", "скасов", "lifted", "lifting")
_IMPOSED = ("введ", "вводи", "ввели", "действ", "запров", "уведен", "impos", "introd")
# Words that make a plain "closed" or "restrictions" speak of the air.
_AIR_WORDS = (
    "аэропорт",
    "аеропорт",
    "летовищ",
    "airport",
    "airspace",
    "воздушн",
    "повітрян",
    "рейс",
    "flight",
    "полет",
    "польот",
    "самолет",
    "літак",
    "ковер",
    "ковра",
    "килим",
    "росавиаци",
    "росавіаці",
    "гаван",
    "aviation authorit",
    "civil aviation",
    "aircraft",
    "airliner",
    "plane",
    "take-off",
    "takeoff",
    "runway",
    " борт",
    "air hub",
    "небо",
    "прием и выпуск",
    "приліт",
    "взлет",
    "arrivals and departures",
    "departures and arrivals",
    "landings",
    "take-offs",
    "acft",
    "arr/dep",
)


_HOW_OFTEN = frozenset(
    "дважды трижды опять снова вновь ненадолго временно полностью сразу двічі тричі знову ненадовго тимчасово повністю "
    "twice again briefly temporarily repeatedly".split()
)


class AirspaceRule:
    """Finds closures, re-openings and diversions, one frame an airport."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.airports = AirportsNamed(scene)
        self.last_airports: list[PlacePhrase] = []
        self.closed = False
        self.may_be_idle = may_be_idle(scene.reading.tokens.folded)
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
        told = find_states(scene, sentence, airports)
        if self.may_be_idle:
            idle = find_idle(scene, sentence, airports, self.closed or bool(self.last_airports))
            held = {n for t in (*triggers, *told) if "weak" not in t.flags for n in range(t.start, t.stop)}
            told += [t for t in idle if held.isdisjoint(range(t.start, t.stop))]
        if told:
            triggers = sorted([*(t for t in triggers if t is not led), *told], key=lambda t: t.start)
            led = None
        frames: list[Frame] = []
        seen: set[tuple[Kind, tuple[tuple[str, ...], ...]]] = set()
        for trigger in triggers:
            kind = _KINDS["reopening" if self._is_lifted(trigger) else trigger.value]
            if kind is Kind.DIVERSION or not self._stands(sentence, trigger, airports):
                continue
            if kind is Kind.AIRSPACE_CLOSURE and any(self._overlaps_reopening(trigger, t) for t in triggers):
                continue
            if any(f.kind is kind and (f.place is None or not airports) for f in frames):
                continue
            for frame in self._closures(sentence, trigger, kind, airports):
                key = (kind, frame.place.members if frame.place else ())
                if key not in seen or self._is_anew(trigger, frames):
                    seen.add(key)
                    frames.append(frame)
        if led is not None:
            frames = self._both_ends(sentence, frames)
        else:
            frames += self._lifted_behind(sentence, frames)
        frames += self._later_ones(sentence, frames)
        self.closed = self.closed or any(f.kind is Kind.AIRSPACE_CLOSURE for f in frames)
        placed = list(dict.fromkeys(f.place for f in frames if f.place is not None))
        shut = [f.place for f in frames if f.place is not None and f.kind is Kind.AIRSPACE_CLOSURE]
        scene.airports = shut or scene.airports or placed
        diverted = DiversionRule(scene, self.closed, scene.airports or self.last_airports)
        found = diverted.read(sentence, airports, shut)
        if placed or airports:
            self.last_airports = placed or airports
        return frames + found

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

    def _both_ends(self, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
        """Add the lifting an item tells under "Ограничения:": "Пенза — введены в 02:11, отменены в 06:47"."""
        words = self.scene.reading.tokens.words
        here = range(sentence.start, sentence.stop)
        lifted = next((n for n in here if words[n].startswith(_LIFTED)), None)
        if lifted is None:
            return frames
        kind, span = Kind.AIRSPACE_REOPENING, self.scene.reading.span(lifted, lifted + 1)
        opened = [
            replace(f, kind=kind, trigger=span, rule=f"{f.rule}.lifted", token=lifted)
            for f in frames
            if f.kind is Kind.AIRSPACE_CLOSURE
        ]
        imposed = any(words[n].startswith(_IMPOSED) for n in range(sentence.start, lifted))
        return [*frames, *opened] if imposed or not opened else opened

    def _is_anew(self, trigger: Mention, frames: list[Frame]) -> bool:
        """Tell whether an airport is closed once more behind its opening: "закрыли, открыли и снова закрыли"."""
        before = self.scene.reading.tokens.words[max(0, trigger.start - 2) : trigger.stop]
        return trigger.value == "closure" and bool(_ANEW.intersection(before)) and len({f.kind for f in frames}) > 1

    def _lifted_behind(self, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
        """Return the lifting a verb without an object tells: "«Ковёр» ввели в четыре, отменили в шесть"."""
        reading, closed = self.scene.reading, [f for f in frames if f.kind is Kind.AIRSPACE_CLOSURE]
        if not closed or len(closed) != len(frames):
            return []
        for n in range(sentence.start + 1, sentence.stop - 1):
            if not reading.tokens.words[n].startswith(_LIFTED) or reading.tokens.starts[n] < closed[0].trigger.stop:
                continue
            opens = "," in reading.gap(n - 1, n) or reading.tokens.words[n - 1] in _JOINERS
            if opens and any(n + 1 <= a <= n + 2 for a, _ in self.scene.stretches_in(sentence)):
                kind, span = Kind.AIRSPACE_REOPENING, reading.span(n, n + 1)
                return [replace(f, kind=kind, trigger=span, rule=f"{f.rule}.lifted", token=n) for f in closed]
        return []

    def _is_lifted(self, trigger: Mention) -> bool:
        """Tell whether "restrictions" are the ones lifted here: "сняты ограничения", "обмеження скасовано"."""
        reading = self.scene.reading
        words = reading.tokens.words[trigger.start : trigger.stop]
        if trigger.value != "closure" or not any(s in word for word in words for s in _LIMITS):
            return False
        here = reading.sentence_of(trigger.start)
        near = reading.tokens.words[max(here.start, trigger.start - 4) : trigger.start]
        after = reading.tokens.words[trigger.stop : min(here.stop, trigger.stop + 6)]
        return any(w.startswith(_LIFTED) for w in [*near, *after])

    def _overlaps_reopening(self, trigger: Mention, other: Mention) -> bool:
        """Tell whether a closure word belongs to a re-opening: "сняты *временные ограничения*"."""
        near = other.value == "reopening" and abs(other.start - trigger.start) <= 3
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        overlap = trigger.start < other.stop and other.start < trigger.stop
        return near and (overlap or any(s in words for s in _LIMITS))

    def _stands(self, sentence: Sentence, trigger: Mention, airports: list[PlacePhrase]) -> bool:
        reading = self.scene.reading
        if "future" in trigger.flags or trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
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
        if any(word in stretch for word in _AIR_WORDS) or airports or flights:
            return True
        flown = any(word in reading.tokens.folded for word in _FLIGHT_NEWS)
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
        again = self._closes_before(sentence, trigger)
        own = words[trigger.start : trigger.stop]
        if not self.closed and not again and not _STATES.isdisjoint(own) and _ANEW.isdisjoint(own):
            return False
        if trigger.value == "reopening" and (again or (self.closed and not self._is_of_others(sentence))):
            return True  # "halted arrivals after midnight and were back in service by six"
        beside = words[max(sentence.start, trigger.start - 6) : min(sentence.stop, trigger.stop + 3)]
        if any(w.startswith(_FLOWN) for w in beside):
            return True
        if self._takes_an_object(sentence, trigger):
            return False
        first, last = max(sentence.start, trigger.start - 8), min(sentence.stop, trigger.stop + 8)
        if any(a.start < last and first < a.stop and self._same_half(trigger, a) for a in airports):
            return True
        return any(m.value == "airport" for m in reading.in_range("place_head", first, last))

    def _takes_an_object(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether something else is stopped or opened: "остановил строительство", "stopped selling"."""
        reading, stop = self.scene.reading, trigger.stop
        if stop - trigger.start > 1:
            return False  # "не работал", "stood still"
        if stop >= sentence.stop or reading.gap(stop - 1, stop).strip(" \u00a0"):
            return False
        word = reading.tokens.words[stop]
        known = reading.in_range("place_head", stop, stop + 1) or self.scene.places_in(stop, stop + 1)
        timed = any(a <= stop < b for a, b in self.scene.stretches_in(sentence))
        return not (
            word in PHRASE_BREAKS
            or word in _HOW_OFTEN
            or word.startswith(_OWN_WORK)
            or word[:1].isdigit()
            or known
            or timed
        )

    def _closes_before(self, sentence: Sentence, trigger: Mention) -> bool:
        closures = self.scene.triggers_in(sentence, frozenset(("closure",)))
        return any(t.start < trigger.start for t in closures)

    def _is_of_others(self, sentence: Sentence) -> bool:
        """Tell whether trains, supplies or schools are what resumes."""
        stretch = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        return any(stem in stretch for stem in _OTHERS)

    def _closures(self, sentence: Sentence, trigger: Mention, kind: Kind, airports: list[PlacePhrase]) -> list[Frame]:
        reading = self.scene.reading
        rivals = [
            t for t in self.scene.triggers_in(sentence, frozenset(("closure", "reopening"))) if t.value != trigger.value
        ]
        named = airports or self._meant(sentence) or self.airports.cities(sentence, trigger)
        near = [a for a in named if self._same_half(trigger, a)] or named
        if rivals and len(named) > 1:  # "Внуково и Домодедово уже открыты, Жуковский пока закрыт"
            near = [a for a in near if not any(self.airports.is_nearer(a, r, trigger) for r in rivals)] or near
        if kind is Kind.AIRSPACE_REOPENING and _ALL.intersection(reading.tokens.words[sentence.start : trigger.start]):
            near = list(dict.fromkeys([*(airports or self.last_airports), *near]))
        if not near:
            near = self.last_airports
        span = reading.span(trigger.start, trigger.stop)
        rule = f"{trigger.lang}.{kind.value}.{trigger.value}"
        if not near:
            return [Frame(kind, span, sentence.index, rule, token=trigger.start)]
        return [Frame(kind, span, sentence.index, rule, place=a, each=True, token=trigger.start) for a in near]

    def _meant(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return the airport flights were meant for, which is the one that closed: "bound for Sochi"."""
        if not self.may_be_bound:
            return []
        places = [p for p in self.scene.phrases_in(sentence.start, sentence.stop) if p.role in ("place", "alternate")]
        bound = find_bound(self.scene, sentence, places)
        return [self.airports.as_airport(bound[1], 0)] if bound is not None and bound[1] is not None else []

    def _later_ones(self, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
        """Return what a dash says of one airport more: "Жешув ожил в 05:35, Люблин — в 06:10"."""
        if len({f.trigger for f in frames}) != 1 or frames[0].place is None:
            return []
        reading, first = self.scene.reading, frames[0]
        known = {m for f in frames if f.place is not None for m in f.place.members}
        found = []
        for place in self.scene.places_in(sentence.start, sentence.stop):
            named = reading.tokens.starts[place.start] >= first.trigger.stop and len(place.members) == 1
            dash = reading.gap(place.stop - 1, place.stop).strip() if place.stop < sentence.stop else ""
            joined = reading.tokens.words[place.start - 1] in _JOINERS
            before = place.start - (2 if joined else 1)
            if not named or dash not in ("—", "–", "-") or "," not in reading.gap(before, place.start):
                continue
            airport = self.airports.as_airport(place, 0)
            if airport.members[0] not in known:
                rule = f"{first.rule}.later"
                found.append(
                    Frame(first.kind, airport.span, sentence.index, rule, place=airport, each=True, token=place.start)
                )
        return found

    def _same_half(self, trigger: Mention, airport: PlacePhrase) -> bool:
        """Tell whether an airport stands in the same part of a sentence that says two things."""
        left, right = min(trigger.stop, airport.stop), max(trigger.start, airport.start)
        if left >= right:
            return True
        gap = self.scene.reading.gap(left - 1, right)
        return ";" not in gap and " а " not in gap and " while " not in gap
