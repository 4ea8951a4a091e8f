"""Air alerts declared and lifted, and services put on alert; an alert is never the result of an attack."""

from skyledger.extract.context import trap_at
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind

TRIGGERS = frozenset(("alert", "alert_lifted"))
_LIFTS = ("скасов", "скасув", "знят", "зняли", "заверш", "відбил", "відмін", "снят", "сняли", "отмен")
_DECLARES = ("оголо", "объяв", "введ", "ввели", "увімкн", "включ", "прозвуч", "пролуна")
_APPEALS = frozenset(("mind", "ignore", "heed", "neglect", "respect", "observe"))
_ENDED = frozenset(("ended", "lifted", "cancelled", "canceled"))
_BEGUN = frozenset(("declared", "announced", "sounded", "introduced", "issued", "began", "started", "activated"))
_FATES = {"alert": Fate.DECLARED, "alert_lifted": Fate.LIFTED}


class AlertRule:
    """Finds alerts, one frame a place of a list, since each area has its own."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the alert frames of a sentence."""
        reading = self.scene.reading
        frames: list[Frame] = []
        seen: set[str] = set()
        for trigger in self.scene.triggers_in(sentence, TRIGGERS):
            value = "alert_lifted" if self._is_lifted(trigger) else trigger.value
            if value in seen:
                continue
            lifted = self.scene.triggers_in(sentence, frozenset(("alert_lifted",)))
            if trigger.value == "alert" and any(abs(t.start - trigger.start) <= 3 for t in lifted):
                continue  # "alert over"
            trap = trap_at(reading, sentence, trigger.start, trigger.stop)
            waited = trap is not None and trap.value == "forecast" and trigger.value == "alert_lifted"
            if trap is not None and (waited or trap.value != "forecast"):
                self.scene.reject(trigger.start, trigger.stop, trigger.value, "inside a drill or other trap")
                continue
            if trigger.value == "alert" and _APPEALS.intersection(
                reading.tokens.words[max(sentence.start, trigger.start - 4) : trigger.start]
            ):
                continue  # "Mind the air alert!" asks, and tells nothing
            seen.add(value)
            places = self.scene.places_in(sentence.start, sentence.stop)
            span = reading.span(trigger.start, trigger.stop)
            end = self._end_of(sentence, trigger)
            if end is not None and "alert_lifted" not in seen:  # "was declared at 2:51 and not lifted until 6:05"
                over = reading.span(end, end + 1)
                for place in self._each(places) or [None]:
                    rule = f"{trigger.lang}.alert.alert_lifted"
                    frames.append(Frame(Kind.ALERT, over, sentence.index, rule, Fate.LIFTED, place=place, token=end))
                begun = next((n for n in range(trigger.start, end) if reading.tokens.words[n] in _BEGUN), None)
                if begun is None:
                    continue  # "the alert ended at 4:50"
                span = reading.span(trigger.start, begun + 1)
            words = span.slice(reading.text).lower()
            detail = "services on alert" if "готовност" in words or "high alert" in words else ""
            rule = f"{trigger.lang}.alert.{value}"
            both = self._declared_and_lifted(sentence, trigger)
            if both:
                value = "alert"
            for place in self._each(places) or [None]:
                frames.append(
                    Frame(
                        Kind.ALERT,
                        span,
                        sentence.index,
                        rule,
                        _FATES[value],
                        place=place,
                        detail=detail,
                        token=both[0] if both else trigger.start,
                    )
                )
                if both and "alert_lifted" not in seen:
                    rule = f"{trigger.lang}.alert.alert_lifted"
                    frames.append(
                        Frame(
                            Kind.ALERT,
                            reading.span(both[1], both[1] + 1),
                            sentence.index,
                            rule,
                            Fate.LIFTED,
                            place=place,
                            token=both[1],
                        )
                    )
        return frames

    def _declared_and_lifted(self, sentence: Sentence, trigger: Mention) -> tuple[int, int] | None:
        """Find both ends of one alert: "тривогу оголосили о 2:51 і відбили о 6:05"; "тривогу скасовано" has but one."""
        words = self.scene.reading.tokens.words
        declared = [n for n in range(trigger.stop, sentence.stop) if words[n].startswith(_DECLARES)]
        lifted = [n for n in range(trigger.stop, sentence.stop) if words[n].startswith(_LIFTS)]
        if trigger.value != "alert" or not declared or not lifted or lifted[0] < declared[0]:
            return None
        return declared[0], lifted[0]

    def _is_lifted(self, trigger: Mention) -> bool:
        """Tell whether an alert is the object of a lifting: "тривогу в Києві скасовано о 03:12"."""
        words = self.scene.reading.tokens.words
        near = [*words[max(0, trigger.start - 2) : trigger.start], *words[trigger.stop : trigger.stop + 4]]
        return trigger.lang == "uk" and words[trigger.stop - 1] == "тривогу" and any(w.startswith(_LIFTS) for w in near)

    def _end_of(self, sentence: Sentence, trigger: Mention) -> int | None:
        """Return the word that tells the end of an English alert some way behind it, or None."""
        words = self.scene.reading.tokens.words
        if trigger.lang != "en" or trigger.value != "alert":
            return None
        ahead = range(trigger.stop, min(trigger.stop + 14, sentence.stop))
        return next((n for n in ahead if words[n] in _ENDED), None)

    @staticmethod
    def _each(places: list[PlacePhrase]) -> list[PlacePhrase | None]:
        out: list[PlacePhrase | None] = []
        for place in places:
            for n, ids in enumerate(place.members):
                span = place.member_spans[n] if n < len(place.member_spans) else place.span
                kind = place.kinds[n] if n < len(place.kinds) else None
                out.append(
                    PlacePhrase((ids,), place.start, place.stop, span, place.role, (kind,), place.within, (span,))
                )
        return out
