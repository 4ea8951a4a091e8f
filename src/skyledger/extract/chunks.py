"""Cut a sentence into chunks at commas, dashes, brackets and conjunctions that are not inside a phrase."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from skyledger.extract.reading import Reading
from skyledger.extract.words import CLAUSE_CONJUNCTIONS
from skyledger.model.frame import Mention, PlacePhrase, Quantity, Sentence

_CUT = re.compile(r"[,;:()–—]|\s-\s|\n")


def _breaks(reading: Reading) -> list[tuple[int, str]]:
    """Return the tokens of a text before which a cut may fall, each with what opens it; worked out once."""
    if reading.breaks is None:
        tokens = reading.tokens
        folded, words, starts, stops = tokens.folded, tokens.words, tokens.starts, tokens.stops
        found = reading.breaks = []
        for token in range(1, len(words)):
            gap = folded[stops[token - 1] : starts[token]]
            mark = None if gap == " " else _CUT.search(gap)
            if mark is not None:
                found.append((token, mark.group().strip() or "-"))
            elif words[token] in CLAUSE_CONJUNCTIONS and not _is_company(words, token):
                found.append((token, words[token]))
        if found:
            reading.breaks = _without_insertions(reading, found)
    return reading.breaks


_COMPANY = frozenset("him them us me it".split())
_AFTER_HER = frozenset("was were is are had also both got at in on when and".split())


def _is_company(words: list[str], token: int) -> bool:
    """Tell whether "with" only says in whose company: "two men travelling with him were hurt"."""
    if words[token] != "with" or token + 2 >= len(words):
        return False
    return words[token + 1] in _COMPANY or (words[token + 1] == "her" and words[token + 2] in _AFTER_HER)


# Words put in between commas, which part no clauses: "напарник, на жаль, не вижив".
_PUT_IN = frozenset(
    tuple(words.split())
    for words in (
        *("на жаль", "на щастя", "к сожалению", "к счастью", "на счастье", "слава богу", "дякувати богу"),
        *("очевидно", "ймовірно", "вероятно", "кажуть", "говорят", "звісно", "конечно", "мабуть", "відомо", "известно"),
        *("как сообщается", "як повідомляють", "sadly", "unfortunately", "fortunately", "luckily", "thankfully"),
        *("however", "alas", "at least", "meanwhile", "incidentally", "it seems", "in turn", "by the way"),
        *(
            "впрочем",
            "однако",
            "правда",
            "кстати",
            "увы",
            "похоже",
            "кажется",
            "видимо",
            "по всей видимости",
            "к слову",
        ),
        *("между тем", "тем временем", "в свою очередь", "судя по всему", "по его словам", "по ее словам", "отметим"),
        *("по предварительным данным", "предварительно", "по словам очевидцев", "по словам местных", "увы и ах"),
        *("щоправда", "однак", "проте", "втім", "до речі", "тим часом", "схоже", "здається", "судячи з усього"),
        *(
            "за його словами",
            "за її словами",
            "за попередніми даними",
            "попередньо",
            "за словами очевидців",
            "до слова",
        ),
    )
)
_LONGEST = max(len(words) for words in _PUT_IN)


_LONGEST_SPEAKER = 6  # words of "Kursk governor Alexander Khinshtein said"


def _without_insertions(reading: Reading, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the breaks but those before and behind words put in between two commas."""
    dropped: set[int] = set()
    words = reading.tokens.words
    for left, right in pairwise(found):
        if not left[1] == right[1] == ",":
            continue
        near = right[0] - left[0] <= _LONGEST and tuple(words[left[0] : right[0]]) in _PUT_IN
        if near or _says_who(reading, left[0], right[0]):
            dropped.update((left[0], right[0]))
    return [b for b in found if b[0] not in dropped] if dropped else found


def _says_who(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether words between commas only say who speaks, and part who from what: "debris, he said, fell"."""
    said = [m for m in reading.starting("speech", start, stop) if m.start == start or m.stop == stop]
    longest = _LONGEST_SPEAKER if said and said[0].lang == "en" else _LONGEST
    if not said or stop - start > longest or _goes_on(reading, start) or reading.tokens.words[stop].endswith("ing"):
        return False
    told = reading.starting("trigger", reading.sentence_of(start).start, stop)
    return all(t.value == "debris" for t in told) and not reading.starting("number", start, stop)


def _goes_on(reading: Reading, start: int) -> bool:
    """Tell whether the words behind a comma go on with the clause before it or open another."""
    return reading.tokens.words[start] in CLAUSE_CONJUNCTIONS


def is_put_in(words: list[str]) -> bool:
    """Tell whether words between two commas part no clauses: "впрочем", "к сожалению"."""
    return tuple(words) in _PUT_IN


_token_of = itemgetter(0)


@dataclass(slots=True)
class Chunk:
    """A stretch of a sentence with what it holds."""

    start: int
    stop: int
    opener: str
    quantities: list[Quantity] = field(default_factory=list)
    triggers: list[Mention] = field(default_factory=list)
    places: list[PlacePhrase] = field(default_factory=list)


def _inside(
    quantities: Sequence[Quantity],
    triggers: Sequence[Mention],
    places: Sequence[PlacePhrase],
    solid: list[tuple[int, int]],
) -> set[int]:
    """Return the tokens before which no cut may fall: every token of a phrase but its first."""
    within: set[int] = set()
    for quantity in quantities:
        within.update(range(quantity.start + 1, quantity.stop))
    for trigger in triggers:
        if trigger.stop - trigger.start > 1:
            within.update(range(trigger.start + 1, trigger.stop))
    for place in places:
        within.update(range(place.start + 1, place.stop))
    for start, stop in solid:
        within.update(range(start + 1, stop))
    return within


def cut_chunks(
    reading: Reading,
    sentence: Sentence,
    quantities: Sequence[Quantity],
    triggers: Sequence[Mention],
    places: Sequence[PlacePhrase],
    solid: list[tuple[int, int]],
) -> list[Chunk]:
    """Return the chunks of a sentence, each with its quantities, triggers and places.

    Args:
        reading: The document as read.
        sentence: Which sentence.
        quantities: All quantities of the document.
        triggers: Triggers that matter to the caller.
        places: All place phrases of the document.
        solid: Further token stretches that must not be cut (time phrases, names).
    """
    breaks = _breaks(reading)
    first = bisect_right(breaks, sentence.start, key=_token_of)
    cuts = breaks[first : bisect_left(breaks, sentence.stop, first, key=_token_of)]
    if cuts:
        within = _inside(quantities, triggers, places, solid)
        cuts = [cut for cut in cuts if cut[0] not in within]
    if not cuts:
        return [
            Chunk(
                sentence.start,
                sentence.stop,
                "",
                *_between(sentence.start, sentence.stop, quantities, triggers, places),
            )
        ]
    chunks, start, opener = [], sentence.start, ""
    for stop, following in [*cuts, (sentence.stop, "")]:
        chunks.append(Chunk(start, stop, opener, *_between(start, stop, quantities, triggers, places)))
        start, opener = stop, following
    return chunks


def _between(
    start: int, stop: int, quantities: Sequence[Quantity], triggers: Sequence[Mention], places: Sequence[PlacePhrase]
) -> tuple[list[Quantity], list[Mention], list[PlacePhrase]]:
    """Return what of each starts within tokens ``[start, stop)``."""
    return (
        [q for q in quantities if start <= q.start < stop],
        [t for t in triggers if start <= t.start < stop],
        [p for p in places if start <= p.start < stop],
    )
