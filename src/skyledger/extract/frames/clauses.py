"""The clauses of a sentence that counts what flies, with nouns for what only stands for them."""

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.frames.bombs import name_bombs
from skyledger.extract.frames.counterparts import add_counterparts
from skyledger.extract.frames.running import is_every_one
from skyledger.extract.frames.stand_ins import name_stand_ins
from skyledger.extract.frames.weak import drop_weak
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

# Asides that part a number from its verb by commas: "два, к сожалению, попали в цех".
_ASIDES = (
    ["на", "жаль"],
    ["к", "сожалению"],
    ["увы"],
    ["unfortunately"],
    ["alas"],
    ["sadly"],
    ["regrettably"],
    ["however"],
)
_OPENING = frozenset(word[0] for word in _ASIDES)


def _asides(scene: Scene, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the stretches of asides with the words beside them, inside which no clause ends."""
    words = scene.reading.tokens.words
    found: list[tuple[int, int]] = []
    for n in range(sentence.start + 1, sentence.stop - 1):
        if words[n] in _OPENING:
            found += [(n - 1, n + len(a) + 1) for a in _ASIDES if words[n : n + len(a)] == a]
    return found


def only_object(scene: Scene, sentence: Sentence) -> Mention | None:
    """Return what flew in a sentence that names it once, behind the number: "14, а не 16 беспилотников"."""
    found = scene.reading.in_range("object", sentence.start, sentence.stop)
    return found[0] if len({m.value for m in found}) == 1 else None


def clauses_of(scene: Scene, sentence: Sentence, triggers: list[Mention], noun: Mention | None) -> list[Chunk]:
    """Return the clauses of a sentence, without words that say nothing and with nouns for what stands for them."""
    chunks = cut_chunks(
        scene.reading,
        sentence,
        scene.quantities_in(sentence.start, sentence.stop),
        triggers,
        scene.places_in(sentence.start, sentence.stop),
        [*scene.stretches_in(sentence), *_asides(scene, sentence)],
    )
    if noun is not None or only_object(scene, sentence) is not None:
        add_counterparts(scene.reading, chunks)
    name_bombs(scene, sentence, chunks)
    drop_weak(scene.reading, chunks)
    name_stand_ins(scene, sentence, chunks, noun)
    if "every" in scene.reading.tokens.words[sentence.start : sentence.stop]:
        for chunk in chunks:
            chunk.quantities = [q for q in chunk.quantities if not is_every_one(scene, q)]
    return chunks


def has_number(chunks: list[Chunk], trigger: Mention) -> bool:
    """Tell whether a word has a number of its own beside it."""
    return any(q.count is not None for c in chunks if trigger in c.triggers for q in c.quantities)
