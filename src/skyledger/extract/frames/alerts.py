"""Air alerts declared and lifted, and services put on alert; an alert is never the result of an attack."""

from skyledger.extract.context import trap_at
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind

TRIGGERS = frozenset(("alert", "alert_lifted"))
_LIFTS = ("скасов", "скасув", "знят", "зняли", "заверш")
_OVER = frozenset(("снята", "снят", "сняли", "отменена", "отменен", "отменили", "миновала"))
_DECLARED = ("введ", "ввел", "объяв", "действ")
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
            seen.add(value)
            places = self._each(self.scene.places_in(sentence.start, sentence.stop)) or [None]
            over = None if lifted or value != "alert" else self._over_at(sentence, trigger.stop)
            if over is None or self._was_declared(sentence):
                frames += [self._frame(sentence, value, trigger.lang, trigger.start, trigger.stop, p) for p in places]
            if over is not None:  # "опасность по области, введённая в 03:40, снята в 05:30"
                frames += [self._frame(sentence, "alert_lifted", trigger.lang, over, over + 1, p) for p in places]
        return frames

    def _frame(
        self, sentence: Sentence, value: str, lang: str, start: int, stop: int, place: PlacePhrase | None
    ) -> Frame:
        span = self.scene.reading.span(start, stop)
        words = span.slice(self.scene.reading.text).lower()
        rule = f"{lang}.alert.{value}"
        detail = "services on alert" if "готовност" in words or "high alert" in words else ""
        return Frame(Kind.ALERT, span, sentence.index, rule, _FATES[value], place=place, detail=detail, token=start)

    def _over_at(self, sentence: Sentence, start: int) -> int | None:
        """Return where a verb further on says that the alert is over."""
        words = self.scene.reading.tokens.words
        return next((n for n in range(start, sentence.stop) if words[n] in _OVER and words[n - 1] != "не"), None)

    def _was_declared(self, sentence: Sentence) -> bool:
        """Tell whether the declaration is told too, and not only that it is over."""
        words = self.scene.reading.tokens.words[sentence.start : sentence.stop]
        return any(w.startswith(_DECLARED) for w in words)

    def _is_lifted(self, trigger: Mention) -> bool:
        """Tell whether an alert is the object of a lifting: "тривогу в Києві скасовано о 03:12"."""
        words = self.scene.reading.tokens.words
        near = [*words[max(0, trigger.start - 2) : trigger.start], *words[trigger.stop : trigger.stop + 4]]
        return trigger.lang == "uk" and words[trigger.stop - 1] == "тривогу" and any(w.startswith(_LIFTS) for w in near)

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
