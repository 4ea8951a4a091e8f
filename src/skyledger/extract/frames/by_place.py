"""Cut a sentence into the parts that tell of one place each: "У Марганці двоє загиблих, у Покрові поранено трьох"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.people import is_person
from skyledger.extract.reading import Reading
from skyledger.extract.words import NOW_WORDS
from skyledger.model.frame import PlacePhrase, Quantity

_WAS = frozenset("було был было были раніше раньше".split())
_EARLIER = frozenset(
    (
        "було був спершу спочатку початково напочатку раніше зранку вночі "
        "было был сначала сперва изначально ранее утром first initially earlier originally"
    ).split()
)
_EARLIER_REACH = 6  # words of "спершу медики говорили про шістьох"
_NOW_REACH = 3  # words of "тепер їх уже 14"
_IS = frozenset("стало стала став стали тепер теперь вже уже".split())


def cut_by_place(chunks: list[Chunk]) -> list[list[Chunk]]:
    """Return the chunks in parts that each have a place, people and a word of harm of their own, else all in one.

    A part begins at the chunk that names its place; only where at least two such parts stand is a sentence cut.
    """
    starts = [n for n, c in enumerate(chunks) if any(_is_own(p) for p in c.places)]
    parts: list[list[Chunk]] = []
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(chunks)
        part = chunks[start:stop]
        told = next((at for at, c in enumerate(part) if c.triggers), 0)
        if told <= 1 and any(c.triggers for c in part) and any(_is_figure(q) for c in part for q in c.quantities):
            parts.append(part)
        elif parts:
            parts[-1] = parts[-1] + part
        else:
            break
    if len(parts) >= 2 and not any(c.triggers for c in chunks[: starts[0]]):
        return parts
    return _cut_behind_places(chunks, starts) or [chunks]


def _is_own(place: PlacePhrase) -> bool:
    """Tell whether a place is named, or one of a list named before: "у першому загинув чоловік, у другому ..."."""
    return place.role == "place" or place.members[0][0].startswith("anaphor:nth")


def _is_figure(quantity: Quantity) -> bool:
    """Tell whether a quantity has a number, or names one person: "ранена женщина"."""
    noun = quantity.noun
    return quantity.count is not None or (is_person(quantity) and noun is not None and "sing" in noun.flags)


def _cut_behind_places(chunks: list[Chunk], ends: list[int]) -> list[list[Chunk]]:
    """Return the parts that end with their place: "eleven, among them a child, were hurt in A and two died in B"."""
    parts: list[list[Chunk]] = []
    start = 0
    for end in ends:
        part, last = chunks[start : end + 1], chunks[end]
        named = [p for p in last.places if p.role == "place"]
        if not any(p.start > t.start for p in named for t in last.triggers):
            return []
        if not any(is_person(q) or q.count is not None for c in part for q in c.quantities):
            return []
        parts.append(part)
        start = end + 1
    if len(parts) < 2:
        return []
    parts[-1] = parts[-1] + chunks[start:]
    return parts


def without_outdated(reading: Reading, people: list[Quantity]) -> list[Quantity]:
    """Return the figures that stand: of "було 14, стало 17", "спершу шість, тепер їх 14" the second."""

    def before(quantity: Quantity) -> str:
        return reading.tokens.words[quantity.start - 1] if quantity.start else ""

    stands = [q.start for q in people if q.elliptic and before(q) in _IS]
    people = [q for q in people if not (q.elliptic and before(q) in _WAS and any(s > q.start for s in stands))]
    return _without_first(reading, people) if len(people) > 1 else people


def _without_first(reading: Reading, people: list[Quantity]) -> list[Quantity]:
    """Leave out a figure said to be of an earlier hour where a bare one behind it is said to be of now."""
    words, first, last = reading.tokens.words, people[0], people[-1]
    sentence = reading.sentence_of(first.start)
    counted = first.count is not None and last.count is not None and last.noun is None
    if not counted or not _EARLIER.intersection(words[max(sentence.start, first.start - _EARLIER_REACH) : first.start]):
        return people
    return (
        people[1:] if NOW_WORDS.intersection(words[max(first.stop, last.start - _NOW_REACH) : last.start]) else people
    )


def tells_what_was(reading: Reading, chunk: Chunk) -> bool:
    """Tell whether a chunk holds but the figure that no longer stands."""
    return not chunk.quantities and not chunk.triggers and reading.tokens.words[chunk.start] in _WAS
