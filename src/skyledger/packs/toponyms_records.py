"""What the gazetteer's sources say of a place, before any form of its names is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skyledger.packs.records import GazetteerPlace

Names = tuple[str, ...]
LANGS = ("en", "ru", "uk")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSource:
    """A place with every name it has, before any form is made.

    Attributes:
        names: Full names by language, the main one first.
        short: Colloquial names and abbreviations by language.
        bare: English base that needs a head noun ("Kaluga"), with its spellings.
        adjectives: Masculine adjectives by language ("калужский").
        head: The head noun an adjective needs: oblast, krai, republic, okrug, district, ... or ``""``.
        code: Airports: ICAO and IATA codes.
    """

    place: GazetteerPlace
    names: Mapping[str, Names]
    short: Mapping[str, Names] = field(default_factory=dict)
    bare: Names = ()
    adjectives: Mapping[str, Names] = field(default_factory=dict)
    head: str = ""
    code: Names = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    """Everyday words among place names (``common_words.toml``)."""

    english: frozenset[str]
    dropped: frozenset[str]
    ordinary_though_large: frozenset[str]
