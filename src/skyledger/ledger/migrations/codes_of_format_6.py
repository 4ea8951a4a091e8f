"""What steps 6 and 7 knew a claim by: a code for each of its words in columns that step 8 took away again."""

from skyledger.ledger.codec import safe_text
from skyledger.ledger.columns import NAME_BITS, WORD_BITS, code_of
from skyledger.ledger.rows import claim_codes
from skyledger.model import Claim

CLAIM_COLUMNS = (
    "ordinal", "claim", "kind", "status", "fate", "object", "modality", "place", "region", "speaker", "time_start",
    "time_end", "night",
)  # fmt: skip


def codes_of_format_6(claim: Claim, ordinal: int) -> tuple[int | None, ...]:
    """Return the columns of one claim as format 6 had them: :data:`CLAIM_COLUMNS`."""
    _, id, status, *time = claim_codes(claim, ordinal)
    place, speaker = claim.place, claim.speaker
    return (
        ordinal,
        id,
        code_of(claim.kind.value, WORD_BITS),
        status,
        None if claim.fate is None else code_of(claim.fate.value, WORD_BITS),
        None if claim.object is None else code_of(claim.object.value, WORD_BITS),
        code_of(claim.modality.value, WORD_BITS),
        None if place is None else code_of(safe_text(place.id), NAME_BITS),
        None if place is None or place.region is None else code_of(safe_text(place.region), NAME_BITS),
        None if speaker is None else code_of(safe_text(speaker.id), NAME_BITS),
        *time,
    )
