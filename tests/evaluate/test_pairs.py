"""The pair script: shared words are found, other words about one story are not, a bad file is one line."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from skyledger.link.policy import load_link_policy

SCRIPT: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "score_pairs.py"))
ONE = "Ночью над районом сбили дрон, а утром в местной школе начались занятия, передаёт редакция. Погода была ясной."
COPY = "Подробности. Утром в местной школе начались занятия, передаёт редакция, хотя ночью было шумно."
RETOLD = "Дети пошли на уроки, несмотря на ночную тревогу: беспилотник уничтожен."
NEAR = "А утром в местной школе начались занятия, ночью сбили дрон над районом, редакция передаёт."
HEADER = "INPUT:first_text\tINPUT:second_text\tGOLDEN:quality\n"


@pytest.mark.parametrize(("two", "found"), [(COPY, "run"), (NEAR, "near"), (RETOLD, "")])
def test_shared_words_are_found_and_retelling_is_not(two: str, found: str) -> None:
    assert SCRIPT["find_reuse"](ONE, two, load_link_policy()) == found


def test_the_table_counts_by_label(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"{HEADER}{ONE}\t{COPY}\tOK\n{ONE}\t{RETOLD}\tOK\n{ONE}\t{RETOLD}\tBAD\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["score_pairs", str(path)])
    assert SCRIPT["main"]() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["OK", "2", "1", "0.50", "1", "0"]
    assert lines[2].split() == ["BAD", "1", "0", "0.00", "0", "0"]


@pytest.mark.parametrize("content", ["a\tb\n1\t2\n", None])
def test_a_file_that_is_no_pairs_is_misuse(
    content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pairs.tsv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["score_pairs", str(path)])
    assert SCRIPT["main"]() == 2
    assert "cannot be read as pairs" in capsys.readouterr().err
