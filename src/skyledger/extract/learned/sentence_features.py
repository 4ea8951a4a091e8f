"""What stands in a sentence, as short strings: for the weights that say what it tells of."""

from itertools import pairwise

from skyledger.extract.learned.features import mentions_in, stems_of, values_in
from skyledger.extract.learned.weights import Feature
from skyledger.extract.learned.word_table import LONGER, WordTable
from skyledger.extract.reading import Reading
from skyledger.model.frame import Sentence

_LEAD = ("trigger:", "object:", "trap:")
_STEP = 6  # words a step of length
_LONGEST = 5  # steps


def features_of_sentence(reading: Reading, sentence: Sentence) -> set[str]:
    """Return what stands in a sentence and tells of the one before it."""
    found = _of_the_whole(reading, sentence)
    for features in words_of_sentence(reading, sentence).values():
        found.update(features)
    return found


def weighed_features(table: WordTable, reading: Reading, sentence: Sentence) -> set[Feature]:
    """Return those of the features of a sentence that a table has weights of, without writing out all others."""
    start, stop = sentence.start, sentence.stop
    found = table.features(reading.tokens.words[start:stop], stems_of(reading)[start:stop])
    values = values_in(reading, start, stop)
    found.update(table.marks(values), table.marks([f"{one}&{other}" for one, other in pairwise(values)]))
    found.update(table.marks(_of_the_whole(reading, sentence)))
    return found


def _of_the_whole(reading: Reading, sentence: Sentence) -> set[str]:
    """Return the features of no word: length, place in the text, what the sentences before and above tell."""
    found = {"b", f"length={min(_LONGEST, (sentence.stop - sentence.start) // _STEP)}"}
    if sentence.index == 0:
        found.add("first")
    if reading.text[sentence.first : sentence.last].rstrip().endswith("?"):
        found.add("?")
    for name, index in (("P", sentence.index - 1), ("U", sentence.lead)):
        if index is not None and index >= 0:
            other = reading.sentences[index]
            found.update([f"{name}:{v}" for v in values_in(reading, other.start, other.stop) if v.startswith(_LEAD)])
    found.update([f"D:{m.value}" for m in reading.by_category.get("trap", ())])
    return found


def words_of_sentence(reading: Reading, sentence: Sentence) -> dict[int, list[str]]:
    """Return the features of each word of a sentence, by its token."""
    words = reading.tokens.words[sentence.start : sentence.stop]
    stems = stems_of(reading)[sentence.start : sentence.stop]
    found: dict[int, list[str]] = {}
    for n, stem in enumerate(stems):
        features = found[sentence.start + n] = [stem]
        if len(words[n]) > len(stem):
            features.append(f"+{words[n][:LONGER]}")
        if n + 1 < len(stems):
            features.append(f"{stem}_{stems[n + 1]}")
        if n + 2 < len(stems):
            features.append(f"{stem}__{stems[n + 2]}")
    last = ""
    for mention in mentions_in(reading, sentence.start, sentence.stop):
        value = f"{mention.category}:{mention.value}"
        found[mention.start] += [value, f"{last}&{value}"] if last else [value]
        last = value
    return found
