"""Short texts written for learning from, in which each figure and verb of current news is marked in its place.

One text a line of ``evaluation/marked/*.txt``, opened by ``+ `` (it tells current news) or ``- `` (nothing current);
``⏎`` is a line break. ``{12|downed}`` marks a figure, ``[загорелся|fire]`` the words that tell what has no figure. See
docs/learned.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skyledger.errors import UsageError

MARKED = Path(__file__).resolve().parent / "marked"
# What each mark means: kind, with fate or detail.
CODES = {
    "downed": "interception.downed",
    "suppressed": "interception.suppressed",
    "lost": "interception.lost",
    "launched": "attack.launched",
    "hit": "attack.hit",
    "debris": "attack.debris",
    "came": "attack",
    "sighted": "sighting",
    "killed": "casualties.killed",
    "injured": "casualties.injured",
    "child": "casualties.children",
    "missing": "other_effect:missing",
    "rescued": "other_effect:rescued",
    "evacuated": "other_effect:evacuation",
    "damage": "damage",
    "fire": "fire",
    "nopower": "power_outage",
    "water": "other_effect:water",
    "heat": "other_effect:heating",
    "gas": "other_effect:gas",
    "internet": "other_effect:mobile internet",
    "heard": "other_effect:explosions heard",
    "trains": "other_effect:train delays",
    "cancelled": "other_effect:flights",
    "delayed": "other_effect:flights",
    "diverted": "diversion",
    "schools": "other_effect:schools",
    "other": "other_effect",
    "closed": "airspace_closure",
    "reopened": "airspace_reopening",
    "alert": "alert.declared",
    "alloff": "alert.lifted",
    "nocas": "no_casualties",
    "nodamage": "no_damage",
}
_MARK = re.compile(r"\{([^{}\[\]|]+)\|([a-z]+)\}|\[([^{}\[\]|]+)\|([a-z]+)\]")
_LANGS = ("en", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked characters ``[start, stop)`` of a text, what they tell, and whether they are a figure."""

    start: int
    stop: int
    label: str
    is_figure: bool


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One text without its marks; ``id`` is file and line."""

    id: str
    lang: str
    text: str
    is_news: bool
    marks: tuple[Mark, ...]


def load_marked(folder: Path = MARKED) -> Iterator[MarkedText]:
    """Yield the texts of a folder in the order of files and lines.

    Raises:
        UsageError: A line is malformed; names file, line and fault.
    """
    for path in sorted(folder.glob("*.txt")):
        lang = path.name[:2]
        if lang not in _LANGS:
            raise UsageError(f"{path}: the name opens with no language of {', '.join(_LANGS)}")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield read_line(line, f"{path.stem}:{number}", lang, f"{path}:{number}")


def read_line(line: str, id: str, lang: str, where: str) -> MarkedText:
    """Return the text of one line.

    Args:
        line: With its opening and its marks.
        id: Of the text.
        lang: ``en``, ``ru`` or ``uk``.
        where: File and line, for a fault.

    Raises:
        UsageError: The line is malformed.
    """
    if line[:2] not in ("+ ", "- "):
        raise UsageError(f"{where}: opens neither with '+ ' nor with '- '")
    source, text, marks, last = line[2:].replace("⏎", "\n"), "", [], 0
    for found in _MARK.finditer(source):
        words, code = found[1] or found[3], found[2] or found[4]
        if code not in CODES:
            raise UsageError(f"{where}: no mark means {code!r}")
        text += source[last : found.start()]
        marks.append(Mark(len(text), len(text) + len(words), CODES[code], found[1] is not None))
        text += words
        last = found.end()
    text += source[last:]
    if re.search(r"[{}|]", text):
        raise UsageError(f"{where}: a mark is not closed or not opened")
    return MarkedText(id, lang, text, line[0] == "+", tuple(marks))
