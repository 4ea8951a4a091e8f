"""Owners whom no pack knows, by what their channel is called: "Глава Хохольского района Пётр Лукашевич"."""

from skyledger.model.kinds import Side
from skyledger.model.speaker import Speaker
from skyledger.packs.load import Packs
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.toponyms_latin import romanise_ru, romanise_uk

# Words of a title that say of what somebody is the head, and the office it makes.
_OFFICES = (
    (("район", "округ", "district", "громад"), "district_head"),
    (("город", "міськ", "мэр", "мер", "city", "mayor", "посел", "села", "селищ"), "mayor"),
)
_HEADS = tuple("глава голова начальник очільник мэр мер head mayor".split())
_UKRAINIAN = frozenset("іїєґІЇЄҐ")


def named_in_title(packs: Packs, title: str) -> Speaker | None:
    """Return the head of a town or district whose office and name an official channel's title holds, or None.

    A name is the last two words of the title, both capitalised and neither a place.
    """
    words = [w.strip(",.|—–-()") for w in title.split()]
    words = [w for w in words if w]
    if len(words) < 4 or not words[0].lower().startswith(_HEADS):
        return None
    first, last = words[-2:]
    if not all(w[:1].isupper() and w[1:].islower() for w in (first, last)) or _is_place(packs, last):
        return None
    lowered = [w.lower() for w in words[:-2]]
    role = next((r for stems, r in _OFFICES if any(w.startswith(stems) for w in lowered)), None)
    if role is None:
        return None
    name = f"{first} {last}"
    if not name.isascii():
        name = romanise_uk(name) if _UKRAINIAN.intersection(title) else romanise_ru(name)
    region = _region(packs, lowered)
    side = {"RU": Side.RU, "UA": Side.UA}.get(region[:2], Side.OTHER)
    return Speaker(
        id=f"named:{name.lower().replace(' ', '-')}", name=name, role=role, side=side, region=region or None, text=""
    )


def _terms(packs: Packs, word: str) -> list[str]:
    found = packs.terms.get(normalise_surface(word), ())
    return [t.value for t in found if t.category in ("place", "place_adj")]


def _is_place(packs: Packs, word: str) -> bool:
    return bool(_terms(packs, word))


def _region(packs: Packs, words: list[str]) -> str:
    """Return the region of the district or town a title names, where only one is meant."""
    regions = {p.region for w in words for i in _terms(packs, w) if (p := packs.places.get(i)) is not None and p.region}
    return regions.pop() if len(regions) == 1 else ""
