"""Flights that could not land where they were bound for: how many, from which airport, and where they went."""

from dataclasses import replace
from itertools import pairwise

from skyledger.extract.areas import known_places
from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.bound import find_bound
from skyledger.extract.frames.diversion_shares import join_places, shared_out
from skyledger.extract.frames.flights_meant import flights_of
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.frames.origins import named_by_origin
from skyledger.extract.frames.taken_in import taken_in
from skyledger.extract.scene import Scene
from skyledger.extract.words import FROM_WORDS, TO_WORDS
from skyledger.model.frame import Frame, Mention, PlacePhrase, Sentence
from skyledger.model.kinds import Kind, PlaceKind

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
# What keeps flights from an airport where it is named as the reason.
_IN_THE_WAY = frozenset(("uav", "balloon", "missile", "unknown"))
_BECAUSE = frozenset("через из-за after following".split())
# What stands before the airport that was not reached.
_NO_ONE = frozenset("no nobody none никто ни ніхто жоден".split())
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
        others = [p for p in places if p is not host and not self._is_dashed(p)]
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
        return [frame, *self._hosts_behind(sentence, frame, host, places)]

    def _is_dashed(self, place: PlacePhrase) -> bool:
        return self.scene.reading.gap(place.start - 1, place.start).strip() in DASHES

    def _hosts_behind(
        self, sentence: Sentence, first: Frame, host: PlacePhrase, places: list[PlacePhrase]
    ) -> list[Frame]:
        """Return the flights of further hosts, whose verb is left out: "чотири прийняв Каунас, один — Варшава"."""
        found = []
        for place in (p for p in places if p.start > host.stop):
            counted = self.scene.quantities_in(place.start - 2, place.start)
            if self._is_dashed(place) and counted and counted[-1].stop == place.start and counted[-1].elliptic:
                count = counted[-1].count
                more = replace(first, count=count, count_span=counted[-1].span, token=counted[-1].start)
                more.to = join_places(self.scene, [place])
                found.append(more)
        return found

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
        if flying and reading.tokens.words[flying[-1].start - 1] in _BECAUSE:
            return False  # "через дрони сіли в Нюрнберзі"
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
        """Return the diversion a trigger tells, shared out by where the flights went."""
        scene, reading = self.scene, self.scene.reading
        targets, sources, missed = self._ends(sentence, trigger, meant)
        if missed:  # "went to Tyumen instead of Chelyabinsk"
            closed_here = []
        flights = flights_of(scene, sentence, trigger)
        turns = reading.tokens.words[trigger.start].startswith(_TURNS)
        if flights is None and not airports and not self.last_airports and turns:
            scene.reject(trigger.start, trigger.stop, trigger.value, "no flight or airport is spoken of")
            return []
        if flights is None and not targets and not sources:
            scene.reject(trigger.start, trigger.stop, trigger.value, "no number, airport or alternate is named")
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
        return shared_out(scene, sentence, trigger, whole, flights, targets)

    def _ends(
        self, sentence: Sentence, trigger: Mention, meant: PlacePhrase | None
    ) -> tuple[list[PlacePhrase], list[PlacePhrase], bool]:
        """Return where flights went, where they were bound for, and whether the words say so of the latter."""
        scene = self.scene
        named = [p for p in scene.phrases_in(sentence.start, sentence.stop) if p.role in _NAMED]
        places = [p for p in named if not _is_origin(scene, p)]
        targets = [p for p in places if p.start >= trigger.stop and _leads_to(scene, p, trigger)]
        targets += [p for p in places if p.role == "alternate" and p not in targets]
        if missed := [p for p in places if p is meant or _was_missed(scene, p)]:
            return [p for p in targets if all(p.members != m.members for m in missed)], missed, True
        others = [p for p in places if p not in targets]
        return targets, [p for p in others if p.stop <= trigger.start] or others, False

    def _source(
        self, trigger: Mention, sources: list[PlacePhrase], airports: list[PlacePhrase], closed: list[PlacePhrase]
    ) -> PlacePhrase | None:
        """Return the airport that could not be reached: those closed in the sentence, else named in it, else before."""
        before = [a for a in closed if a.start < trigger.start]
        if any(_is_country(self.scene, a) for a in before):
            return None  # the sky of a country was shut: its airport is not told
        if before:
            return join_places(self.scene, before)
        if not sources:
            return join_places(self.scene, [a for a in self.last_airports if not _is_country(self.scene, a)])
        source = sources[-1]
        if _is_country(self.scene, source):
            return None
        if named := [a for a in airports if a.start == source.start]:
            return named[-1]
        if len(source.members) == 1:
            return _as_airport(self.scene, source)
        return source

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
            things = self.scene.reading.in_range("object", sentence.start, sentence.stop)
            before = [self.scene.reading.tokens.words[m.start - 1] for m in things if m.value in _IN_THE_WAY]
            return any(word in stretch for word in _INSTEAD) or not _BECAUSE.isdisjoint(before)
        return not plain or any(word in stretch for word in _ELSEWHERE)


def _is_country(scene: Scene, place: PlacePhrase) -> bool:
    return any(p.kind is PlaceKind.COUNTRY for p in known_places(scene.reading, place))


def _was_missed(scene: Scene, place: PlacePhrase) -> bool:
    """Tell whether flights were meant for a place: "instead of Penza", "due in Izhevsk", "летевший в Сочи"."""
    before = scene.reading.tokens.words[max(0, place.start - 2) : place.start]
    return any(w in _MISSED or w.startswith(_HEADED) for w in before)


def _is_origin(scene: Scene, place: PlacePhrase) -> bool:
    """Tell whether a place is where a flight came from: "борт из Антальи", but not "из Внуково 12 рейсов ушли"."""
    before = scene.reading.tokens.words[place.start - 1] if place.start else ""
    if before not in FROM_WORDS:
        return False
    first = max(0, place.start - 4)
    flights = any(m.value == "flight" for m in scene.reading.in_range("unit", first, place.start))
    return flights or any(m.value == "aircraft" for m in scene.reading.in_range("object", first, place.start))


def _leads_to(scene: Scene, place: PlacePhrase, trigger: Mention) -> bool:
    words = scene.reading.tokens.words
    if ":" in (gap := scene.reading.gap(trigger.stop - 1, place.start)) or ";" in gap:
        numbers = scene.quantities_in(trigger.stop, place.start)
        if not any(q.count is not None for q in numbers):
            return False  # "went to Kazan: Strigino is closed"
    return (
        any(words[t] in TO_WORDS for t in range(max(trigger.stop - 1, 0), place.start))
        or ("запасн" in words[trigger.stop - 1] and "," not in gap)
        or words[trigger.stop - 1] in ("в", "to", "for")
    )


def _as_airport(scene: Scene, phrase: PlacePhrase) -> PlacePhrase:
    places = scene.reading.packs.places
    ids = phrase.members[0]
    own = tuple(i for i in ids if i in places and places[i].kind is PlaceKind.AIRPORT)
    span = phrase.member_spans[0] if phrase.member_spans else phrase.span
    return PlacePhrase(
        (own or ids,), phrase.start, phrase.stop, span, phrase.role, (PlaceKind.AIRPORT,), phrase.within, (span,)
    )
