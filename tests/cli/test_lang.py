"""``--lang``: commands say their words in the language asked for, and the next command is English again."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import write_posts


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl")).code == 0
    return command


@pytest.mark.parametrize(
    ("lang", "words"), [("ru", "Ночь на 11.12.2025"), ("uk", "Ніч на 11.12.2025"), ("en", "Night")]
)
def test_a_report_speaks_the_language(filled: Command, lang: str, words: str) -> None:
    answer = filled("sitrep", "--night", "2025-12-11", "--lang", lang)

    assert (answer.code, answer.err) == (0, "")
    assert words in answer.out
    assert "Night to 2025-12-11" in filled("sitrep", "--night", "2025-12-11").out


@pytest.mark.parametrize(
    "words",
    [
        ("sitrep", "--full"),
        ("sitrep", "--format", "md"),
        ("after-action",),
        ("effects",),
        ("select", "--format", "md"),
        ("issues",),
    ],
)
@pytest.mark.parametrize("lang", ["ru", "uk"])
def test_what_is_printed_is_in_the_language(filled: Command, words: tuple[str, ...], lang: str) -> None:
    answer = filled(*words, "--lang", lang)

    assert (answer.code, answer.err) == (0, "")
    assert re.search("[а-яіїєґ]{4}", answer.out) or words == ("issues",)
    assert not re.search(
        r"\b(not reported|origins?|claims?|document|night)\b", re.sub(r"«[^»]*»|`[^`]*`|night\\_\w+", "", answer.out)
    )


def test_a_chain_speaks_the_language(filled: Command) -> None:
    id = re.search(r"INC-\w{10}", filled("sitrep", "--full").out)
    assert id is not None

    told = filled("why", id[0], "--lang", "uk").out + filled("history", id[0], "--lang", "uk").out

    assert "Першоджерело 1" in told
    assert "Origin" not in told


def test_complaints_are_in_the_language_too(filled: Command) -> None:
    answer = filled("sitrep", "--night", "2019-01-01", "--lang", "ru")

    assert answer.code == 2
    assert "об этой ночи нет утверждений" in answer.complaint


def test_a_language_nobody_speaks_is_misuse(filled: Command) -> None:
    answer = filled("sitrep", "--lang", "de")

    assert answer.code == 2
    assert answer.out == ""
