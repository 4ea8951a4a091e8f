"""The one gate before every output: delay, coarsening, redaction. What it withholds appears in no serializer.

A claim that is withheld takes its findings with it; a text is shown whole or with labels in place of what was cut.
Redaction is done on the texts themselves, so quotes, spans and evidence words agree with what is shown.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from skyledger.errors import UsageError
from skyledger.model import Claim, Document, Incident, Issue
from skyledger.publish.closed import ClosedInterval, incident_ids
from skyledger.publish.redact import CutText
from skyledger.publish.released import MILITARY_NOTE, NAME_WORD, Releaser
from skyledger.publish.released_text import (
    cut_document,
    is_cut_away,
    is_due,
    keep_proven,
    show_claim,
    show_document,
    show_issue,
)
from skyledger.publish.wording import load_rules
from skyledger.say import speaking

PUBLIC_DELAY_H = 24


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
        issues=tuple(show_issue(i, gate.cuts, releaser) for i in issues),
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
        if not is_due(document, claims, self._policy.delay_h, self._now):
            self.counts["document", "not yet due"] += 1
            self.counts["claim", "not yet due"] += len(claims)
            return
        cut = cut_document(document, claims, self._wording, coarsen=self._policy.coarsen)
        self.cuts[document.id] = cut
        for one in cut.cuts:
            self._remember(one.span.slice(document.text), one.reason)
        coarsen, keep_urls = self._policy.coarsen, self._policy.keep_urls
        self.documents.append(show_document(document, cut, coarsen=coarsen, keep_urls=keep_urls))
        proven = [c for c in (keep_proven(c, document) for c in claims) if c.evidence]
        self.counts["claim", "no evidence in the text"] += len(claims) - len(proven)
        passed = (show_claim(c, cut, coarsen=coarsen) for c in proven if not is_cut_away(c, cut))
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
