"""What somebody wants to see: one filter, read from and written to the query of an address.

Screen, file, feed and chart all start from such a filter, so the same query gives the same rows everywhere.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from skyledger.errors import UsageError
from skyledger.model import Fate, IncidentStatus, Kind, Modality, ObjectType, Side
from skyledger.say import say

MOST_VALUES = 200
LONGEST_VALUE = 200
LONGEST_TEXT = 500
Box = tuple[float, float, float, float]
Instants = tuple[datetime | None, datetime | None]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Presence(StrEnum):
    """Whether incidents with or without something are wanted."""

    ANY = "any"
    YES = "yes"
    NO = "no"


class ParameterError(UsageError):
    """A parameter of a query is unknown or makes no sense; ``parameter`` names it."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(f"{parameter}: {reason}")
        self.parameter = parameter
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked for; a field at its default asks for nothing.

    Attributes:
        night_from: First night; with neither end given the last night with incidents is meant.
        night_to: Last night.
        region: ISO 3166-2 ids; places in them and lists of places that name them.
        place: Id of a place, also as a member of a list.
        airport: ICAO code.
        speaker: Id of who is among the origins.
        side: Governments among the origins.
        origins_min: At least so many origins.
        count_min: Some figure is at least this for certain.
        q: Words of the texts, as the search reads them, or of the title.
        bbox: West, south, east, north; west above east crosses the date line.
        datetime: An interval that the window has to touch; None is an open end.
        located: Whether a point or a known area is there to be drawn.
        timed: Whether there is a window.
        id: These incidents, whatever their night.
    """

    night_from: date | None = None
    night_to: date | None = None
    kinds: tuple[Kind, ...] = ()
    fates: tuple[Fate, ...] = ()
    objects: tuple[ObjectType, ...] = ()
    region: tuple[str, ...] = ()
    place: str = ""
    airport: str = ""
    speaker: str = ""
    side: tuple[Side, ...] = ()
    status: tuple[IncidentStatus, ...] = ()
    modality: tuple[Modality, ...] = ()
    origins_min: int | None = None
    count_min: int | None = None
    q: str = ""
    bbox: Box | None = None
    datetime: Instants | None = None
    located: Presence = Presence.ANY
    timed: Presence = Presence.ANY
    id: tuple[str, ...] = ()

    @property
    def says_when(self) -> bool:
        """Tell whether nights follow from the filter; else the last night with incidents is meant."""
        return bool(self.night_from or self.night_to or self.datetime or self.id)


FIELDS = tuple(field.name for field in fields(Filter))
PARAMETERS = ("night", *FIELDS)


def read_filter(parameters: Iterable[tuple[str, str]]) -> Filter:
    """Read the parameters of a query; lists are written with commas or by saying a name again.

    ``night=2025-12-11`` is short for both ends.

    Raises:
        ParameterError: A parameter is unknown or malformed.
    """
    said: dict[str, list[str]] = {}
    for name, value in parameters:
        if name not in PARAMETERS:
            raise ParameterError(name[:60], say("no such parameter; there are {known}", known=", ".join(PARAMETERS)))
        said.setdefault(name, []).append(value)
    read: dict[str, Any] = {name: _read(name, values) for name, values in said.items()}
    night = read.pop("night", None)
    if night is not None:
        if "night_from" in read or "night_to" in read:
            raise ParameterError("night", say("is both ends in one; leave it out, or night_from and night_to"))
        read |= {"night_from": night, "night_to": night}
    found = Filter(**{name: value for name, value in read.items() if value is not None})
    if found.night_from and found.night_to and found.night_from > found.night_to:
        raise ParameterError("night_to", say("is before night_from"))
    return found


def write_filter(filter: Filter) -> str:
    """Return the query of a filter, ``""`` for one that asks for nothing; always the same for the same filter."""
    pairs = [(name, _write(getattr(filter, name))) for name in FIELDS]
    return urlencode([(name, value) for name, value in pairs if value], safe=",/:")


def _read(name: str, values: Sequence[str]) -> Any:
    reader, many = _READERS[name]
    longest = LONGEST_TEXT if name == "q" else LONGEST_VALUE if not many else LONGEST_VALUE * 20
    if any(len(value) > longest for value in values):
        raise ParameterError(name, say("is longer than {longest} characters", longest=longest))
    if not many:
        if len(values) > 1:
            raise ParameterError(name, say("is said more than once"))
        return _apply(name, reader, values[0]) if values[0] else None
    parts = [part for value in values for part in value.split(",") if part]
    if len(parts) > MOST_VALUES:
        raise ParameterError(name, say("has more than {most} values", most=MOST_VALUES))
    return tuple(sorted({_apply(name, reader, part) for part in parts}))


def _apply(name: str, reader: Callable[[str], T], value: str) -> T:
    try:
        return reader(value)
    except ValueError as error:
        raise ParameterError(name, str(error)) from None


def _write(value: Any) -> str:
    if value is None or value == "" or value == () or value is Presence.ANY:
        return ""
    if isinstance(value, tuple) and len(value) == 2 and any(v is None or isinstance(v, datetime) for v in value):
        return "/".join(".." if v is None else v.astimezone(UTC).isoformat().replace("+00:00", "Z") for v in value)
    if isinstance(value, tuple):
        return ",".join(f"{v:g}" if isinstance(v, float) else str(v) for v in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _day(value: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError(say("is no date; write it like 2025-12-11"))
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(say("is no day of the calendar")) from None


def _one_of(kind: type[E]) -> Callable[[str], E]:
    def read(value: str) -> E:
        try:
            return kind(value)
        except ValueError:
            raise ValueError(say("{value} is none of {known}", value=repr(value[:40]), known=", ".join(kind))) from None

    return read


def _shaped(pattern: str, example: str) -> Callable[[str], str]:
    shape = re.compile(pattern)

    def read(value: str) -> str:
        if shape.fullmatch(value) is None:
            raise ValueError(say("{value} has not the shape of {example}", value=repr(value[:40]), example=example))
        return value

    return read


def _number(value: str) -> int:
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise ValueError(say("is no whole number from 0 on"))
    return int(value)


def _text(value: str) -> str:
    if not value.isprintable():
        raise ValueError(say("holds characters that cannot be shown"))
    return value


_DEGREES = re.compile(r"[-+]?\d{1,3}(\.\d{0,40})?([eE][-+]?\d{1,2})?", re.ASCII)


def _box(value: str) -> Box:
    parts = [part.strip() for part in value.split(",")]
    numbers = [float(part) for part in parts if _DEGREES.fullmatch(part)]
    if len(numbers) == 6 == len(parts):  # heights, which nothing here has
        numbers = [numbers[0], numbers[1], numbers[3], numbers[4]]
    elif len(numbers) != 4 or len(parts) != 4:
        raise ValueError(say("is not west,south,east,north in degrees"))
    west, south, east, north = numbers
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(say("lies outside of the world, or its south is above its north"))
    return west, south, east, north


def read_instants(value: str) -> Instants:
    """Read ``A``, ``A/B``, ``../B`` or ``A/..``: instants with a zone, or days in UTC.

    Raises:
        ValueError: Saying what is wrong.
    """
    parts = value.split("/")
    if len(parts) > 2:
        raise ValueError(say("is not an instant, or two with / between them"))
    first, last = _moments(parts[0]), _moments(parts[-1])
    start = None if first is None else first[0]
    end = None if last is None else last[1]
    if start is None and end is None:
        raise ValueError(say("says no instant at all"))
    if start is not None and end is not None and end < start:
        raise ValueError(say("ends before it begins"))
    return start, end


def _moments(value: str) -> tuple[datetime, datetime] | None:
    """Return first and last instant of what is written; None for an open end."""
    if value in ("", ".."):
        return None
    try:
        if "T" not in value and "t" not in value:
            begin = datetime.combine(_day(value), time(), UTC)
            return begin, begin + timedelta(days=1, microseconds=-1)
        # A plus sign that nobody escaped arrives as a blank.
        moment = datetime.fromisoformat(value.replace(" ", "+").upper())
        if moment.tzinfo is not None:
            return moment.astimezone(UTC), moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(
            say("{value} is no instant; write it like 2025-12-11T07:00:00Z", value=repr(value[:40]))
        ) from None
    raise ValueError(
        say("{value} does not say in which zone; write it like 2025-12-11T07:00:00Z", value=repr(value[:40]))
    )


_REGION = _shaped(r"[A-Z]{2}-[A-Z0-9]{1,3}", "RU-KLU")
_READERS: dict[str, tuple[Callable[[str], Any], bool]] = {
    "night": (_day, False),
    "night_from": (_day, False),
    "night_to": (_day, False),
    "kinds": (_one_of(Kind), True),
    "fates": (_one_of(Fate), True),
    "objects": (_one_of(ObjectType), True),
    "region": (_REGION, True),
    "place": (_text, False),
    "airport": (_shaped(r"[A-Z][A-Z0-9]{3}", "UUBC"), False),
    "speaker": (_shaped(r"[\w.:+-]{1,100}", "ru-klu-governor-shapsha"), False),
    "side": (_one_of(Side), True),
    "status": (_one_of(IncidentStatus), True),
    "modality": (_one_of(Modality), True),
    "origins_min": (_number, False),
    "count_min": (_number, False),
    "q": (_text, False),
    "bbox": (_box, False),
    "datetime": (read_instants, False),
    "located": (_one_of(Presence), False),
    "timed": (_one_of(Presence), False),
    "id": (_shaped(r"INC-[A-Z0-9]{10}", "INC-ABCDEFGHIJ"), True),
}
