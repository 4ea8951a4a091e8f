"""Where each claim's words stand in the report, and which numbers of the report lead there."""

from collections.abc import Mapping, Sequence

from skyledger.model import Claim, Evidence, Issue, Span
from skyledger.publish.sitrep.records import ShownDocument, Sitrep

# The words that carry a field, best first.
_CARRIERS: Mapping[str, tuple[str, ...]] = {
    "count": ("count", "trigger"),
    "killed": ("harm", "count", "trigger"),
    "injured": ("harm", "count", "trigger"),
    "children": ("harm", "count", "trigger"),
    "place": ("place", "trigger"),
    "time": ("time", "trigger"),
    "speaker": ("speaker", "trigger"),
}


class Anchors:
    """Ids of evidence marks, and the record of which spot of the page used which claim."""

    def __init__(self, sitrep: Sitrep) -> None:
        self._claims = sitrep.claims
        self._documents = {d.document.id: d for d in sitrep.documents}
        self._uses: dict[str, list[tuple[str, str]]] = {}
        self._next = 0

    def document(self, claim_id: str) -> ShownDocument:
        """Return the document a claim rests on."""
        return self._documents[self._claims[claim_id].document_id]

    def target(self, claim_id: str, field: str = "count") -> str:
        """Return the id of the mark that shows a claim's words for a field."""
        claim = self._claims[claim_id]
        return span_id(self.document(claim_id), choose_evidence(claim, field).span)

    def use(self, claim_ids: Sequence[str], where: str) -> str:
        """Register a spot of the page that shows a number, and return the spot's own id."""
        self._next += 1
        spot = f"u-{self._next}"
        for document in dict.fromkeys(self._claims[c].document_id for c in claim_ids):
            self._uses.setdefault(document, []).append((spot, where))
        return spot

    def uses(self, document_id: str) -> list[tuple[str, str]]:
        """Return ``(spot id, where)`` for a document, the first spot of each name."""
        first: dict[str, str] = {}
        for spot, where in self._uses.get(document_id, []):
            first.setdefault(where, spot)
        return [(spot, where) for where, spot in first.items()]

    def issue_target(self, issue: Issue) -> str | None:
        """Return the id of the words an issue is about, or of its document, or None when it has none."""
        document = self._documents.get(issue.document_id)
        if document is None:
            return None
        return f"doc-{document.key}" if issue.span is None else span_id(document, issue.span)


def choose_evidence(claim: Claim, field: str) -> Evidence:
    """Return the evidence that carries a field of a claim: its own, else the trigger, else the first."""
    for wanted in _CARRIERS.get(field, (field, "trigger")):
        for evidence in claim.evidence:
            if evidence.field == wanted:
                return evidence
    return claim.evidence[0]


def span_id(document: ShownDocument, span: Span) -> str:
    """Return the id of a span's mark: ``ev-D3-17-42``."""
    return f"ev-{document.key}-{span.start}-{span.stop}"
