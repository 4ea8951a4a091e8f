"""Words that are a place elsewhere and a person, a work's name or a verb here."""

from skyledger.extract.reading import Reading
from skyledger.extract.words import ELSEWHERE, PLACE_LINKS

_CLOCKS = frozenset("moscow kyiv kiev samara yekaterinburg bucharest chisinau warsaw vilnius".split())


def is_not_this_place(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether an English name is half of an adjective or a namesake: "Moscow-appointed", "Moscow, Idaho"."""
    words = reading.tokens.words
    if stop >= len(words) or not words[start].isascii():
        return False
    gap = reading.gap(stop - 1, stop)
    if words[stop] == "time" and gap == " " and words[start] in _CLOCKS:
        return words[stop + 1 : stop + 2] not in (["is"], ["to"], ["for"])  # "restrictions, Moscow time, 23 July"
    if gap in ("-", "\u2011", "–"):
        return words[stop].endswith("ed") or words[stop] in ("bound", "led", "run", "born")
    return gap.strip() == "," and words[stop] in ELSEWHERE


def is_name_of_works(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a name only tells one building from others: "подстанция «Луч»", "колхоз имени Кирова"."""
    if not start:
        return False
    if reading.tokens.words[start - 1] in ("имени", "им"):
        return True
    gap = reading.gap(start - 1, start)
    if gap.endswith(" ") or not gap.strip().startswith(("«", '"', "“")):
        return False  # 'the gates". Domodedovo shut': a quotation ends
    return any(m.value in ("building", "vehicle", "part") for m in reading.ending("unit", start, start))


_STREETS = (
    *("улиц", "переул", "шоссе", "проспект", "набережн", "площад", "бульвар", "тракт", "проезд", "мост"),
    *("вулиц", "провул", "площ", "узвоз", "узвіз"),
)
_QUARTERS = ("масив", "житломасив", "мікрорайон", "микрорайон", "жилмассив", "массив", "квартал", "провул", "переул")


def is_quarter(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether a name is the adjective of a quarter or street: "Північного масиву", "на Заводской улице"."""
    words = reading.tokens.words
    adjective = words[start].endswith(
        ("ой", "ая", "ую", "ій", "ої", "ою", "ом", "ий", "ый", "ому", "ого", "ое", "а", "у")
    )
    if adjective and stop < len(words) and words[stop].startswith(_STREETS):
        return reading.gap(stop - 1, stop) == " "
    own = words[start].endswith(("ий", "ого", "ому", "им", "ый", "ого", "ом", "ім"))
    return own and stop < len(words) and words[stop].startswith(_QUARTERS)


def is_person(reading: Reading, token: int) -> bool:
    """Tell whether a word that is both a surname and a place is the person here: a role, speech or dash beside it."""
    if _follows_first_name(reading, token):
        return True
    if not any(m.start <= token < m.stop for m in reading.starting("speaker", token - 6, token + 1)):
        return False
    role, speech = max(0, token - 4), max(0, token - 3)
    near = reading.in_range("role", role, token) or reading.in_range("speech", speech, token + 4)
    after = reading.tokens.folded[reading.tokens.stops[token] : reading.tokens.stops[token] + 2]
    before = reading.tokens.folded[max(0, reading.tokens.starts[token] - 2) : reading.tokens.starts[token]]
    ends = after.strip() == "" or after.startswith(("\n", ".", "!"))
    if after.startswith(":") and (reading.tokens.words[token - 1] in _WITHIN or _heads_item(reading, token)):
        return False
    return bool(near) or after.startswith(":") or (before.strip() in ("-", "–", "—") and ends)


_WITHIN = frozenset("в во у под під над возле біля in near over".split())


def _heads_item(reading: Reading, token: int) -> bool:
    """Tell whether a name opens one of several items that places open: "Николаев: двое погибших. Одесса: ..."."""
    for sentence in reading.sentences:
        first = sentence.start
        place = reading.at("place", first)
        if (
            first == token
            or place is None
            or any(m.start == first for m in reading.starting("speaker", first, first + 1))
        ):
            continue
        if reading.gap(place.stop - 1, place.stop).startswith(":"):
            return reading.sentence_of(token).start == token
    return False


def _follows_first_name(reading: Reading, token: int) -> bool:
    """Tell whether an office and a first name stand before a name: "глава региона Алексей Гусев"."""
    first = token - 1
    if first < 1 or not reading.is_capitalised(first) or reading.gap(first, token) not in (" ", "\u00a0"):
        return False
    if reading.tokens.words[first] in PLACE_LINKS or reading.at("place_head", first) or reading.at("role", first):
        return False
    if reading.at("place", first) is not None or reading.at("place_adj", first) is not None:
        return False
    return any(m.stop == first for c in ("role", "pronoun") for m in reading.ending(c, first, first))
