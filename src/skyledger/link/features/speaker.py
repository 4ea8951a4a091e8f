"""Who says so: a reason to link, never a reason to keep apart."""

from skyledger.link.fact import Fact, speaker_id
from skyledger.link.features.feature import Feature
from skyledger.link.policy import LinkPolicy


def compare_speaker(a: Fact, b: Fact, window: str, policy: LinkPolicy) -> Feature:
    """Compare the speakers; one speaker who names two windows makes two statements, so nothing is added then."""
    one, two = speaker_id(a.claim), speaker_id(b.claim)
    if one is None or two is None:
        return Feature(name="speaker", value="unknown", weight=0.0, sentence="One text names nobody.")
    name = "" if a.claim.speaker is None else a.claim.speaker.name
    if one != two:
        return Feature(name="speaker", value="differs", weight=0.0, sentence="Two speakers may speak of one thing.")
    if window in {"overlap", "contained"}:
        return Feature(name="speaker", value="same", weight=0.0, sentence=f"{name} names two different windows.")
    return Feature(
        name="speaker", value="same", weight=policy.weights.speaker_same, sentence=f"Both go back to {name}."
    )
