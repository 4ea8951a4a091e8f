"""Human judgements outrank rules and can be undone."""

from datetime import timedelta

from skyledger.model import Decision, Kind
from tests.builders import NOW, a_decision
from tests.link.stories import EVENING, OWN, Story, a_town, an_effect


def judge(verb: str, *targets: str, minutes: int = 0) -> Decision:
    return a_decision(id=f"dec-{verb}-{minutes}", verb=verb, targets=targets, at=NOW + timedelta(minutes=minutes))


def two_alike() -> tuple[Story, str, str]:
    story = Story()
    (one,) = story.post("40 overnight", {"speaker": OWN})
    (two,) = story.post("40 by night", {}, outlet="site")
    return story, one.id, two.id


def two_unlike() -> tuple[Story, str, str]:
    story = Story()
    (one,) = story.post("Fire", an_effect(Kind.FIRE, place=a_town("gn:1")))
    (two,) = story.post("Fire", an_effect(Kind.FIRE, place=a_town("gn:2"), time=EVENING), outlet="site")
    return story, one.id, two.id


def test_different_splits_what_rules_join() -> None:
    story, one, two = two_alike()
    assert len(story.groups()) == 1
    assert len(story.groups([judge("different", one, two)])) == 2


def test_different_blocks_a_merge_through_others() -> None:
    story, one, two = two_alike()
    story.post("Forty overnight", {}, outlet="third")
    groups = story.groups([judge("different", two, one)])
    assert len(groups) == 2
    assert not any({one, two} <= set(g.claims) for g in groups)


def test_same_joins_past_every_conflict() -> None:
    story, one, two = two_unlike()
    assert len(story.groups()) == 2
    (group,) = story.groups([judge("same", one, two)])
    assert "judged them same" in group.reasons[0][3]


def test_unsure_takes_the_direct_link_away() -> None:
    story, one, two = two_alike()
    assert len(story.groups([judge("unsure", one, two)])) == 2


def test_the_latest_judgement_counts_and_undo_brings_the_rules_back() -> None:
    story, one, two = two_alike()
    different = judge("different", one, two)
    assert len(story.groups([different, judge("same", one, two, minutes=5)])) == 1
    undo = judge("undo", different.id, minutes=9)
    assert len(story.groups([different, undo])) == 1
    assert len(story.groups([different, undo, judge("undo", undo.id, minutes=10)])) == 2


def test_different_stands_against_a_chain_of_same() -> None:
    story, one, two = two_alike()
    (three,) = story.post("Forty overnight", {}, outlet="third")
    groups = story.groups([judge("same", one, three.id), judge("same", two, three.id), judge("different", one, two)])
    assert len(groups) == 2
