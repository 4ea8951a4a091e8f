"""Things damaged in further places without verb and noun: "в Батайске посечены три машины, в Азове — пять"."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.frames.shares import FURTHER, pair_with_places
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Sentence
from skyledger.model.kinds import Kind


def further_things(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return what further figures of a sentence count in places of their own.

    Args:
        scene: The document.
        sentence: The sentence.
        frames: The effects read in it; the last one counted says what the figures count.
    """
    counted = [f for f in frames if f.kind is Kind.DAMAGE and f.count is not None and f.place is not None]
    last = counted[-1] if counted else None
    if last is None or last.count is None or last.place is None or last.count_span is None:
        return []
    bare = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.elliptic and q.count is not None]
    bare = [q for q in bare if q.span is not None and q.span.start > last.count_span.stop]
    if not bare:
        return []
    reading = scene.reading
    triggers = reading.in_range("trigger", sentence.start, sentence.stop)
    places = scene.places_in(sentence.start, sentence.stop)
    chunks = cut_chunks(reading, sentence, bare, triggers, places, scene.stretches_in(sentence))
    unit, own = last.count.unit, last.place.members
    more = [
        replace(last, count=replace(q.count, unit=unit), count_span=q.span, place=p, token=q.start, each=q.each)
        for q, p in pair_with_places(reading, _behind(scene, chunks, last), counted=False)
        if q.count is not None and p.members != own
    ]
    told = [f.count.low for f in more if f.count is not None and f.each]
    last.aggregate = last.aggregate or (len(told) > 1 and sum(told) == last.count.low)
    return more


def _behind(scene: Scene, chunks: list[Chunk], last: Frame) -> list[Chunk]:
    """Return the chunks behind a figure that go on with it."""
    stop = last.count_span.stop if last.count_span is not None else 0
    behind: list[Chunk] = []
    for chunk in (c for c in chunks if scene.reading.tokens.starts[c.start] >= stop):
        shared = chunk.opener == ":" and any(q.each for q in chunk.quantities)
        if chunk.opener not in FURTHER and chunk.opener not in DASHES and not shared:
            break
        behind.append(chunk)
    return behind
