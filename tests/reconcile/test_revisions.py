"""Running figures, corrections and denials: the last word of a speaker stands."""

import pytest

from skyledger.model import Finding, Incident, Interval, Kind, Modality
from tests.builders import a_count
from tests.link.stories import GOVERNOR, MAYOR, OWN, UNSTATED, Story, a_harm, an_effect


def the_finding(incident: Incident, field: str) -> Finding:
    return next(f for f in incident.findings if f.field == field)


def test_a_running_figure_is_one_line_with_versions() -> None:
    story = Story()
    for hours, number in ((0, 3), (1, 7), (2, 12)):
        story.post(f"Already {number}", {"count": a_count(number), "speaker": OWN}, hours=hours)
    incident = story.the_incident()
    count = the_finding(incident, "count")
    assert count.value == "12"
    assert [v.value for v in count.versions] == ["3", "7", "12"]
    assert len(incident.origins) == 1
    assert incident.status.value == "single"


def test_a_running_figure_without_a_time_phrase_is_still_one_line() -> None:
    story = Story()
    for hours, number in ((0, 3), (1, 7), (2, 12)):
        claim = {"count": a_count(number), "speaker": OWN, "time": UNSTATED}
        story.post(f"Already {number}", claim, hours=hours)
    assert the_finding(story.the_incident(), "count").value == "12"


def test_a_slow_rewrite_does_not_bring_an_old_figure_back() -> None:
    story = Story()
    for hours, number in ((0, 3), (1, 12)):
        story.post(f"Already {number}", {"count": a_count(number), "speaker": OWN}, hours=hours)
    story.post("The governor counts 3", {"count": a_count(3), "speaker": GOVERNOR}, outlet="site", hours=4)
    assert the_finding(story.the_incident(), "count").value == "12"


def test_the_speaker_may_correct_a_figure_downwards() -> None:
    story = Story()
    for hours, number in ((0, 15), (1, 12)):
        story.post(f"{number} down", {"count": a_count(number), "speaker": OWN}, hours=hours)
    count = the_finding(story.the_incident(), "count")
    assert (count.value, [v.value for v in count.versions]) == ("12", ["15", "12"])


def test_a_vaguer_wording_is_no_revision() -> None:
    story = Story()
    story.post("32 down", {"count": a_count(32), "speaker": OWN})
    story.post("More than 30 down", {"count": a_count(31, 60)}, outlet="site", hours=1)
    count = the_finding(story.the_incident(), "count")
    assert (count.value, count.versions, len(count.supporting)) == ("32", (), 2)


def test_injured_counted_up_through_the_day() -> None:
    story = Story()
    for hours, number in enumerate((1, 3, 8, 15, 17)):
        story.post(f"{number} hurt", a_harm(number, speaker=OWN), hours=hours)
    incident = story.the_incident()
    injured = the_finding(incident, "injured")
    assert injured.value == "17"
    assert [v.value for v in injured.versions] == ["1", "3", "8", "15", "17"]
    assert not injured.dissenting


def test_nobody_hurt_then_one_by_the_same_speaker_is_a_revision() -> None:
    story = Story()
    story.post("Nobody hurt", a_harm(0, 0, speaker=OWN, modality=Modality.PRELIMINARY))
    story.post("One hurt", a_harm(1, speaker=OWN), hours=2)
    incident = story.the_incident()
    assert incident.kind is Kind.CASUALTIES
    assert incident.status.value == "single"
    assert the_finding(incident, "injured").value == "1"


def test_nobody_hurt_and_one_hurt_by_two_speakers_is_a_dispute() -> None:
    story = Story()
    story.post("Nobody hurt", a_harm(0, 0, speaker=OWN, modality=Modality.PRELIMINARY))
    story.post("One hurt", a_harm(1, speaker=MAYOR), outlet="mayor", hours=2)
    incident = story.the_incident()
    injured = the_finding(incident, "injured")
    assert incident.status.value == "disputed"
    assert (injured.value, len(injured.dissenting)) == ("1", 1)


def test_a_preliminary_zero_is_not_yet_a_zero() -> None:
    story = Story()
    story.post("Nobody hurt, by first reports", a_harm(0, 0, speaker=OWN, modality=Modality.PRELIMINARY))
    injured = the_finding(story.the_incident(), "injured")
    assert (injured.value, injured.interval) == ("none reported, preliminary", Interval(low=0, high=None))


def test_a_fire_reported_then_denied_is_retracted() -> None:
    story = Story()
    story.post("A roof burns", an_effect(Kind.FIRE, speaker=OWN))
    story.post("No roof burns", an_effect(Kind.FIRE, speaker=OWN, modality=Modality.DENIED), hours=1)
    story.post("The governor: a roof burns", an_effect(Kind.FIRE, speaker=GOVERNOR), outlet="site", hours=2)
    incident = story.the_incident()
    outcome = the_finding(incident, "outcome")
    assert incident.status.value == "retracted"
    assert outcome.value == "denied"
    assert len(outcome.dissenting) == 2


def test_one_channel_that_takes_its_own_report_back_retracts_it() -> None:
    story = Story()
    story.post("A roof burns", an_effect(Kind.FIRE, speaker=None), outlet="channel")
    story.post(
        "Not confirmed: no roof burns", an_effect(Kind.FIRE, speaker=None, negated=True), outlet="channel", hours=1
    )
    assert story.the_incident().status.value == "retracted"


@pytest.mark.parametrize("denier", [MAYOR, None])
def test_a_denial_by_somebody_else_is_a_dispute(denier: object) -> None:
    story = Story()
    story.post("A roof burns", an_effect(Kind.FIRE, speaker=OWN))
    story.post("No roof burns", an_effect(Kind.FIRE, speaker=denier, modality=Modality.DENIED), outlet="other", hours=1)
    assert story.the_incident().status.value == "disputed"


def test_harm_taken_back_by_its_speaker_is_retracted() -> None:
    story = Story()
    story.post("Two hurt", a_harm(2, 0, speaker=OWN))
    story.post("Nobody was hurt after all", a_harm(0, 0, speaker=OWN), hours=3)
    incident = story.the_incident()
    assert incident.status.value == "retracted"
    assert incident.kind is Kind.NO_CASUALTIES


def test_another_voice_of_the_same_side_counts_on() -> None:
    story = Story()
    story.post("One hurt", a_harm(1, speaker=MAYOR))
    story.post("Three hurt", a_harm(3, speaker=MAYOR), hours=1)
    story.post("Fifteen hurt", a_harm(15, speaker=GOVERNOR), hours=4)
    story.post("Three hurt, the mayor said", a_harm(3, speaker=MAYOR), outlet="slow", hours=6)
    incident = story.the_incident()
    injured = the_finding(incident, "injured")
    assert (injured.value, injured.dissenting) == ("15", ())
    assert [v.value for v in injured.versions] == ["1", "3", "15"]
    assert incident.status.value == "corroborated"


def test_a_lower_figure_given_again_later_is_a_dispute() -> None:
    story = Story()
    story.post("Fifteen hurt", a_harm(15, speaker=GOVERNOR), outlet="a")
    story.post("Three hurt", a_harm(3, speaker=MAYOR), outlet="b", hours=2)
    assert story.the_incident().status.value == "disputed"


def test_nobody_hurt_and_somebody_hurt_stay_a_dispute() -> None:
    story = Story()
    story.post("Nobody hurt", a_harm(0, 0, speaker=MAYOR), outlet="a")
    story.post("Three hurt", a_harm(3, speaker=GOVERNOR), outlet="b", hours=2)
    assert story.the_incident().status.value == "disputed"
