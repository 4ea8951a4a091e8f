"""Replies and links: one text says itself which other text it is about."""

from collections.abc import Mapping, Sequence
from itertools import islice, product

from skyledger.link.features.feature import Feature
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.document import Document


def refers_to(one: Document, two: Document) -> str | None:
    """Return a sentence saying how a text refers to another one, or None.

    A reply names the message it answers (within one outlet); a link names the address of the other text.
    """
    if one.id == two.id:
        return None
    same_outlet = bool(one.outlet.handle) and one.outlet.handle.lower() == two.outlet.handle.lower()
    if one.reply_to and (one.reply_to == two.id or (same_outlet and two.url.endswith(f"/{one.reply_to}"))):
        return f"One answers the other ({two.id})."
    address = two.url.partition("://")[2]
    if address.count("/") and address in one.text:
        return f"One links to the other ({address})."
    return None


def find_reference(
    ones: Sequence[Claim], twos: Sequence[Claim], documents: Mapping[str, Document], most: int
) -> str | None:
    """Return the first reference between the texts of two sets of claims, looking at no more than ``most`` pairs."""
    for one, two in islice(product(ones, twos), most):
        a, b = documents.get(one.document_id), documents.get(two.document_id)
        if a is not None and b is not None and (found := refers_to(a, b) or refers_to(b, a)):
            return found
    return None


def reference_feature(sentence: str | None, policy: LinkPolicy) -> Feature:
    """Return the feature for a reference, or for its absence."""
    if sentence is None:
        return Feature(name="reference", value="none", weight=0.0, sentence="Neither text names the other.")
    return Feature(name="reference", value="refers", weight=policy.weights.reference, sentence=sentence)
