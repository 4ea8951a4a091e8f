"""What a word that stands for a place means: "the region", "в городе", "there" are places named before."""

from dataclasses import replace

from skyledger.extract.areas import is_area, is_city_part, known_places
from skyledger.extract.scene import Scene
from skyledger.model.frame import PlacePhrase
from skyledger.model.kinds import PlaceKind

_REACH = 600  # tokens: "the region" means one named in the same text, not pages away


def anchored(scene: Scene, anaphor: PlacePhrase) -> PlacePhrase | None:
    """Return the place an anaphor stands for, in its own words; the anaphor itself where the text names none."""
    wanted = anaphor.members[0][0].removeprefix("anaphor:")
    near = [p for p in scene.phrases_in(max(0, anaphor.start - _REACH), anaphor.start) if p.role != "anaphor"]
    if wanted == "there":
        return _place_before(anaphor, [p for p in near if p.role not in ("dateline", "adjective")])
    if wanted == "same":
        return _place_before(anaphor, [p for p in near if p.role == "place"])
    if wanted == "both" or wanted.startswith("nth "):
        return _of_list(scene, anaphor, wanted.removeprefix("nth "), [p for p in near if p.role == "place"])
    if wanted == "district centre":
        return _seat(scene, anaphor, near)
    before = [p for p in near if p.role in ("place", "office", "dateline") and len(p.members) == 1]
    behind = scene.phrases_in(anaphor.stop, anaphor.stop + _REACH)
    after = [p for p in behind if p.role == "office" and len(p.members) == 1]
    if wanted == "city" and (city := _city_of_parts(scene, anaphor, before)) is not None:
        return city
    if wanted == "city":  # a town told of, before one whose mayor or hospital is named
        before.sort(key=lambda p: p.role == "place" and not is_area(scene.reading, p))
    found = (_meant(scene, anaphor, wanted, known) for known in [*reversed(before), *after])
    return next((p for p in found if p is not None), anaphor)


def _meant(scene: Scene, anaphor: PlacePhrase, wanted: str, known: PlacePhrase) -> PlacePhrase | None:
    """Return what an anaphor means if it points at a place named before."""
    places = scene.reading.packs.places
    own = known_places(scene.reading, known)
    regions = tuple(dict.fromkeys(p.region for p in own if p.region))
    if wanted == "centre" and len(regions) == 1:
        return _in_words_of(anaphor, (f"centre:{regions[0]}",))
    if wanted == "region" and regions:
        return _in_words_of(anaphor, regions)
    if wanted == "district":
        districts = tuple(p.id for p in own if p.kind is PlaceKind.DISTRICT and not is_city_part(p))
        return _in_words_of(anaphor, districts) if districts and len(districts) == len(own) else None
    if wanted == "country":
        country = tuple(dict.fromkeys(places[i].country or i for i in known.members[0] if i in places))
        return _in_words_of(anaphor, country) if len(country) == 1 and country[0] in places else None
    if wanted != "city":
        return None
    kinds = anaphor.kinds if anaphor.kinds == (PlaceKind.AIRPORT,) else known.kinds
    return replace(_in_words_of(anaphor, known.members[0]), kinds=kinds, within=known.within)


def _city_of_parts(scene: Scene, anaphor: PlacePhrase, before: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the whole city where "in the city" stands behind one of its districts: the one named, if one is."""
    own = known_places(scene.reading, before[-1]) if before else []
    if not own or not all(is_city_part(p) for p in own):
        return None
    cities = tuple(dict.fromkeys(p.district or p.region for p in own))
    named = {i for p in before for i in p.members[0]}
    return _in_words_of(anaphor, tuple(c for c in cities if c in named) or cities)


def _in_words_of(anaphor: PlacePhrase, ids: tuple[str, ...]) -> PlacePhrase:
    return replace(anaphor, members=(ids,), role="place", kinds=(None,), within=(), member_spans=(anaphor.span,))


def _place_before(anaphor: PlacePhrase, near: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the last place told of: "there", "in the same village"; None where people were only taken to it."""
    if not near or near[-1].role != "place":
        return None
    return replace(near[-1], start=anaphor.start, stop=anaphor.stop, span=anaphor.span, member_spans=())


def _of_list(scene: Scene, anaphor: PlacePhrase, wanted: str, near: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the second of the places last listed, or all of a pair: "in the second", "в обоих городах"."""
    listed = next((p for p in reversed(near) if len(p.members) > 1), None)
    if listed is None or any(p.kind is PlaceKind.REGION for p in known_places(scene.reading, listed)):
        return None  # "in the second" behind regions may be half of the night
    if wanted == "both":
        return replace(listed, start=anaphor.start, stop=anaphor.stop, span=anaphor.span, member_spans=())
    return _in_words_of(anaphor, listed.members[int(wanted) - 1]) if int(wanted) <= len(listed.members) else None


def _seat(scene: Scene, anaphor: PlacePhrase, near: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the town a district is run from: the one that lies where the packs have the district."""
    for phrase in reversed(near):
        districts = [p for p in known_places(scene.reading, phrase) if p.kind is PlaceKind.DISTRICT]
        if len(phrase.members) == 1 and len(districts) == 1 and not is_city_part(districts[0]):
            return _in_words_of(anaphor, (f"seat:{districts[0].id}",))
    return None
