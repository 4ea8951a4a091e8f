"""The facts of a claim that decide identity, in the form that is quick to compare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.count import Harm, Interval
from skyledger.model.document import Document
from skyledger.model.kinds import ClaimStatus, Kind, Modality, TimePrecision
from skyledger.model.speaker import Speaker
from skyledger.model.time_range import TimeRange

COUNTERS = frozenset({Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING})
"""Kinds whose number counts flying things in a window: evening 6 and night 40 are two counts."""

MOMENTS = frozenset({Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.ALERT})
"""Kinds that happen at a moment and may happen several times a night."""

INSTITUTIONS = frozenset({"official", "regulator"})
"""Types of outlet that are somebody's own channel: what stands there without a name is their word."""

_FAMILY = {
    Kind.CASUALTIES: "harm",
    Kind.NO_CASUALTIES: "harm",
    Kind.DAMAGE: "damage",
    Kind.NO_DAMAGE: "damage",
}


def family_of(kind: Kind) -> str:
    """Return the kind family: harm and damage hold a kind and its negation, every other kind is its own."""
    return _FAMILY.get(kind, kind.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A window in hours since 1970 UTC.

    Attributes:
        offset: Hours the local zone is ahead of UTC.
        open: No end is stated.
    """

    lo: float
    hi: float
    precision: TimePrecision
    offset: float
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One claim as linking sees it.

    Attributes:
        window: The claim's, or another night's when the text is a reprint.
        headline: All its words stand in the title.
    """

    claim: Claim
    family: str
    window: Window | None
    published_h: float | None
    background: bool
    headline: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two claims factually indistinguishable; texts, speakers' words and ids are left out."""
        claim = self.claim
        count, speaker, place = claim.count, claim.speaker, claim.place
        day = None if self.window is not None or self.published_h is None else int(self.published_h // 24)
        return (
            self.background, self.headline, self.family, claim.kind, claim.fate, claim.object,
            claim.aggregate, claim.detail,
            None if place is None else (place.id, tuple(sorted(place.parts))),
            self.window, day,
            None if count is None else (count.low, count.high, count.stated, count.unit),
            claim.harm, None if speaker is None else speaker.id,
        )  # fmt: skip


def hours(moment: datetime) -> float:
    """Return hours since 1970 UTC."""
    return moment.timestamp() / 3600.0


def window_of(time: TimeRange | None, policy: LinkPolicy) -> Window | None:
    """Return the comparable window, or None when neither end is known."""
    if time is None:
        return None
    if time.start is not None:
        lo, first = hours(time.start), time.start
    elif time.end is not None:  # "until 07:00": the night before it
        lo, first = hours(time.end) - 12.0, time.end
    else:
        return None
    offset = first.utcoffset()
    zone = 0.0 if offset is None else offset.total_seconds() / 3600.0
    hi = lo + policy.limits.open_window_h if time.end is None else max(hours(time.end), lo + 1 / 60)
    return Window(lo=lo, hi=hi, precision=time.precision, offset=zone, open=time.end is None)


def fact_of(claim: Claim, document: Document | None, policy: LinkPolicy, time: TimeRange | None = None) -> Fact:
    """Return the fact of a claim.

    Args:
        claim: The claim.
        document: The text it comes from, or None when it is not at hand.
        policy: The linking policy.
        time: A window that replaces the claim's own (reprints), else None.

    Returns:
        The comparable fact.
    """
    published = None if document is None else document.published_at
    return Fact(
        claim=claim,
        family=family_of(claim.kind),
        window=window_of(claim.time if time is None else time, policy),
        published_h=None if published is None else hours(published),
        background=claim.status is ClaimStatus.BACKGROUND,
        headline=in_title(claim, document),
    )


def span_h(facts: Iterable[Fact], policy: LinkPolicy) -> float:
    """Return the hours from the first window to the last; whole weeks and bare posting dates set no limit."""
    windows = [f.window for f in facts if f.window is not None]
    dated = [w for w in windows if w.precision is not TimePrecision.NONE and w.hi - w.lo <= policy.limits.long_window_h]
    return max((w.hi for w in dated), default=0.0) - min((w.lo for w in dated), default=0.0)


def in_title(claim: Claim, document: Document | None) -> bool:
    """Tell whether all words of what a claim tells stand in the title; its time and speaker may be named below."""
    title_end = 0 if document is None or document.title is None else len(document.title)
    return 0 < max((e.span.stop for e in claim.evidence if e.field not in _NAMED_BELOW), default=0) <= title_end


_NAMED_BELOW = ("time", "speaker")


def harm_of(claim: Claim) -> Harm | None:
    """Return the harm stated; "nobody hurt" without figures means none killed and none injured."""
    if claim.harm is None and claim.kind is Kind.NO_CASUALTIES:
        return Harm(killed=Interval(low=0, high=0), injured=Interval(low=0, high=0))
    return claim.harm


def speaks_own(claim: Claim, document: Document | None) -> bool:
    """Tell whether the speaker's own channel carries the claim.

    Either no words were needed to name the speaker, or an institution's channel names itself ("Naviair said").
    """
    speaker = claim.speaker
    if speaker is None:
        return False
    if speaker.text:
        return document is not None and document.outlet.type in INSTITUTIONS and _names(document, speaker)
    return document is None or document.outlet.type not in {"news", "rewrite"}


def _names(document: Document, speaker: Speaker) -> bool:
    name = document.outlet.name.strip().casefold()
    return bool(name) and (name in speaker.text.casefold() or name == speaker.name.casefold())


def speaks_for_itself(claim: Claim, document: Document | None) -> bool:
    """Tell whether a claim that names nobody is the word of an institution no pack knows, in its own channel."""
    return claim.speaker is None and document is not None and document.outlet.type in INSTITUTIONS


def denies(claim: Claim) -> bool:
    """Tell whether the claim says that the thing did not happen."""
    return claim.negated or claim.modality is Modality.DENIED or claim.kind is Kind.NO_DAMAGE


def speaker_id(claim: Claim) -> str | None:
    """Return the id of the speaker, or None when nobody is named."""
    return None if claim.speaker is None else claim.speaker.id
