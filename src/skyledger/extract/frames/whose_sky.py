"""Whose sky was closed: "небо на півдні Румунії", "Moldova shut its airspace", "воздушное пространство республики".

A sky belongs to the country right behind its word, or to the country that acts on it; towns named in the sentence are
where flights came from or went.
"""

from skyledger.extract.areas import known_places
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, PlacePhrase, Sentence

_SKY = ("airspace", "sky", "skies", "небо", "неба", "небес", "простір", "простор", "пространств")
_LANDS = frozenset("страны республики країни республіки country republic".split())
_AT_WAR = frozenset(("RU", "UA"))  # whose regions are republics, too
_ROLES = ("place", "office", "anaphor")
_BEHIND, _BEFORE, _NEAR = 5, 6, 12  # words
_CUTS = ",;:.!?()"
# What stands between a sky and its country beside prepositions: "небо на півдні Румунії".
_BETWEEN = (
    *("of", "over", "above", "in", "the", "along", "with", "near", "all", "whole", "entire", "most", "part"),
    *("north", "south", "east", "west", "border", "bordering"),
    *("над", "на", "в", "у", "по", "вдоль", "вздовж", "біля", "всей", "всією", "усією", "частью", "частиною"),
    *("північ", "півноч", "півд", "схід", "сход", "захід", "заход", "север", "юг", "вост", "запад", "кордон", "границ"),
)


def sky_of(scene: Scene, sentence: Sentence, trigger: Mention) -> PlacePhrase | None:
    """Return the country whose sky a closure or re-opening speaks of, or None where it speaks of no country's.

    Args:
        scene: The document.
        sentence: The one of the closure.
        trigger: Its word.
    """
    words = scene.reading.tokens.words
    first, last = max(sentence.start, trigger.start - _NEAR), min(sentence.stop, trigger.stop + _NEAR)
    at = next((n for n in range(first, last) if words[n].startswith(_SKY)), None)
    if at is None:
        return None
    if land := _land_behind(scene, sentence, at):
        return land
    named = [p for p in scene.phrases_in(sentence.start, sentence.stop) if p.role in _ROLES and _is_country(scene, p)]
    return next((p for p in named if _is_behind(scene, at, p)), None) or next(
        (p for p in reversed(named) if _is_owner(scene, at, p)), None
    )


def _land_behind(scene: Scene, sentence: Sentence, sky: int) -> PlacePhrase | None:
    """Return the country abroad a text is about where its sky is called "the sky of the republic", "of the country"."""
    words = scene.reading.tokens.words
    at = next((n for n in range(sky + 1, min(sky + 3, sentence.stop)) if words[n] in _LANDS), None)
    if at is None:
        return None
    before = [p for p in scene.phrases_in(0, at) if p.role in (*_ROLES, "dateline")]
    behind = [p for p in scene.phrases_in(at, len(words)) if p.role in ("office", "dateline")]
    for phrase in (*reversed(before), *behind):
        countries = {p.country for p in known_places(scene.reading, phrase)} - {""}
        if len(countries) == 1 and countries.isdisjoint(_AT_WAR):
            span = scene.reading.span(at, at + 1)
            return PlacePhrase(((countries.pop(),),), at, at + 1, span, "place", (None,), (), (span,))
    return None


def _is_country(scene: Scene, phrase: PlacePhrase) -> bool:
    """Tell whether a phrase may name one country, or is a word that stands for one."""
    ids = phrase.members[0]
    return len(phrase.members) == 1 and (ids == ("anaphor:country",) or any(len(i) == 2 for i in ids))


def _is_behind(scene: Scene, sky: int, phrase: PlacePhrase) -> bool:
    between = scene.reading.tokens.words[sky + 1 : phrase.start]
    near = 0 <= phrase.start - sky - 1 <= _BEHIND and not scene.reading.parted(sky, phrase.start, _CUTS)
    return near and all(w.startswith(_BETWEEN) for w in between)


def _is_owner(scene: Scene, sky: int, phrase: PlacePhrase) -> bool:
    """Tell whether a country stands before its sky: "Moldova's airspace", "Литва на два часа закрыла небо"."""
    return 0 <= sky - phrase.stop <= _BEFORE and not scene.reading.parted(phrase.stop - 1, sky, _CUTS)
