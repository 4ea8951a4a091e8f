"""Settled a batch at a time or derived at once: the incidents are the same, and ids last."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger import flow
from skyledger.flow.settling import is_settled, settle
from skyledger.ledger import Entry, Ledger, open_ledger
from skyledger.ledger.incident_records import IncidentState
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.model import Claim, Decision, Document, Incident, Place
from tests.builders import NOW, a_claim, a_count, a_decision, a_document, a_place
from tests.flow.streams import PLACES, REGIONS, Stream, derived_anew, stored
from tests.ledger.entries import an_entry
from tests.link.test_linker import a_policy

FEW = settings(max_examples=24, deadline=None, suppress_health_check=[HealthCheck.too_slow])
POLICIES = (load_link_policy(), a_policy(3, 1))


@contextmanager
def a_ledger() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "x.ledger") as ledger:
        yield ledger


@contextmanager
def ruled_by(policy: LinkPolicy) -> Iterator[None]:
    """Link by another policy wherever linking is done."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("skyledger.link.groups", "skyledger.flow.part", "skyledger.flow.all_of_it"):
            patch.setattr(f"{module}.load_link_policy", lambda: policy)
        yield


@given(st.randoms(use_true_random=False), st.sampled_from(POLICIES), st.sampled_from((PLACES, REGIONS)))
@FEW
def test_settled_in_chunks_is_derived_at_once(
    random: Random, policy: LinkPolicy, places: Sequence[Place | None]
) -> None:
    stream = Stream(random, places=places, nights=random.choice((2, 5)))
    with a_ledger() as ledger, ruled_by(policy):
        for _ in range(8):
            for _ in range(random.choice((1, 1, 2))):
                stream.batch(ledger)
            settle(ledger, stream.now)
            assert stored(ledger) == derived_anew(ledger)


@pytest.mark.parametrize("seed", range(3))
def test_a_batch_is_settled_by_its_neighbourhood_alone(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is derived as a whole after the first time, unless a text has no date at all."""
    stream = Stream(Random(seed), nights=9, dateless=0)
    with a_ledger() as ledger:
        ledger.add(None, None, [an_entry()], stream.now)
        settle(ledger, stream.now)
        monkeypatch.setattr("skyledger.flow.all_of_it.derive_all", None)
        for _ in range(15):
            stream.batch(ledger)
            settle(ledger, stream.now)
        assert stored(ledger) == derived_anew(ledger)


@given(st.randoms(use_true_random=False))
@FEW
def test_an_id_is_given_once_and_what_it_held_can_be_told(random: Random) -> None:
    stream = Stream(random)
    first: dict[str, frozenset[str]] = {}
    with a_ledger() as ledger:
        for _ in range(8):
            stream.batch(ledger)
            settle(ledger, stream.now)
            held = [claim for v in ledger.incidents.standing() if v.incident for claim in v.incident.claims]
            assert len(held) == len(set(held))
            for id in {v.id for v in ledger.incidents.standing()}:
                versions = ledger.incidents.history(id)
                assert [v.number for v in versions] == list(range(1, len(versions) + 1))
                assert all(v.incident is None or v.incident.id == id for v in versions)
                assert versions[0].incident is not None
                assert first.setdefault(id, frozenset(versions[0].incident.claims)) == frozenset(
                    versions[0].incident.claims
                )
            for id in first:
                last = ledger.incidents.resolve(id).last
                assert last is not None
                assert (last.state is IncidentState.STANDING) == (last.incident is not None)
                assert last.state is IncidentState.STANDING or last.reason


@given(st.randoms(use_true_random=False))
@FEW
def test_when_it_is_settled_changes_nothing_of_what_was_known_when(random: Random) -> None:
    """A ledger that fell behind by several batches ends with the versions of one that never did."""
    seed = random.randrange(10**6)
    with a_ledger() as prompt, a_ledger() as late:
        for ledger in (prompt, late):
            stream = Stream(Random(seed))
            ledger.add(None, None, [an_entry()], stream.now)
            settle(ledger, stream.now)
            for number in range(8):
                stream.now += timedelta(minutes=1)
                stream.batch(ledger)
                if ledger is prompt or number == 4:
                    settle(ledger, stream.now)
            settle(ledger, stream.now)
        assert versions_of(prompt) == versions_of(late)


@given(st.randoms(use_true_random=False))
@FEW
def test_what_was_known_at_an_instant_is_told_the_same_ever_after(random: Random) -> None:
    stream = Stream(random)
    known: dict[datetime, list[Incident | None]] = {}
    with a_ledger() as ledger:
        for _ in range(6):
            stream.now += timedelta(minutes=1)
            stream.batch(ledger)
            settle(ledger, stream.now)
            known[stream.now] = [version.incident for version in ledger.incidents.standing()]
        for instant, incidents in known.items():
            assert [v.incident for v in ledger.at(instant).incidents.standing()] == incidents
            assert [v.incident for v in ledger.incidents.standing(as_of=instant)] == incidents
            assert is_settled(ledger.at(instant))


def versions_of(ledger: Ledger) -> list[tuple[object, ...]]:
    return [
        (w.id, w.number, w.state, w.other, w.incident, w.received_at)
        for v in ledger.incidents.standing()
        for w in ledger.incidents.history(v.id)
    ]


def post(number: int, text: str, hours: float = 0.0, **claim: Any) -> tuple[Document, Claim]:
    document = a_document(f"{text} ({number})", id=f"d{number}", published_at=NOW + timedelta(hours=hours))
    return document, a_claim(document, id=f"c{number}", **claim)


def add(ledger: Ledger, *texts: tuple[Document, Claim], minutes: int = 0, packs: str = "packs-1") -> None:
    entries = [Entry(document=d, claims=(c,), extractor="test", pack_version=packs) for d, c in texts]
    now = NOW + timedelta(minutes=minutes)
    ledger.add(None, None, entries, now)
    settle(ledger, now)


def decide(ledger: Ledger, verb: str, *targets: str, id: str, minutes: int) -> None:
    at = NOW + timedelta(minutes=minutes)
    made: Decision = a_decision(id=id, verb=verb, targets=targets, at=at)
    ledger.decide(made, at)
    settle(ledger, at)


def the_id(ledger: Ledger, claim: str) -> str:
    [version] = ledger.incidents.standing(claims=[claim])
    return version.id


FAR = a_place("RU-TUL", "Tula Oblast")


def test_an_earlier_text_that_comes_later_takes_nobodys_id() -> None:
    with a_ledger() as ledger:
        add(ledger, post(2, "40 drones"))
        before = the_id(ledger, "c2")
        add(ledger, post(1, "40 drones by night", hours=-1), minutes=5)
        assert the_id(ledger, "c1") == the_id(ledger, "c2") == before
        assert [v.number for v in ledger.incidents.history(before)] == [1, 2]


def test_a_merge_redirects_and_undoing_it_brings_the_old_id_back() -> None:
    with a_ledger() as ledger:
        add(ledger, post(1, "40 drones"))
        add(ledger, post(2, "6 drones", place=FAR, count=a_count(6)), minutes=5)
        one, two = the_id(ledger, "c1"), the_id(ledger, "c2")
        assert one != two
        decide(ledger, "same", "c1", "c2", id="dec-1", minutes=10)
        assert the_id(ledger, "c2") == one
        gone = ledger.incidents.resolve(two)
        assert [v.id for v in gone.path] == [two, one]
        assert gone.path[0].state is IncidentState.REDIRECTED
        assert gone.standing is not None
        decide(ledger, "undo", "dec-1", id="dec-2", minutes=15)
        assert (the_id(ledger, "c1"), the_id(ledger, "c2")) == (one, two)
        assert [v.state.value for v in ledger.incidents.history(two)] == ["standing", "redirected", "standing"]


def test_a_rejected_claim_leaves_a_tombstone_with_its_reason_and_comes_back_under_its_id() -> None:
    with a_ledger() as ledger:
        add(ledger, post(1, "40 drones"))
        id = the_id(ledger, "c1")
        decide(ledger, "reject", "c1", id="dec-1", minutes=5)
        last = ledger.incidents.resolve(id).last
        assert last is not None
        assert last.state is IncidentState.WITHDRAWN
        assert last.reason == "All its claims are gone: c1 was rejected by decision dec-1."
        assert ledger.incidents.resolve(id, as_of=NOW).standing is not None
        decide(ledger, "undo", "dec-1", id="dec-2", minutes=10)
        assert the_id(ledger, "c1") == id


def test_a_claim_read_anew_carries_its_incident_on() -> None:
    with a_ledger() as ledger:
        document, claim = post(1, "40 UAVs were shot down")
        add(ledger, (document, claim))
        id = the_id(ledger, "c1")
        add(ledger, (document, replace(claim, id="c9", count=a_count(41))), minutes=5, packs="packs-2")
        assert the_id(ledger, "c9") == id
        assert ledger.incidents.standing(claims=["c1"]) == ()


def test_an_edited_text_that_says_nothing_any_more_says_so_on_the_tombstone() -> None:
    with a_ledger() as ledger:
        document, claim = post(1, "40 drones")
        add(ledger, (document, claim))
        id = the_id(ledger, "c1")
        edited = replace(document, text="Nothing happened.", edited_at=NOW)
        ledger.add(None, None, [Entry(document=edited, extractor="test", pack_version="p")], NOW)
        settle(ledger, NOW)
        last = ledger.incidents.resolve(id).last
        assert last is not None
        assert last.reason == (
            "All its claims are gone: the text of d1 was edited (version 2) and does not say so any more."
        )


def test_a_split_leaves_the_id_with_the_claims_that_had_it_first() -> None:
    with a_ledger() as ledger:
        add(ledger, post(1, "40 drones"))
        id = the_id(ledger, "c1")
        add(ledger, post(2, "40 drones, the site wrote", hours=-2), minutes=5)
        assert the_id(ledger, "c2") == id
        decide(ledger, "different", "c1", "c2", id="dec-1", minutes=10)
        assert the_id(ledger, "c1") == id
        assert the_id(ledger, "c2") != id


def test_nothing_new_appends_nothing() -> None:
    with a_ledger() as ledger:
        add(ledger, post(1, "40 drones"))
        assert is_settled(ledger)
        last = ledger.incidents.last_settlement()
        assert settle(ledger, NOW) == 0
        assert ledger.incidents.last_settlement() == last


def test_other_rules_derive_everything_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with a_ledger() as ledger:
        add(ledger, post(1, "40 drones"))
        monkeypatch.setattr("skyledger.flow.settling.rules_in_force", lambda: "others")
        monkeypatch.setattr("skyledger.flow.versions.rules_in_force", lambda: "others")
        assert not is_settled(ledger)
        assert settle(ledger, NOW) == 0
        assert is_settled(ledger)
        last = ledger.incidents.last_settlement()
        assert last is not None
        assert last.rules == "others"


def test_the_sample_night_settled_post_by_post(tmp_path: Path) -> None:
    from skyledger.ingest import read_paths

    folder = Path(flow.__file__).parents[1] / "data" / "sample"
    documents = sorted(
        (d for file in read_paths([folder], now=NOW) for d in file.documents),
        key=lambda d: (d.published_at is None, d.published_at, d.id),
    )
    with open_ledger(tmp_path / "sample.ledger") as ledger:
        read = list(flow.extract_documents(documents))
        for number in range(0, len(read), 5):
            now = NOW + timedelta(minutes=number)
            entries = [
                Entry(document=d, claims=claims, issues=issues, extractor="test", pack_version="p")
                for d, claims, issues in read[number : number + 5]
            ]
            ledger.add(None, None, entries, now)
            settle(ledger, now)
        assert stored(ledger) == derived_anew(ledger)
        assert len(stored(ledger)) > 10
