"""Tell totals from parts within one document, and drop figures said twice."""

import re
from dataclasses import dataclass, field

from skyledger.extract.frames.listing import is_after_semicolon
from skyledger.extract.frames.running import mark_summed
from skyledger.extract.repeats import COUNTED, REPEAT_REACH, place_key
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame
from skyledger.model.kinds import Fate, Kind, ObjectType

_LIST_REACH = 300  # frames


def _same_thing(a: Frame, b: Frame) -> bool:
    return a.kind is b.kind and (a.fate is b.fate or {a.fate, b.fate} <= {None, Fate.LAUNCHED}) and a.status is b.status


def _object_fits(total: Frame, part: Frame) -> bool:
    """Tell whether a part's object may be within the total's: the same, or the total speaks of air targets."""
    return total.object is part.object or total.object in (None, ObjectType.UNKNOWN)


def _is_one_area(frame: Frame) -> bool:
    """Tell whether a frame is about a single settlement, district or region, so no total over regions."""
    if frame.place is None or frame.inherited_place or len(frame.place.members) != 1:
        return False
    ids = frame.place.members[0]
    return not any("+" in i for i in ids) and not any(len(i) == 2 for i in ids)


def _parts_of(scene: Scene, frames: list[Frame], index: int) -> list[int]:
    """Return the frames that list the parts of a possible total."""
    total = frames[index]
    if total.count is None or total.count.low < 2 or total.each:
        return []
    reading = scene.reading
    lead = reading.sentences[total.sentence]
    found = _Parts()
    for n in range(index + 1, min(len(frames), index + 1 + _LIST_REACH)):
        part = frames[n]
        if not _same_thing(total, part) or not _object_fits(total, part) or part.count is None:
            continue
        if part.parent is not None or (part.aggregate and (part.place is None or part.sentence - total.sentence > 1)):
            continue
        sentence = reading.sentences[part.sentence]
        if sentence.lead is None and sentence.index != lead.index and _opens_total(scene, sentence.index):
            break
        if total.count.stated is not None and part.count.low > total.count.low:
            break
        found.subset = found.subset or part.aggregate
        found.sort_in(scene, total, part, n)
    listed = reading.text[lead.first : lead.last].rstrip(" *_\n").endswith(":")
    return found.choose(frames, total, listed) or _exact_sum(frames, index)


def _is_one_statement(scene: Scene, total: Frame, part: Frame) -> bool:
    """Tell whether two frames stand in one sentence, or in pieces of one that semicolons cut."""
    pieces = scene.reading.sentences[total.sentence + 1 : part.sentence + 1]
    return all(is_after_semicolon(scene.reading, piece) for piece in pieces)


def _exact_sum(frames: list[Frame], index: int) -> list[int]:
    """Return figures of one later sentence that add up to a headline: "118 targets ... 116 UAVs and two Kh-59"."""
    total = frames[index]
    assert total.count is not None
    if total.object is not ObjectType.UNKNOWN or total.count.low != total.count.high:
        return []
    by_sentence: dict[int, list[int]] = {}
    for n in range(index + 1, min(len(frames), index + 1 + REPEAT_REACH)):
        part = frames[n]
        free = part.parent is None and not part.aggregate and part.count is not None
        if free and part.sentence > total.sentence and _same_thing(total, part) and not part.each:
            by_sentence.setdefault(part.sentence, []).append(n)
    for parts in by_sentence.values():
        summed = sum(count.low for n in parts if (count := frames[n].count) is not None)
        if len(parts) >= 2 and summed == total.count.low and {frames[n].object for n in parts} != {total.object}:
            return parts
    return []


_DASH = re.compile(r"\s[-–—]\s")
_FOLLOWING = 6  # sentences from a total to the last of its parts


def _has_own_place(frame: Frame) -> bool:
    return frame.place is not None and not frame.inherited_place


def _opens_parts(total: Frame, between: str) -> bool:
    """Tell whether what stands between a total and a figure says that its parts follow."""
    if total.rule.endswith(".whole") or ":" in between or "(" in between:
        return True
    return bool(_DASH.search(between)) and not _is_one_area(total)


@dataclass(slots=True)
class _Parts:
    """Frames that may be parts of one total, by where they stand."""

    listed: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    following: list[int] = field(default_factory=list)
    subset: bool = False
    colon: bool = False

    def sort_in(self, scene: Scene, total: Frame, part: Frame, n: int) -> None:
        """Put a frame where it may belong: to the list below the total, beside it, or to the sentences behind."""
        reading, apart = scene.reading, part.sentence - total.sentence
        between = reading.text[total.trigger.start : (part.count_span or part.trigger).start]
        lead = reading.sentences[part.sentence].lead
        if lead == total.sentence:
            self.listed.append(n)
        elif apart <= 1 and part.aggregate and part.place is not None:
            self.beside.append(n)  # "Of these, 51 were shot down over Bryansk, 43 over Kaluga"
        elif _is_one_statement(scene, total, part) and (self.subset or _opens_parts(total, between)):
            self.beside.append(n)
            self.colon = self.colon or ":" in between
        elif lead is None and 0 < apart <= _FOLLOWING and not _is_one_area(total) and _has_own_place(part):
            self.following.append(n)

    def choose(self, frames: list[Frame], total: Frame, listed: bool) -> list[int]:
        """Return the parts: the items of the list below the total, else the figures beside it, else those that follow.

        A figure beside a total that has a list below is a sum in between ("307: 33 missiles and 274 drones", then the
        list); it joins the parts only to be marked, see :func:`mark_totals`.
        """
        assert total.count is not None
        if self.listed and _fits(frames, self.listed, total, 1.1):
            return self.listed
        near = self.beside or self.following
        enough = len(near) >= 2 or (listed and bool(near)) or (self.subset and bool(self.beside))
        places = {place_key(frames[n]) for n in near} - {None}
        announced = listed or (self.colon and len(places) == len(near) >= 3)
        return near if enough and _fits(frames, near, total, 1.1 if announced else 1.0) else []


def _fits(frames: list[Frame], parts: list[int], total: Frame, slack: float) -> bool:
    """Tell whether parts do not exceed a total by more than a slip of the list would explain."""
    assert total.count is not None
    summed = sum(count.low for n in parts if (count := frames[n].count) is not None)
    return summed <= (total.count.high or summed) * slack


def _opens_total(scene: Scene, sentence: int) -> bool:
    one = scene.reading.sentences[sentence]
    words = scene.reading.tokens.words
    return any(
        m.start - one.start <= 3 and words[m.start - 1] not in _MOST  # "Больше всего — 17 — над Ростовской областью"
        for m in scene.reading.in_range("total", one.start, one.stop)
    )


_MOST = frozenset(("больше", "более", "чаще", "найбільше", "прежде", "скорее"))


def mark_totals(scene: Scene, frames: list[Frame]) -> None:
    """Set ``aggregate`` and ``parent`` on the counted frames of a document."""
    for index, frame in enumerate(frames):
        if frame.kind not in COUNTED or frame.parent is not None:
            continue
        parts = _parts_of(scene, frames, index)
        if parts:
            frame.aggregate = True
            one_place = len({place_key(frames[n]) for n in parts}) == 1
            if frame.place is None and one_place and frame.object is ObjectType.UNKNOWN:
                frame.place, frame.inherited_place = frames[parts[0]].place, True  # a headline is about its text
                if frame.time is None and all(frames[n].time == frames[parts[0]].time for n in parts):
                    frame.time = frames[parts[0]].time
            if frame.inherited_place and _is_elsewhere(frames, frame, parts):
                frame.place, frame.inherited_place = None, False  # the place of one part is not that of their sum
            for part in parts:
                frames[part].parent = index
                frames[part].aggregate = False
                if frames[part].place is None and frame.place is not None and _names_object_only(frame, frames[part]):
                    frames[part].place, frames[part].inherited_place = frame.place, True
            _mark_sums_between(scene, frames, index, parts)
    _mark_totals_behind(frames)
    mark_summed(frames)
    _mark_sums_of_named(scene, frames)
    _mark_hits_within(frames)


def _is_elsewhere(frames: list[Frame], total: Frame, parts: list[int]) -> bool:
    """Tell whether a place taken over from before cannot hold parts that name places of their own."""
    if total.place is None or not _is_small(total):
        return False
    own = {place_key(frames[n]) for n in parts if not frames[n].inherited_place} - {None}
    return len(own) > 1


def _is_small(frame: Frame) -> bool:
    """Tell whether a frame is about one settlement or district, in which no list of places lies."""
    if frame.place is None or len(frame.place.members) != 1:
        return False
    return all(i.startswith(("gn:", "raion:")) for i in frame.place.members[0])


def _mark_totals_behind(frames: list[Frame]) -> None:
    """Mark a figure that is exactly the sum of those before it: "Орловская область — 12, Брянская — 9. Всего 21"."""
    for index, frame in enumerate(frames):
        if not frame.rule.endswith(".sum") or frame.count is None or frame.count.stated is None:
            continue
        parts = [
            n
            for n, other in enumerate(frames[:index])
            if _same_thing(frame, other) and other.count is not None and other.parent is None and not other.aggregate
        ]
        summed = sum(count.low for n in parts if (count := frames[n].count) is not None)
        places = {place_key(frames[n]) for n in parts}
        if len(parts) < 2 or summed != frame.count.low or len(places) < 2:
            continue
        frame.aggregate = True
        if frame.inherited_place:
            frame.place, frame.inherited_place = None, False
        for n in parts:
            frames[n].parent = index


def _names_object_only(total: Frame, part: Frame) -> bool:
    """Tell whether a part tells what, not where: "launched 147 at Ukraine: 5 Iskanders, 4 Kh-59s, ..."."""
    return part.object is not total.object and total.place is not None and len(total.place.members) == 1


def _mark_sums_between(scene: Scene, frames: list[Frame], index: int, parts: list[int]) -> None:
    """Mark the sums in between a total and its list as aggregates that belong to the total."""
    total = frames[index]
    lists = {scene.reading.sentences[frames[n].sentence].lead for n in parts}
    if lists == {None}:
        return
    for other in frames:
        if (
            other is not total
            and other.sentence == total.sentence
            and other.parent is None
            and _same_thing(total, other)
            and other.count is not None
            and not other.aggregate
        ):
            other.aggregate, other.parent = True, index


def _mark_sums_of_named(scene: Scene, frames: list[Frame]) -> None:
    """Mark "over 70 in two regions alone": a figure over a number of regions repeats what was said of each."""
    for index, frame in enumerate(frames):
        if frame.kind not in COUNTED or frame.count is None or frame.aggregate or frame.parent is not None:
            continue
        if not _over_regions(scene, frame):
            continue
        frame.aggregate = True
        if frame.inherited_place:
            frame.place, frame.inherited_place = None, False
        parts = [
            n
            for n, other in enumerate(frames)
            if n != index
            and _same_thing(frame, other)
            and other.parent is None
            and not other.aggregate
            and other.count is not None
            and other.object is frame.object
        ]
        low = sum(count.low for n in parts if (count := frames[n].count) is not None)
        if len(parts) >= 2 and frame.count.low <= low <= (frame.count.high or low):
            for n in parts:
                frames[n].parent = index


def _over_regions(scene: Scene, frame: Frame) -> bool:
    sentence = scene.reading.sentences[frame.sentence]
    near = [
        q
        for q in scene.quantities_in(sentence.start, sentence.stop)
        if q.count is not None and q.noun is not None and q.noun.value == "region" and q.count.low >= 2
    ]
    return any(0 < q.start - frame.token <= 10 for q in near)


def _mark_hits_within(frames: list[Frame]) -> None:
    """Mark hits whose objects were counted among the launched."""
    launched: set[ObjectType | None] = set()
    for frame in frames:
        if frame.kind is Kind.ATTACK and frame.fate is Fate.LAUNCHED and frame.count is not None:
            launched.add(frame.object)  # a hit told before the figure is none of those it sums up
        if frame.kind is Kind.ATTACK and frame.fate is Fate.HIT and frame.count is not None:
            family = {ObjectType.MISSILE, ObjectType.CRUISE_MISSILE, ObjectType.BALLISTIC_MISSILE}
            if frame.object in launched or (frame.object in family and launched & family):
                frame.aggregate = True
