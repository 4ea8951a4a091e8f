"""Nobody hurt, by what nobody had, in Russian and Ukrainian: "никто не получил и царапины", "без вреда для людей".

Somebody who is nobody ("никто из рабочих", "ни у кого"), or people, with a hurt that is denied; or with help that
nobody needed.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.marks import CLAUSE_OR_STOP
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_NOBODY = frozenset("никто никого никому никем кого кому ніхто нікого нікому ніким".split())
_ONLY_WITH_NI = frozenset(("кого", "кому"))
_HURTS = tuple(
    (
        "царапин ссадин ранени травм увеч ушиб порез вред урон ожог контуз перелом синяк подряпин саден "
        "поранен забо опік опіку шкод каліцтв"
    ).split()
)
_WOUNDS = frozenset("ран рана рану раны раной".split())
_NO_HURTS = ("вредител", "заборон", "школ")
_HELP = ("помощ", "медпомощ", "медик", "врач", "госпитал", "скор", "допомог", "лікар", "госпіталіз", "швидк")
_NEEDED = ("понадоб", "потреб", "нужн", "нужд", "потрібн", "знадоб", "обрат", "обращ", "зверн", "просил")
_HAD = ("получ", "причин", "нанес", "понес", "имеет", "оказал", "было", "зазна", "завда", "було", "отрима", "діста")
_WITHOUT = frozenset(("без",))
_HARM = (
    "вред",
    "ущерб",
    "опасн",
    "угроз",
    "урон",
    "потер",
    "последств",
    "травм",
    "ранени",
    "втрат",
    "шкод",
    "наслідк",
    "поранен",
)
_FOR = frozenset("для среди серед у между".split())
_NOT = frozenset("не ни нет ні нема немає нету".split())
_REACH = 8
_BEHIND = 3  # words from "для" to the people: "для жизни и здоровья людей"
_DENIED = frozenset("вреда урона увечий травм ранений шкоди поранень".split())
_CLASS = word_class(_NOBODY | _WITHOUT | _DENIED)
_PERSONS = ("люд", "населен", "житель", "жител", "мешкан", "здоровь", "здоров'", "жизн", "житт")


def find_no_harm(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return what says that nobody came to harm, where no words of the packs do."""
    reading = scene.reading
    for n in reading.of_class(_CLASS, sentence.start, sentence.stop):
        told = _told(reading, sentence, n)
        if told is not None:
            return [made_trigger(reading.tokens.words, "no_casualties", *told)]
    return []


def is_of_health(reading: Reading, trigger: Mention) -> bool:
    """Tell whether "без ущерба" is said of people and not of things: "без ущерба для здоровья рабочих"."""
    words = reading.tokens.words
    if words[trigger.stop : trigger.stop + 1] not in (["для"], ["здоровью"]):
        return False
    return any(_is_people(reading, k) for k in range(trigger.stop, min(len(words), trigger.stop + 1 + _BEHIND)))


def _told(reading: Reading, sentence: Sentence, n: int) -> tuple[int, int] | None:
    word = reading.tokens.words[n]
    first, last = stretch_around(reading, sentence, n, _REACH, CLAUSE_OR_STOP)
    if word in _WITHOUT:
        return _without(reading, n, last)
    if word in _NOBODY:
        return _nobody(reading, n, first, last)
    return _denied(reading, n, first, last) if word in _DENIED else None


def _without(reading: Reading, n: int, last: int) -> tuple[int, int] | None:
    """Return "без вреда для людей", "без потерь среди персонала"."""
    words = reading.tokens.words
    if n + 2 >= last or not words[n + 1].startswith(_HARM) or words[n + 2] not in _FOR:
        return None
    stop = min(last, n + 3 + _BEHIND)
    people = next((k for k in range(n + 3, stop) if _is_people(reading, k)), None)
    return None if people is None else (n, people + 1)


def _nobody(reading: Reading, n: int, first: int, last: int) -> tuple[int, int] | None:
    """Return "никто из рабочих не получил и царапины", "ран не нашли ни у кого", "помощь никому не понадобилась"."""
    words = reading.tokens.words
    if words[n] in _ONLY_WITH_NI and not {"ни", "ні"}.intersection(words[max(first, n - 2) : n]):
        return None
    if "не" not in words[first:last] and "нет" not in words[first:last]:
        return None
    hurt = next((k for k in range(first, last) if _is_hurt(words[k])), None)
    if hurt is None:
        needed = any(w.startswith(_NEEDED) for w in words[first:last])
        hurt = next((k for k in range(first, last) if needed and words[k].startswith(_HELP)), None)
    return None if hurt is None else (min(n, hurt), max(n, hurt) + 1)


def _denied(reading: Reading, n: int, first: int, last: int) -> tuple[int, int] | None:
    """Return "люди вреда не получили": a hurt denied of people."""
    words = reading.tokens.words
    denial = next((k for k in range(max(first, n - 2), min(last, n + 4)) if words[k] in _NOT), None)
    if denial is None or not any(_is_people(reading, k) for k in range(first, last)):
        return None
    if words[denial] in ("не", "ни", "ні") and not any(w.startswith(_HAD) for w in words[first:last]):
        return None  # "не пережив поранень"
    return min(n, denial), max(n, denial) + 1


def _is_hurt(word: str) -> bool:
    return word in _WOUNDS or (word.startswith(_HURTS) and not word.startswith(_NO_HURTS))


def _is_people(reading: Reading, k: int) -> bool:
    if reading.tokens.words[k].startswith(_PERSONS):
        return True
    return any(u.value in PEOPLE for u in reading.starting("unit", k, k + 1))
