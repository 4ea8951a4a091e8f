"""Which airports a sentence names, and which cities stand for theirs."""

from skyledger.extract.scene import Scene
from skyledger.extract.words import TO_WORDS
from skyledger.model.frame import Mention, PlacePhrase, Sentence
from skyledger.model.kinds import PlaceKind

JOINERS = frozenset("а и та і й and".split())
# Words by which a text is known to be about flights.
FLIGHT_NEWS = ("аэропорт", "аеропорт", "airport", "rosaviatsia", "росавиац", "росавіац", "flights", "рейс")
_OPENERS = frozenset("а и но зато также а еще та й і але натомість while but and".split())
_ADVERBS = frozenset(
    (
        "пока по прежнему пока еще ещё снова вновь опять уже тоже также все досі поки ще знову вже теж is still again"
    ).split()
)
_WORKS = ("работа", "функцион", "летает", "летают", "приним", "штатн", "доступ", "працю", "прийма", "operat")
_FLIGHTS_REACH = 4  # words of "3 ACFT to"
_NOTHING = frozenset(("nothing", "nobody", "none"))
_LINKS = JOINERS | {"в", "у", "во", "in", "at", "с", "з", "from"}


def is_airport(scene: Scene, phrase: PlacePhrase) -> bool:
    """Tell whether each place of a phrase may be an airport."""
    places = scene.reading.packs.places
    return all(any(i in places and places[i].kind is PlaceKind.AIRPORT for i in ids) for ids in phrase.members)


class AirportsNamed:
    """Finds the airports of a document sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of_flights = any(word in scene.reading.tokens.folded for word in FLIGHT_NEWS)

    def named(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return airports named in a sentence; "airport" beside a city makes that city's airport."""
        found: list[PlacePhrase] = []
        reading = self.scene.reading
        heads = [m for m in reading.in_range("place_head", sentence.start, sentence.stop) if m.value == "airport"]
        plural = any("plural" in h.flags for h in heads)
        diverted = [t.start for t in self.scene.triggers_in(sentence, frozenset(("diversion",)))]
        diverted = [n for n in diverted if reading.tokens.words[n - 1] not in _NOTHING]  # "nothing landed at"
        states = self.scene.triggers_in(sentence, frozenset(("closure", "reopening")))
        for phrase in self.scene.places_in(sentence.start, sentence.stop):
            before = reading.tokens.words[phrase.start - 1] if phrase.start else ""
            sent = bool(diverted) and phrase.start > diverted[0]
            shut = sent and any(diverted[0] < t.start < phrase.start for t in states)
            if sent and (not is_airport(self.scene, phrase) or (before in TO_WORDS and not shut)):
                continue  # where flights went is not what was closed
            if before == "to" and found and self._takes_flights(phrase):
                continue  # "UWUU closed, 3 ACFT to UWKD, 1 to USCC"
            if found and before in ("in", "near", "outside") and not is_airport(self.scene, phrase):
                continue  # "Sheremetyevo and Vnukovo airports in Moscow"
            if any(set(phrase.members[0]) & set(f.members[0]) for f in found) and is_airport(self.scene, phrase):
                continue  # "Saratov Gagarin (UWSG)"
            near = plural or any(-3 <= phrase.start - h.stop <= 2 or 0 <= h.start - phrase.stop <= 1 for h in heads)
            near = near or self._heads_state(sentence, phrase, states)
            if is_airport(self.scene, phrase) or near or self._lists_airport(phrase):
                found += [self.as_airport(phrase, n) for n in range(len(phrase.members))]
        return found

    def _heads_state(self, sentence: Sentence, phrase: PlacePhrase, states: list[Mention]) -> bool:
        """Tell whether a town opens a clause that says its airport is shut or open: "Геленджик — на замке с 4:40"."""
        if not states or not self.of_flights or any(self._is_region(m) for m in phrase.members):
            return False
        reading, first = self.scene.reading, phrase.start
        if first > sentence.start and reading.tokens.words[first - 1] in _OPENERS:
            first -= 1
        if first > sentence.start and not reading.parted(first - 1, first, ",;:.!—–"):
            return False
        told = [t for t in states if 0 <= t.start - phrase.stop <= len(_ADVERBS)]
        return any(
            all(w in _ADVERBS for w in reading.tokens.words[phrase.stop : t.start])
            and not reading.parted(phrase.stop - 1, t.start, ",;:.")
            for t in told
        )

    def _is_region(self, ids: tuple[str, ...]) -> bool:
        places = self.scene.reading.packs.places
        towns = (PlaceKind.SETTLEMENT, PlaceKind.AIRPORT)
        return not any(i in places and places[i].kind in towns for i in ids)

    def _takes_flights(self, phrase: PlacePhrase) -> bool:
        """Tell whether a number of flights, or a bare number, goes to a place."""
        counted = self.scene.quantities_in(phrase.start - _FLIGHTS_REACH, phrase.start - 1)
        last = counted[-1] if counted else None
        if last is None or last.count is None or last.stop != phrase.start - 1:
            return False
        return last.noun is None or last.noun.value in ("flight", "aircraft")

    def _lists_airport(self, phrase: PlacePhrase) -> bool:
        """Tell whether one of a list is an airport, and so the others: "Gagarin (Saratov), Kazan and Izhevsk"."""
        return len(phrase.members) > 1 and any(self._airport_candidates(ids) == ids for ids in phrase.members)

    def _airport_candidates(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        places = self.scene.reading.packs.places
        return tuple(i for i in ids if i in places and places[i].kind is PlaceKind.AIRPORT)

    def as_airport(self, phrase: PlacePhrase, n: int) -> PlacePhrase:
        """Return one member of a phrase as an airport."""
        ids = phrase.members[n]
        own = self._airport_candidates(ids)
        span = phrase.member_spans[n] if n < len(phrase.member_spans) else phrase.span
        return PlacePhrase(
            (own or ids,), phrase.start, phrase.stop, span, phrase.role, (PlaceKind.AIRPORT,), phrase.within, (span,)
        )

    def cities(self, sentence: Sentence, trigger: Mention) -> list[PlacePhrase]:
        """Return the airports of the cities nearest to a closure: "рейсов не принимают Волгоград, Саратов и Пенза"."""
        named = [p for p in self.scene.places_in(sentence.start, sentence.stop) if not self._is_target(sentence, p)]
        found = [p for p in named if any(not self._is_country(m) for m in p.members)] or named
        if not found:
            return []
        rivals = self.scene.triggers_in(sentence, frozenset(("closure", "reopening", "diversion")))
        own = [p for p in found if not any(self.is_nearer(p, r, trigger) for r in rivals if r.value != trigger.value)]
        chosen = min(own or found, key=lambda p: abs(p.start - trigger.start))
        cities = [n for n, ids in enumerate(chosen.members) if not self._is_country(ids)]
        listed = [p for more in self._timed_after(sentence, chosen, own or found) for p in [self.as_airport(more, 0)]]
        return [self.as_airport(chosen, n) for n in cities or range(len(chosen.members))] + listed

    def _timed_after(self, sentence: Sentence, first: PlacePhrase, named: list[PlacePhrase]) -> list[PlacePhrase]:
        """Return the cities of a list that has an hour behind each: "в Самаре (00:15), Пензе (00:40) и Уфе"."""
        reading, last, found = self.scene.reading, first, []
        timed = {t for a, b in self.scene.stretches_in(sentence) for t in range(a, b)}
        for place in named:
            if place.start < last.stop:
                continue
            between = [t for t in range(last.stop, place.start) if t not in timed]
            hours = len(between) < place.start - last.stop
            if not hours or any(reading.tokens.words[t] not in _LINKS for t in between):
                break
            found.append(place)
            last = place
        return found

    def _is_target(self, sentence: Sentence, place: PlacePhrase) -> bool:
        """Tell whether flights were sent to a place: "рейс развернулся на Яссы: небо закрыли"."""
        diverted = self.scene.triggers_in(sentence, frozenset(("diversion",)))
        if not diverted or place.start < diverted[0].start:
            return False
        states = self.scene.triggers_in(sentence, frozenset(("closure", "reopening")))
        shut = any(diverted[0].start < t.start < place.start for t in states)
        return not shut and self.scene.reading.tokens.words[place.start - 1] in TO_WORDS

    def _is_country(self, ids: tuple[str, ...]) -> bool:
        places = self.scene.reading.packs.places
        return any(i in places and places[i].kind is PlaceKind.COUNTRY for i in ids)

    def works(self, sentence: Sentence, airport: PlacePhrase, trigger: Mention, named: list[PlacePhrase]) -> bool:
        """Tell whether an airport behind the clause of a closure is said to work: "Внуково закрыт, Казань работает"."""
        reading = self.scene.reading
        own = any(a.stop <= trigger.start and not reading.parted(a.stop - 1, trigger.start, ",;") for a in named)
        if not own or airport.start < trigger.stop or not reading.parted(trigger.stop - 1, airport.start, ",;"):
            return False
        stop = airport.stop
        while stop < sentence.stop and not reading.parted(stop - 1, stop, ",;."):
            stop += 1
        return any(w.startswith(_WORKS) for w in reading.tokens.words[airport.stop : stop])

    def is_nearer(self, airport: PlacePhrase, rival: Mention, trigger: Mention) -> bool:
        """Tell whether an airport stands in the clause of another trigger: no comma between, or the shorter way."""
        return self._way(rival, airport) < self._way(trigger, airport)

    def _way(self, trigger: Mention, place: PlacePhrase) -> tuple[int, int]:
        left, right = min(trigger.stop, place.stop), max(trigger.start, place.start)
        gap = self.scene.reading.gap(left - 1, right) if left <= right else ""
        return (gap.count(",") + gap.count(";"), right - left)
