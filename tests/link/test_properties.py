"""What must hold for any collection of claims, with or without human judgements."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skyledger.link import explain_pair
from skyledger.model import Claim, Document, Group, IncidentStatus, Outlet
from skyledger.reconcile.status import CERTAINTY
from tests.builders import NOW, PUBLISHED, a_claim, a_count, a_decision, a_document, a_speaker, evidence_for
from tests.link.generated import COUNTED, Collection, collections
from tests.link.stories import GOVERNOR, OWN, UNSTATED

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(collections(judged=True), st.randoms(use_true_random=False))
@FEW
def test_the_order_of_arrival_never_matters(made: Collection, random: Any) -> None:
    claims, decisions, documents = list(made.claims), list(made.decisions), list(made.documents.items())
    for listed in (claims, decisions, documents):
        random.shuffle(listed)
    turned = Collection(documents=dict(documents), claims=tuple(claims), decisions=tuple(decisions))
    assert made.groups() == turned.groups()
    assert made.incidents() == turned.incidents()


@given(collections(judged=True))
@FEW
def test_every_claim_is_in_one_incident_and_one_origin(made: Collection) -> None:
    groups, incidents = made.groups(), made.incidents()
    assert sorted(c for g in groups for c in g.claims) == sorted(c.id for c in made.claims)
    assert all(sorted(c for o in g.origins for c in o.claims) == list(g.claims) for g in groups)
    assert all(o.reason.endswith(".") for g in groups for o in g.origins)
    assert sorted(c for i in incidents for c in i.claims) == sorted(c.id for c in made.claims)
    assert len({i.id for i in incidents}) == len(incidents)
    assert len({o.id for g in groups for o in g.origins}) == sum(len(g.origins) for g in groups)


@given(collections(), st.integers(0, 6), st.integers(0, 36), st.booleans())
@FEW
def test_a_copy_adds_a_document_but_no_origin(made: Collection, which: int, hours: int, forwarded: bool) -> None:
    source = list(made.documents.values())[which % len(made.documents)]
    assume(source.published_at is not None)  # a text without any date can be a copy of any night's
    copy = a_document(
        source.text,
        title=source.title,
        outlet=Outlet(name="Copycat", handle="copycat", type="rewrite"),
        published_at=(source.published_at or PUBLISHED) + timedelta(hours=hours),
        forwarded_from=source.outlet.handle if forwarded else source.forwarded_from,
    )
    mine = [c for c in made.claims if c.document_id == source.id]
    copied = [_copied(c, copy, hours) for c in mine]
    before, after = made.groups(), made.plus([copy], copied).groups()
    assert sum(len(g.origins) for g in after) <= sum(len(g.origins) for g in before)
    for claim, twin in zip(mine, copied, strict=True):
        if claim.time is not None and claim.place is not None:
            assert any({claim.id, twin.id} <= set(g.claims) for g in after)


def _copied(claim: Claim, copy: Document, hours: int) -> Claim:
    """Return the claim as the copy makes it: the governor is named now, a window by posting date moves along."""
    names = ("kind", "fate", "object", "count", "place", "time", "modality", "harm", "detail", "status", "aggregate")
    fields = {name: getattr(claim, name) for name in names}
    if claim.time == UNSTATED and claim.time.start is not None and claim.time.end is not None:
        late = timedelta(hours=hours)
        fields["time"] = replace(claim.time, start=claim.time.start + late, end=claim.time.end + late)
    fields["speaker"] = GOVERNOR if claim.speaker == OWN else claim.speaker
    return a_claim(copy, evidence=tuple(replace(e, document_id=copy.id) for e in claim.evidence), **fields)


@given(collections(among=COUNTED), st.integers(0, 20), st.integers(0, 30))
@FEW
def test_a_dissenting_voice_never_raises_certainty(made: Collection, which: int, hours: int) -> None:
    """Somebody new gives another number for what an incident counts; where that bridges nothing else, doubt grows."""
    claim = made.claims[which % len(made.claims)]
    document = a_document("Another number.", published_at=PUBLISHED + timedelta(hours=hours))
    dissent = a_claim(
        document,
        kind=claim.kind, fate=claim.fate, object=claim.object, place=claim.place, time=claim.time,
        count=a_count(977), speaker=a_speaker(id="ru-nobody", role="witness", region=None),
        evidence=(evidence_for(document, "trigger", document.text),),
    )  # fmt: skip
    before = next(i for i in made.incidents() if claim.id in i.claims)
    after = next(i for i in made.plus([document], [dissent]).incidents() if claim.id in i.claims)
    assume(set(after.claims) == {*before.claims, dissent.id})
    assert CERTAINTY.index(after.status) <= CERTAINTY.index(before.status)
    if before.status is IncidentStatus.CORROBORATED:
        assert after.status is not IncidentStatus.RETRACTED


@given(collections(judged=True), st.integers(0, 40), st.integers(0, 40))
@FEW
def test_splitting_then_undoing_restores(made: Collection, first: int, second: int) -> None:
    ids = sorted(c.id for c in made.claims)
    one, two = ids[first % len(ids)], ids[second % len(ids)]
    assume(one != two)
    split = a_decision(id="dec-split", verb="different", targets=(one, two), at=NOW + timedelta(hours=1))
    undo = a_decision(id="dec-undo", verb="undo", targets=("dec-split",), at=NOW + timedelta(hours=2))
    same = a_decision(id="dec-same", verb="same", targets=(one, two), at=NOW + timedelta(hours=2))
    apart = replace(made, decisions=(*made.decisions, split)).groups()
    assert not any({one, two} <= set(g.claims) for g in apart)
    assert replace(made, decisions=(*made.decisions, split, undo)).groups() == made.groups()
    merged = replace(made, decisions=(*made.decisions, split, same)).groups()
    assert merged == replace(made, decisions=(*made.decisions, same)).groups()
    if not any(d.verb == "different" for d in made.decisions):
        assert any({one, two} <= set(g.claims) for g in merged)


@given(collections(), st.data())
@FEW
def test_a_judgement_that_agrees_with_the_rules_splits_nothing(made: Collection, data: st.DataObject) -> None:
    before = made.groups()
    group = data.draw(st.sampled_from(before))
    assume(len(group.claims) > 1)
    one, two = data.draw(st.lists(st.sampled_from(group.claims), min_size=2, max_size=2, unique=True))
    same = a_decision(id="dec-same", verb="same", targets=(one, two), at=NOW)
    after = replace(made, decisions=(same,)).groups()
    assert any({one, two} <= set(g.claims) for g in after)
    if len(before) == 1:
        assert _members(after) == _members(before)


def _members(groups: tuple[Group, ...]) -> list[tuple[str, ...]]:
    return [g.claims for g in groups]


@given(collections(judged=True))
@FEW
def test_every_finding_cites_a_claim_of_its_incident(made: Collection) -> None:
    for incident in made.incidents():
        assert incident.status_reason.endswith(".")
        assert incident.origins
        for finding in incident.findings:
            assert finding.supporting
            assert set(finding.supporting) | set(finding.dissenting) <= set(incident.claims)
            assert not set(finding.supporting) & set(finding.dissenting)


@given(collections())
@FEW
def test_an_explanation_does_not_depend_on_the_order(made: Collection) -> None:
    one, two = made.claims[0], made.claims[-1]
    there, back = explain_pair(one, two, made.documents), explain_pair(two, one, made.documents)
    assert (there.linked, there.score) == (back.linked, back.score)
