"""What is one incident and what is not, told as stories."""

from datetime import date

import pytest

from skyledger.link import explain_pair
from skyledger.model import ClaimStatus, Fate, Kind, ObjectType, PlaceKind, PlacePrecision, TimePrecision
from tests.builders import a_count, a_night, a_place
from tests.link.stories import (
    DAYTIME,
    EVENING,
    GOVERNOR,
    MAYOR,
    MINISTRY,
    OWN,
    UNSTATED,
    Story,
    a_harm,
    a_list,
    a_town,
    a_window,
    an_airport,
    an_effect,
    launched,
)

REWRITES = (
    ("Forty drones fell to air defence near Kaluga, its head reported.", GOVERNOR),
    ("Kaluga: 40 aircraft without crew brought down in darkness.", None),
    ("Глава области сообщил о 40 уничтоженных аппаратах.", GOVERNOR),
    ("Сорок беспилотников не долетели, пишут каналы.", None),
    ("За ночь над Калугой перехвачено сорок целей.", GOVERNOR),
    ("Очільник регіону заявив про 40 збитих дронів.", GOVERNOR),
    ("Уночі на Калужчині збили сорок безпілотників.", None),
    ("Росіяни кажуть, що знищили 40 апаратів.", GOVERNOR),
)


def one_post_and_rewrites(story: Story, week: int = 0) -> None:
    night = a_night(date(2025, 12, 11 + 7 * week))
    story.post(
        "During the night our crews destroyed 40 UAVs over the region.",
        {"speaker": OWN, "time": night},
        hours=168 * week,
    )
    for number, (text, speaker) in enumerate(REWRITES):
        claim = {"speaker": speaker, "time": night}
        story.post(text, claim, outlet=f"site{number}", hours=168 * week + 1 + number / 2)


def test_one_post_and_eight_rewrites_in_three_languages_are_one_incident() -> None:
    story = Story()
    one_post_and_rewrites(story)
    incident = story.the_incident()
    assert len(incident.documents) == 9
    assert len(incident.origins) == 1


def test_the_same_words_next_week_are_another_incident() -> None:
    story = Story()
    one_post_and_rewrites(story)
    one_post_and_rewrites(story, week=1)
    first, second = story.incidents()
    assert (first.night, second.night) == ("2025-12-11", "2025-12-18")
    assert [len(i.origins) for i in (first, second)] == [1, 1]


def test_evening_night_and_day_counts_stay_apart() -> None:
    story = Story()
    story.post("6 in the evening", {"count": a_count(6), "time": EVENING, "speaker": OWN}, hours=-9)
    story.post("40 overnight", {"speaker": OWN})
    story.post("3 by day", {"count": a_count(3), "time": DAYTIME, "speaker": OWN}, hours=8)
    story.post("Drones were downed over the region", {"count": None, "time": UNSTATED, "speaker": None}, outlet="site")
    counted = [f.value for i in story.incidents() for f in i.findings if f.field == "count"]
    assert sorted(counted) == ["3", "40", "6"]


def test_a_night_by_hours_is_the_same_night_as_one_by_convention() -> None:
    story = Story()
    story.post("40 overnight", {"speaker": OWN})
    by_hours = a_window((10, 23), (11, 7), TimePrecision.HOUR, text="from 23:00 to 7:00")
    story.post(
        "The ministry: 38 from 23:00 to 7:00",
        {"count": a_count(38), "speaker": MINISTRY, "time": by_hours},
        outlet="mod",
    )
    assert len(story.the_incident().origins) == 2


def test_two_towns_of_one_name_stay_apart() -> None:
    story = Story()
    story.post("Fire in Lesnoye", an_effect(Kind.FIRE, place=a_town("gn:1"), speaker=None), outlet="a")
    story.post("Fire in Lesnoye", an_effect(Kind.FIRE, place=a_town("gn:2", region="RU-TUL"), speaker=None), outlet="b")
    assert len(story.incidents()) == 2


def test_two_towns_of_one_region_are_not_joined_by_a_text_that_names_the_region() -> None:
    story = Story()
    text = "Debris set fire to a roof in the region last night and firemen are on the spot."
    story.post(text, an_effect(Kind.FIRE, place=a_town("gn:1"), speaker=None), outlet="a")
    story.post(text, an_effect(Kind.FIRE, place=a_town("gn:9", "Polyana"), speaker=None), outlet="b")
    story.post(text, an_effect(Kind.FIRE, speaker=None), outlet="c")
    assert len(story.incidents()) == 2


def test_a_town_joins_its_region_only_with_shared_words() -> None:
    for text, expected in (("Roof burns.", 2), ("Debris set fire to the roof of a school last night, nobody hurt.", 1)):
        story = Story()
        story.post(
            "Debris set fire to the roof of a school last night, nobody hurt.", an_effect(Kind.FIRE, place=a_town())
        )
        story.post(text, an_effect(Kind.FIRE, speaker=None), outlet="b")
        assert len(story.incidents()) == expected


def test_a_number_for_a_list_is_not_the_number_of_a_member() -> None:
    story = Story()
    story.post(
        "16 over Kaluga and Tula regions", {"count": a_count(16), "place": a_list("RU-KLU", "RU-TUL")}, outlet="a"
    )
    story.post("16 over Kaluga region", {"count": a_count(16)}, outlet="b")
    assert len(story.incidents()) == 2


def test_fates_never_share_a_number() -> None:
    story = Story()
    story.post("40 launched", launched(), outlet="a")
    story.post("40 downed", {}, outlet="b")
    story.post("40 lost", {"fate": Fate.LOST}, outlet="c")
    assert len(story.incidents()) == 3


@pytest.mark.parametrize(
    ("other", "incidents"),
    [(ObjectType.CRUISE_MISSILE, 2), (ObjectType.DECOY_UAV, 1), (None, 1)],
)
def test_drones_and_missiles_are_counted_apart(other: ObjectType | None, incidents: int) -> None:
    story = Story()
    story.post("40 drones", {}, outlet="a")
    story.post("40 others", {"object": other}, outlet="b")
    assert len(story.incidents()) == incidents


def test_a_subset_in_the_same_text_is_not_a_dissenting_figure() -> None:
    story = Story()
    story.post(
        "62 drones, 32 of them Shaheds", {"count": a_count(62)}, {"count": a_count(32), "aggregate": True}, outlet="a"
    )
    assert [i.status.value for i in story.incidents()] == ["single", "single"]


def test_background_links_only_to_background() -> None:
    story = Story()
    story.post("40 overnight", {"speaker": OWN})
    story.post("After 40 were downed", {"status": ClaimStatus.BACKGROUND}, outlet="a")
    story.post("After 40 had been downed", {"status": ClaimStatus.BACKGROUND}, outlet="b")
    assert sorted(len(i.claims) for i in story.incidents()) == [1, 2]


def test_two_closures_of_one_night_stay_apart_and_reports_of_one_join() -> None:
    story = Story()
    airport = an_airport()
    for day_hour, outlet in (((10, 22.0), "a"), ((10, 22.2), "b"), ((11, 3.5), "c")):
        start = a_window((day_hour[0], 0), None, TimePrecision.MINUTE)
        window = (
            a_window((10, 22), None, TimePrecision.MINUTE)
            if outlet != "c"
            else a_window((11, 3), None, TimePrecision.MINUTE)
        )
        assert start.end is None
        story.post(
            f"{outlet}: closed",
            an_effect(Kind.AIRSPACE_CLOSURE, place=airport, time=window, speaker=None),
            outlet=outlet,
        )
    assert sorted(len(i.claims) for i in story.incidents()) == [1, 2]


def test_nobody_hurt_and_one_hurt_belong_together() -> None:
    story = Story()
    story.post("Nobody hurt", a_harm(0, 0, speaker=OWN))
    story.post("One hurt", a_harm(1, speaker=MAYOR), outlet="mayor", hours=2)
    assert story.the_incident().kind is Kind.CASUALTIES


def test_an_undated_claim_is_never_linked_across_weeks() -> None:
    story = Story()
    story.post("40 downed", {"time": None}, outlet="a")
    story.post("40 downed", {"time": None}, outlet="b", hours=24 * 30)
    assert len(story.incidents()) == 2


def test_different_effects_stay_apart() -> None:
    story = Story()
    story.post("Water is off", an_effect(Kind.OTHER_EFFECT, detail="water outage"))
    story.post("People were moved out", an_effect(Kind.OTHER_EFFECT, detail="evacuation"), hours=1)
    assert len(story.incidents()) == 2


def test_an_explanation_says_every_reason() -> None:
    story = Story()
    (one,) = story.post("40 overnight", {"speaker": OWN})
    (two,) = story.post("Six in the evening", {"count": a_count(6), "time": EVENING}, outlet="a")
    (three,) = story.post("40 by night", {}, outlet="b")
    apart = explain_pair(one, two, story.documents)
    linked = explain_pair(one, three, story.documents)
    assert not apart.linked
    assert "different windows" in apart.sentence
    assert linked.linked
    assert linked.score == sum(f.weight for f in linked.features)
    assert {f.name for f in linked.features} == {
        "kind",
        "place",
        "object",
        "window",
        "count",
        "speaker",
        "reference",
        "text",
    }
    assert all(f.sentence.endswith(".") for f in linked.features)


def test_every_link_has_a_reason() -> None:
    story = Story()
    one_post_and_rewrites(story)
    (group,) = story.groups()
    assert len(group.reasons) == len(group.claims) - 1
    assert all(sentence and score >= 5.5 for _, _, score, sentence in group.reasons)


def test_country_and_region_stay_apart() -> None:
    story = Story()
    story.post("40 over the region", {}, outlet="a")
    story.post(
        "40 over the country",
        {"place": a_place("RU", "Russia", kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, region=None)},
        outlet="b",
    )
    assert len(story.incidents()) == 2


def test_items_of_one_list_are_not_versions_of_one_figure() -> None:
    story = Story()
    missiles = ({"count": a_count(n), "object": ObjectType.CRUISE_MISSILE} for n in (4, 2, 18))
    story.post("4 of one sort, 2 of another, 18 of a third", *missiles)
    assert len(story.incidents()) == 3


def test_texts_without_a_time_phrase_link_when_posted_near_each_other() -> None:
    for hours, incidents in ((2, 1), (14, 2)):
        story = Story()
        story.post("A roof burns", an_effect(Kind.FIRE, time=None, speaker=None), outlet="a")
        story.post("The roof is on fire", an_effect(Kind.FIRE, time=None, speaker=None), outlet="b", hours=hours)
        assert len(story.incidents()) == incidents


def test_a_report_never_precedes_what_it_reports() -> None:
    story = Story()
    story.post("40 down", {"time": None}, outlet="a", hours=-16)
    story.post("40 overnight", {"speaker": OWN})
    assert len(story.incidents()) == 2


def test_an_undated_rewrite_joins_the_night_its_number_names() -> None:
    story = Story()
    story.post("40 overnight", {"speaker": OWN})
    story.post("6 in the evening", {"count": a_count(6), "time": EVENING, "speaker": OWN}, hours=-9)
    story.post("Forty down", {"time": None, "speaker": None}, outlet="site", hours=9)
    assert sorted(len(i.documents) for i in story.incidents()) == [1, 2]


def test_different_numbers_without_a_place_are_not_joined_by_a_template() -> None:
    story = Story()
    text = "Duty air defence crews intercepted and destroyed enemy drones of the aircraft type overnight"
    story.post(f"{text}: 5", {"count": a_count(5), "place": None, "speaker": None}, outlet="a")
    story.post(f"{text}: 11", {"count": a_count(11), "speaker": None}, outlet="b")
    assert len(story.incidents()) == 2
