"""The noun a number counts: the first within reach in the same phrase, or one right before its end."""

from skyledger.extract.nouns import PEOPLE
from skyledger.extract.number_ranges import Number
from skyledger.extract.reading import Reading
from skyledger.extract.words import EVENTS, GETS_AT, GETS_INTO, GETS_TO, PHRASE_BREAKS
from skyledger.model.frame import Mention

# How far a noun may stand from its number: "11 украинских ударных беспилотных летательных аппаратов".
_REACH = 4
_COLLECTIVE = ("еро", "ерых", "ерым", "двое", "двоих", "двоим", "трое", "троих", "троим", "двоє", "троє")
_ORDINAL = ("первых", "первым", "серых", "серым")
_STRIKES = ("приход", "прилет", "приліт", "прильот", "влучан", "попадан")
_ACTIVE = ("али", "или", "ели", "ули", "яли", "їли", "али", "лись", "лися")
_PAST = ("ли", "лися", "лись", "в", "вся", "ла", "лася", "лась", "ов")
_GETS = (*GETS_TO, *GETS_AT, *GETS_INTO)
_SINGULAR = ("шел", "нул", "тиг", "лся", "тел", "рал", "дил", "зил", "пал", "шла", "нула", "тигла", "лась", "тела")
_ENDINGS = frozenset(("та", "й", "я", "ї"))
# Those who fly what flies, where it is made, kept and launched from: it only says whose or what they are.
_HEADS = (
    *(
        "пункт",
        "пунктов",
        "расчет",
        "оператор",
        "пилот",
        "экипаж",
        "завод",
        "склад",
        "цех",
        "мест",
        "площадк",
        "позици",
    ),
    *("установк", "антенн", "случа", "подразделен", "батальон", "командир", "мастерск", "баз", "центр", "производств"),
    *("розрахун", "пілот", "екіпаж", "місц", "майданчик", "позиці", "випадк", "підрозділ", "майстерн", "виробництв"),
    *("обломк", "фрагмент", "уламк", "част", "двигател", "двигун", "вид", "тип", "модел", "образц", "зразк"),
)
_ADJECTIVAL = ("ых", "их", "ый", "ий", "ые", "ие", "ая", "ое", "ого", "ої", "ими", "ыми")
_ENDS = (".", ",", ";", "!", "?", "\n", ")")
_INNER = frozenset(("of", "из"))
_ARTICLES = frozenset(("a", "an", "the"))


def nouns_by_start(reading: Reading) -> dict[int, list[Mention]]:
    """Return what numbers may count, and measures, by first token."""
    nouns: dict[int, list[Mention]] = {}
    for category in ("not_unit", "object", "unit"):
        for mention in reading.by_category.get(category, ()):
            nouns.setdefault(mention.start, []).append(mention)
    return nouns


def noun_after(reading: Reading, stop: int, nouns: dict[int, list[Mention]], numbers: set[int]) -> Mention | None:
    """Return the noun a number that ends before ``stop`` counts: the first noun within reach in the same phrase."""
    tokens = reading.tokens
    for token in range(stop, min(stop + _REACH, len(tokens.words))):
        gap = reading.gap(token - 1, token)
        if tokens.words[token - 1] in ("тыс", "тис"):
            gap = gap.replace(".", "", 1)
        if gap.strip(" \u00a0*_«»\"“”'-–+­(") or "\n" in gap or (token > stop and "–" in gap):
            return None
        if token in numbers and token != stop:
            return None
        here = nouns.get(token)
        if here and tokens.words[token] in _ENDINGS and "-" not in reading.gap(token - 1, token):
            here = None  # "шість та одинадцять": the conjunction, not the ending of "6-та"
        if here:
            if token > stop and here[0].category == "object" and _is_headed(tokens.words[stop:token]):
                return None
            if token == stop and _is_ordinal_place(reading, stop - 1, here[0]):
                return None  # "у 3 під'їзді": one entrance, the third
            if _counts_people(tokens.words[stop - 1]) and _is_no_person(here[0], token - stop):
                return None
            if token == stop or here[0].category != "not_unit":
                return max(here, key=lambda m: (m.stop, m.category == "object"))
            return here[0]
        if token == stop and tokens.words[token].startswith(_GETS) and tokens.words[token].endswith(_PAST):
            return None  # "два сягнули електростанції"
        if token > stop + 1 and tokens.words[token] in PHRASE_BREAKS:
            return None
        if token == stop and tokens.words[token] in PHRASE_BREAKS and tokens.words[token] not in _INNER:
            return None
        if tokens.words[token] in _ARTICLES and tokens.words[token - 1] not in _INNER:
            return None  # "one found a high-rise", "two reached the depot"
        if token == stop and tokens.words[token].startswith(EVENTS):
            return None  # "ещё один налёт дронов" is no drone
        trigger = reading.at("trigger", token)
        if trigger is not None and "attr" not in trigger.flags and trigger.stop not in nouns:
            return None
        behind = nouns.get(trigger.stop, []) if trigger is not None and trigger.value == "hit" else []
        if tokens.words[token].startswith(_STRIKES) and behind and behind[0].category == "unit":
            return None  # "три прихода по складу"
        if trigger is not None and token > stop and tokens.words[token].endswith(_ACTIVE):
            return None  # "два других поразили склад"
        if trigger is None and token == stop and tokens.words[token].endswith((*_ACTIVE, *_SINGULAR)):
            return None  # "один достиг корпуса"
        if trigger is not None and trigger.value == "hit" and tokens.words[token].endswith((*_ACTIVE, *_SINGULAR)):
            return None  # "один дотянул до пятиэтажки"
    return None


def _is_ordinal_place(reading: Reading, number: int, noun: Mention) -> bool:
    """Tell whether digits before a noun in the locative of the singular name it: "в 5 подъезде"."""
    words = reading.tokens.words
    if noun.category != "unit" or noun.lang == "en" or not words[number].isdigit() or not number:
        return False
    if words[number].endswith("1") and not words[number].endswith("11"):
        return False  # "в 41 доме"
    ends = ("е", "і", "ї") if noun.lang == "uk" else ("е",)
    one = "sing" in noun.flags and "plur" not in noun.flags
    return one and words[number - 1] in ("в", "у", "на", "во") and words[noun.stop - 1].endswith(ends)


def _is_headed(between: list[str]) -> bool:
    """Tell whether another noun is what is counted: "два пункта управления БПЛА" are no drones."""
    return any(w.startswith(_HEADS) and not w.endswith(_ADJECTIVAL) for w in between)


def _counts_people(word: str) -> bool:
    """Tell whether a number word counts people and hardly anything else: "семеро", "четверых"."""
    return word.endswith(_COLLECTIVE) and not word.endswith(_ORDINAL)


def _is_no_person(noun: Mention, between: int) -> bool:
    """Tell whether a noun is a thing that only follows: "семерых довезли до больницы", "двое ворот" are counted."""
    if noun.category != "unit" or noun.value in PEOPLE:
        return False
    return bool(between) or ("sing" in noun.flags and "plur" not in noun.flags)


def head_of(reading: Reading, noun: Mention, nouns: dict[int, list[Mention]]) -> Mention | None:
    """Return the noun that an English noun in the singular only describes: "two hospital patients" are patients."""
    if noun.lang != "en" or noun.category != "unit" or "plur" in noun.flags or "sing" not in noun.flags:
        return None
    heads = [m for m in nouns.get(noun.stop, ()) if m.lang == "en" and m.category == "unit" and "sing" not in m.flags]
    joined = bool(heads) and not reading.gap(noun.stop - 1, noun.stop).strip(" \u00a0-")
    return heads[0] if joined else None


def noun_before(reading: Reading, number: Number) -> Mention | None:
    """Return the noun before a number in words that ends its clause: "машин пожежних дві", "домов сгорело пять".

    Digits there are house numbers: "дома 5 и 7".
    """
    if (label := _label_of(reading, number)) is not None:
        return label
    tokens = reading.tokens
    if not tokens.words[number.core_start].replace("'", "").isalpha() or number.start != number.core_start:
        return None
    ends = number.stop == len(tokens.words) or reading.gap(number.stop - 1, number.stop).lstrip()[:1] in _ENDS
    if not ends:
        return None
    people = _counts_people(tokens.words[number.core_start])
    oblique = tokens.words[number.core_start].endswith(("двох", "ьох", "двоих", "воих", "рых"))
    for mention in reading.ending("unit", number.start - 3, number.start):
        if oblique and tokens.words[mention.start].endswith(("и", "і", "ї", "ы")):
            continue  # "хірурги оперують двох": they are no two surgeons
        if people and mention.value not in PEOPLE:
            continue  # "изранены стёклами трое"
        here = "plur" in mention.flags and "sing" not in mention.flags and mention.lang != "en"
        gap = reading.gap(mention.stop - 1, number.start)
        if here and 0 <= number.start - mention.stop <= 1 and not set(",;:.()—–\n").intersection(gap):
            return mention
    return None


_LABEL = 6  # words before the colon of a label


def _label_of(reading: Reading, number: Number) -> Mention | None:
    """Return the noun of an English label before a colon and its number: "Customers switched off: 62,740"."""
    words, start = reading.tokens.words, number.start
    if start == 0 or not words[start - 1].isascii() or reading.gap(start - 1, start).strip() != ":":
        return None
    sentence = reading.sentence_of(start)
    ends = number.stop >= sentence.stop or not set(".,;!\n").isdisjoint(reading.gap(number.stop - 1, number.stop))
    if not ends or not 0 < start - sentence.start <= _LABEL:
        return None
    nouns = [u for u in reading.starting("unit", sentence.start, start) if u.lang == "en"]
    told = reading.starting("trigger", sentence.start, start)
    one = len({u.start for u in nouns}) == 1 and "plur" in nouns[0].flags and bool(told)
    if not one or reading.starting("number", sentence.start, start):
        return None
    return next((u for u in nouns if u.value != "person"), nouns[0])  # "customers" are both
