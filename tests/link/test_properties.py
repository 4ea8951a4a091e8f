"""What must hold for any collection of claims."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skyledger.link import explain_pair, link_claims
from skyledger.link.families import OutletFamilies
from skyledger.model import Claim, ClaimStatus, Document, Kind, Modality, Outlet
from skyledger.reconcile import reconcile_groups
from tests.builders import PUBLISHED, a_claim, a_count, a_document, a_night, a_place, evidence_for
from tests.link.stories import DAYTIME, EVENING, GOVERNOR, MINISTRY, OWN, UNSTATED, a_harm, a_list, a_town, an_effect

NONE = OutletFamilies()
TEXTS = (
    "During the night our air defence crews destroyed drones over the districts of the region.",
    "Ночью силами ПВО уничтожены беспилотники над районами области, сообщил глава.",
    "A roof caught fire after the attack last night.",
)
FACTS: tuple[dict[str, Any], ...] = (
    {"count": a_count(40)},
    {"count": a_count(6)},
    {"count": None},
    {"count": a_count(30, 60)},
    a_harm(1),
    a_harm(0, 0),
    an_effect(Kind.FIRE, detail="roof"),
    an_effect(Kind.FIRE, modality=Modality.DENIED),
    an_effect(Kind.DAMAGE),
    an_effect(Kind.NO_DAMAGE),
)
PLACES = (a_place(), a_place("RU-TUL", "Tula Oblast"), a_town(), a_list("RU-KLU", "RU-TUL"), None)
WINDOWS = (a_night(), EVENING, DAYTIME, UNSTATED, None)
SPEAKERS = (OWN, GOVERNOR, MINISTRY, None)


@st.composite
def collections(draw: st.DrawFn) -> tuple[dict[str, Document], list[Claim]]:
    """Draw up to six documents, each with one sentence a claim."""
    documents: dict[str, Document] = {}
    claims: dict[str, Claim] = {}
    for number in range(draw(st.integers(1, 6))):
        sentences = [f"{draw(st.sampled_from(TEXTS))} ({number}.{n})." for n in range(draw(st.integers(1, 3)))]
        document = a_document(
            " ".join(sentences),
            outlet=Outlet(name=f"o{number}", handle=draw(st.sampled_from(("gov", f"o{number}"))), type="news"),
            published_at=draw(st.none() | st.integers(-12, 24).map(lambda h: PUBLISHED + timedelta(hours=h))),
        )
        documents[document.id] = document
        for sentence in sentences:
            fields = dict(draw(st.sampled_from(FACTS)))
            fields["place"] = draw(st.sampled_from(PLACES))
            fields["time"] = draw(st.sampled_from(WINDOWS))
            fields["speaker"] = draw(st.sampled_from(SPEAKERS))
            fields["status"] = draw(st.sampled_from((ClaimStatus.CURRENT, ClaimStatus.BACKGROUND)))
            claim = a_claim(document, evidence=(evidence_for(document, "trigger", sentence),), **fields)
            claims[claim.id] = claim
    return documents, list(claims.values())


FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(collections(), st.randoms(use_true_random=False))
@FEW
def test_the_order_of_arrival_never_matters(made: tuple[dict[str, Document], list[Claim]], random: Any) -> None:
    documents, claims = made
    shuffled = list(claims)
    random.shuffle(shuffled)
    turned = dict(reversed(documents.items()))
    first, second = link_claims(documents, claims, families=NONE), link_claims(turned, shuffled, families=NONE)
    assert first == second
    by_id = {c.id: c for c in claims}
    assert reconcile_groups(first, documents, by_id) == reconcile_groups(second[::-1], turned, by_id)


@given(collections())
@FEW
def test_every_claim_is_in_one_group_and_one_origin(made: tuple[dict[str, Document], list[Claim]]) -> None:
    documents, claims = made
    groups = link_claims(documents, claims, families=NONE)
    assert sorted(c for g in groups for c in g.claims) == sorted(c.id for c in claims)
    assert all(sorted(c for o in g.origins for c in o.claims) == list(g.claims) for g in groups)
    assert all(o.reason.endswith(".") for g in groups for o in g.origins)


@given(collections(), st.integers(0, 5), st.integers(0, 36))
@FEW
def test_a_copy_adds_a_document_but_no_origin(
    made: tuple[dict[str, Document], list[Claim]], which: int, hours: int
) -> None:
    documents, claims = made
    source = list(documents.values())[which % len(documents)]
    assume(source.published_at is not None)  # a text without any date can be a copy of any night's
    published = (source.published_at or PUBLISHED) + timedelta(hours=hours)
    copy = a_document(
        source.text,
        outlet=Outlet(name="Copycat", handle="copycat", type="rewrite"),
        published_at=published,
        forwarded_from=source.outlet.handle,
    )
    copied = [_copied(c, copy, hours) for c in claims if c.document_id == source.id]
    before = link_claims(documents, claims, families=NONE)
    after = link_claims({**documents, copy.id: copy}, [*claims, *copied], families=NONE)
    assert sum(len(g.origins) for g in after) <= sum(len(g.origins) for g in before)
    for claim, twin in zip([c for c in claims if c.document_id == source.id], copied, strict=True):
        if claim.time is not None and claim.place is not None:
            assert any({claim.id, twin.id} <= set(g.claims) for g in after)


def _copied(claim: Claim, copy: Document, hours: int) -> Claim:
    """Return the claim as the copy makes it: the governor is named now, a window by posting date moves along."""
    names = ("kind", "fate", "object", "count", "place", "time", "modality", "harm", "detail", "status")
    fields = {name: getattr(claim, name) for name in names}
    if claim.time == UNSTATED and claim.time.start is not None and claim.time.end is not None:
        late = timedelta(hours=hours)
        fields["time"] = replace(claim.time, start=claim.time.start + late, end=claim.time.end + late)
    fields["speaker"] = GOVERNOR if claim.speaker == OWN else claim.speaker
    return a_claim(copy, evidence=tuple(replace(e, document_id=copy.id) for e in claim.evidence), **fields)


@given(collections())
@FEW
def test_every_finding_cites_a_claim_of_its_incident(made: tuple[dict[str, Document], list[Claim]]) -> None:
    documents, claims = made
    groups = link_claims(documents, claims, families=NONE)
    for incident in reconcile_groups(groups, documents, {c.id: c for c in claims}):
        assert incident.status_reason.endswith(".")
        assert incident.origins
        for finding in incident.findings:
            assert finding.supporting
            assert set(finding.supporting) | set(finding.dissenting) <= set(incident.claims)
            assert not set(finding.supporting) & set(finding.dissenting)


@given(collections())
@FEW
def test_an_explanation_does_not_depend_on_the_order(made: tuple[dict[str, Document], list[Claim]]) -> None:
    documents, claims = made
    one, two = claims[0], claims[-1]
    there, back = explain_pair(one, two, documents), explain_pair(two, one, documents)
    assert (there.linked, there.score) == (back.linked, back.score)
