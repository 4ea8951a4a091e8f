"""Whether a speech word has a subject of its own: nobody, whoever spoke before, or a stranger."""

import re

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Sentence

_DECLARES = ("declared", "announced", "оголо", "объявл", "объяви")
_SIGNALS = frozenset(("alert", "alert_lifted", "closure", "reopening"))
_IMPERSONAL = ("сообщал", "сообщается", "сообщено", "повідомлялося", "повідомлено", "говорится", "йдеться", "ідеться")
_BARE_DATA = frozenset(("предварительным", "уточненным", "последним", "оперативным", "попередніми", "уточненими"))
_PASSIVE = frozenset("was were been be are is no not being have had has initially".split())
# Subjects that mean whoever spoke before: "ВСУ насчитали 39 ракет".
_THEY = frozenset(("всу", "зсу", "они", "он", "вони", "він", "вона", "она", "they", "he", "she", "it", "там"))


def only_declares(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether all that is "declared" in a sentence is an alert or a closure."""
    if not all(reading.tokens.words[s.start].startswith(_DECLARES) for s in speech):
        return False
    return any(t.value in _SIGNALS for t in reading.in_range("trigger", sentence.start, sentence.stop))


def names_stranger(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether a speech word has a subject the packs do not know."""
    if all(_is_impersonal(reading, s) or is_of_same(reading, s) for s in speech):
        return False
    words = reading.tokens.folded[sentence.first : sentence.last]
    return not any(s in words for s in ("telegram", "телеграм")) or any(
        reading.words(s.start, s.stop).lower() not in ("telegram", "on telegram", "в telegram") for s in speech
    )


def _is_impersonal(reading: Reading, speech: Mention) -> bool:
    """Tell whether nobody says it: "не сообщалось", "по предварительным данным", "were recorded"."""
    words = reading.tokens.words
    first = words[speech.start]
    if first == "сообщалось" or (first.startswith(_IMPERSONAL) and first not in ("сообщал", "сообщала", "сообщали")):
        return True
    if speech.stop - speech.start > 2 and words[speech.start + 1] in _BARE_DATA:
        return True
    before = words[max(0, speech.start - 3) : speech.start]
    return first.endswith("ed") and not _PASSIVE.isdisjoint(before)


def is_of_same(reading: Reading, speech: Mention) -> bool:
    """Tell whether the subject beside a speech word is whoever spoke before: "there they said", "уточнил он"."""
    words = reading.tokens.words
    before = words[speech.start - 1] if speech.start else ""
    behind = words[speech.stop] if speech.stop < len(words) else ""
    if before in _THEY or behind in _THEY or _has_no_subject(reading, speech):
        return True
    if reading.at("anaphor", speech.stop) is not None:
        return True
    return bool(reading.ending("anaphor", speech.start - 1, speech.start)) and not reading.parted(
        speech.start - 1, speech.start, ",;:."
    )


def _has_no_subject(reading: Reading, speech: Mention) -> bool:
    """Tell whether a word of saying stands between commas and alone: "Загалом, каже, знеструмлено п'ять вулиць"."""
    if speech.lang == "en" or speech.stop - speech.start > 1 or speech.stop >= len(reading.tokens.words):
        return False
    before = reading.gap(speech.start - 1, speech.start) if speech.start else ""
    behind = reading.gap(speech.stop - 1, speech.stop)
    return before.strip() == "," and behind.strip() == ","


def only_denies(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence only denies what was said, by which nobody tells the rest of the news."""
    return any(h.value == "denied" for h in reading.in_range("hedge", sentence.start, sentence.stop))


# "What the district administration later called two toys": its words, and none of the news around.
_CALLS = frozenset(("called", "described", "termed", "dubbed", "labelled"))
_CALLED_REACH = 8  # words between "what" and the verb


def quotes_in_passing(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether somebody's words are only quoted beside the news: "what the navy described as a hit"."""
    words = reading.tokens.words
    return bool(speech) and all(
        words[s.start] in _CALLS and "what" in words[max(sentence.start, s.start - _CALLED_REACH) : s.start]
        for s in speech
    )


# What somebody admits or promises is no more than that: "the army admitted it had seen the drone".
_ADMITS = (
    *("призна", "визна", "обеща", "пообеща", "обіця", "пообіця", "коммент", "прокоммент", "комент", "прокомент"),
    *("admit", "acknowledg", "conced", "promis", "vow", "pledg", "comment"),
)


def only_admits(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether all that a sentence opens to tell is admitted, promised or commented on."""
    return bool(speech) and all(
        reading.tokens.words[s.start].startswith(_ADMITS) and s.start - sentence.start <= _OPENS for s in speech
    )


_OPENS = 5  # words before a verb that opens what it tells: not "..., they admitted at Naftogaz"


_DATELINE = re.compile(r"[^\W\d_a-zа-яёіїєґ]{4,}(?:[ -][^\W\d_a-zа-яёіїєґ]{3,})*\s?[:—–]")


def is_datelined(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a line opens with where it was written, in capitals: "TEL AVIV: ..."."""
    first = sentence.first
    return reading.text.startswith("\n", max(0, first - 1)) and bool(_DATELINE.match(reading.text, first))
