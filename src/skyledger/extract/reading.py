"""One document as read: tokens, mentions and sentences, with the small questions every rule asks."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from skyledger.extract.sentences import cut_sentences
from skyledger.model.document import Document
from skyledger.model.frame import Mention, Sentence
from skyledger.model.text import Span
from skyledger.packs.load import Packs
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
    packs: Packs
    tokens: Tokens
    mentions: list[Mention]
    sentences: list[Sentence]
    by_category: dict[str, list[Mention]] = field(default_factory=dict)
    object_values: frozenset[str] = frozenset()
    starts: dict[str, list[int]] = field(default_factory=dict)
    sentence_starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

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
        return [m for m in self.starting(category, start, stop) if m.stop <= stop]

    def starting(self, category: str, start: int, stop: int) -> list[Mention]:
        """Return the mentions of a category that start in tokens ``[start, stop)``; costs a binary search."""
        starts = self.starts.get(category)
        if not starts:
            return []
        return self.by_category[category][bisect_left(starts, start) : bisect_left(starts, stop)]

    def ending(self, category: str, low: int, high: int) -> list[Mention]:
        """Return the mentions of a category whose end lies in tokens ``[low, high]``."""
        return [m for m in self.starting(category, low - _LONGEST, high + 1) if low <= m.stop <= high]

    def at(self, category: str, token: int) -> Mention | None:
        """Return the mention of a category that starts at a token."""
        return next(iter(self.starting(category, token, token + 1)), None)

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, token) - 1)]

    def is_known(self, token: int) -> bool:
        """Tell whether a pack knows a token, alone or as part of a term."""
        return any(
            m.start <= token < m.stop
            for category in self.by_category
            for m in self.starting(category, token - _LONGEST, token + 1)
        )

    def is_capitalised(self, token: int) -> bool:
        """Tell whether a token starts with a capital letter in the original."""
        return self.text[self.tokens.starts[token]].isupper()


def _drop_swallowed(mentions: list[Mention]) -> list[Mention]:
    """Drop content mentions that lie inside a longer one, unless equal in extent."""
    kept: list[Mention] = []
    widest: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.stop)):
        if mention.category in _CONTENT and any(
            w.start <= mention.start
            and mention.stop <= w.stop
            and (w.stop - w.start) > (mention.stop - mention.start)
            and not (mention.category == "object" and w.category == "unit")
            for w in widest
        ):
            continue
        kept.append(mention)
        if mention.category in _SWALLOWERS and mention.stop - mention.start > 1:
            widest = [w for w in widest if w.stop > mention.start]
            widest.append(mention)
    return kept


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
    flags: dict[str, frozenset[str]] = {}
    mentions: list[Mention] = []
    hits = packs.scan(tokens)
    if eventful and not any(term.category == "trigger" for hit in hits for term in hit.terms):
        return Reading(document, packs, tokens, mentions, [], object_values=frozenset())
    for hit in hits:
        for term in hit.terms:
            marks = flags.get(term.flags)
            if marks is None:
                marks = flags[term.flags] = frozenset(term.flags.split())
            mentions.append(Mention(term.category, term.value, hit.start, hit.stop, marks, term.lang))
    values = frozenset(m.value for m in mentions if m.category == "object")
    mentions = _drop_swallowed(mentions)
    reading = Reading(document, packs, tokens, mentions, [], object_values=values)
    for mention in mentions:
        reading.by_category.setdefault(mention.category, []).append(mention)
    for category, found in reading.by_category.items():
        reading.starts[category] = [m.start for m in found]
    if reading.by_category.get("trigger"):
        reading.sentences = _skip_bare_leads(reading, cut_sentences(document.text, tokens))
        reading.sentence_starts = [s.start for s in reading.sentences]
    return reading


def _skip_bare_leads(reading: Reading, sentences: list[Sentence]) -> list[Sentence]:
    """Let a list under no more than "Of them:" belong to the sentence before: "ворог запустив 147. Серед них: ..."."""
    opened = {m.start for m in reading.by_category.get("subset", ()) if m.value == "of_which"}
    if not opened:
        return sentences
    bare = {s.index for s in sentences if s.index and s.start in opened and s.stop - s.start <= _BARE_LEAD}
    return [replace(s, lead=s.lead - 1) if s.lead is not None and s.lead in bare else s for s in sentences]


_BARE_LEAD = 3  # words
