"""Names of places that mean none: plain words without a capital, streets, people, the last word of a longer name."""

from skyledger.extract.reading import Reading
from skyledger.extract.words import PLACE_LINKS, SETTLEMENT_HEADS, VILLAGE_HEADS
from skyledger.model.frame import Mention
from skyledger.model.kinds import PlaceKind

_KNOWN_BY_ALL = 50_000  # people: such a town is meant without a capital, too
_STREETS = frozenset("avenue ave street square boulevard lane embankment prospekt".split())
_STREET_HEADS = (
    *("вулиц", "проспект", "бульвар", "площ", "провулк", "провулок", "шосе", "набережн"),
    *("улиц", "переул", "шоссе"),
)
_BEFORE_NAMES = frozenset(("пан", "пана", "пані", "паном", "ул", "вул", "просп", "пров", "бул"))


def is_part_of_name(reading: Reading, start: int, stop: int, *, ordinary: bool) -> bool:
    """Tell whether a name is that of a street or a person, or the last word of a longer one: "Jutland Police"."""
    words = reading.tokens.words
    if stop < len(words) and words[start].isascii():
        joined = reading.gap(stop - 1, stop) == " " and reading.is_capitalised(stop)
        if joined and words[stop] in _STREETS:
            return True
    if not start or reading.gap(start - 1, start).strip(" \u00a0."):
        return False
    before = words[start - 1]
    if not words[start].isascii():
        return before in _BEFORE_NAMES or (
            before.startswith(_STREET_HEADS) and not _is_named_street(reading, start - 1)
        )
    longer = ordinary and reading.is_capitalised(start - 1) and before.isascii() and before not in PLACE_LINKS
    return longer and start - 1 > reading.sentence_of(start).start and reading.gap(start - 1, start) == " "


def _is_named_street(reading: Reading, street: int) -> bool:
    """Tell whether a street has its name before it, so that what follows is the town: "на Киевской улице Белгорода"."""
    if street < 1 or reading.gap(street - 1, street) != " " or not reading.is_capitalised(street - 1):
        return False
    return reading.tokens.words[street - 1].endswith(
        ("ой", "ая", "ую", "ій", "ої", "ою", "ом", "ый", "ий", "ому", "а", "у")
    )


def is_plain_word(reading: Reading, token: int, terms: list[Mention]) -> bool:
    """Tell whether no capital tells a village from the word it is called by: "над речкой", "В СТАВОК"."""
    if reading.is_capitalised(token) and not _shouts(reading, token):
        return False
    if token and reading.tokens.words[token - 1] in SETTLEMENT_HEADS:
        return False
    places = reading.packs.places
    known = [places[i] for m in terms for i in m.value.split("|") if i in places]
    return all(p.kind is PlaceKind.SETTLEMENT and p.population < _KNOWN_BY_ALL for p in known)


def is_small_in_lower_case(reading: Reading, token: int, terms: list[Mention]) -> bool:
    """Tell whether an English word without a capital is the name of some small place: "cars that will never drive"."""
    if not reading.tokens.words[token].isascii() or reading.is_capitalised(token):
        return False
    places = reading.packs.places
    known = [places[i] for m in terms for i in m.value.split("|") if i in places]
    return all(p.kind is PlaceKind.SETTLEMENT and p.population < _KNOWN_BY_ALL for p in known)


def compound_name(reading: Reading, start: int, stop: int) -> tuple[int, int] | None:
    """Return the tokens of the longer name a hyphen makes of a known one and a word no pack knows: "Гора-Подол"."""
    if reading.tokens.words[start].isascii():
        return None
    if stop < len(reading.tokens.words) and _is_half(reading, stop) and reading.gap(stop - 1, stop) == "-":
        return start, stop + 1
    if start and _is_half(reading, start - 1) and reading.gap(start - 1, start) == "-":
        return start - 1, stop
    if start > 1 and _is_half(reading, start - 1) and reading.gap(start - 1, start) == " ":
        headed = reading.tokens.words[start - 2] in VILLAGE_HEADS and reading.gap(start - 2, start - 1) == " "
        return (start - 1, stop) if headed else None  # "у селі Вільна Слобода"
    return None


def _is_half(reading: Reading, token: int) -> bool:
    """Tell whether a token may be half of a name: capitalised letters no pack knows."""
    return reading.is_capitalised(token) and reading.tokens.words[token].isalpha() and not reading.is_known(token)


def _shouts(reading: Reading, token: int) -> bool:
    """Tell whether the words beside a token are in capitals, too, so that its own say nothing."""
    near = [n for n in (token - 1, token - 2, token + 1) if 0 <= n < len(reading.tokens.words)]
    beside = [reading.words(n, n + 1) for n in near]
    return reading.words(token, token + 1).isupper() and sum(w.isupper() for w in beside) >= 2
