"""None of them got there: "forty drones flew at the port; not one of them arrived" tells of forty brought down.

Only where nothing else says what became of them: figures of the downed, the jammed and the lost go before it.
"""

from skyledger.extract.context import trap_at
from skyledger.extract.frames.fates import FALLEN
from skyledger.extract.frames.object_types import object_type_of
from skyledger.extract.frames.running import only_counted
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind

_NONE_EN = frozenset(("none", "not", "nothing", "neither"))
_NONE_SLAVIC = frozenset("ни никто ничего жоден жодна жодне жодного жодної жодному ніхто ніщо ані".split())
_ONE = frozenset("один одна одно одного одной одному єдиний одиного".split())
_ARRIVED_EN = frozenset(("arrived", "arrive", "reached", "reach", "landed", "survived"))
_THROUGH_EN = frozenset(
    (
        "got through|get through|made it|make it|got there|get there|came through|broke through|got past|get past|"
        "slipped through|went through|got anywhere|got to|get to|got near|got as far|came anywhere|came near|came close"
    ).split("|")
)
_ARRIVED_SLAVIC = (
    *("долете", "долет", "дошел", "дошла", "дошло", "дошли", "дойти", "добрал", "достиг", "прорвал", "дотянул"),
    *("доползл", "прилетел", "проскочил", "уцелел"),
    *("долеті", "доліт", "дійшо", "дійшл", "дістал", "дістав", "дісталис", "досяг", "прорвав", "дотягнув", "дотягну"),
    *("прилеті", "проскоч", "вцілі", "уцілі", "добрав"),
)
ANCHORS = _NONE_EN | _NONE_SLAVIC  # no text without one of these words tells that none arrived
_NOBODY = word_class({*_NONE_EN, *_NONE_SLAVIC})
_REACH = 7  # words between "not one" and the verb
_PAIR = 2
_CUT = frozenset(";:.!?\n")
_EXCEPT = frozenset("but except save кроме крім окрім только лишь лише тільки yet еще ще пока поки".split())


def none_arrived(scene: Scene, sentence: Sentence, before: Quantity | None, frames: list[Frame]) -> list[Frame]:
    """Return the downing of a whole of which none got there, or nothing.

    Args:
        scene: The document.
        sentence: Which sentence.
        before: The number of the sentence before, whose fate was not told.
        frames: What the sentence tells otherwise.
    """
    told = _stretch(scene, sentence)
    if told is None or any(f.kind is Kind.INTERCEPTION and f.count is not None for f in frames):
        return []
    whole = only_counted(scene, sentence) or before
    if whole is None or whole.noun is None or whole.count is None or whole.start >= told[0]:
        return []
    if _is_told_behind(scene, sentence) or trap_at(scene.reading, sentence, *told) is not None:
        return []
    reading = scene.reading
    if reading.tokens.words[told[0]] == "neither" and whole.count.low != _PAIR:
        return []
    places = scene.places_in(sentence.start, sentence.stop)
    frame = Frame(
        Kind.INTERCEPTION,
        reading.span(*told),
        sentence.index,
        f"{whole.noun.lang}.interception.arrivals",
        Fate.DOWNED,
        object_type_of(reading, whole.noun),
        reading.span(whole.noun.start, whole.noun.stop),
        whole.count,
        whole.span,
        places[0] if places else None,
        token=told[0],
    )
    return [frame]


def _stretch(scene: Scene, sentence: Sentence) -> tuple[int, int] | None:
    """Return the tokens from "none" to the verb of arriving, in either order."""
    reading = scene.reading
    words = reading.tokens.words
    for n in reading.of_class(_NOBODY, sentence.start, sentence.stop):
        if not (words[n] in _NONE_EN or words[n] in _NONE_SLAVIC):
            continue
        if words[n] in ("ни", "ані", "not") and words[n + 1 : n + 2] not in ([w] for w in (*_ONE, "one", "a")):
            continue
        for verb in _near(scene, sentence, n):
            first, last = min(n, verb), max(n, verb)
            between = words[first : last + 1]
            if reading.parted(first, last, _CUT) or _EXCEPT.intersection(between):
                continue
            if words[n] in _NONE_EN or "не" in words[max(sentence.start, verb - 1) : verb]:
                return first - (1 if first == verb and words[n] not in _NONE_EN else 0), last + 1
    return None


def _near(scene: Scene, sentence: Sentence, n: int) -> list[int]:
    """Return the verbs of arriving about a word for none: behind it, in the Slavic languages before it too."""
    words = scene.reading.tokens.words
    if words[n] in _NONE_EN:
        ahead = range(n + 1, min(sentence.stop, n + 1 + _REACH))
        return [v for v in ahead if words[v] in _ARRIVED_EN or " ".join(words[v : v + 2]) in _THROUGH_EN]
    about = range(max(sentence.start + 1, n - _REACH), min(sentence.stop, n + 1 + _REACH))
    return [v for v in about if words[v].startswith(_ARRIVED_SLAVIC)]


def _is_told_behind(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the sentence behind gives figures of its own: "не долетел ни один. 38 сбиты, два потеряны"."""
    following = scene.reading.sentences[sentence.index + 1 : sentence.index + 2]
    return any(
        q.count is not None and t.value in FALLEN
        for s in following
        for t in scene.triggers_in(s, FALLEN)
        for q in scene.quantities_in(s.start, s.stop)
    )
