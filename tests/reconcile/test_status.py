"""Dissent never raises certainty."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import Claim, Document, Group, IncidentStatus, Kind, Modality, Origin, Speaker
from skyledger.model.ids import origin_id
from skyledger.reconcile import reconcile_groups
from skyledger.reconcile.status import CERTAINTY
from tests.builders import a_claim, a_count, a_document, a_speaker
from tests.link.stories import MINISTRY, OWN, Story


def an_origin(claim: Claim, speaker: Speaker | None, measured: bool = True) -> Origin:
    return Origin(
        id=origin_id(claim.id),
        speaker=speaker,
        first_document=claim.document_id,
        first_claim=claim.id,
        documents=(claim.document_id,),
        claims=(claim.id,),
        reason="Made for a test.",
        measured=measured,
    )


def status_of(said: list[tuple[int, bool]], denial: bool = False) -> IncidentStatus:
    """Return the status of one incident where each origin gives a figure; ``denial`` adds one that denies it."""
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    origins: list[Origin] = []
    for number, (count, measured) in enumerate(said):
        document = a_document(f"{count} by {number}")
        speaker = a_speaker(id=f"speaker-{number}")
        claim = a_claim(document, count=a_count(count), speaker=speaker)
        documents[document.id] = document
        claims.append(claim)
        origins.append(an_origin(claim, speaker, measured))
    if denial:
        document = a_document("Nothing of the sort")
        documents[document.id] = document
        claims.append(a_claim(document, count=None, speaker=MINISTRY, modality=Modality.DENIED))
        origins.append(an_origin(claims[-1], MINISTRY))
    group = Group(claims=tuple(sorted(c.id for c in claims)), origins=tuple(origins))
    (incident,) = reconcile_groups([group], documents, {c.id: c for c in claims})
    return incident.status


ORIGINS = st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=4)


@given(ORIGINS, st.integers(5, 9), st.booleans())
def test_a_dissenting_figure_never_raises_certainty(said: list[tuple[int, bool]], other: int, measured: bool) -> None:
    before, after = status_of(said), status_of([*said, (other, measured)])
    assert CERTAINTY.index(after) <= CERTAINTY.index(before)


@given(ORIGINS)
def test_a_denial_never_raises_certainty(said: list[tuple[int, bool]]) -> None:
    assert CERTAINTY.index(status_of(said, denial=True)) <= CERTAINTY.index(status_of(said))


def test_what_cannot_be_told_to_be_independent_corroborates_nothing() -> None:
    assert status_of([(40, True), (40, False)]) is IncidentStatus.SINGLE
    assert status_of([(40, True), (40, True)]) is IncidentStatus.CORROBORATED


def test_the_reason_counts_copies_not_origins() -> None:
    story = Story()
    story.post("40 down", {"speaker": OWN})
    story.post("Kaluga: 40", {}, outlet="site", hours=1)
    incident = story.the_incident()
    assert incident.status_reason == "All 2 documents go back to Vladislav Shapsha."


def test_background_and_kind_survive_an_empty_harm() -> None:
    story = Story()
    story.post("People were hurt", {"kind": Kind.CASUALTIES, "fate": None, "object": None, "count": None})
    story.claims = [replace(c, harm=None) for c in story.claims]
    assert story.the_incident().kind is Kind.CASUALTIES
