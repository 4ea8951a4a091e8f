"""Decisions about single claims: left out, taken in again, corrected."""

from datetime import timedelta

import pytest

from skyledger.errors import UsageError
from skyledger.link.claim_decisions import apply_decisions, read_correction
from skyledger.model import Claim, Decision, Interval
from skyledger.model.decision import DecisionVerb
from tests.builders import PUBLISHED, a_claim, a_document


def decided(verb: DecisionVerb, claim: Claim, value: str = "", minutes: int = 0) -> Decision:
    at = PUBLISHED + timedelta(minutes=minutes)
    return Decision(id=f"d{minutes}", verb=verb, targets=(claim.id,), why="seen", by="me", at=at, value=value)


def test_a_rejected_or_held_claim_is_left_out_and_taken_in_again() -> None:
    claim = a_claim(a_document())
    verbs: tuple[DecisionVerb, ...] = ("reject", "hold")
    for verb in verbs:
        out = [decided(verb, claim)]
        assert apply_decisions([claim], out) == ()
        assert apply_decisions([claim], [*out, decided("accept", claim, minutes=1)]) == (claim,)


def test_corrections_add_up_and_leave_the_rest() -> None:
    claim = a_claim(a_document())
    made = [decided("correct", claim, '{"count": 14}'), decided("correct", claim, '{"killed": [1, null]}', 1)]
    [corrected] = apply_decisions([claim], made)
    assert corrected.count is not None
    assert (corrected.count.low, corrected.count.high, corrected.count.stated) == (14, 14, 14)
    assert corrected.harm is not None
    assert corrected.harm.killed == Interval(low=1, high=None)
    assert (corrected.id, corrected.evidence, corrected.place) == (claim.id, claim.evidence, claim.place)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("14", "JSON object"),
        ("{", "JSON object"),
        ("{}", "JSON object"),
        ('{"place": "RU-KLU"}', "cannot be corrected"),
        ('{"count": "14"}', "is a number"),
        ('{"count": true}', "is a number"),
        ('{"count": [5, 3]}', "is a number"),
        ('{"count": -1}', "is a number"),
        ('{"status": "gone"}', "status is one of"),
        ('{"aggregate": 1}', "true or false"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(value: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_correction(value)
