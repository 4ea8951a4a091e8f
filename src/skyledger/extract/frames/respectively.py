"""Figures told apart by one word: "over Kursk and Belgorod seven and four drones were downed respectively"."""

from dataclasses import replace

from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.people import is_person
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.count import Harm
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind

_RESPECTIVELY = frozenset(("respectively", "соответственно", "відповідно"))
_TOLD_APART = word_class(_RESPECTIVELY)
_REFERS = frozenset(("до", "к", "с", "з", "із", "to", "with"))  # "відповідно до норм": in accordance with
_NONE = frozenset(("ни", "жодного", "жодної", "none", "no", "zero", "ноль", "нуль"))
_APART = 3  # tokens between two figures of one row


def is_told_apart(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence says that its figures belong one by one to what it lists."""
    if not scene.reading.mask & _TOLD_APART:
        return False
    words = scene.reading.tokens.words
    for token in range(sentence.start, sentence.stop):
        if words[token] in _RESPECTIVELY:
            return token + 1 >= sentence.stop or words[token + 1] not in _REFERS
    return False


def row_of_figures(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """Return the longest row of figures side by side, of which only the last may name what is counted."""
    found = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_flying(q) and q.count is not None]
    return _longest_row(found)


def _longest_row(found: list[Quantity]) -> list[Quantity]:
    best: list[Quantity] = []
    row: list[Quantity] = []
    for quantity in found:
        near = bool(row) and row[-1].elliptic and quantity.start - row[-1].stop <= _APART
        row = [*row, quantity] if near else [quantity]
        best = row if len(row) > len(best) else best
    return best if len(best) > 1 else []


def effects_apart(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return effects one a place: "in A, B and C six, two and eleven houses were damaged respectively".

    Args:
        scene: The document.
        sentence: One that says its figures belong one by one to what it lists.
        frames: The effects read in it, of which that of the row's last figure knows what was counted.
    """
    found = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
    row = _longest_row([q for q in found if q.elliptic or q.noun is not None])
    places = places_apart(scene, sentence, row) if row else []
    spans = {q.span for q in row}
    told = next((f for f in frames if f.count is not None and f.count_span in spans), None)
    if told is None or told.count is None or not places:
        return frames
    unit = told.count.unit
    apart = [
        replace(told, count=replace(q.count, unit=unit), count_span=q.span, place=place)
        for q, place in zip(row, places, strict=True)
        if q.count is not None
    ]
    return [*(f for f in frames if f.count_span not in spans), *apart]


def places_apart(scene: Scene, sentence: Sentence, row: list[Quantity]) -> list[PlacePhrase]:
    """Return one place a figure: the members of a list as long as the row, or as many places one by one."""
    places = scene.places_in(sentence.start, sentence.stop)
    for place in places:
        if len(place.members) == len(row) and place.member_spans:
            return [member_of(place, n) for n in range(len(row))]
    single = [p for p in places if len(p.members) == 1]
    return single if len(single) == len(row) else []


def nouns_apart(scene: Scene, sentence: Sentence, row: list[Quantity]) -> list[Mention]:
    """Return one noun a figure, those counted before: "452 drones and 39 missiles ...; 419 and 31 respectively"."""
    first = scene.reading.sentences[max(0, sentence.index - 1)].start
    nouns = [
        q.noun
        for q in scene.quantities_in(first, row[0].start)
        if q.count is not None and q.noun is not None and q.noun.category == "object" and not q.subset
    ]
    return nouns[-len(row) :] if len(nouns) >= len(row) and row[-1].noun is None else []


def is_none(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a figure of a row is none: "19, восемь и ни одного"."""
    return bool(_NONE.intersection(scene.reading.tokens.words[max(0, quantity.start - 1) : quantity.stop]))


def member_of(place: PlacePhrase, n: int) -> PlacePhrase:
    """Return one place of a list as a phrase of its own."""
    span = place.member_spans[n]
    return PlacePhrase((place.members[n],), place.start, place.stop, span, place.role, (place.kinds[n],), (), (span,))


def tolls_apart(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return tolls one a place: "in A and B two and five people were wounded respectively"."""
    found = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
    row = _longest_row([q for q in found if q.elliptic or is_person(q)])
    places = places_apart(scene, sentence, row) if row else []
    tolls = [f for f in frames if f.kind is Kind.CASUALTIES and f.harm is not None]
    if not places or len(tolls) != 1 or tolls[0].harm is None or (tolls[0].harm.killed and tolls[0].harm.injured):
        return frames
    told, killed = tolls[0], tolls[0].harm.killed is not None
    apart = []
    for quantity, place in zip(row, places, strict=True):
        interval = None if quantity.count is None else quantity.count.interval
        harm = Harm(killed=interval if killed else None, injured=None if killed else interval, children=None)
        spans = () if quantity.span is None else (quantity.span,)
        apart.append(replace(told, harm=harm, harm_spans=spans, place=place))
    return [*(f for f in frames if f is not told), *apart]


def effects_each(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return effects one a place where a figure is told for each: "по два дома в Рыльске и Льгове"."""
    spans = {q.span for q in scene.quantities_in(sentence.start, sentence.stop) if q.each and q.span is not None}
    if not spans:
        return frames
    result: list[Frame] = []
    for frame in frames:
        place = frame.place
        listed = frame.count_span in spans and place is not None and len(place.members) > 1
        if listed and place is not None and place.role == "place" and len(place.member_spans) == len(place.members):
            result += [replace(frame, place=member_of(place, n), each=True) for n in range(len(place.members))]
        else:
            result.append(frame)
    return result
