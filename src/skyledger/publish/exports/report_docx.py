"""The report on a selection as a Word document; the same view gives the same bytes."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from skyledger.errors import UsageError
from skyledger.publish.charts.png import to_png
from skyledger.publish.export_view import View
from skyledger.publish.exports.archive import write_zip_again
from skyledger.publish.exports.report import Report, build_report, charts_of
from skyledger.publish.sitrep.outline import Item
from skyledger.say import say

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_KNOWN = datetime(2000, 1, 1, tzinfo=UTC)


def write_docx(view: View) -> bytes:
    """Return the report on a view as DOCX.

    Raises:
        UsageError: The library is missing, or a font for the charts.
    """
    try:
        from docx import Document
        from docx.shared import Cm
    except ImportError:
        raise UsageError("DOCX needs python-docx; install skyledger[web]") from None
    report = build_report(view)
    file = Document()
    _describe(file, report, view.known_at or _NOT_KNOWN)
    file.add_heading(_plain(report.title), 0)
    for fact in report.facts:
        file.add_paragraph(_plain(fact))
    for draw in charts_of(view):
        file.add_picture(BytesIO(to_png(draw(view))), width=Cm(16))
    for section in report.sections:
        file.add_heading(_plain(section.title), 1)
        file.add_paragraph(_plain(section.note))
        for item in section.items:
            _item(file, item)
    if report.references:
        file.add_heading(say("Texts"), 1)
        for r in report.references:
            words = "; ".join(w for w in (r.outlet, r.published, r.title, r.url) if w)
            file.add_paragraph(_plain(f"{r.key}: {words}"), style="List Bullet")
    out = BytesIO()
    file.save(out)
    return write_zip_again(out.getvalue())


def _describe(file: Any, report: Report, at: datetime) -> None:
    about = file.core_properties
    about.title, about.author, about.language = _plain(report.title), "skyledger", report.lang
    about.comments = say("Claims, not facts.")
    about.created = about.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.last_modified_by = "skyledger"


def _item(file: Any, item: Item) -> None:
    style = ("List Bullet", "List Bullet 2", "List Bullet 3")[min(item.level, 2)]
    paragraph = file.add_paragraph(style=style)
    if item.strong:
        paragraph.add_run(_plain(item.strong)).bold = True
    words = ("; " if item.strong and item.text else "") + item.text
    paragraph.add_run(_plain(words + "".join(f" [{ref}]" for ref in item.refs)))


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
