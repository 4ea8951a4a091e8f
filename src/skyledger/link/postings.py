"""A text reposted word for word within a day: what it dates by its posting, it dates by the first posting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from skyledger.link.fact import hours
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.kinds import TimePrecision
from skyledger.model.time_range import TimeRange
from skyledger.packs.normalise import normalise_surface


def first_postings(documents: Mapping[str, Document], policy: LinkPolicy) -> dict[str, Document]:
    """Find the first posting of every text that was posted again soon.

    Args:
        documents: Texts by id.
        policy: The linking policy; ``unknown_window_publication_h`` is how late a repost may be.

    Returns:
        The first posting by the id of each repost; a text posted once has no entry.
    """
    alike: dict[str, list[Document]] = defaultdict(list)
    for document in documents.values():
        if document.published_at is not None:
            alike[normalise_surface(document.text)].append(document)
    found: dict[str, Document] = {}
    for posted in alike.values():
        dated = sorted((hours(d.published_at), d.id) for d in posted if d.published_at is not None)
        found |= {later: documents[first] for later, first in firsts_among(dated, policy).items()}
    return found


def firsts_among(posted: Iterable[tuple[float, str]], policy: LinkPolicy) -> dict[str, str]:
    """Return the first posting by the id of each repost, of one text posted at these hours, earliest first."""
    found: dict[str, str] = {}
    at, first = float("-inf"), ""
    for later, document in posted:
        if later - at <= policy.limits.unknown_window_publication_h:
            found[document] = first
        else:
            at, first = later, document
    return found


def posted_time(claim: Claim, document: Document | None, first: Document | None) -> TimeRange | None:
    """Return the window a claim of a repost has by its first posting, or None when its own window stands."""
    if claim.time is None or claim.time.precision is not TimePrecision.NONE or first is None or document is None:
        return None
    if document.published_at is None or first.published_at is None:
        return None
    late = document.published_at - first.published_at
    start, end = claim.time.start, claim.time.end
    return replace(claim.time, start=None if start is None else start - late, end=None if end is None else end - late)
