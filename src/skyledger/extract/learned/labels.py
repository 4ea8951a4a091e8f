"""Labels: what a number or a sentence tells, in one word, as the tables of weights and the marked texts name it.

``kind``, ``kind.part`` or ``kind:detail``: ``interception.downed``, ``casualties.killed``, ``other_effect:water``. The
part is a fate, or who among people was harmed.
"""

from typing import NamedTuple

from skyledger.model.kinds import Kind

NONE = "none"  # the label of what tells nothing


class Label(NamedTuple):
    """A label, taken apart; ``part`` and ``detail`` are empty where it has none."""

    kind: Kind
    part: str
    detail: str


def write_label(kind: str, part: str = "", detail: str = "") -> str:
    """Return a label in one word."""
    return kind + (f".{part}" if part else "") + (f":{detail}" if detail else "")


def read_label(label: str) -> Label:
    """Return a label taken apart.

    Raises:
        ValueError: No kind is called so.
    """
    name, _, detail = label.partition(":")
    kind, _, part = name.partition(".")
    return Label(Kind(kind), part, detail)
