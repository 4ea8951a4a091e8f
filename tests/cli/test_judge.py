"""``skyledger decide`` and ``decisions``: appended, in force at once, undone, carried to another ledger."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import write_posts


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl")).code == 0
    return command


def interceptions(filled: Command) -> dict[str, tuple[str, list[str]]]:
    """Return figure and claims by incident id: what a decision must change."""
    report = json.loads(filled("sitrep", "--json").out)
    kinds = [i for i in report["incidents"] if i["kind"] == "interception"]
    return {i["incident"]: (i["findings"][0]["value"], i["claims"]) for i in kinds}


def some_claims(filled: Command) -> list[str]:
    return next(iter(interceptions(filled).values()))[1]


def test_reject_takes_a_claim_out_and_undo_brings_it_back(filled: Command) -> None:
    before, claim = interceptions(filled), some_claims(filled)[0]
    made = json.loads(filled("decide", "reject", claim, "--why", "of last week", "--by", "ana", "--json").out)
    assert all(claim not in claims for _, claims in interceptions(filled).values())
    assert "of last week" in filled("decisions").out
    assert filled("decide", "undo", made["id"], "--why", "mixed up").code == 0
    assert interceptions(filled) == before


def test_correct_sets_a_figure(filled: Command) -> None:
    claim, *rest = some_claims(filled)
    for other in rest:
        filled("decide", "hold", other, "--why", "not looked at yet")
    answer = filled("decide", "correct", claim, "--value", '{"count": 77}', "--why", "77 in the scan")
    assert (answer.code, answer.err) == (0, "")
    assert "77" in [value for value, _ in interceptions(filled).values()]


def test_two_incidents_are_joined_and_parted_by_hand(filled: Command) -> None:
    one, two = some_claims(filled)[:2]
    before = len(interceptions(filled))
    assert filled("decide", "different", one, two, "--why", "two waves").code == 0
    parted = list(interceptions(filled))
    assert len(parted) == before + 1
    assert filled("decide", "same", *parted[:2], "--why", "one wave after all").code == 0
    assert len(interceptions(filled)) == before


def test_an_export_replays_on_another_ledger_once(filled: Command, tmp_path: Path) -> None:
    claim = some_claims(filled)[0]
    made = json.loads(filled("decide", "reject", claim, "--why", "of last week", "--json").out)
    filled("decide", "undo", made["id"], "--why", "no, it is not")
    exported = filled("decisions", "--export").out
    assert [json.loads(line)[1] for line in exported.splitlines()] == ["reject", "undo"]
    (tmp_path / "d.jsonl").write_text(exported, "utf-8")
    assert filled("add", str(tmp_path / "posts.jsonl"), "--ledger", "other.db").code == 0
    assert filled("decisions", "--replay", "d.jsonl", "--ledger", "other.db").out.startswith("2 new decisions")
    assert filled("decisions", "--replay", "d.jsonl", "--ledger", "other.db").out.startswith("0 new decisions")
    assert filled("decisions", "--export", "--ledger", "other.db").out == exported
    assert json.loads(filled("decisions", "--json", "--ledger", "other.db").out) == []


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("reject", "c1-none", "--why", "x"), "c1-none: no claim and no incident"),
        (("same", "INC-AAAAAAAAAA", "INC-BBBBBBBBBB", "--why", "x"), "INC-AAAAAAAAAA: no claim"),
        (("undo", "dec-none", "--why", "x"), "no decision 'dec-none'"),
        (("forget", "c1-none", "--why", "x"), "forget"),
        (("reject", "c1-none"), "--why"),
        (("correct", "c1-none", "--value", "14", "--why", "x"), "JSON object"),
        (("reject", "c1-none", "--value", "14", "--why", "x"), "sets nothing"),
    ],
)
def test_misuse_is_one_line_and_records_nothing(filled: Command, words: tuple[str, ...], part: str) -> None:
    answer = filled("decide", *words)
    assert answer.code == 2
    assert part in answer.err
    assert answer.err.count("\n") == 1
    assert filled("decisions", "--export").out == ""


GOOD = '["d1", "reject", ["c1-a"], "seen", "ana", "2026-01-01T00:00:00+00:00", ""]\n'


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (b'["only", "three", []]', "d.jsonl:2: is no decision"),
        (b'{"id": "d"}', "d.jsonl:2: is no decision"),
        (b'["d", "reject", ["c"], "w", "b", "2026-01-01T00:00:00", ""]', "no time zone"),
        (b'["d", "reject", [1], "w", "b", "2026-01-01T00:00:00+00:00", ""]', "are texts"),
        (b'["d", "forget", ["c"], "w", "b", "2026-01-01T00:00:00+00:00", ""]', "unknown verb"),
        (b'["d", "correct", ["c"], "w", "b", "2026-01-01T00:00:00+00:00", "14"]', "JSON object"),
        (b"\xb3\xff", "is not UTF-8"),
        (b"no json", "d.jsonl:2: is no JSON"),
    ],
)
def test_a_broken_export_appends_nothing(filled: Command, tmp_path: Path, line: bytes, part: str) -> None:
    (tmp_path / "d.jsonl").write_bytes(GOOD.encode() + line + b"\n")
    answer = filled("decisions", "--replay", "d.jsonl")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert part in answer.err
    assert filled("decisions", "--export").out == ""
