"""docs/extraction.md keeps up: its examples say what it says they say, and it names every file."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
SOURCES = ROOT / "src" / "skyledger"


def examples() -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of the page's code blocks with the claims below each."""
    blocks = re.findall(r"(?:^(?:    .*)?\n)+", PAGE, re.MULTILINE) + re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)
    for block in blocks:
        lines = [line.strip() for line in block.split("\n")]
        starts = [n for n, line in enumerate(lines) if line.startswith("> ")]
        for start, stop in zip(starts, [*starts, len(lines)][1:], strict=True):
            yield lines[start][2:], [line for line in lines[start + 1 : stop] if line]


@pytest.mark.parametrize(
    ("text", "claims"), list(examples()), ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_the_examples_of_the_page_hold(said: Callable[[str], list[str]], text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_the_page_has_examples() -> None:
    assert len(list(examples())) >= 12


@pytest.mark.parametrize("room", ["extract", "resolve"])
def test_every_file_of_the_rooms_is_on_the_page(room: str) -> None:
    files = [path.name for path in (SOURCES / room).rglob("*.py") if path.name != "__init__.py"]
    assert [name for name in files if name not in PAGE] == []


def test_every_issue_code_of_the_rooms_is_on_the_page() -> None:
    codes = {
        code
        for room in ("extract", "resolve")
        for path in (SOURCES / room).rglob("*.py")
        for code in re.findall(r'"([a-z]+\.[a-z]+)"', path.read_text(encoding="utf-8"))
    }
    assert {"count.implausible", "place.unresolved"} <= codes
    assert [code for code in codes if code.split(".")[0] in ("count", "place") and code not in PAGE] == []
