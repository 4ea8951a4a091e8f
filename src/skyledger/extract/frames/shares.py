"""Split a figure over places: "36 500 families: 21 300 in Odesa and 15 200 in its district"."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.frames.respectively import member_of
from skyledger.extract.place_passed_by import is_located
from skyledger.extract.reading import Reading
from skyledger.model.count import Harm
from skyledger.model.frame import Frame, PlacePhrase, Quantity
from skyledger.model.kinds import Kind, Unit

_OPENERS = frozenset((":", "—", "–", "-", "("))
FURTHER = frozenset((",", ";", "и", "а", "і", "й", "та", "and"))
_SUPPLIED = frozenset(("customer", "settlement", "building", "apartment", "person"))
HEADING = ".heading"  # ends the rule of a frame that only introduces what others tell


def share_frames(reading: Reading, chunks: list[Chunk], whole: Frame, after: int) -> list[Frame]:
    """Return the frames of the shares that stand behind a whole, or nothing.

    Args:
        reading: The document as read.
        chunks: Chunks of the sentence.
        whole: The frame with the whole figure; becomes an aggregate when shares are found.
        after: Token behind the whole's quantity.

    Returns:
        At least two frames whose numbers do not exceed the whole, or an empty list.
    """
    high = _high(whole)
    if high is None and whole.kind is not Kind.POWER_OUTAGE:
        return []
    following = [c for c in chunks if c.start >= after]
    if not following or not (following[0].opener in _OPENERS or _tells_each(following[0])):
        return []
    found = pair_with_places(reading, following, high is None)
    if len(found) < 2:
        return []
    if high is None:  # "без света: в Клинцах — 1870 абонентов, в Погаре — 612"
        return _alone(whole, found)
    if sum(q.count.low for q, _ in found if q.count is not None) > high:
        return []
    whole.aggregate = True
    return [_share(whole, quantity, place) for quantity, place in found]


def further_tolls(reading: Reading, chunks: list[Chunk], first: Frame, after: int) -> list[Frame]:
    """Return the people of further places whose verb is left out: "в Курске ранены четверо, в Белгороде — двое".

    Args:
        reading: The document as read.
        chunks: Chunks of the sentence.
        first: The toll before them, with a place of its own.
        after: Token behind its figure.
    """
    if first.place is None or first.harm is None or _high(first) is None:
        return []
    behind: list[Chunk] = []
    for chunk in (c for c in chunks if c.start >= after):
        if chunk.opener not in FURTHER and chunk.opener not in DASHES:
            break
        behind.append(chunk)
    pairs = [(q, p) for q, p in pair_with_places(reading, behind, counted=True) if not q.subset]
    frames = [_share(first, q, p) for q, p in pairs if p.members != first.place.members]
    for frame in frames:
        frame.whole = None
    return frames


def pair_with_places(reading: Reading, chunks: list[Chunk], counted: bool) -> list[tuple[Quantity, PlacePhrase]]:
    """Return numbers with the place beside each: "21 900 — у Ніжині", "у Носівці — 700", "Клинцы — 340".

    Args:
        reading: The document as read.
        chunks: Where to look; a verb ends the list.
        counted: Whether numbers with a noun of their own belong to it as well.
    """
    found: list[tuple[Quantity, PlacePhrase]] = []
    waiting: Quantity | PlacePhrase | None = None  # the half before a dash
    for number, chunk in enumerate(chunks):
        if chunk.triggers:
            break
        numbers = [q for q in chunk.quantities if q.count is not None and (q.elliptic or counted)]
        headed = number + 1 < len(chunks) and chunks[number + 1].opener in DASHES
        places = [p for p in chunk.places if is_located(reading, p) or (headed and _is_alone(chunk, p))]
        if chunk.opener in DASHES and len(numbers) + len(places) == 1:
            if isinstance(waiting, Quantity) and places:
                found.append((waiting, places[0]))
            elif isinstance(waiting, PlacePhrase) and numbers:
                found.append((numbers[0], waiting))
            waiting = None
        elif len(numbers) == 1 and len(places) == 1:
            found.append((numbers[0], places[0]))
            waiting = None
        elif len(numbers) + len(places) == 1:
            waiting = (numbers or places)[0]
    return [pair for q, p in found for pair in _spread(q, p)]


def _spread(quantity: Quantity, place: PlacePhrase) -> list[tuple[Quantity, PlacePhrase]]:
    """Return a number told for each place of a list with every one of them: "по вісім на Волині та Житомирщині"."""
    listed = len(place.members) > 1 and len(place.member_spans) == len(place.members)
    if not quantity.each or not listed:
        return [(quantity, place)]
    return [(quantity, member_of(place, n)) for n in range(len(place.members))]


def _tells_each(chunk: Chunk) -> bool:
    """Tell whether the shares begin without a colon: "загиблих двоє, по одному в Сумах та Ромнах"."""
    return chunk.opener == "," and any(q.each for q in chunk.quantities)


def _is_alone(chunk: Chunk, place: PlacePhrase) -> bool:
    return chunk.start == place.start and chunk.stop == place.stop


def _alone(whole: Frame, found: list[tuple[Quantity, PlacePhrase]]) -> list[Frame]:
    """Return the shares of a whole without a figure, which count what the first of them counts."""
    first = found[0][0].noun
    unit = Unit(first.value) if first is not None and first.value in _SUPPLIED else Unit.CUSTOMER
    frames = []
    for quantity, place in found:
        frame = _share(whole, quantity, place)
        frame.whole = None
        frame.count = replace(frame.count, unit=unit) if frame.count is not None else None
        frames.append(frame)
    whole.rule += HEADING
    return frames


def _high(whole: Frame) -> int | None:
    if whole.count is not None:
        return whole.count.high
    harm = whole.harm
    stated = [i for i in (harm.killed, harm.injured) if i is not None] if harm is not None else []
    return stated[0].high if len(stated) == 1 else None


def _share(whole: Frame, quantity: Quantity, place: PlacePhrase) -> Frame:
    frame = Frame(whole.kind, whole.trigger, whole.sentence, f"{whole.rule}.share", place=place, token=quantity.start)
    frame.whole = whole
    if whole.harm is not None and quantity.count is not None and quantity.span is not None:
        interval = quantity.count.interval
        killed = interval if whole.harm.killed is not None else None
        frame.harm = Harm(killed=killed, injured=None if killed else interval, children=None)
        frame.harm_spans = (quantity.span,)
    else:
        frame.count, frame.count_span = quantity.count, quantity.span
    return frame
