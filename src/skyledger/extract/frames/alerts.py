"""Air alerts declared and lifted, and services put on alert; an alert is never the result of an attack."""

from skyledger.extract.context import trap_at
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind

TRIGGERS = frozenset(("alert", "alert_lifted"))
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
            if trigger.value in seen:
                continue
            lifted = self.scene.triggers_in(sentence, frozenset(("alert_lifted",)))
            if trigger.value == "alert" and any(abs(t.start - trigger.start) <= 3 for t in lifted):
                continue  # "alert over"
            trap = trap_at(reading, sentence, trigger.start, trigger.stop)
            waited = trap is not None and trap.value == "forecast" and trigger.value == "alert_lifted"
            if trap is not None and (waited or trap.value != "forecast"):
                self.scene.reject(trigger.start, trigger.stop, trigger.value, "inside a drill or other trap")
                continue
            seen.add(trigger.value)
            places = self.scene.places_in(sentence.start, sentence.stop)
            span = reading.span(trigger.start, trigger.stop)
            words = span.slice(reading.text).lower()
            detail = "services on alert" if "готовност" in words or "high alert" in words else ""
            rule = f"{trigger.lang}.alert.{trigger.value}"
            for place in self._each(places) or [None]:
                frames.append(
                    Frame(
                        Kind.ALERT,
                        span,
                        sentence.index,
                        rule,
                        _FATES[trigger.value],
                        place=place,
                        detail=detail,
                        token=trigger.start,
                    )
                )
        return frames

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
