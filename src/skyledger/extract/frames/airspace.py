"""Airports and airspace closed, re-opened, and flights sent elsewhere."""

from dataclasses import replace
from itertools import pairwise

from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.scene import Scene
from skyledger.extract.words import TO_WORDS
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind, PlaceKind

_KINDS = {"closure": Kind.AIRSPACE_CLOSURE, "reopening": Kind.AIRSPACE_REOPENING, "diversion": Kind.DIVERSION}
TRIGGERS = frozenset(_KINDS)
_LIMITS = ("ограничен", "обмежен", "restriction", "ковер", "килим")
_LIFTED = ("снят", "сняли", "снима", "отмен", "знят", "знима", "скасов", "lifted", "lifting")
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
    "aviation",
    "air hub",
    "небо",
    "прием и выпуск",
    "приліт",
    "взлет",
)


# Words that divert only flights meant for another airport.
_PLAIN = frozenset(("landed", "landing", "flew", "went", "touched", "put"))
_ELSEWHERE = ("bound for", "instead", "heading for", "headed for", "due to land", "due in", "en route to", "alternat")


class AirspaceRule:
    """Finds closures, re-openings and diversions, one frame an airport."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last_airports: list[PlacePhrase] = []

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the airspace frames of a sentence."""
        scene = self.scene
        airports = self._airports(sentence)
        triggers = scene.triggers_in(sentence, TRIGGERS)
        if sentence.lead is not None and airports and not triggers:
            lead = scene.reading.sentences[sentence.lead]
            triggers = scene.triggers_in(lead, frozenset(("closure", "reopening")))[:1]
        frames: list[Frame] = []
        seen: set[tuple[Kind, int]] = set()
        for trigger in triggers:
            kind = _KINDS["reopening" if self._is_lifted(trigger) else trigger.value]
            if not self._stands(sentence, trigger) or (kind, sentence.index) in seen:
                continue
            if kind is Kind.AIRSPACE_CLOSURE and any(self._overlaps_reopening(trigger, t) for t in triggers):
                continue
            found = (
                self._diversion(sentence, trigger)
                if kind is Kind.DIVERSION
                else self._closures(sentence, trigger, kind, airports)
            )
            if found:
                seen.add((kind, sentence.index))
            frames += found
        if airports:
            self.last_airports = airports
        return frames

    def _is_lifted(self, trigger: Mention) -> bool:
        """Tell whether "restrictions" are the ones lifted here: "сняты ограничения", "обмеження скасовано"."""
        reading = self.scene.reading
        if trigger.value != "closure" or not any(
            s in reading.words(trigger.start, trigger.stop).lower() for s in _LIMITS
        ):
            return False
        near = reading.tokens.words[max(0, trigger.start - 4) : trigger.start]
        after = reading.tokens.words[trigger.stop : trigger.stop + 6]
        return any(w.startswith(_LIFTED) for w in [*near, *after])

    @staticmethod
    def _overlaps_reopening(trigger: Mention, other: Mention) -> bool:
        """Tell whether a closure word belongs to a re-opening: "сняты *временные ограничения*"."""
        return other.value == "reopening" and abs(other.start - trigger.start) <= 3

    def _stands(self, sentence: Sentence, trigger: Mention) -> bool:
        reading = self.scene.reading
        if "future" in trigger.flags or trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "future, drill, forecast or other trap")
            return False
        if any(t.value == "other_cause" for t in reading.in_range("trap", sentence.start, sentence.stop)):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "weather or another cause")
            return False
        words = reading.words(trigger.start, trigger.stop).lower()
        if is_negated(reading, trigger.start, trigger.stop, 1) and not words.startswith(("не ", "not ")):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
            return False
        if trigger.value == "diversion":
            return "weak" not in trigger.flags or self._were_meant_elsewhere(sentence, trigger)
        stretch = reading.tokens.folded[sentence.first : sentence.last]
        if any(word in stretch for word in _AIR_WORDS) or self._airports(sentence):
            return True
        if (trigger.stop - trigger.start >= 2 or trigger.value == "reopening") and self.last_airports:
            return True
        self.scene.reject(trigger.start, trigger.stop, trigger.value, "no airport or airspace is spoken of")
        return False

    def _is_airport(self, phrase: PlacePhrase) -> bool:
        places = self.scene.reading.packs.places
        return all(any(i in places and places[i].kind is PlaceKind.AIRPORT for i in ids) for ids in phrase.members)

    def _airports(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return airports named in a sentence; "airport" beside a city makes that city's airport."""
        found: list[PlacePhrase] = []
        reading = self.scene.reading
        heads = [m for m in reading.in_range("place_head", sentence.start, sentence.stop) if m.value == "airport"]
        plural = any("plural" in h.flags for h in heads)
        diverted = [t.start for t in self.scene.triggers_in(sentence, frozenset(("diversion",)))]
        for phrase in self.scene.places_in(sentence.start, sentence.stop):
            if diverted and phrase.start > diverted[0] and not self._is_airport(phrase):
                continue  # where flights went is not what was closed
            before = reading.tokens.words[phrase.start - 1] if phrase.start else ""
            if found and before in ("in", "near", "outside") and not self._is_airport(phrase):
                continue  # "Sheremetyevo and Vnukovo airports in Moscow"
            if any(set(phrase.members[0]) & set(f.members[0]) for f in found) and self._is_airport(phrase):
                continue  # "Saratov Gagarin (UWSG)"
            near = plural or any(-3 <= phrase.start - h.stop <= 2 or 0 <= h.start - phrase.stop <= 1 for h in heads)
            if self._is_airport(phrase) or near:
                found += [self._as_airport(phrase, n) for n in range(len(phrase.members))]
        return found

    def _airport_candidates(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        places = self.scene.reading.packs.places
        return tuple(i for i in ids if i in places and places[i].kind is PlaceKind.AIRPORT)

    def _as_airport(self, phrase: PlacePhrase, n: int) -> PlacePhrase:
        ids = phrase.members[n]
        own = self._airport_candidates(ids)
        span = phrase.member_spans[n] if n < len(phrase.member_spans) else phrase.span
        return PlacePhrase(
            (own or ids,), phrase.start, phrase.stop, span, phrase.role, (PlaceKind.AIRPORT,), phrase.within, (span,)
        )

    def _closures(self, sentence: Sentence, trigger: Mention, kind: Kind, airports: list[PlacePhrase]) -> list[Frame]:
        reading = self.scene.reading
        near = [a for a in airports if self._same_half(trigger, a)] or airports
        rivals = [
            t for t in self.scene.triggers_in(sentence, frozenset(("closure", "reopening"))) if t.value != trigger.value
        ]
        if rivals and len(airports) > 1:  # "Внуково и Домодедово уже открыты, Жуковский пока закрыт"
            near = [a for a in near if not any(self._nearer(a, r, trigger) for r in rivals)] or near
        if not near:
            places = list(self.scene.places_in(sentence.start, sentence.stop))
            if places:  # a closure over a city is that of its airport, where it has one
                own = min(places, key=lambda p: self._way(trigger, p)) if rivals else places[0]
                near = [self._as_airport(own, n) for n in range(len(own.members))]
            elif self.last_airports:
                near = self.last_airports
        span = reading.span(trigger.start, trigger.stop)
        rule = f"{trigger.lang}.{kind.value}.{trigger.value}"
        if not near:
            return [Frame(kind, span, sentence.index, rule, token=trigger.start)]
        return [Frame(kind, span, sentence.index, rule, place=a, each=True, token=trigger.start) for a in near]

    def _nearer(self, airport: PlacePhrase, rival: Mention, trigger: Mention) -> bool:
        """Tell whether an airport stands in the clause of another trigger: no comma between, or the shorter way."""
        return self._way(rival, airport) < self._way(trigger, airport)

    def _way(self, trigger: Mention, place: PlacePhrase) -> tuple[int, int]:
        left, right = min(trigger.stop, place.stop), max(trigger.start, place.start)
        gap = self.scene.reading.gap(left - 1, right) if left <= right else ""
        return (gap.count(",") + gap.count(";"), right - left)

    def _same_half(self, trigger: Mention, airport: PlacePhrase) -> bool:
        """Tell whether an airport stands in the same part of a sentence that says two things."""
        left, right = min(trigger.stop, airport.stop), max(trigger.start, airport.start)
        if left >= right:
            return True
        gap = self.scene.reading.gap(left - 1, right)
        return ";" not in gap and " а " not in gap and " while " not in gap

    def _diversion(self, sentence: Sentence, trigger: Mention) -> list[Frame]:
        reading = self.scene.reading
        phrases = self.scene.phrases_in(sentence.start, sentence.stop)
        places = [p for p in phrases if p.role in ("place", "anaphor", "alternate")]
        targets = [p for p in places if p.start >= trigger.stop and self._leads_to(p, trigger)]
        targets += [p for p in places if p.role == "alternate" and p not in targets]
        sources = [p for p in places if p not in targets and p.stop <= trigger.start] or [
            p for p in places if p not in targets
        ]
        flights = self._flights(sentence, trigger)
        if flights is None and not targets and not sources:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no number, airport or alternate is named")
            return []
        source = sources[-1] if sources else (self.last_airports[-1] if self.last_airports else None)
        if source is not None and (airports := [a for a in self._airports(sentence) if a.start == source.start]):
            source = airports[-1]
        elif source is not None and len(source.members) == 1 and not self._is_airport(source):
            source = self._as_airport(source, 0)
        if "weak" in trigger.flags and (not targets or source is None):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "landed, but not for another airport")
            return []
        frame = Frame(
            Kind.DIVERSION,
            reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.diversion.verb",
            place=source,
            to=self._joined(targets),
            token=trigger.start,
        )
        if flights is not None:
            frame.count, frame.count_span = flights.count, flights.span
        return self._shared_out(frame, trigger, targets)

    def _shared_out(self, frame: Frame, trigger: Mention, targets: list[PlacePhrase]) -> list[Frame]:
        """Give each alternate its own flights: "three planes went to Kazan, one to Orenburg"."""
        scene = self.scene
        if len(targets) < 2 or frame.count is None or ":" in scene.reading.gap(trigger.stop - 1, targets[-1].start):
            return [frame]
        frames = [frame]
        for before, target in pairwise(targets):
            own = [q for q in scene.quantities_in(before.stop, target.start) if q.count is not None]
            if len(own) != 1:
                return [frame]
            count = own[0].count if own[0].count is None else replace(own[0].count, unit=frame.count.unit)
            frames.append(replace(frame, count=count, count_span=own[0].span, to=self._joined([target])))
        frame.to = self._joined(targets[:1])
        return frames

    def _has_flights(self, sentence: Sentence) -> bool:
        stretch = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        return any(
            word in stretch for word in ("рейс", "борт", "flight", "plane", "самолет", "літак", "судн", "запасн")
        )

    def _were_meant_elsewhere(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether flights are named, and for plain words ("landed at") that they were bound for another place."""
        found = self.scene.quantities_in(sentence.start, sentence.stop)
        if not any(q.noun is not None and q.noun.value == "flight" for q in found):
            return False
        stretch = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        plain = self.scene.reading.tokens.words[trigger.start] in _PLAIN
        return not plain or any(word in stretch for word in _ELSEWHERE)

    def _flights(self, sentence: Sentence, trigger: Mention) -> Quantity | None:
        found = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.count is not None and q.noun is not None and (q.noun.value in ("flight", "aircraft"))
        ]
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

    def _leads_to(self, place: PlacePhrase, trigger: Mention) -> bool:
        words = self.scene.reading.tokens.words
        return (
            any(words[t] in TO_WORDS for t in range(max(trigger.stop - 1, 0), place.start))
            or "запасн" in words[trigger.stop - 1]
            or words[trigger.stop - 1] in ("в", "to")
        )

    def _joined(self, places: list[PlacePhrase]) -> PlacePhrase | None:
        if not places:
            return None
        first, last = places[0], places[-1]
        return PlacePhrase(
            tuple(m for p in places for m in p.members),
            first.start,
            last.stop,
            self.scene.reading.span(first.start, last.stop),
            "place",
            tuple(PlaceKind.AIRPORT for p in places for _ in p.members),
            (),
            tuple(s for p in places for s in p.member_spans),
        )
