"""A night looked back on, in words; built from what passed the release policy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.assess.after_action import Answer, Review, Step
from skyledger.model import Claim, Document, Fate, Incident, IncidentStatus, Kind, TotalVerdict
from skyledger.model.kinds import BY_THE_CLOCK
from skyledger.publish.amounts import claim_number
from skyledger.publish.event_words import kind_words
from skyledger.publish.map.borders import region_name
from skyledger.publish.retold import retold_claim, retold_incident
from skyledger.publish.times import time_words
from skyledger.publish.words import clean_text, speaker_short
from skyledger.say import say

SHAPE = "skyledger.after-action/1"
_COUNTED = (Kind.INTERCEPTION, Kind.ATTACK, Kind.POWER_OUTAGE, Kind.CASUALTIES)
_AIRPORT = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)
_OPEN_TOTALS = (TotalVerdict.RESIDUAL, TotalVerdict.CANNOT_BE_CHECKED, TotalVerdict.CONTRADICTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One statement.

    Attributes:
        at: When it was published, None when not known.
        what: Kind and place.
        value: Its number as worded, ``not reported`` without one.
        when: The window it speaks of, in words.
        lag_minutes: From the last instant it speaks of to publication; None where no hour is given.
        new: False for a repetition of what its origin had said.
    """

    at: datetime | None
    source: str
    speaker: str
    what: str
    value: str
    when: str
    lag_minutes: int | None
    first: bool
    new: bool
    incident: str
    claim: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """A source: what it did, and on how many of the nights before it reported on this."""

    name: str
    answer: str
    usual: int
    statements: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGap:
    """Hours without a text."""

    start: datetime
    end: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What stayed open of an incident."""

    incident: str
    what: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterAction:
    """A night looked back on.

    Attributes:
        incidents: How many are looked at.
        nights_before: How many nights ``usual`` of a source is out of.
        undated: Statements without a known time of publication.
        about: What the silence of a source does and does not say.
    """

    night: str
    region: str | None
    region_name: str | None
    policy: str
    incidents: int
    steps: tuple[ShownStep, ...]
    sources: tuple[ShownSource, ...]
    gaps: tuple[ShownGap, ...]
    open: tuple[Open, ...]
    nights_before: int
    undated: int
    about: str = ""
    shape: str = SHAPE


def build_after_action(
    review: Review,
    region: str | None,
    incidents: Sequence[Incident],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    names: Mapping[str, str],
    *,
    policy: str,
) -> AfterAction:
    """Return a night looked back on, as it may be shown.

    Args:
        review: The night.
        region: ISO 3166-2, or None for all.
        incidents: Released incidents of the night that are asked about.
        claims: Released claims by id.
        documents: Released texts by id.
        names: Names of sources.
        policy: Under which all this was released.
    """
    incidents = tuple(map(retold_incident, incidents))
    claims = {id: retold_claim(claim) for id, claim in claims.items()}
    return AfterAction(
        night=review.night.isoformat(),
        region=region,
        region_name=None if region is None else region_name(region),
        policy=policy,
        incidents=len(incidents),
        steps=tuple(_step(step, claims, names) for step in review.steps if step.statement.document in documents),
        sources=tuple(
            ShownSource(
                name=clean_text(names[s.source]),
                answer=s.answer.value,
                usual=s.usual,
                statements=s.statements,
                first=s.first,
                last=s.last,
            )
            for s in review.sources
        ),
        gaps=tuple(ShownGap(start=g.start, end=g.end, minutes=g.minutes) for g in review.gaps),
        open=tuple(o for incident in incidents for o in _open(incident)) + _unopened(incidents),
        nights_before=review.nights_before,
        undated=review.undated,
        about=say("A silent source is unknown, not zero; a gap says that nobody published, not that nothing flew."),
    )


def silent_of(found: AfterAction) -> tuple[ShownSource, ...]:
    """Return the sources that published nothing at all."""
    return tuple(s for s in found.sources if s.answer == Answer.SILENT)


def _step(step: Step, claims: Mapping[str, Claim], names: Mapping[str, str]) -> ShownStep:
    told = step.statement
    claim = claims[told.claim]
    return ShownStep(
        at=told.at,
        source=clean_text(names[told.source]),
        speaker=speaker_short(claim.speaker),
        what=_title(claim),
        value=claim_number(claim),
        when=time_words(claim.time),
        lag_minutes=step.lag_minutes,
        first=step.first,
        new=step.new,
        incident=told.incident,
        claim=told.claim,
        document=told.document,
    )


def _title(of: Claim | Incident) -> str:
    detail = of.detail if isinstance(of, Claim) else next((f.value for f in of.findings if f.field == "detail"), "")
    what = kind_words(of.kind, of.fate, of.object, detail)
    return clean_text(what if of.place is None or not of.place.name else f"{what}, {of.place.name}")


def _open(incident: Incident) -> Iterable[Open]:
    fields = {finding.field for finding in incident.findings}
    found = []
    if incident.status is IncidentStatus.DISPUTED:
        found.append(f"{say('disputed')}: {incident.status_reason}")
    if incident.kind in _COUNTED and incident.fate is not Fate.DEBRIS and not fields & {"count", "killed", "injured"}:
        found.append(say("no number is stated"))
    window = incident.window
    if incident.kind in _AIRPORT and (window is None or window.precision not in BY_THE_CLOCK):
        found.append(say("no hour is stated"))
    if incident.place is None:
        found.append(say("no place is stated"))
    found += [total.sentence for total in incident.totals if total.verdict in _OPEN_TOTALS]
    return tuple(Open(incident=incident.id, what=_title(incident), open=clean_text(words)) for words in found)


def _unopened(incidents: Sequence[Incident]) -> tuple[Open, ...]:
    """Return airports of the night that closed and that nobody said had reopened."""
    opened = {i.place.id for i in incidents if i.kind is Kind.AIRSPACE_REOPENING and i.place is not None}
    return tuple(
        Open(incident=i.id, what=_title(i), open=say("no reopening is known, which is not the same as still closed"))
        for i in incidents
        if i.kind is Kind.AIRSPACE_CLOSURE
        and i.place is not None
        and i.place.id not in opened
        and (i.window is None or i.window.end is None)
    )
