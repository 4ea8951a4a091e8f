"""What each claim's facts are once the texts around it are known: reprints, reposts and headlines."""

from collections.abc import Mapping, Sequence

from skyledger.link.fact import Fact, fact_of
from skyledger.link.policy import LinkPolicy
from skyledger.link.postings import first_postings, posted_time
from skyledger.link.reprints import Reprint
from skyledger.link.shorthand import complete_headlines
from skyledger.model.claim import Claim
from skyledger.model.document import Document


def facts_in_context(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    reprints: Mapping[str, Reprint],
    policy: LinkPolicy,
    firsts: Mapping[str, Document] | None = None,
) -> list[Fact]:
    """Return the fact of each claim as linking compares it.

    Args:
        claims: All claims, in a fixed order.
        documents: Their texts by id.
        reprints: Texts that repeat an older statement, by document id; their claims get the first night's window.
        policy: The linking policy.
        firsts: The first posting by the id of each repost; None finds them among the documents.

    Returns:
        One fact a claim, in the order of the claims.
    """
    times = {claim: time for reprint in reprints.values() for claim, time in reprint.times.items()}
    firsts = first_postings(documents, policy) if firsts is None else firsts
    whole = complete_headlines(claims, documents)
    facts = []
    for claim in (whole.get(c.id, c) for c in claims):
        document, first = documents.get(claim.document_id), firsts.get(claim.document_id)
        time = times.get(claim.id) or posted_time(claim, document, first)
        facts.append(fact_of(claim, first or document, policy, time))
    return facts
