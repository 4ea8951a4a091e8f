"""Frames -> claims: ids for places and speakers, intervals for times, evidence for each field, and a last check."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.frame import Extraction, Frame, PlacePhrase
from skyledger.model.ids import claim_id
from skyledger.model.issue import Issue
from skyledger.model.kinds import ClaimStatus, Fate, Kind, PlaceKind, Side
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.model.text import Span
from skyledger.model.time_range import TimeRange
from skyledger.packs.load import Packs
from skyledger.resolve.days import TimeContext
from skyledger.resolve.evidence import EvidenceError, evidence_of, verify_evidence
from skyledger.resolve.places import PlaceContext, PlaceResolver, is_unknown
from skyledger.resolve.speakers import SpeakerResolver
from skyledger.resolve.spheres import (
    counts_for_country,
    is_aviator,
    is_gunner_only,
    is_no_aviator,
    is_of_flights,
    may_speak_of,
)
from skyledger.resolve.times import resolve_time

_COUNTED = frozenset((Kind.INTERCEPTION, Kind.ATTACK, Kind.CASUALTIES, Kind.NO_CASUALTIES, Kind.DAMAGE))


@dataclass(frozen=True, slots=True)
class Resolved:
    """Claims of one document and the doubts met on the way."""

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


@dataclass(slots=True)
class _Sheet:
    """One document with what its claims share: they lean on the same phrases, told by identity while it is read."""

    document: Document
    extraction: Extraction
    owner: Speaker | None
    issues: list[Issue]
    speakers: dict[int, Speaker | None] = field(default_factory=dict)
    contexts: dict[int, PlaceContext] = field(default_factory=dict)
    places: dict[tuple[int, int, int], Place | None] = field(default_factory=dict)
    times: dict[tuple[int, str, bool], TimeRange | None] = field(default_factory=dict)


class Resolver:
    """Holds the indexes over the packs; one per process and pack version."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.places = PlaceResolver(packs)
        self.speakers = SpeakerResolver(packs)

    def resolve(self, document: Document, extraction: Extraction) -> Resolved:
        """Return the claims of a document.

        Args:
            document: The text as received.
            extraction: What was read in it.

        Returns:
            Claims whose every span was re-sliced, in text order, and issues.
        """
        if not extraction.frames:
            return Resolved((), tuple(extraction.issues))
        owner = self.speakers.outlet_speaker(document)
        sheet = _Sheet(document, extraction, owner, list(extraction.issues))
        drafts = [self._proven(sheet, frame, number) for number, frame in enumerate(extraction.frames)]
        claims = _with_parents(drafts, extraction.frames)
        return Resolved(tuple(claims), tuple(dict.fromkeys(sheet.issues)))

    def _proven(self, sheet: _Sheet, frame: Frame, number: int) -> Claim | None:
        """Return the claim, or nothing but an issue where its words cannot be shown: the other texts go on."""
        try:
            return self._claim(sheet, frame, number)
        except EvidenceError as fault:
            message = f"a claim was left out: {fault}; this is a defect of skyledger, please report it"
            span = frame.trigger
            words = span.slice(sheet.document.text)
            sheet.issues.append(
                Issue(code="evidence.mismatch", document_id=sheet.document.id, span=span, text=words, message=message)
            )
            return None

    def _context(self, sheet: _Sheet, speaker: Speaker | None) -> PlaceContext:
        known = sheet.contexts.get(id(speaker))
        if known is not None:
            return known
        document, extraction = sheet.document, sheet.extraction
        home = (speaker.region or "") if speaker is not None else ""
        home = home or self.speakers.outlet_region(document)
        country = ""
        if speaker is not None and speaker.side is not Side.OTHER:
            country = speaker.side.value.upper()
        elif extraction.place_regions:
            country = extraction.place_regions[0][:2]
        elif document.lang.value in ("ru", "uk"):
            country = {"ru": "RU", "uk": "UA"}[document.lang.value]
        context = PlaceContext(tuple(extraction.place_regions), home, country)
        sheet.contexts[id(speaker)] = context
        return context

    def _claim(self, sheet: _Sheet, frame: Frame, number: int) -> Claim:
        document, owner = sheet.document, sheet.owner
        named = self._named_speaker(sheet, frame)
        context = self._context(sheet, named or owner)
        place = self._place(sheet, frame, context)
        speaker = self._speaker(frame, named, owner, place, sheet.extraction.place_regions)
        if place is not None and counts_for_country(frame, speaker, place):
            place = None
        if place is None and (frame.place is None or _is_unknown_village(frame.place)):
            place = self._implied_place(speaker, frame, speaker is owner, document)
        time = self._time(sheet, frame, place, speaker, context)
        past = frame.status is ClaimStatus.CURRENT and _is_long_past(document, time)
        heard = speaker is not None and bool(speaker.text)
        evidence = evidence_of(document, frame, place is not None and bool(place.text), time is not None, heard)
        verify_evidence(document, evidence)
        return Claim(
            id=_id_of(document, frame, number, place),
            document_id=document.id,
            kind=frame.kind,
            fate=frame.fate,
            object=frame.object,
            count=frame.count,
            place=place,
            time=time,
            speaker=speaker,
            modality=frame.modality,
            negated=frame.negated,
            status=ClaimStatus.BACKGROUND if past else frame.status,
            aggregate=frame.aggregate,
            harm=frame.harm,
            to=self._alternates(document, frame, context),
            detail=frame.detail,
            rule=frame.rule,
            pack_version=self.packs.version,
            evidence=tuple(evidence),
        )

    def _named_speaker(self, sheet: _Sheet, frame: Frame) -> Speaker | None:
        phrase = frame.speaker
        if phrase is None:
            return None
        if id(phrase) not in sheet.speakers:
            text = "" if phrase.span is None else phrase.span.slice(sheet.document.text)
            read = sheet.extraction
            sheet.speakers[id(phrase)] = self.speakers.resolve(
                phrase, sheet.document, text, read.countries, read.place_regions
            )
        return sheet.speakers[id(phrase)]

    def _speaker(
        self, frame: Frame, named: Speaker | None, owner: Speaker | None, place: Place | None, regions: Sequence[str]
    ) -> Speaker | None:
        """Return who asserts the claim: the one named, if the claim is in his sphere, else the channel's owner.

        A governor named earlier in the text does not speak for another region's claims, nor for an airport's; who
        keeps the airports speaks for nothing else.
        """
        if named is not None and owner is not None and owner.region and _is_nobodys(named):
            return owner  # "за даними медиків" in a governor's channel is what he tells of them
        if named is not None and frame.speaker_explicit:
            return named
        if named is not None and (is_no_aviator(named) if is_of_flights(frame) else is_aviator(named)):
            return owner
        if named is not None and is_gunner_only(named, frame):
            return owner
        if named is not None and may_speak_of(named, place, regions):
            return named
        return owner

    def _place(self, sheet: _Sheet, frame: Frame, context: PlaceContext) -> Place | None:
        if frame.place is None:
            return None
        phrase = frame.place
        span = (
            phrase.member_spans[0] if len(phrase.members) == 1 and phrase.member_spans and frame.each else phrase.span
        )
        key = id(phrase), id(span), id(context)
        if key not in sheet.places:
            sheet.places[key] = self._named_place(sheet, phrase, span, context)
        return sheet.places[key]

    def _named_place(self, sheet: _Sheet, phrase: PlacePhrase, span: Span, context: PlaceContext) -> Place | None:
        document = sheet.document
        place = self.places.resolve(phrase, context, span.slice(document.text))
        if place is None and phrase.role != "anaphor" and not all(is_unknown(ids) for ids in phrase.members):
            sheet.issues.append(
                Issue(
                    code="place.unresolved",
                    document_id=document.id,
                    span=span,
                    text=span.slice(document.text),
                    message="several places have this name and nothing in the text tells which is meant",
                )
            )
        return place

    def _implied_place(self, speaker: Speaker | None, frame: Frame, is_owner: bool, document: Document) -> Place | None:
        """Return the region a regional official speaks of when the post names no place; marked by empty words.

        For an official quoted by others this holds only in the sentence that quotes him, and for no total.
        """
        if not is_owner and (not frame.speaker_explicit or frame.aggregate):
            return None
        if speaker is None or not speaker.region or speaker.region not in self.packs.places:
            return None
        if frame.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION):
            return None
        official = self.packs.officials.get(speaker.id)
        if official is not None and official.role == "mayor" and official.city:
            town = self.places.town(official.city, speaker.region)
            if town:
                return self.places.place(town, "")
        return self.places.place(self.speakers.home_city(speaker, document) or speaker.region, "")

    def _time(
        self, sheet: _Sheet, frame: Frame, place: Place | None, speaker: Speaker | None, context: PlaceContext
    ) -> TimeRange | None:
        if frame.time is None:
            return None
        document = sheet.document
        zone = self.places.zone_of(place) or self._zone_told(sheet.extraction, speaker, context)
        air_force = speaker is not None and speaker.role == "air_force" and speaker.side is Side.UA
        key = id(frame.time), zone, air_force
        if key not in sheet.times:
            when = TimeContext(document.published_at, zone or "UTC", air_force)
            sheet.times[key] = resolve_time(frame.time, when, frame.time.span.slice(document.text))
        time = sheet.times[key]
        if time is not None and frame.kind is Kind.ALERT and frame.time.kind == "range":
            return _edge(frame, time)
        if time is not None and time.end is None and frame.time.kind == "since" and frame.kind in _COUNTED:
            if air_force and time.start is not None and (morning := _night_ends(time.start, document)) is not None:
                return replace(time, end=morning)
            return replace(time, end=document.published_at)  # what was counted was counted when it was posted
        return time

    def _zone_told(self, extraction: Extraction, speaker: Speaker | None, context: PlaceContext) -> str:
        """Return the zone of what has no place: the speaker's country, else the only one named, else the text's."""
        if speaker is not None and speaker.side is not Side.OTHER:
            return self.places.zone_of_country(speaker.side.value.upper())
        only = set(extraction.countries)
        named = only.pop() if len(only) == 1 else context.country
        return self.places.zone_of_country(named) or self.places.zone_of_country(context.country)

    def _alternates(self, document: Document, frame: Frame, context: PlaceContext) -> tuple[str, ...]:
        if frame.to is None:
            return ()
        found = []
        for ids in frame.to.members:
            picked = self.places.choose(ids, PlaceKind.AIRPORT, frame.to.within, context)
            if picked is not None:
                found.append(picked)
        return tuple(dict.fromkeys(found))


def _is_nobodys(speaker: Speaker) -> bool:
    """Tell whether a speaker is medics or the like, of whom no more is known than what they do."""
    return speaker.id.startswith("office:medics:")


def _edge(frame: Frame, time: TimeRange) -> TimeRange:
    """Return the end of a window an alert was declared or lifted at: "the alert lasted from 1:08 to 5:47"."""
    at = time.end if frame.fate is Fate.LIFTED else time.start
    return time if at is None else replace(time, start=at, end=at + timedelta(minutes=1))


def _night_ends(start: datetime, document: Document) -> datetime | None:
    """Return 08:00 behind an evening the Air Force counts its night from, where it tells of it in the morning."""
    morning = (start + timedelta(days=1)).replace(hour=8, minute=0)
    published = document.published_at
    told_next = published is not None and timedelta(hours=-3) < published - morning < timedelta(hours=10)
    return morning if start.hour >= 17 and told_next else None


def _is_unknown_village(phrase: PlacePhrase) -> bool:
    """Tell whether a place is one village no pack knows, which lies where the one who tells of it speaks for."""
    return len(phrase.members) == 1 and is_unknown(phrase.members[0]) and phrase.kinds == (PlaceKind.SETTLEMENT,)


def _is_long_past(document: Document, time: TimeRange | None) -> bool:
    """Tell whether a claim's own window ended more than four days before publication."""
    if document.published_at is None or time is None or time.end is None:
        return False
    return (document.published_at - time.end).total_seconds() > 4 * 86_400


def _with_parents(drafts: list[Claim | None], frames: list[Frame]) -> list[Claim]:
    """Set ``part_of`` once every claim has its id."""
    found = []
    for draft, frame in zip(drafts, frames, strict=True):
        parent = None if frame.parent is None else drafts[frame.parent]
        if draft is not None:
            found.append(draft if parent is None else replace(draft, part_of=parent.id))
    return found


def _id_of(document: Document, frame: Frame, number: int, place: Place | None) -> str:
    """Return the id of a claim: the same words read the same way have the same id."""
    return claim_id(
        document.id,
        frame.kind.value,
        frame.rule,
        str(number),
        str(frame.trigger.start),
        str(frame.trigger.stop),
        "" if frame.count_span is None else str(frame.count_span.start),
        "" if place is None else place.id,
    )
