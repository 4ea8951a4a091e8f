"""A predictor that knows the gold: what it answers must score full marks."""

from skyledger.evaluate import GoldClaim, GoldDocument, GoldPlace
from skyledger.model import Claim, Place, PlaceKind, PlacePrecision, Side, Speaker


def oracle_place(gold: GoldPlace | None) -> Place | None:
    if gold is None:
        return None
    if gold.parts:
        parts = tuple(p.id or f"{'raion' if p.kind is PlaceKind.DISTRICT else 'gn'}:{p.name}" for p in gold.parts)
        regions = {p.region or p.id for p in gold.parts}
        return Place(
            id="+".join(parts),
            kind=PlaceKind.LIST,
            precision=PlacePrecision.REGION,
            name=", ".join(p.name or p.id for p in gold.parts),
            parts=parts,
            region=regions.pop() if len(regions) == 1 else None,
        )
    if gold.kind is not None:
        precision = PlacePrecision(gold.kind.value)
        return Place(id=f"gn:{gold.name}", kind=gold.kind, precision=precision, name=gold.name, region=gold.region)
    kind = PlaceKind.REGION if "-" in gold.id else PlaceKind.COUNTRY if len(gold.id) == 2 else PlaceKind.AIRPORT
    if gold.id.startswith("sea:"):
        kind = PlaceKind.SEA
    return Place(id=gold.id, kind=kind, precision=PlacePrecision.REGION, name=gold.id)


def oracle_claim(document: GoldDocument, gold: GoldClaim, number: int) -> Claim:
    speaker = None
    if gold.has_speaker:
        speaker = Speaker(id=gold.speaker_role, name=gold.speaker_name, role=gold.speaker_role, side=Side.OTHER)
    return Claim(
        id=f"{document.document.id}#{number}",
        document_id=document.document.id,
        kind=gold.kind,
        fate=gold.fate,
        object=gold.object,
        count=gold.count,
        place=oracle_place(gold.place),
        time=gold.time,
        speaker=speaker,
        modality=gold.modality,
        status=gold.status,
        aggregate=gold.aggregate,
        harm=gold.harm,
        to=gold.to,
    )


def oracle_claims(document: GoldDocument) -> list[Claim]:
    return [oracle_claim(document, gold, i) for i, gold in enumerate(document.claims)]
