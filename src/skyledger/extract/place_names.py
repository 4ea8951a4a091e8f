"""Full names of places; a name that is also an ordinary word needs a capital or a word of place."""

import re

from skyledger.extract.not_places import is_name_of_works, is_not_this_place, is_person, is_quarter
from skyledger.extract.place_atoms import VERB_ENDS, Atoms, after_link, grouped, plausible, unique
from skyledger.extract.plain_names import compound_name, is_part_of_name, is_plain_word, is_small_in_lower_case
from skyledger.extract.reading import Reading
from skyledger.extract.words import PHRASE_BREAKS, SETTLEMENT_HEADS
from skyledger.model.frame import Mention
from skyledger.model.kinds import PlaceKind

_WITH_INSTRUMENTAL = frozenset(("под", "над", "перед", "за", "между"))
_ALARMS = frozenset(("alert", "alert_lifted", "explosions", "hit"))
_CITY = 100_000  # people
# Last letters of nouns that an adjective with these endings may describe.
_AGREEING = {
    "ом": ("е", "и", "у", "ю"),
    "ем": ("е", "и", "у", "ю"),
    "го": ("а", "я"),
    "му": ("е", "и", "у", "ю", "і", "ї"),
    "ое": ("е", "о"),
    "ку": ("у", "ю", "ь"),
    "ої": ("и", "і", "ї"),
    "ій": ("і", "ї"),
    "ой": ("и", "ы", "е", "й", "ю"),
}
# Given names that are names of places as well.
_GIVEN = ("артем", "володимир", "владимир", "ярослав", "богдан", "станіслав", "софі", "марі", "анн", "ольг", "вікторі")
_SURNAME_ENDS = ("ін", "ко", "ий", "ів", "ук", "юк", "ець", "ак", "як", "ов", "ев", "ин", "ый", "ук", "ян", "ич")
_ENTRY = re.compile(r"\s*(?:,?\s*\d{1,2}[:.]\d\d)?\s*:\s")
_HEADED_LINE = re.compile(r"^[A-ZА-ЯІЇЄҐЁ][\w'’-]+(?: [A-ZА-ЯІЇЄҐЁ][\w'’-]+)?\. ", re.MULTILINE)


def names(reading: Reading, found: Atoms) -> None:
    """Find full names; a name that is also an ordinary word needs a capital inside a sentence."""
    groups = grouped(reading, "place")
    sentence_starts = {s.start for s in reading.sentences}
    for start in sorted(groups):
        stop = max(m.stop for m in groups[start])
        while stop - start > 1 and reading.parted(start, stop - 1, ",;"):  # "Kharkiv, north side" is no airport
            stop = max((m.stop for m in groups[start] if m.stop < stop), default=start)
        if stop == start:
            continue
        terms = [m for m in groups[start] if m.stop == stop]
        airports = [m.value for m in terms if "airport" in m.flags]
        if airports and stop - start == 1 and _airports_spoken_of(reading, found, start):
            found.add([(unique(airports), PlaceKind.AIRPORT, start, stop)], start, stop)
            continue
        if _is_adjective(reading, found, start, stop, terms) or _is_no_name(reading, start, stop, terms):
            continue
        if (longer := compound_name(reading, start, stop)) is not None:
            name = "-".join(reading.tokens.words[longer[0] : longer[1]])
            found.add([((f"unknown:{name}",), PlaceKind.SETTLEMENT, *longer)], *longer)
            continue
        if not _is_ordinary_word(reading, start, stop, terms, opens=start in sentence_starts):
            found.add([(unique([m.value for m in terms]), None, start, stop)], start, stop)


def _is_adjective(reading: Reading, found: Atoms, start: int, stop: int, terms: list[Mention]) -> bool:
    """Tell whether a word that may name a town is an adjective here: "на Донецком вокзале" is no town of Donetsky."""
    if stop - start > 1 or not all("adj" in m.flags for m in terms):
        return False
    if _qualifies(reading, start, stop):
        return True
    if not after_link(reading, start):
        return False
    shared = reading.starting("place_adj", start, start + 1)
    region = found.atoms and any("head=region" in m.flags for m in shared)
    return bool(region) and not _is_instrumental_town(reading, start)  # "над Курской": see bare_adjectives


def _is_no_name(reading: Reading, start: int, stop: int, terms: list[Mention]) -> bool:
    """Tell whether what is spelled like a place is a person, a part of a name, a plain word or a code."""
    if is_not_this_place(reading, start, stop):
        return True
    single = stop - start == 1
    ordinary = single and all("word" in m.flags for m in terms)
    if is_part_of_name(reading, start, stop, ordinary=ordinary):
        return True
    if is_name_of_works(reading, start, stop) or is_quarter(reading, start, stop):
        return True
    return single and _is_no_single_name(reading, start, stop, terms)


def _is_no_single_name(reading: Reading, start: int, stop: int, terms: list[Mention]) -> bool:
    if all("code" in m.flags for m in terms) and not reading.words(start, stop).isupper():
        return True  # "unit 3" is no airport of the code UNIT
    if is_person(reading, start) or _is_first_name(reading, start):
        return True
    if any("word" in m.flags for m in terms) and is_plain_word(reading, start, terms):
        return True
    small = is_small_in_lower_case(reading, start, terms) and not after_link(reading, start)
    return small or not plausible(reading, start)


def _is_ordinary_word(reading: Reading, start: int, stop: int, terms: list[Mention], *, opens: bool) -> bool:
    """Tell whether a name that is also a word has nothing to say it is a name: a capital, a preposition, an entry."""
    if stop - start > 1 or not all("word" in m.flags for m in terms):
        return False
    if reading.words(start, stop).isupper() and len(reading.words(start, stop)) < 4:
        return True
    if after_link(reading, start) or _opens_entry(reading, start, stop):
        return False
    return not _heads_alarm(reading, terms, stop) if opens else not reading.is_capitalised(start)


def _is_instrumental_town(reading: Reading, start: int) -> bool:
    """Tell whether a word is the noun and no adjective: "под Брянском", where the adjective were "под Брянским"."""
    words = reading.tokens.words
    return words[start].endswith("ом") and start > 0 and words[start - 1] in _WITH_INSTRUMENTAL


def _heads_alarm(reading: Reading, terms: list[Mention], stop: int) -> bool:
    """Tell whether an ordinary word that opens a line is the city whose alarm the line tells: "Суми — відбій"."""
    places = reading.packs.places
    if not any(m.value in places and places[m.value].population >= _CITY for m in terms):
        return False
    sentence = reading.sentence_of(stop - 1)
    told = [t for t in reading.starting("trigger", stop, sentence.stop) if t.value in _ALARMS]
    if not told or not reading.is_capitalised(stop - 1):
        return False
    return told[0].start == stop or reading.gap(stop - 1, stop).strip() in ("—", "–", "-", ":")


def _airports_spoken_of(reading: Reading, found: Atoms, token: int) -> bool:
    """Tell whether a name stands in a list of airports: "Внуково и Домодедово открыты, Жуковский закрыт"."""
    if not reading.is_capitalised(token):
        return False
    sentence = reading.sentence_of(token)
    heads = reading.in_range("place_head", sentence.start, sentence.stop)
    if any(h.value == "airport" and "plural" in h.flags for h in heads):
        return True
    places = reading.packs.places
    ids = {i for a in found.atoms if sentence.start <= a.start < token for member in a.members for i in member}
    return any(i in places and places[i].kind is PlaceKind.AIRPORT for i in ids)


def _qualifies(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether an adjective that is also a town's name describes the next word and no town is announced."""
    words = reading.tokens.words
    announced = start > 0 and words[start - 1] in SETTLEMENT_HEADS
    if announced or stop >= len(words) or reading.gap(stop - 1, stop).strip(" \u00a0"):
        return False
    following = words[stop]  # "у Хмельницькому дали відбій", "по Слов'янську двома бомбами" name the town
    number = reading.at("number", stop) is not None or following[0].isdigit()
    told = after_link(reading, start) and reading.at("trigger", stop) is not None  # "ракетах на Кропивницький мінус"
    if number or told or following in PHRASE_BREAKS or following.endswith(VERB_ENDS):
        return False
    agreeing = _AGREEING.get(words[start][-2:])  # "в Раменском осколками", but "на Донецком вокзале"
    plural_means = following.endswith(("ами", "ями", "ою", "ею", "єю"))  # "у Луцьку вибуховою хвилею"
    return agreeing is None or (following.endswith(agreeing) and not plural_means)


def _is_first_name(reading: Reading, token: int) -> bool:
    """Tell whether a name stands between an office and a surname: "мер Конотопа Артем Семеніхін"."""
    if after_link(reading, token) or token + 1 >= len(reading.tokens.words):
        return False
    surname = reading.is_capitalised(token + 1) and reading.gap(token, token + 1) in (" ", "\u00a0")
    if not surname or reading.at("place_head", token + 1) is not None:
        return False
    if reading.tokens.words[token].isascii():
        return any(r.stop == token for r in reading.in_range("role", max(0, token - 4), token))
    if reading.tokens.words[token].startswith(_GIVEN):
        return True  # also with nothing before: "За словами Артема Семеніхіна"
    if not reading.tokens.words[token + 1].endswith(_SURNAME_ENDS):
        return False
    roles = reading.in_range("role", max(0, token - 4), token)
    return any(token - r.stop > 0 for r in roles)


def _opens_entry(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a name heads an entry: "Антонівка, 12:10: дрон наздогнав маршрутку", "Снігурівка: учора"."""
    text, first = reading.text, reading.tokens.starts[start]
    line = text[text.rfind("\n", 0, first) + 1 : first]
    if any(c.isalnum() for c in line) and not line.rstrip().endswith((".", "!")):
        return False
    if not reading.is_capitalised(start):
        return False
    behind = reading.tokens.stops[stop - 1]
    if not line.strip() and text[behind : behind + 2] == ". ":  # "Павлоград. ... \nТернівка. ..."
        return len(_HEADED_LINE.findall(text)) > 1
    return bool(_ENTRY.match(text, behind))
