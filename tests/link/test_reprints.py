"""Old statements with a new date, and new statements in old words."""

from datetime import date

from tests.builders import a_count, a_night
from tests.link.stories import GOVERNOR, OWN, Story

POST = "During the night our air defence crews destroyed 40 UAVs over the districts of the region."
LATER = a_night(date(2026, 1, 5))


def statement(story: Story) -> None:
    story.post(POST, {"speaker": OWN})


def test_a_reprint_weeks_later_stays_with_the_first_night_and_is_flagged() -> None:
    story = Story()
    statement(story)
    story.post(POST, {"speaker": GOVERNOR, "time": LATER}, outlet="site", hours=24 * 25)
    incident = story.the_incident()
    window = next(f for f in incident.findings if f.field == "window")
    assert incident.night == "2025-12-11"
    assert len(incident.origins) == 1
    assert "25 days later and is kept with the first night" in incident.origins[0].reason
    assert window.note == "1 later reprint of the statement kept with the first night."


def test_the_speaker_saying_it_anew_is_news() -> None:
    story = Story()
    statement(story)
    story.post(POST, {"speaker": OWN, "time": LATER}, hours=24 * 25)
    story.post(POST, {"speaker": GOVERNOR, "time": LATER}, outlet="site", hours=24 * 25 + 1)
    assert [i.night for i in story.incidents()] == ["2025-12-11", "2026-01-05"]


def test_a_text_that_names_the_date_is_news() -> None:
    story = Story()
    statement(story)
    dated = a_night(date(2026, 1, 5), text="on the night of 5 January")
    story.post(POST, {"speaker": GOVERNOR, "time": dated}, outlet="site", hours=24 * 25)
    assert len(story.incidents()) == 2


def test_what_many_outlets_say_at_once_is_news() -> None:
    story = Story()
    statement(story)
    for number in range(3):
        claim = {"speaker": GOVERNOR, "time": LATER}
        story.post(POST, claim, outlet=f"site{number}", hours=24 * 25 + number)
    assert len(story.incidents()) == 2


def test_a_small_number_in_a_template_is_no_reprint() -> None:
    story = Story()
    three = a_count(3)
    story.post(POST, {"speaker": OWN, "count": three})
    story.post(POST, {"speaker": GOVERNOR, "count": three, "time": LATER}, outlet="site", hours=24 * 25)
    assert len(story.incidents()) == 2


def test_the_same_figure_in_other_words_is_no_reprint() -> None:
    story = Story()
    statement(story)
    story.post("Kaluga: forty drones fell, it is said.", {"time": LATER}, outlet="site", hours=24 * 25)
    assert len(story.incidents()) == 2
