"""Confusions are counted by class of value, and each error comes with its words, spans and rule."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from skyledger.evaluate import GoldClaim, GoldPlace, load_gold, render_errors, render_scores
from skyledger.evaluate.score import Scores, score_documents
from skyledger.model import (
    Claim,
    ClaimStatus,
    Evidence,
    Fate,
    Harm,
    Interval,
    Kind,
    Modality,
    ObjectType,
    PlaceKind,
    Qualifier,
    Span,
)

from .test_score import BASE, answer, count, gold_of

SETTLEMENT = replace(BASE, place=GoldPlace(name="Kaluga", region="RU-KLU", kind=PlaceKind.SETTLEMENT))
HURT = replace(BASE, kind=Kind.CASUALTIES, fate=None, object=None, count=None)
TEN_TO_TWENTY = replace(count(15), low=10, high=20, qualifier=Qualifier.RANGE)


def scored(gold: GoldClaim, *claims: Claim) -> Scores:
    return score_documents([gold_of(gold)], {"d": claims})


def harm(**sides: int) -> Harm:
    return Harm(**{name: Interval(low=number, high=number) for name, number in sides.items()})


@pytest.mark.parametrize(
    ("gold", "changes", "confusion"),
    [
        (SETTLEMENT, {"place": answer(BASE).place}, ("place", "settlement", "region")),
        (BASE, {"place": None}, ("place", "region", "nothing")),
        (replace(BASE, count=TEN_TO_TWENTY), {"count": count(12)}, ("count", "range number", "number")),
        (BASE, {"count": replace(count(40), high=41)}, ("count", "number", "another number")),
        (BASE, {"speaker": None}, ("speaker", "governor", "nothing")),
        (BASE, {"modality": Modality.PRELIMINARY}, ("modality", "asserted", "preliminary")),
        (BASE, {"status": ClaimStatus.BACKGROUND}, ("status", "current", "background")),
        (BASE, {"aggregate": True}, ("aggregate", "no", "yes")),
        (BASE, {"object": ObjectType.MISSILE}, ("object", "uav", "missile")),
        (
            replace(HURT, harm=harm(killed=1, injured=2)),
            {"harm": harm(injured=2)},
            ("harm", "killed+injured", "injured"),
        ),
    ],
)
def test_a_wrong_field_is_counted_once(
    gold: GoldClaim, changes: dict[str, object], confusion: tuple[str, str, str]
) -> None:
    assert dict(scored(gold, answer(gold, **changes)).confusions) == {confusion: 1}


def test_what_is_right_confuses_nothing() -> None:
    assert scored(BASE, answer(BASE)).confusions == {}


def test_missed_and_surplus_claims_are_confusions_of_kind() -> None:
    fire = answer(replace(BASE, kind=Kind.FIRE, fate=None, object=None, count=None))
    assert dict(scored(BASE, fire).confusions) == {
        ("kind", "interception", "nothing"): 1,
        ("kind", "nothing", "fire"): 1,
    }
    assert scored(BASE, answer(BASE, fate=Fate.SUPPRESSED)).confusions["kind", "interception", "nothing"] == 1


def test_confusions_are_rendered_most_frequent_first() -> None:
    gold = [replace(gold_of(BASE), document=replace(gold_of(BASE).document, id=name)) for name in ("a", "b", "c")]
    wrong = answer(BASE, speaker=None)
    scores = score_documents(gold, {"a": [wrong], "b": [wrong], "c": [answer(BASE, place=None)]})
    assert render_scores(scores)["confusion"] == [
        {"slot": "speaker", "expected": "governor", "came": "nothing", "times": 2},
        {"slot": "place", "expected": "region", "came": "nothing", "times": 1},
    ]


def test_an_error_names_words_spans_and_rule() -> None:
    text = "A long way before it. " * 5 + "Forty drones were shot down. " + "And much else after it. " * 20
    start = text.index("shot down")
    evidence = Evidence(field="trigger", document_id="d", span=Span(start=start, stop=start + 9), text="shot down")
    gold = gold_of(replace(BASE, spans=(("count", text.index("Forty"), text.index("Forty") + 5),)))
    gold = replace(gold, document=replace(gold.document, text=text))
    claim = answer(BASE, speaker=None, rule="en.interception.downed", evidence=(evidence,))
    [error] = render_errors(score_documents([gold], {"d": [claim]}))
    assert error["fault"] == "speaker"
    assert error["rule"] == "en.interception.downed"
    assert error["predicted_spans"] == [{"field": "trigger", "start": start, "end": start + 9}]
    assert [span["field"] for span in error["gold_spans"]] == ["count"]
    assert "Forty drones were shot down" in error["text"]
    assert error["text"].startswith("…")
    assert error["text"].endswith("…")
    assert len(error["text"]) < len(text)


def test_gold_is_found_in_a_folder_and_in_the_folder_above(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    line = {"id": "g1", "text": "Spring.", "lang": "en", "claims": []}
    (tmp_path / "gold" / "en.jsonl").write_text(json.dumps(line) + "\n")
    assert load_gold(tmp_path) == load_gold(tmp_path / "gold") == load_gold(tmp_path / "gold" / "en.jsonl")
