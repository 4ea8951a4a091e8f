"""Find "its airspace", "the country" and "Kyiv and the surrounding region": what English points at."""

from dataclasses import replace

from skyledger.extract.place_atoms import Atoms
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import PlacePhrase

_SKY = frozenset(("airspace", "territory", "skies", "soil", "border", "borders"))
_POINTING = word_class((*_SKY, "country"))


_LANDS = frozenset("страны страну стране страной країни країну країні країною республики республіки".split())
_OF_LAND = frozenset(
    (
        "границу границы границей пространство пространства пространстве пространством небо небе небом над на по "
        "территорию территории территорией кордон кордони кордоном простір простору просторі території територію "
        "територією"
    ).split()
)


def country_anaphors(reading: Reading, found: Atoms) -> None:
    """Add a phrase for each word that stands for a country named before."""
    if not reading.mask & _POINTING:
        return
    words = reading.tokens.words
    for token in range(1, len(words)):
        own = words[token] in _SKY and words[token - 1] in ("its", "their")
        whole = words[token] == "country" and words[token - 1] == "the"
        slavic = words[token] in _LANDS and words[token - 1] in _OF_LAND
        if (own or whole or slavic) and token not in found.taken:
            found.add([(("anaphor:country",), None, token, token + 1)], token, token + 1, "anaphor")


# The region around a capital bears its name and is another place.
_AROUND = {"RU-MOW": "RU-MOS", "UA-30": "UA-32"}
_NEAR = frozenset(("the", "surrounding", "wider", "neighbouring", "adjacent"))


def add_surroundings(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Add the region to a capital that "and the surrounding region" follows."""
    return [_with_surroundings(reading, phrase) for phrase in phrases]


def _with_surroundings(reading: Reading, phrase: PlacePhrase) -> PlacePhrase:
    words = reading.tokens.words[phrase.stop : phrase.stop + 4]
    around = next((_AROUND[i] for i in phrase.members[-1] if i in _AROUND), None)
    if around is None or words[:1] != ["and"] or not _NEAR.intersection(words[1:3]) - {"the"}:
        return phrase
    head = next((n for n, w in enumerate(words) if w in ("region", "oblast", "area")), None)
    if head is None or phrase.role != "place":
        return phrase
    stop = phrase.stop + head + 1
    return replace(
        phrase,
        members=(*phrase.members, (around,)),
        stop=stop,
        span=reading.span(phrase.start, stop),
        kinds=(*phrase.kinds, None) if phrase.kinds else (),
        member_spans=(*phrase.member_spans, reading.span(phrase.stop + 1, stop)) if phrase.member_spans else (),
    )
