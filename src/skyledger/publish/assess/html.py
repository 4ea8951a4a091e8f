"""The report as one page: words first, pictures drawn by the server, nothing loaded, no script."""

import base64
import hashlib

from markupsafe import escape

from skyledger.publish.assess.pictures import draw_calendar, draw_evidence, draw_fan, draw_nights, draw_regions
from skyledger.publish.assess.report import AssessReport
from skyledger.publish.words import clean_text

_STYLE = """
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fff;--soft:#5b6675;--bar:#1f5fa8;
--pale:#a9c6e8;--grid:#c9d0d8;
--alarm:#b3261e;--watch:#8a6100}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--paper:#12161c;--soft:#a3adba;--bar:#6aa5ea;--pale:#2f4f74;
--grid:#3a4450;--alarm:#ff8a80;--watch:#ffcf66}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:52rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.verdict{font-size:1.15rem;font-weight:600;border-left:.4rem solid var(--bar);padding:.4rem .8rem}
svg{width:100%;height:auto;display:block}text{font:11px system-ui,sans-serif;fill:var(--soft)}figure{margin:1rem 0}
figcaption,footer{color:var(--soft);font-size:.9rem}li{margin:.3rem 0}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--grid)}td.n,th.n{text-align:right}
.low{fill:var(--bar)}.high{fill:var(--pale)}
.late{stroke:var(--watch);stroke-width:1;stroke-dasharray:2 1;fill-opacity:.5}
.quiet{fill:none;stroke:var(--grid)}.unknown{fill:var(--grid);fill-opacity:.45}.axis{stroke:var(--grid)}
.alarm{stroke:var(--alarm);stroke-dasharray:6 3}.watch{stroke:var(--watch);stroke-dasharray:2 3}
.break{stroke:var(--alarm)}
.track{fill:none;stroke:var(--bar);stroke-width:1.6}.band{fill:var(--pale)}.next{stroke:var(--bar);stroke-width:1.5}
.came{fill:var(--bar)}.missed{fill:none;stroke:var(--alarm);stroke-width:2}
@media print{body{margin:0}}
"""


def render_html(report: AssessReport) -> str:
    """Return the report as one HTML page, UTF-8, with a policy that forbids it to load anything."""
    name = clean_text(report.name)
    title = f"{report.heading('title')} {name}"
    policy = content_policy()
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="verdict">{escape(clean_text(report.verdict.words(report.language)))}</p>',
        *_pictures(report, name),
    ]
    for heading, sentences in report.sections():
        items = "".join(f"<li>{escape(clean_text(s))}</li>" for s in sentences)
        body.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    body += _regions(report)
    body.append(f"<footer><p>{escape(report.heading('foot'))}</p></footer>")
    return (
        f'<!doctype html>\n<html lang="{report.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>{''.join(body)}</body></html>\n"
    )


def content_policy() -> str:
    """Return what the page may load: nothing but its own style."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _pictures(report: AssessReport, name: str) -> list[str]:
    whole = report.area.whole
    drawn = (
        (draw_nights(whole.series, f"{report.heading('picture_nights')}: {name}"), "picture_nights"),
        (draw_evidence(whole, f"{report.heading('picture_evidence')}: {name}"), "picture_evidence"),
        (draw_calendar(whole.series, f"{report.heading('picture_calendar')}: {name}"), "picture_calendar"),
        (draw_fan(whole, f"{report.heading('picture_fan')}: {name}"), "picture_fan"),
    )
    return [_figure(svg, report.heading(key), report.heading(f"{key}_note")) for svg, key in drawn if svg]


def _figure(svg: str, caption: str, note: str) -> str:
    return f"<figure>{svg}<figcaption>{escape(caption)}. {escape(note)}</figcaption></figure>"


def _regions(report: AssessReport) -> list[str]:
    if not report.regions:
        return []
    heads = "".join(
        f'<th scope="col"{" class=n" if key in ("attacks", "unknown") else ""}>{escape(report.heading(key))}</th>'
        for key in ("region", "attacks", "unknown", "level")
    )
    rows = "".join(
        f'<tr><td>{escape(clean_text(r.name))}</td><td class="n">{r.attacks}</td><td class="n">{r.unknown}</td>'
        f"<td>{escape(r.verdict)}</td></tr>"
        for r in report.regions
    )
    drawn = draw_regions(report.area.regions, report.heading("regions"), report.language)
    return [
        f"<h2>{escape(report.heading('regions'))}</h2><figure>{drawn}</figure>",
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
    ]
