"""Files and folders to reads: order, known bytes, limits, what cannot be opened."""

import os
from pathlib import Path

import pytest

from skyledger.ingest import FileRead, Limits, read_bytes, read_paths
from tests.ingest.golden import NOW


def names(reads: list[FileRead]) -> list[str]:
    return [Path(read.path).name for read in reads]


def run(*paths: Path, limits: Limits | None = None) -> list[FileRead]:
    return list(read_paths(paths, now=NOW, limits=limits or Limits()))


def test_folders_are_walked_sorted_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "photo.jpg", "style.css", "e.unknown"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"The text of {name}.")
    assert names(run(tmp_path)) == ["a.txt", "b.txt", "e.unknown", "c.txt"]


def test_a_named_file_is_tried_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.log"
    path.write_text("A drone fell near the bridge.")
    (read,) = run(path)
    assert len(read.documents) == 1


def test_symlink_loops_end(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("Once only.")
    (tmp_path / "deep" / "back").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    reads = run(tmp_path)
    assert sum(len(read.documents) for read in reads) == 1
    assert [str(f.reason) for read in reads for f in read.faults] == ["not a regular file"]


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.")
    first, second = run(tmp_path)
    assert (first.known, len(first.documents)) == (False, 1)
    assert (second.known, second.documents, second.sha256) == (True, (), first.sha256)


def test_the_caller_knows_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some words.")
    (first,) = run(path)
    (again,) = read_paths([path], now=NOW, is_known=lambda sha256: sha256 == first.sha256)
    assert again.known
    assert again.documents == ()


@pytest.mark.parametrize("name", ["missing.txt", "x" * 300, "nul\x00name"])
def test_paths_that_lead_nowhere_are_faults(tmp_path: Path, name: str) -> None:
    (read,) = run(tmp_path / name)
    assert len(read.faults) == 1
    assert read.sha256 == ""
    assert "\n" not in str(read.faults[0])


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (read,) = run(tmp_path / "pipe")
    assert read.faults[0].reason == "not a regular file"


def test_names_that_are_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt"))
    path.write_text("Words in a badly named file.")
    (read,) = run(tmp_path)
    assert read.path.encode("utf-8")
    assert len(read.documents) == 1


def test_sizes_are_limited(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x" * 100)
    (read,) = run(path, limits=Limits(file_bytes=99))
    assert read.faults[0].reason == "larger than 99 bytes"
    (upload,) = read_bytes(b"x" * 100, "up", now=NOW, limits=Limits(file_bytes=99))
    assert upload.faults[0].reason == "larger than 99 bytes"


def test_long_lines_pages_and_fault_lists_are_limited() -> None:
    rows = b'{"text": "' + b"x" * 200 + b'"}\n{"text": "short"}\n'
    (read,) = read_bytes(rows, "x.jsonl", now=NOW, limits=Limits(line_bytes=100))
    assert [d.text for d in read.documents] == ["short"]
    assert read.faults[0].place == "line 1"
    (page,) = read_bytes(b"<html><body><p>" + b"x " * 100, "x.html", now=NOW, limits=Limits(page_bytes=100))
    assert "larger than 100 bytes" in page.faults[0].reason
    (many,) = read_bytes(b"{bad\n" * 50, "x.jsonl", now=NOW, limits=Limits(faults=10))
    assert len(many.faults) == 11
    assert many.faults[-1].reason == "40 more faults of this file are not listed"


def test_rows_in_windows_cyrillic_are_read() -> None:
    data = '{"text": "Сбит один дрон над заливом"}\r\n{"text": "Отбой"}\r\n'.encode("cp1251")
    (read,) = read_bytes(data, "x.jsonl", now=NOW)
    assert [d.text for d in read.documents] == ["Сбит один дрон над заливом", "Отбой"]


def test_a_pretty_printed_object_is_one_document() -> None:
    (read,) = read_bytes(b'{\n "id": "only",\n "text": "One."\n}\n', "x.json", now=NOW)
    assert [d.id for d in read.documents] == ["only"]


def test_a_private_conversation_is_not_read() -> None:
    data = b'{"name":"F","type":"personal_chat","id":7,"messages":[{"id":1,"type":"message","text":"hi"}]}'
    (read,) = read_bytes(data, "result.json", now=NOW)
    assert read.documents == ()
    assert "private conversation" in read.faults[0].reason
    (cut,) = read_bytes(data[:-2], "result.json", now=NOW)
    assert cut.documents == ()


def test_entities_in_a_feed_do_not_grow() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    data = bomb + "]><rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>"
    (read,) = read_bytes(data.encode(), "x.xml", now=NOW)
    assert all(len(document.text) < 10_000 for document in read.documents)


def test_a_feed_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    data = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss version='2.0'><channel><item><title>t &x;</title></item></channel></rss>"
    )
    (read,) = read_bytes(data.encode(), "x.xml", now=NOW)
    assert not any("secret words" in document.text for document in read.documents)


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote"])
def test_deeply_nested_pages_are_read_or_refused(tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * 20_000}deep words{f'</{tag}>' * 20_000}</body></html>"
    (read,) = read_bytes(page.encode(), "x.html", now=NOW)
    assert len(read.documents) + len(read.faults) >= 1


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"text":['])
def test_deeply_nested_json_is_a_fault(opening: bytes) -> None:
    (read,) = read_bytes(opening * 100_000, "x.json", now=NOW)
    assert read.documents == ()
    assert read.faults


def test_a_damaged_page_mixes_no_posts() -> None:
    """An unclosed tag puts the next post inside the one before; each keeps its own words all the same."""
    page = """<div class="tgme_widget_message" data-post="chan/1"><div class="tgme_widget_message_text">First words.
    <div class="tgme_widget_message" data-post="chan/2"><div class="tgme_widget_message_text">Second words.</div>
    <a class="tgme_widget_message_date"><time datetime="2025-12-11T06:40:00+00:00"></time></a></div></div></div>"""
    (read,) = read_bytes(page.encode(), "x.html", now=NOW)
    assert [(d.id, d.text) for d in read.documents] == [("tg:chan/1", "First words."), ("tg:chan/2", "Second words.")]
    assert [d.published_at is None for d in read.documents] == [True, False]
