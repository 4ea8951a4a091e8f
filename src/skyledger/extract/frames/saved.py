"""People saved, told in Russian or Ukrainian by a verb of getting out and from where, or that they live.

"Внучку достали живой", "шестерых вынесли из подъезда", "сторожа сняли с крыши", "родину визволено з погреба".
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

SOMEBODY = "somebody"  # flag of a trigger that has people without a number beside it
_OUT = (
    *("достал", "достав", "вытащ", "вытян", "извлек", "извлеч", "вынес", "вынос", "выносил", "откоп", "отрыл"),
    *("выкоп", "вызвол", "спасл", "спасен", "спас ", "снял", "снят", "снима", "деблокир", "освобод", "выволок"),
    *("вызволен", "выведен", "вывел", "выведен", "выручил", "подобра", "эвакуир", "спустил", "вырва"),
    *("дістал", "діста", "витяг", "винес", "винос", "відкоп", "відрил", "викоп", "визвол", "врят", "урят", "зняли"),
    *("вийня", "виймал", "виштовх", "випхнул", "випхав", "вихопи", "виніс", "вивів", "витолк", "вытолк"),
    *("знят", "зняв", "зняла", "знімал", "деблок", "звільн", "вивел", "вивед", "підібра", "спустил", "виволок"),
)
_ALIVE = ("живым", "живой", "живую", "живого", "живых", "живими", "живою", "живу", "живого", "живий")
_FROM = frozenset("из з із из-под з-під под під с со".split())
# What somebody is got out of or down from.
_TRAPS = (
    *(
        "завал",
        "плит",
        "руин",
        "обломк",
        "огн",
        "пламен",
        "дым",
        "задымл",
        "горящ",
        "подвал",
        "погреб",
        "балк",
        "бетон",
    ),
    *(
        "подъезд",
        "квартир",
        "крыш",
        "высот",
        "балкон",
        "этаж",
        "окна",
        "окон",
        "борт",
        "лифт",
        "кабин",
        "укрыт",
        "рубк",
    ),
    *("вод", "моря", "трюм", "развал", "разруш", "полуразруш", "кран", "вышк", "столб", "шахт", "машин", "салон"),
    *("руїн", "уламк", "вогн", "полум", "дим", "задимл", "палаюч", "підвал", "льох", "під'їзд", "дах", "висот"),
    *("цегл", "камін", "кирпич", "ствол", "бетон", "вулиц", "улиц", "шахт", "вогню", "диму"),
    *("поверх", "вікна", "вікон", "ліфт", "кабін", "зруйнов", "напівзруйн", "трюм", "веж", "стовп", "пожар", "пожеж"),
)
_HOW = frozenset("автолестнице автолестницей автолестницы лестнице одеяле тачке носилках руках автодрабині".split())
# Ways down that need no preposition, and those who get people out.
_LADDERS = frozenset("драбиною автодрабиною сходами автосходами лестницей автолестницей автопідіймачем".split())
_RESCUERS = ("рятувальник", "надзвичайник", "вогнебор", "пожежник", "спасател", "пожарн", "огнебор", "сусіди", "соседи")
_BY_HAND = ("витяг", "вытащ", "викоп", "відкоп", "відрил", "откоп", "вийня", "виштовх", "вытолк", "визвол", "вызвол")
_HOW_BEFORE = frozenset("по на с за автолестницей автодрабиною".split())
_DEAD = (
    *("тел", "тіл", "погиб", "загиб", "мертв", "бездых", "скончав", "останк", "решт", "дышал", "кот", "собак", "коз"),
    *("корову", "кіт", "пса", "кошк", "кішк", "труп"),
)
_NOT_SAVED = ("выговор", "очеред", "учет", "учёт", "должност", "посад", "облік", "тренир", "учен", "фильм", "навчан")
# People without a number.
_SOME = frozenset(
    (
        "меня его ее ее нас их всех второго вторую третьего третью остальных семью семья семьи соседей жильцов мене "
        "його її нас усіх другого другу третього решту родину родина родини сусідів мешканців"
    ).split()
)
_REACH = 7  # tokens on each side in which what belongs to the word stands
_VERB = frozenset(("verb", "past"))
GETTING = word_class(pieces=_OUT)


def may_be_saved(reading: Reading) -> bool:
    """Tell cheaply whether a text has a verb by which people are got out."""
    return reading.mask & GETTING != 0


def find_saved(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the verbs by which people were got out alive, where no pack tells them."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, GETTING):
        return []
    told = {n: (t.start, t.stop) for t in known if t.value == "rescued" for n in range(t.start, t.stop)}
    for n in reading.of_class(GETTING, sentence.start, sentence.stop):
        if not words[n].startswith(_OUT) or (n and words[n - 1] in NOT_WORDS):
            continue
        first, last = stretch_around(reading, sentence, n, _REACH)
        here = words[first:last]
        if any(w.startswith((*_DEAD, *_NOT_SAVED)) for w in here):
            continue
        if not (_says_how(words, first, last) or _is_by_rescuers(words, n, here)):
            continue
        people = [q for q in scene.quantities_in(first, last) if are_people(q)]
        if any(words[q.start] != "семью" for q in people):  # "семью" is rather a family than seven
            return [made_trigger(words, "rescued", *told.get(n, (n, n + 1)), _VERB)]
        if _SOME.intersection(here):
            return [made_trigger(words, "rescued", *told.get(n, (n, n + 1)), _VERB | {SOMEBODY})]
    return []


def _says_how(words: list[str], first: int, last: int) -> bool:
    """Tell whether they are said to live, or from where and by what way they came."""
    if any(w in _ALIVE or w in _LADDERS for w in words[first:last]):
        return True
    for n in range(first, last - 1):
        if words[n : n + 2] in (["из", "под"], ["з", "під"], ["із", "під"], ["на", "вулицю"], ["на", "улицу"]):
            return True
        if words[n] in _FROM and any(w.startswith(_TRAPS) for w in words[n + 1 : min(last, n + 4)]):
            return True
        if words[n] in _HOW_BEFORE and words[n + 1] in _HOW:
            return True
    return words[last - 1] in _HOW


def _is_by_rescuers(words: list[str], verb: int, here: list[str]) -> bool:
    """Tell whether those whose work it is, or neighbours, got somebody out by hand: "рятувальники витягли чотирьох"."""
    return words[verb].startswith(_BY_HAND) and any(w.startswith(_RESCUERS) for w in here)


def is_of_people(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether a verb of taking down is said of people on a ladder: "з балкона драбиною зняли двох"."""
    if not scene.reading.tokens.words[n].startswith(_OUT):
        return False
    first, last = stretch_around(scene.reading, sentence, n, _REACH)
    return not _LADDERS.isdisjoint(scene.reading.tokens.words[first:last])


def are_people(quantity: Quantity) -> bool:
    """Tell whether a quantity is of people: counted, a bare number, or one named in the singular."""
    noun = quantity.noun
    if noun is None:
        return quantity.elliptic and quantity.count is not None
    return noun.value in PEOPLE and (quantity.count is not None or {"sing", "plur"} & noun.flags == {"sing"})
