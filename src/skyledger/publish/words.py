"""The words the outputs use for people, places and reasons, and the cleaning every foreign text goes through.

Numbers are worded in :mod:`skyledger.publish.amounts`, what happened in :mod:`skyledger.publish.event_words`.
"""

import unicodedata

from skyledger.model import PlaceKind, PlacePrecision, Speaker, TotalVerdict
from skyledger.publish.names import name_of_speaker
from skyledger.say import language, say

_REASONS = {
    "person": "name of a private person",
    "number": "telephone, card or account number",
    "address": "address",
    "military": "military detail",
    "place": "place finer than this release allows",
}
_VERDICTS = {
    TotalVerdict.CONSISTENT: "adds up",
    TotalVerdict.CANNOT_BE_CHECKED: "cannot be checked (the list is not complete)",
    TotalVerdict.RESIDUAL: "part of the total is not allocated",
    TotalVerdict.CONTRADICTION: "contradiction: total and parts cannot both hold",
}
_PLACE_WORDS = {
    PlacePrecision.POINT: "point",
    PlacePrecision.SETTLEMENT: "settlement",
    PlacePrecision.DISTRICT: "district",
    PlacePrecision.REGION: "region",
    PlacePrecision.COUNTRY: "country",
    PlacePrecision.SEA: "sea",
    PlacePrecision.NONE: "no place",
}
# What policy puts where it cuts, as data/policy/release.toml has it.
_LABELS = (
    "[name withheld]", "[number withheld]", "[address withheld]", "[withheld: military detail]", "[place withheld]",
)  # fmt: skip
# Zero-width joiners shape emoji and some scripts and turn nothing around; the rest only hides or reorders text.
_DROPPED = frozenset("\u200b\u2060\ufeff\u00ad\u180e")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_text(text: str) -> str:
    """Make a foreign text harmless to look at: turning marks become visible, hiding ones vanish.

    Control characters (terminal escapes among them) and lone surrogates become U+FFFD; line ends and tabs stay.
    """
    if text.isprintable():  # all that is dropped or shown otherwise is of the classes that are not
        return text
    out = []
    for char in text:
        if char in _DROPPED:
            continue
        if char in _TURNING:
            out.append(f"\u2039U+{ord(char):04X}\u203a")
        elif char in "\n\t":
            out.append(char)
        elif unicodedata.category(char) in ("Cc", "Cs"):
            out.append("" if char == "\r" else "\ufffd")
        else:
            out.append(char)
    return "".join(out)


def text_words(text: str) -> str:
    """Return a stretch of a text, harmless to look at; what stands where policy cut is in the reader's language."""
    shown = clean_text(text)
    if language() == "en" or "[" not in shown:
        return shown
    for label in _LABELS:
        shown = shown.replace(label, say(label))
    return shown


def reason_words(reason: str) -> str:
    """Return why something was withheld."""
    return say(_REASONS.get(reason, reason))


def check_words(verdict: TotalVerdict) -> str:
    """Return what holding a total against its parts came to."""
    return say(_VERDICTS[verdict])


def role_words(role: str) -> str:
    """Return what somebody is: ``governor``, ``air force``."""
    return say(role.replace("_", " "), about="role")


def outlet_type_words(kind: str) -> str:
    """Return what sort of outlet it is; a sort that a file coined is shown as it is."""
    return say(kind, about="outlet")


def side_words(side: str) -> str:
    """Return the government somebody speaks for as its code, ``OTHER`` for none."""
    return say(side.upper(), about="side")


def speaker_words(speaker: Speaker | None) -> str:
    """Return ``Name (role, side)``; ``unattributed`` when nobody is named."""
    if speaker is None:
        return say("unattributed")
    return clean_text(f"{name_of_speaker(speaker)} ({role_words(speaker.role)}, {side_words(speaker.side.value)})")


def speaker_short(speaker: Speaker | None) -> str:
    """Return ``Name (UA)``; ``unattributed`` when nobody is named."""
    if speaker is None:
        return say("unattributed")
    return clean_text(f"{name_of_speaker(speaker)} ({side_words(speaker.side.value)})")


def capitalised(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]


def place_words(claim_place_kind: PlaceKind, precision: PlacePrecision) -> str:
    """Return the word for how a place is known: ``region``, ``airport``, ``list of places``."""
    if claim_place_kind is PlaceKind.AIRPORT:
        return say("airport")
    if claim_place_kind is PlaceKind.LIST:
        return say("list of places")
    return say(_PLACE_WORDS[precision])
