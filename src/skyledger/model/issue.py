"""A recorded doubt."""

from dataclasses import dataclass

from skyledger.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something handled, ignored on purpose, or not understood; never a silent drop.

    Attributes:
        code: One of docs/issue-codes.md.
        document_id: The document, or ``""`` when the doubt is about a whole night.
        span: Where, or None.
        message: One sentence a reader understands without the code.
    """

    code: str
    document_id: str
    span: Span | None
    text: str
    message: str
