"""Where the rest were brought down, of whom no number is told: "шесть над Тулой, остальные — над Калугой".

The rest has no number (what remains is not counted here); its place is a place of a downing all the same.
"""

from dataclasses import replace

from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind

_REST = frozenset("остальные остальных прочие прочих решта решту інші інших rest others remainder remaining".split())
_CLASS = word_class(_REST)
_BETWEEN = frozenset(
    (
        "над в во на под у по over in above near were was downed shot down из них их все были сбиты сбили уничтожены "
        "збито збиті знищено"
    ).split()
)
_REACH = 4  # words from the rest to its place


def place_the_rest(scene: Scene, sentence: Sentence, frames: list[Frame], before: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence with the downing of the rest at its place.

    Args:
        scene: The document.
        sentence: Which sentence.
        frames: What its numbers tell.
        before: What the numbers of the sentence before tell, for one that opens with the rest.
    """
    reading = scene.reading
    for n in reading.of_class(_CLASS, sentence.start, sentence.stop):
        place = _place_behind(scene, sentence, n) if reading.tokens.words[n] in _REST else None
        told = [f for f in frames if f.token < n] or (before if n <= sentence.start + 1 else [])
        downed = [f for f in told if f.kind is Kind.INTERCEPTION and f.fate is Fate.DOWNED and f.count is not None]
        if place is None or not downed or any(f.token >= n for f in frames):
            continue
        rest = replace(downed[-1], sentence=sentence.index, rule=f"{downed[-1].rule}.rest", place=place, token=n)
        rest.count = rest.count_span = None
        rest.aggregate = rest.each = rest.inherited_place = False
        return [*frames, rest]
    return frames


def _place_behind(scene: Scene, sentence: Sentence, n: int) -> PlacePhrase | None:
    """Return the place right behind the rest, with a dash or a preposition between."""
    words = scene.reading.tokens.words
    for place in scene.places_in(n + 1, min(sentence.stop, n + 1 + _REACH)):
        near = all(w in _BETWEEN for w in words[n + 1 : place.start])
        over = words[place.start - 1] in ("над", "over", "above") or place.start > n + 1
        return place if near and over and not scene.reading.parted(n, place.start, ",;:.()") else None
    return None
