"""A comparison for a terminal and as JSON (shape ``skyledger.compare/1``)."""

import json
from dataclasses import asdict

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.publish.compare import Compared, SideShown
from skyledger.publish.console import Page

SHAPE = "skyledger.compare/1"


def render_compared(compared: Compared, *, width: int = 80, colour: bool = False) -> str:
    """Return the comparison as text: verdict, the two, the features with their weights, what joins or parts them."""
    page = Page(width=width, colour=colour)
    console = page.console
    console.print(Text(compared.verdict, style="bold"))
    for letter, side in (("A", compared.one), ("B", compared.two)):
        _print_side(console, letter, side)
    _print_features(console, compared)
    for note in compared.notes:
        console.print(Text(f"\n{note}"))
    if compared.judgement:
        console.print(Text(f"\nA person decided: {compared.judgement}"))
    _print_barriers(console, compared)
    _print_path(console, compared)
    return page.text()


def render_compared_json(compared: Compared) -> str:
    """Return the comparison as JSON text; fields are only ever added."""
    text = json.dumps({"shape": SHAPE, **asdict(compared)}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _print_side(console: Console, letter: str, side: SideShown) -> None:
    of = f" ({side.claims} claims; the one compared: {side.claim})" if side.claims > 1 else ""
    home = f", of {side.incident}" if side.incident and side.incident != side.asked else ""
    console.print(Text(f"\n{letter}  {side.asked}{home}{of}", style="bold"))
    console.print(Padding(Text(f"{side.says}; {side.place}; {side.when}; {side.speaker}"), (0, 0, 0, 3)))
    quote = Text(side.quote.before)
    quote.append(f"[[{side.quote.words}]]", style="bold")
    quote.append(side.quote.after)
    console.print(Padding(quote, (0, 0, 0, 5)))
    console.print(Padding(Text(f"{side.outlet}, {side.published}", style="dim"), (0, 0, 0, 5)))


def _print_features(console: Console, compared: Compared) -> None:
    lead = f"Best of {compared.pairs} pairs of their claims" if compared.pairs > 1 else "The pair"
    console.print(Text(f"\n{lead}: {compared.pair_sentence}", style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(ratio=1)
    for feature in compared.features:
        weight = "never" if feature.conflict else f"{feature.weight:+.2f}"
        table.add_row(feature.name, feature.value, weight, Text(feature.sentence))
    score = "none" if any(f.conflict for f in compared.features) else f"{compared.score:+.2f}"
    table.add_row("score", "", score, Text(f"{compared.threshold:.2f} makes a link.{_double(compared)}"))
    console.print(Padding(table, (0, 0, 0, 2)))


def _double(compared: Compared) -> str:
    both = [f for f in compared.features if f.name in ("reference", "text") and f.weight > 0]
    return " Of reference and text only the larger counts." if len(both) > 1 else ""


def _print_barriers(console: Console, compared: Compared) -> None:
    if not compared.barriers:
        return
    console.print(Text("\nWhat keeps the two incidents apart", style="bold"))
    for barrier in compared.barriers:
        between = f" ({' and '.join(barrier.claims)})" if barrier.claims else ""
        many = f" For {barrier.pairs} pairs." if barrier.pairs > 1 and barrier.kind == "conflict" else ""
        console.print(Padding(Text(f"{barrier.kind}: {barrier.sentence}{many}{between}"), (0, 0, 0, 2)))
    if compared.more_barriers:
        console.print(Padding(Text(f"and {compared.more_barriers} more"), (0, 0, 0, 2)))


def _print_path(console: Console, compared: Compared) -> None:
    if not compared.path or (compared.linked and len(compared.path) == 1):
        return
    console.print(Text("\nThe links that join them", style="bold"))
    for link in compared.path:
        line = f"{link.one} and {link.two}, score {link.score:.2f}: {link.sentence}"
        console.print(Padding(Text(line), (0, 0, 0, 2)))
