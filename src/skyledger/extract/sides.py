"""Which government speaks: what two of them say is said twice, and neither downs anything over the other's land."""

from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame
from skyledger.model.kinds import Kind, Side


def side_of(scene: Scene, frame: Frame) -> Side | None:
    """Return the side of a speaker named in so many words, or None where nobody is, or nobody with one side."""
    if frame.speaker is None or not frame.speaker_explicit:
        return None
    officials = scene.reading.packs.officials
    sides = {officials[i].side for i in frame.speaker.ids if i in officials}
    return sides.pop() if len(sides) == 1 and Side.OTHER not in sides else None


def are_of_two_sides(scene: Scene, one: Frame, other: Frame) -> bool:
    """Tell whether two governments say it: "87 downed, said Kyiv's air force; Moscow's ministry said 87 downed"."""
    sides = {side_of(scene, one), side_of(scene, other)}
    return len(sides) == 2 and None not in sides


def drop_borrowed_place(scene: Scene, frame: Frame) -> None:
    """Take away a place that is only the one spoken of before, where the speaker's country lies elsewhere."""
    side = side_of(scene, frame)
    if side is None or frame.kind is not Kind.INTERCEPTION or not frame.inherited_place or frame.place is None:
        return
    known = scene.reading.packs.places
    countries = {known[i].country or i for member in frame.place.members for i in member if i in known}
    if countries and side.value.upper() not in countries:
        frame.place, frame.inherited_place = None, False
