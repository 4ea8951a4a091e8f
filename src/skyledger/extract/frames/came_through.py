"""Nobody hurt, told in Russian or Ukrainian of somebody who came through: "вахтёр цел", "успели отбежать".

Somebody alive, or who got away in time, stands in a sentence that tells of nobody hurt or killed; or nobody was there
to be hurt: "в здании не было ни души", "скорую никто не вызывал".
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import HURT
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Sentence

_ALIVE = frozenset(
    (
        "жив жива живы цел цела целы целый целая целые живой живая живые невредим невредима невредимы норм нормально "
        "живий жива живі цілий ціла цілі неушкоджений неушкоджена неушкоджені"
    ).split()
)
# One who is alive is not dead, and unhurt only where that is said, too.
_NOT_DEAD = frozenset("жив жива живой живая живий".split())
_UNHURT = ("здоров", "цел", "ціл", "невредим", "неушкодж")
_WELL = (
    ["в", "порядке"],
    ["у", "порядку"],
    ["все", "норм"],
    ["все", "нормально"],
    ["все", "хорошо"],
    ["все", "гаразд"],
)
_SPARED = ("задет", "зачеплен", "тронут", "поранен", "пострада", "ранен", "постражд")
_IN_TIME = ("успел", "встиг", "успев", "вспел")
_AWAY = (
    *("выскоч", "отбеж", "отойти", "отош", "спрыг", "выпрыг", "укрыт", "укрыл", "уйти", "убеж", "спуст", "выбеж"),
    *("пригн", "залеч", "залег", "спрят", "добеж", "погреб", "подвал", "отскоч", "увернут", "юркн", "нырн", "лечь"),
    *("выйти", "покинут", "убрат", "выкарабк", "отъех", "уехат", "вистриб", "відбіг", "відійт"),
    *("зістриб", "сховат", "укритт", "вибіг", "втек", "спуститис", "пригнут", "залягт", "добіг", "льох", "підвал"),
    *("відскоч", "вийти", "відїх", "від'їх", "поїхат"),
)
_GOT_AWAY = (
    *("выбежал", "выскочил", "отбежал", "выпрыгн", "спрыгн", "отскоч", "уцелел", "спасся", "спаслась", "спаслись"),
    *("отсиде", "укрылся", "укрылась", "укрылись", "укрывал", "вибіг", "вискоч", "відбіг", "вистриб", "зістриб"),
    *("уціліл", "уцілів", "врятувавс", "врятувалас", "врятувалис", "відсиді", "сховавс", "сховалас", "сховалис"),
)
_LUCKY = ("повезло", "свезло", "подфартило", "пощастило", "поталанило")
_SOULS = frozenset("души душі никого нікого".split())
_PERSONS = ("людей", "пассажир", "работник", "рабоч", "жильц", "дет", "воспитан", "персонал", "сотрудник", "посетител")
_INSIDE = (
    *("здани", "внутри", "цех", "салон", "дом", "автобус", "машин", "помещен", "школ", "нем", "ней", "них", "склад"),
    *("будівл", "всередин", "будинк", "примі", "ньому", "квартир", "кабин", "корпус", "подъезд", "магазин", "пляж"),
)
_NOBODY = frozenset("никто никого никому ніхто нікого нікому".split())
_DENIED = (
    *("убил", "задел", "тронут", "тронул", "зацепил", "вызывал", "ищут", "причинен", "покалечил", "придавил", "посек"),
    *("вбил", "зачепил", "викликав", "шукають", "заподіян", "травмировал", "обращал", "увозил", "госпитализ", "погиб"),
)
_DOUBT = frozenset(
    (
        "ли если чтобы надеюсь надеемся молитесь молимся неизвестно неясно еле едва чудом якщо щоб чи невідомо "
        "сподіваюсь никак лишь только больше пока тільки лише"
    ).split()
)
_HURT_TOO = (
    *("ранен", "погиб", "пострадал", "травм", "ожог", "осколк", "контуз", "госпит", "умер", "шок", "порез", "ушиб"),
    *("придав", "ободр", "сотряс", "тяжел", "скорая", "больниц", "крови", "гипс", "бинт", "реаним", "поран", "загин"),
    *("опік", "лікарн", "обж", "обожж", "царап", "ссад", "перелом", "завал", "тел", "без", "нога", "рука", "очно"),
)
_THINGS_TOO = ("рейс", "матч", "поезд", "снимк")
_REACH = 5
_CUT = ";:.!?()\n"
_BUT = frozenset("а но зато але".split())
_TELLING = word_class(_ALIVE | _SOULS | _NOBODY | {"порядке", "порядку"}, (*_IN_TIME, *_GOT_AWAY, *_LUCKY, *_SPARED))


def may_be_survivors(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of somebody who came through."""
    return reading.mask & _TELLING != 0


def find_survivors(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return what says that somebody came through or nobody was there, as one mention like those of the packs."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, _TELLING):
        return []
    here = words[sentence.start : sentence.stop]
    if _DOUBT.intersection(here[:]) - {"пока", "больше"} or any(w.startswith(_THINGS_TOO) for w in here):
        return []
    harmed = bool(scene.triggers_in(sentence, HURT)) or any(w.startswith(_HURT_TOO) for w in here)
    for n in reading.of_class(_TELLING, sentence.start, sentence.stop):
        stop = _nobody(words, sentence, n) if harmed else _nobody(words, sentence, n) or _somebody(scene, sentence, n)
        if stop is None and not harmed and _is_spared(scene, sentence, n):
            return [made_trigger(words, "no_casualties", n - 1, n + 1)]
        if stop is not None:
            return [made_trigger(words, "no_casualties", min(n, stop), max(n + 1, stop))]
    return []


def _nobody(words: list[str], sentence: Sentence, n: int) -> int | None:
    """Return where "ни души", "никого не задело", "скорую никто не вызывал" ends."""
    behind = words[n + 1 : min(sentence.stop, n + 1 + _REACH)]
    if words[n] in _NOBODY and "не" in behind:
        at = behind.index("не") + 1
        if at < len(behind) and behind[at].startswith(_DENIED):
            return n + 2 + at
    if words[n] in _SOULS:
        around = words[max(sentence.start, n - _REACH) : min(sentence.stop, n + _REACH)]
        soul = words[n] in _NOBODY or words[n - 1] in ("ни", "ні")
        inside = any(w.startswith(_INSIDE) for w in around)
        empty = "не" not in around or any(w in ("было", "оказалось", "находилось", "було") for w in around)
        return n + 1 if soul and inside and empty else None
    return None


def _somebody(scene: Scene, sentence: Sentence, n: int) -> int | None:
    """Return where "вахтёр цел", "успели отбежать", "повезло продавщице" ends."""
    words = scene.reading.tokens.words
    if n and words[n - 1] in NOT_WORDS:
        return None
    behind = words[n + 1 : min(sentence.stop, n + 1 + _REACH)]
    if words[n].startswith(_IN_TIME):
        at = next((k for k, w in enumerate(behind) if w.startswith(_AWAY)), None)
        return n + 2 + at if at is not None and _people_near(scene, sentence, n) else None
    if words[n] in _NOT_DEAD and not any(w.startswith(_UNHURT) for w in words[sentence.start : sentence.stop]):
        return None  # whoever is alive may be hurt
    well = words[n] in _ALIVE or words[n - 1 : n + 1] in _WELL
    if well or words[n].startswith((*_GOT_AWAY, *_LUCKY)):
        return n + 1 if _people_near(scene, sentence, n) and not _told_of_thing(scene, sentence, n) else None
    return None


def _is_spared(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether "не задеты" is said of people."""
    words = scene.reading.tokens.words
    denied = n > sentence.start and words[n - 1] in NOT_WORDS and words[n].startswith(_SPARED)
    return denied and _people_near(scene, sentence, n) and not _told_of_thing(scene, sentence, n)


def _people_near(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether a person or people stand in the clause, or in the sentence before the word."""
    reading = scene.reading
    people = [
        q
        for q in scene.quantities_in(max(sentence.start, n - 2 * _REACH), min(sentence.stop, n + 4))
        if q.noun is not None and q.noun.value in PEOPLE
    ]
    return any(not reading.parted(min(q.stop, n + 1) - 1, max(q.start, n), _CUT) for q in people)


def _told_of_thing(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether a thing right before the word is what is whole: "рядом с хозяином цел забор"."""
    near = [q for q in scene.quantities_in(max(sentence.start, n - 3), n) if q.noun is not None and q.stop <= n]
    near = [q for q in scene.quantities_in(n + 1, n + 2) if q.noun is not None] or near
    return bool(near) and near[-1].noun is not None and near[-1].noun.value not in PEOPLE
