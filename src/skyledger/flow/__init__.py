"""The whole pipe on one page; the only place that joins steps and ledger.

As a shell would write it::

    read_paths FILES | extract_document | resolve_extraction       a text at a time: reading
      | ledger.add                                                 kept for good: adding
      | link_claims | reconcile_groups                             all claims together: incidents
      | build_sitrep | render                                      after policy: asking
    decide, evaluate                                               judging, measuring

Nothing here has a rule of its own: each function only passes records from one room to the next. Incidents are not
stored: they follow from documents, claims and decisions each time they are asked for.

Rooms that reading one text has no need of are imported by the functions that pass records to them: the database, the
parsers and the reports take two thirds of a second to load.
"""

from skyledger.flow.adding import AddReport, OnProgress, add_paths, derive_again
from skyledger.flow.asking import list_issues, sitrep, totals, why
from skyledger.flow.comparing import compare
from skyledger.flow.incidents import derive_incidents, ledger_incidents
from skyledger.flow.judging import DECISION_COLUMNS, decide, decision_to_array, decision_to_json, replay_decisions
from skyledger.flow.measuring import evaluate, evaluate_scenarios
from skyledger.flow.reading import Explanation, Extracted, explain, extract_documents
from skyledger.flow.searching import search

__all__ = [
    "DECISION_COLUMNS", "AddReport", "Explanation", "Extracted", "OnProgress", "add_paths", "compare", "decide",
    "decision_to_array", "decision_to_json", "derive_again", "derive_incidents", "evaluate", "evaluate_scenarios",
    "explain", "extract_documents", "ledger_incidents", "list_issues", "replay_decisions", "search", "sitrep", "totals",
    "why",
]  # fmt: skip
