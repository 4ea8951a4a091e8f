"""Kept up to date or made at once: the incidents and their totals are the same."""

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger.link import Linker, link_claims
from skyledger.link.families import OutletFamilies
from skyledger.model import Claim, Document, Fate, Kind, Outlet, PlaceKind, PlacePrecision
from skyledger.reconcile import Reconciler, reconcile_groups
from tests.builders import PUBLISHED, a_claim, a_count, a_document, a_night, a_place
from tests.link.stories import EVENING, GOVERNOR, MINISTRY, OWN, Story, a_harm, a_list, launched

NONE = OutletFamilies()
COUNTRY = a_place("RU", "Russia", kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, region=None, country="RU")
TULA = a_place("RU-TUL", "Tula Oblast")
PLACES = (a_place(), TULA, COUNTRY, a_list("RU-KLU", "RU-TUL"))
SAID: tuple[dict[str, Any], ...] = ({}, launched(), launched(fate=Fate.HIT), {"fate": Fate.LOST}, a_harm(2))


@st.composite
def bulletins(draw: st.DrawFn) -> tuple[list[Document], list[Claim]]:
    """Draw texts with totals, lists, regions' own figures, and what was launched beside what was shot down."""
    documents: list[Document] = []
    claims: list[Claim] = []
    for number in range(draw(st.integers(1, 6))):
        document = a_document(
            id=f"d{number}",
            outlet=Outlet(name=f"o{number}", handle=f"o{number}", type="news"),
            published_at=PUBLISHED + timedelta(hours=draw(st.sampled_from((0, 2, 30)))),
        )
        documents.append(document)
        common: dict[str, Any] = {
            "time": draw(st.sampled_from((a_night(), a_night(), EVENING))),
            "speaker": draw(st.sampled_from((MINISTRY, GOVERNOR, OWN, None))),
        }
        for which in range(draw(st.integers(1, 4))):
            fields = dict(draw(st.sampled_from(SAID)))
            if fields.get("kind") is not Kind.CASUALTIES:
                fields["count"] = a_count(draw(st.sampled_from((3, 5, 8, 16, 40))))
            fields["place"] = draw(st.sampled_from(PLACES))
            whole = draw(st.sampled_from((None, *claims)))  # a part may even name a total of another text
            fields["part_of"] = None if whole is None else whole.id
            claims.append(a_claim(document, id=f"c{draw(st.integers(0, 99)):02}-{number}-{which}", **common, **fields))
    return documents, claims


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_and_any_chunks_give_the_incidents_of_one_run(data: st.DataObject) -> None:
    documents, claims = data.draw(bulletins())
    items: list[Document | Claim] = data.draw(st.permutations([*documents, *claims]))
    linker, reconciler = Linker(families=NONE), Reconciler()
    known: dict[str, Any] = {}
    while items:
        size = data.draw(st.integers(1, len(items)))
        chunk, items = items[:size], items[size:]
        made = linker.add([i for i in chunk if isinstance(i, Document)], [i for i in chunk if isinstance(i, Claim)])
        changed = reconciler.update(made.gone, made.groups, linker.documents, linker.claims)
        known = {first: incident for first, incident in known.items() if first not in made.gone} | changed
    by_id = {d.id: d for d in documents}
    expected = reconcile_groups(link_claims(by_id, claims, families=NONE), by_id, {c.id: c for c in claims})
    assert reconciler.incidents() == expected
    assert sorted(known.values(), key=lambda i: (i.night or "", i.id)) == list(expected)


def test_a_region_that_speaks_later_changes_the_total_of_its_night_only() -> None:
    story = Story()
    for night in (11, 12):
        time = a_night(PUBLISHED.date() + timedelta(days=night - 11))
        story.post(f"90 in all {night}", {"place": COUNTRY, "count": a_count(90), "speaker": MINISTRY, "time": time})
    linker, reconciler = Linker(families=NONE), Reconciler()
    made = linker.add(story.documents.values(), story.claims)
    reconciler.update(made.gone, made.groups, linker.documents, linker.claims)
    later = Story()
    later.post("40 overnight", {"speaker": OWN}, hours=1)
    made = linker.add(later.documents.values(), later.claims)
    changed = reconciler.update(made.gone, made.groups, linker.documents, linker.claims)
    assert set(changed) == {story.claims[0].id, later.claims[0].id}
    assert [check.parts for check in changed[story.claims[0].id].totals] == [(later.claims[0].id,)]
