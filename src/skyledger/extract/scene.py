"""Everything the frame rules share about one document, worked out once."""

from dataclasses import dataclass, field

from skyledger.extract.places import find_places
from skyledger.extract.quantities import find_quantities
from skyledger.extract.reading import Reading
from skyledger.extract.times import find_times
from skyledger.model.frame import (
    Frame,
    Mention,
    PlacePhrase,
    Quantity,
    Rejected,
    Sentence,
    TimePhrase,
)
from skyledger.model.issue import Issue
from skyledger.model.kinds import ObjectType
from skyledger.model.text import Span


@dataclass(slots=True)
class Scene:
    """A reading with its phrases, and what the rules found in it."""

    reading: Reading
    places: list[PlacePhrase]
    times: list[TimePhrase]
    quantities: list[Quantity]
    time_stretches: list[tuple[int, int]]
    frames: list[Frame] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    denied: list[Rejected] = field(default_factory=list)

    def places_in(self, start: int, stop: int) -> list[PlacePhrase]:
        """Return places that may be places of a claim within tokens ``[start, stop)``."""
        return [p for p in self.places if start <= p.start < stop and p.role in ("place", "anaphor")]

    def quantities_in(self, start: int, stop: int) -> list[Quantity]:
        """Return quantities that start within tokens ``[start, stop)``."""
        return [q for q in self.quantities if start <= q.start < stop]

    def times_in(self, sentence: Sentence) -> list[TimePhrase]:
        """Return the time phrases of a sentence."""
        return [t for t in self.times if sentence.first <= t.span.start < sentence.last]

    def triggers_in(self, sentence: Sentence, values: frozenset[str]) -> list[Mention]:
        """Return the triggers of some frames in a sentence."""
        found = self.reading.in_range("trigger", sentence.start, sentence.stop)
        return [t for t in found if t.value in values]

    def object_types(self) -> set[ObjectType]:
        """Return what flew anywhere in the document."""
        return {ObjectType(value) for value in self.reading.object_values}

    def reject(self, start: int, stop: int, value: str, reason: str) -> None:
        """Record a trigger that makes no frame."""
        self.rejected.append(Rejected(self.reading.span(start, stop), value, reason))

    def reject_span(self, span: Span, value: str, reason: str) -> None:
        """Record a frame that was dropped."""
        self.rejected.append(Rejected(span, value, reason))

    def note(self, code: str, span: Span, message: str) -> None:
        """Record a doubt."""
        self.issues.append(
            Issue(
                code=code,
                document_id=self.reading.document.id,
                span=span,
                text=span.slice(self.reading.text),
                message=message,
            )
        )


def _token_stretch(reading: Reading, span: Span) -> tuple[int, int]:
    starts, stops = reading.tokens.starts, reading.tokens.stops
    first = next((i for i, stop in enumerate(stops) if stop > span.start), len(stops))
    last = first
    while last < len(starts) and starts[last] < span.stop:
        last += 1
    return first, last


def build_scene(reading: Reading) -> Scene:
    """Find the places, times and quantities of a document."""
    times = find_times(reading.tokens.folded)
    stretches = [_token_stretch(reading, t.span) for t in times]
    blocked = {t for start, stop in stretches for t in range(start, stop)}
    places = find_places(reading, blocked)
    for place in places:
        blocked.update(range(place.start, place.stop))
    for mention in reading.by_category.get("object", ()):
        blocked.update(t for t in range(mention.start, mention.stop))
    return Scene(reading, places, times, find_quantities(reading, blocked), stretches)
