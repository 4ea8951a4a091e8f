"""Why two claims are, or are not, one incident."""

from collections.abc import Mapping
from dataclasses import dataclass

from skyledger.link.fact import fact_of
from skyledger.link.features import compare_facts
from skyledger.link.features.feature import Feature
from skyledger.link.features.reference import find_reference, reference_feature
from skyledger.link.features.text_reuse import SentenceIndex, text_feature
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.link.reprints import find_reprints
from skyledger.model.claim import Claim
from skyledger.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class PairExplanation:
    """A comparison laid open.

    Attributes:
        score: Sum of the weights of ``features``; 0.0 when one conflicts.
        threshold: The score a link needs.
        linked: Whether the rules alone link the two (human judgements and other members of a cluster may differ).
        sentence: The verdict as an analyst reads it.
    """

    one: str
    two: str
    score: float
    threshold: float
    linked: bool
    features: tuple[Feature, ...]
    sentence: str


def explain_pair(
    a: Claim, b: Claim, documents: Mapping[str, Document], *, policy: LinkPolicy | None = None
) -> PairExplanation:
    """Compare two claims and say every reason.

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
    found = compare_facts(one, two, policy)
    if found.conflict is not None:
        return _explanation(a, b, found.features, False, f"Kept apart: {found.conflict}", policy)
    reuse = text_feature(one, two, sentences.reuse(a, b), policy)
    reference = reference_feature(find_reference([a], [b], documents, 1), policy)
    features = (*found.features, reference, reuse)
    score = found.score + max(reuse.weight, 0.0 if found.needs_text else reference.weight)
    if found.needs_text and reuse.weight == 0.0:
        why = "Not linked: place or time differ in precision, and no shared words or figure by one speaker joins them."
        return _explanation(a, b, features, False, why, policy)
    linked = score >= policy.threshold.link
    verdict = "Linked" if linked else "Not linked"
    sentence = f"{verdict}: score {score:.2f} against {policy.threshold.link:.2f}."
    return _explanation(a, b, features, linked, sentence, policy)


def _explanation(
    a: Claim, b: Claim, features: tuple[Feature, ...], linked: bool, sentence: str, policy: LinkPolicy
) -> PairExplanation:
    score = 0.0 if any(f.conflict for f in features) else sum(f.weight for f in features)
    return PairExplanation(
        one=a.id,
        two=b.id,
        score=score,
        threshold=policy.threshold.link,
        linked=linked,
        features=features,
        sentence=sentence,
    )
