"""Entries as rows, ready to insert: pure, so that the costly part runs before the write lock is taken."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.ledger.codec import encode, epoch_ceil_s, epoch_floor_s, safe_text
from skyledger.ledger.database import Row
from skyledger.ledger.records import Entry
from skyledger.model import Claim, Document, Issue, TimeRange
from skyledger.model.ids import hash_parts
from skyledger.model.night import night_of


@dataclass(frozen=True, slots=True)
class EntryRows:
    """One entry as rows without row numbers.

    Attributes:
        document: Its key is a hash of what the document *means*; another key under the same id is another version.
        derivation: Its key is a hash of all its claims, issues and versions.
        parts: ``(ordinal of the claim, place id)`` for the members of place lists.
    """

    document: Row
    derivation: Row
    claims: tuple[Row, ...]
    issues: tuple[Row, ...]
    parts: tuple[tuple[int, str], ...]


def rows_of_entry(entry: Entry) -> EntryRows:
    """Return the rows of one entry.

    Raises:
        LedgerError: A time of the document or of a claim has no zone.
    """
    claims = tuple(claim_row(claim, ordinal) for ordinal, claim in enumerate(entry.claims))
    issues = tuple(issue_row(issue, ordinal) for ordinal, issue in enumerate(entry.issues))
    return EntryRows(
        document=document_row(entry.document),
        derivation={
            "extractor": safe_text(entry.extractor),
            "pack_version": safe_text(entry.pack_version),
            "key": derivation_key_of(
                safe_text(entry.extractor),
                safe_text(entry.pack_version),
                [row["body"] for row in claims],
                [row["body"] for row in issues],
            ),
        },
        claims=claims,
        issues=issues,
        parts=tuple(
            (ordinal, safe_text(part))
            for ordinal, claim in enumerate(entry.claims)
            if claim.place is not None
            for part in dict.fromkeys(claim.place.parts)
        ),
    )


def document_row(document: Document) -> Row:
    """Return the columns of one document version, without its number."""
    where = f"published_at of document {document.id!r}"
    return {
        "document": safe_text(document.id),
        "key": document_key_of(document),
        "published": epoch_floor_s(document.published_at, where),
        "edited": epoch_floor_s(document.edited_at, f"edited_at of document {document.id!r}"),
        "body": encode(document),
    }


def document_key_of(document: Document) -> bytes:
    """Hash all that may change what the document says; not when, how or in which file it reached us."""
    outlet = document.outlet
    return hash_parts(
        document.text,
        _instant_key(document.published_at),
        _instant_key(document.edited_at),
        outlet.name,
        outlet.handle,
        outlet.type,
        document.forwarded_from,
        document.reply_to,
    )


def _instant_key(value: datetime | None) -> str:
    # The same instant in another zone is the same content.
    return "" if value is None else repr(value.timestamp())


def derivation_key_of(extractor: str, pack_version: str, claims: Sequence[str], issues: Sequence[str]) -> bytes:
    """Hash a derivation: versions and the stored lines of its claims and issues."""
    digest = hashlib.sha256()
    for part in (extractor, pack_version, str(len(claims)), *claims, *issues):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


def claim_row(claim: Claim, ordinal: int) -> Row:
    """Return the columns of one claim, without its derivation."""
    start, end = (None, None) if claim.time is None else _seconds(claim.time, claim.id)
    night = None if claim.time is None else night_of(claim.time)
    region = None if claim.place is None else claim.place.region
    return {
        "ordinal": ordinal,
        "claim": safe_text(claim.id),
        "kind": claim.kind.value,
        "status": claim.status.value,
        "place": None if claim.place is None else safe_text(claim.place.id),
        "region": None if region is None else safe_text(region),
        "time_start": start,
        "time_end": end,
        "night": None if night is None else night.isoformat(),
        "body": encode(claim),
    }


def issue_row(issue: Issue, ordinal: int) -> Row:
    """Return the columns of one issue, without its derivation."""
    return {"ordinal": ordinal, "code": safe_text(issue.code), "body": encode(issue)}


def _seconds(time: TimeRange, claim: str) -> tuple[int | None, int | None]:
    start = epoch_floor_s(time.start, f"start of claim {claim!r}")
    end = epoch_ceil_s(time.end, f"end of claim {claim!r}")
    if start is not None and end is not None and end <= start:
        end = start + 1  # a point in time still overlaps the window that begins with it
    return start, end
