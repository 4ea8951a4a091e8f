"""``history``, ``rederive``, and ids that are no more."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from skyledger.ledger import open_ledger
from tests.cli.conftest import Command
from tests.cli.posts import GOVERNOR, REWRITE, write_posts

LATER = {
    "id": "post-9",
    "text": "В Калужской области за ночь сбили 14 беспилотников, уточнил губернатор Владислав Шапша.",
    "lang": "ru",
    "published": "2025-12-11T13:00:00+03:00",
    "url": "https://t.me/example_channel/9",
    "outlet": {"name": "Владислав Шапша", "handle": "shapsha_vv", "type": "official"},
}
ELSEWHERE = {
    "id": "post-8",
    "text": "Ночью над Тульской областью сбили 7 БПЛА.",
    "lang": "ru",
    "published": "2025-12-11T10:20:00+03:00",
    "outlet": {"name": "Tula News", "handle": "tula.example", "type": "rewrite"},
}


@pytest.fixture
def night(command: Command, tmp_path: Path) -> str:
    """A ledger of one night: 12 over Kaluga by two outlets, 7 over Tula by one."""
    write_posts(tmp_path / "one.jsonl", (GOVERNOR, REWRITE, ELSEWHERE))
    assert command("add", "one.jsonl", "--ledger", "n.db").code == 0
    return "n.db"


def ids(ledger: str) -> dict[str, str]:
    """Return the incident and the first claim of each region that had something brought down."""
    with open_ledger(ledger) as store:
        found = [v.incident for v in store.incidents.standing() if v.incident is not None]
    return {
        key: value
        for incident in found
        if incident.kind == "interception" and incident.place is not None
        for key, value in ((incident.place.id, incident.id), (f"{incident.place.id} claim", incident.claims[0]))
    }


def asked(command: Command, *words: str) -> Any:
    answer = command(*words, "--json")
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def test_a_figure_that_grew_is_told_with_the_text_that_brought_it(command: Command, night: str, tmp_path: Path) -> None:
    kaluga = ids(night)["RU-KLU"]
    write_posts(tmp_path / "two.jsonl", (LATER,))
    assert command("add", "two.jsonl", "--ledger", night).code == 0
    told = asked(command, "history", kaluga, "--ledger", night)
    assert told["shape"] == "skyledger.history/1"
    first, second = told["steps"]
    assert {"field": "count", "before": "", "after": "12"} in first["changes"]
    assert {"field": "count", "before": "12", "after": "14"} in second["changes"]
    assert [source["document"] for source in first["sources"]] == ["post-1", "post-2"]
    assert [source["document"] for source in second["sources"]] == ["post-9"]
    assert first["known_at"] < second["known_at"]
    shown = command("history", kaluga, "--ledger", night).out
    assert "count: 12 -> 14" in shown
    assert "brought by post-9" in shown
    as_it_was = asked(command, "history", kaluga, "--as-of", first["known_at"], "--ledger", night)
    assert as_it_was["steps"] == [first]


def test_an_id_that_became_part_of_another_leads_there(command: Command, tmp_path: Path) -> None:
    night = "two.db"
    write_posts(tmp_path / "two.jsonl", (GOVERNOR, ELSEWHERE))
    assert command("add", "two.jsonl", "--ledger", night).code == 0
    known = ids(night)
    pair = (known["RU-KLU claim"], known["RU-TUL claim"])
    assert command("decide", "same", *pair, "--why", "one wave", "--ledger", night).code == 0
    [kept] = {id for key, id in ids(night).items() if "claim" not in key}
    [old] = {known["RU-KLU"], known["RU-TUL"]} - {kept}
    told = asked(command, "why", old, "--ledger", night)
    assert told["incident"] == kept
    assert told["redirected"] == [
        f"{old} is {kept} now. Its claims belong to {kept} now, which is the older of the two."
    ]
    assert f"{old} is {kept} now." in command("why", f"{old}:count", "--ledger", night).out
    steps = asked(command, "history", old, "--ledger", night)["steps"]
    assert [(step["incident"], step["state"]) for step in steps][:2] == [(old, "standing"), (old, "redirected")]
    assert steps[-1]["incident"] == kept
    assert asked(command, "compare", old, kept, "--ledger", night)
    undone = [d["id"] for d in asked(command, "decisions", "--ledger", night)]
    assert command("decide", "undo", *undone, "--why", "two after all", "--ledger", night).code == 0
    assert ids(night) == known


def test_a_withdrawn_incident_says_why_and_ends_with_1(command: Command, night: str) -> None:
    known = ids(night)
    made = asked(command, "decide", "reject", known["RU-TUL claim"], "--why", "no source", "--ledger", night)
    answer = command("why", known["RU-TUL"], "--ledger", night)
    assert answer.code == 1
    assert answer.complaint == (
        f"{known['RU-TUL']} was withdrawn. All its claims are gone: "
        f"{known['RU-TUL claim']} was rejected by decision {made['id']}."
    )
    last = asked(command, "history", known["RU-TUL"], "--ledger", night)["steps"][-1]
    assert last["state"] == "withdrawn"
    assert made["id"] in last["note"]
    answer = command("compare", known["RU-TUL claim"], known["RU-KLU"], "--ledger", night)
    assert answer.code == 2
    assert "undo it" in answer.complaint


@pytest.mark.parametrize("name", ["INC-AAAAAAAAAA", "c1-0000000000000000", "post-1"])
def test_what_was_never_an_incident_has_no_history(command: Command, night: str, name: str) -> None:
    answer = command("history", name, "--ledger", night)
    assert answer.code == 2
    assert answer.complaint == f"{name}: no incident of this ledger ever had this id"


def test_deriving_again_with_the_same_packs_changes_nothing(command: Command, night: str) -> None:
    for words in (("rederive", "--dry-run"), ("rederive",), ("rederive", "--check")):
        answer = command(*words, "--ledger", night)
        assert (answer.code, answer.err) == (0, "")
    assert asked(command, "rederive", "--ledger", night) == {"shape": "skyledger.changes/1", "changes": []}
    assert asked(command, "rederive", "--check", "--ledger", night)["same"] is True


def test_check_and_dry_run_do_not_go_together(command: Command, night: str) -> None:
    assert command("rederive", "--check", "--dry-run", "--ledger", night).code == 2


def test_a_falsified_incident_is_named_by_the_check(command: Command, night: str) -> None:
    kaluga = ids(night)["RU-KLU"]
    with sqlite3.connect(night) as forger:
        forger.execute("DROP TRIGGER incident_versions_no_update")
        tula = "(SELECT body FROM incident_versions WHERE region = 'RU-TUL')"
        forger.execute(f"UPDATE incident_versions SET body = {tula} WHERE incident = '{kaluga}'")
    answer = command("rederive", "--check", "--ledger", night)
    assert answer.code == 1
    assert kaluga in answer.out or ids(night)["RU-TUL"] in answer.out
    assert command("verify", "--ledger", night).code == 1
