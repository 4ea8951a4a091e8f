"""The words the outputs use for kinds, numbers and times, and the cleaning every foreign text goes through."""

import unicodedata
from datetime import datetime, timedelta

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
    TimePrecision,
    TimeRange,
    TotalVerdict,
)

NOT_REPORTED = "not reported"

_OBJECTS = {
    ObjectType.UAV: "UAVs",
    ObjectType.FPV_DRONE: "FPV drones",
    ObjectType.DECOY_UAV: "decoy UAVs",
    ObjectType.CRUISE_MISSILE: "cruise missiles",
    ObjectType.BALLISTIC_MISSILE: "ballistic missiles",
    ObjectType.MISSILE: "missiles",
    ObjectType.GUIDED_BOMB: "guided bombs",
    ObjectType.ROCKET_ARTILLERY: "rockets",
    ObjectType.HIGH_SPEED_AIR_TARGET: "high-speed air targets",
    ObjectType.SEA_DRONE: "sea drones",
    ObjectType.AIRCRAFT: "aircraft",
    ObjectType.BALLOON: "balloons",
    ObjectType.UNKNOWN: "air targets",
}
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
    Qualifier.AT_LEAST: "at least",
    Qualifier.MORE_THAN: "more than",
    Qualifier.UP_TO: "up to",
    Qualifier.ABOUT: "about",
}
REASONS = {
    "person": "name of a private person",
    "number": "telephone, card or account number",
    "address": "address",
    "military": "military detail",
    "place": "place finer than this release allows",
}
VERDICTS = {
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


def object_words(kind: ObjectType | None, *, one: bool = False) -> str:
    """Return the plural (or singular) of what flew; ``air targets`` when the text does not say."""
    words = _OBJECTS[ObjectType.UNKNOWN if kind is None else kind]
    return words.removesuffix("s") if one else words


def fate_words(fate: Fate | None) -> str:
    """Return the participle of a fate, or ``""``."""
    return "" if fate is None else _FATES[fate]


def kind_words(kind: Kind, fate: Fate | None, what: ObjectType | None, detail: str = "", *, one: bool = False) -> str:
    """Return a short title: ``UAVs downed`` (``one``: ``UAV downed``), ``damage: windows``, ``alert lifted``."""
    if fate in (Fate.HIT, Fate.DEBRIS):
        body = "" if what in (None, ObjectType.UNKNOWN) else object_words(what, one=True)
        return f"{body} {_FATES[fate] if fate is Fate.DEBRIS else 'hit' if one else 'hits'}".strip()
    if kind is Kind.INTERCEPTION or (kind in (Kind.ATTACK, Kind.SIGHTING) and fate is not None):
        return f"{object_words(what, one=one)} {fate_words(fate)}".strip()
    words = _KINDS[kind]
    if kind is Kind.SIGHTING:
        return f"{words}: {object_words(what)}"
    if kind is Kind.ALERT and fate is not None:
        words = f"{words} {fate_words(fate)}"
    if kind is Kind.OTHER_EFFECT and detail:
        return detail
    return f"{words}: {detail}" if detail else words


def number_words(number: int) -> str:
    """Return a number, from five digits on with its thousands set apart: ``9000``, ``37,000``."""
    return f"{number:,}" if number >= 10_000 else str(number)


def interval_words(interval: Interval | None) -> str:
    """Return ``40``, ``71 to 140``, ``at least 41`` or ``not reported``; unknown is never 0."""
    if interval is None:
        return NOT_REPORTED
    if interval.high is None:
        return f"at least {number_words(interval.low)}"
    low, high = number_words(interval.low), number_words(interval.high)
    return low if low == high else f"{low} to {high}"


def says_none(interval: Interval | None) -> bool:
    """Tell whether a range of people harmed comes from "nobody"; a hedged "nobody" is open above, not "at least 0"."""
    return interval is not None and interval.low == 0 and interval.high in (0, None)


def count_words(count: Count) -> str:
    """Return the number as worded, in English: ``more than 70``, ``several (3 to 9)``."""
    if count.qualifier is Qualifier.SEVERAL:
        return f"several ({interval_words(count.interval)})"
    prefix = _QUALIFIERS.get(count.qualifier)
    if prefix is not None and count.stated is not None:
        return f"{prefix} {number_words(count.stated)}"
    return interval_words(count.interval)


def speaker_words(speaker: Speaker | None) -> str:
    """Return ``Name (role, side)``; ``unattributed`` when nobody is named."""
    if speaker is None:
        return "unattributed"
    return clean_text(f"{speaker.name} ({speaker.role.replace('_', ' ')}, {speaker.side.value.upper()})")


def speaker_short(speaker: Speaker | None) -> str:
    """Return ``Name (UA)``; ``unattributed`` when nobody is named."""
    return "unattributed" if speaker is None else clean_text(f"{speaker.name} ({speaker.side.value.upper()})")


_INSTANT = timedelta(microseconds=1)


def time_words(time: TimeRange | None) -> str:
    """Return the window in its own zone, ``10 Dec 20:00 to 11 Dec 08:00 UTC+3 (night)``."""
    if time is None or (time.start is None and time.end is None):
        return "time not reported"
    start, end = time.start, time.end
    zone = zone_words(start or end)
    if time.precision is TimePrecision.DAY and start is not None:
        last = None if end is None else end - _INSTANT  # midnight that ends a day belongs to it
        if last is None or last.date() <= start.date():
            return f"{_day(start)} (day)"
        return f"{_day(start)} to {_day(last)} (days)"
    label = {TimePrecision.NIGHT: " (night)", TimePrecision.PART_OF_DAY: " (part of day)"}.get(time.precision, "")
    if start is None:
        return f"until {stamp(end)} {zone}{label}"
    if end is None:
        return f"from {stamp(start)} {zone}, end not reported{label}"
    if end == start:
        return f"{stamp(start)} {zone}{label}"
    closing = end.strftime("%H:%M") if end.date() == start.date() else stamp(end)
    return f"{stamp(start)} to {closing} {zone}{label}"


def begin_words(time: TimeRange | None, word: str) -> str:
    """Return ``at 11 Dec 06:40 UTC+3`` for what has a beginning only, else the window."""
    if time is None or time.start is None or time.end is not None:
        return time_words(time)
    return f"{word} {stamp(time.start)} {zone_words(time.start)}"


def stamp(moment: datetime | None) -> str:
    """Return ``11 Dec 08:00`` in the moment's own zone, or ``not reported``."""
    return NOT_REPORTED if moment is None else f"{_day(moment)} {moment:%H:%M}"


def utc_stamp(moment: datetime | None) -> str:
    """Return ``2025-12-11 06:40 UTC`` or ``time not reported``."""
    if moment is None:
        return "time not reported"
    offset = zone_words(moment)
    return f"{moment:%Y-%m-%d %H:%M} {offset}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b}"


def zone_words(moment: datetime | None) -> str:
    """Return ``UTC+3``, ``UTC`` for no offset."""
    offset = None if moment is None else moment.utcoffset()
    if offset is None:
        return "UTC"
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return "UTC"
    sign = "+" if minutes > 0 else "\u2212"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


def place_words(claim_place_kind: PlaceKind, precision: PlacePrecision) -> str:
    """Return the word for how a place is known: ``region``, ``airport``, ``list of places``."""
    if claim_place_kind is PlaceKind.AIRPORT:
        return "airport"
    if claim_place_kind is PlaceKind.LIST:
        return "list of places"
    return _PLACE_WORDS[precision]


def claim_number(claim: Claim) -> str:
    """Return a claim's number as worded, its harm in words, or ``not reported``."""
    if claim.count is not None:
        return count_words(claim.count)
    if claim.harm is not None:
        parts = [
            f"{name} {'none' if says_none(value) else interval_words(value)}"
            for name, value in (
                ("killed", claim.harm.killed),
                ("injured", claim.harm.injured),
                ("children", claim.harm.children),
            )
            if value is not None
        ]
        if parts:
            return ", ".join(parts)
    return NOT_REPORTED
