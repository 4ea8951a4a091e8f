"""What joins two claims or incidents, and what keeps them apart."""

from datetime import timedelta

from skyledger.link import explain_pair
from skyledger.link.contrast import Contrast, contrast_claims, find_path
from skyledger.model import Claim
from skyledger.model.decision import Decision
from tests.builders import PUBLISHED, a_count, a_decision, a_night
from tests.link.stories import EVENING, MINISTRY, OWN, Story, a_town


def contrast(story: Story, one: Claim, two: Claim, *decisions: Decision, whole: bool = False) -> Contrast:
    """Hold two claims, or the groups they are in, against each other."""
    groups = story.groups(decisions)
    ones, twos = (next(g.claims for g in groups if c.id in g.claims) if whole else (c.id,) for c in (one, two))
    return contrast_claims(ones, twos, story.documents, story.claims, groups, decisions)


def test_two_claims_that_are_linked_say_so_with_every_feature() -> None:
    story = Story()
    (one,) = story.post("Forty, the governor wrote", {"speaker": OWN})
    (two,) = story.post("40 by night", {}, outlet="b", hours=1)
    found = contrast(story, one, two)
    assert found.together
    assert found.best.linked
    assert not found.barriers
    assert len(found.path) == 1


def test_a_conflict_keeps_two_incidents_apart_and_the_features_after_it_are_still_named() -> None:
    story = Story()
    (one,) = story.post("40 overnight", {"speaker": OWN})
    (two,) = story.post("Six in the evening", {"count": a_count(6), "time": EVENING}, outlet="a")
    found = contrast(story, one, two, whole=True)
    assert not found.together
    assert [b.kind for b in found.barriers] == ["conflict"]
    assert "different windows" in found.barriers[0].sentence
    assert [f.name for f in found.best.features if f.conflict] == ["count"]
    assert {"speaker", "text"} <= {f.name for f in found.best.features}


def test_a_pair_that_is_only_too_weak_is_kept_apart_by_its_score_alone() -> None:
    story = Story()
    (one,) = story.post("Forty over the region", {"speaker": OWN})
    (two,) = story.post("A drone fell in Lesnoye", {"count": None, "place": a_town(), "speaker": None}, outlet="b")
    found = contrast(story, one, two)
    assert [b.kind for b in found.barriers] == ["score"]
    assert not found.best.conflict


def test_a_person_who_parts_two_claims_comes_first() -> None:
    story = Story()
    (one,) = story.post("Forty, the governor wrote", {"speaker": OWN})
    (two,) = story.post("40 by night", {}, outlet="b", hours=1)
    decision = a_decision(verb="different", targets=(one.id, two.id))
    found = contrast(story, one, two, decision)
    assert not found.together
    assert found.best.linked
    assert found.judgement == "different"
    assert found.barriers[0].kind == "decision"
    assert decision.why in found.barriers[0].sentence


def test_a_pair_joined_by_others_shows_the_links_on_the_way() -> None:
    story = Story()
    (one,) = story.post("Forty, the governor wrote", {"speaker": OWN})
    (two,) = story.post("40 by night", {}, outlet="b", hours=1)
    (three,) = story.post("Forty over the region by night", {"speaker": MINISTRY}, outlet="c", hours=2)
    (group,) = story.groups()
    path = find_path(group.reasons, [one.id], [three.id])
    ends = [*path[0][:2], *path[-1][:2]]
    assert one.id in ends
    assert three.id in ends
    assert find_path(group.reasons, [two.id], [two.id]) == ()


def test_a_span_too_long_for_one_incident_is_named() -> None:
    story = Story()
    night = a_night()
    assert night.start is not None
    assert night.end is not None
    long = a_night(start=night.start, end=night.end + timedelta(hours=20))
    later = a_night(start=night.end + timedelta(hours=16), end=night.end + timedelta(hours=30))
    (one,) = story.post("40 over the region", {"time": long})
    (two,) = story.post("40 over the region again", {"time": later}, outlet="b", published_at=PUBLISHED)
    kinds = {b.kind for b in contrast(story, one, two, whole=True).barriers}
    assert "diameter" in kinds


def test_items_of_one_list_are_named_as_such() -> None:
    story = Story()
    one, two = story.post("12 over the region, and 9 there by cars", {"count": a_count(12)}, {"count": a_count(9)})
    found = contrast(story, one, two)
    assert "list" in {b.kind for b in found.barriers}


def test_a_reprint_is_compared_with_the_first_nights_window_and_says_why() -> None:
    story = Story()
    (one,) = story.post("Overnight 40 UAVs were shot down over Kaluga Oblast, said the governor.", {})
    later = a_night(morning=PUBLISHED.date() + timedelta(days=21))
    (two,) = story.post(
        "Overnight 40 UAVs were shot down over Kaluga Oblast, said the governor. Read more.",
        {"time": later},
        outlet="old",
        hours=21 * 24,
        type="rewrite",
    )
    found = contrast(story, one, two)
    assert found.together
    assert "is kept with the first night" in found.notes[0]


def test_neither_order_nor_company_changes_a_verdict() -> None:
    story = Story()
    (one,) = story.post("Forty, the governor wrote", {"speaker": OWN})
    (two,) = story.post("Six in the evening", {"count": a_count(6), "time": EVENING}, outlet="a")
    there, back = contrast(story, one, two), contrast(story, two, one)
    assert (there.together, there.best.score) == (back.together, back.best.score)
    assert {b.kind for b in there.barriers} == {b.kind for b in back.barriers}
    assert explain_pair(one, two, story.documents).linked == there.best.linked
