"""ICAO NOTAM texts, split one to a document; what they mean is found elsewhere."""

import re
from collections.abc import Iterator

from skyledger.ingest.compose import Draft, compose_document
from skyledger.ingest.decode_file import decode_file
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.model import Lang, Outlet

_START = re.compile(r"(?m)^[ \t]*(\(?)([A-Z]\d{4}/\d{2})\s+NOTAM[NRC]\b")
_LOCATION = re.compile(r"\bA\)\s*([A-Z]{4})\b")
_FIR = re.compile(r"\bQ\)\s*([A-Z]{4})/")
# The trailer of the lists that the FAA and those who copy it print; the message itself has no time of issue.
_CREATED = re.compile(r"\bCREATED:\s*(\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)?)")


def read_notams(raw: RawFile) -> Iterator[ReadItem]:
    """Yield one document per NOTAM."""
    decoded = decode_file(raw)
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    text = decoded.text
    starts = list(_START.finditer(text))
    if not starts:
        yield raw.fault("file", "no NOTAM is in it; one starts with its number: (A0123/25 NOTAMN")
        return
    if text[: starts[0].start()].strip():
        yield raw.fault("line 1", "what stands before the first NOTAM is not read")
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield from _read_notam(raw, start, text[start.start() : end].strip(), text.count("\n", 0, start.start()) + 1)


def _read_notam(raw: RawFile, start: re.Match[str], body: str, line: int) -> Iterator[ReadItem]:
    number = start[2]
    if start[1] and ")" not in re.sub(r"\b[A-GQ]\)", "", body):
        yield raw.fault(f"line {line}", f"{number} has no closing bracket; read up to the next NOTAM")
    fir, location, created = _FIR.search(body), _LOCATION.search(body), _CREATED.search(body)
    where = location or fir
    draft = Draft(
        body=body,
        source=f"notam {number}",
        outlet=Outlet(name="NOTAM" if fir is None else f"NOTAM {fir[1]}", type="notice"),
        # A number is given anew each year by every issuing office, so it is an id only with its place.
        id="" if where is None else f"notam:{where[1]}/{number}",
        lang=Lang.EN,
        published_at=None if created is None else parse_instant(f"{created[1]} +0000"),
    )
    yield compose_document(raw, draft)
