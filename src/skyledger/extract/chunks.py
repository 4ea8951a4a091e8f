"""Cut a sentence into chunks at commas, dashes, brackets and conjunctions that are not inside a phrase."""

import re
from dataclasses import dataclass, field

from skyledger.extract.reading import Reading
from skyledger.extract.words import CLAUSE_CONJUNCTIONS
from skyledger.model.frame import Mention, PlacePhrase, Quantity, Sentence

_CUT = re.compile(r"[,;:()–—]|\s-\s|\n")


@dataclass(slots=True)
class Chunk:
    """A stretch of a sentence with what it holds."""

    start: int
    stop: int
    opener: str
    quantities: list[Quantity] = field(default_factory=list)
    triggers: list[Mention] = field(default_factory=list)
    places: list[PlacePhrase] = field(default_factory=list)


def _inside(stretches: list[tuple[int, int]]) -> set[int]:
    """Return the tokens before which no cut may fall: every token of a phrase but its first."""
    return {t for start, stop in stretches for t in range(start + 1, stop)}


def cut_chunks(
    reading: Reading,
    sentence: Sentence,
    quantities: list[Quantity],
    triggers: list[Mention],
    places: list[PlacePhrase],
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
    within = _inside(
        [(q.start, q.stop) for q in quantities]
        + [(t.start, t.stop) for t in triggers]
        + [(p.start, p.stop) for p in places]
        + solid
    )
    cuts = [(sentence.start, "")]
    tokens = reading.tokens
    folded, words, starts, stops = tokens.folded, tokens.words, tokens.starts, tokens.stops
    for token in range(sentence.start + 1, sentence.stop):
        if token in within:
            continue
        gap = folded[stops[token - 1] : starts[token]]
        mark = None if gap == " " else _CUT.search(gap)
        if mark is not None:
            cuts.append((token, mark.group().strip() or "-"))
        elif words[token] in CLAUSE_CONJUNCTIONS:
            cuts.append((token, words[token]))
    ends = [start for start, _ in cuts[1:]] + [sentence.stop]
    chunks = [Chunk(start, stop, opener) for (start, opener), stop in zip(cuts, ends, strict=True)]
    for chunk in chunks:
        chunk.quantities = [q for q in quantities if chunk.start <= q.start < chunk.stop]
        chunk.triggers = [t for t in triggers if chunk.start <= t.start < chunk.stop]
        chunk.places = [p for p in places if chunk.start <= p.start < chunk.stop]
    return chunks
