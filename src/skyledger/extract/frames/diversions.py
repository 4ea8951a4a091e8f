"""Flights that could not land where they were bound for: how many, from which airport, and where they went."""

from itertools import pairwise

from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.bound import find_bound
from skyledger.extract.frames.origins import named_by_origin
from skyledger.extract.frames.taken_in import taken_in
from skyledger.extract.scene import Scene
from skyledger.extract.words import FROM_WORDS, TO_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind, PlaceKind, Qualifier, Unit

# Words that divert only flights meant for another airport.
_PLAIN = frozenset(
    (
        *("landed", "landing", "flew", "flown", "went", "touched", "put", "made", "headed", "returned", "taken"),
        *("carried", "continued", "ended", "were", "was", "set", "found", "came", "got"),
    )
)
_ELSEWHERE = ("bound for", "instead", "heading for", "headed for", "due to land", "due in", "en route to", "alternat")
_INSTEAD = ("вместо", "замість", "запасн", "следовавш", "летевш", "не дожда", "прямувал", "летіл")
_NAMED = ("place", "anaphor", "alternate")
# Verbs of turning, which a blast may do to a roof as well.
_TURNS = ("розверн", "розверт", "развер", "развор")
# What stands before the airport that was not reached.
_NO_ONE = frozenset("no nobody none никто ни ніхто жоден".split())
_ONE = frozenset(("a", "an", "one", "another"))
_MISSED = frozenset(("instead", "вместо", "замість", "due", "bound", "destined", "scheduled"))
_HEADED = (
    "летевш",
    "прибывавш",
    "прилетавш",
    "следующ",
    "следовавш",
    "направлявш",
    "прямувал",
    "летіл",
    "летів",
    "шедш",
    "ожидал",
    "очікувал",
)


# Bombers and fighters, which land and turn for reasons of their own.
_WARPLANES = frozenset("ту міг миг су tu mig su".split())
_WARPLANE_STEMS = (
    *("ту-95", "ту-160", "ту-22", "міг-31", "миг-31", "су-3", "су-57", "тушк", "міги", "миги", "бомбардувальник"),
    *("бомбардировщик", "винищувач", "истребител", "bomber", "tupolev"),
)


class DiversionRule:
    """Reads the diversions of one sentence; what was closed before tells what they could not reach."""

    def __init__(self, scene: Scene, closed: bool, last_airports: list[PlacePhrase]) -> None:
        self.scene = scene
        self.closed = closed
        self.last_airports = last_airports

    def read(self, sentence: Sentence, airports: list[PlacePhrase], closed_here: list[PlacePhrase]) -> list[Frame]:
        """Return the diversion of a sentence, with its shares where they are told airport by airport."""
        triggers = self.scene.triggers_in(sentence, frozenset(("diversion",)))
        for trigger in sorted(triggers, key=lambda t: "weak" in t.flags):
            if self._stands(sentence, trigger) and (found := self._read(sentence, trigger, airports, closed_here)):
                return found
        places = [p for p in self.scene.phrases_in(sentence.start, sentence.stop) if p.role in _NAMED]
        bound = find_bound(self.scene, sentence, places)
        if bound is None and (hosted := self._hosted(sentence, airports, closed_here)):
            return hosted
        if bound is None or not self._stands(sentence, bound[0]):
            return []
        return self._read(sentence, bound[0], airports, [] if bound[1] else closed_here, meant=bound[1])

    def _hosted(self, sentence: Sentence, airports: list[PlacePhrase], closed_here: list[PlacePhrase]) -> list[Frame]:
        """Return the flights that another city took in, where an airport is told to be shut."""
        places = [p for p in self.scene.phrases_in(sentence.start, sentence.stop) if p.role in _NAMED]
        found = taken_in(self.scene, sentence, places) if self.closed or closed_here else None
        if found is None or not self._stands(sentence, found[0]):
            return []
        trigger, flights, host = found
        others = [p for p in places if p is not host]
        frame = Frame(
            Kind.DIVERSION,
            self.scene.reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.diversion.host",
            count=flights.count,
            count_span=flights.span,
            place=self._source(trigger, others, airports, [p for p in closed_here if p.start != host.start]),
            token=trigger.start,
        )
        frame.to = join_places(self.scene, [host])
        return [frame]

    def _stands(self, sentence: Sentence, trigger: Mention) -> bool:
        reading = self.scene.reading
        if "future" in trigger.flags or trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "future, drill, forecast or other trap")
            return False
        if any(t.value == "other_cause" for t in reading.in_range("trap", sentence.start, sentence.stop)):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "weather or another cause")
            return False
        if self._is_on_its_course(sentence, trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "weapons or warplanes, no flights")
            return False
        before = reading.tokens.words[max(sentence.start, trigger.start - 8) : trigger.start]
        no_one = "weak" in trigger.flags and not _NO_ONE.isdisjoint(before)  # "no aircraft took off from or landed at"
        if no_one or is_negated(reading, trigger.start, trigger.stop, 1):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
            return False
        return "weak" not in trigger.flags or self._were_meant_elsewhere(sentence, trigger)

    def _is_on_its_course(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether drones, missiles or bombers turn or land: "ракети змінили курс", "4 Ту-95 сіли в Оленьї"."""
        reading = self.scene.reading
        words = reading.tokens.words[sentence.start : sentence.stop]
        numbered = any(a in _WARPLANES and b[:1].isdigit() for a, b in pairwise(words))
        if numbered or any(w.startswith(_WARPLANE_STEMS) for w in words):
            return True
        if reading.starting("unit", sentence.start, sentence.stop):
            return False
        course = reading.words(trigger.start, trigger.stop).lower().endswith(("курс", "course"))
        flying = reading.in_range("object", sentence.start, trigger.start)
        return (course and not self._spoken_of_flights(sentence)) or (
            bool(flying) and trigger.start - flying[-1].stop <= 1 and flying[-1].value not in ("aircraft", "unknown")
        )

    def _spoken_of_flights(self, sentence: Sentence) -> bool:
        """Tell whether flights or an airport were spoken of up to here."""
        reading = self.scene.reading
        if self.closed or self.last_airports:
            return True
        named = reading.starting("unit", 0, sentence.stop)
        heads = reading.starting("place_head", 0, sentence.stop)
        return any(u.value == "flight" for u in named) or any(h.value == "airport" for h in heads)

    def _read(
        self,
        sentence: Sentence,
        trigger: Mention,
        airports: list[PlacePhrase],
        closed_here: list[PlacePhrase],
        meant: PlacePhrase | None = None,
    ) -> list[Frame]:
        reading = self.scene.reading
        words = reading.tokens.words
        places = [
            p
            for p in self.scene.phrases_in(sentence.start, sentence.stop)
            if p.role in _NAMED and not self._is_origin(p)
        ]
        targets = [p for p in places if p.start >= trigger.stop and self._leads_to(p, trigger)]
        targets += [p for p in places if p.role == "alternate" and p not in targets]
        sources = [p for p in places if p not in targets and p.stop <= trigger.start] or [
            p for p in places if p not in targets
        ]
        missed = [p for p in places if p is meant or self._was_missed(p)]
        if missed:  # "went to Tyumen instead of Chelyabinsk"
            sources, closed_here = missed, []
            targets = [p for p in targets if all(p.members != m.members for m in missed)]
        flights = self._flights(sentence, trigger)
        if flights is None and not airports and not self.last_airports and words[trigger.start].startswith(_TURNS):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no flight or airport is spoken of")
            return []
        if flights is None and not targets and not sources:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no number, airport or alternate is named")
            return []
        whole = Frame(
            Kind.DIVERSION,
            reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.diversion.verb",
            place=self._source(trigger, sources, airports, closed_here),
            token=trigger.start,
        )
        if flights is not None:
            whole.count, whole.count_span = flights.count, flights.span
        return self._shared(sentence, trigger, whole, flights, targets)

    def _was_missed(self, place: PlacePhrase) -> bool:
        """Tell whether flights were meant for a place: "instead of Penza", "due in Izhevsk", "летевший в Сочи"."""
        before = self.scene.reading.tokens.words[max(0, place.start - 2) : place.start]
        return any(w in _MISSED or w.startswith(_HEADED) for w in before)

    def _source(
        self, trigger: Mention, sources: list[PlacePhrase], airports: list[PlacePhrase], closed: list[PlacePhrase]
    ) -> PlacePhrase | None:
        """Return the airport that could not be reached: those closed in the sentence, else named in it, else before."""
        before = [a for a in closed if a.start < trigger.start]
        if before:
            return join_places(self.scene, before)
        if not sources:
            return join_places(self.scene, self.last_airports)
        source = sources[-1]
        if named := [a for a in airports if a.start == source.start]:
            return named[-1]
        if len(source.members) == 1:
            return self._as_airport(source)
        return source

    def _as_airport(self, phrase: PlacePhrase) -> PlacePhrase:
        places = self.scene.reading.packs.places
        ids = phrase.members[0]
        own = tuple(i for i in ids if i in places and places[i].kind is PlaceKind.AIRPORT)
        span = phrase.member_spans[0] if phrase.member_spans else phrase.span
        return PlacePhrase(
            (own or ids,), phrase.start, phrase.stop, span, phrase.role, (PlaceKind.AIRPORT,), phrase.within, (span,)
        )

    def _is_origin(self, place: PlacePhrase) -> bool:
        """Tell whether a place is where a flight came from: "борт из Антальи", but not "из Внуково 12 рейсов ушли"."""
        before = self.scene.reading.tokens.words[place.start - 1] if place.start else ""
        if before not in FROM_WORDS:
            return False
        near = self.scene.reading.in_range("unit", max(0, place.start - 4), place.start)
        return any(m.value == "flight" for m in near)

    def _shared(
        self,
        sentence: Sentence,
        trigger: Mention,
        whole: Frame,
        flights: Quantity | None,
        targets: list[PlacePhrase],
    ) -> list[Frame]:
        """Return the shares of "17 flights: nine to Pulkovo, five to Kazan", each with where it went."""
        numbers = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.count is not None and (q.elliptic or (q.noun is not None and q.noun.value == "flight"))
        ]
        more = named_by_origin(self.scene, sentence)
        if more and flights is not None:  # "рейс из Стамбула ушёл на Яссы, лондонский — на Бухарест"
            starts = {q.start for q in numbers}
            numbers += [q for q in (flights, *more) if q.start not in starts]
            numbers.sort(key=lambda q: q.start)
        groups: list[tuple[Quantity, list[PlacePhrase]]] = []
        for target in targets:
            before = [q for q in numbers if q.stop <= target.start]
            if not before:
                continue
            if groups and groups[-1][0] is before[-1]:
                groups[-1][1].append(target)
            else:
                groups.append((before[-1], [target]))
        own = [g for g in groups if flights is not None and g[0].start == flights.start]
        parts = [g for g in groups if g not in own and g[0].start > trigger.start]
        if not parts or flights is None:
            whole.to = join_places(self.scene, targets)
            return [whole]
        whole.to = join_places(self.scene, own[0][1]) if own else None
        frames = [self._share(whole, number, to) for number, to in parts]
        if not own and whole.count is not None and _sum(frames) <= (whole.count.high or 0):
            whole.aggregate = True
            for frame in frames:
                frame.whole = whole
        return [whole, *frames]

    def _share(self, whole: Frame, number: Quantity, to: list[PlacePhrase]) -> Frame:
        frame = Frame(
            Kind.DIVERSION, whole.trigger, whole.sentence, f"{whole.rule}.share", place=whole.place, token=number.start
        )
        frame.count, frame.count_span, frame.to = number.count, number.span, join_places(self.scene, to)
        return frame

    def _were_meant_elsewhere(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether flights are named, and for plain words ("landed at") that they were bound for another place."""
        found = self.scene.quantities_in(sentence.start, sentence.stop)
        named = any(q.noun is not None and q.noun.value == "flight" for q in found)
        named = named or (self.closed and any(q.noun is not None and q.noun.value == "aircraft" for q in found))
        if not named and not named_by_origin(self.scene, sentence):
            return False
        if self.closed:
            return True
        stretch = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        plain = self.scene.reading.tokens.words[trigger.start] in _PLAIN
        if trigger.lang != "en":
            return any(word in stretch for word in _INSTEAD)
        return not plain or any(word in stretch for word in _ELSEWHERE)

    def _flights(self, sentence: Sentence, trigger: Mention) -> Quantity | None:
        found = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.count is not None and q.noun is not None and (q.noun.value in ("flight", "aircraft"))
        ]
        found = found or self._single(sentence, trigger)
        found = found or [q for q in named_by_origin(self.scene, sentence) if q.stop == trigger.start]
        bare = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.elliptic and 0 <= trigger.start - q.stop <= 2
        ]
        return (
            bare[0]
            if bare and (found or self._has_flights(sentence))
            else (min(found, key=lambda q: abs(q.start - trigger.start)) if found and not bare else None)
        )

    def _single(self, sentence: Sentence, trigger: Mention) -> list[Quantity]:
        """Return one flight named in the singular before its verb: "a flight from Antalya ended in", "борт ушёл"."""
        words = self.scene.reading.tokens.words
        for q in reversed(self.scene.quantities_in(sentence.start, trigger.start)):
            noun = q.noun
            if noun is None or q.count is not None or noun.value not in ("flight", "aircraft"):
                continue
            before = words[noun.start - 1] if noun.start else ""
            one = (
                before in _ONE if noun.lang == "en" else not words[noun.stop - 1].endswith(("ы", "и", "а", "ів", "ов"))
            )
            if "sing" in noun.flags and one:
                span = self.scene.reading.span(noun.start, noun.stop)
                text = span.slice(self.scene.reading.text)
                count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.FLIGHT, text=text)
                return [Quantity(count, noun, q.start, q.stop, span)]
        return []

    def _has_flights(self, sentence: Sentence) -> bool:
        stretch = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        return any(
            word in stretch
            for word in (
                "рейс",
                "борт",
                "flight",
                "plane",
                "самолет",
                "літак",
                "судн",
                "запасн",
                "alternat",
                "экипаж",
                "екіпаж",
                "crews",
            )
        )

    def _leads_to(self, place: PlacePhrase, trigger: Mention) -> bool:
        words = self.scene.reading.tokens.words
        if ":" in (gap := self.scene.reading.gap(trigger.stop - 1, place.start)) or ";" in gap:
            numbers = self.scene.quantities_in(trigger.stop, place.start)
            if not any(q.count is not None for q in numbers):
                return False  # "went to Kazan: Strigino is closed"
        return (
            any(words[t] in TO_WORDS for t in range(max(trigger.stop - 1, 0), place.start))
            or ("запасн" in words[trigger.stop - 1] and "," not in gap)
            or words[trigger.stop - 1] in ("в", "to", "for")
        )


def _sum(frames: list[Frame]) -> int:
    counts: list[Count] = [f.count for f in frames if f.count is not None]
    return sum(c.low for c in counts)


def join_places(scene: Scene, places: list[PlacePhrase]) -> PlacePhrase | None:
    """Return several airports as one list of places."""
    if len(places) < 2:
        return places[0] if places else None
    first, last = places[0], places[-1]
    return PlacePhrase(
        tuple(m for p in places for m in p.members),
        first.start,
        last.stop,
        scene.reading.span(first.start, last.stop),
        "place",
        tuple(PlaceKind.AIRPORT for p in places for _ in p.members),
        (),
        tuple(s for p in places for s in p.member_spans),
    )
