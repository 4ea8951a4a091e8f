"""Find regions of a breakdown that are named by their adjective alone: "Брянская – 12, Курская (7), по три – Тульская".

An adjective with a figure beside it is one member of such a list, and so is one joined to a member by "and". A region
named in full before, or a second such member, makes it a list; a lone one may be a village of that name.
"""

from skyledger.extract.place_atoms import Atoms, is_region
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention
from skyledger.model.kinds import PlaceKind

_MARKS = frozenset(("", ",", ":", "(", "—", "–", "-"))
_DASHES = frozenset(("—", "–", "-"))
_JOINTS = frozenset(("и", "та", "і", "й"))
_FEMININE = ("ая", "ой", "ую", "ська", "цька", "ській", "цькій", "ську", "цьку", "ською", "цькою")
_DATES = frozenset("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split())


def listed_adjectives(reading: Reading, found: Atoms) -> None:
    """Add the regions whose adjectives stand beside figures; runs before names so that none becomes a village."""
    adjectives = _candidates(reading, found)
    if not adjectives:
        return
    listed = {start for start, own in adjectives.items() if _is_counted(reading, start, own[0].stop)}
    if not listed:
        return
    for start, own in adjectives.items():
        before, after = start - 2, own[0].stop + 1
        joined = before in listed and reading.tokens.words[start - 1] in _JOINTS
        if joined or (after in listed and reading.tokens.words[after - 1] in _JOINTS):
            listed.add(start)
    headed = any(is_region(reading, i) for a in found.atoms for ids in a.members for i in ids)
    if not headed and len(listed) < 2:
        return
    for start in sorted(listed):
        stop = adjectives[start][0].stop
        ids = tuple(dict.fromkeys(m.value for m in adjectives[start]))
        found.add([(ids, PlaceKind.REGION, start, stop)], start, stop)


def _candidates(reading: Reading, found: Atoms) -> dict[int, list[Mention]]:
    """Return the capitalised feminine adjectives of regions that stand without a head, by where they start."""
    by_start: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get("place_adj", ()):
        bare = mention.lang != "en" and mention.start not in found.taken and mention.stop == mention.start + 1
        if bare and is_region(reading, mention.value) and reading.is_capitalised(mention.start):
            feminine = reading.tokens.words[mention.start].endswith(_FEMININE)
            if feminine and reading.at("place_head", mention.stop) is None:
                by_start.setdefault(mention.start, []).append(mention)
    return by_start


def _is_counted(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a figure stands right behind, or right before with a dash between."""
    words = reading.tokens.words
    if stop < len(words) and _is_number(reading, stop):
        dated = stop + 1 < len(words) and words[stop + 1] in _DATES
        return reading.gap(stop - 1, stop).strip(" \u00a0*_") in _MARKS and not dated
    if start < 1 or not _is_number(reading, start - 1):
        return False
    return reading.gap(start - 1, start).strip(" \u00a0*_") in _DASHES


def _is_number(reading: Reading, token: int) -> bool:
    return reading.tokens.words[token].isdigit() or reading.at("number", token) is not None
