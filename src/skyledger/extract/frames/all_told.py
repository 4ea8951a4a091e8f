"""What a sentence tells of all its numbers at once: all of those sent were shot down, seven and four respectively."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import trigger_for
from skyledger.extract.frames.respectively import is_none, nouns_apart, places_apart
from skyledger.extract.frames.running import only_counted, says_all
from skyledger.extract.frames.wholes import whole_of
from skyledger.extract.scene import Scene
from skyledger.extract.words import says_not_all
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind

_SENT = frozenset((None, Fate.LAUNCHED))
_ALL_OF_THEM = frozenset("all both every все всех обе оба усі всі усіх всіх обидва обидві".split())


# Index of a chunk, its number, the word that tells its fate, its noun.
Saying = tuple[int, Quantity, Mention, Mention | None]


def told_apart(
    scene: Scene, sentence: Sentence, chunks: list[Chunk], row: list[Quantity], noun: Mention | None
) -> list[tuple[Saying, PlacePhrase | None]]:
    """Read a row of figures that belong one by one to as many places or things: "seven and four respectively"."""
    places = places_apart(scene, sentence, row)
    nouns = [] if places else nouns_apart(scene, sentence, row)
    if not places and not nouns:
        return []
    told: list[tuple[Saying, PlacePhrase | None]] = []
    shared = _behind_row(scene, chunks, row)
    for n, quantity in enumerate(row):
        index = next(i for i, c in enumerate(chunks) if c.start <= quantity.start < c.stop)
        trigger = shared or trigger_for(scene.reading, chunks, index, quantity, None)
        thing = nouns[n] if nouns else quantity.noun or row[-1].noun or noun
        if trigger is None or thing is None:
            return []
        if is_none(scene, quantity):
            continue
        told.append(((index, quantity, trigger, thing), places[n] if places else None))
    return told


def _behind_row(scene: Scene, chunks: list[Chunk], row: list[Quantity]) -> Mention | None:
    """Return the verb behind the last figure of a row, which is that of all: "109 and five were stopped"."""
    index = next(i for i, c in enumerate(chunks) if c.start <= row[-1].start < c.stop)
    trigger = trigger_for(scene.reading, chunks, index, row[-1], None)
    return trigger if trigger is not None and trigger.start >= row[-1].stop else None


def told_of_all(scene: Scene, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention]) -> Saying | None:
    """Read "Not one of the eight drones reached the works: all were shot down" as eight shot down."""
    whole = only_counted(scene, sentence)
    words = scene.reading.tokens.words
    for trigger in triggers:
        before = words[_clause_start(scene, sentence, trigger.start) : trigger.start]
        if whole is None or trigger.value not in ("downed", "suppressed") or trigger.start < whole.stop:
            continue
        if says_not_all(words[sentence.start : trigger.start]):
            return None
        if (
            _ALL_OF_THEM.intersection(
                (*before, *words[trigger.start - 5 : trigger.start], *words[trigger.stop : trigger.stop + 1])
            )
            and "not" not in before
            and "не" not in before
        ):
            at = next((n for n, c in enumerate(chunks) if whole in c.quantities), 0)
            counted = whole if whole.of_total is None else whole_of(whole)
            return at, counted, trigger, whole.noun
    return None


def told_of_sent(
    scene: Scene, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention], frames: list[Frame]
) -> Saying | None:
    """Read "sent 31 drones at Sumy, and every one of them was shot down" as 31 shot down, too."""
    sent = [f for f in frames if f.kind is Kind.ATTACK and f.fate in _SENT and f.count is not None]
    whole = only_counted(scene, sentence)
    if whole is None or len(sent) != 1 or len(frames) != 1:
        return None
    words = scene.reading.tokens.words
    for trigger in triggers:
        before = words[max(whole.stop, trigger.start - 6) : trigger.start]
        if trigger.value not in ("downed", "suppressed") or trigger.start < whole.stop:
            continue
        if not says_all(before) and not _ALL_OF_THEM.intersection(
            (*before[-3:], *words[trigger.stop : trigger.stop + 1])
        ):
            continue
        if not {"not", "almost", "nearly", "не", "почти", "майже", "чи", "ли"}.intersection(before):
            at = next((n for n, c in enumerate(chunks) if whole in c.quantities), 0)
            firm = replace(trigger, flags=trigger.flags - {"weak"})
            return at, whole, firm, whole.noun
    return None


def _clause_start(scene: Scene, sentence: Sentence, token: int) -> int:
    """Return where the clause of a token begins, three words before it at most."""
    start = token
    while start > max(sentence.start, token - 3):
        if scene.reading.parted(start - 1, start, ",;:—–"):
            break
        start -= 1
    return start
