"""Latin words that a capital turns into another word: the month of May, an airport's code that is a plain word."""

import re

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
