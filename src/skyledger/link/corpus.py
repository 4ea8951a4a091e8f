"""What tracing origins knows beside the claims of one incident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skyledger.link.fact import hours, speaks_for_itself, speaks_own
from skyledger.link.families import OutletFamilies
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.link.repeats import Statement, outlet_label
from skyledger.link.reprints import Figure, Reprint
from skyledger.model.claim import Claim
from skyledger.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What tracing origins needs to know beside the claims of one incident."""

    documents: Mapping[str, Document]
    figures: Mapping[str, frozenset[Figure]]
    statements: Mapping[str, frozenset[Statement]]
    reprints: Mapping[str, Reprint]
    families: OutletFamilies
    sentences: SentenceIndex
    policy: LinkPolicy

    def published_h(self, claim: Claim) -> float | None:
        """Return when the claim's text was published, in hours since 1970, or None."""
        document = self.documents.get(claim.document_id)
        return None if document is None or document.published_at is None else hours(document.published_at)

    def order(self, claim: Claim) -> tuple[float, str, int, str]:
        """Return the key that puts claims earliest first; those without a date come last."""
        published = self.published_h(claim)
        start = min((e.span.start for e in claim.evidence), default=0)
        return (float("inf") if published is None else published, claim.document_id, start, claim.id)

    def voice(self, claim: Claim) -> str:
        """Return the outlet family that carries the claim."""
        document = self.documents.get(claim.document_id)
        return "document:" + claim.document_id if document is None else self.families.voice_of(document)


def is_own_post(claim: Claim, corpus: Corpus) -> bool:
    """Tell whether whoever says it says it in their own channel."""
    document = corpus.documents.get(claim.document_id)
    return speaks_own(claim, document) or speaks_for_itself(claim, document)


def name_voice(known: Sequence[Claim], corpus: Corpus) -> str:
    """Return what the voice of some claims is called in a sentence: the speaker's name, else the outlet's."""
    speaker = known[0].speaker
    return outlet_label(corpus.documents.get(known[0].document_id)) if speaker is None else speaker.name
