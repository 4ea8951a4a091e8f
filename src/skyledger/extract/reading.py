"""One document as read: tokens, mentions and sentences, with the small questions every rule asks."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from skyledger.extract.sentences import cut_sentences
from skyledger.model.document import Document
from skyledger.model.frame import Mention, Sentence
from skyledger.model.text import Span
from skyledger.packs.load import Hit, Packs
from skyledger.packs.normalise import Tokens, tokenise

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
    starts: dict[str, list[int]] = field(default_factory=dict)
    sentence_starts: list[int] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)
    careless: bool | None = None

    def span(self, start: int, stop: int) -> Span:
        """Return the characters of tokens ``[start, stop)``."""
        return Span(start=self.tokens.starts[start], stop=self.tokens.stops[stop - 1])

    def words(self, start: int, stop: int) -> str:
        """Return the original words of tokens ``[start, stop)``."""
        return self.text[self.tokens.starts[start] : self.tokens.stops[stop - 1]]

    def gap(self, left: int, right: int) -> str:
        """Return what stands between token ``left`` and token ``right`` (exclusive), words included."""
        return self.tokens.folded[self.tokens.stops[left] : self.tokens.starts[right]]

    def in_range(self, category: str, start: int, stop: int) -> list[Mention]:
        """Return the mentions of a category that lie in tokens ``[start, stop)``."""
        starts = self.starts.get(category)
        if not starts:  # the rules ask for much that few texts have
            return []
        first = bisect_left(starts, start)
        return [m for m in self.by_category[category][first : bisect_left(starts, stop, first)] if m.stop <= stop]

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
            self.covered.update(t for m in self.mentions for t in range(m.start, m.stop))
        return token in self.covered

    def is_capitalised(self, token: int) -> bool:
        """Tell whether a token starts with a capital letter in the original."""
        return self.text[self.tokens.starts[token]].isupper()


def _drop_swallowed(mentions: list[Mention]) -> list[Mention]:
    """Drop content mentions that lie inside a longer one, unless equal in extent.

    Mentions come as :meth:`Packs.scan` finds surfaces: in order of start, longer ones first.
    """
    kept: list[Mention] = []
    widest: list[Mention] = []
    for mention in mentions:
        if widest and mention.category in _CONTENT and _is_swallowed(mention, widest):
            continue
        kept.append(mention)
        if mention.stop - mention.start > 1 and mention.category in _SWALLOWERS:
            widest = [w for w in widest if w.stop > mention.start]
            widest.append(mention)
    return kept


def _is_swallowed(mention: Mention, widest: list[Mention]) -> bool:
    start, stop = mention.start, mention.stop
    for wide in widest:
        if (
            wide.start <= start
            and stop <= wide.stop
            and (wide.stop - wide.start) > (stop - start)
            and not (mention.category == "object" and wide.category == "unit")
        ):
            return True
    return False


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
    tokens = tokenise(document.text)
    text = document.text
    if eventful and packs.says_nothing(tokens):
        return Reading(document, text, packs, tokens, [], [])
    hits = packs.scan(tokens)
    if eventful and not _names_event(hits, tokens):
        return Reading(document, text, packs, tokens, [], [])
    mentions: list[Mention] = []
    for hit in hits:
        start, stop = hit.start, hit.stop
        for term in hit.terms:
            marks = _MARKS.get(term.flags)
            if marks is None:
                marks = _MARKS[term.flags] = frozenset(term.flags.split())
            mentions.append(Mention(term.category, term.value, start, stop, marks, term.lang))
    values = frozenset(m.value for m in mentions if m.category == "object")
    mentions = _drop_swallowed(mentions)
    reading = Reading(document, text, packs, tokens, mentions, [], object_values=values)
    by_category, starts = reading.by_category, reading.starts
    for mention in mentions:
        category = mention.category
        if category in by_category:
            by_category[category].append(mention)
            starts[category].append(mention.start)
        else:
            by_category[category], starts[category] = [mention], [mention.start]
    if reading.by_category.get("trigger") or (eventful and values):
        reading.sentences = _skip_bare_leads(reading, cut_sentences(text, tokens))
        reading.sentence_starts = [s.start for s in reading.sentences]
    return reading


# Prepositions of an impact: behind what flies they may tell a hit whose verb no pack knows.
_INTO = frozenset(("into", "through", "onto", "в", "во", "у", "по", "крізь", "сквозь"))
_INTO_REACH = 4  # words


def _names_event(hits: list[Hit], tokens: Tokens) -> bool:
    """Tell whether a trigger stands in a text, or what flies with a preposition of an impact soon behind it."""
    for hit in hits:
        for term in hit.terms:
            if term.category == "trigger":
                return True
            if term.category == "object" and not _INTO.isdisjoint(tokens.words[hit.stop : hit.stop + _INTO_REACH]):
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
