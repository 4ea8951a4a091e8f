"""Compose place phrases: names, adjectives that share a head noun, lists, and what lies in what.

"Белгородской, Брянской и Курской областей" is three regions; "Козинка Грайворонского округа" is one village with the
district that tells it from its namesakes. Which candidate is meant is decided by ``resolve/places.py``.
"""

import re

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, PlacePhrase
from skyledger.model.kinds import PlaceKind
from skyledger.model.text import Span

_CONJ = frozenset("и та й and а также і или or".split())
_LINKS = frozenset(
    "s над территорией территориями акваторией акваториями територією акваторією в во у на over in the of near возле под "
    "территории акватории небе небом waters акваторії території окрестностях районе also а также также и та й and "
    "так же по плюс above into across around sea city town г с м смт пос село селе деревня деревне хутор".split()
)
_HEAD_KIND = {"region": PlaceKind.REGION, "district": PlaceKind.DISTRICT, "city": PlaceKind.SETTLEMENT,
              "airport": PlaceKind.AIRPORT}  # fmt: skip
# "от Калуги", "из Курска": directions flown from are launch areas, not places of what happened.
_LAUNCH_CLOSE = re.compile(r"[)\].;]|\n")


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


class _Atoms:
    """Places found so far, one per stretch of tokens."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.atoms: list[PlacePhrase] = []
        self.taken: set[int] = set()

    def add(self, members: list[tuple[tuple[str, ...], PlaceKind | None, int, int]], start: int, stop: int, role: str = "place") -> None:
        """Add one phrase whose members are ``(candidates, kind wanted, first token, token after)``."""
        if any(t in self.taken for t in range(start, stop)):
            return
        self.taken.update(range(start, stop))
        spans = tuple(self.reading.span(a, b) for _, _, a, b in members)
        self.atoms.append(
            PlacePhrase(
                tuple(m[0] for m in members), start, stop, self.reading.span(start, stop), role,
                tuple(m[1] for m in members), (), spans,
            )
        )  # fmt: skip


def _grouped(reading: Reading, category: str) -> dict[int, list[Mention]]:
    groups: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get(category, ()):
        groups.setdefault(mention.start, []).append(mention)
    return groups


def _fits(mention: Mention, head: str) -> bool:
    wanted = next((f[5:] for f in mention.flags if f.startswith("head=")), "")
    if head == "region":
        return wanted not in ("district", "airport")
    return wanted in ("", head)


def _is_separator(reading: Reading, left: int, right: int) -> bool:
    """Tell whether only a comma or "and" stands between two tokens (token indexes of the last and the next)."""
    words = reading.tokens.words[left + 1 : right]
    punctuation = re.sub(r"\w+", "", reading.gap(left, right)).strip(" \u00a0*_«»\"")
    if words:
        return len(words) <= 2 and all(w in _CONJ for w in words) and punctuation in ("", ",")
    return punctuation == ","


def _adjective_runs(reading: Reading, found: _Atoms) -> None:
    """Find "Брянской, Курской и Тульской областей", "Kaluga and Tula regions", "Грайворонский округ"."""
    adjectives = _grouped(reading, "place_adj")
    heads: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get("place_head", ()):
        if mention.value in ("region", "district", "airport"):
            heads.setdefault(mention.start, []).append(mention)
    for start in sorted(adjectives):
        if start in found.taken or (adjectives[start][0].lang != "en" and not _plausible(reading, start)):
            continue
        run = [(start, max(m.stop for m in adjectives[start]))]
        while True:
            following = next(
                (t for t in range(run[-1][1], run[-1][1] + 3) if t in adjectives and _is_separator(reading, run[-1][1] - 1, t)),
                None,
            )
            if following is None:
                break
            run.append((following, max(m.stop for m in adjectives[following])))
        while run:
            stop = run[-1][1]
            members, head = _with_head(adjectives, run, heads.get(stop, []))
            if head is not None and reading.gap(stop - 1, stop).strip(" \u00a0*_«»\"") == "":
                found.add(members, start, head.stop)
                break
            run.pop()


_Member = tuple[tuple[str, ...], PlaceKind | None, int, int]


def _with_head(
    adjectives: dict[int, list[Mention]], run: list[tuple[int, int]], heads: list[Mention]
) -> tuple[list[_Member], Mention | None]:
    """Return the members of a run under the head noun all its adjectives go with ("округ" may be of two kinds)."""
    for head in sorted(heads, key=lambda h: h.value):  # airport, district, region
        members: list[_Member] = []
        for first, last in run:
            ids = [m.value for m in adjectives[first] if m.stop == last and _fits(m, head.value)]
            members.append((_unique(ids), _HEAD_KIND[head.value], first, last))
        if all(m[0] for m in members):
            return members, head
    return [], None


def _plausible(reading: Reading, token: int) -> bool:
    """Tell whether a Cyrillic name at a token may be a name at all: capitalised, or the whole text is careless."""
    return reading.is_capitalised(token) or is_careless(reading)


def is_careless(reading: Reading) -> bool:
    """Tell whether a text hardly uses capitals."""
    letters = [c for c in reading.text[:600] if c.isalpha()]
    return sum(c.isupper() for c in letters) < 0.015 * len(letters) if len(letters) > 20 else False


def _heads_before(reading: Reading, found: _Atoms) -> None:
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
            following = next((t for t in range(stop, stop + 3) if t in adjectives and _is_separator(reading, stop - 1, t)), None)
            if following is None:
                break
            token = following
        if members and all(m[0] for m in members):
            found.add(members, head.start, members[-1][3])


def _names(reading: Reading, found: _Atoms) -> None:
    """Find full names; a name that is also an ordinary word needs a capital inside a sentence."""
    groups = _grouped(reading, "place")
    sentence_starts = {s.start for s in reading.sentences}
    for start in sorted(groups):
        stop = max(m.stop for m in groups[start])
        terms = [m for m in groups[start] if m.stop == stop]
        ordinary = all("word" in m.flags for m in terms)
        single = stop - start == 1
        if single and _is_person(reading, start):
            continue
        if single and not _plausible(reading, start):
            continue
        if ordinary and single and (start in sentence_starts or not reading.is_capitalised(start)) and not _after_link(reading, start):
            continue
        if ordinary and single and reading.words(start, stop).isupper() and len(reading.words(start, stop)) < 4:
            continue
        found.add([(_unique([m.value for m in terms]), None, start, stop)], start, stop)


def _is_person(reading: Reading, token: int) -> bool:
    """Tell whether a word that is both a surname and a place is the person here: a role, speech or dash beside it."""
    if not any(m.start <= token < m.stop for m in reading.by_category.get("speaker", ())):
        return False
    near = reading.in_range("role", max(0, token - 4), token) + reading.in_range("speech", max(0, token - 3), token + 4)
    after = reading.tokens.folded[reading.tokens.stops[token] : reading.tokens.stops[token] + 2]
    before = reading.tokens.folded[max(0, reading.tokens.starts[token] - 2) : reading.tokens.starts[token]]
    return bool(near) or after.startswith(":") or (before.strip() in ("-", "–", "—") and after.strip() == "")


def _after_link(reading: Reading, token: int) -> bool:
    return token > 0 and reading.tokens.words[token - 1] in _LINKS and reading.gap(token - 1, token).strip() == ""


def _bare_adjectives(reading: Reading, found: _Atoms) -> None:
    """Find an adjective whose head was said before: "над Брянской областью — 16, над Смоленской — 9"."""
    if not any(k is PlaceKind.REGION for a in found.atoms for k in a.kinds):
        return
    adjectives = _grouped(reading, "place_adj")
    for start in sorted(adjectives):
        mention = adjectives[start][0]
        if start in found.taken or mention.lang == "en" or not _after_link(reading, start) or not reading.is_capitalised(start):
            continue
        ids = [m.value for m in adjectives[start] if _fits(m, "region") and "-" in m.value and ":" not in m.value]
        if ids:
            found.add([(_unique(ids), PlaceKind.REGION, start, mention.stop)], start, mention.stop)


def _capital_adjectives(reading: Reading, found: _Atoms) -> None:
    """Find "московские аэропорты", "калужский аэропорт": the airport head was not next to a region's adjective."""


def _anaphors(reading: Reading, found: _Atoms) -> None:
    """Find "over the region", "над регионом", "в области", "столица": the place meant is known from elsewhere."""
    for head in reading.by_category.get("place_head", ()):
        if head.start in found.taken or head.value not in ("region", "city") or "plural" in head.flags:
            continue
        before = reading.tokens.words[head.start - 1] if head.start else ""
        word = reading.tokens.words[head.start]
        if head.value == "city" and word not in _CITY_ANAPHORS:
            continue
        if len(word) < 3 or before not in _ANAPHOR_BEFORE:
            continue
        found.add([((f"anaphor:{head.value}",), _HEAD_KIND[head.value], head.start, head.stop)], head.start, head.stop, "anaphor")


_CITY_ANAPHORS = frozenset(
    "город города городе городом городу місто міста місті містом місту city capital столица столицы столице столицу "
    "столицей столиця столиці столицю столицею облцентр облцентре обласному областном town the".split()
)
_ANAPHOR_BEFORE = frozenset("над в во на по the our нашей нашего нашем нашим наш регіоном у ін over this этой всей небом небе територією территорией территории території нашою нашої нашій".split())


def _merge_lists(reading: Reading, atoms: list[PlacePhrase]) -> list[PlacePhrase]:
    """Merge neighbours into lists and chains.

    Only a comma, "and", or prepositions and words like "территории" may stand between members of a list; a name and
    the larger area right behind it (with or without a comma or brackets) are one place.
    """
    atoms.sort(key=lambda a: a.start)
    merged: list[PlacePhrase] = []
    for atom in atoms:
        last = merged[-1] if merged else None
        if last is None or last.role != "place" or atom.role != "place":
            merged.append(atom)
            continue
        gap = reading.gap(last.stop - 1, atom.start)
        between = reading.tokens.words[last.stop : atom.start]
        marks = re.sub(r"\w+", "", gap).strip(" \u00a0*_«»\"'’")
        if "\n" in gap or len(between) > 4 or not all(w in _LINKS for w in between):
            merged.append(atom)
        elif (chain := _chain(reading, last, atom, marks, between)) is not None:
            merged[-1] = chain
        elif marks == "," or (marks in ("", ",") and any(w in _CONJ for w in between)):
            merged[-1] = PlacePhrase(
                last.members + atom.members, last.start, atom.stop, reading.span(last.start, atom.stop), "place",
                last.kinds + atom.kinds, last.within + atom.within, last.member_spans + atom.member_spans,
            )  # fmt: skip
        else:
            merged.append(atom)
    return merged


def _chain(reading: Reading, last: PlacePhrase, atom: PlacePhrase, marks: str, between: list[str]) -> PlacePhrase | None:
    """Return one place for "settlement + its area" in either order, or None when neither can lie in the other."""
    if marks not in ("", ",", "(", ")", "(,") or any(w in _CONJ for w in between) or len(atom.members) != 1:
        return None
    areas = {i for i in atom.members[0]}
    if between == ["s"] and len(last.members) == 1:  # "Moscow's Vnukovo", "Russia's Kaluga region"
        return PlacePhrase(
            atom.members, last.start, atom.stop, reading.span(last.start, atom.stop), atom.role, atom.kinds,
            atom.within + last.members[0], atom.member_spans,
        )  # fmt: skip
    inner = last.members[-1]
    if _lies_in(reading, inner, areas):
        return PlacePhrase(
            last.members, last.start, atom.stop, reading.span(last.start, atom.stop), last.role, last.kinds,
            last.within + atom.members[0], last.member_spans,
        )  # fmt: skip
    if len(last.members) == 1 and marks in ("", ",", "(") and _lies_in(reading, atom.members[0], set(inner)):
        return PlacePhrase(
            atom.members, last.start, atom.stop, reading.span(last.start, atom.stop), atom.role, atom.kinds,
            atom.within + inner, atom.member_spans,
        )  # fmt: skip
    return None


def _lies_in(reading: Reading, inner: tuple[str, ...], areas: set[str]) -> bool:
    for candidate in inner:
        place = reading.packs.places.get(candidate)
        if place is not None and candidate not in areas and areas & {place.region, place.district, place.country}:
            return True
    return False


def _mark_roles(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Tell places of the claim from launch areas, datelines, offices and institutions."""
    launches = [m for m in reading.by_category.get("launch_area", ())]
    result = []
    for phrase in phrases:
        role = phrase.role
        for launch in launches:
            if launch.stop <= phrase.start and not _launch_ends(reading, launch, phrase):
                bracketed = "(" in reading.tokens.folded[max(0, reading.tokens.starts[launch.start] - 3) : reading.tokens.starts[launch.start]]
                near = bracketed or phrase.start - launch.stop <= 3 or "пуск" in reading.words(launch.start, launch.stop).lower()
                listed = any(r.role == "launch" and phrase.start - r.stop <= 3 for r in result[-1:])
                if near or listed:
                    role = "launch"
        if role == "place" and _is_flown_from(reading, phrase):
            role = "launch"
        if role == "place" and _is_dateline(reading, phrase):
            role = "dateline"
        elif role == "place" and (_speaks(reading, phrase) or _is_actor(reading, phrase)):
            role = "office"
        elif role == "place" and _speaks(reading, phrase):
            role = "office"
        result.append(
            phrase if role == phrase.role else PlacePhrase(
                phrase.members, phrase.start, phrase.stop, phrase.span, role, phrase.kinds, phrase.within, phrase.member_spans
            )
        )  # fmt: skip
    return result


_PLACE_PREPOSITIONS = frozenset(
    "over in at on above into near across inside against of around from в во у на над по із з під до около возле поблизу "
    "территории території небе небі територією территорией".split()
)
_DIRECTIONS = frozenset("western eastern northern southern central occupied западной восточной всей всієї западную восточную".split())


def is_located(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a preposition of place stands before a phrase."""
    token = phrase.start - 1
    while token >= 0 and reading.tokens.words[token] in _DIRECTIONS:
        token -= 1
    return token >= 0 and reading.tokens.words[token] in _PLACE_PREPOSITIONS


def _is_actor(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a country does something here ("Russia launched 80 drones") and is no place of it."""
    if len(phrase.members) != 1 or not all(len(i) == 2 for i in phrase.members[0]):
        return False
    attacked = any(m.stop == phrase.start and m.value in ("attacked", "hit") for m in reading.by_category.get("trigger", ()))
    return not attacked and not is_located(reading, phrase)


_CAPITALS = frozenset(("RU-MOW", "UA-30"))
_FROM = frozenset("з із зі с со из from від от".split())


def _is_flown_from(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether "from" stands before a place in a sentence about launches: where weapons flew from."""
    if not phrase.start or reading.tokens.words[phrase.start - 1] not in _FROM:
        return False
    sentence = reading.sentence_of(phrase.start)
    triggers = reading.in_range("trigger", sentence.start, phrase.start)
    return any(t.value in ("launched", "attacked", "hit") for t in triggers)


_DATELINE = re.compile(r"^[\s,(]*(?:[^\W\d_]+\.?\s+\d{1,2}|\d{1,2}\s+[^\W\d_]+|\([^)]{2,20}\))?\s*[.,]?\s*(?:/[^/]{2,15}/\s*)?(?:[-–—.]|$)")


def _launch_ends(reading: Reading, launch: Mention, phrase: PlacePhrase) -> bool:
    """Tell whether what a launch word opens ends before a phrase; inside brackets only the bracket ends it."""
    gap = reading.gap(launch.stop - 1, phrase.start)
    before = reading.tokens.folded[max(0, reading.tokens.starts[launch.start] - 3) : reading.tokens.starts[launch.start]]
    if "(" in before:
        return ")" in gap or "\n" in gap
    return bool(_LAUNCH_CLOSE.search(gap))


def _is_dateline(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a phrase opens a paragraph as "KALUGA, Dec 11 -" or "КАЛУГА, 11 декабря."."""
    line_start = reading.text.rfind("\n", 0, phrase.span.start) + 1
    if reading.text[line_start : phrase.span.start].strip():
        return False
    line_end = reading.text.find("\n", phrase.span.stop)
    rest = reading.text[phrase.span.stop : len(reading.text) if line_end < 0 else line_end]
    if not reading.words(phrase.start, phrase.start + 1).isupper() and not re.match(r"\s*,?\s*\(?\d|\s*,\s*[A-Z][a-z]{2,8}\.? \d", rest):
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


def find_places(reading: Reading, blocked: set[int]) -> list[PlacePhrase]:
    """Return the place phrases of a text in order.

    Args:
        reading: The document as read.
        blocked: Tokens of time phrases ("Moscow time" is no place).

    Returns:
        Phrases with candidates per member and a role.
    """
    found = _Atoms(reading)
    found.taken.update(blocked)
    _adjective_runs(reading, found)
    _heads_before(reading, found)
    _names(reading, found)
    _bare_adjectives(reading, found)
    _anaphors(reading, found)
    return _mark_roles(reading, _mark_airports(reading, _merge_lists(reading, found.atoms)))


def _mark_airports(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Ask for an airport where "airport" stands beside a place: "Copenhagen Airport", "аэропорт Калуга"."""
    heads = [m for m in reading.by_category.get("place_head", ()) if m.value == "airport"]
    if not heads:
        return phrases
    result = []
    for phrase in phrases:
        near = any(
            (h.start == phrase.stop or (phrase.start - h.stop in (0, 1) and h.lang != "en"))
            and not set(",.;:").intersection(reading.gap(min(h.stop, phrase.stop) - 1, max(h.start, phrase.start)))
            for h in heads
        )
        kinds = tuple(PlaceKind.AIRPORT for _ in phrase.members) if near else phrase.kinds
        result.append(
            PlacePhrase(
                phrase.members, phrase.start, phrase.stop, phrase.span, phrase.role, kinds, phrase.within, phrase.member_spans
            )
        )
    return result


def phrase_span(phrases: list[PlacePhrase]) -> Span:
    """Return the stretch from the first phrase to the last."""
    return Span(start=phrases[0].span.start, stop=phrases[-1].span.stop)
