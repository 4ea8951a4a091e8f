"""The words the outputs use for kinds, numbers and times, and the cleaning every foreign text goes through."""

import unicodedata

from skyledger.model import (
    Claim,
    Count,
    Fate,
    Interval,
    Kind,
    ObjectType,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Speaker,
    TotalVerdict,
)
from skyledger.publish.names import name_of_speaker
from skyledger.publish.retelling import retell_detail
from skyledger.say import language, say

_OBJECTS = {
    ObjectType.UAV: "{n:UAV|UAVs}",
    ObjectType.FPV_DRONE: "{n:FPV drone|FPV drones}",
    ObjectType.DECOY_UAV: "{n:decoy UAV|decoy UAVs}",
    ObjectType.CRUISE_MISSILE: "{n:cruise missile|cruise missiles}",
    ObjectType.BALLISTIC_MISSILE: "{n:ballistic missile|ballistic missiles}",
    ObjectType.MISSILE: "{n:missile|missiles}",
    ObjectType.GUIDED_BOMB: "{n:guided bomb|guided bombs}",
    ObjectType.ROCKET_ARTILLERY: "{n:rocket|rockets}",
    ObjectType.HIGH_SPEED_AIR_TARGET: "{n:high-speed air target|high-speed air targets}",
    ObjectType.SEA_DRONE: "{n:sea drone|sea drones}",
    ObjectType.AIRCRAFT: "{n:aircraft|aircraft}",
    ObjectType.BALLOON: "{n:balloon|balloons}",
    ObjectType.UNKNOWN: "{n:air target|air targets}",
}
# Russian participles agree with these in another way than with the rest.
_FEMININE = frozenset(
    {
        ObjectType.CRUISE_MISSILE,
        ObjectType.BALLISTIC_MISSILE,
        ObjectType.MISSILE,
        ObjectType.GUIDED_BOMB,
        ObjectType.HIGH_SPEED_AIR_TARGET,
        ObjectType.UNKNOWN,
    }
)
_FATES = {
    Fate.DOWNED: "downed",
    Fate.SUPPRESSED: "suppressed",
    Fate.LOST: "lost from radar",
    Fate.LAUNCHED: "launched",
    Fate.HIT: "hit",
    Fate.DEBRIS: "debris fell",
    Fate.AIRBORNE: "in the air",
    Fate.DECLARED: "declared",
    Fate.LIFTED: "lifted",
}
_KINDS = {
    Kind.INTERCEPTION: "interception",
    Kind.ATTACK: "attack",
    Kind.SIGHTING: "sighting",
    Kind.AIRSPACE_CLOSURE: "airport closed",
    Kind.AIRSPACE_REOPENING: "airport reopened",
    Kind.DIVERSION: "flights diverted",
    Kind.DAMAGE: "damage",
    Kind.FIRE: "fire",
    Kind.POWER_OUTAGE: "power outage",
    Kind.CASUALTIES: "casualties",
    Kind.NO_CASUALTIES: "no casualties stated",
    Kind.NO_DAMAGE: "no damage stated",
    Kind.ALERT: "alert",
    Kind.OTHER_EFFECT: "other effect",
}
_QUALIFIERS = {
    Qualifier.AT_LEAST: "at least {number}",
    Qualifier.MORE_THAN: "more than {number}",
    Qualifier.UP_TO: "up to {number}",
    Qualifier.ABOUT: "about {number}",
}
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


def counted_words(number: str, what: str) -> str:
    """Return how many of what: ``40 UAVs downed``."""
    return say("{number} {what}", number=number, what=what) if number else what


def not_reported() -> str:
    """Return what stands where nothing was said; unknown is never 0."""
    return say("not reported")


def reason_words(reason: str) -> str:
    """Return why something was withheld."""
    return say(_REASONS.get(reason, reason))


def check_words(verdict: TotalVerdict) -> str:
    """Return what holding a total against its parts came to."""
    return say(_VERDICTS[verdict])


def agreeing(interval: Interval | None) -> int:
    """Return the number that a word after an interval agrees with; 0 stands for any that is not exact."""
    return interval.low if interval is not None and interval.low == interval.high else 0


def object_words(kind: ObjectType | None, *, one: bool = False, number: int | None = None) -> str:
    """Return the plural (or singular) of what flew; ``air targets`` when the text does not say.

    Args:
        kind: What flew.
        one: The singular.
        number: Of how many of them, where it stands before the word; see :func:`agreeing`.
    """
    words = _OBJECTS[ObjectType.UNKNOWN if kind is None else kind]
    return say(words, n=_form(one, number))


def _form(one: bool, number: int | None) -> int:
    """Return a number that takes the form wanted: of one, of several by themselves, or of so many."""
    return 1 if one else 2 if number is None else number


def fate_words(
    fate: Fate | None, what: ObjectType | None = None, *, one: bool = False, number: int | None = None
) -> str:
    """Return the participle of a fate, or ``""``; ``what``, ``one`` and ``number`` as the word before it has them."""
    if fate is None:
        return ""
    about = "feminine" if what is None or what in _FEMININE else ""
    return say(_FATES[fate], about=about, n=_form(one, number))


def kind_words(
    kind: Kind,
    fate: Fate | None,
    what: ObjectType | None,
    detail: str = "",
    *,
    one: bool = False,
    number: int | None = None,
) -> str:
    """Return a short title: ``UAVs downed`` (``one``: ``UAV downed``), ``damage: windows``, ``alert lifted``.

    Args:
        kind: What happened.
        fate: What became of the objects.
        what: What flew.
        detail: What was damaged.
        one: Of one object.
        number: Of how many, where it stands before the words; see :func:`agreeing`.
    """
    if fate in (Fate.HIT, Fate.DEBRIS):
        return _fallen_words(fate, what, one=one, number=number)
    if kind is Kind.INTERCEPTION or (kind in (Kind.ATTACK, Kind.SIGHTING) and fate is not None):
        flown = object_words(what, one=one, number=number)
        return f"{flown} {fate_words(fate, what, one=one, number=number)}".strip()
    words, shown = _KINDS[kind], retell_detail(detail)
    if kind is Kind.SIGHTING:
        return f"{say(words)}: {object_words(what)}"
    if kind is Kind.ALERT and fate is not None:
        words = f"{words} {_FATES[fate]}"
    if kind is Kind.OTHER_EFFECT and shown:
        return shown
    return f"{say(words)}: {shown}" if shown else say(words)


def _fallen_words(fate: Fate, what: ObjectType | None, *, one: bool, number: int | None) -> str:
    n = _form(one, number)
    if what in (None, ObjectType.UNKNOWN):
        return say("debris fell", n=n) if fate is Fate.DEBRIS else say("{n:hit|hits}", n=n)
    # English names one of the things before the word, the other languages name the things after it.
    named = object_words(what, one=language() == "en")
    return (
        say("{what} debris fell", what=named, n=n)
        if fate is Fate.DEBRIS
        else say("{what} {n:hit|hits}", what=named, n=n)
    )


def number_words(number: int) -> str:
    """Return a number, from five digits on with its thousands set apart: ``9000``, ``37,000``."""
    grouped = f"{number:,}" if number >= 10_000 else str(number)
    return grouped if language() == "en" else grouped.replace(",", "\u00a0")


def interval_words(interval: Interval | None) -> str:
    """Return ``40``, ``71 to 140``, ``at least 41`` or ``not reported``; unknown is never 0."""
    if interval is None:
        return not_reported()
    if interval.high is None:
        return say("at least {number}", number=number_words(interval.low))
    low, high = number_words(interval.low), number_words(interval.high)
    return low if low == high else say("{low} to {high}", low=low, high=high)


def says_none(interval: Interval | None) -> bool:
    """Tell whether a range of people harmed comes from "nobody"; a hedged "nobody" is open above, not "at least 0"."""
    return interval is not None and interval.low == 0 and interval.high in (0, None)


def count_words(count: Count) -> str:
    """Return the number as worded: ``more than 70``, ``several (3 to 9)``."""
    if count.qualifier is Qualifier.SEVERAL:
        return say("several ({range})", range=interval_words(count.interval))
    worded = _QUALIFIERS.get(count.qualifier)
    if worded is not None and count.stated is not None:
        return say(worded, number=number_words(count.stated))
    return interval_words(count.interval)


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


def claim_number(claim: Claim) -> str:
    """Return a claim's number as worded, its harm in words, or ``not reported``."""
    if claim.count is not None:
        return count_words(claim.count)
    if claim.harm is not None:
        parts = [
            say(form, number=say("none") if says_none(value) else interval_words(value))
            for form, value in (
                ("killed {number}", claim.harm.killed),
                ("injured {number}", claim.harm.injured),
                ("children {number}", claim.harm.children),
            )
            if value is not None
        ]
        if parts:
            return ", ".join(parts)
    return not_reported()
