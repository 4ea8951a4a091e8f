"""Adjectives of places: those that share a head noun, and those whose head was said before."""

import re

from skyledger.extract.place_atoms import VERB_ENDS, Atoms, after_link, grouped, is_region, plausible, unique
from skyledger.extract.reading import Reading
from skyledger.extract.words import PHRASE_BREAKS, PLACE_CONJUNCTIONS
from skyledger.model.frame import Mention
from skyledger.model.kinds import PlaceKind

_HEAD_KIND = {
    "sea": PlaceKind.SEA,
    "region": PlaceKind.REGION,
    "district": PlaceKind.DISTRICT,
    "city": PlaceKind.SETTLEMENT,
    "hromada": PlaceKind.SETTLEMENT,
    "airport": PlaceKind.AIRPORT,
}
_Member = tuple[tuple[str, ...], PlaceKind | None, int, int]
_NO_NOUNS = frozenset("є ще також ворог росіяни окупанти ворожий ворожі есть еще ещё также враг".split())


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
    adjectives = grouped(reading, "place_adj")
    for mention in unknown:
        adjectives.setdefault(mention.start, [mention])
    heads: dict[int, list[Mention]] = {}
    for mention in reading.by_category.get("place_head", ()):
        if mention.value in ("region", "district", "airport", "sea"):
            heads.setdefault(mention.start, []).append(mention)
    for start in sorted(adjectives):
        if start in found.taken or (adjectives[start][0].lang != "en" and not plausible(reading, start)):
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
            members.append((unique(ids), _HEAD_KIND[kind], first, last))
        if all(m[0] for m in members):
            return members, head
    return [], None


def heads_before(reading: Reading, found: Atoms) -> None:
    """Find "regions of Kaluga and Tula" and "республики Крым"-like heads left of an English bare name."""
    adjectives = grouped(reading, "place_adj")
    for head in reading.by_category.get("place_head", ()):
        after = head.stop
        if head.lang != "en" or after >= len(reading.tokens.words) or reading.tokens.words[after] != "of":
            continue
        members, token = [], after + 1
        while token in adjectives:
            stop = max(m.stop for m in adjectives[token])
            ids = [m.value for m in adjectives[token] if _fits(m, head.value)]
            members.append((unique(ids), _HEAD_KIND.get(head.value), token, stop))
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


def _before_dash(reading: Reading, stop: int) -> bool:
    """Tell whether a dash and a number follow: "Курская область — 24, Орловская — 15"."""
    words = reading.tokens.words
    return stop < len(words) and words[stop][0].isdigit() and reading.gap(stop - 1, stop).strip() in ("—", "–", "-")


def bare_adjectives(reading: Reading, found: Atoms) -> None:
    """Find an adjective whose head was said before: "над Брянской областью — 16, над Смоленской — 9"."""
    regions = {i for a in found.atoms for ids in a.members for i in ids if is_region(reading, i)}
    districts = [a.start for a in found.atoms if PlaceKind.DISTRICT in a.kinds]
    heads = reading.by_category.get("place_head", ())  # "обесточены потребители трёх районов: Погарский — 612"
    districts += [h.start for h in heads if h.value == "district" and "plural" in h.flags and h.lang != "en"]
    communities = [h.start for h in heads if reading.tokens.words[h.start].startswith("громад")]
    if communities:
        _bare_districts(reading, found, min(communities), "head=hromada", PlaceKind.SETTLEMENT)
    if districts or len(headings := _district_headings(reading)) > 1:
        _bare_districts(reading, found, min(districts) if districts else min(headings) - 1)
    if not regions:
        return
    adjectives = grouped(reading, "place_adj")
    for start in sorted(adjectives):
        mention = adjectives[start][0]
        if (
            start in found.taken
            or mention.lang == "en"
            or not (after_link(reading, start) or _before_dash(reading, mention.stop))
            or not reading.is_capitalised(start)
        ):
            continue
        ids = [m.value for m in adjectives[start] if _fits(m, "region") and "-" in m.value and ":" not in m.value]
        if ids:
            found.add([(unique(ids), PlaceKind.REGION, start, mention.stop)], start, mention.stop)


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


def bare_in_districts(reading: Reading, found: Atoms) -> None:
    """Find "в Севском" behind a district named in full, before names: no town is "в" its instrumental."""
    districts = [a.start for a in found.atoms if PlaceKind.DISTRICT in a.kinds]
    if districts:
        _bare_districts(reading, found, min(districts), only_in=True)


_IN = frozenset(("в", "во", "у"))


def _bare_districts(
    reading: Reading,
    found: Atoms,
    first: int,
    flag: str = "head=district",
    kind: PlaceKind = PlaceKind.DISTRICT,
    *,
    only_in: bool = False,
) -> None:
    """Find districts whose head was said before: "Охтирський район – 5, Роменський – 3", "у Деснянському — уламки".

    Communities stand likewise, and mean the town that names them: "Конотопська громада: ... Білопільська: ...".
    """
    adjectives = grouped(reading, "place_adj")
    words = reading.tokens.words
    for start in sorted(adjectives):
        own = [m for m in adjectives[start] if flag in m.flags and m.lang != "en"]
        if only_in and (words[start - 1] not in _IN or not words[start].endswith(("ом", "ому"))):
            continue
        if start <= first or start in found.taken or not own or not reading.is_capitalised(start):
            continue
        stop = own[0].stop
        mark = reading.gap(stop - 1, stop).strip() if stop < len(words) else "."
        beside = mark == "" and after_link(reading, start)
        counted = beside and (_is_number(reading, stop) or _goes_on_without_noun(reading, start, stop))
        if (
            not counted
            and mark[:1] not in tuple("—–-:")
            and not (mark[:1] in tuple(",.;)") and mark and after_link(reading, start))
        ):
            continue
        found.add([(unique([m.value for m in own]), kind, start, stop)], start, stop)


def _goes_on_without_noun(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether what stands behind "у Вишгородському" is a verb or what flies, and no noun it could describe."""
    words = reading.tokens.words
    if not words[start].endswith(("ому", "ом", "ській", "цькій")):
        return False
    told = any(reading.at(c, stop) is not None for c in ("trigger", "object", "agent"))
    if not told and words[stop].endswith("о") and not reading.is_capitalised(stop):
        told = reading.at("trigger", stop + 1) is not None  # "у Шевченківському легенько поранено водія"
    return told or words[stop] in PHRASE_BREAKS | _NO_NOUNS or words[stop].endswith(VERB_ENDS)


def _is_number(reading: Reading, token: int) -> bool:
    words = reading.tokens.words
    return token < len(words) and (words[token].isdigit() or reading.at("number", token) is not None)
