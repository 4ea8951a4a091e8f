"""When a claim holds: its phrase in the zone of its place or of who speaks, and where an open window ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from skyledger.model.document import Document
from skyledger.model.frame import Frame
from skyledger.model.kinds import Fate, Kind, Side
from skyledger.model.speaker import Speaker
from skyledger.model.time_range import TimeRange
from skyledger.resolve.days import TimeContext
from skyledger.resolve.places import PlaceResolver
from skyledger.resolve.times import resolve_time

# Phrases of one text that were resolved: by phrase, zone, and whether the Ukrainian Air Force speaks.
TimesRead = dict[tuple[int, str, bool], TimeRange | None]

_COUNTED = frozenset((Kind.INTERCEPTION, Kind.ATTACK, Kind.CASUALTIES, Kind.NO_CASUALTIES, Kind.DAMAGE))


class ClaimTimes:
    """Turns the time phrases of frames into intervals."""

    def __init__(self, places: PlaceResolver) -> None:
        self._places = places

    def time_of(
        self, document: Document, frame: Frame, zone: str, speaker: Speaker | None, known: TimesRead
    ) -> TimeRange | None:
        """Return the interval of a claim, None where no words give one.

        Args:
            document: The text as received.
            frame: What was read.
            zone: The IANA zone its hours are told in; empty where nothing tells, then UTC.
            speaker: Who asserts it: the night of the Ukrainian Air Force is longer than others.
            known: What was resolved in this text before; what is resolved now is added.
        """
        if frame.time is None:
            return None
        air_force = speaker is not None and speaker.role == "air_force" and speaker.side is Side.UA
        key = id(frame.time), zone, air_force
        if key not in known:
            when = TimeContext(document.published_at, zone or "UTC", air_force)
            known[key] = resolve_time(frame.time, when, frame.time.span.slice(document.text))
        time = known[key]
        if time is not None and frame.kind is Kind.ALERT and frame.time.kind == "range":
            return _edge(frame, time)
        if (
            time is not None
            and frame.kind is Kind.AIRSPACE_CLOSURE
            and frame.time.kind == "at"
            and time.start is not None
        ):
            return replace(time, end=None)  # shut at 9:20: from then on, until somebody opens it
        if time is not None and time.end is None and frame.time.kind == "since" and frame.kind in _COUNTED:
            if air_force and time.start is not None and (morning := _night_ends(time.start, document)) is not None:
                return replace(time, end=morning)
            return replace(time, end=document.published_at)  # what was counted was counted when it was posted
        return time

    def zone_told(self, countries: Sequence[str], speaker: Speaker | None, fallback: str) -> str:
        """Return the zone of what has no place: the speaker's country, else the only one named, else the text's.

        Args:
            countries: The countries the text names, as ISO 3166-1 codes.
            speaker: Who asserts the claim.
            fallback: The country of the text's own regions or language.
        """
        if speaker is not None and speaker.side is not Side.OTHER:
            return self._places.zone_of_country(speaker.side.value.upper())
        abroad = "" if speaker is None else _land_of(speaker)
        if abroad and not countries and (zone := self._places.zone_of_country(abroad)):
            return zone
        only = set(countries)
        named = only.pop() if len(only) == 1 else fallback
        return self._places.zone_of_country(named) or self._places.zone_of_country(fallback)


def _land_of(speaker: Speaker) -> str:
    """Return the country of a body abroad, by its id: "il-idf", "office:government:RO"."""
    land = speaker.id.split(":")[-1] if speaker.id.startswith("office:") else speaker.id.partition("-")[0]
    return land.upper() if len(land) == 2 else ""


def is_long_past(document: Document, time: TimeRange | None) -> bool:
    """Tell whether a claim's own window ended more than four days before publication."""
    if document.published_at is None or time is None or time.end is None:
        return False
    return (document.published_at - time.end).total_seconds() > 4 * 86_400


def _edge(frame: Frame, time: TimeRange) -> TimeRange:
    """Return the end of a window an alert was declared or lifted at: "the alert lasted from 1:08 to 5:47"."""
    at = time.end if frame.fate is Fate.LIFTED else time.start
    return time if at is None else replace(time, start=at, end=at + timedelta(minutes=1))


def _night_ends(start: datetime, document: Document) -> datetime | None:
    """Return 08:00 behind an evening the Air Force counts its night from, where it tells of it in the morning."""
    morning = (start + timedelta(days=1)).replace(hour=8, minute=0)
    published = document.published_at
    told_next = published is not None and timedelta(hours=-3) < published - morning < timedelta(hours=10)
    return morning if start.hour >= 17 and told_next else None
