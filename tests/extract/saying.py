"""Say in one short line what a claim says, so that a test reads as sentence and meaning side by side.

``downed 40 uav @RU-KLU`` is forty drones shot down over Kaluga Oblast. Everything else a claim may carry follows in
this order: harm as ``killed/injured/children``, detail in quotes, place, alternates of a diversion, ``~preliminary``
(``~unconfirmed``, ``~denied``), ``background`` or ``superseded``, ``total`` for an aggregate, ``part`` for its parts.
"""

from datetime import UTC, datetime

from skyledger.extract import Extraction, extract_document
from skyledger.model import Claim, ClaimStatus, Count, Document, Lang, Modality, Outlet
from skyledger.model.count import Interval
from skyledger.packs import Packs
from skyledger.resolve import Resolved, resolve_extraction

# A Thursday, 09:40 in Moscow and 08:40 in Kyiv.
PUBLISHED = datetime(2025, 12, 11, 6, 40, tzinfo=UTC)
NOBODY = Outlet()


def a_text(
    text: str, *, outlet: Outlet = NOBODY, published: datetime | None = PUBLISHED, lang: Lang = Lang.UND
) -> Document:
    """Return a document that is nothing but its text."""
    return Document(id="d", text=text, outlet=outlet, published_at=published, lang=lang)


def read_claims(document: Document, packs: Packs) -> tuple[Extraction, Resolved]:
    """Extract and resolve one document."""
    extraction = extract_document(document, packs)
    return extraction, resolve_extraction(document, extraction, packs)


def say_interval(interval: Interval | None) -> str:
    """Return ``40``, ``3-9``, ``71+`` or ``?`` for none."""
    if interval is None:
        return "?"
    if interval.high is None:
        return f"{interval.low}+"
    return str(interval.low) if interval.low == interval.high else f"{interval.low}-{interval.high}"


def say_count(count: Count | None) -> str:
    """Return the range of a count, with its unit unless it counts objects in the air."""
    if count is None:
        return "?"
    unit = "" if count.unit == "object" else f" {count.unit}"
    return say_interval(count.interval) + unit


def say(claim: Claim) -> str:
    """Return one claim as a short line."""
    words = [claim.fate.value if claim.fate is not None else claim.kind.value]
    if claim.count is not None:
        words.append(say_count(claim.count))
    if claim.object is not None:
        words.append(claim.object.value)
    if claim.harm is not None:
        words.append("/".join(say_interval(i) for i in (claim.harm.killed, claim.harm.injured, claim.harm.children)))
    if claim.detail:
        words.append(f"'{claim.detail}'")
    if claim.place is not None:
        words.append(f"@{claim.place.id}")
    words += [f">{code}" for code in claim.to]
    if claim.modality is not Modality.ASSERTED:
        words.append(f"~{claim.modality.value}")
    if claim.status is not ClaimStatus.CURRENT:
        words.append(claim.status.value)
    if claim.aggregate:
        words.append("total")
    if claim.part_of is not None:
        words.append("part")
    return " ".join(words)
