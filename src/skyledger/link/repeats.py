"""What tells that one text repeats another: forwards and links, figures, words, facts."""

import re
from collections.abc import Iterable, Mapping, Sequence

from skyledger.link.fact import denies, family_of, harm_of
from skyledger.link.features.count import relate_counts, relate_harms
from skyledger.link.policy import LinkPolicy
from skyledger.link.reprints import Figure, points_of
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.say import Told, tell

_TELEGRAM_LINK = re.compile(r"\b(?:t|telegram)\.me/(?:s/)?([A-Za-z0-9_]{3,})")


def cited_outlets(document: Document) -> frozenset[str]:
    """Return the names and handles a document forwards from or links to, in lower case."""
    cited = {handle.lower() for handle in _TELEGRAM_LINK.findall(document.text)}
    if document.forwarded_from:
        cited.add(document.forwarded_from.strip().lower().lstrip("@"))
    return frozenset(cited)


def cites(document: Document, others: Iterable[Document]) -> Document | None:
    """Return the first of ``others`` whose outlet the document forwards from or links to, or None."""
    cited = cited_outlets(document)
    for other in others:
        if other.id != document.id and cited & {other.outlet.handle.lower().lstrip("@"), other.outlet.name.lower()} - {
            ""
        }:
            return other
    return None


def shared_figures(
    one: str, others: Iterable[str], figures: Mapping[str, frozenset[Figure]], policy: LinkPolicy
) -> int | None:
    """Return how many figures a document has in common with the first of ``others`` that has enough, or None.

    Figures are compared with what and where they count, so two tens over two regions are no match.
    """
    own = figures.get(one, frozenset())
    for other in others:
        shared = len(own & figures.get(other, frozenset()))
        if other != one and shared >= policy.origins.shared_figures:
            return shared
    return None


def share_telling_figures(
    one: str, others: Iterable[str], figures: Mapping[str, frozenset[Figure]], policy: LinkPolicy
) -> bool:
    """Tell whether a document shares so many or so large figures with one of ``others`` that chance is ruled out."""
    own = figures.get(one, frozenset())
    least = policy.reprint.points_retold
    return any(points_of(own & figures.get(o, frozenset()), policy) >= least for o in others if o != one)


Statement = tuple[str, bool, str]


def statements_of(claims: Sequence[Claim]) -> set[Statement]:
    """Return what a text says (which sort of thing, whether denied, where; no numbers) and whom it names."""
    said = {(family_of(c.kind), denies(c), "" if c.place is None else c.place.id) for c in claims}
    return said | {("speaker", False, c.speaker.id) for c in claims if c.speaker is not None}


def shared_statements(
    one: str,
    others: Iterable[str],
    figures: Mapping[str, frozenset[Figure]],
    statements: Mapping[str, frozenset[Statement]],
) -> int:
    """Return how many figures and statements a document has in common with that of ``others`` which has the most."""
    return max(
        (
            len(figures.get(one, frozenset()) & figures.get(other, frozenset()))
            + len(statements.get(one, frozenset()) & statements.get(other, frozenset()))
            for other in others
            if other != one
        ),
        default=0,
    )


def adds_nothing(claim: Claim, known: Sequence[Claim]) -> bool:
    """Tell whether every number and detail of a claim is already in ``known``.

    A vaguer wording of a known number ("about 40") adds nothing; a number that no known one allows does, and so does a
    denial of what is known.
    """
    known = [k for k in known if denies(k) == denies(claim)]
    return bool(known) and _number_known(claim, known) and _detail_known(claim, known)


def states_figure(claim: Claim) -> bool:
    """Tell whether a claim has a number of its own."""
    harm = harm_of(claim)
    return claim.count is not None or harm is not None


def _number_known(claim: Claim, known: Sequence[Claim]) -> bool:
    if claim.count is not None and not any(
        relate_counts(claim.count, k.count) in {"equal", "compatible"} for k in known
    ):
        return False
    harm = harm_of(claim)
    return harm is None or any(relate_harms(harm, harm_of(k)) in {"equal", "compatible"} for k in known)


def _detail_known(claim: Claim, known: Sequence[Claim]) -> bool:
    if not claim.detail:
        return True
    words = set(claim.detail.split())
    return any(k.detail and (words <= set(k.detail.split()) or set(k.detail.split()) <= words) for k in known)


def outlet_label(document: Document | None) -> str:
    """Return what an outlet is called in a sentence."""
    if document is None:
        return tell(Told.UNKNOWN_OUTLET)
    return document.outlet.name or document.outlet.handle or tell(Told.UNNAMED_OUTLET)
