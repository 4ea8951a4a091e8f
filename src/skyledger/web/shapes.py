"""The shapes of the answers in JSON, for OpenAPI and for whoever writes them."""

from dataclasses import dataclass
from datetime import datetime

from skyledger.publish.at_a_glance import Headline
from skyledger.publish.changelog import Change
from skyledger.publish.dossier import ClaimShown, OriginShown
from skyledger.publish.facets import Facet
from skyledger.publish.overview import AirportCount, Closure, DayShown, NightCount, RegionCount
from skyledger.publish.rows import FORMAT, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every answer about a selection says of itself.

    Attributes:
        query: The filter with the night filled in that was meant.
        filter: The same, by parameter.
        policy: ``private`` or ``public``.
        as_of: The instant it was asked as of, or None for now.
        as_known_at: When what it shows last changed.
    """

    query: str
    filter: dict[str, str]
    policy: str
    as_of: datetime | None
    as_known_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentsPage(Frame):
    """Rows; ``next`` is the address of the next page."""

    number_matched: int
    number_returned: int
    next: str | None
    incidents: tuple[Row, ...]
    format: str = FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetsAnswer(Frame):
    """Counts of every field."""

    number_matched: int
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineAnswer(Headline):
    """A selection at a glance, and which."""

    query: str
    filter: dict[str, str]
    policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarShown:
    """An incident as a bar.

    Attributes:
        start: None where only an end is stated; an end of None is open.
        fuzzy_h: Over how many hours each end fades.
    """

    id: str
    kind: str
    title: str
    start: datetime | None
    end: datetime | None
    precision: str
    fuzzy_h: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAnswer(Frame):
    """What happened when; ``untimed`` are the ids of incidents without a window."""

    bars: tuple[BarShown, ...]
    closures: tuple[Closure, ...]
    untimed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsAnswer(Frame):
    """The claims of a page of incidents, each with the incident it is in."""

    number_matched: int
    next: str | None
    claims: dict[str, tuple[ClaimShown, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsAnswer(Frame):
    """The origins of a page of incidents, by incident."""

    number_matched: int
    next: str | None
    origins: dict[str, tuple[OriginShown, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NightsAnswer:
    """Nights, latest first.

    Attributes:
        undated: How many incidents have no night; a list of nights shows those posted around them too.
    """

    nights: tuple[NightCount, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesAnswer(Frame):
    """Nights with something to tell, oldest first; one that is not there is not known to be quiet.

    Attributes:
        undated: How many incidents of the selection have no night.
    """

    nights: tuple[DayShown, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsAnswer:
    """Regions, the most frequent first."""

    regions: tuple[RegionCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AirportsAnswer:
    """Airports, by code."""

    airports: tuple[AirportCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesAnswer:
    """Changes, oldest first; ``next`` is the address of those after them."""

    policy: str
    next: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAnswer:
    """How the application is run; ``token`` is ``""`` where nothing can be decided."""

    policy: str
    may_decide: bool
    token: str
