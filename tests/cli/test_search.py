"""``skyledger search``: finds, pages, and says in one line what it cannot read."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import write_posts


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl")).code == 0
    return command


def test_a_word_is_found_with_its_sentence(filled: Command) -> None:
    answer = filled("search", "калужская", "область", "беспилотник")
    assert (answer.code, answer.err) == (0, "")
    assert "[[" in answer.out


def test_conditions_and_pages(filled: Command) -> None:
    every = json.loads(filled("search", "--json").out)
    assert every["before"] is None
    first = json.loads(filled("search", "--json", "--limit", "1").out)
    rest = json.loads(filled("search", "--json", "--before", str(first["before"])).out)
    assert first["documents"] + rest["documents"] == every["documents"]
    downed = json.loads(filled("search", "--json", "--kind", "interception", "--nights", "2025-12-11").out)
    assert 0 < len(downed["documents"]) <= len(every["documents"])
    assert all(found["claims"] for found in downed["documents"])


def test_nothing_found_says_so(filled: Command) -> None:
    answer = filled("search", "владивосток")
    assert (answer.code, answer.out) == (0, "no text found\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--nights", "yesterday"), "--nights: 'yesterday' is no DATE"),
        (("--count", "many"), "--count: 'many' is no N"),
        (("--limit", "0"), "a page holds 1 to 1,000 texts"),
        (("!!!",), "holds no word"),
        (("--", "-дрон"), "at least one word"),
        (("дрон", "--as-of", "soon"), "is no instant"),
    ],
)
def test_what_cannot_be_asked_is_one_line(filled: Command, words: tuple[str, ...], said: str) -> None:
    answer = filled("search", *words)
    assert answer.code == 2
    assert said in answer.complaint
