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

_INDENT = 6.0
_NOT_KNOWN = datetime(2000, 1, 1, tzinfo=UTC)


def write_pdf(view: View) -> bytes:
    """Return the report on a view as PDF.

    Raises:
        UsageError: The library or a font is missing.
    """
    report = build_report(view)
    pdf = _new_file(report, view.known_at or _NOT_KNOWN)
    _write(pdf, report.title, size=16, bold=True)
    for fact in report.facts:
        _write(pdf, fact, size=9)
    for draw in charts_of(view):
        pdf.ln(2)
        pdf.image(BytesIO(to_png(draw(view))), w=pdf.epw)
    targets = {reference.key: pdf.add_link() for reference in report.references}
    for section in report.sections:
        pdf.ln(3)
        pdf.start_section(_plain(section.title), strict=False)
        _write(pdf, section.title, size=13, bold=True)
        _write(pdf, section.note, size=9)
        for item in section.items:
            _item(pdf, item, targets)
    if report.references:
        pdf.ln(3)
        _write(pdf, "Texts", size=13, bold=True)
        for reference in report.references:
            _reference(pdf, reference, targets)
    return bytes(pdf.output())


def _new_file(report: Report, at: datetime) -> Any:
    try:
        from fpdf import FPDF
    except ImportError:
        raise UsageError("PDF needs fpdf2; install skyledger[web]") from None
    font = find_font()
    pdf = FPDF(format="A4")
    pdf.set_creation_date(at)
    pdf.set_title(_plain(report.title))
    pdf.set_creator("skyledger")
    pdf.set_producer("skyledger")
    pdf.set_lang(report.lang)
    pdf.set_auto_page_break(auto=True, margin=15)
    pdf.add_font("text", "", str(font.regular))
    pdf.add_font("text", "B", str(font.bold))
    pdf.add_page()
    return pdf


def _plain(text: str) -> str:
    """Return text without what no PDF string holds: letters above the basic plane have no sign in the font."""
    known = (c if ord(c) < 0x10000 and not 0xD800 <= ord(c) < 0xE000 else "\ufffd" for c in text)
    return "".join(known).replace("\t", " ").replace("\n", " ")


def _write(pdf: Any, text: str, *, size: float, bold: bool = False) -> None:
    pdf.set_font("text", "B" if bold else "", size)
    pdf.multi_cell(0, size * 0.5, _plain(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _item(pdf: Any, item: Item, targets: dict[str, Any]) -> None:
    left = pdf.l_margin
    pdf.set_left_margin(left + _INDENT * item.level)
    pdf.set_x(pdf.l_margin)
    height = 4.6
    if item.strong:
        pdf.set_font("text", "B", 9)
        pdf.write(height, _plain(item.strong) + ("; " if item.text else ""))
    pdf.set_font("text", "", 9)
    if item.text:
        pdf.write(height, _plain(item.text))
    for ref in item.refs:
        pdf.write(height, " ")
        pdf.write(height, ref, targets[ref])
    pdf.ln(height + 0.6)
    pdf.set_left_margin(left)
    pdf.set_x(left)


def _reference(pdf: Any, reference: Reference, targets: dict[str, Any]) -> None:
    pdf.set_link(targets[reference.key], y=pdf.y, page=pdf.page)
    words = "; ".join(w for w in (reference.outlet, reference.published, reference.title) if w)
    pdf.set_font("text", "", 9)
    pdf.write(4.6, _plain(f"{reference.key}: {words} "))
    if reference.url:
        pdf.write(4.6, _plain(reference.url), reference.url)
    pdf.ln(5.2)
