"""Airports told behind another by no more than their hours: "Казань закрыта с двух, Пенза и Самара – с часа до пяти".

What stands between the name and its hours is a dash, a bracket, a colon or nothing; the verb is that of the clause
before, in the same sentence or in the one before it.
"""

from skyledger.extract.frames.airports_named import JOINERS, AirportsNamed
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, PlacePhrase, Sentence, TimePhrase

_DASHES = ("—", "–", "-")
_LINKS = ("", "(", ":", ",", *_DASHES)
_CLOCKED = frozenset(("range", "since", "at", "night_since"))
_ALSO = frozenset("also too too, likewise later then тоже также позже потом затем теж також потім згодом далі".split())
_SKIPPED = frozenset("only just not щойно лише тільки только лишь уже вже airport аэропорт аеропорт".split())
_END = frozenset(".,;:!?)(\n—–") | {"-"}


def later_ones(
    scene: Scene, airports: AirportsNamed, sentence: Sentence, frames: list[Frame], before: list[Frame]
) -> list[Frame]:
    """Return what hours alone say of further airports.

    Args:
        scene: The document.
        airports: Which places may be airports.
        sentence: Where to look.
        frames: What was found in it.
        before: What the sentence before told of airports, where this one may only go on.
    """
    known = frames or before
    if not known or all(f.place is None for f in known) or not scene.places_in(sentence.start, sentence.stop):
        return []
    starts = scene.reading.tokens.starts
    told = {m for f in frames if f.place is not None for m in f.place.members}
    found: list[Frame] = []
    for place in scene.places_in(sentence.start, sentence.stop):
        own = [f for f in (*frames, *found) if f.trigger.start < starts[place.start]]
        first = max(own, key=lambda f: f.token) if own else None
        if first is None and not frames and _opens(sentence, place, scene):
            first = before[-1]
        if first is None or not _is_apart(scene, sentence, place) or not _has_hours(scene, sentence, place):
            continue
        rule = first.rule if first.rule.endswith(".later") else f"{first.rule}.later"
        for airport in (airports.as_airport(place, n) for n in range(len(place.members))):
            if airport.members[0] not in told:
                told.add(airport.members[0])
                span, token = airport.span, place.start
                found.append(Frame(first.kind, span, sentence.index, rule, place=airport, each=True, token=token))
    return found


def _opens(sentence: Sentence, place: PlacePhrase, scene: Scene) -> bool:
    """Tell whether a place opens its sentence."""
    first = sentence.start
    while first < place.start and scene.reading.tokens.words[first] in JOINERS | _ALSO | _SKIPPED:
        first += 1
    return first == place.start


def _is_apart(scene: Scene, sentence: Sentence, place: PlacePhrase) -> bool:
    """Tell whether a mark or "and" parts a place from what stands before it."""
    first = place.start
    while first > sentence.start and scene.reading.tokens.words[first - 1] in JOINERS | _ALSO | _SKIPPED:
        first -= 1
    if first == sentence.start or first < place.start - 1:
        return True
    return any(mark in scene.reading.gap(first - 1, first) for mark in ",;.\n") or first < place.start


def _has_hours(scene: Scene, sentence: Sentence, place: PlacePhrase) -> bool:
    """Tell whether nothing stands behind a place but hours, with their end or a mark behind them."""
    reading = scene.reading
    stretch = next((s for s in scene.stretches_in(sentence) if s[0] >= place.stop), None)
    time = _time_at(scene, sentence, place)
    if stretch is None or time is None:
        return False
    between = range(place.stop, stretch[0])
    if any(reading.tokens.words[n] not in _SKIPPED for n in between):
        return False
    if reading.gap(place.stop - 1, place.stop).strip(" \u00a0»\"”'’)") not in _LINKS:
        return False
    behind = reading.text[time.span.stop : time.span.stop + 6].lstrip(" \u00a0)")
    return not behind or behind[0] in _END or behind.split()[0] in JOINERS


def _time_at(scene: Scene, sentence: Sentence, place: PlacePhrase) -> TimePhrase | None:
    """Return the first hours behind a place."""
    behind = [t for t in scene.times_in(sentence) if t.span.start >= place.span.stop]
    return behind[0] if behind and behind[0].kind in _CLOCKED else None
