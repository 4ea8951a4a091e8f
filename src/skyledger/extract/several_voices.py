"""Several who speak in one sentence, each in his own clause: "police say three, the governor says four"."""

from collections.abc import Sequence

from skyledger.extract.accounts import holders_in
from skyledger.extract.reading import Reading
from skyledger.extract.voices import is_marked
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase

_BESIDE = 3  # words between one of several who speak in a sentence and the word of saying
_HOLDER = 3  # words between an office and its holder's name


def voices_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> tuple[tuple[int, SpeakerPhrase], ...]:
    """Return all who speak in a sentence with where they stand."""
    found = holders_in(reading, sentence, places)
    people = [m for m, _ in found if m.category == "speaker"]
    named = [
        (m, phrase)
        for m, phrase in found
        # an office whose holder is named, a body whose spokesman he is
        if m.category == "speaker" or not any(0 <= p.start - m.stop <= _HOLDER for p in people)
    ]
    if len({(phrase.ids, phrase.role) for _, phrase in named}) < 2:
        return ()
    return tuple(
        (mention.start, phrase)
        for mention, phrase in sorted(named, key=lambda n: n[0].start)
        if _speaks_here(reading, sentence, mention)
    )


def _speaks_here(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a word of saying or its mark stands right beside a name, in the same clause."""
    if is_marked(reading, sentence, mention):
        return True
    last = len(reading.tokens.words) - 1
    if mention.stop <= last and reading.gap(mention.stop - 1, mention.stop).strip() in ("—", "–"):
        return True
    for speech in reading.in_range("speech", sentence.start, sentence.stop):
        left, right = min(speech.stop, mention.stop), max(speech.start, mention.start)
        if right - left <= _BESIDE and not reading.parted(left - 1, right, ",;:"):
            return True
    return False


def voice_at(voices: Sequence[tuple[int, SpeakerPhrase]], token: int) -> SpeakerPhrase | None:
    """Return which of several speaks at a token: who opens a clause speaks in it, who closes it spoke before."""
    if len(voices) < 2:
        return None
    before = [phrase for start, phrase in voices if start < token]
    return before[-1] if before else voices[0][1]
