"""People hurt, told in Ukrainian by who treats them or where they were taken, and people lost by their town.

"Лікарня прийняла шістнадцятьох", "до обласної за ранок доправили двадцять людей", "дев'ятьох лікують у трьох лікарнях".
A number of people stands in one clause with a verb of care and a doctor or a ward; staff and colds are none.
"Костянтинівка втратила двох мешканців", "дістали дев'ять тіл" tell of the dead.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.stretches import STRETCH_MARKS, stretch_around
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

_CARE = (
    *("прийнял", "прийма", "прийнят", "лікує", "лікуют", "лікува", "лікуєт", "оперу", "прооперу", "прооперо", "заши"),
    *("рятуют", "стабіліз", "доправ", "достав", "привез", "звезл", "повезл", "відвезл", "госпіталіз", "надійшл"),
    *("надход", "потрапи", "опини", "перебува", "лишаєт", "лишают", "залишаєт", "залишают", "оглян", "перев'яз"),
    *("пройшл", "забрал", "виход", "везут", "везл", "відправи"),
)
_WARDS = (
    *("лікарн", "шпитал", "госпітал", "реанімац", "хірургі", "травматолог", "травмпункт", "опіков", "медзаклад"),
    *("стаціонар", "операційн", "приймальн", "амбулатор", "медпункт", "поліклінік", "нейрохірург", "медичний заклад"),
)
_DOCTORS = (
    *("лікар", "медик", "хірург", "травматолог", "парамедик", "фельдшер", "медсестр", "реаніматолог", "комбустіолог"),
    *("швидк", "екстрен"),
)
# What else brings people to a ward, or a number of staff.
_OTHERWISE = (
    *("грип", "застуд", "вірус", "ковід", "щеплен", "вакцин", "полог", "породіл", "народ", "обстеж", "аварі", "дтп"),
    *(
        "гриб",
        "інтерн",
        "торік",
        "щорок",
        "щомісяц",
        "щодня",
        "ремонт",
        "практик",
        "військов",
        "боєц",
        "бійц",
        "тварин",
    ),
    *("лікарі", "медсест", "фельдшер", "хірург", "донор", "волонт", "студент", "делегац", "гост", "візит"),
)
_STAFF = ("лікар", "медик", "хірург", "фельдшер", "медсест", "донор", "інтерн", "волонт", "парамедик", "санітар")
_LOST = frozenset("втратив втратила втратили втратило".split())
_ARMIES = (
    *("ворог", "ворож", "противник", "бригад", "підрозділ", "армі", "окупант", "росіян", "рашист", "військ", "клуб"),
    *("команд", "парті", "компан", "завод", "фірм", "шахів", "клієнт", "гравц", "бійц", "захисник", "воїн"),
)
_BODIES = frozenset(("тіл", "тіла", "тілами"))
_REACH = 9  # tokens on each side in which what belongs to the word stands
TREATING = word_class(stems=_CARE)
LOSING = word_class((*_LOST, *_BODIES))
_VERB = frozenset(("verb", "past"))


def treated_people(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the verbs of care whose object people are, where no word of harm stands in their clause."""
    reading, words = scene.reading, scene.reading.tokens.words
    found: list[Mention] = []
    if reading.says(sentence, LOSING):
        found += _lost_people(scene, sentence, known)
    if not reading.says(sentence, TREATING):
        return found
    for n in reading.of_class(TREATING, sentence.start, sentence.stop):
        first, last = stretch_around(reading, sentence, n, _REACH)
        if (n and words[n - 1] in NOT_WORDS) or any(first <= t.start < last for t in (*known, *found)):
            continue
        if _is_cared_for(words, n, first, last) and _people(scene, first, last):
            found.append(made_trigger(words, "injured", n, n + 1, _VERB))
    return found


def _is_cared_for(words: list[str], n: int, first: int, last: int) -> bool:
    """Tell whether a ward or a doctor stands beside a verb, and nothing that fills wards in peace."""
    here = words[first:last]
    if not any(w.startswith((*_WARDS, *_DOCTORS)) for w in here):
        return False
    return not any(w.startswith(_OTHERWISE) and k > n for k, w in enumerate(here, first))


def _people(scene: Scene, first: int, last: int) -> list[Quantity]:
    """Return the people a clause counts: under a noun of their own that is no doctor's, or by a number of people."""
    words = scene.reading.tokens.words
    found = []
    for quantity in scene.quantities_in(first, last):
        if quantity.count is None:
            continue
        if is_of(quantity, PEOPLE) and quantity.noun is not None:
            told = not words[quantity.noun.start].startswith(_STAFF)
        else:
            told = quantity.noun is None and words[quantity.stop - 1].endswith((*COLLECTIVE, "вох", "сьох", "мох"))
        if told:
            found.append(quantity)
    return found


def _lost_people(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return "втратили двох людей" of a town or of us, and "дев'ять тіл"."""
    reading, words = scene.reading, scene.reading.tokens.words
    found = []
    for n in reading.of_class(LOSING, sentence.start, sentence.stop):
        if any(t.start <= n < t.stop for t in known):
            continue
        if words[n] in _BODIES:
            before = scene.quantities_in(max(sentence.start, n - 2), n)
            if any(q.elliptic and q.stop == n and q.count is not None for q in before):
                found.append(made_trigger(words, "killed", n, n + 1))
            continue
        behind = scene.quantities_in(n + 1, min(sentence.stop, n + 4))
        people = [q for q in behind if is_of(q, PEOPLE) and q.start - n <= 2 and q.count is not None]
        fought = any(w.startswith(_ARMIES) for w in words[max(sentence.start, n - _REACH) : n + 6])
        if people and not fought and not reading.parted(n, people[0].start, STRETCH_MARKS):
            found.append(made_trigger(words, "killed", n, n + 1, _VERB))
    return found
