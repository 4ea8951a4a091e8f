"""Records for tests: sensible defaults, any field overridden by keyword, evidence that verifies.

``a_claim(document)`` looks the words of its count, place, time and speaker up in the text of the document; words the
text does not have get the whole text as evidence, so ``document.text[start:stop] == text`` holds for every claim.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from skyledger.model import (
    Claim,
    Count,
    Decision,
    Document,
    Evidence,
    Fate,
    Interval,
    Issue,
    Kind,
    Lang,
    ObjectType,
    Outlet,
    Place,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Side,
    Span,
    Speaker,
    TimePrecision,
    TimeRange,
    Unit,
)
from skyledger.model.ids import claim_id, document_id

TEXT = "Overnight 40 UAVs were shot down over Kaluga Oblast, governor Vladislav Shapsha wrote. Nobody was hurt."
MOSCOW = ZoneInfo("Europe/Moscow")
PUBLISHED = datetime(2025, 12, 11, 6, 40, tzinfo=UTC)
NOW = datetime(2025, 12, 11, 9, 0, tzinfo=UTC)


def a_document(text: str = TEXT, **overrides: Any) -> Document:
    """Return a channel's post; its id follows from outlet, url, time and text unless given."""
    document = Document(
        id="",
        text=text,
        outlet=Outlet(name="Kaluga Morning", handle="kaluga_morning", type="channel"),
        lang=Lang.EN,
        published_at=PUBLISHED,
        retrieved_at=NOW,
        sha256="ab" * 32,
        reader="jsonl/1",
        source="posts.jsonl:1",
    )
    document = replace(document, **overrides)
    if document.id:
        return document
    published = "" if document.published_at is None else document.published_at.isoformat()
    return replace(document, id=document_id(document.outlet.handle, document.url, published, text))


def a_count(low: int = 40, high: int | None = -1, **overrides: Any) -> Count:
    """Return ``low`` objects exactly, or ``low``..``high`` (None = unbounded) where ``high`` is given."""
    exact = high == -1
    count = Count(
        low=low,
        high=low if exact else high,
        stated=low if exact else None,
        qualifier=Qualifier.EXACT if exact else Qualifier.RANGE,
        unit=Unit.OBJECT,
        text=str(low) if exact else f"{low}-{high}",
    )
    return replace(count, **overrides)


def an_interval(low: int, high: int | None = -1) -> Interval:
    """Return ``[low, low]``, or ``[low, high]`` where ``high`` is given (None = unbounded)."""
    return Interval(low=low, high=low if high == -1 else high)


def a_place(id: str = "RU-KLU", name: str = "Kaluga Oblast", **overrides: Any) -> Place:
    """Return a region; ``text`` is its name and ``region`` its own id unless given."""
    place = Place(
        id=id,
        kind=PlaceKind.REGION,
        precision=PlacePrecision.REGION,
        name=name,
        region=id,
        country=id[:2],
        text=name,
    )
    return replace(place, **overrides)


def a_night(morning: date = date(2025, 12, 11), zone: ZoneInfo = MOSCOW, **overrides: Any) -> TimeRange:
    """Return the window 20:00-08:00 local that ends on ``morning``."""
    window = TimeRange(
        start=datetime.combine(morning - timedelta(days=1), time(20), zone),
        end=datetime.combine(morning, time(8), zone),
        precision=TimePrecision.NIGHT,
        text="Overnight",
    )
    return replace(window, **overrides)


def a_speaker(**overrides: Any) -> Speaker:
    """Return the governor of Kaluga Oblast."""
    speaker = Speaker(
        id="ru-klu-governor-shapsha",
        name="Vladislav Shapsha",
        role="governor",
        side=Side.RU,
        region="RU-KLU",
        text="governor Vladislav Shapsha",
    )
    return replace(speaker, **overrides)


def evidence_for(document: Document, field: str, words: str) -> Evidence:
    """Return evidence for ``words`` where the text has them, else for the whole text."""
    start = document.text.find(words) if words else -1
    span = Span(start=start, stop=start + len(words)) if start >= 0 else Span(start=0, stop=len(document.text))
    return Evidence(field=field, document_id=document.id, span=span, text=span.slice(document.text))


def a_claim(document: Document | None = None, *, trigger: str = "shot down", **overrides: Any) -> Claim:
    """Return "40 UAVs downed over Kaluga Oblast overnight" as ``document`` says it, or with other fields.

    The id follows from document, kind, fate, object, count, place, time and speaker unless given.
    """
    document = a_document() if document is None else document
    claim = Claim(
        id="",
        document_id=document.id,
        kind=Kind.INTERCEPTION,
        fate=Fate.DOWNED,
        object=ObjectType.UAV,
        count=a_count(),
        place=a_place(),
        time=a_night(),
        speaker=a_speaker(),
        rule="test.rule",
        pack_version="test-pack",
    )
    claim = replace(claim, **overrides)
    if "evidence" not in overrides:
        claim = replace(claim, evidence=_evidence_of(document, claim, trigger))
    return claim if claim.id else replace(claim, id=_identity(claim))


def an_issue(document: Document | None = None, **overrides: Any) -> Issue:
    """Return a doubt about the first word of ``document``."""
    document = a_document() if document is None else document
    word = document.text.split(" ", 1)[0]
    issue = Issue(
        code="place-unresolved",
        document_id=document.id,
        span=Span(start=0, stop=len(word)),
        text=word,
        message="The name fits several places and nothing near it decides.",
    )
    return replace(issue, **overrides)


def a_decision(**overrides: Any) -> Decision:
    """Return an acceptance of one claim."""
    decision = Decision(
        id="dec-1", verb="accept", targets=("c1-0000000000000000",), why="Read it.", by="an editor", at=NOW
    )
    return replace(decision, **overrides)


def _evidence_of(document: Document, claim: Claim, trigger: str) -> tuple[Evidence, ...]:
    words = {"trigger": trigger}
    for field in ("count", "place", "time", "speaker"):
        value = getattr(claim, field)
        if value is not None:
            words[field] = value.text
    return tuple(evidence_for(document, field, text) for field, text in words.items())


def _identity(claim: Claim) -> str:
    parts = (claim.kind, claim.fate, claim.object, claim.count, claim.place, claim.time, claim.harm, claim.negated)
    speaker = "" if claim.speaker is None else claim.speaker.id
    return claim_id(claim.document_id, speaker, claim.detail, *(repr(part) for part in parts))
