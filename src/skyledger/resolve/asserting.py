"""Who asserts a claim: the one the text names, where the claim is in his sphere, else the owner of the channel."""

from collections.abc import Sequence

from skyledger.model.frame import Frame
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.resolve.spheres import is_aviator, is_gunner_only, is_no_aviator, is_of_flights, may_speak_of


def who_asserts(
    frame: Frame, named: Speaker | None, owner: Speaker | None, place: Place | None, regions: Sequence[str]
) -> Speaker | None:
    """Return who asserts a claim.

    A governor named earlier in the text does not speak for another region's claims, nor for an airport's; who
    keeps the airports speaks for nothing else.

    Args:
        frame: What was read.
        named: Whom the text names as its source, resolved.
        owner: The owner of the channel.
        place: Where it happened.
        regions: The regions the text names, as ISO 3166-2 codes.
    """
    if named is not None and owner is not None and owner.region and _is_nobodys(named):
        return owner  # "за даними медиків" in a governor's channel is what he tells of them
    if named is not None and frame.speaker_explicit:
        return named
    if named is not None and (is_no_aviator(named) if is_of_flights(frame) else is_aviator(named)):
        return owner
    if named is not None and is_gunner_only(named, frame):
        return owner
    if named is not None and may_speak_of(named, place, regions):
        return named
    return owner


def _is_nobodys(speaker: Speaker) -> bool:
    """Tell whether a speaker is medics or the like, of whom no more is known than what they do."""
    return speaker.id.startswith("office:medics:")
