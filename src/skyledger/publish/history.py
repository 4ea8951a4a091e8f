"""How an incident grew: each version with when it was known, what changed, and the texts that brought it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.model import Claim, Document, Incident
from skyledger.publish.changes import FieldChange, changed_fields, title_of
from skyledger.publish.policy import Released, ReleasePolicy, Selection, private_policy, release
from skyledger.publish.retelling import retell
from skyledger.publish.retold import retold_incident
from skyledger.publish.times import utc_stamp
from skyledger.publish.words import clean_text
from skyledger.say import say


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownThen:
    """One version as it was stored, with what it rests on as that stood then.

    Attributes:
        state: ``standing``, ``redirected`` or ``withdrawn``.
        incident: None unless it stood.
    """

    id: str
    number: int
    received_at: datetime
    state: str
    other: str
    reason: str
    incident: Incident | None
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that came with a version."""

    document: str
    outlet: str
    published: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One version.

    Attributes:
        known_at: When the ledger got what caused it, ISO 8601 UTC; ``at`` is the same in words.
        changes: Fields that are other than in the version before; in the first version all.
        sources: Texts that are in this version and were not in the one before.
        note: Where the id leads, why it was withdrawn, or ``""``.
    """

    incident: str
    number: int
    state: str
    known_at: str
    at: str
    title: str
    changes: tuple[FieldChange, ...]
    sources: tuple[Source, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All versions of an id, and of those it redirects to."""

    asked: str
    steps: tuple[Step, ...]


def build_history(
    asked: str, versions: Sequence[KnownThen], *, now: datetime, policy: ReleasePolicy | None = None
) -> History:
    """Return how an incident grew, as far as policy lets it be shown.

    Args:
        asked: The id asked for.
        versions: Of that id, oldest first, then of the ids it redirects to.
        now: Aware; what policy measures delays from.
        policy: The private policy when None.
    """
    policy = policy or private_policy()
    steps: list[Step] = []
    before: dict[str, Incident] = {}
    for version in versions:
        released = _released(version, now, policy)
        steps.append(_step(version, before.get(version.id), released))
        if released.incidents:
            before[version.id] = released.incidents[0]
    return History(asked=asked, steps=tuple(steps))


def only_step(version: KnownThen, released: Released) -> History:
    """Return the history of an incident that never changed, from its release as it stands."""
    return History(asked=version.id, steps=(_step(version, None, released),))


def _released(version: KnownThen, now: datetime, policy: ReleasePolicy) -> Released:
    selection = Selection(
        documents=version.documents,
        claims=version.claims,
        incidents=() if version.incident is None else (version.incident,),
    )
    return release(selection, policy, now=now)


def _step(version: KnownThen, before: Incident | None, released: Released) -> Step:
    shown = next(map(retold_incident, released.incidents), None)
    known = set() if before is None else set(before.documents)
    fresh = [] if shown is None else [d for d in released.documents if d.id in shown.documents and d.id not in known]
    withheld = version.incident is not None and shown is None
    return Step(
        incident=version.id,
        number=version.number,
        state=version.state,
        known_at=version.received_at.isoformat(),
        at=utc_stamp(version.received_at),
        title="" if shown is None else title_of(shown),
        changes=() if shown is None else changed_fields(None if before is None else retold_incident(before), shown),
        sources=tuple(_source(d) for d in sorted(fresh, key=lambda d: (str(d.published_at), d.id))),
        note=say("withheld by the release policy") if withheld else retell(released.clean(version.reason)),
    )


def _source(document: Document) -> Source:
    return Source(
        document=document.id,
        outlet=clean_text(document.outlet.name or document.outlet.handle or say("an unnamed outlet")),
        published=utc_stamp(document.published_at),
        url=clean_text(document.url) if document.url.startswith(("https://", "http://")) else "",
    )
