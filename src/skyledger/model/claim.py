"""The central record: one thing one text says happened."""

from dataclasses import dataclass

from skyledger.model.count import Count, Harm
from skyledger.model.kinds import ClaimStatus, Fate, Kind, Modality, ObjectType
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.model.text import Evidence
from skyledger.model.time_range import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A frame resolved to ids, with evidence for each field.

    Attributes:
        id: Content id with a version byte, ``c1-<16 hex>``; the same text and rules give the same id.
        aggregate: Adding its number to the document's other claims would count the same things twice: a total whose
            parts are listed, a subset ("32 of them"), hits within launched.
        part_of: Id of the aggregate claim it is a listed part of, or None.
        harm: Only for casualties and no_casualties.
        to: Ids of the alternates of a diversion.
        detail: A short normalised English word or phrase for what kind and count do not say
            (``administrative building``, ``windows``, ``evacuation``).
        rule: Which rule made it, ``ru.interception.verb``.
        pack_version: Hash of the packs in force.
    """

    id: str
    document_id: str
    kind: Kind
    fate: Fate | None = None
    object: ObjectType | None = None
    count: Count | None = None
    place: Place | None = None
    time: TimeRange | None = None
    speaker: Speaker | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    status: ClaimStatus = ClaimStatus.CURRENT
    aggregate: bool = False
    part_of: str | None = None
    harm: Harm | None = None
    to: tuple[str, ...] = ()
    detail: str = ""
    rule: str = ""
    pack_version: str = ""
    evidence: tuple[Evidence, ...] = ()
