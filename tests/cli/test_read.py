"""``add``, ``refresh``, ``extract`` and ``incidents`` on good, bad, empty and missing files."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import POSTS, UNRELATED, write_posts


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_add_counts_what_is_new_and_then_what_is_known(command: Command, tmp_path: Path) -> None:
    posts = write_posts(tmp_path / "posts.jsonl")
    first = command("add", posts, "--json")
    assert (first.code, first.err) == (0, "")
    counts = json.loads(first.out)
    assert (counts["files"], counts["documents_new"], counts["faults"]) == (1, 3, [])
    assert counts["claims_new"] >= 2
    again = json.loads(command("add", posts, "--json").out)
    assert (again["files_known"], again["documents_new"], again["claims_new"]) == (1, 0, 0)


def test_the_same_texts_in_another_file_are_known(command: Command, tmp_path: Path) -> None:
    command("add", write_posts(tmp_path / "posts.jsonl"))
    counts = json.loads(command("add", write_posts(tmp_path / "more.jsonl", POSTS[:2]), "--json").out)
    assert (counts["documents_new"], counts["documents_known"], counts["claims_new"]) == (0, 2, 0)


def test_a_bad_file_is_one_line_and_every_good_file_is_in(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_posts(folder / "a.jsonl", POSTS[:1])
    (folder / "b.json").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    write_posts(folder / "c.jsonl", POSTS[1:])
    answer = command("add", folder)
    assert answer.code == 1
    assert "b.json" in answer.complaint
    assert "documents  3 new" in answer.out
    again = command("add", folder)
    assert (again.code, "b.json" in again.complaint) == (1, True)


def test_a_bad_line_is_named_and_the_others_are_read(command: Command, tmp_path: Path) -> None:
    path = write_posts(tmp_path / "posts.jsonl")
    path.write_text(path.read_text("utf-8") + '{"id": "cut", "te\n', "utf-8")
    answer = command("extract", path)
    assert answer.code == 1
    assert "line 4" in answer.complaint
    assert [line["document"] for line in lines(answer.out)] == ["post-1", "post-2", "post-3"]


@pytest.mark.parametrize("name", ["add", "extract", "incidents", "explain"])
def test_a_missing_path_is_one_line(command: Command, name: str) -> None:
    answer = command(name, "nowhere.jsonl")
    assert answer.code == 1
    assert "nowhere.jsonl" in answer.complaint


@pytest.mark.parametrize("name", ["add", "extract", "incidents", "explain"])
def test_an_empty_file_is_one_line(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.jsonl").touch()
    answer = command(name, "empty.jsonl")
    assert answer.code == 1
    assert "empty.jsonl" in answer.complaint


def test_extract_prints_one_line_a_document_with_words_that_stand_there(command: Command, tmp_path: Path) -> None:
    answer = command("extract", write_posts(tmp_path / "posts.jsonl"))
    assert (answer.code, answer.err) == (0, "")
    read = lines(answer.out)
    assert [line["document"] for line in read] == ["post-1", "post-2", "post-3"]
    for post, line in zip(POSTS, read, strict=True):
        for claim in line["claims"]:
            assert claim["evidence"]
            for item in claim["evidence"]:
                assert str(post["text"])[item["start"] : item["end"]] == item["text"]
    assert any(claim["count"] and claim["count"]["low"] == 12 for claim in read[0]["claims"])
    assert read[2]["claims"] == []


def test_extract_reads_stdin(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, json.dumps(UNRELATED).encode())
    answer = command("extract", "-")
    assert answer.code == 0
    assert [line["document"] for line in lines(answer.out)] == ["post-3"]


@pytest.mark.parametrize("data", [b"", b"this is no JSON", b'{"id": "a"}', b"\x80" * 9])
def test_bad_stdin_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    give_stdin(monkeypatch, data)
    answer = command("extract", "-")
    assert answer.code == 1
    assert "stdin" in answer.complaint
    assert answer.out == ""


def test_out_takes_the_lines(command: Command, tmp_path: Path) -> None:
    posts = write_posts(tmp_path / "posts.jsonl")
    printed = command("extract", posts).out
    answer = command("extract", posts, "-o", "claims.jsonl")
    assert (answer.code, answer.out) == (0, "")
    assert (tmp_path / "claims.jsonl").read_text("utf-8") == printed


def test_out_never_overwrites_an_input(command: Command, tmp_path: Path) -> None:
    posts = write_posts(tmp_path / "posts.jsonl")
    before = posts.read_bytes()
    for name in ("extract", "incidents"):
        answer = command(name, posts, "-o", "posts.jsonl")
        assert answer.code == 2
        assert "also an input" in answer.complaint
    assert posts.read_bytes() == before


def test_out_that_cannot_be_written_is_misuse(command: Command, tmp_path: Path) -> None:
    answer = command("extract", write_posts(tmp_path / "posts.jsonl"), "-o", "no/such/folder/x.jsonl")
    assert answer.code == 2
    assert "no/such/folder/x.jsonl" in answer.complaint


def test_incidents_count_a_rewrite_as_no_further_origin(command: Command, tmp_path: Path) -> None:
    answer = command("incidents", write_posts(tmp_path / "posts.jsonl"))
    assert (answer.code, answer.err) == (0, "")
    downed = [line for line in lines(answer.out) if line["kind"] == "interception"]
    assert len(downed) == 1
    assert sorted(downed[0]["documents"]) == ["post-1", "post-2"]
    assert len(downed[0]["origins"]) == 1


def test_refresh_reads_the_texts_again(command: Command, tmp_path: Path) -> None:
    command("add", write_posts(tmp_path / "posts.jsonl"))
    before = json.loads(command("stats", "--json").out)
    answer = command("refresh", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["documents_known"] == 3
    after = json.loads(command("stats", "--json").out)
    assert {**after, "runs": None} == {**before, "runs": None}
