"""Every format a selection can be taken away in: one registry, which the web application and the command line read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from skyledger.errors import UsageError
from skyledger.publish.charts import CHARTS, to_png
from skyledger.publish.export_view import View
from skyledger.publish.exports.acled import write_acled
from skyledger.publish.exports.datapackage import write_datapackage
from skyledger.publish.exports.ged import write_ged
from skyledger.publish.exports.geojson import write_geojson
from skyledger.publish.exports.hxl import write_hxl
from skyledger.publish.exports.incidents_csv import write_incidents_csv
from skyledger.publish.exports.prov import write_prov
from skyledger.publish.exports.report_docx import write_docx
from skyledger.publish.exports.report_html import write_html
from skyledger.publish.exports.report_md import write_markdown
from skyledger.publish.exports.report_pdf import write_pdf
from skyledger.publish.feeds import write_atom, write_json_feed
from skyledger.say import say

__all__ = ["CHART_FORMATS", "FORMATS", "Format", "View", "find_format"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a selection.

    Attributes:
        path: Where the web application answers with it.
        media: Media type of the answer.
        most: Incidents it holds; more are refused, never cut off. None: as many as there are.
        foreign: It has the shape of another project's data, which is in English.
    """

    name: str
    path: str
    media: str
    about: str
    write: Callable[[View], bytes]
    most: int | None = None
    foreign: bool = False

    def refuse_more(self, number: int) -> None:
        """Refuse a selection that is more than the format holds.

        Raises:
            UsageError: It is; the text says how many there are and what to do.
        """
        if self.most is not None and number > self.most:
            raise UsageError(
                say(
                    "{format} holds at most {most} incidents, this selection has {number}; "
                    "ask for less, or take csv or zip",
                    format=self.name,
                    most=f"{self.most:,}",
                    number=f"{number:,}",
                )
            )

    @property
    def is_text(self) -> bool:
        """Tell whether it can be printed."""
        return not self.path.endswith((".zip", ".pdf", ".docx", ".png"))

    @property
    def is_heavy(self) -> bool:
        """Tell whether writing it takes seconds."""
        return self.path.endswith((".pdf", ".docx", ".png"))

    @property
    def file_name(self) -> str:
        """Return what a saved file is called."""
        return f"skyledger-{self.path.removeprefix('/').replace('/', '-')}"


def _as_svg(draw: Callable[[View], str]) -> Callable[[View], bytes]:
    return lambda view: draw(view).encode()


def _as_png(draw: Callable[[View], str]) -> Callable[[View], bytes]:
    return lambda view: to_png(draw(view))


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format(
            "csv", "/incidents.csv", "text/csv; charset=utf-8", "every field, one line an incident", write_incidents_csv
        ),
        Format("geojson", "/incidents.geojson", "application/geo+json", "points where there are any", write_geojson),
        Format(
            "acled",
            "/incidents.acled.csv",
            "text/csv; charset=utf-8",
            "in the shape of ACLED's 31 columns",
            write_acled,
            foreign=True,
        ),
        Format(
            "ged",
            "/incidents.ged.csv",
            "text/csv; charset=utf-8",
            "in the shape of UCDP GED's 49, deaths only",
            write_ged,
            foreign=True,
        ),
        Format("hxl", "/incidents.hxl.csv", "text/csv; charset=utf-8", "the CSV with HXL tags", write_hxl),
        Format(
            "zip", "/incidents.zip", "application/zip", "Data Package: all tables with their schemas", write_datapackage
        ),
        Format("md", "/incidents.md", "text/markdown; charset=utf-8", "report in Markdown", write_markdown, 20000),
        Format("html", "/incidents.html", "text/html; charset=utf-8", "report as one page", write_html, 10000),
        Format("pdf", "/incidents.pdf", "application/pdf", "report to print", write_pdf, 1000),
        Format("docx", "/incidents.docx", _WORD, "report to edit", write_docx, 1000),
        Format(
            "prov", "/incidents.prov.json", "application/json", "where each incident comes from, PROV-JSON", write_prov
        ),
        Format("atom", "/incidents.atom", "application/atom+xml; charset=utf-8", "feed, Atom", write_atom),
        Format(
            "jsonfeed",
            "/incidents.feed.json",
            "application/feed+json; charset=utf-8",
            "feed, JSON Feed",
            write_json_feed,
        ),
    )
}
CHART_FORMATS: Mapping[str, Format] = {
    f"{chart.name}.{kind}": Format(f"{chart.name}.{kind}", f"/charts/{chart.name}.{kind}", media, chart.about, write)
    for chart in CHARTS.values()
    for kind, media, write in (
        ("svg", "image/svg+xml; charset=utf-8", _as_svg(chart.draw)),
        ("png", "image/png", _as_png(chart.draw)),
    )
}


def find_format(name: str) -> Format:
    """Return a format by its name.

    Raises:
        UsageError: There is none; the text lists those there are.
    """
    known = {**FORMATS, **CHART_FORMATS}
    if name not in known:
        raise UsageError(say("{name}: no such format; there are {known}", name=name, known=", ".join(known)))
    return known[name]
