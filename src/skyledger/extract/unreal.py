"""Clauses that hang on fear, wish, doubt, question or condition: "imagine that", "никто не подтвердил, что", "если".

What stands in such a clause is not told as having happened. What somebody spreads and nobody confirms is a claim all
the same, and unconfirmed.
"""

from typing import NamedTuple

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Sentence
from skyledger.model.kinds import Modality

_THAT = frozenset(("that", "что", "що", "будто", "ніби", "нібито"))
_AS_IF = frozenset(("будто", "ніби", "нібито"))
_IF = frozenset(("if", "если", "якщо", "якби"))
_WHETHER = frozenset(("whether", "ли", "чи"))
_HOW_MANY = frozenset(("сколько", "скільки", "many"))
_MAYBE = frozenset(("может", "може"))
_OPENING = word_class(_THAT | _IF | _WHETHER | _HOW_MANY | _MAYBE)
_NOBODY = frozenset("no nobody none никто нет ніхто нема немає without без".split())
# Governors of a clause that may not be so, as stems.
_THOUGHT = (
    *("imagin", "dream", "dreamt", "fear", "afraid", "hope", "hoping", "wish", "want", "doubt", "wonder", "pretend"),
    *("suppose", "представьте", "вообраз", "снил", "приснил", "боял", "боят", "боимся", "опаса", "надея", "надею"),
    *("хотел", "хотят", "хотим", "мечта", "сомнева", "неизвестн", "неясн", "непонятн", "гадают"),
    *("уяв", "наснил", "боїмо", "бояться", "побою", "сподів", "хотіл", "мрія", "сумнів", "невідом", "незрозуміл"),
    *("unknown", "unclear"),
)
_NOT_KNOWN = ("known", "clear", "certain", "sure", "известн", "ясн", "відом", "зрозуміл")
_ASKED = ("ask", "wonder", "question", "спрос", "спраш", "поинтерес", "спита", "запит", "цікав")
_PROVEN = ("confirm", "evidence", "proof", "prove", "verif", "подтвер", "доказ", "свидетельств", "підтвер", "свідчен")
_SPREAD = ("rumo", "gossip", "bots", "слух", "боты", "ботам", "чутк", "боти", "плітк")
_CONTRARY = frozenset("contrary despite вопреки попри всупереч".split())
_CERTAIN = frozenset("no not without нет без не немає".split())  # "no doubt that", "не сомневаются, что"
_REACH = 6  # words a governor may stand before its clause
_CUT = ".;:!?()\n"


class Unreal(NamedTuple):
    """Tokens ``[start, stop)`` of a clause, why it tells nothing, or the doubt it is told with."""

    start: int
    stop: int
    reason: str
    modality: Modality | None = None


def unreal_in(reading: Reading, sentence: Sentence) -> list[Unreal]:
    """Return the clauses of a sentence that do not say that something happened."""
    found = []
    for at in reading.of_class(_OPENING, sentence.start, sentence.stop):
        clause = _clause_at(reading, sentence, at)
        if clause is not None:
            found.append(clause)
    return found


def _clause_at(reading: Reading, sentence: Sentence, at: int) -> Unreal | None:
    word, before = reading.tokens.words[at], _before(reading, sentence, at)
    if word in _IF:
        opens = at == sentence.start or "," in reading.gap(at - 1, at) or before[-1:] in (["and"], ["as"], ["even"])
        if opens or any(w.startswith(_ASKED) for w in before) or _is_unknown(before):
            return Unreal(at, _stop(reading, sentence, at), "asked or supposed, not told")
        return None
    if word in _WHETHER:
        meant = word != "чи" or "," in reading.gap(at - 1, at) or any(w.startswith(_ASKED) for w in before)
        return Unreal(max(sentence.start, at - 2), sentence.stop, "asked or supposed, not told") if meant else None
    if word in _MAYBE:
        return _supposed(reading, sentence, at)
    if word in _HOW_MANY:
        return _asked_how_many(reading, sentence, at, before)
    if word not in _THAT:
        return None
    return _told_that(reading, sentence, at, before)


def _supposed(reading: Reading, sentence: Sentence, at: int) -> Unreal | None:
    """Return the clause that "может, ..." opens: it is only guessed at."""
    if at + 1 >= sentence.stop or "," not in reading.gap(at, at + 1):
        return None
    opens = at == sentence.start or bool(set('«"“:—–.,').intersection(reading.gap(at - 1, at)))
    return Unreal(at, _stop(reading, sentence, at), "asked or supposed, not told") if opens else None


def _asked_how_many(reading: Reading, sentence: Sentence, at: int, before: list[str]) -> Unreal | None:
    """Return the clause of "would not say how many of the 70 were shot down"."""
    words = reading.tokens.words
    if words[at] == "many" and words[at - 1] != "how":
        return None
    unsaid = not _NOBODY.isdisjoint(before) or not NOT_WORDS.isdisjoint(before)
    said = bool(reading.in_range("speech", at - len(before), at)) or "say" in before
    if (unsaid and said) or _is_unknown(before) or any(w.startswith(_ASKED) for w in before):
        return Unreal(at, _stop(reading, sentence, at), "asked or supposed, not told")
    return None


def _told_that(reading: Reading, sentence: Sentence, at: int, before: list[str]) -> Unreal | None:
    """Return the clause behind "that" where what it hangs on does not say that it is so."""
    stop = _stop(reading, sentence, at)
    if not _CONTRARY.isdisjoint(before) or not _WHETHER.isdisjoint(before):
        return Unreal(at, stop, "asked or supposed, not told")
    denied = not _NOBODY.isdisjoint(before) or not NOT_WORDS.isdisjoint(before)
    thought = next((n for n, w in enumerate(before) if w.startswith(_THOUGHT)), None)
    if thought is not None and _CERTAIN.isdisjoint(before[max(0, thought - 2) : thought]):
        return Unreal(at, stop, "feared, wished or supposed, not something that happened")
    if _is_unknown(before):
        return Unreal(at, stop, "asked or supposed, not told")
    unproven = denied and any(w.startswith(_PROVEN) for w in before)
    if unproven or any(w.startswith(_SPREAD) for w in before) or reading.tokens.words[at] in _AS_IF:
        return Unreal(at, stop, "", Modality.UNCONFIRMED)
    start = at - len(before)
    for speech in reading.in_range("speech", start, at):
        if not NOT_WORDS.isdisjoint(reading.tokens.words[max(start, speech.start - 2) : speech.start]):
            return Unreal(at, stop, "not said")
    return None


def _before(reading: Reading, sentence: Sentence, at: int) -> list[str]:
    """Return the words of the clause before one that it may hang on; a comma may stand right between the two."""
    start = at
    while start > max(sentence.start, at - _REACH):
        marks = _CUT if start == at else _CUT + ","
        if reading.parted(start - 1, start, marks):
            break
        start -= 1
    return reading.tokens.words[start:at]


def _is_unknown(before: list[str]) -> bool:
    """Tell whether it is not known or not clear."""
    at = next((n for n, w in enumerate(before) if w.startswith(_NOT_KNOWN)), None)
    return at is not None and not NOT_WORDS.isdisjoint(before[max(0, at - 2) : at])


def _stop(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return where a clause ends: at the next comma."""
    stops = (n for n in range(at + 2, sentence.stop) if reading.parted(n - 1, n, ",;"))
    return next(stops, sentence.stop)
