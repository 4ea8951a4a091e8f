"""Find names, adjectives that share a head noun, and words that stand for a place named before."""

import re

from skyledger.extract.not_places import is_name_of_works, is_not_this_place, is_person, is_quarter
from skyledger.extract.plain_names import compound_name, is_part_of_name, is_plain_word, is_small_in_lower_case
from skyledger.extract.reading import Reading
from skyledger.extract.words import (
    PHRASE_BREAKS,
    PLACE_CONJUNCTIONS,
    PLACE_LINKS,
    SETTLEMENT_HEADS,
)
from skyledger.model.frame import Mention, PlacePhrase
from skyledger.model.kinds import PlaceKind

_ABBREVIATION = re.compile(r"\b[A-ZА-ЯІЇЄҐ]{2,}\b")
_HEAD_KIND = {
    "sea": PlaceKind.SEA,
    "region": PlaceKind.REGION,
    "district": PlaceKind.DISTRICT,
    "city": PlaceKind.SETTLEMENT,
    "hromada": PlaceKind.SETTLEMENT,
    "airport": PlaceKind.AIRPORT,
}


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


class Atoms:
    """Places found so far, one per stretch of tokens."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.atoms: list[PlacePhrase] = []
        self.taken: set[int] = set()

    def add(
        self,
        members: list[tuple[tuple[str, ...], PlaceKind | None, int, int]],
        start: int,
        stop: int,
        role: str = "place",
    ) -> None:
        """Add one phrase whose members are ``(candidates, kind wanted, first token, token after)``."""
        if not self.taken.isdisjoint(range(start, stop)):
            return
        self.taken.update(range(start, stop))
        spans = tuple(self.reading.span(a, b) for _, _, a, b in members)
        self.atoms.append(
            PlacePhrase(
                tuple(m[0] for m in members),
                start,
                stop,
                self.reading.span(start, stop),
                role,
                tuple(m[1] for m in members),
                (),
                spans,
            )
        )


def _grouped(reading: Reading, category: str) -> dict[int, list[Mention]]:
    groups: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get(category, ()):
        groups.setdefault(mention.start, []).append(mention)
    return groups


def _fits(mention: Mention, head: str) -> bool:
    wanted = next((f[5:] for f in mention.flags if f.startswith("head=")), "")
    if head == "sea" or wanted == "sea":
        return head == wanted
    if wanted in ("hromada", "works"):
        return head == wanted
    if head == "region":
        return wanted not in ("district", "airport")
    if head == "hromada":
        return wanted in ("", "district")
    return wanted in ("", head)


def _is_separator(reading: Reading, left: int, right: int) -> bool:
    """Tell whether only a comma or "and" stands between two tokens (token indexes of the last and the next)."""
    words = reading.tokens.words[left + 1 : right]
    punctuation = re.sub(r"\w+", "", reading.gap(left, right)).strip(' \u00a0*_«»"')
    if words:
        return len(words) <= 2 and all(w in PLACE_CONJUNCTIONS for w in words) and punctuation in ("", ",")
    return punctuation == ","


def adjective_runs(reading: Reading, found: Atoms, unknown: list[Mention]) -> None:
    """Find "Брянской, Курской и Тульской областей", "Kaluga and Tula regions", "Грайворонский округ".

    Words of ``unknown`` stand in such a list like a region's adjective and are in no pack.
    """
    adjectives = _grouped(reading, "place_adj")
    for mention in unknown:
        adjectives.setdefault(mention.start, [mention])
    heads: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get("place_head", ()):
        if mention.value in ("region", "district", "airport", "sea"):
            heads.setdefault(mention.start, []).append(mention)
    for start in sorted(adjectives):
        if start in found.taken or (adjectives[start][0].lang != "en" and not _plausible(reading, start)):
            continue
        run = [(start, max(m.stop for m in adjectives[start]))]
        while True:
            following = next(
                (
                    t
                    for t in range(run[-1][1], run[-1][1] + 3)
                    if t in adjectives and _is_separator(reading, run[-1][1] - 1, t)
                ),
                None,
            )
            if following is None:
                break
            run.append((following, max(m.stop for m in adjectives[following])))
        while run:
            stop = run[-1][1]
            members, head = _with_head(reading, adjectives, run, heads.get(stop, []))
            if head is not None and reading.gap(stop - 1, stop).strip(' \u00a0*_«»"') == "":
                found.add(members, start, head.stop)
                break
            run.pop()


_Member = tuple[tuple[str, ...], PlaceKind | None, int, int]


def _with_head(
    reading: Reading, adjectives: dict[int, list[Mention]], run: list[tuple[int, int]], heads: list[Mention]
) -> tuple[list[_Member], Mention | None]:
    """Return the members of a run under the head noun all its adjectives go with ("округ" may be of two kinds)."""
    for head in sorted(heads, key=lambda h: h.value):  # airport, district, region
        members: list[_Member] = []
        # a community ("Краснопільська громада") is the town that names it
        kind = "hromada" if reading.tokens.words[head.stop - 1].startswith("громад") else head.value
        for first, last in run:
            fitting = [m for m in adjectives[first] if m.stop == last and _fits(m, kind)]
            ids = [m.value for m in fitting if "head=hromada" in m.flags] or [m.value for m in fitting]
            members.append((_unique(ids), _HEAD_KIND[kind], first, last))
        if all(m[0] for m in members):
            return members, head
    return [], None


def _plausible(reading: Reading, token: int) -> bool:
    """Tell whether a Cyrillic name at a token may be a name at all: capitalised, or the whole text is careless."""
    return reading.is_capitalised(token) or is_careless(reading)


def is_careless(reading: Reading) -> bool:
    """Tell whether a text hardly uses capitals."""
    if reading.careless is None:
        letters = list(filter(str.isalpha, _ABBREVIATION.sub("", reading.text[:600])))
        reading.careless = len(letters) > 20 and sum(map(str.isupper, letters)) < 0.015 * len(letters)
    return reading.careless


def heads_before(reading: Reading, found: Atoms) -> None:
    """Find "regions of Kaluga and Tula" and "республики Крым"-like heads left of an English bare name."""
    adjectives = _grouped(reading, "place_adj")
    for head in reading.by_category.get("place_head", ()):
        after = head.stop
        if head.lang != "en" or after >= len(reading.tokens.words) or reading.tokens.words[after] != "of":
            continue
        members, token = [], after + 1
        while token in adjectives:
            stop = max(m.stop for m in adjectives[token])
            ids = [m.value for m in adjectives[token] if _fits(m, head.value)]
            members.append((_unique(ids), _HEAD_KIND.get(head.value), token, stop))
            following = next(
                (t for t in range(stop, stop + 3) if t in adjectives and _is_separator(reading, stop - 1, t)), None
            )
            if following is None:
                break
            token = following
        if len(members) == 1 and head.value == "district" and "plural" in head.flags:
            continue  # "two districts of Zaporizhzhia" are parts of the city
        if members and all(m[0] for m in members):
            found.add(members, head.start, members[-1][3])


def names(reading: Reading, found: Atoms) -> None:
    """Find full names; a name that is also an ordinary word needs a capital inside a sentence."""
    groups = _grouped(reading, "place")
    sentence_starts = {s.start for s in reading.sentences}
    for start in sorted(groups):
        stop = max(m.stop for m in groups[start])
        terms = [m for m in groups[start] if m.stop == stop]
        airports = [m.value for m in terms if "airport" in m.flags]
        if airports and stop - start == 1 and _airports_spoken_of(reading, found, start):
            found.add([(_unique(airports), PlaceKind.AIRPORT, start, stop)], start, stop)
            continue
        if stop - start == 1 and all("adj" in m.flags for m in terms) and _qualifies(reading, start, stop):
            continue  # "на Донецком вокзале" is no town of Donetsky
        if stop - start == 1 and all("adj" in m.flags for m in terms) and _after_link(reading, start):
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
        if single and not _plausible(reading, start):
            continue
        if single and is_small_in_lower_case(reading, start, terms) and not _after_link(reading, start):
            continue
        if (longer := compound_name(reading, start, stop)) is not None:
            name = "-".join(reading.tokens.words[longer[0] : longer[1]])
            found.add([((f"unknown:{name}",), PlaceKind.SETTLEMENT, *longer)], *longer)
            continue
        if (
            ordinary
            and single
            and (start in sentence_starts or not reading.is_capitalised(start))
            and not _after_link(reading, start)
            and not _opens_entry(reading, start, stop)
            and not (start in sentence_starts and _heads_alarm(reading, terms, stop))
        ):
            continue
        if ordinary and single and reading.words(start, stop).isupper() and len(reading.words(start, stop)) < 4:
            continue
        found.add([(_unique([m.value for m in terms]), None, start, stop)], start, stop)


_WITH_INSTRUMENTAL = frozenset(("под", "над", "перед", "за", "между"))


def _is_instrumental_town(reading: Reading, start: int) -> bool:
    """Tell whether a word is the noun and no adjective: "под Брянском", where the adjective were "под Брянским"."""
    words = reading.tokens.words
    return words[start].endswith("ом") and start > 0 and words[start - 1] in _WITH_INSTRUMENTAL


_ALARMS = frozenset(("alert", "alert_lifted", "explosions", "hit"))
_CITY = 100_000  # people


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
    told = _after_link(reading, start) and reading.at("trigger", stop) is not None  # "ракетах на Кропивницький мінус"
    if number or told or following in PHRASE_BREAKS or following.endswith(_VERB_ENDS):
        return False
    agreeing = _AGREEING.get(words[start][-2:])  # "в Раменском осколками", but "на Донецком вокзале"
    plural_means = following.endswith(("ами", "ями", "ою", "ею", "єю"))  # "у Луцьку вибуховою хвилею"
    return agreeing is None or (following.endswith(agreeing) and not plural_means)


# Endings of verbs in the past and of reflexive ones, which no noun an adjective could go with has.
_VERB_ENDS = ("ли", "лися", "лись", "лося", "лось", "лася", "лась", "ться", "ється", "ено", "ано", "ито", "ято")
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


def _is_first_name(reading: Reading, token: int) -> bool:
    """Tell whether a name stands between an office and a surname: "мер Конотопа Артем Семеніхін"."""
    if _after_link(reading, token) or token + 1 >= len(reading.tokens.words):
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


# Given names that are names of places as well.
_GIVEN = ("артем", "володимир", "владимир", "ярослав", "богдан", "станіслав", "софі", "марі", "анн", "ольг", "вікторі")
_SURNAME_ENDS = ("ін", "ко", "ий", "ів", "ук", "юк", "ець", "ак", "як", "ов", "ев", "ин", "ый", "ук", "ян", "ич")


def _after_link(reading: Reading, token: int) -> bool:
    return token > 0 and reading.tokens.words[token - 1] in PLACE_LINKS and reading.gap(token - 1, token).strip() == ""


_ENTRY = re.compile(r"\s*(?:,?\s*\d{1,2}[:.]\d\d)?\s*:\s")


_HEADED_LINE = re.compile(r"^[A-ZА-ЯІЇЄҐЁ][\w'’-]+(?: [A-ZА-ЯІЇЄҐЁ][\w'’-]+)?\. ", re.MULTILINE)


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


def _before_dash(reading: Reading, stop: int) -> bool:
    """Tell whether a dash and a number follow: "Курская область — 24, Орловская — 15"."""
    words = reading.tokens.words
    return stop < len(words) and words[stop][0].isdigit() and reading.gap(stop - 1, stop).strip() in ("—", "–", "-")


def is_region(reading: Reading, place_id: str) -> bool:
    """Tell whether an id is a region's."""
    place = reading.packs.places.get(place_id)
    return place is not None and place.kind is PlaceKind.REGION


def bare_adjectives(reading: Reading, found: Atoms) -> None:
    """Find an adjective whose head was said before: "над Брянской областью — 16, над Смоленской — 9"."""
    regions = {i for a in found.atoms for ids in a.members for i in ids if is_region(reading, i)}
    districts = [a.start for a in found.atoms if PlaceKind.DISTRICT in a.kinds]
    heads = reading.by_category.get("place_head", ())  # "обесточены потребители трёх районов: Погарский — 612"
    districts += [h.start for h in heads if h.value == "district" and "plural" in h.flags and h.lang != "en"]
    if districts or len(headings := _district_headings(reading)) > 1:
        _bare_districts(reading, found, min(districts) if districts else min(headings) - 1)
    if not regions:
        return
    adjectives = _grouped(reading, "place_adj")
    for start in sorted(adjectives):
        mention = adjectives[start][0]
        if (
            start in found.taken
            or mention.lang == "en"
            or not (_after_link(reading, start) or _before_dash(reading, mention.stop))
            or not reading.is_capitalised(start)
        ):
            continue
        ids = [m.value for m in adjectives[start] if _fits(m, "region") and "-" in m.value and ":" not in m.value]
        if ids:
            found.add([(_unique(ids), PlaceKind.REGION, start, mention.stop)], start, mention.stop)


def _district_headings(reading: Reading) -> list[int]:
    """Return where adjectives of districts open their sentences, a colon behind: "Дарницький: уламки пробили дах"."""
    return [
        m.start
        for m in reading.by_category.get("place_adj", ())
        if "head=district" in m.flags
        and m.start in reading.sentence_starts
        and m.stop < len(reading.tokens.words)
        and reading.gap(m.stop - 1, m.stop).strip() == ":"
    ]


def _bare_districts(reading: Reading, found: Atoms, first: int) -> None:
    """Find districts whose head was said before: "Охтирський район – 5, Роменський – 3", "у Деснянському — уламки"."""
    adjectives = _grouped(reading, "place_adj")
    words = reading.tokens.words
    for start in sorted(adjectives):
        own = [m for m in adjectives[start] if "head=district" in m.flags and m.lang != "en"]
        if start <= first or start in found.taken or not own or not reading.is_capitalised(start):
            continue
        stop = own[0].stop
        mark = reading.gap(stop - 1, stop).strip() if stop < len(words) else "."
        beside = mark == "" and _after_link(reading, start)
        counted = beside and (_is_number(reading, stop) or _goes_on_without_noun(reading, start, stop))
        if (
            not counted
            and mark[:1] not in tuple("—–-:")
            and not (mark[:1] in tuple(",.;)") and mark and _after_link(reading, start))
        ):
            continue
        found.add([(_unique([m.value for m in own]), PlaceKind.DISTRICT, start, stop)], start, stop)


def _goes_on_without_noun(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether what stands behind "у Вишгородському" is a verb or what flies, and no noun it could describe."""
    words = reading.tokens.words
    if not words[start].endswith(("ому", "ом")):
        return False
    told = any(reading.at(c, stop) is not None for c in ("trigger", "object", "agent"))
    if not told and words[stop].endswith("о") and not reading.is_capitalised(stop):
        told = reading.at("trigger", stop + 1) is not None  # "у Шевченківському легенько поранено водія"
    return told or words[stop] in PHRASE_BREAKS | _NO_NOUNS or words[stop].endswith(_VERB_ENDS)


_NO_NOUNS = frozenset("є ще також ворог росіяни окупанти ворожий ворожі есть еще ещё также враг".split())


def _is_number(reading: Reading, token: int) -> bool:
    words = reading.tokens.words
    return token < len(words) and (words[token].isdigit() or reading.at("number", token) is not None)
