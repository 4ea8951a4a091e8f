"""Rows and counts in the language that is spoken; they are kept in English, and made anew from what they say.

Codes stay codes: what is put into words is the title, the window, names, values, reasons.
"""

from dataclasses import replace

from skyledger.model import Fate, Interval, Kind, ObjectType, PlaceKind, TimePrecision, TimeRange
from skyledger.publish.amounts import says_none
from skyledger.publish.event_words import kind_words
from skyledger.publish.facets import Facet, FacetValue
from skyledger.publish.map.borders import region_name
from skyledger.publish.names import list_name, place_name, speaker_name
from skyledger.publish.retelling import retell, retell_detail
from skyledger.publish.rows import Row, RowFigure, RowPlace, RowWindow
from skyledger.publish.times import time_words
from skyledger.publish.why_findings import figure_words
from skyledger.publish.words import clean_text
from skyledger.say import language


def reworded(row: Row) -> Row:
    """Return a row in the language that is spoken."""
    if language() == "en":
        return row
    place = None if row.place is None else _place(row.place)
    detail = retell_detail(row.detail)
    fate = None if row.fate is None else Fate(row.fate)
    what = kind_words(Kind(row.kind), fate, None if row.object is None else ObjectType(row.object), detail)
    return replace(
        row,
        title=clean_text(what if place is None or not place.name else f"{what}, {place.name}"),
        detail=clean_text(detail),
        window=None if row.window is None else _window(row.window),
        place=place,
        status_reason=clean_text(retell(row.status_reason)),
        figures=tuple(map(_figure, row.figures)),
        total=None if row.total is None else replace(row.total, sentence=clean_text(retell(row.total.sentence))),
        speakers=tuple(replace(one, name=clean_text(speaker_name(one.id, one.name))) for one in row.speakers),
    )


def _window(window: RowWindow) -> RowWindow:
    told = TimeRange(start=window.start, end=window.end, precision=TimePrecision(window.precision))
    return replace(window, text=clean_text(time_words(told)))


def _place(place: RowPlace) -> RowPlace:
    if place.kind == PlaceKind.LIST.value and place.parts:
        name = list_name(place.parts, place.name)
    else:
        name = place_name(place.id, place.name)
    return replace(
        place,
        name=clean_text(retell(name) if name == place.name else name),
        region_name=None if place.region is None else region_name(place.region),
    )


def _figure(figure: RowFigure) -> RowFigure:
    interval = Interval(low=figure.low, high=figure.high)
    return replace(figure, value=retell(figure.value) if says_none(interval) else figure_words(figure.field, interval))


def reworded_facet(facet: Facet) -> Facet:
    """Return the counts of a field with the names of its values in the language that is spoken."""
    if language() == "en" or facet.field not in ("region", "place", "airport", "speaker"):
        return facet
    return replace(facet, values=tuple(replace(one, label=_label(facet.field, one)) for one in facet.values))


def _label(field: str, value: FacetValue) -> str:
    if field == "speaker":
        return speaker_name(value.value, value.label)
    return region_name(value.value) if field == "region" else place_name(value.value, value.label)
