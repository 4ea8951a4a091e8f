"""One text and its claims in a release: whether it is due, what is cut out of it, and what is then shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from skyledger.model import Claim, ClaimStatus, Document, Fate, Issue, Kind, Span
from skyledger.publish.coarsen import coarsen_place, is_too_precise
from skyledger.publish.redact import (
    Cut,
    CutText,
    Wording,
    cut_text,
    find_military,
    find_numbers,
    find_persons,
    move_evidence,
)
from skyledger.publish.released import Releaser

# Evidence for an office or a place shields the names in it from redaction; longer evidence is no name.
_LONGEST_NAME = 60
# A claim of these kinds may be about something still in the air.
_UNDERWAY = (Kind.SIGHTING, Kind.ALERT)
_PLACES = ("place", "to")


def is_due(document: Document, claims: Sequence[Claim], delay_h: float, now: datetime) -> bool:
    """A text is due when it is old enough and everything it tells of ended long enough ago."""
    if delay_h <= 0:
        return True
    limit = now - timedelta(hours=delay_h)
    if document.published_at is None or document.published_at > limit:
        return False
    ends = [c.time.end or c.time.start for c in claims if c.time is not None and c.status is not ClaimStatus.BACKGROUND]
    return all(end is None or end <= limit for end in ends)


def cut_document(document: Document, claims: Sequence[Claim], wording: Wording, *, coarsen: bool) -> CutText:
    """Cut out of a text what must not be shown; where places are coarsened, the words for fine places go as well."""
    text = document.text
    evidence = [(c, e) for c in claims for e in c.evidence]
    officials, places = (
        [e.span for _, e in evidence if e.field == field and len(e.text) <= _LONGEST_NAME]
        for field in ("speaker", "place")
    )
    stops = [e.span.start for _, e in evidence if e.field in ("trigger", "count", "time", "speaker")]
    ended = [e.span.start for c, e in evidence if e.field == "trigger" and _is_over(c)]
    cuts = find_numbers(text) + find_persons(text, wording, officials, places)
    cuts += find_military(text, wording, stops, ended)
    if coarsen:
        surfaces = {
            e.text for c, e in evidence if e.field == "place" and c.place is not None and is_too_precise(c.place)
        }
        cuts += [Cut(span=e, reason="place") for surface in surfaces for e in _occurrences(text, surface)]
    return cut_text(text, cuts, wording.labels)


def _occurrences(text: str, surface: str) -> list[Span]:
    folded, wanted = text.casefold(), surface.casefold()
    if len(folded) != len(text):  # rare letters change length when folded; then search as written
        folded, wanted = text, surface
    spans, start = [], folded.find(wanted)
    while start >= 0:
        spans.append(Span(start=start, stop=start + len(surface)))
        start = folded.find(wanted, start + 1)
    return spans


def keep_proven(claim: Claim, document: Document) -> Claim:
    """Drop evidence that is not what the text says: a figure without its words is not published."""
    return replace(claim, evidence=tuple(e for e in claim.evidence if e.text and e.span.slice(document.text) == e.text))


def is_cut_away(claim: Claim, cut: CutText) -> bool:
    """A claim goes when the words that make it do; one that loses its place only is shown without the place."""
    military = [c.span for c in cut.cuts if c.reason == "military"]
    return any(_bites(m, e.span) for e in claim.evidence if e.field not in _PLACES for m in military)


def _is_over(claim: Claim) -> bool:
    """Tell whether a claim says what became of a thing, so that its course is history."""
    return claim.kind not in _UNDERWAY and claim.fate not in (Fate.LAUNCHED, Fate.AIRBORNE)


def _bites(cut: Span, span: Span) -> bool:
    """Tell whether a cut takes words a claim rests on; a span that goes on at both sides only carries the label."""
    return span.overlaps(cut) and not (span.start < cut.start and cut.stop < span.stop)


def show_document(document: Document, cut: CutText, *, coarsen: bool, keep_urls: bool) -> Document:
    """Return a text with what was cut out of it gone from its title, too, and its address where that would tell."""
    drop_url = bool(cut.cuts) and not keep_urls
    title = document.title
    if title is not None and cut.cuts:
        title = cut.text.split("\n\n", 1)[0] if document.text.startswith(title) else None
    return replace(
        document,
        text=cut.text,
        title=title,
        url="" if drop_url else document.url,
        source="" if coarsen else document.source,
    )


def show_claim(claim: Claim, cut: CutText, *, coarsen: bool) -> Claim:
    """Return a claim as the cut text makes it, without a place that would show what was cut."""
    place, evidence = claim.place, claim.evidence
    hidden = [c.span for c in cut.cuts if c.reason in ("person", "military")]
    if any(e.field == "place" and e.span.overlaps(h) for e in evidence for h in hidden):
        # A name was read as a place, or the place is where a course leads; showing the place would show it.
        place, evidence = None, tuple(e for e in evidence if e.field != "place")
    if place is not None and coarsen and is_too_precise(place):
        place = coarsen_place(place)
    return replace(claim, place=place, evidence=tuple(move_evidence(e, cut) for e in evidence))


def show_issue(issue: Issue, cuts: Mapping[str, CutText], releaser: Releaser) -> Issue:
    """Return an issue with its words and span in the cut text."""
    cut = cuts.get(issue.document_id)
    if cut is None or issue.span is None:
        return releaser.clean_issue(issue)
    span = cut.move(issue.span)
    return replace(releaser.clean_issue(issue), span=span, text=span.slice(cut.text))
