"""Places told behind the news: the text's only one, and the one a closing sentence says all of it lies in.

"Nineteen hurt, a roof gone: that is what two bombs did to Merefa", "Усе це – над Хмельниччиною й Тернопільщиною".
"""

import re

from skyledger.extract.areas import holds
from skyledger.extract.frames.closing import SUM_OF_LIST
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, PlacePhrase, Sentence
from skyledger.model.kinds import ClaimStatus, Fate, Kind

_ON_THE_GROUND = frozenset(
    (Kind.DAMAGE, Kind.FIRE, Kind.CASUALTIES, Kind.NO_CASUALTIES, Kind.NO_DAMAGE, Kind.POWER_OUTAGE)
)
_OF_AIRPORTS = frozenset((Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION))
_STRUCK = frozenset((Fate.HIT, Fate.DEBRIS))
_COUNTED = frozenset((Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING))
# "Усе це – над Хмельниччиною", "всё это в небе Пензенской области", "all of this over Poltava region"
_ALL_THIS = re.compile(
    r"(?:^|[—–:;-]\s*)(?:(?:ус[еі]|все)\s+(?:це|ці)|вс[её]\s+это|все\s+они|ус[іи]\s+вони|all\s+(?:of\s+)?(?:this|that|it|them)|"
    r"(?:це|это|this|that)\s+(?:все|всё|усе|all))(?!\w)"
)


def fill_places(scene: Scene, frames: list[Frame]) -> None:
    """Give frames without a place the one told behind them.

    Args:
        scene: The document.
        frames: All that it tells, in order; changed in place.
    """
    if all(f.place is not None for f in frames):
        return
    for sentence in scene.reading.sentences:
        if (place := _of_all(scene, sentence)) is not None:
            for frame in frames:
                counted = frame.kind in _COUNTED and not frame.rule.endswith(SUM_OF_LIST)
                if frame.place is None and counted and 0 <= sentence.index - frame.sentence <= 1:
                    frame.place, frame.inherited_place = place, False
    only = _only_place(scene)
    if only is None or any(f.kind in _OF_AIRPORTS for f in frames):
        return  # "Сызранцы, ... Курумоч заработал": an airport is no town that burned
    for frame in frames:
        told = frame.kind in _ON_THE_GROUND or frame.fate in _STRUCK
        if frame.place is None and told and frame.status is ClaimStatus.CURRENT:
            frame.place, frame.inherited_place = only, True


def _of_all(scene: Scene, sentence: Sentence) -> PlacePhrase | None:
    """Return the place behind "all of this" where it says no more than where."""
    places = [p for p in scene.places_in(sentence.start, sentence.stop) if p.role == "place"]
    if len(places) != 1:
        return None
    folded = scene.reading.tokens.folded[sentence.first : places[0].span.start].lstrip()
    match = _ALL_THIS.search(folded)
    if match is None or len(folded) - match.end() > _SHORT:
        return None
    token = places[0].stop
    behind = scene.reading.text[places[0].span.stop : sentence.last]
    return places[0] if token >= sentence.stop or behind.strip()[:1] in (".", ",", "") else None


_SHORT = 40  # letters between "all of this" and the place


def _only_place(scene: Scene) -> PlacePhrase | None:
    """Return the only place a text names, or the narrowest where each of the others holds it."""
    named = [p for p in scene.places if p.role == "place" and len(p.members) == 1]
    if not named or any(p.role == "place" and len(p.members) > 1 for p in scene.places):
        return None
    distinct = {p.members: p for p in named}
    inner = [p for p in distinct.values() if not any(holds(scene.reading, p, q) for q in distinct.values())]
    if len(inner) != 1 or not all(p is inner[0] or holds(scene.reading, p, inner[0]) for p in distinct.values()):
        return None
    return inner[0]
