"""How an incident grew, for a terminal and as JSON (shape ``skyledger.history/1``)."""

import json
from dataclasses import asdict

from rich.padding import Padding
from rich.text import Text

from skyledger.publish.changes import field_words
from skyledger.publish.console import Page
from skyledger.publish.history import History, Source, Step
from skyledger.say import say

SHAPE = "skyledger.history/1"


def render_history(history: History, *, width: int = 80, colour: bool = False) -> str:
    """Return the versions as text, oldest first."""
    page = Page(width=width, colour=colour)
    id = ""
    for step in history.steps:
        if step.incident != id:
            id = step.incident
            page.console.print(Text(f"{id}: {step.title}" if step.title else id, style="bold"))
        page.console.print(Text(f"\n{step.number}. {step.at}{_state(step)}"))
        for change in step.changes:
            said = f"{change.before} -> {change.after or say('not said any more')}" if change.before else change.after
            page.console.print(Padding(Text(f"{field_words(change.field)}: {said}"), (0, 0, 0, 3)))
        for source in step.sources:
            page.console.print(Padding(Text(say("brought by {text}", text=_words(source))), (0, 0, 0, 3)))
        if step.note:
            page.console.print(Padding(Text(step.note), (0, 0, 0, 3)))
    return page.text()


def render_history_json(history: History) -> str:
    """Return the versions as JSON text; fields are only ever added."""
    text = json.dumps({"shape": SHAPE, **asdict(history)}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _state(step: Step) -> str:
    return "" if step.state == "standing" else f" ({say(step.state)})"


def _words(source: Source) -> str:
    when = f", {source.published}" if source.published else ""
    return f"{source.document} ({source.outlet}{when})"
