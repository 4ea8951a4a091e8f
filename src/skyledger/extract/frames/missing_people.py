"""People nobody has found: "двое числятся пропавшими", "судьба троих неизвестна", "під завалами ще двоє".

A person or a number of people and a word of being sought, lost or out of reach stand in one clause. Suspects and crews
are sought by the police; what is lost otherwise (light, signal) has no people beside it.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import COLLECTIVE, HURT
from skyledger.extract.frames.saved import are_people
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

_LOST = ("пропал", "пропав", "пропавш", "зникл", "зниклим", "безвісти")
_SOUGHT = frozenset(
    (
        "ищут ищем ищет разыскивают разыскиваем разыскивается разыскиваются доискиваются шукають шукаємо шукає "
        "розшукують розшукуємо розшукується розшукуються дошукуються"
    ).split()
)
_UNKNOWN = ("неизвестн", "неясн", "невыясн", "невідом", "нез'ясован", "незрозуміл")
_FATE = frozenset("судьба судьбу участь местонахождение доля долю місцеперебування".split())
_FOUND = (
    *("найден", "нашл", "нашел", "отыска", "обнаруж", "доиска", "дозвон", "докрич", "откликн", "отклика", "отзыва"),
    *(
        "видел",
        "бачил",
        "видно",
        "отозва",
        "знайден",
        "знайшл",
        "знайш",
        "розшука",
        "віднайш",
        "додзвон",
        "відгукн",
        "озва",
        "дошука",
    ),
    *("озива", "відзива", "знайти", "розшука", "відшука", "достука", "догука", "найти", "разыска", "достуча"),
)
# Between the negation and the verb: "одного не можуть знайти".
_CANNOT = ("можут", "можуть", "може", "змогл", "вдаєть", "вдал", "удает", "удал", "смогл")
# Of what somebody out of reach does not do, with what it is done to beside it.
_REACHED = ("отвеч", "выход", "вышел", "вышл", "берут", "берет", "бере", "відповід", "виход", "вийшо", "вийшл")
_CALLS = ("звонк", "связь", "связи", "трубк", "телефон", "дзвінк", "зв'яз", "слухавк")
_UNDER = frozenset("под під".split())
_HEAPS = ("завал", "плит", "руинам", "руинами", "развалин", "бетон", "руїн")
_GOT_OUT = (
    *("достал", "извлек", "подня", "вытащ", "вызвол", "спас", "откоп", "погиб", "найден", "нашл", "нашел", "придав"),
    *("дістал", "витяг", "визвол", "врят", "відкоп", "загин", "знайден", "знайшл", "зажа", "тело", "тела", "тіло"),
    *("живы", "цел", "жив", "помер", "умер", "мертв", "придуш", "разоб", "розіб", "припарк", "сгор", "тіла"),
)
_NOT_SOUGHT = (
    *("подозр", "подоз", "преступ", "диверс", "оператор", "злоумышл", "мародер", "пилот", "летчик", "свидетел"),
    *("очевид", "донор", "волонт", "добровол", "поджиг", "вандал", "угонщ", "хозяев", "владел", "рабочих рук"),
    *("підозр", "злочин", "пілот", "льотчик", "свідк", "волонтер", "палі", "власник", "солдат", "военнослуж"),
)
_NOBODY = frozenset("никто никого нет никаких ніхто нікого немає нема жодного".split())
_REACH = 7
_CUT = ";:.!?()—–\n"
TELLING = word_class(_SOUGHT | _FATE | _UNDER, (*_LOST, *_FOUND, *_REACHED))


def may_be_missing(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of people not found."""
    return reading.mask & TELLING != 0


def find_missing(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the words that say of people that nobody has found them, at most once a sentence."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, TELLING):
        return []
    here = words[sentence.start : sentence.stop]
    for n in reading.of_class(TELLING, sentence.start, sentence.stop):
        stop = _stop_of(words, sentence, n)
        if stop is None or not _people_near(scene, sentence, n, stop):
            continue
        if words[n] in _UNDER and scene.triggers_in(sentence, HURT):
            continue
        if any(w.startswith(_NOT_SOUGHT) for w in here) or _NOBODY.intersection(words[max(0, n - 3) : stop + 1]):
            return []
        start = n
        if words[n - 1] in NOT_WORDS or (n > 1 and words[n - 1].startswith(_CANNOT) and words[n - 2] in NOT_WORDS):
            start = n - 1 if words[n - 1] in NOT_WORDS else n - 2
        return [made_trigger(words, "missing", start, stop, frozenset(("lack", "verb")))]
    return []


def _stop_of(words: list[str], sentence: Sentence, n: int) -> int | None:
    """Return where the words end that begin with token ``n``, or None where they tell of nobody missing."""
    word, denied = words[n], _is_denied(words, n)
    behind = words[n + 1 : min(sentence.stop, n + 1 + _REACH)]
    if word in _UNDER:
        here = words[sentence.start : sentence.stop]
        heap = bool(behind) and behind[0].startswith(_HEAPS) and words[n - 1 : n] not in (["из"], ["з"], ["із"])
        return n + 2 if heap and not any(w.startswith(_GOT_OUT) for w in here) else None
    if word in _FATE:
        at = next((k for k, w in enumerate(behind) if w.startswith(_UNKNOWN)), None)
        return None if at is None else n + 2 + at
    if word.startswith(_REACHED):
        if denied and words[max(0, n - 3) : n - 1] in (["на", "зв'язок"], ["на", "связь"]):
            return n + 1  # "на зв'язок не вийшли"
        at = next((k for k, w in enumerate(behind[:3]) if w.startswith(_CALLS)), None)
        return None if at is None or not denied else n + 2 + at
    if word in _SOUGHT or word.startswith(_LOST):
        return None if denied else n + 1
    return n + 1 if denied and word.startswith(_FOUND) else None


def _is_denied(words: list[str], n: int) -> bool:
    """Tell whether a verb is denied, also through another: "не знайшли", "не можуть знайти"."""
    if n and words[n - 1].startswith(_CANNOT):
        n -= 1
    return n > 0 and words[n - 1] in NOT_WORDS


def _people_near(scene: Scene, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether people stand in the clause of the words, counted or named one by one."""
    first, last = max(sentence.start, start - _REACH), min(sentence.stop, stop + _REACH)
    return any(
        are_people(q)
        and not _may_fly(scene, sentence, q)
        and not scene.reading.parted(min(q.stop, stop) - 1, max(q.start, start), _CUT)
        for q in scene.quantities_in(first, last)
    )


def _may_fly(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a bare number may be of drones lost from the screens: "судьба ещё четырёх неизвестна"."""
    reading = scene.reading
    if quantity.noun is not None or reading.tokens.words[quantity.stop - 1].endswith(COLLECTIVE):
        return False
    if any(is_of(q, PEOPLE) for q in scene.quantities_in(sentence.start, sentence.stop)):
        return False  # "троє гірників у лікарні, ще одного не можуть знайти"
    first = reading.sentences[max(0, sentence.index - 1)].start
    return bool(reading.in_range("object", first, sentence.stop))
