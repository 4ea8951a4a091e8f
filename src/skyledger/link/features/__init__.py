"""Compare two claims, feature by feature; the score is the sum of the weights.

:mod:`kind`, :mod:`object`, :mod:`place`, :mod:`window`, :mod:`count` and :mod:`speaker` compare facts;
:mod:`reference` (replies, links) and :mod:`text_reuse` (words) look at texts, only where they can decide.
"""

from dataclasses import dataclass

from skyledger.link.fact import Fact, speaker_id
from skyledger.link.features.count import compare_count
from skyledger.link.features.feature import Feature
from skyledger.link.features.kind import compare_detail, compare_kind
from skyledger.link.features.object import compare_object
from skyledger.link.features.place import compare_place
from skyledger.link.features.speaker import compare_speaker
from skyledger.link.features.window import compare_window
from skyledger.link.policy import LinkPolicy

__all__ = ["Comparison", "Feature", "compare_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The fact features of a pair, before words are looked at.

    Attributes:
        score: Sum of the weights, 0.0 when something conflicts.
        conflict: The sentence of the first conflict, or None.
        needs_text: Shared words are required, whatever the score (one place inside the other, nothing else in common).
    """

    features: tuple[Feature, ...]
    score: float
    conflict: str | None
    needs_text: bool


def compare_facts(a: Fact, b: Fact, policy: LinkPolicy) -> Comparison:
    """Compare two facts without their words.

    Args:
        a: One fact.
        b: The other; the order does not matter for score and conflict.
        policy: The linking policy.

    Returns:
        The comparison; it stops at the first conflict, so a conflicting pair may have few features.
    """
    found: list[Feature] = []
    for step in (compare_kind, compare_place, compare_object):
        feature = step(a, b, policy)
        if feature is not None:
            found.append(feature)
            if feature.conflict:
                return _conflict(found, feature)
    window = compare_window(a, b, policy)
    found.append(window)
    if window.conflict:
        return _conflict(found, window)
    place = next(f.value for f in found if f.name == "place")
    count = compare_count(a, b, window=window.value, place=place, policy=policy)
    found.append(count)
    if count.conflict:
        return _conflict(found, count)
    found.append(compare_speaker(a, b, window.value, policy))
    detail = compare_detail(a, b, policy)
    found.extend([] if detail is None else [detail])
    score = sum(f.weight for f in found)
    return Comparison(features=tuple(found), score=score, conflict=None, needs_text=_needs_text(a, b, found))


def _conflict(found: list[Feature], feature: Feature) -> Comparison:
    return Comparison(features=tuple(found), score=0.0, conflict=feature.sentence, needs_text=False)


def _needs_text(a: Fact, b: Fact, found: list[Feature]) -> bool:
    """Tell whether only shared words may join them: a town and its region, or a text without place or date."""
    values = {f.name: f.value for f in found}
    if values["window"] == "dateless":
        return True
    if values["place"] == "same":
        return False
    one, two = speaker_id(a.claim), speaker_id(b.claim)
    attributed = one is not None and one == two and values["count"] == "equal"
    return not attributed
