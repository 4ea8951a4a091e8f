"""Document -> frames: phrases, then rules sentence by sentence, then context for what is left out."""

from collections.abc import Callable
from typing import Protocol

from skyledger.extract.attribution import Attribution, attribute_sentences
from skyledger.extract.context import modality_at
from skyledger.extract.flights_named import without_heading, without_lead
from skyledger.extract.frame_places import SUPPORTING, place_in_context
from skyledger.extract.frames import airspace, alerts, effects, fates, harm
from skyledger.extract.frames.ailments import may_have_ailments
from skyledger.extract.frames.air_states import may_tell_states
from skyledger.extract.frames.airspace import AirspaceRule
from skyledger.extract.frames.alerts import AlertRule
from skyledger.extract.frames.blows import may_number_strikes
from skyledger.extract.frames.bound import may_be_bound
from skyledger.extract.frames.came_through import may_be_survivors
from skyledger.extract.frames.counted import CountedRule
from skyledger.extract.frames.darkened import may_be_dark
from skyledger.extract.frames.deeds import may_tell_deeds
from skyledger.extract.frames.effects import EffectRule
from skyledger.extract.frames.harm import HarmRule
from skyledger.extract.frames.items import without_headings
from skyledger.extract.frames.lacking import may_lack
from skyledger.extract.frames.lifeless import may_be_lifeless
from skyledger.extract.frames.missing_people import may_be_missing
from skyledger.extract.frames.mourned import may_find_bodies
from skyledger.extract.frames.patients import may_be_patients
from skyledger.extract.frames.roads import may_stand_still
from skyledger.extract.frames.ruined import may_be_ruined
from skyledger.extract.frames.saved import may_be_saved
from skyledger.extract.frames.tallied import may_tally
from skyledger.extract.frames.twice import with_further_windows
from skyledger.extract.frames.updates import later_figures
from skyledger.extract.frames.victims import may_have_victims
from skyledger.extract.frames.weighed import WeighedRule, without_retold
from skyledger.extract.frames.weighed_words import WeighedWordsRule
from skyledger.extract.frames.weighing import Weighing
from skyledger.extract.frames.wrecked import may_be_wrecked
from skyledger.extract.genre import Genre
from skyledger.extract.headlines import without_headline
from skyledger.extract.place_told_later import fill_places
from skyledger.extract.reading import Reading, read_document
from skyledger.extract.relevance import (
    is_about_the_air,
    is_in_theatre,
    names_weapons,
    without_accidents,
    without_far_effects,
    without_old_bombs,
    without_weather,
)
from skyledger.extract.repeats import drop_repeats, without_tolls
from skyledger.extract.restated import drop_restated
from skyledger.extract.scene import Scene, build_scene
from skyledger.extract.side_voices import is_only_heard
from skyledger.extract.sides import drop_borrowed_place
from skyledger.extract.superseded import mark_logged, mark_outgrown
from skyledger.extract.taken_back import without_taken_back
from skyledger.extract.timing import fill_backwards, time_in_context
from skyledger.extract.topic import Topic
from skyledger.extract.totals import mark_totals
from skyledger.extract.unknown import note_unknown
from skyledger.extract.unreal import unreal_in
from skyledger.model.document import Document
from skyledger.model.frame import Extraction, Frame, PlacePhrase, Sentence
from skyledger.model.kinds import ClaimStatus, Kind, Modality
from skyledger.packs.load import Packs


def extract_document(document: Document, packs: Packs) -> Extraction:
    """Read one document.

    Args:
        document: The text as received.
        packs: What to look for.

    Returns:
        Mentions, frames in the order of the text, issues, and the triggers that made no frame with the reason.
    """
    reading = read_document(document, packs, eventful=True)
    extraction = Extraction(document.id)
    if not reading.sentences:
        return extraction
    scene = build_scene(reading)
    frames = _read_sentences(scene)
    extraction.frames = frames
    extraction.mentions = reading.mentions
    extraction.issues = scene.issues
    extraction.rejected = scene.rejected
    extraction.place_regions = _regions_named(scene)
    extraction.told_regions = _regions_told(scene)
    extraction.countries = _countries_named(scene)
    return extraction


class _Rule(Protocol):
    """Reads the frames of one family, sentence by sentence."""

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the frames of a sentence."""
        ...


# Rules with the triggers of which each needs one somewhere in a text; harm first: what it reads as "no damage" is no
# damage for the effects.
_RULES: tuple[tuple[Callable[[Scene], _Rule], frozenset[str]], ...] = (
    (HarmRule, harm.TRIGGERS),
    (CountedRule, fates.TRIGGERS | fates.ACTING),
    (AirspaceRule, airspace.TRIGGERS),
    (EffectRule, effects.TRIGGERS | {"downed"}),
    (AlertRule, alerts.TRIGGERS),
)


def _read_sentences(scene: Scene) -> list[Frame]:
    reading = scene.reading
    attributions, offices = attribute_sentences(reading, scene.places)
    scene.places = [_as_office(p) if p.start in offices else p for p in scene.places]
    in_theatre = is_in_theatre(scene)
    weighing = Weighing(scene)
    known = in_theatre or names_weapons(scene)
    elsewhere = None if known else "no place of the region these packs know"
    genre = Genre(scene)
    rules = _rules_for(scene)
    weighed = (WeighedRule(weighing), WeighedWordsRule(weighing))
    frames: list[Frame] = []
    topic = Topic(scene)
    for sentence in reading.sentences:
        here = [frame for rule in rules for frame in rule.read(sentence)]
        here = later_figures(scene, sentence, here, frames)
        trap = genre.silences(sentence) or elsewhere
        if trap is None:
            for left in weighed:
                here += left.read(sentence, here)
        here = _real(scene, sentence, sorted(here, key=lambda f: f.token))
        if trap is not None:
            for frame in here:
                scene.reject_span(frame.trigger, frame.kind.value, trap)
            continue
        for frame in here:
            frame.in_list = sentence.lead is not None
            place_in_context(scene, topic, sentence, frame)
            time_in_context(scene, topic, sentence, frame)
            _voice(reading, sentence, frame, attributions)
            drop_borrowed_place(scene, frame)
        here = with_further_windows(scene, sentence, here)
        genre.recall(sentence, here)
        mark_outgrown(scene, here)
        topic.after(sentence, here)
        frames += here
    if frames and not genre.tells_news() and weighing.is_quiet():
        frames = _recalled(scene, frames)
    return _settled(weighing, frames, in_theatre=in_theatre)


def _real(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the frames that are told, not feared, asked or supposed; what nobody confirms is told as that."""
    clauses = unreal_in(scene.reading, sentence) if frames else []
    for start, stop, reason, modality in clauses:
        span = scene.reading.span(start, stop)
        inside = [f for f in frames if span.start <= f.trigger.start < span.stop]
        for frame in inside:
            if modality is None:
                scene.reject_span(frame.trigger, frame.kind.value, reason)
            elif frame.modality is Modality.ASSERTED:
                frame.modality, frame.modality_span = modality, scene.reading.span(start, start + 1)
        frames = frames if modality is not None else [f for f in frames if f not in inside]
    return frames


def _recalled(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Return what a text without news recalls; what it seems to tell of these days is dropped with the reason."""
    for frame in frames:
        if frame.status is ClaimStatus.CURRENT:
            scene.reject_span(frame.trigger, frame.kind.value, "the text reads like one that tells nothing current")
    return [f for f in frames if f.status is not ClaimStatus.CURRENT]


def _rules_for(scene: Scene) -> list[_Rule]:
    """Return the rules of which a text has a word: one of the packs, or one that a manner of telling needs."""
    reading = scene.reading
    spoken = {m.value for category in ("trigger", "agent") for m in reading.by_category.get(category, ())}
    if reading.object_values or may_number_strikes(reading) or may_tell_deeds(reading):
        spoken.add("hit")  # what flies may strike by a verb no pack knows
    if not spoken.isdisjoint(airspace.TRIGGERS) or may_tell_states(reading) or may_be_bound(reading):
        spoken |= airspace.TRIGGERS
    if spoken.isdisjoint(effects.TRIGGERS) and may_lack(reading):
        spoken |= effects.TRIGGERS
    if may_be_saved(reading) or may_be_missing(reading) or may_be_wrecked(reading) or may_stand_still(reading):
        spoken |= effects.TRIGGERS
    if may_be_patients(reading) or may_be_lifeless(reading) or may_be_survivors(reading):
        spoken |= harm.TRIGGERS
    if may_have_ailments(reading) or may_find_bodies(reading):
        spoken |= harm.TRIGGERS
    if may_be_dark(reading) or may_tally(reading) or may_be_ruined(reading):
        spoken |= effects.TRIGGERS
    if "unit" in reading.starts and may_have_victims(reading):
        spoken |= effects.TRIGGERS | harm.TRIGGERS
    if " toll" in reading.tokens.folded or "жертво" in reading.tokens.folded:
        spoken |= harm.TRIGGERS  # "the toll rose to seven", "жертвою удару стала жінка"
    return [rule(scene) for rule, triggers in _RULES if not triggers.isdisjoint(spoken)]


def _settled(weighing: Weighing, frames: list[Frame], *, in_theatre: bool) -> list[Frame]:
    """Return what stands when all are seen: no repeats, nothing far from the air; wholes know their parts."""
    scene = weighing.scene
    frames = without_retold(without_headings(frames))
    fill_backwards(frames, scene.reading.document.published_at)
    fill_places(scene, frames)
    frames = without_lead(scene, without_heading(scene, frames))
    frames = without_tolls(scene, without_taken_back(scene, frames) if frames else frames)
    frames = sorted(drop_repeats(scene, drop_restated(scene, frames)), key=lambda f: f.token)
    frames = without_headline(scene, frames)
    frames = without_accidents(scene, frames if in_theatre else without_far_effects(scene, frames))
    frames = without_old_bombs(scene, without_weather(scene, frames))
    if not is_about_the_air(scene, frames) and not weighing.is_news():
        for frame in frames:
            if frame.kind in SUPPORTING and frame.modality is not Modality.DENIED:
                scene.reject_span(frame.trigger, frame.kind.value, "nothing in the air caused it here")
        frames = [f for f in frames if f.kind not in SUPPORTING or f.modality is Modality.DENIED]
    mark_logged(scene, frames)
    mark_totals(scene, frames)
    note_unknown(scene, frames)
    for frame in frames:
        if frame.whole is not None and frame.whole in frames:
            frame.parent = frames.index(frame.whole)
    return frames


def _as_office(place: PlacePhrase) -> PlacePhrase:
    return PlacePhrase(
        place.members, place.start, place.stop, place.span, "office", place.kinds, place.within, place.member_spans
    )


_ABSENCES = (Kind.NO_CASUALTIES, Kind.NO_DAMAGE)


def _voice(reading: Reading, sentence: Sentence, frame: Frame, attributions: dict[int, Attribution]) -> None:
    """Set modality and speaker; who spoke before does not vouch for what is recalled or only rumoured."""
    modality, span = modality_at(reading, sentence, frame.token, frame.token + 1)
    if modality is Modality.DENIED and frame.kind in _ABSENCES:
        modality = Modality.ASSERTED  # who denies a strike says himself that nobody was hurt
    if modality is not Modality.ASSERTED and (
        frame.modality is Modality.ASSERTED or modality is not Modality.PRELIMINARY
    ):
        frame.modality, frame.modality_span = modality, span
    known = attributions.get(sentence.index)
    if known is None:
        return
    frame.speaker_explicit = known.explicit
    recalled = frame.status is ClaimStatus.BACKGROUND
    rumoured = frame.modality is Modality.UNCONFIRMED
    # who told the news behind it need not have told of the alert that went before
    alarm = frame.kind is Kind.ALERT and not known.explicit and known.is_told_later(sentence)
    heard = frame.rule.endswith(".explosions") and _is_hearsay(reading, sentence, frame, known)
    if known.phrase is not None and (known.explicit or not (recalled or rumoured)) and not alarm and not heard:
        frame.speaker = known.at(frame.token)


def _is_hearsay(reading: Reading, sentence: Sentence, frame: Frame, known: Attribution) -> bool:
    """Tell whether explosions are what people heard before somebody spoke of what came of them."""
    if known.phrase is None or not known.explicit:
        return known.is_told_later(sentence)
    return is_only_heard(reading, frame, known.phrase)


def _regions_named(scene: Scene) -> list[str]:
    """Return the regions a document names outright, in order; they decide between namesakes."""
    places = scene.reading.packs.places
    named: list[str] = []
    for phrase in scene.places:
        if phrase.role in ("launch", "anaphor"):
            continue
        for ids in phrase.members:
            regions = {places[i].region for i in ids if i in places and places[i].region}
            if len(ids) == 1 or len(regions) == 1:
                named += sorted(regions)
    return list(dict.fromkeys(named))


def _regions_told(scene: Scene) -> list[str]:
    """Return the regions a document names by their own names, or puts beside a place."""
    told = [
        i for p in scene.places if p.role != "launch" for ids in (*p.members, p.within) for i in ids if "-" in i[2:3]
    ]
    return list(dict.fromkeys(told))


def _countries_named(scene: Scene) -> list[str]:
    """Return the countries a text speaks of, in order: of its regions, and those that act in it."""
    places = scene.reading.packs.places
    ids = [i for p in scene.places if p.role not in ("launch", "anaphor") for m in p.members if len(m) == 1 for i in m]
    named = [places[i].country or i[:2] for i in ids if i in places]
    return list(dict.fromkeys(c for c in named if c))
