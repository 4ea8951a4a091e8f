"""Claims in one line each, for the error list."""

from skyledger.evaluate.gold import GoldClaim
from skyledger.model import Claim, Harm


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
