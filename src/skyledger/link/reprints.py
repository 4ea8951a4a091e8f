"""Old statements with a new date: a page that says "last night" a month later belongs to the first night."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from skyledger.link.fact import harm_of, hours, speaker_id, speaks_own
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.kinds import ClaimStatus
from skyledger.model.time_range import TimeRange

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
class _Page:
    """A document with the figures that recognise it."""

    document: Document
    claims: tuple[Claim, ...]
    published_h: float
    fresh: bool


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
        if claim.status is not ClaimStatus.BACKGROUND:
            by_document[claim.document_id].append(claim)
    alike: dict[tuple[Figure, ...], list[_Page]] = defaultdict(list)
    for document_id, own in sorted(by_document.items()):
        document, figures = documents.get(document_id), figures_of(own)
        if document is None or document.published_at is None or not figures:
            continue
        fresh = any(speaks_own(c, document) for c in own) or any(_names_a_date(c) for c in own)
        alike[figures].append(
            _Page(document=document, claims=tuple(own), published_h=hours(document.published_at), fresh=fresh)
        )
    found: dict[str, Reprint] = {}
    for figures, pages in sorted(alike.items()):
        for reprint in _reprints_among(figures, pages, sentences, policy):
            found[reprint.document] = reprint
    return found


def _names_a_date(claim: Claim) -> bool:
    """Tell whether the time phrase has figures ("on 11 December"), so that it cannot be misread later."""
    return claim.time is not None and any(c.isdigit() for c in claim.time.text)


def _reprints_among(
    figures: tuple[Figure, ...], pages: list[_Page], sentences: SentenceIndex, policy: LinkPolicy
) -> list[Reprint]:
    points = points_of(figures, policy)
    rules = policy.reprint
    if points < rules.points_verbatim or len(pages) < 2:
        return []
    pages = sorted(pages, key=lambda p: (p.published_h, p.document.id))
    gap_h = 24.0 * (rules.after_days_many_figures if points >= rules.points_many else rules.after_days)
    found: list[Reprint] = []
    anchor = pages[0]
    for page in pages[1:]:
        late = page.published_h - anchor.published_h >= gap_h
        if late and (page.fresh or _said_by_many(page, pages, rules.max_outlets)):
            anchor = page
        elif late and (why := _repeats(page, anchor, points, sentences, policy)):
            found.append(_reprint(page, anchor, why))
    return found


def _said_by_many(page: _Page, pages: Sequence[_Page], most: int) -> bool:
    near = [p for p in pages if abs(p.published_h - page.published_h) <= 48.0]
    outlets = Counter((p.document.outlet.handle or p.document.outlet.name or p.document.id).lower() for p in near)
    return len(outlets) > most


def _repeats(page: _Page, anchor: _Page, points: int, sentences: SentenceIndex, policy: LinkPolicy) -> str | None:
    rules = policy.reprint
    if sentences.reuse_between(list(anchor.claims), list(page.claims)) is not None:
        return "in the same words"
    speakers = {speaker_id(c) for c in anchor.claims} & {speaker_id(c) for c in page.claims} - {None}
    return "by the same speaker" if speakers and points >= rules.points_retold else None


def _reprint(page: _Page, anchor: _Page, why: str) -> Reprint:
    first = next((c.time for c in anchor.claims if c.time is not None), None)
    times: dict[str, TimeRange | None] = {}
    for claim in page.claims:
        twin = next((c for c in anchor.claims if _same_thing(c, claim)), None)
        times[claim.id] = first if twin is None else twin.time
    days = (page.published_h - anchor.published_h) / 24.0
    sentence = (
        f"document {page.document.id} repeats document {anchor.document.id} {why} {days:.0f} days later"
        " and is kept with the first night"
    )
    return Reprint(document=page.document.id, of=anchor.document.id, times=times, sentence=sentence)


def _same_thing(one: Claim, two: Claim) -> bool:
    return (one.kind, one.fate, one.count and one.count.interval, one.place and one.place.id) == (
        two.kind, two.fate, two.count and two.count.interval, two.place and two.place.id,
    )  # fmt: skip
