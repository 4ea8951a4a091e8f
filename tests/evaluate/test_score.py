"""Scoring: what is right scores full marks, each fault costs what it should."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from skyledger.evaluate import GoldClaim, GoldDocument, GoldPlace, load_gold, render_errors, render_scores
from skyledger.evaluate.score import score_documents
from skyledger.model import (
    Claim,
    ClaimStatus,
    Count,
    Document,
    Fate,
    Harm,
    Interval,
    Kind,
    Lang,
    Modality,
    ObjectType,
    PlaceKind,
    Qualifier,
    Unit,
)

from .oracle import oracle_claim, oracle_claims

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"


def count(number: int, text: str = "") -> Count:
    return Count(
        low=number, high=number, stated=number, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text or str(number)
    )


BASE = GoldClaim(
    kind=Kind.INTERCEPTION,
    fate=Fate.DOWNED,
    object=ObjectType.UAV,
    count=count(40),
    place=GoldPlace(id="RU-KLU"),
    time=None,
    time_implied=False,
    speaker_role="governor",
    speaker_name="Vladislav Shapsha",
    modality=Modality.ASSERTED,
    status=ClaimStatus.CURRENT,
    aggregate=False,
    harm=None,
    to=(),
    optional=False,
    trigger="",
)


def gold_of(*claims: GoldClaim) -> GoldDocument:
    document = Document(id="d", text="", lang=Lang.RU)
    return GoldDocument(document=document, claims=claims, tags=("x",), split="tune")


def score(gold: GoldDocument, *claims: Claim) -> tuple[int, int, int]:
    tally = score_documents([gold], {"d": claims}).slice()
    return tally.found, tally.missed, tally.surplus


def answer(gold: GoldClaim, **changes: Any) -> Claim:
    return replace(oracle_claim(gold_of(gold), gold, 0), **changes)


def test_the_gold_itself_scores_full_marks() -> None:
    gold = load_gold(GOLD)
    scores = score_documents(gold, {g.document.id: oracle_claims(g) for g in gold})
    tally = scores.slice()
    assert (tally.missed, tally.surplus, tally.invented) == (0, 0, 0)
    assert tally.f1 == 1.0
    wrong = {name: share for name, share in tally.slots.items() if share < 1.0}
    assert wrong == {}, scores.misses[:5]


def test_the_order_of_claims_does_not_matter() -> None:
    gold = load_gold(GOLD)
    shuffled = {}
    for g in gold:
        claims = oracle_claims(g)
        random.Random(7).shuffle(claims)
        shuffled[g.document.id] = claims
    assert score_documents(gold, shuffled).slice().f1 == 1.0


def test_silence_finds_nothing_and_keeps_quiet() -> None:
    gold = load_gold(GOLD)
    tally = score_documents(gold, {}).slice()
    assert tally.found == 0
    assert tally.recall == 0.0
    assert tally.precision is None
    assert tally.kept_quiet == tally.quiet > 0


def test_a_claim_twice_is_one_too_many() -> None:
    assert score(gold_of(BASE), answer(BASE), answer(BASE)) == (1, 0, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"count": count(41)},
        {"count": None},
        {"fate": Fate.SUPPRESSED},
        {"kind": Kind.ATTACK, "fate": Fate.HIT},
        {"modality": Modality.DENIED},
    ],
)
def test_another_claim_is_missed_and_too_many(changes: dict[str, object]) -> None:
    assert score(gold_of(BASE), answer(BASE, **changes)) == (0, 1, 1)


def test_another_region_is_another_claim() -> None:
    other = answer(replace(BASE, place=GoldPlace(id="RU-TUL")))
    assert score(gold_of(BASE), other) == (0, 1, 1)


def test_a_coarser_place_matches_and_is_a_wrong_slot() -> None:
    gold = replace(BASE, place=GoldPlace(name="Kaluga", region="RU-KLU", kind=PlaceKind.SETTLEMENT))
    scores = score_documents([gold_of(gold)], {"d": [answer(BASE)]})
    assert scores.slice().found == 1
    assert scores.slice().slots["place"] == 0.0


def test_names_may_be_spelt_otherwise() -> None:
    gold = replace(BASE, place=GoldPlace(name="Chuhuiv", region="UA-63", kind=PlaceKind.SETTLEMENT))
    given = replace(BASE, place=GoldPlace(name="Chuhuyiv", region="UA-63", kind=PlaceKind.SETTLEMENT))
    assert score_documents([gold_of(gold)], {"d": [answer(given)]}).slice().slots["place"] == 1.0
    namesake = replace(BASE, place=GoldPlace(name="Chuhuiv", region="UA-59", kind=PlaceKind.SETTLEMENT))
    assert score_documents([gold_of(gold)], {"d": [answer(namesake)]}).slice().slots.get("place") != 1.0


def test_an_optional_claim_costs_nothing_either_way() -> None:
    gold = gold_of(replace(BASE, optional=True))
    assert score(gold) == (0, 0, 0)
    assert score(gold, answer(BASE)) == (0, 0, 0)


def test_a_background_claim_given_as_current_is_too_many() -> None:
    gold = gold_of(replace(BASE, optional=True, status=ClaimStatus.BACKGROUND))
    assert score(gold, answer(BASE)) == (0, 0, 1)
    assert score(gold, answer(BASE, status=ClaimStatus.BACKGROUND)) == (0, 0, 0)


def test_an_invented_figure_is_counted_and_heads_the_list() -> None:
    scores = score_documents([gold_of(BASE)], {"d": [answer(BASE, count=count(4))]})
    assert (scores.slice().figures, scores.slice().invented) == (1, 1)
    assert render_errors(scores)[0]["fault"] == "invented"


def test_a_singular_may_be_counted_as_one_or_not() -> None:
    gold = gold_of(replace(BASE, count=count(1, "беспилотник")))
    scores = score_documents([gold], {"d": [answer(BASE, count=None)]})
    assert scores.slice().slots["count"] == 1.0


def test_a_list_of_airports_is_as_good_as_one_claim_each() -> None:
    closure = replace(BASE, kind=Kind.AIRSPACE_CLOSURE, fate=None, object=None, count=None)
    each = [replace(closure, place=GoldPlace(id=i)) for i in ("UUBC", "UUDD")]
    listed = replace(closure, place=GoldPlace(parts=(GoldPlace(id="UUBC"), GoldPlace(id="UUDD"))))
    assert score(gold_of(*each), answer(listed)) == (2, 0, 0)
    assert score(gold_of(listed), *(answer(c) for c in each)) == (2, 0, 0)


def test_harm_decides_between_two_casualty_claims() -> None:
    def hurt(n: int) -> GoldClaim:
        harm = Harm(injured=Interval(low=n, high=n))
        return replace(BASE, kind=Kind.CASUALTIES, fate=None, object=None, count=None, harm=harm)

    assert score(gold_of(hurt(7)), answer(hurt(5))) == (0, 1, 1)
    assert score(gold_of(hurt(7)), answer(hurt(7))) == (1, 0, 0)


def test_slices_add_up_and_render_to_plain_values() -> None:
    gold = load_gold(GOLD)
    rendered = render_scores(score_documents(gold, {g.document.id: oracle_claims(g)[:1] for g in gold}))
    assert sum(s["missed"] for s in rendered["lang"].values()) == rendered["all"]["missed"]
    assert sum(s["found"] for s in rendered["split"].values()) == rendered["all"]["found"]
    assert sum(s["missed"] for s in rendered["kind"].values()) == rendered["all"]["missed"]
    assert 0 < rendered["all"]["f1"] < 1
