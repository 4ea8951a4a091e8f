"""Is this document about something in the air at all? Precision first: a flood's dead are no casualties of a raid."""

import re

from skyledger.extract.aftermath import tells_aftermath
from skyledger.extract.civil_craft import names_craft
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.timing import is_old
from skyledger.extract.words import ELSEWHERE
from skyledger.model.frame import Frame, Mention
from skyledger.model.kinds import ClaimStatus, Fate, Kind, Modality, ObjectType, PlaceKind
from skyledger.packs.records import GazetteerPlace

_ANCHORS = frozenset(
    (
        Kind.INTERCEPTION,
        Kind.ATTACK,
        Kind.AIRSPACE_CLOSURE,
        Kind.AIRSPACE_REOPENING,
        Kind.DIVERSION,
        Kind.ALERT,
        Kind.SIGHTING,
    )
)
_OF_FLIGHTS = frozenset((Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION))
# Words that are of the air by themselves, as stems.
_AIR_STEMS = (
    "drone uav fpv missile shahed airstrike pvo rosaviatsia kamikaze пво ппо дрон бпла беспилот безпілот ракет воздушн "
    "повітрян росавиац росавіац шахед герань герани герані авиабомб авіабомб "
    "geran gerbera гербер lancet ланцет iskander искандер іскандер kinzhal кинжал кинджал kalibr "
    "ballistic баллист балісти anti-aircraft airborne"
).split()
_AIR_PHRASES = (
    " каб ",
    " кабы",
    " кабов",
    " кабами",
    " каби",
    " кабів",
    " fpv",
    "air def",
    "air strike",
    "air raid",
    "air-raid",
    "glide bomb",
    "guided bomb",
    "air attack",
)
_AIR = (*_AIR_STEMS, *_AIR_PHRASES)
# Words of any attack: of the air only where the text is about the region these packs know.
_ATTACK_STEMS = (
    "удар обстр атак прилет приліт прильот влуч попадан тревог тривог наліт налет обломк уламк взрыв вибух "
    "explosion blast strike attack raid shelling debris barrage bombard "
    "отбоя отбою boom bang хлопк бахну бабах гупну безэкипаж безекіпаж пвошник пэвэо "
    "shrapnel all-clear aggressor warhead himars kinzhal molniya geranium pilotless"
).split()
# Words of the same in English that begin others, or are more than one.
_ATTACK_PHRASES = (
    " enemy",
    " hostile",
    " the occup",
    " kab ",
    " kabs ",
    " fab-",
    " the hit ",
    " hits on ",
    " direct hit",
    " armed aggression",
    "air alarm",
    "air alert",
    "all clear",
    "flying robot",
    "air robot",
    "under fire",
)
# Countries whose skies the packs know: both sides, their neighbours, and where airports closed for drones.
_THEATRE = frozenset("RU UA BY MD PL RO HU SK LT LV EE FI NO SE DK DE CZ BG GE KZ NL BE FR GB AT TR".split())
_THEATRE_STEMS = tuple(
    "russia ukrain crimea kyiv kiev moscow kremlin polish poland lithuan latvi eston romania moldov danish denmark "
    "german finnish norweg swedish belarus".split()
)
# Wreckage by name; a bare "fell" may be said of a crane, a tree or a market.
_WRECKAGE = ("облом", "улам", "осколк", "фрагмент", "debris", "wreck", "fragment", "shrapnel", "remains")
_FROM_THE_SKY = ("с неба", "з неба", "from the sky", "out of the sky")
_NO_WEAPONS = frozenset((None, ObjectType.UNKNOWN, ObjectType.AIRCRAFT, ObjectType.BALLOON))
# What nobody calls so but a raid, whatever else a text speaks of ("planned outages became emergency ones").
_MASSED = re.compile(
    r"(?:массированн|комбинированн|масован|комбінован)\w* (?:\w+ )?(?:удар|обстр|атак|налет|наліт)|"
    r"(?:mass|massive|massed|combined|overnight) (?!heart|cyber|ddos)(?:\w+ )?"
    r"(?:strike|attack|raid|barrage|bombardment)s?\b"
)
_CYRILLIC = re.compile("[а-яіїєґ]")
_OFFICIAL = frozenset(("official", "regulator"))
# Channels and chats speak of where they are, without naming it.
_AT_HOME = _OFFICIAL | {"channel"}
# Weapons that fly, by words that mean nothing else.
_WEAPONS = ("shahed", "uavs", "drones", "attack drone", "strike drone", "fpv", "ballistic missile", "cruise missile")


def _names_object(reading: Reading, hedge: Mention) -> bool:
    words = reading.words(hedge.start, hedge.stop).lower()
    return any(stem in words for stem in ("drone", "беспилот", "дрон", "безпілот"))


_NO_BOND = re.compile(
    r"не ма(?:є|ють|ло|ла|в) (?:жодного )?(?:стосунку|відношення)|(?:стосунку|відношення) не ма|не пов'язан|"
    r"не име\w+ (?:никакого )?отношения|отношения не име|не связан\w* с|nothing to do with|unrelated to|not related to"
)


def _has_nothing_to_do(reading: Reading) -> bool:
    """Tell whether what is told is said to have nothing to do with the air: "до атак дронів не має стосунку"."""
    folded = reading.tokens.folded
    if _NO_BOND.search(folded) is None:
        return False
    told = (folded[s.first : s.last] for s in reading.sentences)
    return any(_NO_BOND.search(t) and any(stem in t for stem in (*_AIR_STEMS, "атак", "attack", "обстр")) for t in told)


def _cause_denied(scene: Scene) -> bool:
    """Tell whether the text says it was no drone or missile."""
    reading = scene.reading
    if any(t.value == "other_cause" and "weak" not in t.flags for t in reading.by_category.get("trap", ())):
        return True
    if _has_nothing_to_do(reading):
        return True
    for sentence in reading.sentences:
        hedges = reading.in_range("hedge", sentence.start, sentence.stop)
        objects = reading.in_range("object", sentence.start, sentence.stop)
        negations = reading.in_range("negation", sentence.start, sentence.stop)
        if any(0 <= o.start - n.stop <= 2 and not _is_of_number(reading, n) for o in objects for n in negations):
            return True  # "a gas leak, not a drone", "not by a drone"
        if any(h.value == "denied" and _names_object(reading, h) for h in hedges):
            return True
        if any(h.value == "denied" for h in hedges) and (
            reading.in_range("object", sentence.start, sentence.stop)
            or any(t.value in ("attacked", "hit") for t in reading.in_range("trigger", sentence.start, sentence.stop))
        ):
            return True
    return False


def _is_of_number(reading: Reading, negation: Mention) -> bool:
    """Tell whether a negation belongs to a number: "не менше семи дронів"."""
    return reading.tokens.words[negation.stop : negation.stop + 1] in (["менше"], ["менш"], ["менее"], ["меньше"])


_OLD_BOMBS = (
    *("времен войны", "времен великой", "времен второй мир", "времен вов", "часів війни", "часів другої світ"),
    *("second world war", "world war two", "world war ii", "wwii", "wartime bomb", "unexploded wartime"),
)


def without_old_bombs(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop what sappers did with a bomb of an older war, in a text that names nothing else that flies."""
    folded = scene.reading.tokens.folded
    if not any(words in folded for words in _OLD_BOMBS):
        return frames
    if any(m.value not in ("guided_bomb", "unknown") for m in scene.reading.by_category.get("object", ())):
        return frames
    for frame in frames:
        scene.reject_span(frame.trigger, frame.kind.value, "a bomb of an older war")
    return []


def is_about_the_air(scene: Scene, frames: list[Frame]) -> bool:
    """Tell whether anything in the air is spoken of, so that effects on the ground may be its effects.

    An anchor is an interception, attack, closure or alert among the frames, or words of the air in the text; an
    official's channel that reports harm is taken to speak of attacks, as its short follow-ups name nothing else.
    """
    if any(
        f.kind in _ANCHORS and f.status is ClaimStatus.CURRENT and f.modality is not Modality.DENIED for f in frames
    ):
        return True
    if _MASSED.search(scene.reading.tokens.folded) and not _has_nothing_to_do(scene.reading):
        return True
    if _cause_denied(scene) or any(_is_long_past(scene, f) for f in frames):
        return False
    folded = scene.reading.tokens.folded
    if names_craft(scene.reading, _AIR):
        return True
    if _other_causes(scene.reading):
        return False
    if scene.reading.document.outlet.type in _OFFICIAL or any(
        stem in folded for stem in (*_ATTACK_STEMS, *_ATTACK_PHRASES)
    ):
        return True
    return tells_aftermath(scene.reading)


def _is_long_past(scene: Scene, frame: Frame) -> bool:
    """Tell whether something only recalled is not of these days: "напомним, в ночь на среду сюда упали обломки" is."""
    published = scene.reading.document.published_at
    if frame.status is ClaimStatus.CURRENT:
        return False
    dated = frame.time is not None and any(month and day for day, month, _ in frame.time.dates)
    return not (dated and published is not None and not is_old(frame.time, published))


_WEATHER_BALLOONS = ("метеозонд", "метеокул", "метеошар", "weather balloon", "radiosonde", "weather sonde")
_FALLS = frozenset((None, Fate.DEBRIS, Fate.AIRBORNE))


def without_weather(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop what came down or was seen where the text says that it was a weather balloon."""
    folded = scene.reading.tokens.folded
    if not any(word in folded for word in _WEATHER_BALLOONS):
        return frames
    if any(f.kind is Kind.INTERCEPTION or f.fate is Fate.HIT or f.kind in _OF_FLIGHTS for f in frames):
        return frames
    seen = [f for f in frames if f.kind in (Kind.ATTACK, Kind.SIGHTING) and f.fate in _FALLS]
    for frame in seen:
        scene.reject_span(frame.trigger, frame.kind.value, "a weather balloon")
    return [f for f in frames if f not in seen]


def _other_causes(reading: Reading) -> list[Mention]:
    """Return the words of accidents, weather, animals and the like that a text holds."""
    return [t for t in reading.by_category.get("trap", ()) if t.value == "other_cause"]


def without_accidents(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop strikes and falls without a weapon, and closures, where the text speaks of nothing in the air.

    "A crane fell on the house" names another cause; a bare "fell" names none and is no wreckage either.
    """
    bare = [f for f in frames if f.kind in _OF_FLIGHTS or (f.kind is Kind.ATTACK and _is_unarmed(scene, f))]
    folded = scene.reading.tokens.folded
    if not bare or any(stem in folded for stem in _AIR):
        return frames
    if not _other_causes(scene.reading):
        bare = [f for f in bare if f.fate is Fate.DEBRIS and not _is_wreckage(scene, f)]
    for frame in bare:
        scene.reject_span(frame.trigger, frame.kind.value, "no weapon is spoken of")
    return [f for f in frames if f not in bare]


def _is_unarmed(scene: Scene, frame: Frame) -> bool:
    if frame.object in _NO_WEAPONS:
        return True
    span = frame.object_span
    stormy = span is not None and [
        t for t in _other_causes(scene.reading) if scene.reading.span(t.start, t.stop) == span
    ]
    # "ураган", "смерч" are rockets only where nothing says that they are weather, or in quotes as a make is
    return bool(stormy) and (span is None or scene.reading.text[span.start - 1] not in '«"“„')


def _is_wreckage(scene: Scene, frame: Frame) -> bool:
    folded = scene.reading.tokens.folded
    words = folded[frame.trigger.start : frame.trigger.stop]
    return any(stem in words for stem in _WRECKAGE) or any(sky in folded for sky in _FROM_THE_SKY)


_NAMESAKE = re.compile(r"\b[a-z]+, (?:" + "|".join(sorted(ELSEWHERE)) + r")\b")


def is_in_theatre(scene: Scene) -> bool:
    """Tell whether a text may be about the countries the packs know.

    Texts in Cyrillic and those of officials are; others must name a place or a people of the region, since words like
    "attacked" and "killed" in news from elsewhere have nothing to do with it.
    """
    document, folded = scene.reading.document, scene.reading.tokens.folded
    if document.outlet.type in _AT_HOME or _CYRILLIC.search(folded):
        return True
    named = _NAMESAKE.sub("", folded)
    if any(s in named for s in _THEATRE_STEMS):
        return True
    places = scene.reading.packs.places
    ids = {i for phrase in scene.places for ids in phrase.members for i in ids}
    return any("+" in i or (i in places and _is_known_abroad(places[i])) for i in ids)


def names_weapons(scene: Scene) -> bool:
    """Tell whether a text names weapons that fly by words that mean nothing else, wherever it may be."""
    folded = scene.reading.tokens.folded
    return any(word in folded for word in _WEAPONS)


def without_far_effects(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop what a text from elsewhere tells where nothing in it was attacked, shot down or closed: a drone show."""
    if any(f.kind in (Kind.INTERCEPTION, Kind.ATTACK) for f in frames):
        return frames
    for frame in frames:
        scene.reject_span(frame.trigger, frame.kind.value, "no place of the region these packs know")
    return []


def _is_known_abroad(place: GazetteerPlace) -> bool:
    """Tell whether a place of the region is large enough that its name in a foreign text means it."""
    if place.kind is PlaceKind.SEA:  # the packs hold those of the region only
        return True
    return place.country in _THEATRE and (place.kind is not PlaceKind.SETTLEMENT or place.population >= 1000)
