"""Texts to claims, one at a time: ingest's documents through extract and resolve."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skyledger.extract import extract_document
from skyledger.model import Claim, Document, Issue, Span
from skyledger.packs.load import Packs, load_packs
from skyledger.resolve import Resolved, resolve_extraction

# Set, a fault is raised where it happens.
DEBUG = "SKYLEDGER_DEBUG"
Extracted = tuple[Document, tuple[Claim, ...], tuple[Issue, ...]]


def extract_documents(documents: Iterable[Document], packs: Packs | None = None) -> Iterator[Extracted]:
    """Read texts, one at a time, in order.

    Args:
        documents: As ingest made them.
        packs: The words to read with; None loads those that are shipped.

    Yields:
        The document, the claims it makes, and the issues: what was not understood or ignored on purpose.
    """
    packs = load_packs() if packs is None else packs
    for document in documents:
        resolved = _read(document, packs)
        yield document, resolved.claims, resolved.issues


def _read(document: Document, packs: Packs) -> Resolved:
    """Read one text while the collector waits: it would walk a thousand records, which hold no cycles, in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        return resolve_extraction(document, extract_document(document, packs), packs)
    except Exception as fault:
        # A rule that fails on one text must not cost the others: the text is kept, and that it was not read is said.
        if DEBUG in os.environ:
            raise
        message = f"a defect of skyledger, please report it with the text: {type(fault).__name__}: {fault}"
        return Resolved((), (Issue(code="text.unread", document_id=document.id, span=None, text="", message=message),))
    finally:
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How one text was read.

    Attributes:
        rejected: Triggers that made no claim: span, what they could have meant, and why they do not.
    """

    document: Document
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]
    rejected: tuple[tuple[Span, str, str], ...]


def explain(document: Document, packs: Packs | None = None) -> Explanation:
    """Read one text and keep what led to nothing too."""
    packs = load_packs() if packs is None else packs
    extraction = extract_document(document, packs)
    resolved = resolve_extraction(document, extraction, packs)
    return Explanation(
        document=document,
        claims=tuple(resolved.claims),
        issues=tuple(resolved.issues),
        rejected=tuple((found.span, found.value, found.reason) for found in extraction.rejected),
    )
