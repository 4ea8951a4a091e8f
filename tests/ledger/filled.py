"""A ledger with something in every table, and what an attacker would change there: for both databases."""

from skyledger.ledger import Run, open_ledger, tables
from skyledger.ledger.packing import FIRST
from skyledger.model import PlaceKind
from tests.builders import NOW, a_claim, a_decision, a_document, a_place
from tests.ledger.entries import RAW, a_file, an_entry, an_incident, settle_as, standing

TABLES = sorted(tables.metadata.tables)
# The row number that each table calls its own, and the column an attacker would like to change.
KEY = {"schema_steps": "number"}
VALUE = {
    "schema_steps": "name",
    "claim_parts": "place",
    "derivations": "extractor",
    "incident_claims": "claim",
    "incident_parts": "place",
    "settlements": "program",
    "marks": "mark",
}


def fill_every_table(address: str) -> None:
    """Make a ledger with at least one row in every table."""
    post = a_document()
    listed = a_place("RU-KLU+RU-BRY", "Two regions", kind=PlaceKind.LIST, parts=("RU-KLU", "RU-BRY"))
    run = Run(id="run-1", command="add", version="1", pack_version="p", started_at=NOW, finished_at=NOW, outcome="done")
    with open_ledger(address) as ledger:
        many = [an_entry(a_document(f"Post {number}."), claims=(), issues=()) for number in range(FIRST)]
        ledger.add(a_file(), RAW, [an_entry(post, claims=(a_claim(post, place=listed),)), *many], NOW)
        ledger.decide(a_decision())
        ledger.record_run(run, NOW)
        settle_as(ledger, standing(an_incident(place=listed)), marks={1: frozenset({(b"mark", 0)})})
