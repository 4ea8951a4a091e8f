"""Why two claims are, or are not, one incident: every feature, with its weight and sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from skyledger.link.fact import Fact, fact_of
from skyledger.link.features import compare_facts
from skyledger.link.features.count import compare_count
from skyledger.link.features.feature import Feature
from skyledger.link.features.kind import compare_detail, compare_kind
from skyledger.link.features.object import compare_object
from skyledger.link.features.place import compare_place
from skyledger.link.features.reference import find_reference, reference_feature
from skyledger.link.features.speaker import compare_speaker
from skyledger.link.features.text_reuse import SentenceIndex, text_feature
from skyledger.link.features.window import compare_window
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.link.reprints import find_reprints
from skyledger.model.claim import Claim
from skyledger.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class PairExplanation:
    """A comparison laid open.

    Attributes:
        score: Sum of the weights that count; 0.0 when one feature conflicts.
        threshold: The score a link needs.
        linked: Whether the rules alone link the two (human judgements and other members of a cluster may differ).
        features: Every feature, also those after a conflict, which then decide nothing.
        conflict: The first thing that no score overrides, or "".
        sentence: The verdict as an analyst reads it.
    """

    one: str
    two: str
    score: float
    threshold: float
    linked: bool
    features: tuple[Feature, ...]
    sentence: str
    conflict: str = ""


def explain_pair(
    a: Claim, b: Claim, documents: Mapping[str, Document], *, policy: LinkPolicy | None = None
) -> PairExplanation:
    """Compare two claims by themselves and say every reason.

    Args:
        a: One claim.
        b: The other.
        documents: At least the documents of the two.
        policy: The linking policy, the shipped one when None.

    Returns:
        All features with their weights and sentences, the score and the verdict.
    """
    policy = load_link_policy() if policy is None else policy
    sentences = SentenceIndex(documents, policy)
    reprints = find_reprints(sorted((a, b), key=lambda c: c.id), documents, sentences, policy)
    times = {claim: time for reprint in reprints.values() for claim, time in reprint.times.items()}
    one, two = (fact_of(c, documents.get(c.document_id), policy, times.get(c.id)) for c in (a, b))
    return explain_facts(one, two, sentences, policy)


def explain_facts(one: Fact, two: Fact, sentences: SentenceIndex, policy: LinkPolicy) -> PairExplanation:
    """Compare two facts as linking does, but name what would have come after a conflict, too.

    Args:
        one: One fact, as the texts around it make it.
        two: The other; the order matters for no verdict and no score.
        sentences: The words of the claims.
        policy: The linking policy.

    Returns:
        All features with their weights and sentences, the score and the verdict.
    """
    found = compare_facts(one, two, policy)
    reuse = text_feature(one, two, sentences.reuse(one.claim, two.claim), policy)
    named = find_reference([one.claim], [two.claim], sentences.documents, 1)
    reference = reference_feature(named, policy)
    features = (*every_feature(one, two, policy), reference, reuse)
    limit = policy.threshold.link
    linked, score = False, 0.0
    if found.conflict is not None:
        sentence = f"Kept apart: {found.conflict}"
    elif found.needs_text and reuse.weight == 0.0:
        score = found.score
        sentence = (
            "Not linked: place or time differ in precision, and no shared words or figure by one speaker joins them."
        )
    else:
        # A reference joins what facts nearly join; it never stands in for the words that a vaguer place needs.
        score = found.score + max(reuse.weight, 0.0 if found.needs_text else reference.weight)
        linked = score >= limit
        sentence = f"{'Linked' if linked else 'Not linked'}: score {score:.2f} against {limit:.2f}."
    return PairExplanation(
        one=one.claim.id,
        two=two.claim.id,
        score=score,
        threshold=limit,
        linked=linked,
        features=features,
        sentence=sentence,
        conflict=found.conflict or "",
    )


def every_feature(a: Fact, b: Fact, policy: LinkPolicy) -> tuple[Feature, ...]:
    """Return all features of two facts; :func:`compare_facts` stops at the first conflict, a reader wants the rest."""
    place, window = compare_place(a, b, policy), compare_window(a, b, policy)
    found = (
        compare_kind(a, b, policy),
        place,
        compare_object(a, b, policy),
        window,
        compare_count(a, b, window=window.value, place=place.value, policy=policy),
        compare_speaker(a, b, window.value, policy),
        compare_detail(a, b, policy),
    )
    return tuple(f for f in found if f is not None)
