"""Flights called by where they came from, without a noun: "антальский ушёл на Казань, ереванский — на Самару"."""

from skyledger.extract.scene import Scene
from skyledger.extract.words import TO_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

_ENDINGS = ("ский", "цкий", "ський", "цький", "зький")
_AND = frozenset(("и", "та", "і", "й"))
_DASHES = ("—", "–", "-")
_MOVED = frozenset(("diversion",))


def named_by_origin(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """Return the flights of a sentence that are only called by their town: one, or several joined by "and".

    Such an adjective stands right before a verb of diversion, or before a dash with the airport behind it.
    """
    found: list[Quantity] = []
    token = sentence.start
    while token < sentence.stop:
        stop = _row(scene, sentence, token)
        if stop > token and _goes_somewhere(scene, sentence, stop):
            found.append(_flights(scene, token, stop))
        token = max(stop, token + 1)
    return found


def _row(scene: Scene, sentence: Sentence, token: int) -> int:
    """Return where a row of such adjectives that begins at a token ends, or the token itself."""
    words = scene.reading.tokens.words
    stop = token
    while stop < sentence.stop and words[stop].endswith(_ENDINGS) and _is_plain(scene, sentence, stop):
        joined = stop + 2 < sentence.stop and words[stop + 1] in _AND and words[stop + 2].endswith(_ENDINGS)
        if not joined:
            return stop + 1
        stop += 2
    return token


def _is_plain(scene: Scene, sentence: Sentence, token: int) -> bool:
    """Tell whether a word is no surname: not capitalised, unless it opens its sentence."""
    return token == sentence.start or not scene.reading.is_capitalised(token)


def _goes_somewhere(scene: Scene, sentence: Sentence, stop: int) -> bool:
    reading = scene.reading
    if stop >= sentence.stop:
        return False
    if any(t.start == stop for t in scene.triggers_in(sentence, _MOVED)):
        return True
    dashed = reading.gap(stop - 1, stop).strip() in _DASHES and reading.tokens.words[stop] in TO_WORDS
    return dashed and any(0 < p.start - stop <= 2 for p in scene.phrases_in(stop, stop + 3))


def _flights(scene: Scene, start: int, stop: int) -> Quantity:
    number = (stop - start + 1) // 2
    span = scene.reading.span(start, stop)
    text = span.slice(scene.reading.text)
    count = Count(low=number, high=number, stated=None, qualifier=Qualifier.EXACT, unit=Unit.FLIGHT, text=text)
    return Quantity(count, None, start, stop, span, elliptic=True)
