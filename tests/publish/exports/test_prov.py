"""PROV-JSON: everything a relation speaks of is there, and each claim leads to its text and its speaker."""

import json
from typing import Any

import pytest

from skyledger.ledger import Ledger
from skyledger.publish.exports import FORMATS
from tests.publish.exports.taken import take

RELATIONS = {
    "wasGeneratedBy": ("prov:entity", "prov:activity"),
    "used": ("prov:activity", "prov:entity"),
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "wasAssociatedWith": ("prov:activity", "prov:agent"),
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "specializationOf": ("prov:specificEntity", "prov:generalEntity"),
    "hadMember": ("prov:collection", "prov:entity"),
}


@pytest.fixture(scope="module")
def book(ledger: Ledger) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FORMATS["prov"].write(take(ledger)))
    return found


def test_every_end_of_a_relation_is_recorded(book: dict[str, Any]) -> None:
    known = {*book["entity"], *book["activity"], *book["agent"]}
    assert set(book) == {"prefix", "entity", "activity", "agent", *RELATIONS}
    for kind, ends in RELATIONS.items():
        for record in book[kind].values():
            assert {record[end] for end in ends} <= known


def test_each_claim_quotes_a_text_and_belongs_to_its_speaker(ledger: Ledger, book: dict[str, Any]) -> None:
    quoted = {
        (r["prov:generatedEntity"], r["prov:usedEntity"])
        for r in book["wasDerivedFrom"].values()
        if r.get("prov:type", {}).get("$") == "prov:Quotation"
    }
    told = {(r["prov:entity"], r["prov:agent"]) for r in book["wasAttributedTo"].values()}
    for claim in take(ledger).claims.values():
        assert [text for name, text in quoted if name == f"sl:{claim.id}"]
        if claim.speaker is not None:
            assert (f"sl:{claim.id}", f"sl:speaker:{claim.speaker.id}") in told


def test_one_incident_leads_to_its_claims_only(ledger: Ledger) -> None:
    row = take(ledger).rows[0]
    view = take(ledger, f"id={row.id}")
    book = json.loads(FORMATS["prov"].write(view))
    claims = {name for name, record in book["entity"].items() if record.get("prov:type", {}).get("$") == "sl:Claim"}
    assert claims == {f"sl:{id}" for id in view.incidents[row.id].claims}
