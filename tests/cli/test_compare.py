"""``skyledger compare``: why two ids are, or are not, one incident."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import POSTS, write_posts

TULA: dict[str, Any] = {
    "id": "post-4",
    "text": "Ночью над Тульской областью уничтожены 7 БПЛА.",
    "lang": "ru",
    "published": "2025-12-11T08:00:00+03:00",
    "outlet": {"name": "Example News", "handle": "news.example", "type": "news"},
}


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl", (*POSTS, TULA))).code == 0
    return command


def interceptions(filled: Command) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in filled("incidents", "posts.jsonl").out.splitlines()]
    return {i["place"]["id"]: i for i in found if i["kind"] == "interception"}


def test_two_claims_of_one_incident(filled: Command) -> None:
    one, two = interceptions(filled)["RU-KLU"]["claims"]
    answer = filled("compare", one, two)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("One incident: ")
    assert "Both in Kaluga Oblast." in answer.out
    assert "[[12]]" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_two_incidents_and_what_keeps_them_apart(filled: Command) -> None:
    kaluga, tula = (interceptions(filled)[id]["incident"] for id in ("RU-KLU", "RU-TUL"))
    answer = filled("compare", kaluga, tula)
    assert answer.code == 0
    assert answer.out.startswith("Two incidents: Kaluga Oblast and Tula Oblast are different places")
    assert "What keeps the two incidents apart" in answer.out
    told = json.loads(filled("compare", kaluga, tula, "--json").out)
    assert (told["shape"], told["same"], told["pairs"]) == ("skyledger.compare/1", False, 2)
    assert {"name", "value", "weight", "sentence", "conflict"} == set(told["features"][0])
    assert told["barriers"][0]["kind"] == "conflict"


def test_a_claim_against_an_incident_and_against_itself(filled: Command) -> None:
    kaluga, tula = (interceptions(filled)[id] for id in ("RU-KLU", "RU-TUL"))
    told = json.loads(filled("compare", tula["claims"][0], kaluga["incident"], "--json").out)
    assert (told["same"], told["one"]["incident"]) == (False, tula["incident"])
    assert filled("compare", kaluga["claims"][0], kaluga["claims"][0]).out.startswith("One and the same claim.")
    assert filled("compare", kaluga["incident"], kaluga["incident"]).out.startswith("One and the same incident.")


@pytest.mark.parametrize("id", ["INC-AAAAAAAAAA", "c1-0000000000000000", "no such thing", ""])
def test_a_bad_id_on_either_side_is_one_clear_line(filled: Command, id: str) -> None:
    good = interceptions(filled)["RU-KLU"]["incident"]
    for words in ((good, id), (id, good)):
        answer = filled("compare", *words)
        assert (answer.code, answer.out) == (2, "")
        assert "has this id" in answer.complaint


def test_a_document_names_its_claims(filled: Command) -> None:
    answer = filled("compare", "post-1", "post-2")
    assert answer.code == 2
    assert "c1-" in answer.complaint


def test_no_ledger_is_misuse(command: Command) -> None:
    answer = command("compare", "c1-0", "c1-1")
    assert answer.code == 2
    assert "no ledger" in answer.complaint
