"""Differences of incidents, for a terminal and as JSON (shape ``skyledger.changes/1``)."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from rich.padding import Padding
from rich.text import Text

from skyledger.publish.changes import FieldChange, IncidentChange, field_words
from skyledger.publish.console import Page
from skyledger.say import say

SHAPE = "skyledger.changes/1"
_WHAT = ("new", "changed", "redirected", "gone")


def render_changes(changes: Sequence[IncidentChange], *, width: int = 80, colour: bool = False) -> str:
    """Return the differences as text: a line of numbers, then each incident with its fields."""
    page = Page(width=width, colour=colour)
    page.console.print(Text(summary(changes), style="bold"))
    for change in changes:
        page.console.print(Text(f"\n{say(change.what)} {change.incident}: {change.title}"))
        for field in change.fields:
            page.console.print(Padding(Text(_line(field)), (0, 0, 0, 2)))
        if change.reason:
            page.console.print(Padding(Text(change.reason), (0, 0, 0, 2)))
    return page.text()


def render_changes_json(changes: Sequence[IncidentChange]) -> str:
    """Return the differences as JSON text; fields are only ever added."""
    told = {"shape": SHAPE, "changes": [asdict(change) for change in changes]}
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def summary(changes: Sequence[IncidentChange]) -> str:
    """Return how many incidents are new, changed, redirected and gone."""
    if not changes:
        return say("no incident is other than before")
    numbers = Counter(change.what for change in changes)
    return ", ".join(say(f"{{n}} {what}", n=numbers[what]) for what in _WHAT if numbers[what])


def _line(field: FieldChange) -> str:
    if not field.before:
        return f"{field_words(field.field)}: {field.after}"
    return f"{field_words(field.field)}: {field.before} -> {field.after or say('not said any more')}"
