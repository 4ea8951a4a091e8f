"""Posts of nothing but "мінус 3 на Сумщині": so many fewer in the air, in channels that speak of nothing else."""

from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Frame, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType, Qualifier, Unit

_MINUS = frozenset(("мінус", "минус", "minus"))
_WHERE = frozenset(("на", "над", "в", "у", "під", "под", "біля", "возле", "over", "in", "near", "по"))
_WEATHER = (
    "мороз",
    "градус",
    "погод",
    "темпер",
    "снег",
    "сніг",
    "frost",
    "degree",
    "weather",
    "temperat",
    "прогноз",
    "°",
)
_AIR = ("бпла", "ракет", "тревог", "тривог", "пво", "ппо", "шахед", "дрон")
_LONGEST = 8  # words of the line
_POST = 40  # words of the post
_ONE = frozenset(("один", "одна", "одну", "одного", "one"))
_MOST = 60  # downed in one line of a channel


def read_minus(scene: Scene, sentence: Sentence) -> list[Frame]:
    """Return what a line "minus N over a place" says was downed, or nothing: frost is told with the same words."""
    reading = scene.reading
    words = reading.tokens.words
    start = sentence.start + (0 if words[sentence.start] in _MINUS else 1)
    short = sentence.stop - sentence.start <= _LONGEST and len(words) <= _POST
    if short and words[sentence.stop - 2] in _MINUS and _is_of_the_air(scene):
        return _closing(scene, sentence)
    if not short or start + 2 >= sentence.stop or words[start] not in _MINUS or words[start + 2] not in _WHERE:
        return []
    places = scene.places_in(start + 3, sentence.stop)
    count = _count_at(scene, start + 1)
    if not places or count is None or any(stem in reading.tokens.folded for stem in _WEATHER):
        return []
    return [_frame(scene, sentence, start, places[0], count)]


def _is_of_the_air(scene: Scene) -> bool:
    """Tell whether a post names what flies, an alert or those who defend."""
    reading = scene.reading
    agents = any(a.value == "defence" for a in reading.by_category.get("agent", ()))
    return agents or bool(reading.object_values) or any(s in reading.tokens.folded for s in _AIR)


def _closing(scene: Scene, sentence: Sentence) -> list[Frame]:
    """Return what "Работа ПВО над Джанкоем: минус один" says: the place stands before, the number last."""
    token = sentence.stop - 2
    places = scene.places_in(sentence.start, token)
    count = _count_at(scene, token + 1)
    if not places or count is None or any(stem in scene.reading.tokens.folded for stem in _WEATHER):
        return []
    return [_frame(scene, sentence, token, places[-1], count)]


def _frame(scene: Scene, sentence: Sentence, token: int, place: PlacePhrase, count: Count) -> Frame:
    reading = scene.reading
    things = {t for t in scene.object_types() if t is not ObjectType.UNKNOWN}
    frame = Frame(Kind.INTERCEPTION, reading.span(token, token + 1), sentence.index, "minus.interception.downed")
    frame.fate, frame.place, frame.token = Fate.DOWNED, place, token + 1
    frame.object = next(iter(things)) if len(things) == 1 else ObjectType.UNKNOWN
    frame.count, frame.count_span = count, reading.span(token + 1, token + 2)
    return frame


def _count_at(scene: Scene, token: int) -> Count | None:
    """Return the number a token is, where it may be that of things downed."""
    number = scene.reading.at("number", token)
    word = scene.reading.tokens.words[token]
    told = 1 if word in _ONE else 0
    if word.isdigit() or number is not None:
        told = int(word if number is None else float(number.value))
    if not 0 < told <= _MOST:
        return None
    text = scene.reading.words(token, token + 1)
    return Count(low=told, high=told, stated=told, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text)
