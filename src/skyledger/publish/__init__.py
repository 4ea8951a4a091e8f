"""What leaves the ledger: the release policy and everything behind it.

Read :mod:`policy` first: nothing is serialised that did not pass it. :mod:`sitrep` is the report on one night with a
renderer a file; :mod:`why` is the chain behind one figure, :mod:`compare` two ids side by side,
:mod:`history` how an incident grew; :mod:`map` and
:mod:`timeline` draw.
"""

from skyledger.publish.changes import IncidentChange, build_changes
from skyledger.publish.changes_render import render_changes, render_changes_json
from skyledger.publish.compare import Compared, build_compared
from skyledger.publish.compare_render import render_compared, render_compared_json
from skyledger.publish.history import History, build_history
from skyledger.publish.history_render import render_history, render_history_json
from skyledger.publish.policy import Released, ReleasePolicy, Selection, private_policy, public_policy, release
from skyledger.publish.sitrep.as_json import render_json
from skyledger.publish.sitrep.build import build_sitrep
from skyledger.publish.sitrep.html import render_html
from skyledger.publish.sitrep.markdown import render_markdown
from skyledger.publish.sitrep.records import Sitrep
from skyledger.publish.sitrep.terminal import render_terminal
from skyledger.publish.totals import build_totals
from skyledger.publish.totals_records import ShownTotal
from skyledger.publish.totals_render import render_totals, render_totals_json
from skyledger.publish.why import Why, build_why
from skyledger.publish.why_render import render_why, render_why_json

__all__ = [
    "Compared",
    "History",
    "IncidentChange",
    "ReleasePolicy",
    "Released",
    "Selection",
    "ShownTotal",
    "Sitrep",
    "Why",
    "build_changes",
    "build_compared",
    "build_history",
    "build_sitrep",
    "build_totals",
    "build_why",
    "private_policy",
    "public_policy",
    "release",
    "render_changes",
    "render_changes_json",
    "render_compared",
    "render_compared_json",
    "render_history",
    "render_history_json",
    "render_html",
    "render_json",
    "render_markdown",
    "render_terminal",
    "render_totals",
    "render_totals_json",
    "render_why",
    "render_why_json",
]
