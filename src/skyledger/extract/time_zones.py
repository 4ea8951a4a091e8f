"""A zone told once for all hours of a text: "(время московское)", "all times Kyiv"."""

import re
from dataclasses import replace

from skyledger.model.frame import TimePhrase

_MOSCOW = "Europe/Moscow"
_KYIV = "Europe/Kyiv"
_ANCHORS = ("москов", "киев", "київ", "times", "moscow time", "kyiv time")
_SAID = r"\s*(?:(?:указано|везде|всюду|повсюду|дано|приведено|вказано|усюди|скрізь|всюди|наведено)\s*)?(?:–|—|-|:)?\s*"
_TOLD = re.compile(
    rf"(?:врем\w+|час\w*){_SAID}(?:(?P<moscow>московс[кь]\w+)|(?P<kyiv>киевск\w+|київськ\w+))(?!\s+(?:обл|район|рег))|"
    rf"(?:врем\w+|час\w*){_SAID}(?:по|за)\s+(?:(?P<moscow2>москв\w+)|(?P<kyiv2>киев\w+|києв\w+))|"
    r"(?P<moscow3>московское)\s+время|"
    r"\btimes (?:are |in |given in |are in |are given in |here are )?(?:(?P<moscow4>moscow|msk)|(?P<kyiv4>kyiv|kiev))|"
    r"(?<=[,(]\s)(?:all )?(?:(?P<moscow5>moscow)|(?P<kyiv5>kyiv)) time(?=\s*[),.;:])"
)
_HOURS = frozenset(("range", "since", "at"))


def with_zone_of_text(folded: str, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Give hours that name no zone the one the text names for all of them."""
    if not any(anchor in folded for anchor in _ANCHORS) or (told := _TOLD.search(folded)) is None:
        return phrases
    zone = _MOSCOW if (told.lastgroup or "").startswith("moscow") else _KYIV
    return [replace(p, zone=zone) if p.kind in _HOURS and not p.zone else p for p in phrases]
