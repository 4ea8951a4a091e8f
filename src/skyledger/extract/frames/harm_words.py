"""The manners of telling harm without a word of the packs, each asked only where a word of its own stands."""

from collections.abc import Callable

from skyledger.extract.frames import (
    ailments,
    body_parts,
    body_parts_en,
    caught_under,
    lifeless,
    mourned,
    not_saved,
    patients,
    treated,
    victims,
)
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

# Classes of words of which a sentence must have one, 0 where it need not; and what finds the words of harm in it, given
# those known so far.
Manner = tuple[int, Callable[[Scene, Sentence, list[Mention]], list[Mention]]]


def manners_of(reading: Reading) -> list[Manner]:
    """Return those that a text may have, in the order they are asked."""
    manners: list[Manner] = [
        (not_saved.SAVING, not_saved.not_saved),
        (caught_under.CAUGHT, caught_under.find_caught),
        (mourned.VERBS, mourned.mourned),
        (lifeless.TELLING, lifeless.find_lifeless),
    ]
    if patients.may_be_patients(reading):
        manners.append((patients.TELLING, patients.find_patients))
    if victims.may_have_victims(reading):
        manners.append((0, victims.harmed_people))
    manners.append((body_parts.NAMED, body_parts.hurt_parts))
    manners.append((body_parts_en.NAMED, body_parts_en.hurt_parts_en))
    manners.append((treated.TREATING | treated.LOSING, treated.treated_people))
    manners.append((ailments.NAMED, ailments.find_ailments))
    return [(kinds, find) for kinds, find in manners if not kinds or reading.mask & kinds]
