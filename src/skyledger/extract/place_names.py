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
        terms = [m for m in groups[start] if m.stop == stop]
        airports = [m.value for m in terms if "airport" in m.flags]
        if airports and stop - start == 1 and _airports_spoken_of(reading, found, start):
            found.add([(unique(airports), PlaceKind.AIRPORT, start, stop)], start, stop)
            continue
        if stop - start == 1 and all("adj" in m.flags for m in terms) and _qualifies(reading, start, stop):
            continue  # "на Донецком вокзале" is no town of Donetsky
        if stop - start == 1 and all("adj" in m.flags for m in terms) and after_link(reading, start):
            shared = reading.starting("place_adj", start, start + 1)
            region = any("head=region" in m.flags for m in shared) and found.atoms
            if region and not _is_instrumental_town(reading, start):
                continue  # "над Курской" behind a named region is the region: see bare_adjectives
        ordinary = all("word" in m.flags for m in terms)
        single = stop - start == 1
        if single and all("code" in m.flags for m in terms) and not reading.words(start, stop).isupper():
            continue  # "unit 3" is no airport of the code UNIT
        if single and (is_person(reading, start) or _is_first_name(reading, start)):
            continue
        if is_not_this_place(reading, start, stop):
            continue
        if is_part_of_name(reading, start, stop, ordinary=ordinary and single):
            continue
        if single and any("word" in m.flags for m in terms) and is_plain_word(reading, start, terms):
            continue
        if is_name_of_works(reading, start, stop) or is_quarter(reading, start, stop):
            continue
        if single and not plausible(reading, start):
            continue
        if single and is_small_in_lower_case(reading, start, terms) and not after_link(reading, start):
            continue
        if (longer := compound_name(reading, start, stop)) is not None:
            name = "-".join(reading.tokens.words[longer[0] : longer[1]])
            found.add([((f"unknown:{name}",), PlaceKind.SETTLEMENT, *longer)], *longer)
            continue
        if (
            ordinary
            and single
            and (start in sentence_starts or not reading.is_capitalised(start))
            and not after_link(reading, start)
            and not _opens_entry(reading, start, stop)
            and not (start in sentence_starts and _heads_alarm(reading, terms, stop))
        ):
            continue
        if ordinary and single and reading.words(start, stop).isupper() and len(reading.words(start, stop)) < 4:
            continue
        found.add([(unique([m.value for m in terms]), None, start, stop)], start, stop)


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
