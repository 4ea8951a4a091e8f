"""Damage told in Russian by what befell a thing without a plain verb: "минус крыша", "двум домам досталось".

A thing the packs know stands beside the words; without one they tell of a match, a price or somebody's luck.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.things import DAMAGED
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

_MINUS = frozenset(("минус", "мінус"))
_GOT = frozenset(("досталось", "перепало"))
_HOLES = frozenset("дыра дырка дырища дыры дырки пробоина пробоины вмятина вмятины воронка діра дірка вирва".split())
# Impersonal verbs that break what stands beside them in the accusative.
_BROKE = (
    *("завалил", "смыл", "зацепил", "задел", "вынес", "снес", "сорва", "выби", "разби", "поби", "перебил", "пробил"),
    *("посекл", "иссекл", "продыряв", "разворо", "разметал", "сложил", "свалил", "опрокину", "перевернул", "искорёж"),
    *(
        "покоробил",
        "искореж",
        "скрути",
        "вырва",
        "раскида",
        "разнесл",
        "раскуроч",
        "порва",
        "оборва",
        "обруши",
        "помял",
    ),
    *("изрешет", "исцарап", "поцарап", "оплавил", "расплющ", "смял", "придавил", "засыпал", "повалил"),
)
# What a thing itself did, as stems of past forms.
_FELL = ("рухну", "обруш", "обвал", "сложил", "завал", "развал", "осыпал", "просел", "перекосил", "лопнул", "треснул")
# Short participles no pack reads as damage, or not beside every thing.
_DONE = (
    *("перебит", "перевернут", "опрокинут", "расплавлен", "раздавлен", "смят", "помят", "искорежен", "разворочен"),
    *("покорежен", "продырявлен", "изрешечен", "разметан", "сорван", "снесен", "разорван", "сложен", "порван"),
)
_GLAZE = ("вставля", "менять", "застекл", "стекли", "остекл", "стекольщ")
_NEED = frozenset("надо нужно придется предстоит ждут ждет требуют нуждаются предстоит".split())
_OTHERWISE = (
    *("премии", "приз", "награ", "наслед", "очко", "балл", "градус", "мороз", "температур", "тепла", "цен", "рубл"),
    *("процент", "плюс", "вызов", "атмосфер", "ремонт", "тренир", "учени", "снос", "плану", "строител", "реконстр"),
)
_PIECES = ("облом", "осколк", "фрагмент", "част")  # which fall and are no building
_THINGS = DAMAGED - {"settlement", "location"}
_REACH = 4
_CUT = ",;:.!?()—–\n"
TELLING = word_class(_MINUS | _GOT | _HOLES | _NEED, (*_BROKE, *_FELL, *_DONE))
_FLAG = frozenset(("state",))


def may_be_wrecked(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of damage so."""
    return reading.mask & TELLING != 0


def find_wrecks(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the words that tell of damage by what befell a thing, where no pack tells it."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, TELLING):
        return []
    if any(w.startswith(_OTHERWISE) for w in words[sentence.start : sentence.stop]):
        return []
    taken = {n for t in known if "weak" not in t.flags for n in range(t.start, t.stop)}
    found = []
    for n in reading.of_class(TELLING, sentence.start, sentence.stop):
        if n not in taken and not (n and words[n - 1] in NOT_WORDS) and _tells(scene, sentence, n):
            found.append(made_trigger(words, "damage", n, n + 1, _FLAG))
    return found


def _tells(scene: Scene, sentence: Sentence, n: int) -> bool:
    word = scene.reading.tokens.words[n]
    before, behind = _beside(scene, sentence, n)
    if word in _MINUS:
        return _is_thing(behind) and _near(scene, n, behind) <= 1
    if word in _GOT:
        return any(_is_thing(q) and _is_dative(scene, q) for q in (before, behind))
    if word in _HOLES:
        return _is_thing(behind) and scene.reading.tokens.words[n + 1 : n + 2] in (["в"], ["на"], ["у"])
    if word in _NEED:
        around = scene.reading.tokens.words[n + 1 : n + 4]
        return _is_thing(before) and any(w.startswith(_GLAZE) for w in around)
    if word.startswith(_DONE) and word.endswith(("т", "та", "то", "ты", "н", "на", "но", "ны")):
        return _is_thing(behind) or _is_thing(before)
    if word.startswith(_BROKE) and word.endswith("ло"):
        return _is_thing(behind) or (_is_thing(before) and not _is_subject(scene, before))
    pieces = any(w.startswith(_PIECES) for w in scene.reading.tokens.words[max(sentence.start, n - _REACH) : n])
    fell = not pieces and word.startswith(_FELL) and word.endswith(("л", "ла", "ли", "лась", "лся", "лись", "лось"))
    return fell and any(_is_thing(q) and _agrees(q, word) for q in (before, behind))


def _beside(scene: Scene, sentence: Sentence, n: int) -> tuple[Quantity | None, Quantity | None]:
    """Return what is named nearest before and behind a word, in its clause."""
    reading = scene.reading
    near = scene.quantities_in(max(sentence.start, n - 2 * _REACH), min(sentence.stop, n + 1 + _REACH))
    near = [q for q in near if q.noun is not None and not reading.parted(min(q.stop, n + 1) - 1, max(q.start, n), _CUT)]
    before = [q for q in near if q.stop <= n and n - q.stop < _REACH]
    behind = [q for q in near if q.start > n]
    return (before[-1] if before else None), (behind[0] if behind else None)


def _near(scene: Scene, n: int, quantity: Quantity | None) -> int:
    return 99 if quantity is None else quantity.start - n - 1


def _is_thing(quantity: Quantity | None) -> bool:
    if quantity is None or quantity.noun is None or quantity.noun.lang == "en":
        return False
    return is_of(quantity, _THINGS)


def _is_dative(scene: Scene, quantity: Quantity | None) -> bool:
    assert quantity is not None
    return scene.reading.tokens.words[quantity.stop - 1].endswith(("ам", "ям", "у", "ю", "е", "и"))


def _is_subject(scene: Scene, quantity: Quantity | None) -> bool:
    """Tell whether a thing in the neuter did it itself: "здание завалило двор"."""
    assert quantity is not None
    return scene.reading.tokens.words[quantity.stop - 1].endswith(("о", "ие", "ое"))


def _agrees(quantity: Quantity | None, word: str) -> bool:
    assert quantity is not None
    assert quantity.noun is not None
    several = quantity.count is not None and (quantity.count.high is None or quantity.count.high > 1)
    plural = word.endswith(("ли", "лись"))
    return plural == (several or quantity.noun.flags & {"sing", "plur"} == {"plur"})
