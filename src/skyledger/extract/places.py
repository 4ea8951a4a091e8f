"""Compose place phrases: names, adjectives that share a head noun, lists, and what lies in what.

"Белгородской, Брянской и Курской областей" is three regions; "Козинка Грайворонского округа" is one village with the
district that tells it from its namesakes. Which candidate is meant is decided by ``resolve/places.py``.
"""

from skyledger.extract.bare_regions import bare_regions
from skyledger.extract.country_anaphors import add_surroundings, country_anaphors
from skyledger.extract.listed_adjectives import listed_adjectives
from skyledger.extract.place_adjectives import adjective_runs, bare_adjectives, bare_in_districts, heads_before
from skyledger.extract.place_anaphors import anaphors, capitals, centres
from skyledger.extract.place_asides import mark_asides
from skyledger.extract.place_atoms import Atoms
from skyledger.extract.place_lists import mark_airports, merge_lists, without_wholes
from skyledger.extract.place_names import names
from skyledger.extract.place_open_lists import widen_open_lists
from skyledger.extract.place_roles import mark_roles
from skyledger.extract.place_works import works
from skyledger.extract.pointing import points
from skyledger.extract.reading import Reading
from skyledger.extract.unknown_places import add_unknown_names, add_villages, adjectives_unknown
from skyledger.model.frame import PlacePhrase


def find_places(reading: Reading, blocked: set[int]) -> list[PlacePhrase]:
    """Return the place phrases of a text in order.

    Args:
        reading: The document as read.
        blocked: Tokens of time phrases ("Moscow time" is no place).

    Returns:
        Phrases with candidates per member and a role.
    """
    found = Atoms(reading)
    found.taken.update(blocked)
    adjective_runs(reading, found, adjectives_unknown(reading))
    heads_before(reading, found)
    bare_regions(reading, found)
    listed_adjectives(reading, found)
    works(reading, found)
    bare_in_districts(reading, found)
    names(reading, found)
    bare_adjectives(reading, found)
    centres(reading, found)
    capitals(reading, found)
    anaphors(reading, found)
    points(reading, found)
    country_anaphors(reading, found)
    add_unknown_names(reading, found)
    add_villages(reading, found)
    phrases = without_wholes(reading, merge_lists(reading, found.atoms))
    phrases = mark_airports(reading, add_surroundings(reading, phrases))
    return mark_asides(reading, mark_roles(reading, widen_open_lists(reading, phrases)))
