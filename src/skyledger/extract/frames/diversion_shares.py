"""The shares of diverted flights, each with the airport it went to."""

from skyledger.extract.frames.origins import named_by_origin
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind, PlaceKind


def _sum(frames: list[Frame]) -> int:
    counts: list[Count] = [f.count for f in frames if f.count is not None]
    return sum(c.low for c in counts)


def join_places(scene: Scene, places: list[PlacePhrase]) -> PlacePhrase | None:
    """Return several airports as one list of places."""
    if len(places) < 2:
        return places[0] if places else None
    places = sorted(places, key=lambda p: p.start)  # a table may name the airport before the flights or behind them
    first, last = places[0], max(places, key=lambda p: p.stop)
    return PlacePhrase(
        tuple(m for p in places for m in p.members),
        first.start,
        last.stop,
        scene.reading.span(first.start, last.stop),
        "place",
        tuple(PlaceKind.AIRPORT for p in places for _ in p.members),
        (),
        tuple(s for p in places for s in p.member_spans),
    )


def shared_out(
    scene: Scene,
    sentence: Sentence,
    trigger: Mention,
    whole: Frame,
    flights: Quantity | None,
    targets: list[PlacePhrase],
) -> list[Frame]:
    """Return the shares of "17 flights: nine to Pulkovo, five to Kazan", each with where it went."""
    numbers = [
        q
        for q in scene.quantities_in(sentence.start, sentence.stop)
        if q.count is not None and (q.elliptic or (q.noun is not None and q.noun.value == "flight"))
    ]
    more = named_by_origin(scene, sentence)
    if more and flights is not None:  # "рейс из Стамбула ушёл на Яссы, лондонский — на Бухарест"
        starts = {q.start for q in numbers}
        numbers += [q for q in (flights, *more) if q.start not in starts]
        numbers.sort(key=lambda q: q.start)
    groups: list[tuple[Quantity, list[PlacePhrase]]] = []
    for target in targets:
        before = [q for q in numbers if q.stop <= target.start]
        if not before:
            continue
        if groups and groups[-1][0] is before[-1]:
            groups[-1][1].append(target)
        else:
            groups.append((before[-1], [target]))
    own = [g for g in groups if flights is not None and g[0].start == flights.start]
    parts = [g for g in groups if g not in own and g[0].start > trigger.start]
    if not parts or flights is None:
        whole.to = join_places(scene, targets)
        return [whole]
    whole.to = join_places(scene, own[0][1]) if own else None
    frames = [_share(scene, whole, number, to) for number, to in parts]
    if not own and whole.count is not None and _sum(frames) <= (whole.count.high or 0):
        whole.aggregate = True
        for frame in frames:
            frame.whole = whole
    return [whole, *frames]


def _share(scene: Scene, whole: Frame, number: Quantity, to: list[PlacePhrase]) -> Frame:
    frame = Frame(
        Kind.DIVERSION, whole.trigger, whole.sentence, f"{whole.rule}.share", place=whole.place, token=number.start
    )
    frame.count, frame.count_span, frame.to = number.count, number.span, join_places(scene, to)
    return frame
