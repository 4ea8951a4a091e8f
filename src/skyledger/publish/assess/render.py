"""The report as a terminal page and as Markdown."""

import numpy as np
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.assess.series import NightSeries
from skyledger.publish.assess.report import AssessReport
from skyledger.publish.console import Page
from skyledger.publish.words import clean_text

_BARS = " ▁▂▃▄▅▆▇█"
_SHOWN = 84


def render_terminal(report: AssessReport, *, width: int = 100, colour: bool = False) -> str:
    """Return the report as a page for a terminal: verdict first, then why, then what may come."""
    page = Page(width=width, colour=colour)
    say = page.console.print
    say(Text(f"{report.heading('title')} {clean_text(report.name)}", style="bold"))
    say()
    say(Text(report.verdict.words(report.language), style="bold"))
    line = strip(report.area.whole.series)
    if line:
        first, last = (
            report.area.whole.series.night(max(0, len(report.area.whole.series) - _SHOWN)),
            report.area.whole.series.last,
        )
        say()
        say(Text(f"{report.heading('nights')} ({first} - {last}; · = 0, ? = {report.heading('unknown')})"))
        say(Text(line))
    for heading, sentences in report.sections():
        say()
        say(Text(heading, style="bold"))
        for sentence in sentences:
            say(Padding(Text(f"- {clean_text(sentence)}"), (0, 0, 0, 1)))
    if report.regions:
        say()
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for number, key in enumerate(("region", "attacks", "unknown", "level")):
            table.add_column(report.heading(key), justify="right" if number in (1, 2) else "left", overflow="fold")
        for row in report.regions:
            table.add_row(Text(clean_text(row.name)), str(row.attacks), str(row.unknown), Text(row.verdict))
        say(table)
    say()
    say(Text(report.heading("foot")))
    return page.text()


def strip(series: NightSeries, nights: int = _SHOWN) -> str:
    """Return the last nights as a line of bars: ``·`` without attack, ``?`` unknown, eight heights else."""
    low = series.low[-nights:]
    if not len(low):
        return ""
    top = float(np.nanmax(low)) if np.isfinite(low).any() else 0.0
    return "".join("?" if np.isnan(n) else "·" if n == 0 else _BARS[max(1, round(8 * n / top))] for n in low)


def render_markdown(report: AssessReport) -> str:
    """Return the report as Markdown."""
    lines = [
        f"# {report.heading('title')} {_plain(report.name)}",
        "",
        f"**{_plain(report.verdict.words(report.language))}**",
    ]
    line = strip(report.area.whole.series)
    if line:
        lines += ["", f"{report.heading('nights')} (· = 0, ? = {report.heading('unknown')}):", "", f"    {line}"]
    for heading, sentences in report.sections():
        lines += ["", f"## {heading}", "", *(f"- {_plain(s)}" for s in sentences)]
    if report.regions:
        keys = ("region", "attacks", "unknown", "level")
        lines += ["", f"## {report.heading('regions')}", "", "| " + " | ".join(report.heading(k) for k in keys) + " |"]
        lines += ["|---|--:|--:|---|"]
        lines += [f"| {_plain(r.name)} | {r.attacks} | {r.unknown} | {r.verdict} |" for r in report.regions]
    return "\n".join([*lines, "", report.heading("foot"), ""])


def _plain(text: str) -> str:
    """Keep a foreign text (a region of a table) from being Markdown."""
    cleaned = clean_text(text).replace("\n", " ")
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in cleaned)
