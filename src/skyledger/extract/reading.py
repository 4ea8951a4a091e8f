"""One document as read: tokens, mentions and sentences, with the small questions every rule asks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from skyledger.extract.capitals import is_other_word, is_station
from skyledger.extract.sentences import cut_sentences
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.word_bits import bits_of, joined
from skyledger.model.document import Document
from skyledger.model.frame import Mention, Sentence, TimePhrase
from skyledger.model.text import Span
from skyledger.packs.load import Packs
from skyledger.packs.normalise import Tokens, tokenise
from skyledger.packs.records import Term, is_telling

# Categories whose longer mention swallows a shorter one inside it, whatever the shorter one's category.
_CONTENT = frozenset(
    [
        "trigger",
        "object",
        "unit",
        "place",
        "place_adj",
        "place_head",
        "speaker",
        "body",
        "title",
        "hedge",
        "trap",
        "clarify",
        "role",
        "subset",
        "total",
        "speech",
        "pronoun",
        "launch_area",
        "not_unit",
        "vague",
        "number",
    ]
)
_LONGEST = 14  # words of the longest surface in the packs, with room to spare
_SWALLOWERS = _CONTENT - {"place_head", "number", "not_unit"}


@dataclass(slots=True)
class Reading:
    """A document with everything found in it by one scan."""

    document: Document
    text: str
    packs: Packs
    tokens: Tokens
    mentions: list[Mention]
    sentences: list[Sentence]
    by_category: dict[str, list[Mention]] = field(default_factory=dict)
    object_values: frozenset[str] = frozenset()
    # Classes of each word, and of all of them: see :mod:`skyledger.extract.word_bits`.
    bits: list[int] = field(default_factory=list)
    mask: int = 0
    masks: list[int] = field(default_factory=list)  # of the words of each sentence
    starts: dict[str, list[int]] = field(default_factory=dict)
    sentence_starts: list[int] = field(default_factory=list)
    asked: dict[tuple[str, int, int], list[Mention]] = field(default_factory=dict)  # by :meth:`in_range`
    covered: set[int] = field(default_factory=set)
    careless: bool | None = None
    # Persons named in a sentence with their candidate ids: see :mod:`skyledger.extract.voices`.
    people: dict[int, list[tuple[Mention, tuple[str, ...]]]] = field(default_factory=dict)
    # Where a sentence may be cut: see :mod:`skyledger.extract.chunks`.
    breaks: list[tuple[int, str]] | None = None
    # What puts a sentence into the past: see :mod:`skyledger.extract.context`.
    past: dict[int, Mention | TimePhrase | None] = field(default_factory=dict)
    struck: bool | None = None  # does the text tell a strike? See :mod:`skyledger.extract.traps`.
    # Stems of the words, telling mentions with their names: see :mod:`skyledger.extract.learned.features`.
    stems: list[str] | None = None
    classed: tuple[list[int], list[Mention], list[str]] | None = None

    def span(self, start: int, stop: int) -> Span:
        """Return the characters of tokens ``[start, stop)``."""
        return Span(start=self.tokens.starts[start], stop=self.tokens.stops[stop - 1])

    def words(self, start: int, stop: int) -> str:
        """Return the original words of tokens ``[start, stop)``."""
        return self.text[self.tokens.starts[start] : self.tokens.stops[stop - 1]]

    def gap(self, left: int, right: int) -> str:
        """Return what stands between token ``left`` and token ``right`` (exclusive), words included."""
        return self.tokens.folded[self.tokens.stops[left] : self.tokens.starts[right]]

    def parted(self, left: int, right: int, marks: Collection[str]) -> bool:
        """Tell whether one of some marks of punctuation stands between two tokens, as :meth:`gap` takes them."""
        gap = self.gap(left, right)
        return gap != " " and not set(gap).isdisjoint(marks)

    def in_range(self, category: str, start: int, stop: int) -> Sequence[Mention]:
        """Return the mentions of a category that lie in tokens ``[start, stop)``; many rules ask for the same ones."""
        starts = self.starts.get(category)
        if not starts:
            return []
        found = self.asked.get((category, start, stop))
        if found is None:
            first = bisect_left(starts, start)
            last = bisect_left(starts, stop, first)
            within = self.by_category[category][first:last] if first < last else ()
            found = self.asked[category, start, stop] = [m for m in within if m.stop <= stop]
        return found

    def says(self, sentence: Sentence, kinds: int) -> bool:
        """Tell whether a sentence has a word of some classes."""
        return self.masks[sentence.index] & kinds != 0

    def of_class(self, kinds: int, start: int, stop: int) -> list[int]:
        """Return the tokens ``[start, stop)`` that are words of some classes, to look closer at."""
        if not self.mask & kinds:  # the rules ask for much that few texts have
            return []
        return [n for n, some in enumerate(self.bits[start:stop], start) if some & kinds]

    def starting(self, category: str, start: int, stop: int) -> list[Mention]:
        """Return the mentions of a category that start in tokens ``[start, stop)``; costs a binary search."""
        starts = self.starts.get(category)
        if not starts:
            return []
        return self.by_category[category][bisect_left(starts, start) : bisect_left(starts, stop)]

    def ending(self, category: str, low: int, high: int) -> list[Mention]:
        """Return the mentions of a category whose end lies in tokens ``[low, high]``."""
        if category not in self.starts:
            return []
        return [m for m in self.starting(category, low - _LONGEST, high + 1) if low <= m.stop <= high]

    def at(self, category: str, token: int) -> Mention | None:
        """Return the mention of a category that starts at a token."""
        starts = self.starts.get(category)
        if not starts:
            return None
        first = bisect_left(starts, token)
        return self.by_category[category][first] if first < len(starts) and starts[first] == token else None

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, token) - 1)]

    def is_known(self, token: int) -> bool:
        """Tell whether a pack knows a token, alone or as part of a term."""
        if not self.covered:
            for mention in self.mentions:
                self.covered.update(range(mention.start, mention.stop))
        return token in self.covered

    def is_capitalised(self, token: int) -> bool:
        """Tell whether a token starts with a capital letter in the original."""
        return self.text[self.tokens.starts[token]].isupper()


# A sentence or line that ends: no phrase of the packs goes on behind it ("Сбит дрон. Упал на огород").
_ENDS = re.compile(r"(?<=[^\W\d_]{4})\.\s|[!?…]\s|;|\n\s*[A-ZА-ЯІЇЄҐЁ\n]")


# Frozen sets of the flags met so far; the packs have some hundreds.
_MARKS: dict[str, frozenset[str]] = {}


def read_document(document: Document, packs: Packs, *, eventful: bool = False) -> Reading:
    """Tokenise and scan a document.

    Args:
        document: The text as received.
        packs: What to look for.
        eventful: Go no further than the scan when no word says that anything happened: most texts of a stream.

    Returns:
        The reading; without mentions when it was left early.
    """
    text = document.text
    tokens = tokenise(text)
    reading = Reading(document, text, packs, tokens, [], [])
    if eventful and packs.says_nothing(tokens):
        return reading
    hits = packs.find(tokens)
    if eventful and not _names_event(hits, tokens):
        return reading
    _take_mentions(reading, hits)
    reading.bits = bits_of(tokens.words)
    reading.mask = joined(reading.bits)
    if "trigger" in reading.starts or "agent" in reading.starts or (eventful and reading.object_values):
        reading.sentences = _skip_bare_leads(reading, cut_sentences(text, tokens))
        reading.sentence_starts = [s.start for s in reading.sentences]
        reading.masks = [joined(reading.bits[s.start : s.stop]) for s in reading.sentences]
    return reading


_Hits = list[tuple[int, int, tuple[Term, ...]]]


def _take_mentions(reading: Reading, hits: _Hits) -> None:
    """Make mentions of what was found, but for content that lies inside a longer mention, unless equal in extent.

    Hits come as :meth:`Packs.find` finds them: in order of start, longer ones first.
    """
    by_category, starts, mentions = reading.by_category, reading.starts, reading.mentions
    objects: list[str] = []
    wide: list[Mention] = []
    reach = 0  # where the last of the wide ones ends
    text, ends, begins = reading.text, reading.tokens.stops, reading.tokens.starts
    for start, stop, terms in hits:
        apart = stop - start > 2 or (stop - start == 2 and text[ends[start] : begins[start + 1]] != " ")
        if apart and _ENDS.search(text, ends[start], begins[stop - 1] + 1):
            continue
        for term in terms:
            category = term.category
            if category in _CAPITAL and is_other_word(term, text, begins[start], ends[stop - 1]):
                continue
            if category == "object":
                objects.append(term.value)
            if start < reach and category in _CONTENT and _is_swallowed(term, start, stop, wide):
                continue
            flags = _MARKS.get(term.flags)
            if flags is None:
                flags = _MARKS[term.flags] = frozenset(term.flags.split())
            mention = Mention(category, term.value, start, stop, flags, term.lang)
            if term.value == "100" and category == "number" and is_station(text, begins[start], ends[start]):
                mention, category = Mention("unit", "building", start, stop, _ONE_OR_MORE, term.lang), "unit"
            if category not in _ASIDE:
                mentions.append(mention)
            if category in starts:
                by_category[category].append(mention)
                starts[category].append(start)
            else:
                by_category[category], starts[category] = [mention], [start]
            if stop - start > 1 and category in _SWALLOWERS:
                wide = [w for w in wide if w.stop > start]
                wide.append(mention)
                reach = max(reach, stop)
    reading.object_values = frozenset(objects)


# Words that tell only who speaks, and make no other word beside them known.
_ASIDE = frozenset(("source", "account", "anaphor"))
_CAPITAL = frozenset(("trap", "place", "object"))


_ONE_OR_MORE = frozenset(("sing", "plur"))


def _is_swallowed(term: Term, start: int, stop: int, widest: list[Mention]) -> bool:
    category = term.category
    country = category == "place" and len(term.value) == 2
    for wide in widest:
        if (
            wide.start <= start
            and stop <= wide.stop
            and (wide.stop - wide.start) > (stop - start)
            and not (category == "object" and wide.category == "unit")
            and not (country and wide.category == "trigger")  # "направила на Украину"
        ):
            return True
    return False


# Prepositions of an impact: behind what flies they may tell a hit whose verb no pack knows.
_INTO = frozenset(("into", "through", "onto", "в", "во", "у", "по", "крізь", "сквозь"))
_INTO_REACH = 4  # words
_BEFORE_REACH = 6


def _names_event(hits: _Hits, tokens: Tokens) -> bool:
    """Tell whether a trigger stands in a text, or what flies with an impact or a past verb soon behind it."""
    words = tokens.words
    for start, stop, terms in hits:
        for term in terms:
            if is_telling(term):
                return True
            if term.category != "object":
                continue
            behind = words[stop : stop + _INTO_REACH]
            if not _INTO.isdisjoint(behind):
                return True
            if any(map(is_past_form, behind)) or any(map(is_past_form, words[max(0, start - _BEFORE_REACH) : start])):
                return True
    return False


def _skip_bare_leads(reading: Reading, sentences: list[Sentence]) -> list[Sentence]:
    """Let a list under no more than "Of them:" belong to the sentence before: "ворог запустив 147. Серед них: ..."."""
    opened = {m.start for m in reading.by_category.get("subset", ()) if m.value == "of_which"}
    if not opened:
        return sentences
    bare = {s.index for s in sentences if s.index and s.start in opened and s.stop - s.start <= _BARE_LEAD}
    return [replace(s, lead=s.lead - 1) if s.lead is not None and s.lead in bare else s for s in sentences]


_BARE_LEAD = 3  # words
