"""Find names, adjectives that share a head noun, and words that stand for a place named before."""

import re

from skyledger.extract.reading import Reading
from skyledger.extract.words import PLACE_LINKS
from skyledger.model.frame import Mention, PlacePhrase
from skyledger.model.kinds import PlaceKind

_ABBREVIATION = re.compile(r"\b[A-ZА-ЯІЇЄҐ]{2,}\b")


def unique(values: list[str]) -> tuple[str, ...]:
    """Return values in order, each once."""
    return tuple(dict.fromkeys(values))


class Atoms:
    """Places found so far, one per stretch of tokens."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.atoms: list[PlacePhrase] = []
        self.taken: set[int] = set()

    def add(
        self,
        members: list[tuple[tuple[str, ...], PlaceKind | None, int, int]],
        start: int,
        stop: int,
        role: str = "place",
    ) -> None:
        """Add one phrase whose members are ``(candidates, kind wanted, first token, token after)``."""
        if not self.taken.isdisjoint(range(start, stop)):
            return
        self.taken.update(range(start, stop))
        spans = tuple(self.reading.span(a, b) for _, _, a, b in members)
        self.atoms.append(
            PlacePhrase(
                tuple(m[0] for m in members),
                start,
                stop,
                self.reading.span(start, stop),
                role,
                tuple(m[1] for m in members),
                (),
                spans,
            )
        )


def grouped(reading: Reading, category: str) -> dict[int, list[Mention]]:
    """Return the mentions of a category by first token."""
    groups: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get(category, ()):
        groups.setdefault(mention.start, []).append(mention)
    return groups


def plausible(reading: Reading, token: int) -> bool:
    """Tell whether a Cyrillic name at a token may be a name at all: capitalised, or the whole text is careless."""
    return reading.is_capitalised(token) or is_careless(reading)


def is_careless(reading: Reading) -> bool:
    """Tell whether a text hardly uses capitals."""
    if reading.careless is None:
        letters = list(filter(str.isalpha, _ABBREVIATION.sub("", reading.text[:600])))
        reading.careless = len(letters) > 20 and sum(map(str.isupper, letters)) < 0.015 * len(letters)
    return reading.careless


# Endings of verbs in the past and of reflexive ones, which no noun an adjective could go with has.
VERB_ENDS = ("ли", "лися", "лись", "лося", "лось", "лася", "лась", "ться", "ється", "ено", "ано", "ито", "ято")


def after_link(reading: Reading, token: int) -> bool:
    """Tell whether a preposition or another word of place stands right before a token."""
    return token > 0 and reading.tokens.words[token - 1] in PLACE_LINKS and reading.gap(token - 1, token).strip() == ""


def is_region(reading: Reading, place_id: str) -> bool:
    """Tell whether an id is a region's."""
    place = reading.packs.places.get(place_id)
    return place is not None and place.kind is PlaceKind.REGION
