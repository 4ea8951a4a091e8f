"""The children among the people hurt."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.joined_people import interval_of
from skyledger.extract.frames.tolls import WOUNDED, Toll
from skyledger.extract.scene import Scene
from skyledger.model.count import Interval
from skyledger.model.frame import Quantity
from skyledger.model.text import Span

# What opens more about those counted before.
_OF_THEM_REACH = 3


def add_children(scene: Scene, chunks: list[Chunk], toll: Toll) -> None:
    """Add the children named among the people hurt."""
    if toll.children is not None:
        return
    low = 0
    spans: list[Span] = []
    for chunk in chunks:
        for quantity in chunk.quantities:
            if quantity.noun is None or quantity.noun.value != "child" or _is_denied(scene, chunk, quantity):
                continue
            interval = interval_of(quantity)
            if interval is None and "sing" in quantity.noun.flags and "plur" not in quantity.noun.flags:
                interval = Interval(low=1, high=1)
            elif interval is None:
                interval = _of_them(scene, quantity)
            if interval is not None and interval.high is not None:
                low += interval.low
                spans.append(scene.reading.span(quantity.start, quantity.stop))
    if low:
        toll.add("children", Interval(low=low, high=low), spans)


_NONE = frozenset("not no none ни ані жодної жодного жодна ниодного нет немає".split())


def _is_denied(scene: Scene, chunk: Chunk, children: Quantity) -> bool:
    """Tell whether none of those hurt is a child: "not one of them a child", "в том числе ни одного ребёнка"."""
    words = scene.reading.tokens.words
    before = words[max(chunk.start, children.start - _DENIAL_REACH) : children.start]
    behind = words[children.stop : min(chunk.stop, children.stop + _DENIAL_REACH)]
    return not _NONE.isdisjoint(before) or not {"нет", "немає"}.isdisjoint(behind)


_DENIAL_REACH = 4  # words between a denial and the children


def _of_them(scene: Scene, children: Quantity) -> Interval | None:
    """Return the three of "семеро ранены, трое из них — дети", the nine of "із них 9 — діти"."""
    reading = scene.reading
    words = reading.tokens.words
    near = scene.quantities_in(max(0, children.start - 5), children.start)
    before = [q for q in near if q.count is not None and (q.elliptic or words[q.stop - 1] in WOUNDED)]
    if not before or before[-1].count is None:
        return None
    last = before[-1]
    if words[last.stop - 1] in WOUNDED:
        told = last.stop == children.start  # "двоє поранених — діти", but not "12 раненых, детей нет"
        told = told and "," not in reading.gap(last.stop - 1, children.start)
    elif last.subset and children.start == last.stop:
        told = bool(reading.starting("subset", last.start - _OF_THEM_REACH, last.start))
    else:
        marks = [m for m in reading.starting("subset", last.stop, children.start) if m.value == "of_which"]
        told = any(0 <= m.start - last.stop <= 1 for m in marks)
    return last.count.interval if told and last.count is not None else None
