"""Decisions are appended, and undone only by another decision."""

from datetime import datetime, timedelta

import pytest

from skyledger.errors import LedgerError, NotFoundError, UsageError
from skyledger.ledger import Ledger
from skyledger.ledger.judgements import active_of
from skyledger.model import Decision
from tests.builders import NOW, a_decision


def undo(id: str, target: str) -> Decision:
    return a_decision(id=id, verb="undo", targets=(target,), why="A slip.")


def test_decisions_come_back_in_the_order_made(ledger: Ledger) -> None:
    pair = a_decision(id="d-2", verb="same", targets=("c1-a", "c1-b"), at=NOW - timedelta(days=1))
    first = a_decision(id="d-9", value='{"count": 41}', verb="correct")
    assert ledger.decide(first)
    assert ledger.decide(pair, NOW)
    assert ledger.decisions() == ledger.active_decisions() == (first, pair)


def test_the_same_decision_again_changes_nothing(ledger: Ledger) -> None:
    assert ledger.decide(a_decision())
    assert not ledger.decide(a_decision())
    assert ledger.decisions() == (a_decision(),)


def test_an_id_names_one_decision(ledger: Ledger) -> None:
    ledger.decide(a_decision())
    with pytest.raises(UsageError, match="'dec-1' is already in and says something else"):
        ledger.decide(a_decision(verb="reject"))
    assert ledger.decisions() == (a_decision(),)


def test_undo_hides_its_target_and_both_stay_stored(ledger: Ledger) -> None:
    for decision in (a_decision(id="d-1"), a_decision(id="d-2"), undo("d-3", "d-1")):
        ledger.decide(decision)
    assert [d.id for d in ledger.active_decisions()] == ["d-2"]
    assert [d.id for d in ledger.decisions()] == ["d-1", "d-2", "d-3"]


def test_an_undo_can_be_undone(ledger: Ledger) -> None:
    for decision in (a_decision(id="d-1"), undo("d-2", "d-1"), undo("d-3", "d-2")):
        ledger.decide(decision)
    assert [d.id for d in ledger.active_decisions()] == ["d-1"]


def test_two_undos_of_one_decision_and_one_taken_back() -> None:
    made = (a_decision(id="d-1"), undo("d-2", "d-1"), undo("d-3", "d-1"), undo("d-4", "d-3"))
    assert active_of(made) == ()


def test_undo_of_nothing(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError, match="no decision 'd-7' to undo"):
        ledger.decide(undo("d-1", "d-7"))
    assert ledger.decisions() == ()


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (a_decision(id=""), "needs an id"),
        (a_decision(why=" "), "say why"),
        (a_decision(targets=()), r"accept needs 1 different target\(s\), not 0"),
        (a_decision(verb="same", targets=("c1-a",)), r"same needs 2 different target\(s\), not 1"),
        (a_decision(verb="same", targets=("c1-a", "c1-a")), "same needs 2 different"),
        (a_decision(verb="merge"), "unknown verb 'merge'"),
    ],
)
def test_what_makes_no_sense_is_refused(ledger: Ledger, decision: Decision, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        ledger.decide(decision)
    assert ledger.decisions() == ()


def test_a_decision_without_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no time zone"):
        ledger.decide(a_decision(at=datetime(2025, 12, 11)))
