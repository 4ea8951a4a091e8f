"""A night looked back on, for a terminal, as Markdown and as JSON (shape ``skyledger.after-action/1``)."""

from datetime import UTC, datetime

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.publish.amounts import not_reported
from skyledger.publish.console import Page
from skyledger.publish.effects.after_action import AfterAction, ShownSource, ShownStep
from skyledger.publish.effects.as_text import cell, hours, lines_of_table, to_json
from skyledger.publish.times import night_words, short_stamp
from skyledger.say import say

_MOST_STEPS = 60
_MOST_OPEN = 25
_STEP_HEADS = ("published, UTC", "source", "speaker", "what", "about", "after", "rests on")
_SOURCE_HEADS = ("source", "this night", "usually")


def render_after_action(found: AfterAction, *, width: int = 80, colour: bool = False) -> str:
    """Return a night looked back on as text for a terminal; repetitions are counted, not listed."""
    page = Page(width=width, colour=colour)
    console = page.console
    console.print(Text(title_of(found), style="bold"))
    console.print(Text(summary_of(found)))
    steps = [step for step in found.steps if step.new]
    console.print(Text(f"\n{say('Who reported what, when (UTC)')}", style="bold"))
    for step in steps[:_MOST_STEPS]:
        console.print(Padding(Text(_line(step)), (0, 0, 0, 2)))
        console.print(Padding(Text(f"{step.when}; {step.incident} {step.claim}", style="dim"), (0, 0, 0, 8)))
    for line in _left_out(len(steps), len(found.steps)):
        console.print(Padding(Text(line, style="dim"), (0, 0, 0, 2)))
    console.print(Text(f"\n{say('Sources')}", style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(no_wrap=True)
    table.add_column(justify="right")
    for source in found.sources:
        table.add_row(Text(source.name), Text(_answer(source)), Text(_usual(source, found)))
    console.print(Padding(table, (0, 0, 0, 2)))
    for heading, lines in _endings(found):
        console.print(Text(f"\n{heading}", style="bold"))
        for line in lines:
            console.print(Padding(Text(line), (0, 0, 0, 2)))
    console.print(Text(f"\n{found.about}", style="dim"))
    return page.text()


def markdown_after_action(found: AfterAction) -> str:
    """Return a night looked back on as Markdown, with every statement."""
    lines = [f"# {title_of(found)}", "", summary_of(found), "", f"## {say('Who reported what, when')}", ""]
    rows = [
        (
            _stamp(s.at),
            s.source,
            s.speaker,
            f"{s.what}: {s.value}" + ("" if s.new else f" ({say('repeated')})"),
            s.when,
            _lag(s),
            f"{s.incident} {s.claim}",
        )
        for s in found.steps
    ]
    lines += lines_of_table(tuple(map(say, _STEP_HEADS)), rows)
    lines += ["", f"## {say('Sources')}", ""]
    lines += lines_of_table(
        tuple(map(say, _SOURCE_HEADS)), [(s.name, _answer(s), _usual(s, found)) for s in found.sources]
    )
    for heading, told in _endings(found):
        lines += ["", f"## {heading}", "", *(f"- {cell(line)}" for line in told)]
    return "\n".join([*lines, "", found.about, ""])


def json_after_action(found: AfterAction) -> str:
    """Return a night looked back on as JSON text; fields are only ever added."""
    return to_json(found)


def title_of(found: AfterAction) -> str:
    """Return the heading."""
    where = "" if found.region_name is None else f", {found.region_name}"
    title = say("After action: the night to {night}", night=night_words(found.night))
    return f"{title}{where}; {say('claims, not facts')}"


def summary_of(found: AfterAction) -> str:
    """Return how much was reported by how many."""
    spoke = sum(source.statements > 0 for source in found.sources)
    silent = sum(source.answer == "silent" for source in found.sources)
    told = say(
        "{incidents} incidents, {statements} statements from {sources} sources",
        incidents=found.incidents,
        statements=len(found.steps),
        sources=spoke,
    )
    undated = say("; {n} statements have no known time of publication", n=found.undated) if found.undated else ""
    return f"{told}; {say('{n} that usually report are silent', n=silent)}{undated}."


def _endings(found: AfterAction) -> list[tuple[str, list[str]]]:
    gaps = [
        say(
            "{start} to {end} UTC: no text for {hours}",
            start=_stamp(g.start),
            end=_stamp(g.end),
            hours=hours(g.minutes),
        )
        for g in found.gaps
    ]
    opened = [f"{o.what}: {o.open} ({o.incident})" for o in found.open]
    more = len(opened) - _MOST_OPEN
    opened = opened[:_MOST_OPEN] + ([say("and {n} more, all of them in the JSON", n=more)] if more > 0 else [])
    return [
        (say("Hours without a text"), gaps or [say("none of three hours or more")]),
        (say("What stayed open"), opened or [say("nothing that is looked for")]),
    ]


def _line(step: ShownStep) -> str:
    who = step.source
    if step.speaker != say("unattributed"):
        who = say("{speaker} in {source}", speaker=step.speaker, source=step.source)
    mark = say("first: ") if step.first else ""
    value = "" if step.value == not_reported() else f": {step.value}"
    lag = _lag(step)
    after = f"; {say('{time} after', time=lag, about='lag')}" if lag else ""
    return f"{_stamp(step.at)}  {mark}{step.what}{value}; {who}{after}"


def _lag(step: ShownStep) -> str:
    return "" if step.lag_minutes is None or step.lag_minutes < 0 else hours(step.lag_minutes)


def _left_out(new: int, all: int) -> list[str]:
    lines = [say("{n} more; --format md has them all", n=new - _MOST_STEPS)] if new > _MOST_STEPS else []
    return lines + ([say("{n} repetitions are not listed", n=all - new)] if all > new else [])


def _answer(source: ShownSource) -> str:
    if not source.statements:
        return say(source.answer)
    span = "" if source.first is None else say(", from {when}", when=_stamp(source.first))
    return say("{n} {n:statement|statements}", n=source.statements) + span


def _usual(source: ShownSource, found: AfterAction) -> str:
    return say("{n} of {nights} nights before", n=source.usual, nights=found.nights_before)


def _stamp(at: datetime | None) -> str:
    return say("time unknown") if at is None else short_stamp(at.astimezone(UTC))
