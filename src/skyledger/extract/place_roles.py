"""Tell places of the claim from launch areas, datelines, offices and governments that act."""

import re
from dataclasses import replace

from skyledger.extract.place_passed_by import is_located, is_on_the_way_round, is_taken_to, names_a_ward
from skyledger.extract.place_said_in import is_where_it_was_said
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import CITY_ANAPHORS, EXCEPT_WORDS, FROM_WORDS, PLACE_PREPOSITIONS, TO_WORDS
from skyledger.model.frame import Mention, PlacePhrase

# "от Калуги", "из Курска": directions flown from are launch areas, not places of what happened.
_LAUNCH_CLOSE = re.compile(r"[)\].;]|\n")


def mark_roles(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Tell places of the claim from launch areas, datelines, offices and institutions."""
    result: list[PlacePhrase] = []
    for phrase in phrases:
        role = phrase.role
        if _is_launch_area(reading, phrase, result):
            role = "launch"
        if role == "place":
            role = next((other for test, other in _OTHER_ROLES if test(reading, phrase)), role)
        result.append(phrase if role == phrase.role else replace(phrase, role=role))
    return result


def _is_launch_area(reading: Reading, phrase: PlacePhrase, before: list[PlacePhrase]) -> bool:
    """Tell whether words of a launch stand before a place, or before the list it goes on."""
    for launch in reading.starting("launch_area", phrase.start - 60, phrase.start):
        if launch.stop > phrase.start or _launch_ends(reading, launch, phrase):
            continue
        near = phrase.start - launch.stop <= 3 and not _is_struck_behind(reading, launch.stop, phrase)
        if near or _opens_bracket(reading, launch) or "пуск" in reading.words(launch.start, launch.stop).lower():
            return True
        if any(r.role == "launch" and _is_next_of_list(reading, r, phrase) for r in before[-1:]):
            return True
    return False


def _opens_bracket(reading: Reading, launch: Mention) -> bool:
    start = reading.tokens.starts[launch.start]
    return "(" in reading.tokens.folded[max(0, start - 3) : start]


def _is_left_out(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a place is excepted: "everywhere but the Nikopol district"."""
    return bool(phrase.start) and reading.tokens.words[phrase.start - 1] in EXCEPT_WORDS


def _is_next_of_list(reading: Reading, last: PlacePhrase, phrase: PlacePhrase) -> bool:
    """Tell whether a place goes on a list of launch areas: not "launched from Yeysk struck Odesa"."""
    return phrase.start - last.stop <= 3 and not _is_struck_behind(reading, last.stop, phrase)


def _is_struck_behind(reading: Reading, start: int, phrase: PlacePhrase) -> bool:
    """Tell whether a verb of a strike stands between what opens a launch area and a place."""
    return any(t.value in ("hit", "attacked", "debris") for t in reading.starting("trigger", start, phrase.start))


def _is_ruled_out(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a place is the one it was not: "в Донецке Ростовской области, а не в столице ДНР"."""
    words = reading.tokens.words
    if not reading.mask & _NOT:
        return False
    before = words[max(0, phrase.start - 4) : phrase.start]
    if words[phrase.stop : phrase.stop + 1] in (["а"], ["but"]) and before[-2:-1] in (["не"], ["not"]):
        return before[-1] in PLACE_PREPOSITIONS and "," in reading.gap(phrase.stop - 1, phrase.stop)
    for n, word in enumerate(before[:-1]):
        if word in ("не", "not") and n and before[n - 1] in ("а", "and"):
            return all(w in PLACE_PREPOSITIONS or w in CITY_ANAPHORS for w in before[n + 1 :])
    return False


_NOT = word_class(("не", "not"))


def _is_actor(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a country does something here ("Russia launched 80 drones") and is no place of it."""
    if len(phrase.members) != 1 or not all(len(i) == 2 for i in phrase.members[0]):
        return False
    if reading.tokens.words[phrase.stop : phrase.stop + 2] == ["s", "airspace"] or phrase.stop - phrase.start > 1:
        return False  # "violated Poland's airspace", "entered Polish airspace"
    attacked = any(
        m.stop == phrase.start and m.value in ("attacked", "hit") and m.flags & {"verb", "past", "base", "neut"}
        for m in reading.ending("trigger", phrase.start, phrase.start)
    )
    before = reading.tokens.words[phrase.start - 1] if phrase.start else ""
    owns = before.startswith(("простір", "простор", "пространств"))  # "порушили повітряний простір Молдови"
    return not attacked and not owns and not is_located(reading, phrase) and not _closes_own_sky(reading, phrase)


def _closes_own_sky(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a country acts on its own sky: "Moldova closed its airspace"."""
    after = reading.tokens.words[phrase.stop : phrase.stop + 5]
    own = any(w in ("its", "свое", "свій", "власний") for w in after)
    return own and any(w in ("airspace", "skies", "sky", "воздушное", "повітряний", "небо") for w in after)


_ON_A_SEA = (["port"], ["resort"], ["fleet"], ["coast"], ["city"], ["town"])
_CAPITALS = frozenset(("RU-MOW", "UA-30"))


def _names_a_port(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a sea only describes what follows: "the Black Sea port of Odesa", "the Black Sea Fleet"."""
    if reading.tokens.words[phrase.stop : phrase.stop + 1] not in _ON_A_SEA:
        return False
    return all(i.startswith("sea:") for i in phrase.members[-1])


def _is_alternate(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether flights were sent to a place: "diverted to Kazan" says nothing else of Kazan."""
    before = reading.tokens.words[phrase.start - 1] if phrase.start else ""
    if not before.isascii() or before not in TO_WORDS:
        return False
    sentence = reading.sentence_of(phrase.start)
    sent = [t for t in reading.in_range("trigger", sentence.start, phrase.start) if t.value == "diversion"]
    return any("weak" not in t.flags and phrase.start - t.stop <= 4 for t in sent)


_AREAS = frozenset(
    "пп повітряного простору району територіі території акваторії аеродрому аеродромів напрямку боку півночі півдня "
    "воздушного пространства района территории акватории аэродрома аэродромов направления стороны "
    "airspace area airfield territory waters direction".split()
)


def _is_flown_from(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether "from" stands before a place in a sentence about launches: where weapons flew from."""
    words = reading.tokens.words
    at = phrase.start - (2 if phrase.start > 1 and words[phrase.start - 1] == "the" else 1)  # "from the Black Sea"
    while at > 0 and words[at] in _AREAS and phrase.start - at <= 4:
        at -= 1  # "з повітряного простору Вологодської області", "с аэродрома Шайковка"
    if words[at] in ("під", "под") and at > 0 and reading.gap(at - 1, at) == "-":
        at -= 1  # "випущені з-під Воронежа"
    at = _before_the_list(reading, at)
    if at < 0 or words[at] not in FROM_WORDS:
        return False
    if at and _measures_from(words, at):
        return False
    sentence = reading.sentence_of(phrase.start)
    triggers = reading.in_range("trigger", sentence.start, phrase.start)
    return any(t.value in ("launched", "attacked", "hit", "sighting", "alert") for t in triggers)


def _before_the_list(reading: Reading, at: int) -> int:
    """Return the token before a list of names that ends here: "з Орла, Брянська та Курська"; an eagle is no town."""
    words, last = reading.tokens.words, at
    while last > 0 and at - last < _LISTED and words[last] not in FROM_WORDS:
        joins = words[last] in _JOINING or reading.is_capitalised(last)
        if not joins or reading.gap(last, last + 1).strip() not in ("", ","):
            return at
        last -= 1
    return last


_LISTED = 8  # tokens of a list of towns, its commas not counted
_JOINING = frozenset("та і й и and".split())

# What "from a town" measures: "к югу от Никополя", "in the fields 5 km away from Izmail", "неподалік від Рені".
_AWAY = (
    *("юг", "север", "восток", "запад", "югу", "северу", "востоку", "западу", "южнее", "севернее", "восточнее"),
    *("западнее", "недалеко", "неподалеку", "поблизости", "километрах", "километре", "км", "метрах", "верстах"),
    *("південь", "північ", "схід", "захід", "південніше", "північніше", "східніше", "західніше", "неподалік"),
    *("недалечко", "кілометрах", "кілометри", "кілометрів", "кілометра", "кілометр", "метрів", "поряд", "поруч"),
    *("километра", "километров", "километр", "метров"),
    *("away", "far", "km", "kilometres", "kilometers", "kilometre", "miles", "mile", "metres", "outskirts"),
)


def _measures_from(words: list[str], at: int) -> bool:
    """Tell whether "from" only says how far from a town, or on which side of it, something is."""
    return words[at] in ("от", "від", "from") and words[at - 1] in _AWAY


_DATELINE = re.compile(
    r"^[\s,(]*(?:[^\W\d_]+\.?\s+\d{1,2}|\d{1,2}\s+[^\W\d_]+|\([^)]{2,20}\))?\s*[.,]?\s*(?:\([^)]{2,20}\)\s*)?(?:/[^/]{2,15}/\s*)?(?:[-–—.]|$)"
)


# "Вильнюс, русская редакция.", "Bucharest bureau -"
_NEWSROOM = re.compile(
    r"^[\s,(]*[^.,\n]{0,25}\b(?:редакци[яії]|корпункт|корреспондент|кореспондент|бюро|newsroom|bureau|desk)\b[^.\n]{0,25}[.:)–—-]"
)


def _launch_ends(reading: Reading, launch: Mention, phrase: PlacePhrase) -> bool:
    """Tell whether what a launch word opens ends before a phrase; inside brackets only the bracket ends it."""
    gap = reading.gap(launch.stop - 1, phrase.start)
    if _opens_bracket(reading, launch):
        return ")" in gap or "\n" in gap
    return bool(_LAUNCH_CLOSE.search(gap))


def _is_dateline(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a phrase opens a paragraph as "KALUGA, Dec 11 -" or "КАЛУГА, 11 декабря."."""
    line_start = reading.text.rfind("\n", 0, phrase.span.start) + 1
    if reading.text[line_start : phrase.span.start].strip():
        return False
    line_end = reading.text.find("\n", phrase.span.stop)
    rest = reading.text[phrase.span.stop : len(reading.text) if line_end < 0 else line_end]
    if _NEWSROOM.match(rest):
        return True
    if rest.isupper():
        return False  # everything is shouted: "ЕЛЕЦ — ОТБОЙ"
    if not reading.words(phrase.start, phrase.start + 1).isupper() and not re.match(
        r"\s*,?\s*\(?\d|\s*,\s*[A-Z][a-z]{2,8}\.? \d", rest
    ):
        return False
    return bool(_DATELINE.match(rest)) and len(rest.strip()) > 3


def _speaks(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a capital stands for its government: "Kyiv said", "в Москве заявили"."""
    speech = reading.at("speech", phrase.stop)
    if speech is None or len(phrase.members) > 1 or reading.gap(phrase.stop - 1, phrase.stop).strip():
        return False
    before = reading.tokens.words[phrase.start - 1] if phrase.start else ""
    if before in ("over", "near", "over", "над"):
        return False
    capital = any(i in _CAPITALS or len(i) == 2 for i in phrase.members[0])
    return capital and before not in ("in", "of", "near", "на", "под")


# What else a place may be than the claim's, the first that holds.
_OTHER_ROLES = (
    (_names_a_port, "office"),
    (_is_left_out, "office"),
    (names_a_ward, "office"),
    (_is_ruled_out, "office"),
    (_is_alternate, "alternate"),
    (is_taken_to, "office"),
    (is_on_the_way_round, "office"),
    (_is_flown_from, "launch"),
    (_is_dateline, "dateline"),
    (_speaks, "office"),
    (is_where_it_was_said, "office"),
    (_is_actor, "office"),
)
