"""``skyledger webhooks``: added, listed, sent to a server on this machine, removed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.flow.webhooks.receiver import a_receiver
from tests.web.filled import a_filled_ledger

LOCAL = ("--allow-http", "--allow-private")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with a_filled_ledger(tmp_path):
        return tmp_path / "web.ledger"


def test_from_adding_to_removing(command: Command, ledger: Path, tmp_path: Path) -> None:
    words = ("night=2025-12-11", "kinds=interception", "--backlog", *LOCAL, "--ledger", ledger)
    with a_receiver() as receiver:
        added = command("webhooks", "add", receiver.url, *words)
        assert (added.code, added.err) == (0, "")
        id, secret = added.out.split()[0], added.out.split()[-1]
        assert secret.startswith("whsec_")
        assert (tmp_path / "web.ledger.webhooks").exists()
        receiver.answers = [(500, {}), (204, {})]
        failed = command("webhooks", "send", "--ledger", ledger)
        assert failed.code == 1
        assert "not taken: answered 500" in failed.out
        told = json.loads(command("webhooks", "list", "--json", "--ledger", ledger).out)["webhooks"]
        assert [(h["id"], h["waiting"], h["tries"], h["error"]) for h in told] == [(id, 1, 1, "answered 500")]
        quiet = command("webhooks", "send", "--json", "--ledger", ledger)
        assert quiet.code == 0
        assert json.loads(quiet.out)["webhooks"][0]["waiting"] == 1
        assert len(receiver.arrived) == 1
        body = json.loads(receiver.arrived[0][2])
    assert {event["what"] for event in body["data"]["events"]} == {"new"}
    listed = command("webhooks", "list", "--ledger", ledger).out
    assert id in listed
    assert secret not in listed
    assert command("webhooks", "remove", id, "--ledger", ledger).out == f"{id} removed\n"
    assert json.loads(command("webhooks", "list", "--json", "--ledger", ledger).out) == {"webhooks": []}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("add", "http://desk.example/"), "--allow-http"),
        (("add", "https://127.0.0.1/"), "--allow-private"),
        (("add", "https://169.254.169.254/latest/meta-data"), "not public"),
        (("add", "file:///etc/passwd"), "is not https"),
        (("add", "https://127.0.0.1/", "nonsense=1", "--allow-private"), "nonsense: no such parameter"),
        (("add", "https://127.0.0.1/", "--allow-private", "--secret", "short"), "secret"),
        (("remove", "wh-nothing"), "wh-nothing: no webhook has this id"),
    ],
)
def test_misuse_is_one_line(command: Command, ledger: Path, words: tuple[str, ...], part: str) -> None:
    answer = command("webhooks", *words, "--ledger", ledger)
    assert answer.code == 2
    assert part in answer.complaint


def test_without_a_ledger_nothing_is_made(command: Command, tmp_path: Path) -> None:
    for words in (("list",), ("send",), ("add", "https://127.0.0.1/", "--allow-private")):
        answer = command("webhooks", *words, "--ledger", "absent.db")
        assert answer.code == 2
        assert answer.complaint.startswith("absent.db: there is no ledger here")
    assert list(tmp_path.iterdir()) == []


def test_a_database_needs_a_file_to_be_named(command: Command) -> None:
    answer = command("webhooks", "list", "--ledger", "postgresql://desk.example/ledger")
    assert answer.code == 2
    assert "--state FILE" in answer.complaint
