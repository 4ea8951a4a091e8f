"""No bytes make any reader raise, and what comes out can always be stored and printed."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger.ingest import READERS, FileRead, Limits, read_bytes, read_paths
from skyledger.ingest.read import read_with
from skyledger.ingest.records import RawFile
from tests.ingest.golden import NOW, fixture_paths

FIXTURES = [(path.name, path.read_bytes()) for path in fixture_paths()]
# Fragments that parsers stumble over.
THORNS = st.sampled_from(
    [
        *(
            b"<",
            b">",
            b"&#55296;",
            b"&#x110000;",
            b"\\ud800",
            b"\\x",
            b"\x00",
            b"[[[",
            b'{"',
            b'"',
            b"]]>",
            b"<!DOCTYPE x [",
        ),
        *(
            b"<![CDATA[",
            b"1e999",
            b"9" * 5000,
            b"NaN",
            b"null",
            b"http://[",
            b"-100",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\r",
        ),
        *(
            b"\xed\xa0\x80",
            b"<br>" * 30,
            b"<div>" * 200,
            b"---\n",
            b"NOTAMN",
            b"\x1f\x8b\x08",
            b"PK\x03\x04",
            b'"a","b\n',
        ),
    ]
)
SUFFIXES = st.sampled_from(
    ["", ".json", ".jsonl", ".csv", ".tsv", ".html", ".xml", ".md", ".txt", ".notam", ".gz", ".zip"]
)
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mutated_fixtures(draw: st.DrawFn) -> bytes:
    _, data = draw(st.sampled_from(FIXTURES))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        piece = draw(st.one_of(THORNS, st.binary(max_size=6), st.just(data[at : at + length])))
        data = data[:at] + piece + data[at + draw(st.integers(0, 20)) :]
    return data


def check(read: FileRead) -> None:
    for document in read.documents:
        for text in (document.id, document.text, document.url, document.outlet.name, document.source):
            assert text.encode("utf-8").count(b"\x00") == 0
        assert document.id
        assert document.text.strip()
        assert document.title is None or document.text.startswith(document.title)
        assert document.published_at is None or document.published_at.utcoffset() is not None
    for fault in read.faults:
        assert "\n" not in str(fault)
        assert fault.reason.strip()
        assert str(fault).encode("utf-8")
    assert read.documents or read.faults or read.known or read.reader == "archive/1" or read.reader in SILENT


# Exports and pages of photos alone hold no text and no fault; every other empty read says why.
SILENT = {READERS[name].label for name in ("telegram_export", "telegram_page", "table", "jsonl")}


@pytest.mark.parametrize("name", sorted(READERS))
@QUIET
@given(
    st.one_of(
        st.binary(max_size=400), mutated_fixtures(), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_readers(name: str, data: bytes) -> None:
    check(read_with(READERS[name], RawFile(path="x", data=data, sha256="00", now=NOW, limits=Limits())))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=400), mutated_fixtures()), SUFFIXES)
def test_read_bytes(data: bytes, suffix: str) -> None:
    for read in read_bytes(data, f"file{suffix}", now=NOW):
        check(read)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(SUFFIXES, st.one_of(st.binary(max_size=200), mutated_fixtures())), max_size=4))
def test_read_paths(tmp_path: Path, files: list[tuple[str, bytes]]) -> None:
    for index, (suffix, data) in enumerate(files):
        (tmp_path / f"{index}{suffix}").write_bytes(data)
    for read in read_paths([tmp_path], now=NOW):
        check(read)
