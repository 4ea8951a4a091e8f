"""A CSV in the shape of ACLED's: its 31 columns, filled only with what the statements say.

It is no ACLED data and nobody of ACLED coded it. Actors and targets are never inferred; an effect whose weapon is not
named gets no event type; an area gets no coordinates, though ACLED would put the provincial capital there.

Source: ACLED codebook and its guide to the column changes of 2023.
"""

from skyledger.publish.export_view import View, joined, outlet_words
from skyledger.publish.exports.coded import country_of, days_of, is_in_europe, killed
from skyledger.publish.exports.columns import Column, write_table
from skyledger.publish.rows import Row
from skyledger.publish.words import speaker_words

NOT_ACLED = "Made by skyledger from public statements; not coded or checked by ACLED."
_STRATEGIC = "Strategic developments"
_REMOTE = "Explosions/Remote violence"
_AIR = "Air/drone strike"
_SHELLING = "Shelling/artillery/missile attack"
_BY_OBJECT = {
    "uav": _AIR,
    "fpv_drone": _AIR,
    "decoy_uav": _AIR,
    "guided_bomb": _AIR,
    "aircraft": _AIR,
    "cruise_missile": _SHELLING,
    "ballistic_missile": _SHELLING,
    "missile": _SHELLING,
    "rocket_artillery": _SHELLING,
}
_EFFECTS = ("damage", "fire", "power_outage", "casualties")
_GEO_PRECISION = {"point": 1, "settlement": 1, "district": 2, "region": 3}


def write_acled(view: View) -> bytes:
    """Return the rows of a view as CSV with ACLED's columns."""
    return write_table(COLUMNS, view.rows, view)


def event_type(row: Row) -> tuple[str, str, str]:
    """Return disorder type, event type and sub-event type; ``""`` for what would have to be inferred."""
    if row.modality == "denied":
        return "", "", ""
    if row.kind == "interception":
        return _STRATEGIC, _STRATEGIC, "Disrupted weapons use"
    weapon = _BY_OBJECT.get(row.object or "", "")
    if row.kind == "attack" or (row.kind in _EFFECTS and weapon):
        # What fell after it was shot down is no strike of the weapon's kind.
        return "Political violence", _REMOTE, "" if row.fate == "debris" else weapon
    return "", "", ""


def _event_date(row: Row, view: View) -> str | None:
    days = days_of(row)
    return row.night or (None if days is None else days.first.isoformat())


def _time_precision(row: Row, view: View) -> int | None:
    """A night counts as its date; what may lie anywhere in a week is 2, in more than that 3."""
    days = days_of(row)
    if days is None:
        return None
    return 1 if days.length <= 2 else 2 if days.length <= 7 else 3


def _year(row: Row, view: View) -> int | None:
    day = _event_date(row, view)
    return None if day is None else int(day[:4])


def _of_district(row: Row) -> str | None:
    return row.place.name if row.place is not None and row.place.kind == "district" else None


def _source(row: Row, view: View) -> str:
    return joined([outlet_words(d) for d in view.sources(row)])


def _notes(row: Row, view: View) -> str:
    figures = joined([f"{f.field} {f.value}" for f in row.figures])
    when = "time not reported" if row.window is None else row.window.text
    speakers = joined([speaker_words(o.speaker) for o in view.incidents[row.id].origins])
    said = f"{row.title}: {figures}. " if figures else f"{row.title}. "
    measured = "" if row.measured else ", independence unmeasured"
    return (
        f"{said}{when}. Said by {speakers}. Origins: {row.origins}{measured}; {row.status}, {row.modality}. {NOT_ACLED}"
    )


def _fatalities(row: Row, view: View) -> int | None:
    """The least that is stated; a single number cannot say more, and where nothing is said it is empty, not 0."""
    found = killed(row)
    return None if found is None else found[0]


COLUMNS: tuple[Column, ...] = (
    Column("event_id_cnty", "Our id", lambda r, v: r.id),
    Column("event_date", "The night's date, else the first day of the window", _event_date, "date"),
    Column("year", "Its year", _year, "integer"),
    Column("time_precision", "1 day or night, 2 within a week, 3 longer", _time_precision, "integer"),
    Column("disorder_type", "Empty where it would be inferred", lambda r, v: event_type(r)[0]),
    Column("event_type", "Empty where it would be inferred", lambda r, v: event_type(r)[1]),
    Column("sub_event_type", "By the weapon named; empty where none is", lambda r, v: event_type(r)[2]),
    *(
        Column(name, "Always empty: actors are not inferred", lambda r, v: None)
        for name in ("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction")
    ),
    Column("civilian_targeting", "Always empty: targets are not inferred", lambda r, v: None),
    Column("iso", "ISO 3166-1 numeric", lambda r, v: country_of(r)[0], "integer"),
    Column("region", "`Europe` where it is", lambda r, v: "Europe" if is_in_europe(r) else None),
    Column("country", "Name of the country", lambda r, v: country_of(r)[1]),
    Column("admin1", "Name of the region", lambda r, v: None if r.place is None else r.place.region_name),
    Column("admin2", "Name of the district where that is the place", lambda r, v: _of_district(r)),
    Column("admin3", "Always empty", lambda r, v: None),
    Column("location", "Name of the place", lambda r, v: None if r.place is None else r.place.name),
    Column("latitude", "Empty for an area", lambda r, v: None if r.place is None else r.place.lat, "number"),
    Column("longitude", "Empty for an area", lambda r, v: None if r.place is None else r.place.lon, "number"),
    Column(
        "geo_precision",
        "1 place, 2 district, 3 region; empty: wider or unknown",
        lambda r, v: None if r.place is None else _GEO_PRECISION.get(r.place.precision),
        "integer",
    ),
    Column("source", "Who published it", _source),
    Column("source_scale", "Always empty: not inferred", lambda r, v: None),
    Column("notes", "What, when, who says so, how firmly, and that it is not ACLED's", _notes),
    Column("fatalities", "The least stated; empty: nothing said, which is not 0", _fatalities, "integer"),
    Column("tags", "`skyledger; not ACLED`", lambda r, v: "skyledger; not ACLED"),
    Column("timestamp", "When it last changed, seconds since 1970", lambda r, v: int(r.updated.timestamp()), "integer"),
)
