"""The report on a selection as PDF, with a font that has Cyrillic letters in it; the same view gives the same bytes."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from skyledger.errors import UsageError
from skyledger.publish.charts.png import to_png
from skyledger.publish.export_view import View
from skyledger.publish.exports.report import Reference, Report, build_report, charts_of
from skyledger.publish.fonts import find_font
from skyledger.publish.sitrep.outline import Item
from skyledger.say import say

_INDENT = 6.0
_LINE = 4.6
_NOT_KNOWN = datetime(2000, 1, 1, tzinfo=UTC)


def write_pdf(view: View) -> bytes:
    """Return the report on a view as PDF.

    Raises:
        UsageError: The library or a font is missing.
    """
    report = build_report(view)
    sheet = _Sheet(report, view.known_at or _NOT_KNOWN)
    sheet.write(report.title, size=16, bold=True)
    for fact in report.facts:
        sheet.write(fact, size=9)
    for draw in charts_of(view):
        sheet.show(to_png(draw(view)))
    for section in report.sections:
        sheet.begin(section.title)
        sheet.write(section.note, size=9)
        for item in section.items:
            sheet.add_item(item)
    if report.references:
        sheet.begin(say("Texts"))
        for reference in report.references:
            sheet.add_reference(reference)
    return sheet.finish()


class _Sheet:
    """A PDF that grows from top to bottom."""

    def __init__(self, report: Report, at: datetime) -> None:
        try:
            from fpdf import FPDF
        except ImportError:
            raise UsageError("PDF needs fpdf2; install skyledger[web]") from None
        font = find_font()
        pdf: Any = FPDF(format="A4")
        self._pdf = pdf
        self._pdf.add_font("text", "", str(font.regular))
        self._pdf.add_font("text", "B", str(font.bold))
        regular, bold = (self._pdf.fonts[name].cmap for name in ("text", "textB"))
        self._letters = frozenset(regular) & frozenset(bold)
        self._pdf.set_creation_date(at)
        self._pdf.set_title(self._plain(report.title))
        self._pdf.set_creator("skyledger")
        self._pdf.set_producer("skyledger")
        self._pdf.set_lang(report.lang)
        self._pdf.set_auto_page_break(auto=True, margin=15)
        self._pdf.add_page()
        self._targets = {reference.key: self._pdf.add_link() for reference in report.references}

    def _plain(self, text: str) -> str:
        """Return text with a sign in place of what the font has no sign for, so that nothing is lost unseen."""
        return "".join(c if ord(c) in self._letters else " " if c.isspace() else "\ufffd" for c in text)

    def write(self, text: str, *, size: float, bold: bool = False) -> None:
        """Add a paragraph."""
        self._pdf.set_font("text", "B" if bold else "", size)
        self._pdf.multi_cell(0, size * 0.5, self._plain(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def show(self, picture: bytes) -> None:
        """Add a picture of the width of the page."""
        self._pdf.ln(2)
        self._pdf.image(BytesIO(picture), w=self._pdf.epw)

    def begin(self, title: str) -> None:
        """Begin a section, which is in the list of contents of a reader, too."""
        self._pdf.ln(3)
        self._pdf.start_section(self._plain(title), strict=False)
        self.write(title, size=13, bold=True)

    def add_item(self, item: Item) -> None:
        """Add a line, as far to the right as its level says, with links to its texts."""
        pdf = self._pdf
        left = pdf.l_margin
        pdf.set_left_margin(left + _INDENT * item.level)
        pdf.set_x(pdf.l_margin)
        if item.strong:
            pdf.set_font("text", "B", 9)
            pdf.write(_LINE, self._plain(item.strong) + ("; " if item.text else ""))
        pdf.set_font("text", "", 9)
        if item.text:
            pdf.write(_LINE, self._plain(item.text))
        for ref in item.refs:
            pdf.write(_LINE, " ")
            pdf.write(_LINE, ref, self._targets[ref])
        pdf.ln(_LINE + 0.6)
        pdf.set_left_margin(left)
        pdf.set_x(left)

    def add_reference(self, reference: Reference) -> None:
        """Add a text, where the links to it lead."""
        pdf = self._pdf
        pdf.set_link(self._targets[reference.key], y=pdf.y, page=pdf.page)
        words = "; ".join(w for w in (reference.outlet, reference.published, reference.title) if w)
        pdf.set_font("text", "", 9)
        pdf.write(_LINE, self._plain(f"{reference.key}: {words} "))
        if reference.url:
            pdf.write(_LINE, self._plain(reference.url), reference.url)
        pdf.ln(_LINE + 0.6)

    def finish(self) -> bytes:
        """Return the file."""
        return bytes(self._pdf.output())
