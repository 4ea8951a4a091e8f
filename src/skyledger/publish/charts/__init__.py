"""Charts of a selection, drawn on the server: the same rows as the screen, as SVG, and from it as PNG."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from skyledger.publish.charts.nights import draw_nights
from skyledger.publish.charts.png import to_png
from skyledger.publish.charts.region_map import draw_regions
from skyledger.publish.charts.timeline import draw_timeline
from skyledger.publish.export_view import View

__all__ = ["CHARTS", "Chart", "draw_nights", "draw_regions", "draw_timeline", "to_png"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a selection."""

    name: str
    about: str
    draw: Callable[[View], str]


CHARTS: Mapping[str, Chart] = {
    chart.name: chart
    for chart in (
        Chart("nights", "Incidents of each night, and the largest number stated in one with its range", draw_nights),
        Chart("timeline", "Each window as a bar with its ends as they are known", draw_timeline),
        Chart("map", "Regions shaded by their incidents; places as rings, airports as their own sign", draw_regions),
    )
}
