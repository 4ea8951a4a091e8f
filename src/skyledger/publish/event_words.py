"""What the outputs call what flew, what became of it and what happened."""

from skyledger.model import Fate, Kind, ObjectType
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


def object_words(kind: ObjectType | None, *, one: bool = False, number: int | None = None) -> str:
    """Return the plural (or singular) of what flew; ``air targets`` when the text does not say.

    Args:
        kind: What flew.
        one: The singular.
        number: Of how many of them, where it stands before the word; see :func:`skyledger.publish.amounts.agreeing`.
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
        number: Of how many, where it stands before the words; see :func:`skyledger.publish.amounts.agreeing`.
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
