"""Power cuts in Russian and Ukrainian by a supply and what befell it: "пропало напряжение", "світло щезло".

Set phrases are in the packs; here a word of the supply and a verb of failing stand side by side, in any order.
"""

from skyledger.extract.context import is_negated
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_SUPPLY = frozenset(
    (
        "свет света электричество электричества электроэнергия электроэнергию электроэнергии электроснабжение "
        "электроснабжения энергоснабжение энергоснабжения напряжение напряжения электропитание электропитания "
        "питание "
        "світло світла електрика електрику електрики електроенергія електроенергію електропостачання "
        "енергопостачання напруга напругу напруги живлення струм струму"
    ).split()
)
_FAILED = (
    *("пропал", "пропад", "исчез", "погас", "потух", "отключил", "отрубил", "вырубил", "отруба", "прервал", "прерван"),
    *("прекратил", "нарушен", "нарушил", "утрачен", "отсутств", "кончил", "лишил", "оборвал", "выбил", "накры"),
    *("зник", "пропав", "згас", "вимкнул", "відключил", "вирубил", "перервал", "перерван", "припинил", "порушен"),
    *("відсутн", "обірвал", "щез", "потьмянів"),
)
_OTHERS = frozenset("газ газа воды вода тепла тепло водоснабжение газоснабжение газу води фар рекламы надежды".split())
_REACH = 3  # words between a supply and what befell it
FAILING = word_class(_SUPPLY)


def may_have_failed(reading: Reading) -> bool:
    """Tell cheaply whether a text speaks of a supply."""
    return reading.mask & FAILING != 0


def find_failed(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what says that the power failed, where no words of the packs do."""
    reading, words = scene.reading, scene.reading.tokens.words
    if any(t.value in ("outage", "restored") for t in known):
        return []
    for n in reading.of_class(FAILING, sentence.start, sentence.stop):
        verb = _verb_beside(reading, sentence, n) if words[n] in _SUPPLY else None
        if verb is None or is_negated(reading, verb, verb + 1):
            continue
        return [made_trigger(words, "outage", min(n, verb), max(n, verb) + 1, frozenset(("verb",)))]
    return []


def _verb_beside(reading: Reading, sentence: Sentence, n: int) -> int | None:
    words = reading.tokens.words
    for step in (-1, 1):
        for far in range(1, _REACH + 1):
            at = n + step * far
            if not sentence.start <= at < sentence.stop or reading.parted(
                min(at, at - step), max(at, at - step), ALL_MARKS
            ):
                break
            if words[at] in _OTHERS:
                break
            if words[at].startswith(_FAILED):
                return at
    return None
