"""People hurt, told in Russian or Ukrainian by what they have: "отримали посічення склом", "у трьох людей різані рани".

Somebody, a noun of injury and a verb of getting or finding it stand in one clause, in any order; behind "у" with people
no verb is needed. Injuries "несумісні з життям" tell of the dead.
"""

from dataclasses import replace

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

_AILMENTS = (
    *(
        "травм",
        "опік",
        "опіки",
        "перелом",
        "контузі",
        "струс",
        "забій",
        "забої",
        "забоїв",
        "поріз",
        "порізи",
        "посічен",
    ),
    *("саден", "садн", "подряпин", "вивих", "гематом", "баротравм", "отруєн", "стресов", "ампутац", "черепно"),
    *("осколков", "уламкові", "уламкових", "вибухов", "крововилив", "кровотеч", "ушкоджен", "каліцтв", "акубаротравм"),
    *("ожог", "ожоги", "перелом", "контузи", "сотрясен", "ушиб", "порез", "ссадин", "вывих", "отравлен", "стрессов"),
    *("осколочн", "кровоизлиян", "увечь", "рваные", "резаные", "різан", "рвані", "рани", "раны", "шок", "розлад"),
)
_GOT = (
    *(
        "зазна",
        "дістал",
        "дістав",
        "отрима",
        "набул",
        "має",
        "мають",
        "мали",
        "стався",
        "сталася",
        "виявил",
        "діагност",
    ),
    *(
        "встановил",
        "констатув",
        "зафіксув",
        "зафіксов",
        "підтверд",
        "лікують",
        "поступил",
        "надійшл",
        "переніс",
        "перенесл",
    ),
    *(
        "получил",
        "имеют",
        "имеет",
        "случил",
        "выявил",
        "диагност",
        "установил",
        "констатир",
        "зафиксир",
        "перенес",
        "перенёс",
    ),
    *("знайшл", "нашли", "виникл", "розвину", "скарж", "жалуют"),
)
_AT = frozenset(("у", "в"))
_FATAL = ("несумісн", "несовместим")
_LIFE = frozenset(("життям", "жизнью"))
_FATAL_REACH = 6  # words of "травми сторожа виявилися несумісними з життям"
# Whom an injury only concerns, and what has another cause.
_OTHERWISE = (
    *(
        "спорт",
        "матч",
        "футбол",
        "тренуван",
        "тренир",
        "дтп",
        "аварі",
        "авари",
        "торік",
        "психолог",
        "ветеран",
        "навчан",
    ),
    *("учени", "курс", "методик", "профілакт", "профилакт", "гостросюжет", "вірус", "вирус", "гриб", "їж", "петард"),
)
_STAFF = ("лікар", "медик", "хірург", "фельдшер", "рятувальники", "врач", "медсест", "експерт", "эксперт")
_REACH = 9
NAMED = word_class(stems=_AILMENTS)
_ENDED = word_class(stems=_FATAL)


def may_have_ailments(reading: Reading) -> bool:
    """Tell cheaply whether a text names an injury."""
    return reading.mask & NAMED != 0


def find_ailments(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the injuries somebody has, where no word of harm stands in the clause."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, NAMED):
        return []
    found: list[Mention] = []
    for n in reading.of_class(NAMED, sentence.start, sentence.stop):
        first, last = stretch_around(reading, sentence, n, _REACH)
        told = any(first <= t.start < last for t in (*known, *found))
        if told or not words[n].startswith(_AILMENTS) or any(w.startswith(_OTHERWISE) for w in words[first:last]):
            continue
        people = _people(scene, first, last)
        if people and _has(words, people, n, first, last):
            found.append(made_trigger(words, "injured", n, n + 1))
    return found


def with_fatal(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return words of harm with injuries nobody survives as deaths: "поранення, несумісні з життям"."""
    words = scene.reading.tokens.words
    if not triggers or not scene.reading.says(sentence, _ENDED):
        return triggers
    told = []
    for trigger in triggers:
        behind = words[trigger.stop : min(sentence.stop, trigger.stop + _FATAL_REACH + 2)]
        at = next((k for k, w in enumerate(behind[:_FATAL_REACH]) if w.startswith(_FATAL)), None)
        fatal = at is not None and trigger.value == "injured" and not _LIFE.isdisjoint(behind[at : at + 3])
        told.append(replace(trigger, value="killed") if fatal else trigger)
    return told


def _has(words: list[str], people: list[Quantity], n: int, first: int, last: int) -> bool:
    """Tell whether somebody is said to have an injury, and not to have none."""
    if NOT_WORDS.intersection(words[first:n]):
        return False
    if any(q.start > first and q.stop <= n and words[q.start - 1] in _AT for q in people):
        return True
    return any(w.startswith(_GOT) for w in words[first:last])


def _people(scene: Scene, first: int, last: int) -> list[Quantity]:
    """Return those a clause counts or names one of, but no doctors."""
    words = scene.reading.tokens.words
    found = []
    for quantity in scene.quantities_in(first, last):
        if is_of(quantity, PEOPLE) and quantity.noun is not None:
            one = "sing" in quantity.noun.flags and "plur" not in quantity.noun.flags
            staff = words[quantity.noun.start].startswith(_STAFF) and quantity.count is None
            if (quantity.count is not None or one) and not staff:
                found.append(quantity)
        elif quantity.noun is None and quantity.count is not None and words[quantity.stop - 1].endswith(COLLECTIVE):
            found.append(quantity)
    return found
