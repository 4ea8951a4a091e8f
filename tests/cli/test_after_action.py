"""``skyledger after-action``: who reported what when."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import GOVERNOR, POSTS, write_posts

EARLIER: dict[str, Any] = {
    "id": "post-0",
    "text": "За минувшую ночь над территорией Калужской области сбиты 3 беспилотника.",
    "lang": "ru",
    "published": "2025-12-05T09:00:00+03:00",
    "outlet": {"name": "Kaluga | *Evening*", "handle": "evening", "type": "channel"},
}


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl", (EARLIER, *POSTS))).code == 0
    return command


def test_statements_sources_gaps_and_what_stayed_open(filled: Command) -> None:
    answer = filled("after-action", "--night", "2025-12-11", "--region", "RU-KLU")
    assert (answer.code, answer.err) == (0, "")
    assert "11 Dec 06:40  first: UAVs downed, Kaluga Oblast: 12" in answer.out
    assert "Kaluga | *Evening*" in answer.out
    assert "silent" in answer.out
    assert "unknown, not zero" in answer.out
    assert "no text for 12 h 00" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_every_statement_of_the_json_leads_to_its_claim(filled: Command) -> None:
    told = json.loads(filled("after-action", "--format", "json").out)
    assert (told["shape"], told["night"]) == ("skyledger.after-action/1", "2025-12-11")
    downed = [step for step in told["steps"] if step["what"].startswith("UAVs downed")]
    assert [(s["source"], s["first"], s["new"]) for s in downed] == [
        ("Владислав Шапша", True, True),
        ("Example News", False, False),
    ]
    for step in told["steps"]:
        assert filled("why", step["claim"]).code == 0
        assert filled("why", step["incident"]).code == 0
    assert [(s["name"], s["answer"]) for s in told["sources"] if s["usual"]] == [("Kaluga | *Evening*", "silent")]


def test_markdown_has_every_statement_and_no_markup_of_others(filled: Command, tmp_path: Path) -> None:
    assert filled("after-action", "--format", "md", "-o", tmp_path / "night.md").code == 0
    text = (tmp_path / "night.md").read_text("utf-8")
    assert "(repeated)" in text
    assert "Kaluga \\| \\*Evening\\*" in text


def test_a_public_look_shows_nothing_before_a_day_has_passed(filled: Command) -> None:
    answer = filled("after-action", "--public", "--as-of", "2099-01-01T00:00Z")
    assert answer.code == 0
    assert "does not mean it was quiet" in filled("after-action", "--night", "2025-12-10").complaint


def test_misuse_is_one_line(filled: Command, command: Command) -> None:
    assert "no such region" in filled("after-action", "--region", "XX-1").complaint
    assert "is no date" in filled("after-action", "--night", "soon").complaint
    assert GOVERNOR["id"] == "post-1"
    nowhere = filled("after-action", "--region", "RU-TUL").complaint
    assert "does not mean it was quiet" in nowhere
