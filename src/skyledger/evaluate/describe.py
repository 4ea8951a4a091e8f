"""Claims and the words they rest on in one line each, for the error list."""

from collections.abc import Sequence

from skyledger.evaluate.gold import GoldClaim
from skyledger.model import Claim, Harm

# Code points around the quoted words, and in all: about a sentence, two lines of a terminal.
CONTEXT = 40
SNIPPET = 300


def cut_snippet(text: str, spans: Sequence[tuple[str, int, int]]) -> str:
    """Return the words from the first to the last span with some around them, on one line."""
    start = max(min((start for _, start, _ in spans), default=0) - CONTEXT, 0)
    stop = min(max((stop for _, _, stop in spans), default=0) + CONTEXT, start + SNIPPET, len(text))
    cut = " ".join(text[start:stop].split())
    return f"{'…' if start else ''}{cut}{'…' if stop < len(text) else ''}"


def describe_gold(claim: GoldClaim) -> str:
    """Return a gold claim in one line."""
    place = claim.place
    where = "-" if place is None else place.id or place.name or "+".join(p.id or p.name for p in place.parts)
    when = "-" if claim.time is None else f"{claim.time.start}..{claim.time.end}"
    count = "-" if claim.count is None else f"{claim.count.low}..{claim.count.high}"
    parts = [claim.kind.value, _value(claim.fate), _value(claim.object), count, _harm(claim.harm), where, when]
    return " ".join(p for p in [*parts, claim.speaker_name, claim.modality.value, claim.status.value] if p)


def describe_claim(claim: Claim) -> str:
    """Return a predicted claim in one line."""
    where = "-" if claim.place is None else f"{claim.place.id}({claim.place.name})"
    when = "-" if claim.time is None else f"{claim.time.start}..{claim.time.end}"
    count = "-" if claim.count is None else f"{claim.count.low}..{claim.count.high}"
    who = "" if claim.speaker is None else claim.speaker.name
    parts = [claim.kind.value, _value(claim.fate), _value(claim.object), count, _harm(claim.harm), where, when, who]
    return " ".join(p for p in [*parts, claim.modality.value, claim.status.value, claim.rule] if p)


def _value(member: object) -> str:
    return "" if member is None else str(member)


def _harm(harm: Harm | None) -> str:
    if harm is None:
        return ""
    sides = (("killed", harm.killed), ("injured", harm.injured))
    shown = [f"{name}={i.low}..{i.high}" for name, i in sides if i is not None]
    return ",".join(shown)
