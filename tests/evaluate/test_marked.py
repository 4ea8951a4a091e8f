"""Texts with marks in them: what is marked where, and one line for what is none."""

from pathlib import Path

import pytest
from evaluation.marked import CODES, MARKED, load_marked, read_line

from skyledger.errors import UsageError
from skyledger.extract.learned.labels import read_label, write_label


def test_marks_stand_where_their_words_do() -> None:
    text = read_line("+ Над Тулой ссадили {12|downed} дронов,⏎склад [занялся|fire].", "ru_0:1", "ru", "x:1")
    assert text.text == "Над Тулой ссадили 12 дронов,\nсклад занялся."
    assert [(text.text[m.start : m.stop], m.label, m.is_figure) for m in text.marks] == [
        ("12", "interception.downed", True),
        ("занялся", "fire", False),
    ]
    assert text.is_news
    assert not read_line("- На учениях сбили девять целей.", "ru_0:2", "ru", "x:2").is_news


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Ночью сбито {12|downed}.", "opens neither"),
        ("+ Ночью сбито {12|shot}.", "no mark means 'shot'"),
        ("+ Ночью сбито {12|downed.", "not closed"),
    ],
)
def test_a_line_that_is_none_is_named(line: str, fault: str) -> None:
    with pytest.raises(UsageError, match=f"^there:7: .*{fault}"):
        read_line(line, "ru_0:7", "ru", "there:7")


def test_a_file_of_no_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "xx_1.txt").write_text("- x\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"xx_1\.txt: the name opens with no language"):
        list(load_marked(tmp_path))


def test_every_code_is_a_label() -> None:
    assert [write_label(*read_label(label)) for label in CODES.values()] == list(CODES.values())


def test_every_text_that_ships_is_read_and_every_code_is_used() -> None:
    texts = list(load_marked())
    assert {t.lang for t in texts} == {"en", "ru", "uk"}
    assert all(t.marks for t in texts if t.is_news)
    assert not any(t.marks for t in texts if not t.is_news)
    assert {m.label for t in texts for m in t.marks} == set(CODES.values())
    assert len({t.text for t in texts}) == len(texts), "a text stands twice"
    assert MARKED.is_dir()
