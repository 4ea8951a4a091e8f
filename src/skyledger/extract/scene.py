"""Everything the frame rules share about one document, worked out once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from skyledger.extract.places import find_places
from skyledger.extract.quantities import find_quantities
from skyledger.extract.reading import Reading
from skyledger.extract.times import find_times
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Rejected, Sentence, TimePhrase
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
    # Airports closed in the text so far, the last ones spoken of.
    airports: list[PlacePhrase] = field(default_factory=list)
    apart: bool = False  # whether several were told apart, so that what is counted behind them is of none alone
    # Where phrases start, for bisection; a place that turns out to be an office keeps its stretch and its rank.
    place_starts: list[int] = field(init=False)
    quantity_starts: list[int] = field(init=False)
    time_starts: list[int] = field(init=False)
    timed: frozenset[int] = field(init=False)  # the tokens of time phrases
    asked: dict[tuple[int, int], list[Quantity]] = field(default_factory=dict)  # by :meth:`quantities_in`
    triggers: dict[int, Sequence[Mention]] = field(default_factory=dict)
    # Times by sentence, and whether of a closure: see :mod:`skyledger.extract.times_told`.
    happening: dict[tuple[int, bool], list[TimePhrase]] = field(default_factory=dict)
    types: set[ObjectType] | None = None

    def __post_init__(self) -> None:
        self.place_starts = [p.start for p in self.places]
        self.quantity_starts = [q.start for q in self.quantities]
        self.time_starts = [t.span.start for t in self.times]
        self.timed = frozenset(token for start, stop in self.time_stretches for token in range(start, stop))

    def places_in(self, start: int, stop: int) -> list[PlacePhrase]:
        """Return places that may be places of a claim within tokens ``[start, stop)``."""
        if not self.places:
            return []
        return [p for p in self.phrases_in(start, stop) if p.role in ("place", "anaphor")]

    def phrases_in(self, start: int, stop: int) -> list[PlacePhrase]:
        """Return all place phrases that start within tokens ``[start, stop)``, whatever their role."""
        first = bisect_left(self.place_starts, start)
        return self.places[first : bisect_left(self.place_starts, stop, first)]

    def quantities_in(self, start: int, stop: int) -> Sequence[Quantity]:
        """Return quantities that start within tokens ``[start, stop)``; most rules ask for those of a sentence."""
        found = self.asked.get((start, stop))
        if found is None:
            first = bisect_left(self.quantity_starts, start)
            found = self.asked[start, stop] = self.quantities[first : bisect_left(self.quantity_starts, stop, first)]
        return found

    def times_in(self, sentence: Sentence) -> list[TimePhrase]:
        """Return the time phrases of a sentence."""
        if not self.times:
            return []
        first = bisect_left(self.time_starts, sentence.first)
        return self.times[first : bisect_left(self.time_starts, sentence.last, first)]

    def stretches_in(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Return the token stretches of the time phrases of a sentence."""
        if not self.time_stretches:
            return []
        first = bisect_left(self.time_stretches, (sentence.start, 0))
        return self.time_stretches[first : bisect_left(self.time_stretches, (sentence.stop, 0))]

    def triggers_in(self, sentence: Sentence, values: frozenset[str]) -> list[Mention]:
        """Return the triggers of some frames in a sentence."""
        found = self.triggers.get(sentence.index)
        if found is None:
            found = self.triggers[sentence.index] = self.reading.in_range("trigger", sentence.start, sentence.stop)
        if not found:
            return []
        return [t for t in found if t.value in values]

    def object_types(self) -> set[ObjectType]:
        """Return what flew anywhere in the document."""
        if self.types is None:
            self.types = {ObjectType(value) for value in self.reading.object_values}
        return self.types

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
    return bisect_right(stops, span.start), bisect_left(starts, span.stop)


def _is_item_number(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a list item opens with its own number: "1. Над Тулой сбиты ...", "2) Kursk region"."""
    stop = reading.tokens.stops[sentence.start]
    numbered = reading.tokens.words[sentence.start].isdigit() and reading.text[stop : stop + 1] in (".", ")")
    return (
        numbered
        and not reading.text[reading.tokens.starts[sentence.start] - 1 : reading.tokens.starts[sentence.start]].strip()
    )


def build_scene(reading: Reading) -> Scene:
    """Find the places, times and quantities of a document."""
    times = find_times(reading.tokens, reading.bits)
    stretches = [_token_stretch(reading, t.span) for t in times]
    blocked = {t for start, stop in stretches for t in range(start, stop)}
    places = find_places(reading, blocked)
    for place in places:
        blocked.update(range(place.start, place.stop))
    blocked.update(s.start for s in reading.sentences if s.bulleted and _is_item_number(reading, s))
    for mention in reading.by_category.get("object", ()):
        blocked.update(t for t in range(mention.start, mention.stop))
    return Scene(reading, places, times, find_quantities(reading, blocked), stretches)
