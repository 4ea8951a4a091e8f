"""``skyledger effects``: closings, harm, the mix of weapons."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import POSTS, write_posts

ROSAVIATSIA: dict[str, Any] = {"name": "Росавиация", "handle": "favt_info", "type": "official"}
MORE: tuple[dict[str, Any], ...] = (
    {
        "id": "post-10",
        "text": "Аэропорт Калуга (Грабцево). Введены временные ограничения на прием и выпуск воздушных судов.",
        "lang": "ru",
        "published": "2025-12-10T23:12:00+03:00",
        "outlet": ROSAVIATSIA,
    },
    {
        "id": "post-11",
        "text": "Аэропорт Калуга (Грабцево). Сняты временные ограничения на прием и выпуск воздушных судов.",
        "lang": "ru",
        "published": "2025-12-11T03:42:00+03:00",
        "outlet": ROSAVIATSIA,
    },
)


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl", (*POSTS, *MORE))).code == 0
    return command


def test_closings_are_dated_by_their_announcements(filled: Command) -> None:
    answer = filled("effects", "--region", "RU-KLU")
    assert (answer.code, answer.err) == (0, "")
    assert "4 h 30" in answer.out
    assert "(announced)" in answer.out
    assert "not enough" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_every_figure_of_the_json_leads_to_incidents(filled: Command) -> None:
    told = json.loads(filled("effects", "--json", "--region", "RU").out)
    assert told["shape"] == "skyledger.effects/1"
    (airport,) = told["airports"]
    assert (airport["airport"], airport["closed_minutes"], airport["announced"]) == ("UUBC", 270, 1)
    closing = airport["times"][0]["closing"]
    (weapon,) = told["mix"]["weapons"]
    assert (told["mix"]["area"], told["mix"]["p"], weapon["recent_least"]) == ("RU", None, 12)
    for id in (closing["closure"], closing["reopening"], *weapon["incidents"]):
        assert filled("why", id).code == 0


def test_markdown_goes_to_a_file(filled: Command, tmp_path: Path) -> None:
    assert filled("effects", "--format", "md", "--public", "-o", tmp_path / "effects.md").code == 0
    assert "## Mix of weapons" in (tmp_path / "effects.md").read_text("utf-8")


def test_misuse_is_one_line(filled: Command) -> None:
    assert "no such region or country" in filled("effects", "--region", "XX-1").complaint
    assert "is no date" in filled("effects", "--until", "soon").complaint
    assert filled("effects", "--until", "0001-01-02").code == 2
    assert filled("effects", "--until", "2030-01-01").code == 0
