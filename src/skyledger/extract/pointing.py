"""Find words that point back at a place told of: "there", "in the same village", "in the second", "in both towns"."""

from skyledger.extract.place_atoms import Atoms
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class

_THERE = frozenset("there там тут здесь".split())
_SPOTS = frozenset(
    (
        "village town settlement community hamlet city селе селі поселке посёлке селище селищі хуторе хуторі станице "
        "деревне городке городе місті містечку громаді громаде пункте пункті"
    ).split()
)
_SAME = frozenset("same this that том самом этом же ж тому самому цьому той тій цій самій этой".split())
_FIRST = {
    **dict.fromkeys("first former первом першому першій первой".split(), "1"),
    **dict.fromkeys("second latter втором второй другому другій".split(), "2"),
    **dict.fromkeys("third третьем третьей третьому третій".split(), "3"),
}
_BOTH = frozenset("both обоих обеих обох".split())
_POINTING = word_class((*_THERE, *_SPOTS, *_FIRST, *_BOTH))
_IN = frozenset("in в во у".split())
_OF = frozenset("of из з із".split())
_CENTRES_OF_PEOPLE = (
    *("town", "cit", "village", "district", "place", "communit", "город", "сел", "район", "округ", "посел", "посёл"),
    *("міст", "громад", "населен"),
)
# Words behind "there" that make it the subject of a sentence; behind "там" those that open a clause about it.
_NO_PLACE_BEHIND = frozenset(
    (
        "is are was were s has have had will would may might could can seems seemed appears appeared remain remains "
        "remained came где де куда куди"
    ).split()
)
_BE_BEFORE = frozenset("is are was were that".split())


def points(reading: Reading, found: Atoms) -> None:
    """Find "there", "там", "in the same village": the last place told of."""
    if not reading.mask & _POINTING:
        return
    words = reading.tokens.words
    for token, word in enumerate(words):
        if token in found.taken:
            continue
        there = word in _THERE and _is_a_place(reading, token)
        if there or (word in _SPOTS and _is_named_before(reading, token)):
            meant = "anaphor:there" if there else "anaphor:same"
            found.add([((meant,), None, token, token + 1)], token, token + 1, "anaphor")
        elif (word in _FIRST or word in _BOTH) and (listed := _of_list(reading, token)):
            found.add([((listed,), None, token, token + 1)], token, token + 1, "anaphor")


def _is_a_place(reading: Reading, token: int) -> bool:
    """Tell whether "there" says where something is: not "there are", "там сообщили", "where there"."""
    words = reading.tokens.words
    behind = words[token + 1] if token + 1 < len(words) else ""
    if behind in _NO_PLACE_BEHIND or reading.at("speech", token + 1) is not None:
        return False
    return not (words[token] == "there" and token > 0 and words[token - 1] in _BE_BEFORE)


def _is_named_before(reading: Reading, token: int) -> bool:
    """Tell whether a village is the same as before: "в том же селе", "in that town", and no name follows."""
    words = reading.tokens.words
    if not token or words[token - 1] not in _SAME:
        return False
    return token + 1 >= len(words) or not reading.is_capitalised(token + 1) or reading.gap(token, token + 1) != " "


def _of_list(reading: Reading, token: int) -> str:
    """Return what "in the second" or "in both towns" asks of the places listed before, or ``""``."""
    words = reading.tokens.words
    at = token - 1 - (words[token - 1] == "the") if token else -1
    if at < 0 or words[at] not in _IN or token + 1 >= len(words):
        return ""
    behind = words[token + 1]
    if words[token] in _BOTH:
        return "anaphor:both" if behind.startswith(_CENTRES_OF_PEOPLE) else ""
    alone = bool(reading.gap(token, token + 1).strip()) or behind in _OF or reading.at("trigger", token + 1) is not None
    return f"anaphor:nth {_FIRST[words[token]]}" if alone else ""
