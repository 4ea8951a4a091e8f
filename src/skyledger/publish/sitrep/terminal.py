"""The report for a terminal: readable at 80 columns and wider, and without any colour."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.publish.amounts import counted_words
from skyledger.publish.console import Page
from skyledger.publish.sitrep.brief import Block, build_brief
from skyledger.publish.sitrep.brief_words import Refs
from skyledger.publish.sitrep.outline import Item, Section, build_statements, made_words
from skyledger.publish.sitrep.quotes import split_text
from skyledger.publish.sitrep.records import ShownDocument, Sitrep
from skyledger.publish.times import date_words, short_stamp, utc_stamp
from skyledger.publish.totals_render import table_of
from skyledger.publish.words import clean_text
from skyledger.say import say

_NAME, _WIDE_NAME, _WIDE = 16, 24, 96


def render_terminal(sitrep: Sitrep, *, width: int = 80, colour: bool = False, full: bool = False) -> str:
    """Return the report as text, for a morning read.

    Args:
        sitrep: The report.
        width: Columns.
        colour: Whether the terminal shows bold; nothing is said by colour alone.
        full: With every statement and the texts, in which evidence stands in ``[[double brackets]]``.
    """
    page = Page(width=width, colour=colour)
    console = page.console
    where = f", {clean_text(sitrep.region_name)}" if sitrep.region else ""
    console.print(Text(say("Night to {night}", night=date_words(sitrep.night)) + where, style="bold"))
    console.print(Text(f"{made_words(sitrep)}; {say('claims, not facts')}"))
    blocks = build_brief(sitrep)
    after = sum(block.title in (say("Headlines"), say("Conflicts and totals")) for block in blocks)
    for block in blocks[:after]:
        _print_block(console, block)
    _print_totals(console, sitrep, full=full)
    for block in blocks[after:]:
        _print_block(console, block)
    if full:
        for section in build_statements(sitrep):
            _print_section(console, section)
    if sitrep.documents:
        console.print(_heading(say("Documents")))
    for document in sitrep.documents:
        if full:
            _print_document(console, document, sitrep)
        else:
            console.print(_document_line(document, sitrep, width), no_wrap=True, overflow="ellipsis", crop=True)
    return page.text()


def _heading(title: str) -> Text:
    return Text(f"\n{title.upper()}", style="bold")


def _print_block(console: Console, block: Block) -> None:
    console.print(_heading(block.title))
    if block.note:
        console.print(Text(block.note))
    if not block.rows:
        console.print(Text(say("No statement about this night. That is not the same as a calm night.")))
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    widest = max((len(row.name) for row in block.rows), default=0)
    table.add_column(width=min(widest, _NAME if console.width < _WIDE else _WIDE_NAME))
    table.add_column(ratio=1)
    before = None
    for row in block.rows:
        text = Text()
        text.append(row.strong, style="bold")
        text.append(f"{'; ' if row.strong and row.text else ''}{row.text}")
        table.add_row(Text("" if row.name == before else row.name), text)
        before = row.name or before
    console.print(table)


def _print_totals(console: Console, sitrep: Sitrep, *, full: bool) -> None:
    """Print each national total with its verdict; in full its table: what it lists, what regions say, what is left."""
    if not sitrep.totals:
        return
    refs = Refs(sitrep)
    console.print(_heading(say("Totals and their parts")))
    for total in sitrep.totals:
        said = total.said
        lead = Text(f"{counted_words(said.value, total.title)}: {say(total.verdict)}", style="bold")
        lead.append(f"; {said.speaker}, {said.when} {refs([said.claim])}", style="not bold")
        console.print(lead)
        if full:
            console.print(Padding(table_of(total, refs), (0, 0, 0, 2)))
    if not full:
        console.print(Text(f"{say('Region by region')}: skyledger totals --night {sitrep.night.isoformat()}"))


def _document_line(shown: ShownDocument, sitrep: Sitrep, width: int) -> Text:
    """One line: number, time, outlet, first words."""
    document = shown.document
    outlet = clean_text(document.outlet.name or document.outlet.handle) or say("outlet not reported")
    at = document.published_at
    when = say("time unknown") if at is None else short_stamp(at)
    if at is not None and at.year != sitrep.night.year:
        when = date_words(at)
    longest = max(16, width // 4)
    outlet = outlet if len(outlet) <= longest else f"{outlet[: longest - 1]}…"
    words = " ".join(clean_text(document.text).split())
    line = Text(f"{shown.key:<4} {when:<12}  ")
    line.append(outlet, style="bold")
    line.append(f"  {words}")
    return line


def _print_section(console: Console, section: Section) -> None:
    console.print(_heading(section.title))
    if section.note:
        console.print(Text(section.note))
    if not section.items:
        console.print(Text(say("No statement about this night. That is not the same as a calm night.")))
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", max_width=max(8, console.width // 8))
    for item in section.items:
        table.add_row(_item_text(item), Text(" ".join(item.refs)))
    console.print(table)


def _item_text(item: Item) -> Padding:
    text = Text()
    if item.strong:
        text.append(item.strong, style="bold" if item.level == 0 else "")
    if item.text:
        text.append(("; " if item.strong and not item.text.startswith("(") else " " if item.strong else "") + item.text)
    return Padding(text, (0, 0, 0, 2 * item.level))


def _print_document(console: Console, shown: ShownDocument, sitrep: Sitrep) -> None:
    document = shown.document
    outlet = clean_text(document.outlet.name or document.outlet.handle) or say("outlet not reported")
    console.print(Text(f"\n{shown.key}  {utc_stamp(document.published_at)}  {outlet}", style="bold"))
    text = Text()
    for words, proof in split_text(document.text, [sitrep.claims[c] for c in shown.claims]):
        text.append(f"[[{words}]]" if proof else words, style="bold" if proof else "")
    console.print(Padding(text, (0, 0, 0, 4)))
