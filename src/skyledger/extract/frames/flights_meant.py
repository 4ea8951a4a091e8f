"""How many flights a word of diversion speaks of."""

from skyledger.extract.frames.origins import named_by_origin
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

_ONE = frozenset(("a", "an", "one", "another"))


def flights_of(scene: Scene, sentence: Sentence, trigger: Mention) -> Quantity | None:
    """Return the number of flights a word of diversion speaks of, one in the singular included."""
    found = [
        q
        for q in scene.quantities_in(sentence.start, sentence.stop)
        if q.count is not None and q.noun is not None and (q.noun.value in ("flight", "aircraft"))
    ]
    found = found or _single(scene, sentence, trigger)
    found = found or [q for q in named_by_origin(scene, sentence) if q.stop == trigger.start]
    bare = [
        q for q in scene.quantities_in(sentence.start, sentence.stop) if q.elliptic and 0 <= trigger.start - q.stop <= 2
    ]
    return (
        bare[0]
        if bare and (found or _has_flights(scene, sentence))
        else (min(found, key=lambda q: abs(q.start - trigger.start)) if found and not bare else None)
    )


def _single(scene: Scene, sentence: Sentence, trigger: Mention) -> list[Quantity]:
    """Return one flight named in the singular before its verb: "a flight from Antalya ended in", "борт ушёл"."""
    words = scene.reading.tokens.words
    for q in reversed(scene.quantities_in(sentence.start, trigger.start)):
        noun = q.noun
        if noun is None or q.count is not None or noun.value not in ("flight", "aircraft"):
            continue
        before = words[noun.start - 1] if noun.start else ""
        one = before in _ONE if noun.lang == "en" else not words[noun.stop - 1].endswith(("ы", "и", "а", "ів", "ов"))
        if "sing" in noun.flags and one:
            span = scene.reading.span(noun.start, noun.stop)
            text = span.slice(scene.reading.text)
            count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.FLIGHT, text=text)
            return [Quantity(count, noun, q.start, q.stop, span)]
    return []


def _has_flights(scene: Scene, sentence: Sentence) -> bool:
    stretch = scene.reading.tokens.folded[sentence.first : sentence.last]
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
