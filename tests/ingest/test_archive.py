"""Archives open in memory, within limits."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from skyledger.ingest import FileRead, Limits, read_bytes, read_paths
from tests.ingest.golden import NOW

ROW = b'{"id": "in-1", "text": "Two drones were downed."}\n'


def a_zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def read(data: bytes, name: str = "in.zip", limits: Limits | None = None) -> list[FileRead]:
    return list(read_bytes(data, name, now=NOW, limits=limits or Limits()))


def reasons(reads: list[FileRead]) -> str:
    return "\n".join(str(fault) for item in reads for fault in item.faults)


def test_gzip_gives_its_file_then_itself() -> None:
    inner, outer = read(gzip.compress(ROW), "night.jsonl.gz")
    assert (inner.path, inner.reader, [d.id for d in inner.documents]) == (
        "night.jsonl.gz!night.jsonl",
        "jsonl/1",
        ["in-1"],
    )
    assert (outer.path, outer.reader, outer.documents, outer.faults) == ("night.jsonl.gz", "archive/1", (), ())
    assert inner.documents[0].source == "night.jsonl.gz!night.jsonl#line 1"


def test_zip_members_come_sorted_and_pictures_are_skipped() -> None:
    reads = read(a_zip({"b/x.txt": b"Second text.", "a.jsonl": ROW, "c.jpg": b"\xff\xd8", ".hidden": b"x"}))
    assert [r.path for r in reads] == ["in.zip!a.jsonl", "in.zip!b/x.txt", "in.zip"]


def test_names_that_climb_out_write_nothing(tmp_path: Path) -> None:
    target = tmp_path / "in.zip"
    target.write_bytes(a_zip({"../../evil.txt": b"Text of the climber.", "/abs.txt": b"Text of the absolute."}))
    reads = list(read_paths([target], now=NOW))
    assert [len(r.documents) for r in reads] == [1, 1, 0]
    assert [p.name for p in tmp_path.iterdir()] == ["in.zip"]
    assert not (tmp_path.parent.parent / "evil.txt").exists()


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    reads = read(gzip.compress(b"0" * 30_000_000), "bomb.gz")
    assert "more than 200 times its size" in reasons(reads)
    assert not any(r.documents for r in reads)


def test_members_and_bytes_are_limited() -> None:
    many = a_zip({f"{n}.txt": b"Text." for n in range(5)})
    assert "more than 4 files" in reasons(read(many, limits=Limits(archive_members=4)))
    three = a_zip({f"{n}.txt": bytes([65 + n]) * 50 for n in range(3)})
    reads = read(three, limits=Limits(archive_bytes=120))
    assert sum(len(r.documents) for r in reads) == 2
    assert "more than 120 bytes in all" in reasons(reads)
    packed = gzip.compress(b"0" * 5000)
    assert f"more than {len(packed)} bytes" in reasons(read(packed, "x.gz", Limits(file_bytes=len(packed))))


def test_nesting_is_limited() -> None:
    one = a_zip({"x.txt": b"Deep text."})
    two, three = a_zip({"one.zip": one}), a_zip({"two.zip": a_zip({"one.zip": one})})
    assert sum(len(r.documents) for r in read(two)) == 1
    assert sum(len(r.documents) for r in read(three)) == 0
    assert "more than 2 archives inside each other" in reasons(read(three))


def test_nested_archives_share_one_budget() -> None:
    inner = {f"{n}.zip": a_zip({"x.txt": bytes([65 + n]) * 400}) for n in range(3)}
    reads = read(a_zip(inner), limits=Limits(archive_bytes=1200))
    assert sum(len(r.documents) for r in reads) < 3
    assert "in all" in reasons(reads)


@pytest.mark.parametrize("cut", [3, 15, 40])
def test_damaged_archives_are_faults(cut: int) -> None:
    assert "damaged" in reasons(read(gzip.compress(ROW * 20)[:-cut], "x.gz"))
    assert "damaged" in reasons(read(a_zip({"a.jsonl": ROW * 20})[:-cut]))


def test_one_damaged_member_spoils_no_other() -> None:
    data = bytearray(a_zip({"a.jsonl": ROW, "b.txt": b"An intact second text."}))
    data[data.index(b"a.jsonl") + 12] ^= 0xFF
    reads = read(bytes(data))
    assert [d.text for r in reads for d in r.documents] == ["An intact second text."]
    assert "member a.jsonl" in reasons(reads)


def test_office_documents_are_named_as_such() -> None:
    assert "office document" in reasons(
        read(a_zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a.docx")
    )


def test_an_encrypted_member_is_named_as_such() -> None:
    data = bytearray(a_zip({"a.txt": b"secret"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert "encrypted" in reasons(read(bytes(data)))
