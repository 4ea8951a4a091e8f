"""Words that capitals or quotation marks make another: the month of May, a code that is a plain word, "СТО"."""

import re

from skyledger.extract.quoted import is_name_of_weapon, names_weapon
from skyledger.packs.records import Term

_AROUND = 12  # characters that tell a name in capitals from a line in capitals
# Behind the name of the month or before it: "on 4 May", "since May", "May 9", "Early May".
_BEFORE_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|of|since|until|till|by|from|early|late|mid|last|this|for))[ -]$", re.I
)
_BEHIND_MONTH = re.compile(r" \d")
_BEGINS = re.compile(r"(?:^|[.!?:;…\n\"“«(–—-])\s*$")
# Codes of airports that are words of English; only in capitals they are codes.
_PLAIN_CODES = frozenset(("UNIT",))


def is_month(text: str, first: int, last: int) -> bool:
    """Tell whether "May" is the month: in capitals inside a sentence, or beside a day or its preposition."""
    if text[first:last] not in ("May", "MAY"):
        return False
    if _BEHIND_MONTH.match(text, last) or _BEFORE_MONTH.search(text, max(0, first - 12), first):
        return True
    return text[first:last] == "May" and not _BEGINS.search(text, max(0, first - 4), first)


def is_plain_code(value: str, text: str, first: int, last: int) -> bool:
    """Tell whether letters that are also an airport's code are a plain word here: "unit 3", "Unit 3"."""
    return value in _PLAIN_CODES and not text[first:last].isupper()


def is_other_word(term: Term, text: str, first: int, last: int) -> bool:
    """Tell whether capitals, quotation marks or a number say that a word is not the term it is spelled like."""
    if term.category == "object" and _is_bore(text, first, last):
        return True
    if 6 <= last - first <= 8 and term.category != "place" and is_name_of_weapon(text, first, last):
        return names_weapon(text, first) == (term.category == "trap")
    if term.category == "trap" and "«" in text[first:last]:
        return is_name_of_weapon(text, text.rfind("«", first, last) + 1, last)  # "попала «Молния»"
    if term.category == "trap":
        return last - first == 3 and is_month(text, first, last)
    return last - first == 4 and term.category == "place" and is_plain_code(term.value, text, first, last)


_BORE = ("калибр", "калібр")


def _is_bore(text: str, first: int, last: int) -> bool:
    """Tell whether a word is the bore of a gun, and no missile: "орудия калибра 122", "калібру 155 мм"."""
    behind = text[last : last + 2]
    return behind[:1] == " " and behind[1:].isdigit() and text[first:last].casefold().startswith(_BORE)


def is_station(text: str, first: int, last: int) -> bool:
    """Tell whether "СТО" stands in capitals among small letters: a car workshop, not a hundred."""
    if text[first:last] != "СТО":
        return False
    return any(c.islower() for c in text[max(0, first - _AROUND) : first] + text[last : last + _AROUND])
