"""Document -> frames: phrases, then rules sentence by sentence, then context for what is left out."""

from dataclasses import replace

from skyledger.extract.anchoring import anchored
from skyledger.extract.attribution import Attribution, attribute_sentences
from skyledger.extract.context import modality_at
from skyledger.extract.frames import airspace, alerts, effects, fates, harm
from skyledger.extract.frames.air_states import may_tell_states
from skyledger.extract.frames.airspace import AirspaceRule
from skyledger.extract.frames.alerts import AlertRule
from skyledger.extract.frames.bound import may_be_bound
from skyledger.extract.frames.closing import SUM_OF_LIST
from skyledger.extract.frames.counted import CountedRule
from skyledger.extract.frames.darkened import may_be_dark
from skyledger.extract.frames.effects import EffectRule
from skyledger.extract.frames.harm import HarmRule
from skyledger.extract.frames.items import without_headings
from skyledger.extract.frames.lacking import may_lack
from skyledger.extract.frames.ruined import may_be_ruined
from skyledger.extract.frames.running import mark_outgrown
from skyledger.extract.frames.tallied import may_tally
from skyledger.extract.frames.twice import with_further_windows
from skyledger.extract.frames.victims import may_have_victims
from skyledger.extract.genre import Genre
from skyledger.extract.nearest_area import nearest_area
from skyledger.extract.reading import Reading, read_document
from skyledger.extract.relevance import (
    is_about_the_air,
    is_in_theatre,
    names_weapons,
    without_accidents,
    without_far_effects,
    without_weather,
)
from skyledger.extract.repeats import drop_repeats, without_tolls
from skyledger.extract.restated import drop_restated
from skyledger.extract.scene import Scene, build_scene
from skyledger.extract.sides import drop_borrowed_place
from skyledger.extract.timing import fill_backwards, time_in_context
from skyledger.extract.topic import Topic
from skyledger.extract.totals import mark_totals
from skyledger.extract.unknown import note_unknown
from skyledger.model.document import Document
from skyledger.model.frame import Extraction, Frame, PlacePhrase, Sentence
from skyledger.model.kinds import ClaimStatus, Kind, Modality, PlaceKind
from skyledger.packs.load import Packs

# Frames that only make sense where something in the air caused them.
_SUPPORTING = frozenset(
    (
        Kind.DAMAGE,
        Kind.FIRE,
        Kind.POWER_OUTAGE,
        Kind.CASUALTIES,
        Kind.NO_CASUALTIES,
        Kind.NO_DAMAGE,
        Kind.OTHER_EFFECT,
    )
)
_NEVER_PLACED_BY_TOPIC = frozenset((Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION, Kind.ALERT))


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
    extraction.countries = _countries_named(scene)
    return extraction


# Rules with the triggers of which each needs one somewhere in a text; harm first: what it reads as "no damage" is no
# damage for the effects.
_RULES = (
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
    elsewhere = None if in_theatre or names_weapons(scene) else "no place of the region these packs know"
    genre = Genre(scene)
    spoken = {m.value for category in ("trigger", "agent") for m in reading.by_category.get(category, ())}
    if reading.object_values:
        spoken.add("hit")  # what flies may strike by a verb no pack knows
    if not spoken.isdisjoint(airspace.TRIGGERS) or may_tell_states(reading) or may_be_bound(reading):
        spoken |= airspace.TRIGGERS
    if spoken.isdisjoint(effects.TRIGGERS) and may_lack(reading):
        spoken |= effects.TRIGGERS
    if may_be_dark(reading) or may_tally(reading) or may_be_ruined(reading):
        spoken |= effects.TRIGGERS
    if "unit" in reading.starts and may_have_victims(reading):
        spoken |= effects.TRIGGERS | harm.TRIGGERS
    if " toll" in reading.tokens.folded or "жертво" in reading.tokens.folded:
        spoken |= harm.TRIGGERS  # "the toll rose to seven", "жертвою удару стала жінка"
    rules = [rule(scene) for rule, triggers in _RULES if not triggers.isdisjoint(spoken)]
    frames: list[Frame] = []
    topic = Topic(scene)
    for sentence in reading.sentences:
        here = [frame for rule in rules for frame in rule.read(sentence)]
        here.sort(key=lambda f: f.token)
        trap = genre.silences(sentence) or elsewhere
        if trap is not None:
            for frame in here:
                scene.reject_span(frame.trigger, frame.kind.value, trap)
            continue
        for frame in here:
            frame.in_list = sentence.lead is not None
            _place_in_context(scene, topic, sentence, frame)
            time_in_context(scene, topic, sentence, frame)
            _voice(reading, sentence, frame, attributions)
            drop_borrowed_place(scene, frame)
        here = with_further_windows(scene, sentence, here)
        genre.recall(sentence, here)
        mark_outgrown(scene, here)
        topic.after(sentence, here)
        frames += here
    frames = without_headings(frames)
    fill_backwards(frames, reading.document.published_at)
    frames = _without_lead(scene, _without_heading(scene, frames))
    frames = without_tolls(scene, frames)
    frames = sorted(drop_repeats(scene, drop_restated(scene, frames)), key=lambda f: f.token)
    frames = without_accidents(scene, frames if in_theatre else without_far_effects(scene, frames))
    frames = without_weather(scene, frames)
    if not is_about_the_air(scene, frames):
        for frame in frames:
            if frame.kind in _SUPPORTING and frame.modality is not Modality.DENIED:
                scene.reject_span(frame.trigger, frame.kind.value, "nothing in the air caused it here")
        frames = [f for f in frames if f.kind not in _SUPPORTING or f.modality is Modality.DENIED]
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


def _place_in_context(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame) -> None:
    """Give a frame the place its sentence or the text before it is about."""
    if frame.place is not None and (area := nearest_area(scene, sentence, frame.place, topic.wide)) is not None:
        frame.place = area
    if frame.place is not None and frame.place.role == "anaphor":
        frame.place = anchored(scene, frame.place)
        if frame.place is not None and frame.place.members[0] == ("anaphor:country",):
            named = [p for p in scene.places_in(sentence.start, sentence.stop) if p.role == "place"]
            frame.place = named[0] if len(named) == 1 else None
            return
        if frame.place is not None:
            return
    if frame.place is not None or (frame.to is not None and frame.kind is Kind.DIVERSION and topic.place is None):
        return
    if sentence.lead is not None and frame.kind in (Kind.INTERCEPTION, Kind.ATTACK):
        return
    if frame.rule.endswith(SUM_OF_LIST):
        return
    if frame.kind not in _NEVER_PLACED_BY_TOPIC or frame.kind is not Kind.ALERT:
        here = scene.places_in(sentence.start, sentence.stop)
        here = [p for p in here if p.role == "place"]
        if len(here) == 1 and frame.kind in _SUPPORTING:
            frame.place, frame.inherited_place = here[0], True
            return
    if frame.kind is Kind.ALERT:  # an alert is for whole areas; of several places spoken of before none is its own
        if topic.place is not None and _is_only_place(scene, topic.place):
            frame.place, frame.inherited_place = topic.place, True
        return
    if frame.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING) and topic.place is not None:
        frame.place = replace(topic.place, kinds=tuple(PlaceKind.AIRPORT for _ in topic.place.members))
        frame.inherited_place = True
        return
    place = topic.for_frame(sentence, frame)
    if topic.wide is not None and scene.reading.starting("total", sentence.start, sentence.start + 1):
        place = topic.wide  # "Рени — тихо. Итого по области трое раненых"
    if frame.kind in (Kind.NO_CASUALTIES, Kind.NO_DAMAGE) and _is_airports(scene, place):
        return  # "аэропорты не работали. Никто не пострадал"
    if place is not None and not (frame.kind in (Kind.INTERCEPTION, Kind.ATTACK) and len(place.members) > 1):
        frame.place, frame.inherited_place = place, True
        if frame.detail == "flights":
            frame.place = replace(place, kinds=tuple(PlaceKind.AIRPORT for _ in place.members))


def _is_only_place(scene: Scene, place: PlacePhrase) -> bool:
    """Tell whether a text speaks of no other place."""
    return all(p.members == place.members for p in scene.places if p.role in ("place", "dateline"))


def _is_airports(scene: Scene, place: PlacePhrase | None) -> bool:
    """Tell whether a place is one or more airports."""
    known = scene.reading.packs.places
    ids = [] if place is None else [i for m in place.members for i in m if i in known]
    return bool(ids) and all(known[i].kind is PlaceKind.AIRPORT for i in ids)


_OF_AIRPORTS = {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING}


def _without_heading(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop what a heading says of a city's flights where the text names the airports: "Moscow flights resume"."""
    places = scene.reading.packs.places

    def names_airport(frame: Frame) -> bool:
        ids = frame.place.members[0] if frame.place is not None else ()
        return any(i in places and places[i].kind is PlaceKind.AIRPORT for i in ids)

    named = {f.kind for f in frames if f.sentence > 0 and names_airport(f)}
    kinds = named & {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING}
    placed = {f.kind for f in frames if f.sentence > 0 and f.place is not None}
    frames = [f for f in frames if f.sentence > 0 or f.place is not None or f.kind not in placed & _OF_AIRPORTS]
    return [f for f in frames if f.sentence > 0 or f.kind not in kinds or names_airport(f)]


def _without_lead(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop the closure of "Ограничения на полёты:", which names no airport, where the list below names them."""
    kinds = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)
    leads = {scene.reading.sentences[f.sentence].lead for f in frames if f.kind in kinds and f.place is not None}
    return [f for f in frames if f.kind not in kinds or f.place is not None or f.sentence not in leads]


def _voice(reading: Reading, sentence: Sentence, frame: Frame, attributions: dict[int, Attribution]) -> None:
    """Set modality and speaker; who spoke before does not vouch for what is recalled or only rumoured."""
    modality, span = modality_at(reading, sentence, frame.token, frame.token + 1)
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
    if known.phrase is not None and (known.explicit or not (recalled or rumoured)):
        frame.speaker = known.at(frame.token)


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


def _countries_named(scene: Scene) -> list[str]:
    """Return the countries a text speaks of, in order: of its regions, and those that act in it."""
    places = scene.reading.packs.places
    ids = [i for p in scene.places if p.role not in ("launch", "anaphor") for m in p.members if len(m) == 1 for i in m]
    named = [places[i].country or i[:2] for i in ids if i in places]
    return list(dict.fromkeys(c for c in named if c))
