"""The whole pipe on one page; the only place that joins steps and ledger.

As a shell would write it::

    read_paths FILES | extract_document | resolve_extraction       a text at a time: reading
      | ledger.add                                                 kept for good: adding
      | link_claims | reconcile_groups | name_incidents            incidents under ids that last: settling
      | build_sitrep | render                                      after policy: asking
    decide, evaluate                                               judging, measuring

Nothing here has a rule of its own but :mod:`identity` (who keeps which id): each function only passes records from one
room to the next. Incidents follow from documents, claims and decisions; the ledger keeps every version of them.

Rooms that reading one text has no need of are imported by the functions that pass records to them: the database, the
parsers and the reports take two thirds of a second to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from skyledger.flow.reading import Explanation, Extracted, explain, extract_documents

if TYPE_CHECKING:
    from skyledger.flow.adding import AddReport, OnProgress, add_paths, derive_again
    from skyledger.flow.asking import list_issues, sitrep, totals, why
    from skyledger.flow.comparing import compare
    from skyledger.flow.exporting import export, view_of
    from skyledger.flow.incidents import derive_incidents, ledger_incidents
    from skyledger.flow.judging import DECISION_COLUMNS, decide, decision_to_array, decision_to_json, replay_decisions
    from skyledger.flow.looking_back import after_action
    from skyledger.flow.measuring import evaluate, evaluate_scenarios, measure_ledger
    from skyledger.flow.rederiving import first_difference, rederive
    from skyledger.flow.searching import search
    from skyledger.flow.settling import is_settled, settle
    from skyledger.flow.tracing import history

__all__ = [
    "DECISION_COLUMNS", "AddReport", "Explanation", "Extracted", "OnProgress", "add_paths", "after_action", "compare",
    "decide", "decision_to_array", "decision_to_json", "derive_again", "derive_incidents", "evaluate",
    "evaluate_scenarios", "explain", "export", "extract_documents", "first_difference", "history", "is_settled",
    "ledger_incidents", "list_issues", "measure_ledger", "rederive", "replay_decisions", "search", "settle", "sitrep",
    "totals", "view_of", "why",
]  # fmt: skip

_WHEN_ASKED = {
    "adding": "AddReport OnProgress add_paths derive_again",
    "asking": "list_issues sitrep totals why",
    "comparing": "compare",
    "exporting": "export view_of",
    "incidents": "derive_incidents ledger_incidents",
    "judging": "DECISION_COLUMNS decide decision_to_array decision_to_json replay_decisions",
    "looking_back": "after_action",
    "measuring": "evaluate evaluate_scenarios measure_ledger",
    "rederiving": "first_difference rederive",
    "searching": "search",
    "settling": "is_settled settle",
    "tracing": "history",
}
_PAGE_OF = {name: page for page, names in _WHEN_ASKED.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load what reading one text has no need of when it is first asked for (PEP 562)."""
    if name not in _PAGE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_PAGE_OF[name]}"), name)
    return found
