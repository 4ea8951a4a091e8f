"""Frame -> Claim: places, times and speakers get their ids."""

from functools import lru_cache

from skyledger.model.document import Document
from skyledger.model.frame import Extraction
from skyledger.packs.load import Packs
from skyledger.resolve.claims import Resolved, Resolver


@lru_cache(maxsize=4)
def _resolver(packs: Packs) -> Resolver:
    return Resolver(packs)


def resolve_extraction(document: Document, extraction: Extraction, packs: Packs) -> Resolved:
    """Return the claims of one document; see :class:`skyledger.resolve.claims.Resolver`."""
    return _resolver(packs).resolve(document, extraction)


__all__ = ["Resolved", "Resolver", "resolve_extraction"]
