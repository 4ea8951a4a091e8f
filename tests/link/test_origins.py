"""Who said it first: copies never become origins, and what cannot be told is said to be unmeasured."""

import pytest

from skyledger.link.families import parse_outlet_families
from skyledger.model import Kind, Modality, Origin, Side, Speaker
from tests.builders import a_claim, a_count, a_document, a_place, a_speaker, evidence_for
from tests.link.stories import GOVERNOR, MINISTRY, OWN, Story, a_harm, an_effect

POST = "During the night our crews destroyed 40 UAVs over the region."


def only_origins(story: Story) -> tuple[Origin, ...]:
    (group,) = story.groups()
    return group.origins


def test_two_organs_of_one_government_are_two_origins_on_one_side() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post("The ministry counts 40 over Kaluga region", {"speaker": MINISTRY}, outlet="mod")
    incident = story.the_incident()
    assert (len(incident.origins), incident.sides) == (2, 1)
    assert incident.status.value == "corroborated"
    assert "2 origins, 1 side" in incident.status_reason


def test_an_unattributed_repeat_joins_the_speaker() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post("Kaluga: forty down", {"speaker": None}, outlet="site", hours=1)
    (origin,) = only_origins(story)
    assert "repeats the figures of Vladislav Shapsha without naming anyone" in origin.reason


def test_a_figure_only_one_outlet_has_is_its_own_origin() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post("Kaluga: 43 down", {"speaker": None, "count": a_count(43)}, outlet="site", hours=1)
    governor, other = only_origins(story)
    assert governor.speaker is not None
    assert other.speaker is None
    assert other.reason.startswith("Unattributed, only in Site")


def test_a_detail_a_rewrite_adds_to_a_quoted_post_corroborates_nothing() -> None:
    story = Story()
    story.post("A fire in Kaluga region, says the governor", an_effect(Kind.FIRE, speaker=OWN))
    story.post(
        "The governor speaks of a fire. A warehouse burned.",
        an_effect(Kind.FIRE, speaker=GOVERNOR),
        an_effect(Kind.FIRE, speaker=None, detail="warehouse"),
        outlet="site",
        hours=1,
    )
    incident = story.the_incident()
    assert [o.measured for o in incident.origins] == [True, False]
    assert incident.status.value == "single"


def test_a_report_before_the_speakers_own_post_does_not_repeat_it() -> None:
    story = Story()
    story.post("Forty drones, residents say", {"speaker": None}, outlet="channel", hours=-2)
    story.post(POST, {"speaker": OWN})
    assert len(only_origins(story)) == 2


def test_two_small_figures_seen_before_the_speakers_post_are_no_copy_of_it() -> None:
    """One drone and three injured can be seen by two people."""
    told = ({"count": a_count(1)}, a_harm(3))
    story = Story()
    story.post("In the night", *({**t, "speaker": None} for t in told), outlet="channel", hours=-4)
    story.post(POST, *({**t, "speaker": OWN} for t in told))
    assert [len(g.origins) for g in story.groups()] == [2, 2]


def test_a_list_of_large_figures_is_the_speakers_however_early() -> None:
    told = ({"count": a_count(41)}, {"count": a_count(17), "place": a_place("RU-TUL", "Tula Oblast")})
    story = Story()
    story.post("A leak", *({**t, "speaker": None} for t in told), outlet="channel", hours=-4)
    story.post(POST, *({**t, "speaker": OWN} for t in told))
    assert [len(g.origins) for g in story.groups()] == [1, 1]


def test_an_institution_no_pack_knows_is_a_voice_of_its_own() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post("The airport counts 40 as well", {"speaker": None}, outlet="airport", type="official", hours=1)
    story.post("Forty, they say", {"speaker": None}, outlet="site", hours=2)
    governor, airport = only_origins(story)
    assert airport.reason == "By Airport in its own channel."
    assert airport.measured
    assert len(governor.documents) == 2


def test_an_institution_that_repeats_a_post_word_for_word_or_forwards_it_is_none() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post(f"{POST} Stay calm.", {"speaker": None}, outlet="district", type="official", hours=1)
    story.post("See above", {"speaker": None}, outlet="town", type="official", hours=1, forwarded_from="Gov")
    assert len(only_origins(story)) == 1


def test_a_copy_of_two_institutions_does_not_make_them_one() -> None:
    story = Story()
    for outlet in ("airport", "control"):
        story.post(f"{outlet}: 40", {"speaker": None}, outlet=outlet, type="official")
    story.post("Forty", {"speaker": None}, outlet="site", hours=2)
    assert len(only_origins(story)) == 2


def test_an_institution_that_names_itself_speaks_in_its_own_channel() -> None:
    """A text published before its own post copied nothing, though the post says "the ministry said"."""
    story = Story()
    story.post("Forty down, residents say", {"speaker": None}, outlet="channel", hours=-2)
    story.post(POST, {"speaker": MINISTRY}, outlet="the ministry", type="official")
    assert len(only_origins(story)) == 2


def test_a_headline_belongs_to_the_speaker_who_gave_its_number() -> None:
    title = "15 drones over Kaluga"
    text = f"{title}\n\nThe ministry and governor Vladislav Shapsha disagree: he counts 12."
    document = a_document(text, title=title)
    words = (evidence_for(document, "count", "15"), evidence_for(document, "trigger", "drones"))
    headline = a_claim(document, speaker=None, count=a_count(15), evidence=words)
    story = Story()
    story.post("The ministry: 15", {"speaker": MINISTRY, "count": a_count(15)}, outlet="mod", type="official")
    story.documents[document.id] = document
    story.claims += [headline, a_claim(document, count=a_count(12))]
    (ministry,) = (o for o in only_origins(story) if headline.id in o.claims)
    assert ministry.speaker == MINISTRY


def test_a_forward_joins_whatever_its_date() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post("Beyond words: 40", {"speaker": None}, outlet="channel", hours=-2, forwarded_from="Gov")
    (origin,) = only_origins(story)
    assert "forwarded from or linked to Gov" in origin.reason


def test_a_link_to_the_post_joins() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post("Forty, see https://t.me/gov/88", {"speaker": None}, outlet="channel", hours=-2)
    assert len(only_origins(story)) == 1


def test_the_same_combination_of_figures_joins() -> None:
    story = Story()
    harm = a_harm(17, 2)
    story.post(POST, {"speaker": OWN}, {**harm, "speaker": OWN})
    story.post("40, two dead, 17 hurt", {"speaker": None}, {**harm, "speaker": None}, outlet="site", hours=-3)
    for group in story.groups():
        assert len(group.origins) == 1
        assert "figures" in group.origins[0].reason


def test_a_copy_of_the_words_joins_whatever_its_date() -> None:
    story = Story()
    story.post(POST, {"speaker": OWN})
    story.post(POST, {"speaker": None}, outlet="site", hours=-2)
    (origin,) = only_origins(story)
    assert "repeats the words" in origin.reason


def test_reports_without_names_or_figures_are_one_unmeasured_origin() -> None:
    story = Story()
    for number in range(5):
        claim = an_effect(Kind.OTHER_EFFECT, detail="explosions", speaker=None)
        story.post(f"Bangs heard {number}", claim, outlet=f"channel{number}", hours=number)
    incident = story.the_incident()
    assert len(incident.origins) == 1
    assert not incident.origins[0].measured
    assert "unmeasured" in incident.origins[0].reason
    assert incident.status.value == "single"


def test_a_family_of_outlets_is_one_voice() -> None:
    story = Story()
    for outlet, count in (("clone-a", 41), ("clone-b", 43)):
        story.post(f"{outlet} {count}", {"speaker": None, "count": a_count(count)}, outlet=outlet)
    families = parse_outlet_families(
        '[[family]]\nname = "clones"\nreason = "one desk"\nhosts = ["clone-a"]\nhandles = ["clone-b"]\nnames = []\n'
    )
    assert len(story.groups()[0].origins) == 2
    (group,) = story.groups(families=families)
    assert len(group.origins) == 1
    assert "one voice: one desk" in group.origins[0].reason


OFFICES = parse_outlet_families(
    '[office]\nroles = ["governor", "administration"]\n'
    '[[family]]\nname = "airforce"\nreason = "one command"\nspeakers = ["ua-airforce", "ua-air-force-ihnat"]\n'
)


def test_an_office_and_its_holder_are_one_origin_and_neither_corroborates_the_other() -> None:
    office = a_speaker(id="ru-klu-government", name="Kaluga government", role="administration", text="")
    story = Story()
    story.post("The governor says 40", {"speaker": OWN})
    story.post("The government says 40", {"speaker": office}, outlet="office", type="official", hours=0.2)
    assert len(story.groups()[0].origins) == 2
    (origin,) = story.groups(families=OFFICES)[0].origins
    assert len(origin.documents) == 2
    assert "one voice: The office and its holder" in origin.reason


def test_the_spokesman_of_an_institution_is_its_voice() -> None:
    story = Story()
    for id, name in (("ua-airforce", "Air Force"), ("ua-air-force-ihnat", "Yurii Ihnat")):
        speaker = a_speaker(id=id, name=name, role="air_force", side=Side.UA, region=None)
        story.post(name, {"speaker": speaker}, outlet=id)
    (origin,) = story.groups(families=OFFICES)[0].origins
    assert "one voice: one command" in origin.reason


@pytest.mark.parametrize(
    "other",
    [
        a_speaker(id="ru-klu-mayor", role="mayor"),
        a_speaker(id="ua-klu-ova", role="administration", side=Side.UA),
        a_speaker(id="ru-tul-government", role="administration", region="RU-TUL"),
        a_speaker(id="x", role="administration", region=None),
    ],
)
def test_another_organ_side_or_region_is_an_origin_of_its_own(other: Speaker) -> None:
    story = Story()
    story.post("The governor says 40", {"speaker": OWN})
    story.post("Somebody else says 40", {"speaker": other}, outlet="other", type="official")
    assert len(story.groups(families=OFFICES)[0].origins) == 2


def test_a_headline_over_a_quoted_text_is_no_origin() -> None:
    story = Story()
    title = "42 drones over Kaluga"
    text = f"{title}\n\nIn all 40 were shot down over Kaluga Oblast, governor Vladislav Shapsha wrote."
    document = a_document(text, title=title)
    words = (evidence_for(document, "count", "42"), evidence_for(document, "trigger", "drones"))
    headline = a_claim(document, speaker=None, count=a_count(42), evidence=words)
    story.documents[document.id] = document
    story.claims = [headline, a_claim(document)]
    incident = story.the_incident()
    count = next(f for f in incident.findings if f.field == "count")
    assert len(incident.origins) == 1
    assert (count.value, count.note) == ("40", "A headline says 42.")
    assert count.dissenting == (headline.id,)
    assert incident.status.value == "single"


def test_an_unattributed_denial_is_not_the_speakers_word() -> None:
    story = Story()
    story.post("A fire", an_effect(Kind.FIRE, speaker=OWN))
    story.post("No fire", an_effect(Kind.FIRE, speaker=None, modality=Modality.DENIED), outlet="site", hours=1)
    incident = story.the_incident()
    assert len(incident.origins) == 2
    assert incident.status.value == "disputed"
