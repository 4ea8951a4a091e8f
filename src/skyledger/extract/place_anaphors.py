"""Find words that stand for a place: "над регионом", "в областном центре", "the capital"."""

from skyledger.extract.place_atoms import Atoms
from skyledger.extract.reading import Reading
from skyledger.extract.words import ANAPHOR_BEFORE, CITY_ANAPHORS
from skyledger.model.frame import Mention
from skyledger.model.kinds import PlaceKind

_KINDS = {"region": PlaceKind.REGION, "city": PlaceKind.SETTLEMENT, "district": PlaceKind.DISTRICT}
_CENTRES = (
    ("областном", "центре"), ("областного", "центра"), ("областной", "центр"), ("областному", "центру"),
    ("областным", "центром"), ("областной", "столице"), ("обласному", "центрі"), ("обласного", "центру"),
    ("обласний", "центр"), ("обласним", "центром"), ("краевом", "центре"), ("краевой", "столице"),
    ("региональной", "столице"), ("региональном", "центре"), ("регіональному", "центрі"),
    ("административном", "центре"),
    ("regional", "capital"), ("regional", "centre"), ("regional", "center"), ("provincial", "capital"),
    ("oblast", "capital"), ("oblast", "centre"), ("oblast", "center"), ("region", "capital"),
)  # fmt: skip
_DISTRICT_CENTRES = (
    ("районном", "центре"), ("районного", "центра"), ("районному", "центру"), ("районный", "центр"),
    ("районному", "центрі"), ("районного", "центру"), ("районний", "центр"), ("районним", "центром"),
    ("district", "centre"), ("district", "center"), ("district", "capital"), ("district", "seat"),
)  # fmt: skip
_DISTRICT_CENTRE_WORDS = frozenset("райцентр райцентре райцентра райцентру райцентром райцентрі".split())
_CENTRE_WORDS = frozenset("облцентр облцентре облцентра облцентру облцентром облцентрі".split())
_UKRAINE = ("украин", "всу ", "киев", "зсу ", "київ", "кличко", "ukrain", "kyiv", "kiev", "klitschko")
_RUSSIA = ("собянин", "росси", "москв", "sobyanin", "moscow", "russia", "росі")


def centres(reading: Reading, found: Atoms) -> None:
    """Add the main city of the region spoken of: "в областном центре", "the regional capital"."""
    folded = reading.tokens.folded
    if "центр" not in folded and "capital" not in folded and "столиц" not in folded and "cent" not in folded:
        return
    words = reading.tokens.words
    for token, word in enumerate(words):
        if (size := _district_centre(words, token)) and token + size not in found.taken:
            found.add([(("anaphor:district centre",), None, token, token + size)], token, token + size, "anaphor")
        pair = token + 1 < len(words) and (word, words[token + 1]) in _PAIRS
        pair = pair or (word == "region" and words[token + 1 : token + 3] == ["s", "capital"])
        if not pair and word not in _CENTRE_WORDS:
            continue
        stop = token + (1 if word in _CENTRE_WORDS else 3 if words[token + 1] == "s" else 2)
        found.add([(("anaphor:centre",), PlaceKind.SETTLEMENT, token, stop)], token, stop, "anaphor")


_PAIRS = frozenset(_CENTRES)


def _district_centre(words: list[str], token: int) -> int:
    """Return how many words from a token on say "the district centre", or 0."""
    if words[token] in _DISTRICT_CENTRE_WORDS:
        return 1
    return 2 if tuple(words[token : token + 2]) in _DISTRICT_CENTRES else 0


def capitals(reading: Reading, found: Atoms) -> None:
    """Add Kyiv or Moscow where "the capital" can be no other: the text is of one of the two countries."""
    if "столиц" not in reading.tokens.folded and "capital" not in reading.tokens.folded:
        return
    words = reading.tokens.words
    tokens = [t for t, w in enumerate(words) if w.startswith("столиц") or (w == "capital" and words[t - 1] == "the")]
    if not tokens:
        return
    capital = _capital_meant(reading)
    for token in tokens:
        behind = token + 1
        owned = reading.at("place", behind) or reading.at("place_adj", behind)
        if capital and not owned and token not in found.taken and words[token - 1] not in _OTHER:
            found.add([((capital,), None, token, token + 1)], token, token + 1)


_OTHER = frozenset("северной культурной northern southern provincial regional краевой областной".split())


def _capital_meant(reading: Reading) -> str:
    """Return the only capital a text can mean: of the country it names, or of the language it is written in."""
    folded = reading.tokens.folded
    ukraine, russia = any(w in folded for w in _UKRAINE), any(w in folded for w in _RUSSIA)
    if any(c in folded for c in "іїє"):
        return "" if "москв" in folded else "UA-30"
    if ukraine != russia:
        return "UA-30" if ukraine else "RU-MOW"
    if ukraine and ("киев" in folded or "kyiv" in folded) and not ("москв" in folded or "moscow" in folded):
        return "UA-30"
    return ""


def anaphors(reading: Reading, found: Atoms) -> None:
    """Find "over the region", "над регионом", "в области", "столица": the place meant is known from elsewhere."""
    for head in reading.by_category.get("place_head", ()):
        if head.start in found.taken or head.value not in ("region", "city", "district") or "plural" in head.flags:
            continue
        if head.value == "district" and not _is_whole_district(reading, head):
            continue
        before = reading.tokens.words[head.start - 1] if head.start else ""
        word = reading.tokens.words[head.start]
        if head.value == "city" and word not in CITY_ANAPHORS:
            continue
        if len(word) < 3 or before not in ANAPHOR_BEFORE:
            continue
        if head.stop in found.taken and reading.gap(head.stop - 1, head.stop).strip(' \u00a0"«') == "":
            continue  # "у місті Чугуїв" names it
        if _is_headed(reading, head):
            continue  # "Haivanenko, who runs the region"
        if head.lang == "en" and _is_of_place(reading, found, head.stop):
            continue  # "over the territory of Belgorod region"
        found.add(
            [((f"anaphor:{head.value}",), _KINDS[head.value], head.start, head.stop)],
            head.start,
            head.stop,
            "anaphor",
        )


_HEADS = ("heads", "runs", "leads", "governs", "руковод", "возглав", "керу", "очолю", "управля")


def _is_headed(reading: Reading, head: Mention) -> bool:
    """Tell whether a region is only what somebody is the head of: "who runs the region", "возглавляющий область"."""
    first = max(0, head.start - 2)
    return any(w.startswith(_HEADS) for w in reading.tokens.words[first : head.start])


def _is_of_place(reading: Reading, found: Atoms, token: int) -> bool:
    """Tell whether "of" and a place named in full stand at a token."""
    words = reading.tokens.words
    if token >= len(words) or words[token] != "of":
        return False
    return token + 1 in found.taken or (words[token + 1 : token + 2] == ["the"] and token + 2 in found.taken)


_OVER = frozenset("над по всему всьому усьому всём".split())


def _is_whole_district(reading: Reading, head: Mention) -> bool:
    """Tell whether a word means the district spoken of: "по району", "над округом"; "в районе" is "near" as well."""
    words = reading.tokens.words
    before = words[head.start - 1] if head.start else ""
    if head.lang == "en":
        return words[head.start] == "district" and before in ("the", "this", "whole", "our")
    if before in _OVER:
        return True
    told = reading.at("trigger", head.stop) is not None  # "у районі вокзалу" is near the station
    return words[head.start] == "районі" and before in ("у", "в") and told
