"""What the renderings of this folder share: hours in words, tables in Markdown, records as JSON text."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from skyledger.say import say


def hours(minutes: float | None) -> str:
    """Return ``45 min``, ``3 h 05``, ``-10 min`` or ``not known``."""
    if minutes is None:
        return say("not known")
    sign, whole = ("-" if minutes < 0 else ""), abs(round(minutes))
    if whole < 60:
        return say("{n} min", n=f"{sign}{whole}")
    return say("{hours} h {minutes}", hours=f"{sign}{whole // 60}", minutes=f"{whole % 60:02d}")


def cell(text: str) -> str:
    """Return a text as it stands in a line of Markdown: nothing in it is markup."""
    for sign in "\\|*_`<[#":
        text = text.replace(sign, f"\\{sign}" if sign != "<" else "&lt;")
    return " ".join(text.split())


def lines_of_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table in Markdown."""
    return [
        "| " + " | ".join(heads) + " |",
        "|" + "---|" * len(heads),
        *("| " + " | ".join(cell(value) for value in row) + " |" for row in rows),
    ]


def to_json(record: Any) -> str:
    """Return a record as JSON text: unknown is null, an instant is written in its own zone."""
    text = json.dumps(asdict(record), ensure_ascii=False, indent=2, default=_plain)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
