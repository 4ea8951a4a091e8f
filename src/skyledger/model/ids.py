"""Content ids: the same content gives the same id on every machine."""

import base64
import hashlib


def hash_parts(*parts: str) -> bytes:
    """Return the SHA-256 of the parts, length-prefixed so that no two lists of parts collide."""
    return hash_bytes_of(*[part.encode("utf-8", "surrogatepass") for part in parts])


def hash_bytes_of(*parts: bytes) -> bytes:
    """Return the same of parts that are bytes."""
    pieces: list[bytes] = []
    for part in parts:
        size = len(part)
        pieces += (_LENGTHS[size] if size < _SHORT else size.to_bytes(8, "big"), part)
    return hashlib.sha256(b"".join(pieces)).digest()


# Nearly all parts are short.
_SHORT = 64
_LENGTHS = tuple(size.to_bytes(8, "big") for size in range(_SHORT))


def document_id(outlet: str, url: str, published: str, text: str) -> str:
    """Return ``d1-<16 hex>`` for a document that came without an id of its own."""
    return "d1-" + hash_parts("document", outlet, url, published, text).hex()[:16]


def claim_id(*parts: str) -> str:
    """Return ``c1-<16 hex>``; ``1`` is the version of what goes into it."""
    return "c1-" + hash_parts("claim", *parts).hex()[:16]


def origin_id(first_claim: str) -> str:
    """Return ``o1-<12 hex>``."""
    return "o1-" + hash_parts("origin", first_claim).hex()[:12]


def incident_id(*parts: str) -> str:
    """Return ``INC-<10 base32>``: short enough to read aloud, letters and digits that are not mistaken."""
    return "INC-" + base64.b32encode(hash_parts("incident", *parts)).decode()[:10]
