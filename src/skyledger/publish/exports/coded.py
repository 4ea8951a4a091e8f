"""What the two coded shapes (ACLED, UCDP GED) share: dates, places and people killed, none of them a guess."""

from dataclasses import dataclass
from datetime import date

from skyledger.publish.export_view import figure
from skyledger.publish.rows import Row

# ISO 3166-1 numeric, English name as ISO has it, Gleditsch and Ward number.
_COUNTRIES = {
    "RU": (643, "Russia", 365),
    "UA": (804, "Ukraine", 369),
    "BY": (112, "Belarus", 370),
    "MD": (498, "Moldova", 359),
    "PL": (616, "Poland", 290),
    "RO": (642, "Romania", 360),
    "HU": (348, "Hungary", 310),
    "SK": (703, "Slovakia", 317),
    "LT": (440, "Lithuania", 368),
    "LV": (428, "Latvia", 367),
    "EE": (233, "Estonia", 366),
    "FI": (246, "Finland", 375),
    "GE": (268, "Georgia", 372),
    "BG": (100, "Bulgaria", 355),
    "TR": (792, "Turkey", 640),
    "KZ": (398, "Kazakhstan", 705),
}
EUROPE = frozenset({"RU", "UA", "BY", "MD", "PL", "RO", "HU", "SK", "LT", "LV", "EE", "FI", "BG"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days a window touches, as dates where it happened."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Return how many days there are from the first to the last, both counted."""
        return (self.last - self.first).days + 1


def country_of(row: Row) -> tuple[int | None, str, int | None]:
    """Return ISO number, name and Gleditsch-Ward number of the country, empty where it is not known."""
    code = "" if row.place is None else row.place.country or ""
    return _COUNTRIES.get(code, (None, code, None))


def is_in_europe(row: Row) -> bool:
    """Tell whether the place is in a country that both projects list under Europe."""
    return row.place is not None and row.place.country in EUROPE


def days_of(row: Row) -> Days | None:
    """Return the days of a window; of what has only one end, that one; of what has none, the night's."""
    window = row.window
    ends = [] if window is None else [m.date() for m in (window.start, window.end) if m is not None]
    if ends:
        return Days(first=min(ends), last=max(ends))
    if row.night is None:
        return None
    night = date.fromisoformat(row.night)
    return Days(first=night, last=night)


def killed(row: Row) -> tuple[int, int | None] | None:
    """Return the range of people killed, None when nothing is said of it: unknown is not 0."""
    found = figure(row, "killed")
    return None if found is None else (found.low, found.high)
