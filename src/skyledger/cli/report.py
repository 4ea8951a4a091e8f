"""Reports, totals, the chain behind a figure and comparisons, as text in the form asked for."""

import os
import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from skyledger.publish import Compared, History, IncidentChange, ShownTotal, Sitrep, Why
    from skyledger.publish.assess.report import AssessReport

PLAIN_WIDTH = 80


class Format(StrEnum):
    """How a situation report is written."""

    TERMINAL = "terminal"
    MD = "md"
    HTML = "html"
    JSON = "json"


def width_and_colour() -> tuple[int, bool]:
    """Return the width to print in and whether to use colour; a pipe gets neither a long line nor a colour."""
    if not sys.stdout.isatty():
        return PLAIN_WIDTH, False
    return shutil.get_terminal_size().columns, not os.environ.get("NO_COLOR")


def write_sitrep(sitrep: "Sitrep", form: Format, *, plain: bool = False, full: bool = False) -> str:
    """Return the report as text.

    Args:
        sitrep: What flow built.
        form: How it is written.
        plain: For a file, even if there is a terminal.
        full: In the terminal, with every statement and the texts; the other forms always have them.
    """
    from skyledger.publish import render_html, render_json, render_markdown, render_terminal

    if form is Format.HTML:
        return render_html(sitrep)
    if form is Format.MD:
        return render_markdown(sitrep)
    if form is Format.JSON:
        return render_json(sitrep)
    width, colour = (PLAIN_WIDTH, False) if plain else width_and_colour()
    return render_terminal(sitrep, width=width, colour=colour, full=full)


def write_why(why: "Why", *, as_json: bool) -> str:
    """Return the chain behind a figure as text."""
    from skyledger.publish import render_why, render_why_json

    if as_json:
        return render_why_json(why)
    width, colour = width_and_colour()
    return render_why(why, width=width, colour=colour)


def write_history(history: "History", *, as_json: bool) -> str:
    """Return the versions of an incident as text."""
    from skyledger.publish import render_history, render_history_json

    if as_json:
        return render_history_json(history)
    width, colour = width_and_colour()
    return render_history(history, width=width, colour=colour)


def write_changes(changes: "Sequence[IncidentChange]", *, as_json: bool) -> str:
    """Return differences of incidents as text."""
    from skyledger.publish import render_changes, render_changes_json

    if as_json:
        return render_changes_json(changes)
    width, colour = width_and_colour()
    return render_changes(changes, width=width, colour=colour)


def write_compared(compared: "Compared", *, as_json: bool) -> str:
    """Return a comparison as text."""
    from skyledger.publish import render_compared, render_compared_json

    if as_json:
        return render_compared_json(compared)
    width, colour = width_and_colour()
    return render_compared(compared, width=width, colour=colour)


def write_totals(night: "date", totals: "Sequence[ShownTotal]", *, as_json: bool) -> str:
    """Return the totals of a night as text."""
    from skyledger.publish import render_totals, render_totals_json

    if as_json:
        return render_totals_json(night, totals)
    width, colour = width_and_colour()
    return render_totals(night, totals, width=width, colour=colour)


def write_assessment(report: "AssessReport", form: Format, *, plain: bool = False) -> str:
    """Return an assessment as text.

    Args:
        report: What was assessed, in sentences.
        form: How it is written.
        plain: For a file, even if there is a terminal.
    """
    if form is Format.JSON:
        from skyledger.cli.streams import to_line
        from skyledger.publish.assess.as_json import report_json

        return to_line(report_json(report))
    if form is Format.HTML:
        from skyledger.publish.assess.html import render_html as render_page

        return render_page(report)
    from skyledger.publish.assess.render import render_markdown as render_text
    from skyledger.publish.assess.render import render_terminal as render_screen

    if form is Format.MD:
        return render_text(report)
    width, colour = (PLAIN_WIDTH, False) if plain else width_and_colour()
    return render_screen(report, width=width, colour=colour)
