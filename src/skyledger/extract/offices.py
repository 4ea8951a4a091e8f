"""Read offices: with the place they are of ("губернатор Калужской области") and with the name of who holds them.

An office may name its holder, whom no pack needs to know: "district head Ivan Petrenko", "Artem Semenikhin, the mayor".
Only people told of by their office are read so; a name alone is nobody.
"""

from skyledger.extract.place_passed_by import is_located
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, PlacePhrase, SpeakerPhrase
from skyledger.model.kinds import PlaceKind
from skyledger.packs.toponyms_latin import romanise_ru, romanise_uk

# Offices of a place smaller than a region.
_LOCAL = frozenset(("mayor", "city_administration", "district_head"))
# Services that speak without a place of their own: "police said", "рятувальники повідомили".
SERVICES = frozenset(("administration", "emergency_service", "police", "prosecutor", "city_administration"))
_CUTS = frozenset(",.;:()\n")


def role_with_place(reading: Reading, role: Mention, places: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the place beside a role word: "губернатор Калужской области", "head of the Kaluga region"."""
    for place in places:
        if 0 <= place.start - role.stop <= 2 and not reading.parted(role.stop - 1, place.start, _CUTS):
            if role.lang == "en" and place.start == role.stop and reading.tokens.words[role.stop - 1] != "of":
                continue  # "mayor Artem Semenikhin"
            return place
        if 0 <= role.start - place.stop <= 1 and not reading.parted(place.stop - 1, role.start, _CUTS):
            if is_located(reading, place):
                continue  # "на Полтавщині рятувальники"
            return place
    adjectives = [
        m
        for m in reading.ending("place_adj", role.start - 1, role.start)
        if 0 <= role.start - m.stop <= 1
        and "-" in m.value
        and ":" not in m.value
        # "on Poltava. Governor ..." is no governor of Poltava
        and not reading.parted(m.stop - 1, role.start, _CUTS)
    ]
    if adjectives:
        first = adjectives[0]
        span = reading.span(first.start, first.stop)
        ids = tuple(dict.fromkeys(m.value for m in adjectives if m.start == first.start))
        return PlacePhrase((ids,), first.start, first.stop, span, "office")
    return None


def office_of(reading: Reading, role: Mention, place: PlacePhrase | None) -> str:
    """Return the office a role word means beside its place: the head of a district is no governor."""
    if place is None or role.value != "governor":
        return role.value
    known = reading.packs.places
    kinds = {known[i].kind for ids in place.members for i in ids if i in known}
    if kinds == {PlaceKind.DISTRICT}:
        return "district_head"
    return "mayor" if kinds == {PlaceKind.SETTLEMENT} else role.value


def named_holder(reading: Reading, role: Mention, place: PlacePhrase | None) -> SpeakerPhrase | None:
    """Return who is named beside an office, a first name and a surname no pack knows."""
    if role.value in SERVICES and HEADED.isdisjoint(reading.tokens.words[max(0, role.start - 6) : role.start]):
        return None
    first = role.stop if place is None or place.start < role.start else max(role.stop, place.stop)
    found = names_from(reading, first)
    if found is None and role.lang == "en":
        found = names_to(reading, role.start if place is None else min(role.start, place.start))
    if found is None:
        return None
    start, stop = found
    if all(reading.at("place", t) or reading.at("place_adj", t) for t in range(start, stop)):
        return None
    name = _in_latin(reading.words(start, stop), role.lang)
    return SpeakerPhrase((), office_of(reading, role, place), place, reading.span(start, stop), name=name)


# Who heads an administration or a service: its name behind it is that person's.
HEADED = frozenset(
    (
        "head chief начальник начальника начальнику начальником голова голови очільник очільника керівник керівника "
        "глава главы главе руководитель руководителя директор прокурор прокурора"
    ).split()
)
_BLANKS = (" ", "\u00a0")


def names_from(reading: Reading, start: int) -> tuple[int, int] | None:
    """Return where two or three names stand right behind an office: "the mayor, Artem Semenikhin"."""
    last = len(reading.tokens.words)
    if start >= last or reading.gap(start - 1, start) not in (*_BLANKS, ", "):
        return None
    stop = start
    while stop < last and stop - start < 3 and is_name(reading, stop):
        if stop > start and reading.gap(stop - 1, stop) not in _BLANKS:
            break
        stop += 1
    return (start, stop) if stop - start >= 2 else None


def names_to(reading: Reading, office: int) -> tuple[int, int] | None:
    """Return the names before an office in apposition: "Artem Semenikhin, the mayor of Konotop,"."""
    stop = office
    while stop > 0 and reading.tokens.words[stop - 1] in ("the", "s"):
        stop -= 1
    if stop < 2 or reading.gap(stop - 1, stop).strip() != ",":
        return None
    start = stop
    while start > 0 and stop - start < 3 and is_name(reading, start - 1):
        if start < stop and reading.gap(start - 1, start) not in _BLANKS:
            break
        start -= 1
    return (start, stop) if stop - start >= 2 else None


def is_name(reading: Reading, token: int) -> bool:
    """Tell whether a capitalised token may be part of a person's name."""
    word = reading.words(token, token + 1)
    if len(word) < 2 or not word.replace("'", "").replace("’", "").replace("-", "").isalpha():
        return False
    if not word[0].isupper() or (word.isupper() and len(word) < 4):
        return False
    return not any(
        reading.at(category, token) is not None
        for category in ("place_head", "role", "body", "object", "trigger", "unit", "speech", "pronoun")
    )


_UKRAINIAN = frozenset("іїєґІЇЄҐ'’")


def office_end(role: Mention, place: PlacePhrase | None, holder: SpeakerPhrase | None, reading: Reading) -> int:
    """Return the character behind an office, its place and its holder's name."""
    stop = reading.tokens.stops[role.stop - 1]
    if place is not None:
        stop = max(stop, place.span.stop)
    return stop if holder is None or holder.span is None else max(stop, holder.span.stop)


def _in_latin(name: str, lang: str) -> str:
    if name.isascii():
        return name
    return romanise_uk(name) if lang == "uk" or _UKRAINIAN.intersection(name) else romanise_ru(name)
