"""The one gate before every output: delay, coarsening, redaction. What it withholds appears in no serializer.

A claim that is withheld takes its findings with it; a text is shown whole or with labels in place of what was cut.
Redaction is done on the texts themselves, so quotes, spans and evidence words agree with what is shown.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from skyledger.errors import UsageError
from skyledger.model import Claim, ClaimStatus, Document, Fate, Incident, Issue, Kind, Span
from skyledger.publish.closed import ClosedInterval, incident_ids
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
from skyledger.publish.released import MILITARY_NOTE, NAME_WORD, Releaser
from skyledger.publish.wording import load_rules
from skyledger.say import speaking

PUBLIC_DELAY_H = 24
# Evidence for an office or a place shields the names in it from redaction; longer evidence is no name.
_LONGEST_NAME = 60
# A claim of these kinds may be about something still in the air.
_UNDERWAY = (Kind.SIGHTING, Kind.ALERT)
_PLACES = ("place", "to")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePolicy:
    """What may be shown to whom.

    Attributes:
        name: Shown in every output.
        delay_h: Hours after the end of what a claim is about, and after publication, before it may be shown.
        coarsen: Whether points and facilities become the district or region they lie in.
        keep_urls: Whether a text keeps its address though something in it was withheld.
    """

    name: str = "private"
    delay_h: float = 0.0
    coarsen: bool = False
    keep_urls: bool = True

    def __post_init__(self) -> None:
        """Refuse a public policy that waits less than a day."""
        if self.name == "public" and self.delay_h < PUBLIC_DELAY_H:
            raise UsageError(f"a public release waits at least {PUBLIC_DELAY_H} hours, got {self.delay_h:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What somebody asks to publish."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    issues: tuple[Issue, ...] = ()
    closures: tuple[ClosedInterval, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """How much of one thing was withheld, and why.

    Attributes:
        what: ``document``, ``claim``, ``text`` or ``place``.
    """

    what: str
    reason: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Words that were cut out of texts, each with the label that stands for it; never to be shown.

    Attributes:
        secrets: As they stood.
        names: Single words of names.
    """

    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What may be shown, and what was held back, in numbers only.

    Attributes:
        clean: Takes what was withheld out of a sentence of ours about the selection.
        hidden: What that is, for releasing a part of the selection again just as it was released here.
    """

    policy: ReleasePolicy
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    issues: tuple[Issue, ...]
    closures: tuple[ClosedInterval, ...]
    withheld: tuple[Withheld, ...]
    clean: Callable[[str], str] = field(repr=False, compare=False)
    hidden: Hidden = field(repr=False, compare=False)


def private_policy() -> ReleasePolicy:
    """Return the default policy: no delay, full precision; persons, numbers and military detail are withheld."""
    return _policy("private")


def public_policy() -> ReleasePolicy:
    """Return the policy for the public: at least 24 hours late and no more precise than a settlement."""
    return _policy("public")


def _policy(name: str) -> ReleasePolicy:
    rules = load_rules()
    settings = rules.public if name == "public" else rules.private
    return ReleasePolicy(name=name, delay_h=settings.delay_h, coarsen=settings.coarsen, keep_urls=settings.keep_urls)


def release(selection: Selection, policy: ReleasePolicy, *, now: datetime, beside: Hidden | None = None) -> Released:
    """Return what of a selection may be shown under a policy at a time.

    Args:
        selection: Documents, claims, incidents, issues and closed intervals that belong together.
        policy: Who it is for.
        now: Aware time of publication.
        beside: What was cut out of other texts, which sentences of ours must not say either.

    Raises:
        UsageError: ``now`` has no zone.
    """
    if now.tzinfo is None:
        raise UsageError("the time of publication needs a zone")
    with speaking("en"):  # a release is worded where it is shown
        return _released(selection, policy, now, beside)


def _released(selection: Selection, policy: ReleasePolicy, now: datetime, beside: Hidden | None) -> Released:
    by_document: dict[str, list[Claim]] = {}
    for claim in selection.claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    gate = _Gate(policy, now, beside or Hidden())
    for document in selection.documents:
        gate.admit(document, by_document.get(document.id, []))
    releaser = gate.releaser()
    issues = (i for i in selection.issues if not i.document_id or i.document_id in gate.cuts)
    incidents = tuple(i for i in map(releaser.release_incident, selection.incidents) if i is not None)
    known = {i.id for i in incidents}
    return Released(
        policy=policy,
        documents=tuple(gate.documents),
        claims=tuple(releaser.clean_claim(c) for c in gate.claims),
        incidents=incidents,
        issues=tuple(_shown_issue(i, gate.cuts, releaser) for i in issues),
        closures=tuple(c for c in selection.closures if known.issuperset(incident_ids(c))),
        withheld=tuple(Withheld(what=w, reason=r, number=n) for (w, r), n in sorted(gate.counts.items()) if n),
        clean=releaser.clean,
        hidden=gate.hidden(),
    )


class _Gate:
    """Collects what passes, text by text, and remembers what was cut so that our own sentences lose it too."""

    def __init__(self, policy: ReleasePolicy, now: datetime, beside: Hidden) -> None:
        self.documents: list[Document] = []
        self.claims: list[Claim] = []
        self.cuts: dict[str, CutText] = {}
        self.counts: Counter[tuple[str, str]] = Counter()
        self._policy = policy
        self._now = now
        self._wording = load_rules().wording
        self._secrets: dict[str, str] = dict(beside.secrets)
        self._names: dict[str, str] = dict(beside.names)

    def admit(self, document: Document, claims: Sequence[Claim]) -> None:
        """Take in a text and its claims as far as they may be shown."""
        if not _is_due(document, claims, self._policy, self._now):
            self.counts["document", "not yet due"] += 1
            self.counts["claim", "not yet due"] += len(claims)
            return
        cut = _cut_document(document, claims, self._policy, self._wording)
        self.cuts[document.id] = cut
        for one in cut.cuts:
            self._remember(one.span.slice(document.text), one.reason)
        self.documents.append(_shown_document(document, cut, self._policy))
        proven = [c for c in (_keep_proven(c, document) for c in claims) if c.evidence]
        self.counts["claim", "no evidence in the text"] += len(claims) - len(proven)
        passed = (_shown_claim(c, cut, self._policy) for c in proven if not _is_cut_away(c, cut))
        shown = [c for c in passed if c.evidence]
        self.counts["claim", MILITARY_NOTE] += len(proven) - len(shown)
        self.claims.extend(shown)

    def _remember(self, words: str, reason: str) -> None:
        label = self._wording.labels[reason]
        self.counts["text", reason] += 1
        self._secrets[words] = label
        if reason in ("person", "place"):
            self._names |= dict.fromkeys(NAME_WORD.findall(words), label)

    def hidden(self) -> Hidden:
        """Return what was cut out."""
        return Hidden(secrets=self._secrets, names=self._names)

    def releaser(self) -> Releaser:
        """Return what applies this gate to the records built on claims."""
        return Releaser(
            claims={c.id: c for c in self.claims},
            documents={d.id for d in self.documents},
            secrets=self._secrets,
            names=self._names,
            coarsen=self._policy.coarsen,
        )


def _is_due(document: Document, claims: Sequence[Claim], policy: ReleasePolicy, now: datetime) -> bool:
    """A text is due when it is old enough and everything it tells of ended long enough ago."""
    if policy.delay_h <= 0:
        return True
    limit = now - timedelta(hours=policy.delay_h)
    if document.published_at is None or document.published_at > limit:
        return False
    ends = [c.time.end or c.time.start for c in claims if c.time is not None and c.status is not ClaimStatus.BACKGROUND]
    return all(end is None or end <= limit for end in ends)


def _cut_document(document: Document, claims: Sequence[Claim], policy: ReleasePolicy, wording: Wording) -> CutText:
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
    if policy.coarsen:
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


def _keep_proven(claim: Claim, document: Document) -> Claim:
    """Drop evidence that is not what the text says: a figure without its words is not published."""
    return replace(claim, evidence=tuple(e for e in claim.evidence if e.text and e.span.slice(document.text) == e.text))


def _is_cut_away(claim: Claim, cut: CutText) -> bool:
    """A claim goes when the words that make it do; one that loses its place only is shown without the place."""
    military = [c.span for c in cut.cuts if c.reason == "military"]
    return any(_bites(m, e.span) for e in claim.evidence if e.field not in _PLACES for m in military)


def _is_over(claim: Claim) -> bool:
    """Tell whether a claim says what became of a thing, so that its course is history."""
    return claim.kind not in _UNDERWAY and claim.fate not in (Fate.LAUNCHED, Fate.AIRBORNE)


def _bites(cut: Span, span: Span) -> bool:
    """Tell whether a cut takes words a claim rests on; a span that goes on at both sides only carries the label."""
    return span.overlaps(cut) and not (span.start < cut.start and cut.stop < span.stop)


def _shown_document(document: Document, cut: CutText, policy: ReleasePolicy) -> Document:
    drop_url = bool(cut.cuts) and not policy.keep_urls
    title = document.title
    if title is not None and cut.cuts:
        title = cut.text.split("\n\n", 1)[0] if document.text.startswith(title) else None
    return replace(
        document,
        text=cut.text,
        title=title,
        url="" if drop_url else document.url,
        source="" if policy.coarsen else document.source,
    )


def _shown_claim(claim: Claim, cut: CutText, policy: ReleasePolicy) -> Claim:
    place, evidence = claim.place, claim.evidence
    hidden = [c.span for c in cut.cuts if c.reason in ("person", "military")]
    if any(e.field == "place" and e.span.overlaps(h) for e in evidence for h in hidden):
        # A name was read as a place, or the place is where a course leads; showing the place would show it.
        place, evidence = None, tuple(e for e in evidence if e.field != "place")
    if place is not None and policy.coarsen and is_too_precise(place):
        place = coarsen_place(place)
    return replace(claim, place=place, evidence=tuple(move_evidence(e, cut) for e in evidence))


def _shown_issue(issue: Issue, cuts: Mapping[str, CutText], releaser: Releaser) -> Issue:
    cut = cuts.get(issue.document_id)
    if cut is None or issue.span is None:
        return releaser.clean_issue(issue)
    span = cut.move(issue.span)
    return replace(releaser.clean_issue(issue), span=span, text=span.slice(cut.text))
