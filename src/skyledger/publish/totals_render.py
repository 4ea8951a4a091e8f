"""Totals of a night for a terminal and as JSON (shape ``skyledger.totals/1``)."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.publish.amounts import counted_words, not_reported
from skyledger.publish.console import Page
from skyledger.publish.times import date_words
from skyledger.publish.totals_records import Said, ShownTotal, TotalLine, not_known
from skyledger.say import say

SHAPE = "skyledger.totals/1"


def render_totals(night: date, totals: Sequence[ShownTotal], *, width: int = 80, colour: bool = False) -> str:
    """Return the totals as text: each with its words, its list beside the regions' own figures, and what is left."""
    page = Page(width=width, colour=colour)
    console = page.console
    console.print(
        Text(
            f"{say('Totals of the night to {night}', night=date_words(night))}; {say('claims, not facts')}",
            style="bold",
        )
    )
    for total in totals:
        if total.has_parts:
            _print_total(console, total)
    bare = [
        f"{counted_words(t.said.value, t.title)} ({t.said.speaker}) {t.incident}" for t in totals if not t.has_parts
    ]
    if bare:
        console.print(Text(f"\n{say('Without parts, so nothing can be held against them')}", style="bold"))
        for line in bare:
            console.print(Padding(Text(line), (0, 0, 0, 2)))
    return page.text()


def render_totals_json(night: date, totals: Sequence[ShownTotal]) -> str:
    """Return the totals as JSON text; fields are only ever added."""
    told = {"shape": SHAPE, "night": night.isoformat(), "totals": [asdict(t) for t in totals]}
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _print_total(console: Console, total: ShownTotal) -> None:
    said = total.said
    console.print(Text(f"\n{counted_words(said.value, total.title)}: {say(total.verdict)}", style="bold"))
    where = f"; {total.place}" if total.place else ""
    console.print(Padding(Text(f"{said.speaker}{where}; {said.when}; {total.incident}"), (0, 0, 0, 2)))
    _print_quote(console, said)
    if total.lines:
        console.print(Padding(table_of(total), (1, 0, 0, 2)))
    for check in total.checks:
        console.print(Padding(Text(f"{say(check.verdict)}: {check.sentence}"), (0, 0, 0, 2)))
    told = [(line, one) for line in total.lines for one in line.told]
    if told:
        console.print(Padding(Text(say("What the regions say themselves"), style="bold"), (1, 0, 0, 2)))
    for line, one in told:
        console.print(Padding(Text(f"{line.name}, {one.speaker}, {one.when}: {say(one.verdict)}"), (0, 0, 0, 2)))
        console.print(Padding(Text(one.sentence), (0, 0, 0, 4)))
        _print_quote(console, one)


def table_of(total: ShownTotal, refs: Callable[[Sequence[str]], str] | None = None) -> Table:
    """Return the table of a total: a line a region, then the sums and what is left over.

    Args:
        total: The total.
        refs: What names the documents of claims, for the short table: lines whose regions are silent become one.
            Without it every line is shown, and the verdicts stand alone.
    """
    silent = [line for line in total.lines if not line.told] if refs is not None else []
    silent = silent if len(silent) > 1 else []
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    for _ in range(2):
        table.add_column(justify="right", no_wrap=True)
    table.add_column()
    table.add_row(*(Text(words, style="dim") for words in (say("region"), say("in the total"), say("says itself"), "")))
    for line in (line for line in total.lines if line not in silent):
        where = refs([one.claim for one in line.told]) if refs is not None else ""
        table.add_row(
            Text(line.name),
            Text(line.listed),
            Text(own_words(line)),
            Text(f"{say(line.verdict) if line.verdict else ''} {where}".strip()),
        )
    if silent:
        table.add_row(Text(say("{n} others", n=len(silent))), Text(say("listed")), Text(not_reported()), "")
    compared, lines = total.spoke
    told = say("{lines} told by their regions", lines=say("{spoke} of {all} lines", spoke=compared, all=lines))
    table.add_row(Text(say("sum"), style="bold"), Text(total.listed_sum), Text(total.told_sum), Text(told))
    rest = "" if total.told_left == not_known() else say("not told by them, which is not none")
    table.add_row(Text(say("left over"), style="bold"), Text(total.listed_left), Text(total.told_left), Text(rest))
    return table


def own_words(line: TotalLine) -> str:
    """Return what a region says itself: its numbers, or ``not reported``."""
    return " / ".join(dict.fromkeys(s.value for s in line.told)) or not_reported()


def _print_quote(console: Console, said: Said) -> None:
    quote = Text(said.quote.before)
    quote.append(f"[[{said.quote.words}]]", style="bold")
    quote.append(said.quote.after)
    console.print(Padding(quote, (0, 0, 0, 4)))
    console.print(Padding(Text(f"{said.outlet}, {said.published}  {said.claim}", style="dim"), (0, 0, 0, 6)))
