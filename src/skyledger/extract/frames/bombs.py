"""Bombs by their plain name: "сбросили три бомбы", "two bombs fell on Kramatorsk" are bombs from the air.

A bomb may lie under a car as well, so only verbs of dropping, falling and landing make one of the word.
"""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

_SINGLE = frozenset("bomb бомба бомбу бомбою бомбой".split())
_BOMBS = _SINGLE | frozenset("bombs бомбы бомб бомбам бомбами бомбах бомби".split())
_TOLD = frozenset(("launched", "hit", "debris", "attacked"))
_DROPPED = tuple(
    "drop fell fall land rain сброс сбрас скину скида впал впав упал упав лягл ліг прилет приліт поціл влуч попал угод "
    "накри вдар удари кину кида обруш лег разорв розірв came".split()
)
_BLOWN_UP = tuple("взорв вибух explod deton".split())  # one alone may have lain under a car
_ON_THE_GROUND = tuple("мін заклад вибухів знешкод замін обезвре нашл знайш planted found defus war".split())
_NOT_FLOWN = frozenset("barrel petrol smoke stink car pipe nail dirty".split())
_BETWEEN = 2
_FLAG = frozenset(("plur",))


def name_bombs(scene: Scene, sentence: Sentence, chunks: list[Chunk]) -> None:
    """Give numbers before a bomb their noun, and one bomb its number, where a verb says that it came from the air."""
    words = scene.reading.tokens.words
    if _BOMBS.isdisjoint(words[sentence.start : sentence.stop]):
        return
    if any(w.startswith(_ON_THE_GROUND) for w in words[sentence.start : sentence.stop]):
        return
    for chunk in chunks:
        for n in range(chunk.start, chunk.stop):
            if words[n] not in _BOMBS or words[n - 1] in _NOT_FLOWN or scene.reading.at("object", n) is not None:
                continue
            if any(o.start <= n < o.stop for o in scene.reading.in_range("object", max(0, n - 3), n + 1)):
                continue
            chunk.triggers = [t for t in chunk.triggers if t.start != n]  # "бомби" is a form of a verb as well
            verbs = _DROPPED if words[n] in _SINGLE else (*_DROPPED, *_BLOWN_UP)
            if any(t.value in _TOLD and words[t.start].startswith(verbs) for t in chunk.triggers):
                _name(scene, chunk, n)


def _name(scene: Scene, chunk: Chunk, n: int) -> None:
    words = scene.reading.tokens.words
    noun = Mention("object", "guided_bomb", n, n + 1, _FLAG, "en" if words[n].isascii() else "ru")
    for i, quantity in enumerate(chunk.quantities):
        bare = quantity.noun is None or quantity.start == quantity.noun.start
        if quantity.count is not None and quantity.elliptic and bare and 0 <= n - quantity.stop <= _BETWEEN:
            chunk.quantities[i] = replace(quantity, noun=noun, stop=n + 1, elliptic=False)
            return
    if words[n] not in _SINGLE:
        return
    span = scene.reading.span(n, n + 1)
    one = Count(
        low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=span.slice(scene.reading.text)
    )
    noun = replace(noun, flags=frozenset(("sing",)))
    chunk.quantities = sorted([*chunk.quantities, Quantity(one, noun, n, n + 1, span)], key=lambda q: q.start)
