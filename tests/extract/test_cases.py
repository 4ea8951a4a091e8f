"""Sentences beside what they say, one file a phenomenon in ``cases/``: a line after ``>`` is a text, those below its
claims in any order; ``\\n`` is a line break, a line after ``#`` a remark."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def _cases() -> Iterator[tuple[str, str, list[str]]]:
    """Return file, text and expected claims of every case."""
    for path in sorted(CASES.glob("*.txt")):
        text: str | None = None
        expected: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "> "]:
            if line.startswith(">"):
                if text is not None:
                    yield path.stem, text, expected
                text, expected = line[1:].strip().replace("\\n", "\n"), []
            elif line.strip() and not line.startswith("#"):
                expected.append(line.strip())


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{f}-{t[:40]}") for f, t, e in _cases()])
def test_a_text_says_what_stands_below_it(said: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert sorted(said(text)) == sorted(expected)
