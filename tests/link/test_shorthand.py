"""A headline leaves out what its text says: the region behind a town's name, and the time."""

from typing import Any

import pytest

from skyledger.model import Claim, Kind
from tests.builders import a_claim, a_count, a_document, evidence_for
from tests.link.stories import EVENING, GOVERNOR, MINISTRY, OWN, Story, a_harm, a_town

TITLE = "Kaluga repels 40 drones"
BODY = "In all 40 were shot down over Kaluga Oblast, governor Vladislav Shapsha wrote."


def a_headline(story: Story, title: str = TITLE, body: str = BODY, **fields: Any) -> Claim:
    """Add a text whose title and body each make a claim; return the title's."""
    document = a_document(f"{title}\n\n{body}", title=title)
    story.documents[document.id] = document
    words = (evidence_for(document, "trigger", "drones"), evidence_for(document, "place", "Kaluga"))
    place = a_town(name="Kaluga")
    headline = a_claim(document, **{"speaker": None, "time": None, "place": place, "evidence": words, **fields})
    story.claims += [headline, a_claim(document)]
    return headline


def test_a_town_in_a_headline_is_short_for_the_region_its_text_names() -> None:
    story = Story()
    a_headline(story)
    incident = story.the_incident()
    assert incident.place is not None
    assert incident.place.id == "RU-KLU"
    assert len(incident.origins) == 1
    assert not [f for f in incident.findings if f.dissenting]


@pytest.mark.parametrize("town", [a_town(name="Lesnoye"), a_town(name="Kaluga", region="RU-TUL")])
def test_a_town_of_another_name_or_region_is_a_town(town: Any) -> None:
    story = Story()
    a_headline(story, place=town)
    assert len(story.incidents()) == 2


def test_a_town_named_in_the_text_stays_a_town() -> None:
    story = Story()
    story.post("40 drones over the town of Kaluga", {"speaker": OWN, "place": a_town(name="Kaluga")})
    story.post("40 drones over Kaluga Oblast", {"speaker": MINISTRY}, outlet="mod")
    assert len(story.incidents()) == 2


def test_a_headline_without_a_time_has_its_texts_time_and_bridges_no_two_windows() -> None:
    story = Story()
    nobody = a_harm(0, 0)
    story.post("Evening: nobody hurt", {**nobody, "speaker": OWN, "time": EVENING}, hours=-10)
    story.post("Night: nobody hurt", {**nobody, "speaker": OWN})
    a_headline(story, **{**nobody, "place": a_claim(a_document()).place})
    harm = [i for i in story.incidents() if i.kind is Kind.NO_CASUALTIES]
    assert sorted(len(i.claims) for i in harm) == [1, 2]


def test_a_text_goes_to_the_speaker_it_has_most_in_common_with() -> None:
    story = Story()
    nobody = a_harm(0, 0)
    story.post("The ministry counts 40", {"speaker": MINISTRY, "count": a_count(40)}, outlet="mod", hours=-1)
    story.post("40 drones, nobody hurt", {"speaker": OWN}, {**nobody, "speaker": OWN})
    story.post("40, no one hurt, a misspelt head said", {"speaker": None}, {**nobody, "speaker": None}, outlet="site")
    (downed,) = (i for i in story.incidents() if i.kind is Kind.INTERCEPTION)
    speakers = {o.speaker.id: len(o.documents) for o in downed.origins if o.speaker is not None}
    assert speakers == {"ru-mod": 1, GOVERNOR.id: 2}
