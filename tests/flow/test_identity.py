"""Who keeps which id, whatever happens to incidents."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from skyledger.flow.heirs import find_heirs
from skyledger.flow.identity import KnownId, Naming, NewIncident, name_incidents
from skyledger.model import Claim, Kind
from skyledger.model.ids import incident_id
from tests.builders import a_claim, a_document, a_place, evidence_for

CLAIMS = [f"c{number}" for number in range(8)]


def new(*claims: str) -> NewIncident:
    return NewIncident(first=min(claims), claims=claims)


def known(id: str, *claims: str, since: int = 0, given_up: bool = False) -> KnownId:
    joined = {claim: since + place for place, claim in enumerate(claims)}
    return KnownId(id=id, joined=joined, claims=() if given_up else claims)


def name(
    incidents: Sequence[NewIncident],
    standing: Sequence[KnownId] = (),
    given_up: Sequence[KnownId] = (),
    heirs: dict[str, str] | None = None,
) -> Naming:
    taken = {known.id for known in (*standing, *given_up)}
    return name_incidents(incidents, standing, given_up, heirs or {}, taken.__contains__)


def test_a_new_incident_is_named_after_its_first_claim() -> None:
    assert name([new("c1", "c2")]).ids == (incident_id("c1"),)


def test_an_id_stays_with_its_claims() -> None:
    assert name([new("c0", "c1")], [known("INC-A", "c1")]).ids == ("INC-A",)


def test_of_two_ids_the_older_stays_and_the_other_redirects() -> None:
    naming = name([new("c1", "c2")], [known("INC-B", "c2", since=9), known("INC-A", "c1", since=3)])
    assert (naming.ids, naming.redirects, naming.withdrawn) == (("INC-A",), {"INC-B": "INC-A"}, ())


def test_a_split_leaves_the_id_with_the_claim_it_had_first() -> None:
    naming = name([new("c1"), new("c2")], [known("INC-A", "c2", "c1")])
    assert naming.ids == (incident_id("c1"), "INC-A")


def test_an_id_left_out_of_a_merge_stays_with_another_part_of_its_own() -> None:
    naming = name([new("c1", "c2"), new("c3")], [known("INC-A", "c1"), known("INC-B", "c2", "c3", since=5)])
    assert (naming.ids, naming.redirects) == (("INC-A", "INC-B"), {})


def test_what_has_no_claim_left_is_withdrawn() -> None:
    naming = name([new("c2")], [known("INC-A", "c1")])
    assert (naming.ids, naming.withdrawn) == ((incident_id("c2"),), ("INC-A",))


def test_an_id_that_was_given_up_comes_back_with_its_claim() -> None:
    naming = name([new("c1"), new("c2")], [known("INC-A", "c1", "c2")], [known("INC-B", "c2", since=7, given_up=True)])
    assert naming.ids == ("INC-A", "INC-B")


def test_an_id_that_was_given_up_does_not_push_out_one_that_stands() -> None:
    naming = name([new("c1", "c2")], [known("INC-B", "c2", since=7)], [known("INC-A", "c1", given_up=True)])
    assert naming.ids == ("INC-B",)


def test_an_heir_carries_the_id_on() -> None:
    assert name([new("c9")], [known("INC-A", "c1")], heirs={"c1": "c9"}).ids == ("INC-A",)


def test_an_id_of_somebody_else_is_never_minted() -> None:
    """The claim an id was named after may be in another incident now."""
    id = incident_id("c1")
    naming = name([new("c1"), new("c0")], [known(id, "c0", "c1")])
    assert naming.ids == (incident_id("c1", "2"), id)


@st.composite
def lives(draw: st.DrawFn) -> list[list[tuple[str, ...]]]:
    """Draw partitions of some claims, one after the other."""
    found = []
    for _ in range(draw(st.integers(1, 6))):
        there = draw(st.lists(st.sampled_from(CLAIMS), unique=True))
        parts: dict[int, list[str]] = {}
        for claim in there:
            parts.setdefault(draw(st.integers(0, 3)), []).append(claim)
        found.append([tuple(part) for part in parts.values()])
    return found


@given(lives())
def test_ids_are_never_reused_and_no_order_matters(life: list[list[tuple[str, ...]]]) -> None:
    joined: dict[str, dict[str, int]] = {}
    now: dict[str, tuple[str, ...]] = {}
    for step, parts in enumerate(life):
        standing = [KnownId(id=id, joined=joined[id], claims=claims) for id, claims in now.items()]
        former = [KnownId(id=id, joined=held) for id, held in joined.items() if id not in now]
        incidents = [new(*part) for part in parts]
        naming = name(incidents, standing, former)
        turned = name(incidents[::-1], standing[::-1], former[::-1])
        assert turned.ids == naming.ids[::-1]
        assert (turned.redirects, set(turned.withdrawn)) == (naming.redirects, set(naming.withdrawn))
        assert len(set(naming.ids)) == len(naming.ids)
        for id in now:  # every id that stood is told of
            assert (id in naming.ids) + (id in naming.redirects) + (id in naming.withdrawn) == 1
        assert set(naming.redirects.values()) <= set(naming.ids)
        for id, part in zip(naming.ids, parts, strict=True):
            # Who had the id before shares a claim with who has it now.
            assert id not in joined or not joined[id].keys().isdisjoint(part)
            for place, claim in enumerate(part):
                joined.setdefault(id, {}).setdefault(claim, 100 * step + place)
        now = dict(zip(naming.ids, parts, strict=True))


def said(id: str, words: str, *, place: str = "RU-KLU", kind: Kind = Kind.INTERCEPTION) -> Claim:
    document = a_document("Nine were shot down over Kaluga, two were shot down over Tula, five were lost.", id="d1")
    return a_claim(
        document, id=id, kind=kind, place=a_place(place, place), evidence=(evidence_for(document, "trigger", words),)
    )


def test_the_heir_has_the_kind_the_words_and_if_possible_the_place() -> None:
    gone = [said("c1", "were shot down over Kaluga"), said("c2", "two were shot down over Tula", place="RU-TUL")]
    fresh = [said("n2", "shot down over Tula", place="RU-TUL"), said("n1", "shot down over Kaluga")]
    assert find_heirs(gone, fresh) == {"c1": "n1", "c2": "n2"}


def test_other_words_and_another_kind_make_no_heir() -> None:
    assert find_heirs([said("c1", "shot down")], [said("n1", "five"), said("n2", "shot down", kind=Kind.FIRE)]) == {}
