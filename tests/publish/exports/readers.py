"""Finding the incidents in a written file again, with readers that are not ours wherever there is one."""

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

import docx
import feedparser

_ID = re.compile(r"INC-[A-Z0-9]{10}")


def readable(media: str, written: bytes) -> str:
    """Return all that anybody can read in an answer of a media type; anything but UTF-8 in a text fails the test."""
    if media == "application/pdf":
        return pdf_text(written)
    if media == "application/zip":
        return "\n".join(part.decode("utf-8") for part in unzipped(written).values())
    if "wordprocessingml" in media:
        return docx_text(written)
    return "" if media == "image/png" else written.decode("utf-8")


def csv_rows(written: bytes, *, tagged: bool = False) -> list[dict[str, str]]:
    """Read a CSV by its line of names."""
    reader = csv.reader(io.StringIO(written.decode("utf-8"), newline=""), strict=True)
    names = next(reader)
    if tagged:
        assert len(next(reader)) == len(names)
    return [dict(zip(names, row, strict=True)) for row in reader]


def unzipped(written: bytes) -> dict[str, bytes]:
    """Read all files of an archive."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def docx_text(written: bytes) -> str:
    """Read the paragraphs of a Word document."""
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(written)).paragraphs)


def pdf_text(written: bytes) -> str:
    """Read the words of a PDF through the tables that say which letter each sign of its fonts is."""
    streams = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", written, re.DOTALL):
        try:
            streams.append(zlib.decompress(found[1]))
        except zlib.error:
            streams.append(found[1])
    letters = [_letters(stream) for stream in streams if b"beginbfchar" in stream or b"beginbfrange" in stream]
    assert letters
    pages = [stream for stream in streams if b"BT " in stream]
    # Regular and bold each have a table; the signs of the one that are read as the other's give no id.
    return "\n".join(_page(page, table) for page in pages for table in letters)


def _letters(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for code, letter in re.findall(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\s*\n", table):
        found[int(code, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be", "replace")
    return found


def _page(page: bytes, letters: Mapping[int, str]) -> str:
    out = []
    for words in re.findall(rb"\(((?:[^()\\]|\\.)*)\)", page, re.DOTALL):
        raw = re.sub(rb"\\(.)", lambda m: {b"n": b"\n", b"r": b"\r"}.get(m[1], m[1]), words, flags=re.DOTALL)
        out.append("".join(letters.get(int.from_bytes(raw[i : i + 2], "big"), "") for i in range(0, len(raw), 2)))
    return "".join(out)


def _column(name: str, *, tagged: bool = False) -> Callable[[bytes], list[str]]:
    return lambda written: [row[name] for row in csv_rows(written, tagged=tagged)]


def _json(written: bytes) -> Any:
    return json.loads(written)


def _atom(written: bytes) -> list[str]:
    ElementTree.fromstring(written)
    feed = feedparser.parse(written)
    assert not feed.bozo
    return [entry.link.rsplit("/", 1)[1] for entry in feed.entries]


def _prov(written: bytes) -> list[str]:
    kinds = {name: record.get("prov:type", {}) for name, record in _json(written).get("entity", {}).items()}
    return [name.removeprefix("sl:") for name, kind in kinds.items() if kind and kind["$"] == "sl:Incident"]


def _ids(text: str) -> list[str]:
    return list(dict.fromkeys(_ID.findall(text)))


IDS: Mapping[str, Callable[[bytes], list[str]]] = {
    "csv": _column("id"),
    "geojson": lambda written: [feature["id"] for feature in _json(written)["features"]],
    "acled": _column("event_id_cnty"),
    "ged": _column("id"),
    "hxl": _column("id", tagged=True),
    "zip": lambda written: _column("id")(unzipped(written)["incidents.csv"]),
    "md": lambda written: _ids(written.decode()),
    "html": lambda written: _ids(written.decode()),
    "pdf": lambda written: _ids(pdf_text(written)),
    "docx": lambda written: _ids(docx_text(written)),
    "prov": _prov,
    "atom": _atom,
    "jsonfeed": lambda written: [item["_skyledger"]["incident"] for item in _json(written)["items"]],
}
