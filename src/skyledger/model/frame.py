"""What extraction speaks in between the words of a document and its claims.

Nobody alters a record once it is made, frames apart. They are not frozen all the same: making a frozen one takes three
times as long, and a text of thirty words has some fifty.
"""

from dataclasses import dataclass, field

from skyledger.model.count import Count, Harm
from skyledger.model.issue import Issue
from skyledger.model.kinds import ClaimStatus, Fate, Kind, Modality, ObjectType, PlaceKind
from skyledger.model.text import Span


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A typed stretch of tokens.

    Attributes:
        category: See :class:`skyledger.packs.records.Term`.
        value: What is meant.
        start: First token.
        stop: Token after the last.
        flags: Marks of the form.
        lang: Language of the term.
    """

    category: str
    value: str
    start: int
    stop: int
    flags: frozenset[str]
    lang: str


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A sentence or list item, as token and character ranges.

    Attributes:
        start: First token.
        stop: Token after the last.
        first: Position of its first character.
        last: Position after its last character.
        paragraph: Number of the line it stands in.
        bulleted: Whether a bullet or dash introduces it.
        lead: Index of the sentence that introduces the list it belongs to, or None.
    """

    index: int
    start: int
    stop: int
    first: int
    last: int
    paragraph: int
    bulleted: bool
    lead: int | None


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        count: Range and wording; None for a bare plural noun ("drones").
        noun: Object or unit mention, or None when left out ("nine over Tula").
        start: First token.
        stop: Token after the last.
        each: "16 each".
        of_total: The M of "N of M".
    """

    count: Count | None
    noun: Mention | None
    start: int
    stop: int
    span: Span | None
    each: bool = False
    subset: bool = False
    total: bool = False
    elliptic: bool = False
    of_total: "Quantity | None" = None


@dataclass(slots=True, unsafe_hash=True)
class PlacePhrase:
    """Words that name one place or a list of places, candidates not yet decided.

    Attributes:
        members: For each place of the list its candidate ids.
        kinds: What kind the head noun asks for, per member (None = any).
        within: Candidate ids of areas named right beside ("Козинка Грайворонского округа").
        role: ``place``, ``launch`` (never a place of the claim), ``office`` (of the speaker), ``dateline``,
            ``adjective`` or ``anaphor`` ("over the region").
    """

    members: tuple[tuple[str, ...], ...]
    start: int
    stop: int
    span: Span
    role: str = "place"
    kinds: tuple[PlaceKind | None, ...] = ()
    within: tuple[str, ...] = ()
    member_spans: tuple[Span, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class TimePhrase:
    """Words that name a time, as found; dates are worked out when the claim is resolved.

    Attributes:
        kind: range, since, at, ago, night, part, day, days, hours, since_midnight, past_day, week, past.
        clock: ``(hour, minute)`` pairs for start and end.
        dates: ``(day, month, year or None)`` for start and end.
        value: part of day, weekday number, hours ... as text.
        zone: IANA zone when the words name one.
        day: The day of a clock in words ("yesterday", "Tuesday").
    """

    kind: str
    span: Span
    clocks: tuple[tuple[int, int], ...] = ()
    dates: tuple[tuple[int, int, int | None], ...] = ()
    value: str = ""
    zone: str = ""
    day: str = ""


@dataclass(slots=True, unsafe_hash=True)
class SpeakerPhrase:
    """Who is said to speak.

    Attributes:
        ids: Candidate officials (a surname may have several holders).
        role: Role word when only an office is named ("the governor of Tula").
        place: Region of the office as named.
        span: The words, or None when the channel's owner speaks.
        generic: Whether the words ("the operational command") name a body only together with its country.
        name: In Latin letters, who is named beside the office and in no pack.
    """

    ids: tuple[str, ...]
    role: str = ""
    place: PlacePhrase | None = None
    span: Span | None = None
    generic: bool = False
    name: str = ""


@dataclass(slots=True)
class Frame:
    """One predicate with its mentions; mutable only inside ``extract``."""

    kind: Kind
    trigger: Span
    sentence: int
    rule: str
    fate: Fate | None = None
    object: ObjectType | None = None
    object_span: Span | None = None
    count: Count | None = None
    count_span: Span | None = None
    place: PlacePhrase | None = None
    inherited_place: bool = False
    time: TimePhrase | None = None
    speaker: SpeakerPhrase | None = None
    modality: Modality = Modality.ASSERTED
    modality_span: Span | None = None
    negated: bool = False
    status: ClaimStatus = ClaimStatus.CURRENT
    aggregate: bool = False
    parent: int | None = None
    each: bool = False
    harm: Harm | None = None
    to: PlacePhrase | None = None
    detail: str = ""
    detail_span: Span | None = None
    harm_spans: tuple[Span, ...] = ()
    token: int = 0
    speaker_explicit: bool = False
    in_list: bool = False
    whole: "Frame | None" = None


@dataclass(slots=True, unsafe_hash=True)
class Rejected:
    """A trigger that made no frame, and why; shown by ``skyledger explain``."""

    span: Span
    value: str
    reason: str


@dataclass(slots=True)
class Extraction:
    """All that was read in one document."""

    document_id: str
    mentions: list[Mention] = field(default_factory=list)
    mention_spans: list[Span] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    place_regions: list[str] = field(default_factory=list)
    told_regions: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
