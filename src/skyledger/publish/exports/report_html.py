"""The report on a selection as one self-contained page with its charts; it loads nothing and needs no script."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from skyledger.publish.export_view import View
from skyledger.publish.exports.report import build_report, charts_of
from skyledger.say import say

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; border-top: 2px solid; padding-top: .5rem; }
.soft { opacity: .8; font-size: .9rem; } li { margin: .2rem 0; overflow-wrap: anywhere; }
.l1 { margin-left: 1.5rem; list-style: circle; }
.l2 { margin-left: 3rem; list-style: square; }
figure { margin: 1rem 0; background: #fff; } figure svg { width: 100%; height: auto; }
.ref { font-size: .75rem; } @media print { a { color: inherit; text-decoration: none; } }
"""


def write_html(view: View) -> bytes:
    """Return the report on a view as an HTML page in UTF-8."""
    charts = [Markup(draw(view)) for draw in charts_of(view)]
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=build_report(view), texts=say("Texts"), charts=charts, style=Markup(_STYLE), csp=content_policy()
        )
    )
    return page.encode("utf-8", "replace")


@cache
def content_policy() -> str:
    """Return the policy the page asks for: its own style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("skyledger.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
