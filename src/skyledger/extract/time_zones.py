"""A zone told once for all hours of a text: "(время московское)", "all times Kyiv"."""

import re
from dataclasses import replace

from skyledger.model.frame import TimePhrase

_MOSCOW = "Europe/Moscow"
_KYIV = "Europe/Kyiv"
_ANCHORS = ("московск", "киевск", "київськ", "times")
_TOLD = re.compile(
    r"время\s*(?:указано|везде|всюду|–|—|-|:)?\s*(?P<moscow>московское)|(?P<moscow2>московское)\s+время|"
    r"время\s*(?:указано|везде|–|—|-|:)?\s*(?P<kyiv>киевское)|час\s*(?:вказано|усюди|–|—|-|:)?\s*(?P<kyiv2>київський)|"
    r"\btimes (?:are |in |given in )?(?:(?P<moscow3>moscow|msk)|(?P<kyiv3>kyiv|kiev))"
)
_HOURS = frozenset(("range", "since", "at"))


def with_zone_of_text(folded: str, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Give hours that name no zone the one the text names for all of them."""
    if not any(anchor in folded for anchor in _ANCHORS) or (told := _TOLD.search(folded)) is None:
        return phrases
    zone = _MOSCOW if (told.lastgroup or "").startswith("moscow") else _KYIV
    return [replace(p, zone=zone) if p.kind in _HOURS and not p.zone else p for p in phrases]
