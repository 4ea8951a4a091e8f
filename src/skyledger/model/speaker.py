"""Who asserts a claim."""

from dataclasses import dataclass

from skyledger.model.kinds import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The person in office or the body that asserts a claim; never the outlet that repeats it.

    Attributes:
        id: ``ru-klu-governor-shapsha``, ``ru-mod``, ``ua-airforce`` (packs: speakers/).
        role: governor, mayor, ministry, air_force, general_staff, regulator, emergency_service, administration, ...
        region: ISO 3166-2 of the office, or None.
        text: The words that name the speaker, ``""`` when the channel's owner speaks.
    """

    id: str
    name: str
    role: str
    side: Side
    region: str | None = None
    text: str = ""
