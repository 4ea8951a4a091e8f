"""Old statements with a new date: a page that says "last night" a month later belongs to the first night."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from skyledger.link.fact import harm_of, hours, speaker_id, speaks_own
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.kinds import ClaimStatus
from skyledger.model.time_range import TimeRange
from skyledger.say import Told, tell

Figure = tuple[str, str, str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """A document taken for a reprint.

    Attributes:
        of: The document it reprints.
        times: The window each of its claims is given instead of its own, by claim id.
        sentence: Why, for the origin's reason.
    """

    document: str
    of: str
    times: Mapping[str, TimeRange | None]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document with the figures that recognise it."""

    document: Document
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    published_h: float
    fresh: bool


Repeats = Callable[[Page, Page], Told | None]


def figures_of(claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Return the document's numbers with what and where they count, each once, sorted."""
    found: set[Figure] = set()
    for claim in claims:
        place = "" if claim.place is None else claim.place.id
        fate = "" if claim.fate is None else claim.fate.value
        if claim.count is not None and claim.count.low > 0:
            found.add((claim.kind.value, fate, claim.count.unit.value, claim.count.low, place))
        harm = harm_of(claim)
        if harm is not None:
            for name, interval in (("killed", harm.killed), ("injured", harm.injured)):
                if interval is not None and interval.low > 0:
                    found.add((claim.kind.value, name, "person", interval.low, place))
    return tuple(sorted(found))


def points_of(figures: Iterable[Figure], policy: LinkPolicy) -> int:
    """Return how much figures tell in common: two points for each from ``telling_number`` on, one for a smaller one."""
    return sum(2 if f[3] >= policy.threshold.telling_number else 1 for f in figures)


def find_reprints(
    claims: Sequence[Claim], documents: Mapping[str, Document], sentences: SentenceIndex, policy: LinkPolicy
) -> dict[str, Reprint]:
    """Find documents that repeat an older statement under a new date.

    A reprint has exactly the figures and places of an older document and either its speaker or its words. It is no
    reprint when the speaker's own channel says it anew, when the text names a date in figures, or when more than
    ``max_outlets`` outlets say it within two days: officials reuse one template, so a repeated number is not enough.

    Args:
        claims: All claims.
        documents: Their documents; those without a publication time are never reprints.
        sentences: The words of claims.
        policy: The linking policy.

    Returns:
        Reprints by document id.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document_id].append(claim)
    alike: dict[tuple[Figure, ...], list[Page]] = defaultdict(list)
    for document_id, own in by_document.items():
        page = page_of(documents.get(document_id), own, policy)
        if page is not None:
            alike[page.figures].append(page)

    def repeats(page: Page, anchor: Page) -> Told | None:
        return why_repeated(page, anchor, sentences, policy)

    found = [r for pages in alike.values() for r in reprints_among(sorted(pages, key=page_order), repeats, policy)]
    return {reprint.document: reprint for reprint in sorted(found, key=lambda r: r.document)}


def page_of(document: Document | None, claims: Sequence[Claim], policy: LinkPolicy) -> Page | None:
    """Return what recognises a document when it comes again, or None when it has no date or too few figures.

    Args:
        document: The text, or None when it is not at hand.
        claims: All its claims.
        policy: The linking policy.
    """
    own = sorted((c for c in claims if c.status is not ClaimStatus.BACKGROUND), key=lambda c: c.id)
    figures = figures_of(own)
    if document is None or document.published_at is None or points_of(figures, policy) < policy.reprint.points_verbatim:
        return None
    fresh = any(speaks_own(c, document) for c in own) or any(_names_a_date(c) for c in own)
    return Page(
        document=document,
        claims=tuple(own),
        figures=figures,
        published_h=hours(document.published_at),
        fresh=fresh,
    )


def page_order(page: Page) -> tuple[float, str]:
    """Return the key that puts pages earliest first."""
    return (page.published_h, page.document.id)


def _names_a_date(claim: Claim) -> bool:
    """Tell whether the time phrase has figures ("on 11 December"), so that it cannot be misread later."""
    return claim.time is not None and any(c.isdigit() for c in claim.time.text)


def reprints_among(pages: Sequence[Page], repeats: Repeats, policy: LinkPolicy) -> list[Reprint]:
    """Find the reprints among pages with the same figures.

    Args:
        pages: In the order of :func:`page_order`.
        repeats: :func:`why_repeated`, or what remembers its answers.
        policy: The linking policy.

    Returns:
        Reprints, earliest first.
    """
    if len(pages) < 2:
        return []
    rules, many = policy.reprint, points_of(pages[0].figures, policy) >= policy.reprint.points_many
    gap_h = 24.0 * (rules.after_days_many_figures if many else rules.after_days)
    found: list[Reprint] = []
    anchor = pages[0]
    for page in pages[1:]:
        late = page.published_h - anchor.published_h >= gap_h
        if late and (page.fresh or _said_by_many(page, pages, rules.max_outlets)):
            anchor = page
        elif late and (why := repeats(page, anchor)):
            found.append(_reprint(page, anchor, why))
    return found


def _said_by_many(page: Page, pages: Sequence[Page], most: int) -> bool:
    first = bisect_left(pages, page.published_h - 48.0, key=lambda p: p.published_h)
    last = bisect_right(pages, page.published_h + 48.0, key=lambda p: p.published_h)
    outlets = {(p.document.outlet.handle or p.document.outlet.name or p.document.id).lower() for p in pages[first:last]}
    return len(outlets) > most


def why_repeated(page: Page, anchor: Page, sentences: SentenceIndex, policy: LinkPolicy) -> Told | None:
    """Return how a page repeats an older one with the same figures, or None when it does not."""
    if sentences.reuse_between(list(anchor.claims), list(page.claims)) is not None:
        return Told.REPRINT_WORDS
    speakers = {speaker_id(c) for c in anchor.claims} & {speaker_id(c) for c in page.claims} - {None}
    enough = points_of(page.figures, policy) >= policy.reprint.points_retold
    return Told.REPRINT_SPEAKER if speakers and enough else None


def _reprint(page: Page, anchor: Page, why: Told) -> Reprint:
    first = next((c.time for c in anchor.claims if c.time is not None), None)
    times: dict[str, TimeRange | None] = {}
    for claim in page.claims:
        twin = next((c for c in anchor.claims if _same_thing(c, claim)), None)
        times[claim.id] = first if twin is None else twin.time
    days = (page.published_h - anchor.published_h) / 24.0
    sentence = tell(why, document=page.document.id, of=anchor.document.id, days=round(days))
    return Reprint(document=page.document.id, of=anchor.document.id, times=times, sentence=sentence)


def _same_thing(one: Claim, two: Claim) -> bool:
    return (one.kind, one.fate, one.count and one.count.interval, one.place and one.place.id) == (
        two.kind, two.fate, two.count and two.count.interval, two.place and two.place.id,
    )  # fmt: skip
