"""The place of a frame whose own clause names none: its sentence's only one, else what the text is about."""

from dataclasses import replace

from skyledger.extract.anchoring import anchored
from skyledger.extract.areas import holds, known_places
from skyledger.extract.frames.closing import SUM_OF_LIST
from skyledger.extract.nearest_area import nearest_area
from skyledger.extract.scene import Scene
from skyledger.extract.topic import Topic
from skyledger.model.frame import Frame, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType, PlaceKind

# Frames that only make sense where something in the air caused them.
SUPPORTING = frozenset(
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
_SUMMED = SUPPORTING - {Kind.NO_CASUALTIES, Kind.NO_DAMAGE}
OF_AIRPORTS = {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING}


def place_in_context(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame) -> None:
    """Give a frame the place its sentence or the text before it is about."""
    if frame.place is not None and (area := nearest_area(scene, sentence, frame.place, topic.wide)) is not None:
        frame.place = area
    if frame.place is not None and frame.place.role == "anaphor":
        frame.place = anchored(scene, frame.place)
        if frame.place is not None and frame.place.members[0] == ("anaphor:country",):
            named = [p for p in scene.places_in(sentence.start, sentence.stop) if p.role == "place"]
            frame.place = named[0] if len(named) == 1 else None
            return
    if frame.place is not None or _stays_without(scene, topic, sentence, frame):
        return
    frame.place = _inherited(scene, topic, sentence, frame)
    frame.inherited_place = frame.place is not None


def _stays_without(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether a frame takes no place from elsewhere: a figure of a list, a sum, a diversion from nowhere told."""
    if frame.to is not None and frame.kind is Kind.DIVERSION and topic.place is None:
        return True
    if scene.apart and (frame.kind is Kind.DIVERSION or frame.detail == "flights"):
        return True
    listed = sentence.lead is not None and frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)
    return listed or frame.rule.endswith(SUM_OF_LIST)


def _inherited(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame) -> PlacePhrase | None:
    """Return the only place of the sentence for what an attack did, else the one the text is about."""
    here = [p for p in scene.places_in(sentence.start, sentence.stop) if p.role == "place"]
    if len(here) == 1 and (frame.kind in SUPPORTING or _is_aimed_at(scene, frame, here[0])):
        return here[0]
    if frame.kind is Kind.ALERT:  # an alert is for whole areas; of several places spoken of before none is its own
        return topic.place if topic.place is not None and _is_only_place(scene, topic.place) else None
    if frame.kind in OF_AIRPORTS and topic.place is not None:
        return _as_airports(topic.place)
    if (own := _of_office(scene, topic, sentence, here)) is not None:
        return own
    place = topic.for_frame(sentence, frame)
    if topic.wide is not None and scene.reading.starting("total", sentence.start, sentence.start + 1):
        place = topic.wide  # "Рени — тихо. Итого по области трое раненых"
    if frame.kind is Kind.INTERCEPTION and _is_airports(scene, place):
        return None  # "Внуково не принимало рейсы. Собянин отчитался о восьми сбитых"
    if frame.object is ObjectType.BALLOON and _is_airports(scene, place):
        return _country_of(scene, place)
    if frame.kind in (Kind.NO_CASUALTIES, Kind.NO_DAMAGE) and _is_airports(scene, place):
        return None  # "аэропорты не работали. Никто не пострадал"
    if place is None or (len(place.members) > 1 and frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)):
        return None
    if len(place.members) > 1 and frame.kind in _SUMMED and _is_of_towns(scene, place):
        if (wide := topic.wide) is not None and holds(scene.reading, wide, place):
            return wide  # "Были обстреляны Рыльск и Суджа. За сутки погибли двое"
        official = scene.reading.document.outlet.type == "official"
        if official and topic.time is not None and topic.time.kind == "past_day":
            return None  # the owner's sum of the day, for his whole region
    of_flights = frame.detail == "flights" or frame.kind is Kind.DIVERSION
    return _as_airports(place) if of_flights else place


def _of_office(scene: Scene, topic: Topic, sentence: Sentence, here: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the region whose office tells of something, where the text was about another one: "у Сумській ОВА"."""
    if here or topic.place is None:
        return None
    office = _office_in(scene, sentence)
    if office is None:
        return None
    regions = set(office.members[0])
    about = {p.id if p.kind is PlaceKind.REGION else p.region for p in known_places(scene.reading, topic.place)}
    return None if "" in about or about & regions or len(regions) != 1 else office


def _office_in(scene: Scene, sentence: Sentence) -> PlacePhrase | None:
    """Return the region of the only office named in a sentence: of a governor, or of an administration."""
    reading = scene.reading
    named = [p for p in scene.phrases_in(sentence.start, sentence.stop) if p.role == "office"]
    if named:
        whole = len(named) == 1 and all(p.kind is PlaceKind.REGION for p in known_places(reading, named[0]))
        return replace(named[0], role="place") if whole and len(named[0].members) == 1 else None
    officials = reading.packs.officials
    bodies = [m for m in reading.in_range("body", sentence.start, sentence.stop) if m.value in officials]
    regions = {o.region for m in bodies if (o := officials[m.value]).is_body and o.role in _OF_REGIONS}
    if len(regions) != 1 or "" in regions or len({m.value for m in bodies}) != 1:
        return None
    first = bodies[0]
    span = reading.span(first.start, first.stop)
    return PlacePhrase((tuple(regions),), first.start, first.stop, span, "place", (PlaceKind.REGION,), (), (span,))


_OF_REGIONS = ("administration", "government")


def _is_of_towns(scene: Scene, place: PlacePhrase) -> bool:
    """Tell whether a list names towns or villages only."""
    return all(p.kind is PlaceKind.SETTLEMENT for p in known_places(scene.reading, place))


def _is_aimed_at(scene: Scene, frame: Frame, place: PlacePhrase) -> bool:
    """Tell whether a place is the country all was launched at: "22 Х-101 и 201 дрон выпустили по Украине"."""
    countries = all(p.kind is PlaceKind.COUNTRY for p in known_places(scene.reading, place))
    return frame.kind is Kind.ATTACK and frame.fate is Fate.LAUNCHED and countries


def _as_airports(place: PlacePhrase) -> PlacePhrase:
    return replace(place, kinds=tuple(PlaceKind.AIRPORT for _ in place.members))


def _is_only_place(scene: Scene, place: PlacePhrase) -> bool:
    """Tell whether a text speaks of no other place."""
    return all(p.members == place.members for p in scene.places if p.role in ("place", "dateline"))


def _country_of(scene: Scene, place: PlacePhrase | None) -> PlacePhrase | None:
    """Return the country abroad into which balloons drifted, so that its airports were shut."""
    countries = {p.country for p in known_places(scene.reading, place)} - {"RU", "UA", ""}
    if place is None or len(countries) != 1:
        return place
    return replace(place, members=((countries.pop(),),), kinds=(None,), within=(), member_spans=(place.span,))


def _is_airports(scene: Scene, place: PlacePhrase | None) -> bool:
    """Tell whether a place is one or more airports, or was named as such."""
    if place is not None and place.kinds and all(k is PlaceKind.AIRPORT for k in place.kinds):
        return True
    known = scene.reading.packs.places
    ids = [] if place is None else [i for m in place.members for i in m if i in known]
    return bool(ids) and all(known[i].kind is PlaceKind.AIRPORT for i in ids)
