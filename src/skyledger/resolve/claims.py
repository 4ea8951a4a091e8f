"""Frames -> claims: ids for places and speakers, intervals for times, evidence for each field, and a last check."""

from dataclasses import dataclass, field, replace

from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.model.frame import Extraction, Frame, PlacePhrase
from skyledger.model.ids import claim_id
from skyledger.model.issue import Issue
from skyledger.model.kinds import ClaimStatus, Kind, PlaceKind, Side
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.model.text import Span
from skyledger.packs.load import Packs
from skyledger.resolve.asserting import who_asserts
from skyledger.resolve.claim_times import ClaimTimes, TimesRead, is_long_past
from skyledger.resolve.evidence import EvidenceError, evidence_of, verify_evidence
from skyledger.resolve.places import PlaceContext, PlaceResolver, is_unknown
from skyledger.resolve.speakers import SpeakerResolver
from skyledger.resolve.spheres import counts_for_country


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
    times: TimesRead = field(default_factory=dict)


class Resolver:
    """Holds the indexes over the packs; one per process and pack version."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.places = PlaceResolver(packs)
        self.speakers = SpeakerResolver(packs)
        self.times = ClaimTimes(self.places)

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
        context = PlaceContext(tuple(extraction.place_regions), home, country, tuple(extraction.told_regions))
        sheet.contexts[id(speaker)] = context
        return context

    def _claim(self, sheet: _Sheet, frame: Frame, number: int) -> Claim:
        document, owner = sheet.document, sheet.owner
        named = self._named_speaker(sheet, frame)
        context = self._context(sheet, named or owner)
        place = self._place(sheet, frame, context)
        speaker = who_asserts(frame, named, owner, place, sheet.extraction.place_regions)
        if place is not None and counts_for_country(frame, speaker, place):
            place = None
        if place is None and (frame.place is None or _is_unknown_village(frame.place)):
            place = self._implied_place(speaker, frame, speaker is owner, document)
        time = self.times.time_of(document, frame, self._zone(sheet, place, speaker, context), speaker, sheet.times)
        past = frame.status is ClaimStatus.CURRENT and is_long_past(document, time)
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
        place = sheet.places[key]
        if place is not None and frame.inherited_place and frame.kind in _OF_AIRPORTS:
            return (
                self.places.place(self.places.airport_near(place, [*sheet.places.values()], context), place.text)
                if not place.parts
                else place
            )
        return place

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
                    message=_unresolved(phrase),
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

    def _zone(self, sheet: _Sheet, place: Place | None, speaker: Speaker | None, context: PlaceContext) -> str:
        return self.places.zone_of(place) or self.times.zone_told(sheet.extraction.countries, speaker, context.country)

    def _alternates(self, document: Document, frame: Frame, context: PlaceContext) -> tuple[str, ...]:
        if frame.to is None:
            return ()
        found = []
        for ids in frame.to.members:
            picked = self.places.choose(ids, PlaceKind.AIRPORT, frame.to.within, context)
            if picked is not None:
                found.append(picked)
        return tuple(dict.fromkeys(found))


_OF_AIRPORTS = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)


def _is_unknown_village(phrase: PlacePhrase) -> bool:
    """Tell whether a place is one village no pack knows, which lies where the one who tells of it speaks for."""
    return len(phrase.members) == 1 and is_unknown(phrase.members[0]) and phrase.kinds == (PlaceKind.SETTLEMENT,)


def _unresolved(phrase: PlacePhrase) -> str:
    """Say why a place stays open."""
    if all(len(ids) == 1 for ids in phrase.members):
        return "the only place the packs know by this name lies far from what the text is about"
    return "several places have this name and nothing in the text tells which is meant"


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
