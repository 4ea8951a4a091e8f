"""One line an incident, every field in a column of its own: the CSV beside the screen."""

from datetime import datetime

from skyledger.publish.export_view import View, figure, joined, outlet_words, rfc3339, web_address
from skyledger.publish.exports.cells import Cell
from skyledger.publish.exports.columns import Column, Get, write_table
from skyledger.publish.rows import Row, RowFigure, RowPlace, RowWindow
from skyledger.publish.words import speaker_words


def write_incidents_csv(view: View) -> bytes:
    """Return the rows of a view as CSV."""
    return write_table(COLUMNS, view.rows, view)


def _of_place(name: str) -> Get:
    def get(row: Row, view: View) -> Cell:
        place: RowPlace | None = row.place
        value: Cell = None if place is None else getattr(place, name)
        return value

    return get


def _of_window(name: str) -> Get:
    def get(row: Row, view: View) -> Cell:
        window: RowWindow | None = row.window
        value = None if window is None else getattr(window, name)
        return value.isoformat() if isinstance(value, datetime) else value

    return get


def _of_figure(field: str, name: str) -> Get:
    def get(row: Row, view: View) -> Cell:
        found: RowFigure | None = figure(row, field)
        value: Cell = None if found is None else getattr(found, name)
        return value

    return get


def _residual(end: int) -> Get:
    return lambda row, view: None if row.total is None or row.total.residual is None else row.total.residual[end]


def _speakers(row: Row, view: View) -> str:
    return joined([speaker_words(o.speaker) for o in view.incidents[row.id].origins])


def _outlets(row: Row, view: View) -> str:
    return joined([outlet_words(d) for d in view.sources(row)])


def _urls(row: Row, view: View) -> str:
    return joined([web_address(d.url) for d in view.sources(row)])


def _number_columns(field: str, what: str, tag: str) -> tuple[Column, ...]:
    return (
        Column(field, f"{what}, in words; empty: not reported", _of_figure(field, "value"), tag=f"#event+{field}+text"),
        Column(f"{field}_low", f"{what}, least", _of_figure(field, "low"), "integer", f"{tag}+min+num"),
        Column(
            f"{field}_high",
            f"{what}, most; empty beside a least: open above",
            _of_figure(field, "high"),
            "integer",
            f"{tag}+max+num",
        ),
    )


_WHAT = (
    Column("id", "Id of the incident; leads on for ever", lambda r, v: r.id, tag="#event+id"),
    Column("title", "What and where, in words", lambda r, v: r.title, tag="#event+name"),
    Column("kind", "Kind", lambda r, v: r.kind, tag="#event+type"),
    Column("fate", "What became of the objects counted", lambda r, v: r.fate, tag="#event+fate"),
    Column("object", "What flew", lambda r, v: r.object, tag="#event+object"),
    Column("detail", "What kind and number do not say", lambda r, v: r.detail, tag="#event+detail"),
    Column("night", "Date of the morning of its night", lambda r, v: r.night, "date", "#date+occurred"),
    Column("start", "Beginning of the window, with offset", _of_window("start"), "datetime", "#date+start"),
    Column("end", "End of the window; empty: open or not stated", _of_window("end"), "datetime", "#date+end"),
    Column(
        "time_precision", "minute, hour, part_of_day, night, day", _of_window("precision"), tag="#event+time+precision"
    ),
    Column("time_text", "The window in words", _of_window("text"), tag="#event+time+text"),
)
_WHERE = (
    Column("place_id", "ISO 3166, ICAO, GeoNames (`gn:`) or our own id", _of_place("id"), tag="#loc+code"),
    Column("place_kind", "settlement, region, airport ...", _of_place("kind"), tag="#loc+type"),
    Column("place", "Name of the place", _of_place("name"), tag="#loc+name"),
    Column("region", "ISO 3166-2 of the region", _of_place("region"), tag="#adm1+code"),
    Column("region_name", "Name of the region", _of_place("region_name"), tag="#adm1+name"),
    Column("country", "ISO 3166-1 alpha-2", _of_place("country"), tag="#country+code"),
    Column("place_precision", "How closely the place is known", _of_place("precision"), tag="#loc+precision"),
    Column("lon", "Degrees east; empty where the place is an area", _of_place("lon"), "number", "#geo+lon"),
    Column("lat", "Degrees north; empty where the place is an area", _of_place("lat"), "number", "#geo+lat"),
    Column("radius_km", "It lies within this of the point", _of_place("radius_km"), "number", "#geo+radius"),
    Column("airport", "ICAO code of an airport", _of_place("airport"), tag="#loc+airport+code"),
)
_STANDING = (
    Column("status", "single, corroborated, disputed, retracted", lambda r, v: r.status, tag="#status+verification"),
    Column("status_reason", "Why, in a sentence", lambda r, v: r.status_reason, tag="#status+text"),
    Column("modality", "asserted, preliminary, unconfirmed, denied", lambda r, v: r.modality, tag="#status+modality"),
    Column("origins", "Independent first statements", lambda r, v: r.origins, "integer", "#meta+origins+num"),
    Column("sides", "Governments among their speakers", lambda r, v: r.sides, "integer", "#meta+sides+num"),
    Column("documents", "Texts that carry it", lambda r, v: r.documents, "integer", "#meta+documents+num"),
    Column("measured", "false: independence could not be told", lambda r, v: r.measured, "boolean", "#meta+measured"),
    Column("conflict", "Statements disagree", lambda r, v: r.conflict, "boolean", "#meta+conflict"),
    Column(
        "disputed",
        "Figures with a dissenting claim",
        lambda r, v: joined([f.field for f in r.figures if f.dissenting]),
        tag="#meta+disputed",
    ),
    Column(
        "total_verdict",
        "Its total held against its parts",
        lambda r, v: None if r.total is None else r.total.verdict,
        tag="#meta+total+verdict",
    ),
    Column("residual_low", "Total less parts, least", _residual(0), "integer", "#meta+residual+min+num"),
    Column("residual_high", "Total less parts, most", _residual(1), "integer", "#meta+residual+max+num"),
)
_PROOF = (
    Column("speakers", "Who says so", _speakers, tag="#meta+speaker"),
    Column("outlets", "Who published it", _outlets, tag="#meta+source"),
    Column("urls", "Where it was published", _urls, tag="#meta+url"),
    Column("claims", "Ids of the claims", lambda r, v: joined(v.incidents[r.id].claims), tag="#meta+claims"),
    Column("first_seen", "When it first came", lambda r, v: rfc3339(r.first_seen), "datetime", "#date+created"),
    Column("updated", "When what changed it last came", lambda r, v: rfc3339(r.updated), "datetime", "#date+updated"),
    Column("version", "Number of its version", lambda r, v: r.version, "integer", "#meta+version+num"),
    Column("link", "Its page", lambda r, v: v.link(r.links.html), tag="#meta+link"),
)
COLUMNS: tuple[Column, ...] = (
    *_WHAT,
    *_WHERE,
    *_number_columns("count", "Number counted", "#event+count"),
    *_number_columns("killed", "People killed", "#affected+killed"),
    *_number_columns("injured", "People injured", "#affected+injured"),
    *_number_columns("children", "Children among them", "#affected+children"),
    *_STANDING,
    *_PROOF,
)
