"""What one comparison of two claims says, as a weight and a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing two claims agree or disagree on.

    Attributes:
        name: place, window, count, kind, object, speaker, detail, text.
        value: What was found: ``same``, ``within``, ``differs`` ...
        weight: What it adds to the score (policy ``link.toml``); 0.0 for a conflict.
        sentence: The finding as an analyst reads it.
        conflict: True when no score can make the two one incident.
    """

    name: str
    value: str
    weight: float
    sentence: str
    conflict: bool = False


def conflicting(name: str, value: str, sentence: str) -> Feature:
    """Return a feature that keeps two claims apart whatever else agrees."""
    return Feature(name=name, value=value, weight=0.0, sentence=sentence, conflict=True)
