"""A CSV in the shape of the UCDP Georeferenced Event Dataset: its 49 columns, for incidents with at least one death.

It is no UCDP data. GED knows only events in which somebody died: everything else of the view is left out, and each line
says so. Conflicts, dyads and sides are never inferred.

Source: UCDP GED codebook, version 24.1.
"""

from collections.abc import Callable

from skyledger.publish.export_view import View, joined, outlet_words
from skyledger.publish.exports.coded import country_of, days_of, is_in_europe, killed
from skyledger.publish.exports.columns import Column, write_table
from skyledger.publish.rows import Row
from skyledger.publish.times import utc_stamp
from skyledger.publish.words import clean_text, speaker_words

NOT_GED = "skyledger: not UCDP data; only incidents with a stated death; best is the least stated"
_WHERE_PREC = {"point": 1, "settlement": 1, "district": 3, "region": 4, "country": 6, "sea": 7}


def write_ged(view: View) -> bytes:
    """Return the rows of a view in which somebody is said to have died, as CSV with GED's columns."""
    return write_table(COLUMNS, [row for row in view.rows if is_in_scope(row)], view)


def is_in_scope(row: Row) -> bool:
    """Tell whether every reading of what is stated has at least one death."""
    found = killed(row)
    return found is not None and found[0] >= 1 and row.modality != "denied"


def _year(row: Row, view: View) -> int | None:
    days = days_of(row)
    return None if days is None else days.first.year


def _date_prec(row: Row, view: View) -> int | None:
    days = days_of(row)
    if days is None:
        return None
    limits = ((1, 1), (6, 2), (7, 3), (31, 4))
    return next((code for most, code in limits if days.length <= most), 5)


def _day(last: bool) -> Callable[[Row, View], str | None]:
    def get(row: Row, view: View) -> str | None:
        days = days_of(row)
        return None if days is None else (days.last if last else days.first).isoformat()

    return get


def _death(end: int) -> Callable[[Row, View], int | None]:
    def get(row: Row, view: View) -> int | None:
        found = killed(row)
        return None if found is None else found[end]

    return get


def _articles(row: Row, view: View) -> str:
    return joined(
        [f"{outlet_words(d)}, {utc_stamp(d.published_at)}, {clean_text(d.title or d.id)}" for d in view.sources(row)]
    )


def _first(row: Row, view: View, what: str) -> str | None:
    sources = view.sources(row)
    if not sources:
        return None
    if what == "office":
        return outlet_words(sources[0])
    if what == "headline":
        return clean_text(sources[0].title or "")
    return None if sources[0].published_at is None else sources[0].published_at.date().isoformat()


def _speakers(row: Row, view: View) -> str:
    return joined([speaker_words(o.speaker) for o in view.incidents[row.id].origins])


def _wkt(row: Row, view: View) -> str | None:
    place = row.place
    return None if place is None or place.lon is None or place.lat is None else f"POINT ({place.lon} {place.lat})"


def _cell_number(row: Row, view: View) -> int | None:
    """Number of the PRIO grid's half-degree cell, counted from the south-west corner of the world."""
    place = row.place
    if place is None or place.lon is None or place.lat is None:
        return None
    return int((place.lat + 90.0) // 0.5) * 720 + int((place.lon + 180.0) // 0.5) + 1


def _clarity(row: Row, view: View) -> int:
    return 2 if row.place is None or row.place.kind in ("country", "list") else 1


def _where_words(row: Row, view: View) -> str | None:
    return None if row.place is None else f"{row.place.name} ({row.place.precision})"


def _left_empty(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "Always empty: not inferred", lambda r, v: None) for name in names)


COLUMNS: tuple[Column, ...] = (
    Column("id", "Our id", lambda r, v: r.id),
    Column("relid", "Our id and version", lambda r, v: f"{r.id}-{r.version}"),
    Column("year", "Year of the first day", _year, "integer"),
    *_left_empty("active_year"),
    Column("code_status", "Says that it is not UCDP's and what is left out", lambda r, v: NOT_GED),
    *_left_empty(
        "type_of_violence",
        *(f"conflict_{part}" for part in ("dset_id", "new_id", "name")),
        *(f"dyad_{part}" for part in ("dset_id", "new_id", "name")),
        *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    ),
    Column("number_of_sources", "Texts that carry it", lambda r, v: r.documents, "integer"),
    Column("source_article", "Outlet, time and title of each text", _articles),
    Column("source_office", "Outlet of the earliest text", lambda r, v: _first(r, v, "office")),
    Column("source_date", "Its day, UTC", lambda r, v: _first(r, v, "date"), "date"),
    Column("source_headline", "Its title", lambda r, v: _first(r, v, "headline")),
    Column("source_original", "Who says so", _speakers),
    Column(
        "where_prec",
        "1 place, 3 district, 4 region, 6 country, 7 sea",
        lambda r, v: None if r.place is None else _WHERE_PREC.get(r.place.precision),
        "integer",
    ),
    Column("where_coordinates", "Name of the place", lambda r, v: None if r.place is None else r.place.name),
    Column("where_description", "Name and precision", _where_words),
    Column("adm_1", "Name of the region", lambda r, v: None if r.place is None else r.place.region_name),
    Column(
        "adm_2",
        "Name of the district where that is the place",
        lambda r, v: r.place.name if r.place is not None and r.place.kind == "district" else None,
    ),
    Column("latitude", "Empty for an area", lambda r, v: None if r.place is None else r.place.lat, "number"),
    Column("longitude", "Empty for an area", lambda r, v: None if r.place is None else r.place.lon, "number"),
    Column("geom_wkt", "The point; empty for an area", _wkt),
    Column("priogrid_gid", "PRIO grid cell of the point", _cell_number, "integer"),
    Column("country", "Name of the country", lambda r, v: country_of(r)[1]),
    Column("country_id", "Gleditsch and Ward number", lambda r, v: country_of(r)[2], "integer"),
    Column("region", "`Europe` where it is", lambda r, v: "Europe" if is_in_europe(r) else None),
    Column("event_clarity", "1: an event of its own, 2: told of a country or list of places", _clarity, "integer"),
    Column("date_prec", "1 day, 2 to six days, 3 week, 4 month, 5 longer", _date_prec, "integer"),
    Column("date_start", "First day of the window", _day(last=False), "date"),
    Column("date_end", "Last day of the window", _day(last=True), "date"),
    *_left_empty("deaths_a", "deaths_b", "deaths_civilians"),
    Column("deaths_unknown", "The same as best: whose the dead were is not inferred", _death(0), "integer"),
    Column("best", "The least stated", _death(0), "integer"),
    Column("high", "The most stated; empty: open above", _death(1), "integer"),
    Column("low", "The least stated", _death(0), "integer"),
    *_left_empty("gwnoa", "gwnob"),
)
