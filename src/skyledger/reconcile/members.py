"""The claims of one group, each with its origin and its place in the order of publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.model.claim import Claim
from skyledger.model.count import Harm, Interval
from skyledger.model.document import Document
from skyledger.model.incident import Group, Origin
from skyledger.model.kinds import ClaimStatus, Kind, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One claim of a group.

    Attributes:
        voice: Id of the origin it goes back to.
        own: The speaker's own channel (or the only outlet) carries it, so that saying it again later counts.
        headline: All its words stand in the title.
        stale: Its window is another night's: link kept it here as a reprint.
    """

    claim: Claim
    document: Document | None
    origin: Origin
    voice: str
    own: bool
    headline: bool
    stale: bool = False

    @property
    def at(self) -> datetime | None:
        """When the text was published."""
        return None if self.document is None else self.document.published_at

    @property
    def order(self) -> tuple[float, str, int, str]:
        """Oldest first; a text without a date never supersedes one that has one."""
        start = min((e.span.start for e in self.claim.evidence), default=0)
        at = self.at
        return (float("-inf") if at is None else at.timestamp(), self.claim.document_id, start, self.claim.id)


def members_of(group: Group, documents: Mapping[str, Document], claims: Mapping[str, Claim]) -> tuple[Member, ...]:
    """Return the members of a group, oldest first.

    Args:
        group: A group of link.
        documents: Texts by id.
        claims: Claims by id; must hold every claim of the group.

    Returns:
        One member per claim.
    """
    found = [
        _member(claims[claim_id], documents.get(claims[claim_id].document_id), origin)
        for origin in group.origins
        for claim_id in origin.claims
    ]
    return tuple(sorted(found, key=lambda m: m.order))


def _member(claim: Claim, document: Document | None, origin: Origin) -> Member:
    title_end = 0 if document is None or document.title is None else len(document.title)
    last = max((e.span.stop for e in claim.evidence), default=title_end + 1)
    news = document is not None and document.outlet.type in {"news", "rewrite"}
    own = origin.speaker is None or (claim.speaker is not None and not claim.speaker.text and not news)
    return Member(
        claim=claim, document=document, origin=origin, voice=origin.id, own=own, headline=0 < last <= title_end
    )


def denies(claim: Claim) -> bool:
    """Tell whether the claim says that the thing did not happen."""
    return claim.negated or claim.modality is Modality.DENIED or claim.kind is Kind.NO_DAMAGE


def superseded(claim: Claim) -> bool:
    """Tell whether its own text already says that the claim no longer holds."""
    return claim.status is ClaimStatus.SUPERSEDED


def harm_of(claim: Claim) -> Harm | None:
    """Return the harm stated; "nobody hurt" without figures means none killed and none injured."""
    if claim.harm is None and claim.kind is Kind.NO_CASUALTIES:
        return Harm(killed=Interval(low=0, high=0), injured=Interval(low=0, high=0))
    return claim.harm


def claim_ids(members: Sequence[Member]) -> tuple[str, ...]:
    """Return the claim ids, each once, in order."""
    return tuple(dict.fromkeys(m.claim.id for m in members))
