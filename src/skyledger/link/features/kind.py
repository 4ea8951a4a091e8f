"""Kind, fate and standing: launched is never downed, and past news is never tonight's."""

from skyledger.link.fact import COUNTERS, Fact
from skyledger.link.features.feature import Feature, conflicting
from skyledger.link.policy import LinkPolicy
from skyledger.model.kinds import Kind


def compare_kind(a: Fact, b: Fact, policy: LinkPolicy) -> Feature:
    """Compare what the two claims say happened."""
    one, two = a.claim, b.claim
    if a.background != b.background:
        return conflicting("kind", "background", "One text mentions it only as the past; that is no news of the other.")
    if a.family != b.family:
        return conflicting("kind", "differs", f"{one.kind.value} and {two.kind.value} are different things.")
    if one.fate is not two.fate and one.fate is not None and two.fate is not None:
        return conflicting(
            "kind", "fate", f"{one.fate.value} and {two.fate.value} are different fates and never share a number."
        )
    if one.kind is Kind.OTHER_EFFECT and one.detail and two.detail and one.detail != two.detail:
        return conflicting("kind", "effect", f"{one.detail} and {two.detail} are different effects.")
    if one.kind is two.kind:
        return Feature(
            name="kind", value="same", weight=policy.weights.kind_same, sentence=f"Both report {one.kind.value}."
        )
    return Feature(
        name="kind",
        value="family",
        weight=policy.weights.kind_family,
        sentence=f"{one.kind.value} and {two.kind.value} answer the same question.",
    )


def compare_detail(a: Fact, b: Fact, policy: LinkPolicy) -> Feature | None:
    """Compare the detail words; different details of one damage may both be true."""
    one, two = a.claim.detail, b.claim.detail
    if not one or one != two or a.claim.kind in COUNTERS:
        return None
    return Feature(name="detail", value="same", weight=policy.weights.detail_same, sentence=f"Both say {one}.")
