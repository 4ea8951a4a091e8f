"""The area named beside a village no pack knows there: as near as can be said without guessing.

A village that is in no gazetteer, or whose only namesakes lie in other regions, is in the district or region its
entry, its line or the text before it is about.
"""

from skyledger.extract.areas import is_area, is_city_part, known_places
from skyledger.extract.scene import Scene
from skyledger.extract.words import VILLAGE_HEADS
from skyledger.model.frame import PlacePhrase, Sentence
from skyledger.model.kinds import PlaceKind

_SMALL = 30_000  # inhabitants; a larger town is known by its name alone


def nearest_area(scene: Scene, sentence: Sentence, place: PlacePhrase, wide: PlacePhrase | None) -> PlacePhrase | None:
    """Return the area a village lies in where its name says nothing, else None.

    Args:
        scene: The document.
        sentence: Where the village is named.
        place: The village.
        wide: The last region or district the text was about.
    """
    if place.role != "place" or len(place.members) != 1 or place.within:
        return None
    reading = scene.reading
    headed = place.start > 0 and reading.tokens.words[place.start - 1] in VILLAGE_HEADS
    known = known_places(reading, place)
    if not known:
        return (_in_line(scene, sentence, place) or wide) if _is_unknown_village(place) else None
    if any(p.kind is not PlaceKind.SETTLEMENT for p in known):
        return None
    area = (_in_line(scene, sentence, place) or wide) if headed else _before(scene, sentence.start, place)
    if area is None or not (headed or all(p.population < _SMALL for p in known)):
        return None
    regions = {p.region for p in known_places(reading, area)}
    return None if any(p.region in regions for p in known) else area


def _in_line(scene: Scene, sentence: Sentence, place: PlacePhrase) -> PlacePhrase | None:
    """Return the last district or region named before a village in its line: "Белгородский округ — ..."."""
    sentences = scene.reading.sentences
    first = sentence.index
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return _before(scene, sentences[first].start, place)


def _before(scene: Scene, start: int, place: PlacePhrase) -> PlacePhrase | None:
    """Return the last district or region named from a token on and before a village; no part of a city."""
    before = [p for p in scene.phrases_in(start, place.start) if p.role == "place" and is_area(scene.reading, p)]
    areas = [a for a in before if not all(map(is_city_part, known_places(scene.reading, a)))]
    return areas[-1] if areas else None


def _is_unknown_village(place: PlacePhrase) -> bool:
    return place.members[0][0].startswith("unknown:") and place.kinds == (PlaceKind.SETTLEMENT,)
