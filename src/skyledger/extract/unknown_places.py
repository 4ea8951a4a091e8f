"""Names no pack knows that stand where a place stands: members of a list nobody can place.

"Над Брянской, Хрюкинской и Тульской областями" names three regions, and one of them is in no gazetteer. The word stays
in the list, so that its number is not given to a neighbour; ``extract/unknown.py`` makes it an issue.
"""

from skyledger.extract.place_atoms import Atoms
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NO_PLACE_ADJECTIVES, PLACE_CONJUNCTIONS, SETTLEMENT_HEADS
from skyledger.model.frame import Mention
from skyledger.model.kinds import PlaceKind

UNKNOWN = "unknown:"
_HEADED = word_class(SETTLEMENT_HEADS)
_QUOTES = " \u00a0\"«“„'"
_ADJECTIVE_ENDS = tuple(("ая ий ого ое ой ом ому ую ые ый ым ых ій ою ська ське ську цька цьке цьку ські цькі").split())


def adjectives_unknown(reading: Reading) -> list[Mention]:
    """Return capitalised words no pack knows that stand where a region's or district's adjective stands.

    They end right before "области", "районе", "region", or are followed there by other members of a list.
    """
    found: list[Mention] = []
    for head in reading.by_category.get("place_head", ()):
        if head.value not in ("region", "district") or not head.start:
            continue
        known = {m.start: m for m in reading.starting("place_adj", head.start - 12, head.start)}
        token = head.start - 1
        if reading.gap(token, head.start).strip(_QUOTES + "»”"):
            continue
        while token >= 0:
            adjective = next((m for m in known.values() if m.start <= token < m.stop), None)
            if adjective is None:
                if not _may_be_adjective(reading, token, head):
                    break
                found.append(_unknown(reading, token, head.lang))
            start = token if adjective is None else adjective.start
            token = _before_separator(reading, start)
    return found


def _may_be_adjective(reading: Reading, token: int, head: Mention) -> bool:
    word = reading.tokens.words[token]
    if not is_unknown_name(reading, token) or word in NO_PLACE_ADJECTIVES:
        return False
    return word.isascii() if head.lang == "en" else word.endswith(_ADJECTIVE_ENDS)


def _before_separator(reading: Reading, start: int) -> int:
    """Return the token before a comma or "and" that stands left of a token, or -1."""
    token = start - 1
    marks: tuple[str, ...] = (",",)
    if token >= 0 and reading.tokens.words[token] in PLACE_CONJUNCTIONS:
        token -= 1
        marks = ("", ",")
    if token < 0:
        return -1
    gap = "".join(c for c in reading.gap(token, start) if not c.isalnum() and c not in _QUOTES)
    return token if gap in marks else -1


def add_unknown_names(reading: Reading, found: Atoms) -> None:
    """Add names no pack knows behind "село" and "the village of", and between two members of a list of places."""
    if not reading.mask & _HEADED and len(found.atoms) < 2:
        return
    words = reading.tokens.words
    last = len(words) - 1
    text, starts = reading.text, reading.tokens.starts
    capitalised = [t for t in range(1, last + 1) if text[starts[t]].isupper()]
    for token in capitalised:
        if token in found.taken or not is_unknown_name(reading, token):
            continue
        head = token - 2 if words[token - 1] == "of" else token - 1
        headed = words[head] in SETTLEMENT_HEADS and not reading.gap(head, token).strip(_QUOTES + ".of")
        headed = headed and not _names_holder(reading, head)
        between = (
            _ends_place(found, _before_separator(reading, token))
            and token < last
            and _starts_place(reading, found, token)
        )
        if headed or between:
            kind = PlaceKind.SETTLEMENT if headed else None
            found.add([((UNKNOWN + words[token],), kind, token, token + 1)], token, token + 1)


_AT = frozenset("in near outside at в во у під под біля возле около поблизу".split())
# Endings most villages have and few other names.
_VILLAGE_ENDS = tuple(
    (
        "ово ево ёво ино ыно ове еве овке евке инке овкой евкой инкой овка евка "
        "єве івка ївка івці ївці івки ївки івкою ївкою ичах ичі овичі овичах "
        "ovo evo ino yno ovka evka inka ivka yivka ove eve ske ivtsi ichi ychi ovychi"
    ).split()
)


def add_villages(reading: Reading, found: Atoms) -> None:
    """Add names like a village's that no pack knows, behind "in" or "near" or at the head of a list's item."""
    words, tokens = reading.tokens.words, reading.tokens
    located = [t + 1 for t, word in enumerate(words) if word in _AT]
    heads = [s.start for s in reading.sentences if s.bulleted]
    for token in located:
        if token + 1 < len(words) and token not in found.taken and _is_compound(reading, token):
            name = "-".join(words[token : token + 2])
            found.add([((UNKNOWN + name,), PlaceKind.SETTLEMENT, token, token + 2)], token, token + 2)
    for token in (*located, *heads):
        if token >= len(words) or not words[token].endswith(_VILLAGE_ENDS) or token in found.taken:
            continue
        if len(words[token]) < 5 or not reading.is_capitalised(token) or reading.is_known(token):
            continue
        behind = reading.text[tokens.stops[token] : tokens.stops[token] + 3].lstrip()
        beside = token > 0 and reading.gap(token - 1, token) == " " and words[token - 1] in _AT
        if not reading.words(token, token + 1).isupper() and (beside or behind[:1] in (":", "—", "–")):
            found.add([((UNKNOWN + words[token],), PlaceKind.SETTLEMENT, token, token + 1)], token, token + 1)


def _is_compound(reading: Reading, token: int) -> bool:
    """Tell whether two words no pack knows are joined by a hyphen as in the name of a town: "Посад-Покровського"."""
    halves = (token, token + 1)
    if reading.gap(token, token + 1) != "-" or reading.gap(token - 1, token) != " ":
        return False
    known = any(reading.is_known(t) or not reading.is_capitalised(t) for t in halves)
    letters = all(len(reading.tokens.words[t]) > 3 and reading.tokens.words[t].isalpha() for t in halves)
    return letters and not known and not reading.words(token, token + 2).isupper()


def _names_holder(reading: Reading, head: int) -> bool:
    """Tell whether an office stands before "town", so that a person's name follows: "глава города Сергей Иванов"."""
    return any(r.stop in (head, head + 1) for r in reading.in_range("role", max(0, head - 3), head + 1))


def _ends_place(found: Atoms, token: int) -> bool:
    return token >= 0 and any(a.stop == token + 1 and a.role == "place" for a in found.atoms)


def _starts_place(reading: Reading, found: Atoms, token: int) -> bool:
    """Tell whether the next member of a list follows behind a comma or "and"."""
    nearest = min((a.start for a in found.atoms if a.start > token), default=-1)
    return nearest > token and _before_separator(reading, nearest) == token


def is_unknown_name(reading: Reading, token: int) -> bool:
    """Tell whether a token is capitalised inside a sentence and no pack knows it."""
    words = reading.tokens.words
    if len(words[token]) < 4 or not words[token].isalpha() or not reading.is_capitalised(token):
        return False
    if reading.words(token, token + 1).isupper() or token in reading.sentence_starts:
        return False
    return not reading.is_known(token)


def _unknown(reading: Reading, token: int, lang: str) -> Mention:
    return Mention("place_adj", UNKNOWN + reading.tokens.words[token], token, token + 1, frozenset(), lang)
