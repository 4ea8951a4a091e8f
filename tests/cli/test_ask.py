"""Commands that ask a ledger, and ``explain``, which asks a text."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import write_posts


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl")).code == 0
    return command


@pytest.mark.parametrize("words", [(), ("--night", "2025-12-11"), ("--region", "RU-KLU")])
def test_sitrep_of_a_night(filled: Command, words: tuple[str, ...]) -> None:
    answer = filled("sitrep", *words)
    assert (answer.code, answer.err) == (0, "")
    assert "12" in answer.out
    assert "Kaluga" in answer.out


@pytest.mark.parametrize(("form", "mark"), [("md", "# "), ("html", "<html"), ("json", "{"), ("terminal", "Kaluga")])
def test_sitrep_in_each_format(filled: Command, tmp_path: Path, form: str, mark: str) -> None:
    assert filled("sitrep", "--format", form, "-o", "report").code == 0
    assert mark in (tmp_path / "report").read_text("utf-8")


def test_sitrep_json_is_json(filled: Command) -> None:
    short, long = (json.loads(filled("sitrep", *words).out) for words in (("--json",), ("--format", "json")))
    assert short["night"] == "2025-12-11"
    assert {**short, "made_at": ""} == {**long, "made_at": ""}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--night", "2019-01-01"), "2019-01-01: no claims for this night"),
        (("--night", "yesterday"), "'yesterday' is no date"),
        (("--night", "2025-13-40"), "'2025-13-40' is no date"),
        (("--region", "XX-NOWHERE"), "XX-NOWHERE: no such region"),
    ],
)
def test_sitrep_of_what_is_not_there_is_misuse_never_calm(filled: Command, words: tuple[str, ...], part: str) -> None:
    answer = filled("sitrep", *words)
    assert answer.code == 2
    assert part in answer.complaint
    assert answer.out == ""


def test_sitrep_of_an_empty_ledger_is_misuse_never_calm(command: Command, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    command("add", "nothing")
    answer = command("sitrep")
    assert (answer.code, answer.out) == (2, "")
    assert "no claims" in answer.complaint


def test_a_public_report_waits(filled: Command) -> None:
    answer = filled("sitrep", "--public", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["policy"]["name"] == "public"


def interception(filled: Command) -> dict[str, Any]:
    found = [json.loads(line) for line in filled("incidents", "posts.jsonl").out.splitlines()]
    return next(incident for incident in found if incident["kind"] == "interception")


def test_why_an_incident_shows_the_words_of_every_claim(filled: Command) -> None:
    incident = interception(filled)
    answer = filled("why", incident["incident"])
    assert (answer.code, answer.err) == (0, "")
    assert "1 origin" in answer.out
    told = json.loads(filled("why", incident["incident"], "--json").out)
    assert {witness["document"] for witness in told["witnesses"]} == {"post-1", "post-2"}
    assert all(witness["quote"]["words"] for witness in told["witnesses"])


def test_why_a_finding_and_why_a_claim(filled: Command) -> None:
    incident = interception(filled)
    for id in (f"{incident['incident']}:count", *incident["claims"]):
        told = json.loads(filled("why", id, "--json").out)
        assert (told["incident"], told["value"]) == (incident["incident"], "12")


@pytest.mark.parametrize("id", ["INC-AAAAAAAAAA", "c1-0000000000000000", "no such thing", "", ":count"])
def test_why_an_unknown_id_is_misuse(filled: Command, id: str) -> None:
    answer = filled("why", id)
    assert (answer.code, answer.out) == (2, "")
    assert "has this id" in answer.complaint


def test_why_a_finding_that_is_not_there_names_those_that_are(filled: Command) -> None:
    answer = filled("why", f"{interception(filled)['incident']}:colour")
    assert answer.code == 2
    assert "count" in answer.complaint


def test_why_a_document_names_its_claims(filled: Command) -> None:
    answer = filled("why", "post-1")
    assert answer.code == 2
    assert "c1-" in answer.complaint


def test_explain_shows_rule_and_words(filled: Command) -> None:
    answer = filled("explain", "posts.jsonl")
    assert (answer.code, answer.err) == (0, "")
    assert "rule " in answer.out
    assert "trigger" in answer.out


def test_explain_never_lets_a_text_speak_to_the_terminal(command: Command, tmp_path: Path) -> None:
    write_posts(tmp_path / "evil.jsonl", ({"id": "x\x1b[2J", "text": "Drones \x1b[31mover\x1b[0m Tver \u202e12\n"},))
    answer = command("explain", "evil.jsonl")
    assert "\x1b" not in answer.out + answer.err
    assert "\u202e" not in answer.out


def test_stats(filled: Command) -> None:
    told = json.loads(filled("stats", "--json").out)
    assert (told["documents"], told["files"]) == (3, 1)
    assert 0 < told["incidents"] <= told["claims"]
    assert 0 < told["origins"] <= told["claims"]
    assert told["bytes"] > 0
    assert {night["night"] for night in told["nights"]} == {"2025-12-11"}
    assert "2025-12-11 to 2025-12-11" in filled("stats").out


def test_issues_are_grouped(filled: Command, tmp_path: Path) -> None:
    told = json.loads(filled("issues", "--json").out)
    assert [group["count"] for group in told] == sorted((group["count"] for group in told), reverse=True)
    assert filled("issues").code == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("absent.jsonl",), "absent.jsonl"),
        (("bad.jsonl",), "bad.jsonl:1"),
        (("bad.jsonl", "--by", "colour"), "colour"),
    ],
)
def test_evaluate_without_gold_is_misuse(command: Command, tmp_path: Path, words: tuple[str, ...], part: str) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1\n')
    answer = command("evaluate", *words)
    assert answer.code == 2
    assert part in answer.complaint


def test_evaluate_scores_gold(command: Command, tmp_path: Path) -> None:
    gold = {"id": "g1", "text": "The market hall will be repainted in spring.", "lang": "en", "claims": [], "tags": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    told = json.loads(command("evaluate", "gold.jsonl", "--json", "--errors").out)
    assert told["all"]["documents"] == 1
    assert told["errors"] == []
    assert "precision" in command("evaluate", "gold.jsonl", "--by", "lang,kind", "--errors").out


AS_OF = ("sitrep", "totals", "why INC-AAAAAAAAAA", "compare c1-a c1-b", "stats", "issues")


@pytest.mark.parametrize("words", AS_OF)
@pytest.mark.parametrize(
    ("instant", "part"), [("yesterday", "is no instant"), ("2025-12-11T07:00", "does not say in which zone")]
)
def test_as_of_an_instant_that_is_none_is_misuse(filled: Command, words: str, instant: str, part: str) -> None:
    answer = filled(*words.split(), "--as-of", instant)
    assert answer.code == 2
    assert part in answer.complaint


def test_as_of_shows_what_the_ledger_had_by_then(filled: Command) -> None:
    early, late = "2020-01-01T00:00Z", "2120-01-01T00:00+02:00"
    assert json.loads(filled("stats", "--json", "--as-of", early).out)["documents"] == 0
    assert "had no claims of any night by 2020-01-01" in filled("sitrep", "--as-of", early).complaint
    now = json.loads(filled("stats", "--json").out)
    assert json.loads(filled("stats", "--json", "--as-of", late).out) == now
    assert now["documents"] > 0
