"""What a text says twice, as in its headline and its body: one fact stays, in its fuller form."""

from skyledger.extract.scene import Scene
from skyledger.extract.sides import are_of_two_sides
from skyledger.model.frame import Frame
from skyledger.model.kinds import Kind

REPEAT_REACH = 60  # frames
COUNTED = frozenset((Kind.INTERCEPTION, Kind.ATTACK))


def place_key(frame: Frame) -> tuple[tuple[str, ...], ...] | None:
    """Return the places of a frame, None where it has none of its own."""
    return None if frame.place is None or frame.place.role == "anaphor" else frame.place.members


def without_tolls(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop what counts people among what flies: "число раненых при ударе беспилотника выросло до 17"."""
    people = {span for f in frames if f.kind is Kind.CASUALTIES for span in f.harm_spans}
    kept = []
    for frame in frames:
        if frame.kind in COUNTED and frame.count_span is not None and frame.count_span in people:
            scene.reject_span(frame.trigger, frame.kind.value, "the figure counts people")
        else:
            kept.append(frame)
    return kept


def drop_repeats(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Keep one of two frames that say the same (headline and body), the one that says more."""
    kept: list[Frame] = []
    for frame in frames:
        # a text repeats itself within reach: headline and body, or a bulletin and its summary
        twin = (
            None
            if _is_another(scene, frame)
            else next(
                (k for k in kept[-REPEAT_REACH:] if _repeats(k, frame) and not are_of_two_sides(scene, k, frame)), None
            )
        )
        if twin is None:
            kept.append(frame)
            continue
        fuller = max(
            (twin, frame),
            key=lambda f: (
                f.in_list,
                f.count is not None,
                0 if f.harm is None else sum(x is not None for x in (f.harm.killed, f.harm.injured)),
                bool(f.detail),
                f.place is not None and not f.inherited_place,
                f.time is not None,
                f.aggregate,
            ),
        )
        dropped = frame if fuller is twin else twin
        if fuller.inherited_place and dropped.place is not None and not dropped.inherited_place:
            fuller.place, fuller.inherited_place = dropped.place, False
        if fuller.speaker is None and dropped.speaker is not None:  # a headline names nobody
            fuller.speaker, fuller.speaker_explicit = dropped.speaker, dropped.speaker_explicit
        scene.reject_span(dropped.trigger, dropped.kind.value, "says again what another sentence says")
        if fuller is frame:
            kept[kept.index(twin)] = frame
    return kept


def _is_another(scene: Scene, frame: Frame) -> bool:
    """Tell whether a figure adds to what was said: "ещё один дрон" is not the one of the sentence before."""
    if frame.count_span is None or frame.kind not in COUNTED:
        return False
    text = scene.reading.tokens.folded
    start = frame.count_span.start
    return text.startswith(_MORE, start) or text[max(0, start - 5) : start].endswith(("еще ", "ще "))


_MORE = ("еще ", "ще ", "another ", "one more ")


def _is_part_of_toll(headline: Frame, body: Frame) -> bool:
    """Tell whether a headline gives the dead or the injured of the toll the body gives in full."""
    one, other = headline.harm, body.harm
    if one is None or other is None:
        return False
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    return any(x is not None and x == y for x, y in pairs) and all(x is None or x == y for x, y in pairs)


def _repeats(a: Frame, b: Frame) -> bool:
    if a.kind is not b.kind or a.fate is not b.fate or a.status is not b.status:
        return False
    if a.kind in (
        Kind.NO_CASUALTIES,
        Kind.NO_DAMAGE,
        Kind.POWER_OUTAGE,
        Kind.FIRE,
        Kind.AIRSPACE_CLOSURE,
        Kind.AIRSPACE_REOPENING,
        Kind.ALERT,
        Kind.OTHER_EFFECT,
    ):
        if a.kind in (Kind.POWER_OUTAGE, Kind.FIRE, Kind.OTHER_EFFECT) and (
            a.detail != b.detail and a.detail and b.detail
        ):
            return False
        return places_agree(a, b) and (a.count is None or b.count is None or a.count.interval == b.count.interval)
    if a.kind is Kind.CASUALTIES:
        same = a.harm == b.harm or (a.sentence == 0 and _is_part_of_toll(a, b))
        return same and places_agree(a, b) and a.sentence != b.sentence
    if a.kind is Kind.DAMAGE and places_agree(a, b) and any(f.count is None and not f.detail for f in (a, b)):
        return True  # "there is damage" and what it is
    if a.count is None or b.count is None:
        return (
            a.count is None and b.count is None and a.detail == b.detail and places_agree(a, b) and a.object is b.object
        )
    if a.sentence == b.sentence or a.each or b.each or (a.in_list and b.in_list):
        return False
    return a.count.interval == b.count.interval and a.object is b.object and a.detail == b.detail and places_agree(a, b)


def places_agree(a: Frame, b: Frame) -> bool:
    """Tell whether two frames may be about one place: the same, or one of them only leans on what was said before."""
    one, two = place_key(a), place_key(b)
    if a.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.ALERT):
        return one == two and a.sentence != b.sentence
    return one is None or two is None or one == two or a.inherited_place or b.inherited_place
