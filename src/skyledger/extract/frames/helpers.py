"""Vehicles of those who came to help, which neither burned nor were damaged: "пожар тушат 12 машин"."""

from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Quantity, Sentence

_REACH = 5  # words between a vehicle and what it does
_STRUCK = frozenset(("damage", "hit", "attacked"))
_WHICH = frozenset("that which who що які яка которые который которая".split())
_FIGHTS_EN = frozenset("fought fighting extinguishing tackling battling dousing".split())
_FOUGHT_EN = frozenset("fought extinguished tackled battled doused out".split())  # by so many
_CAME_EN = frozenset(
    "came arrived rushed responded attended dispatched deployed involved engaged worked working scene".split()
)
_CAME = (
    *("прибы", "прибу", "выехал", "виїхал", "задейств", "задія", "привлеч", "залуч", "направлен", "скерован"),
    *("работал", "работаю", "работает", "працю", "трудят", "борют", "борол", "съехал", "з'їхал"),
)
# These need a fire for their object: "гасили два автомобілі" are burning cars.
_PUT_OUT = ("туш", "гасят", "гасил", "ликвидировал", "ліквідовува", "ліквідовую")
_FIRE = ("пожар", "пожеж", "огон", "огн", "вогон", "вогн", "возгоран", "займан", "плам", "полум", "заграв", "загоран")


def came_to_help(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether vehicles are those of firemen and medics: what they do stands beside them, with no comma between."""
    noun = quantity.noun
    if noun is None or noun.value != "vehicle":
        return False
    words = scene.reading.tokens.words
    if any(t.value in _STRUCK for t in scene.reading.in_range("trigger", quantity.start - 2, quantity.stop + 3)):
        return False  # "two fire engines were damaged at the scene"
    before = _beside(scene, sentence, quantity.start - 1, -1)
    behind = _beside(scene, sentence, quantity.stop, 1)
    if noun.lang == "en":
        by = words[quantity.start - 1] in ("by", "with") if quantity.start else False
        fights = not _FIGHTS_EN.isdisjoint(behind) or (["putting", "out"] in _pairs(behind))
        return fights or not _CAME_EN.isdisjoint(behind) or (by and not _FOUGHT_EN.isdisjoint(before))
    near = [*before, *behind]
    if any(w.startswith(_CAME) for w in near):
        return True
    here = words[sentence.start : sentence.stop]
    return any(w.startswith(_PUT_OUT) for w in near) and any(w.startswith(_FIRE) for w in here)


def _beside(scene: Scene, sentence: Sentence, first: int, step: int) -> list[str]:
    """Return the words beside a token, up to a mark of punctuation or a clause that says which."""
    reading, found = scene.reading, []
    last = max(sentence.start - 1, first - _REACH) if step < 0 else min(sentence.stop, first + _REACH)
    for n in range(first, last, step):
        if n and reading.parted(min(n, n - step), max(n, n - step), ALL_MARKS):
            break
        if reading.tokens.words[n] in _WHICH:
            break
        found.append(reading.tokens.words[n])
    return found


def _pairs(words: list[str]) -> list[list[str]]:
    return [words[n : n + 2] for n in range(len(words) - 1)]
