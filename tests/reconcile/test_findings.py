"""Findings: ranges, support and dissent, place, window, object, words."""

from skyledger.model import Kind, Modality, ObjectType, Qualifier, Unit
from tests.builders import a_count
from tests.link.stories import GOVERNOR, MINISTRY, OWN, Story, a_town, an_airport, an_effect
from tests.reconcile.test_revisions import the_finding


def test_two_figures_are_shown_side_by_side_and_never_averaged() -> None:
    story = Story()
    story.post("40 down", {"speaker": OWN})
    story.post("The ministry: 36", {"speaker": MINISTRY, "count": a_count(36)}, outlet="mod", hours=1)
    incident = story.the_incident()
    count = the_finding(incident, "count")
    assert (count.value, count.note) == ("40", "Russian Ministry of Defence says 36.")
    assert len(count.dissenting) == 1
    assert incident.status.value == "disputed"


def test_a_vague_figure_that_allows_the_exact_one_supports_it() -> None:
    story = Story()
    story.post("40 down", {"speaker": OWN})
    vague = a_count(36, 70, qualifier=Qualifier.MORE_THAN, text="more than 35")
    story.post("The ministry: more than 35", {"speaker": MINISTRY, "count": vague}, outlet="mod", hours=1)
    incident = story.the_incident()
    assert the_finding(incident, "count").value == "40"
    assert incident.status.value == "corroborated"


def test_the_most_precise_place_stands_and_the_region_supports_it() -> None:
    story = Story()
    text = "Debris set fire to the roof of a school last night, nobody hurt."
    story.post(text, an_effect(Kind.FIRE, place=a_town(), speaker=OWN))
    story.post(text, an_effect(Kind.FIRE, speaker=GOVERNOR), outlet="site", hours=1)
    incident = story.the_incident()
    place = the_finding(incident, "place")
    assert (place.value, len(place.supporting), place.dissenting) == ("Lesnoye", 2, ())


def test_the_object_named_most_closely_stands() -> None:
    story = Story()
    story.post("A drone hit a house", an_effect(Kind.DAMAGE, object=ObjectType.UNKNOWN, speaker=OWN))
    story.post("It was a drone", an_effect(Kind.DAMAGE, object=ObjectType.UAV, speaker=OWN), hours=1)
    assert the_finding(story.the_incident(), "object").value == "uav"


def test_counts_of_different_things_are_different_findings() -> None:
    story = Story()
    flats, cars = (a_count(12, unit=Unit.APARTMENT), a_count(3, unit=Unit.VEHICLE))
    story.post("12 flats and 3 cars", an_effect(Kind.DAMAGE, count=flats), an_effect(Kind.DAMAGE, count=cars))
    incident = story.the_incident()
    assert sorted(f.value for f in incident.findings if f.field == "count") == ["12 apartment", "3 vehicle"]


def test_details_and_alternates_are_kept() -> None:
    story = Story()
    story.post(
        "Flights went elsewhere",
        an_effect(Kind.DIVERSION, place=an_airport(), to=("UUEE", "UUDD"), detail="two flights"),
    )
    incident = story.the_incident()
    assert [f.value for f in incident.findings if f.field == "to"] == ["UUDD", "UUEE"]
    assert the_finding(incident, "detail").value == "two flights"


def test_no_damage_alone_is_no_denial_of_anything() -> None:
    story = Story()
    story.post("No damage", an_effect(Kind.NO_DAMAGE, speaker=OWN, modality=Modality.PRELIMINARY))
    incident = story.the_incident()
    assert incident.kind is Kind.NO_DAMAGE
    assert the_finding(incident, "outcome").value == "none reported, preliminary"
    assert incident.status.value == "single"


def test_the_id_comes_from_the_earliest_claim() -> None:
    story = Story()
    story.post("40 down", {"speaker": OWN})
    before = story.the_incident().id
    story.post("Kaluga: 40", {}, outlet="site", hours=1)
    assert story.the_incident().id == before
