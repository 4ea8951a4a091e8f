"""Places that people are only brought to and trains only run by."""

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import DIRECTIONS, PLACE_PREPOSITIONS
from skyledger.model.frame import PlacePhrase

_TAKEN = (
    *(
        "доставл",
        "госпитализ",
        "переведен",
        "направлен",
        "эвакуирован",
        "лечится",
        "лечатся",
        "лечение",
        "увезли",
        "везут",
        "отвез",
        "перевез",
        "увез",
    ),
    *(
        "госпіталізов",
        "шпиталізов",
        "ушпитал",
        "доправлен",
        "доправил",
        "доставил",
        "перевез",
        "везуть",
        "відвез",
        "повезли",
        "лікується",
        "лікуються",
    ),
    *("hospitalis", "hospitaliz", "airlifted", "transferred", "treated", "rushed", "flown", "evacuated"),
)
_CARE = ("больниц", "госпитал", "клиник", "лікарн", "шпитал", "клінік", "hospital", "clinic")
_LINES = ("поезд", "потяг", "поїзд", "электричк", "електричк", "train", "trains")
_MOVED = word_class(("taken", "brought", "driven"), stems=(*_TAKEN, *_LINES))
_WARDS = word_class(("hospital", "hospitals", "clinic"))
_TOWARDS = frozenset(("в", "во", "до", "у", "to", "in", "at"))
_WARD_KINDS = frozenset(
    ("city", "regional", "district", "central", "clinical", "children's", "municipal", "state", "children", "s")
)


def is_taken_to(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether the hurt were brought to a place, or a train only runs there: "доставлен в больницу Белгорода"."""
    if not reading.mask & _MOVED:
        return False
    first = max(0, phrase.start - 7)
    words = reading.tokens.words
    if any(w.startswith(_LINES) for w in words[max(first, phrase.start - 2) : phrase.start]):
        return not is_located(reading, phrase)
    for token in range(phrase.start - 1, first - 1, -1):
        if reading.parted(token, token + 1, ",;:.—"):
            return False
        if words[token].startswith(_TAKEN):
            before = words[token + 1 : phrase.start]
            return any(w in _TOWARDS for w in before) or any(w.startswith(_CARE) for w in before)
        if words[token] in ("taken", "brought", "driven") and words[token + 1] == "to":
            return True
    return False


def is_located(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a preposition of place stands before a phrase."""
    token = phrase.start - 1
    while token >= 0 and reading.tokens.words[token] in DIRECTIONS:
        token -= 1
    return token >= 0 and reading.tokens.words[token] in PLACE_PREPOSITIONS


def names_a_ward(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a place only says which hospital treats people: "is now in Belgorod City Hospital No. 2"."""
    if not reading.mask & _WARDS:
        return False
    words = reading.tokens.words
    before = [w for w in words[max(0, phrase.start - 2) : phrase.start] if w != "the"][-1:]
    behind = words[phrase.stop : phrase.stop + 4]
    while behind and behind[0] in _WARD_KINDS:
        behind = behind[1:]
    return before in (["to"], ["in"]) and bool(behind) and behind[0] in ("hospital", "hospitals", "clinic")


def is_on_the_way_round(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether trains only run by a place: "потяги йдуть в об'їзд через Овруч"."""
    words = reading.tokens.words
    if not phrase.start or words[phrase.start - 1] != "через":
        return False
    sentence = reading.sentence_of(phrase.start)
    return any(w.startswith(_LINES) for w in words[sentence.start : phrase.start])
