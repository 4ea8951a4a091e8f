"""Find regions named by their capital alone in an English breakdown: "40 over Belgorod, 63 over Kursk".

One such name is the city; in a list of figures it is the region, as the ministry's bulletins count by regions.
"""

from skyledger.extract.place_atoms import Atoms, is_region
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.model.kinds import PlaceKind

_OVER = frozenset(("over", "above"))
_ABOVE = word_class(_OVER)
_CAPITALS = frozenset(("moscow", "kyiv", "kiev", "sevastopol", "petersburg"))  # cities that are counted by themselves
_NEAR = 3  # words between a figure and its "over": "14 of them", "12 Ukrainian drones"


def bare_regions(reading: Reading, found: Atoms) -> None:
    """Add the bare names of a breakdown by Russian regions; regions named in full count as members of the list."""
    if not reading.mask & _ABOVE:
        return
    for sentence in reading.sentences:
        bare: dict[int, tuple[list[str], int]] = {}
        for mention in reading.in_range("place_adj", sentence.start, sentence.stop):
            named = mention.lang == "en" and mention.value.startswith("RU-") and is_region(reading, mention.value)
            if named and mention.start not in found.taken and _is_counted(reading, mention.start, sentence.start):
                bare.setdefault(mention.start, ([], mention.stop))[0].append(mention.value)
        full = [a.start for a in found.atoms if a.kinds == (PlaceKind.REGION,)] if bare else []
        full += [m.start for m in reading.by_category.get("place", ()) if is_region(reading, m.value)] if bare else []
        here = {t for t in full if sentence.start <= t < sentence.stop and t not in bare}
        if len(bare) + len([t for t in here if _is_counted(reading, t, sentence.start)]) < 2:
            continue
        for start, (ids, stop) in bare.items():
            if reading.tokens.words[start] not in _CAPITALS:
                found.add([(tuple(dict.fromkeys(ids)), PlaceKind.REGION, start, stop)], start, stop)


def _is_counted(reading: Reading, start: int, first: int) -> bool:
    """Tell whether "over" and a figure stand before a name, in the same clause."""
    words = reading.tokens.words
    token = start - 1
    if token > first and words[token] == "the":
        token -= 1
    if token <= first or words[token] not in _OVER:
        return False
    for back in range(token - 1, max(first, token - 1 - _NEAR) - 1, -1):
        if reading.parted(back, token, ",;:"):
            return False
        if words[back].isdigit() or reading.at("number", back) is not None:
            return True
    return False
