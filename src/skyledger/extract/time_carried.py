"""Whether the hour told of one thing holds for what is told behind it: of the same place, and of no flight."""

from skyledger.extract.areas import holds
from skyledger.extract.reading import Reading
from skyledger.model.frame import Frame, PlacePhrase, TimePhrase
from skyledger.model.kinds import Kind

_HOURS = frozenset(("at", "since"))


def counts_flights(frame: Frame) -> bool:
    """Tell whether a frame counts flights that were sent elsewhere, held up or called off."""
    return frame.kind is Kind.DIVERSION or frame.detail == "flights"


def without_hours(times: list[TimePhrase]) -> list[TimePhrase]:
    """Return the times that are no hour at which something began, ended or struck.

    An airport shuts or opens at an hour; its flights were sent elsewhere all the while.
    """
    return [t for t in times if t.kind not in _HOURS]


def may_carry(reading: Reading, time: TimePhrase, told_at: list[PlacePhrase], frame: Frame) -> bool:
    """Tell whether a frame may take a time from what was told before.

    Args:
        reading: The text.
        time: What was told before.
        told_at: Where it was told of.
        frame: What is told now.

    Returns:
        True for a night or a window; for an hour, only where the frame is not about another place: "at 2:10 a drone hit
        the Inhulets district. Dovhyntsivskyi district: nine buses burnt".
    """
    if time.kind not in _HOURS:
        return True
    if counts_flights(frame):
        return False
    place = frame.place
    if place is None or not told_at:
        return True
    wider = time.kind == "at"  # since when a town has no light says nothing of the villages in its district
    return any(
        place.members == p.members or holds(reading, place, p) or (wider and holds(reading, p, place)) for p in told_at
    )
