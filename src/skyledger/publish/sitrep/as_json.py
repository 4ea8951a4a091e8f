"""The report as JSON, shape ``skyledger.sitrep/1`` (docs/sitrep.md); fields are only ever added."""

import json
from dataclasses import asdict
from typing import Any

from skyledger.model import Issue
from skyledger.model.wire import claim_to_json, incident_to_json, interval_to_json, place_to_json, time_to_json
from skyledger.publish.sitrep.records import Conflict, Figure, Headline, Line, ShownDocument, Sitrep
from skyledger.say import say

Json = dict[str, Any]
SHAPE = "skyledger.sitrep/1"


def render_json(sitrep: Sitrep) -> str:
    """Return the report as JSON text, keys in a fixed order, letters as themselves."""
    text = json.dumps(sitrep_to_json(sitrep), ensure_ascii=False, indent=2)
    # A lone surrogate from a broken file cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def sitrep_to_json(sitrep: Sitrep) -> Json:
    """Return the report as plain dicts and lists."""
    return {
        "shape": SHAPE,
        "night": sitrep.night.isoformat(),
        "region": sitrep.region,
        "made_at": sitrep.made_at.isoformat(),
        "policy": {"name": sitrep.policy.name, "delay_h": sitrep.policy.delay_h, "coarsen": sitrep.policy.coarsen},
        "documents_count": len(sitrep.documents),
        "outlets_count": sitrep.outlets,
        "origins_count": sitrep.origins,
        "origins_unmeasured": sitrep.unmeasured,
        "sides_count": sitrep.sides,
        "headlines": [_headline(h) for h in sitrep.headlines],
        "regions": [
            {
                "id": r.id,
                "name": r.name,
                "lines": [line.incident for lines in r.cells.values() for line in lines],
            }
            for r in sitrep.regions
        ],
        "kinds": [
            {"key": k.key, "title": say(k.title), "lines": [_line(line) for line in k.lines]} for k in sitrep.kinds
        ],
        "airports": [
            {
                "place": place_to_json(a.airport),
                "closed": [
                    {
                        "from": None if c.closed_from is None else c.closed_from.isoformat(),
                        "to": None if c.opened_at is None else c.opened_at.isoformat(),
                        "from_announced": c.closed_told,
                        "to_announced": c.opened_told,
                        "closure": c.closure,
                        "reopening": c.reopening,
                    }
                    for c in a.closings
                ],
                "diversions": [line.incident for line in a.diversions],
            }
            for a in sitrep.airports
        ],
        "conflicts": [_conflict(c) for c in sitrep.conflicts],
        "totals": [asdict(t) for t in sitrep.totals],
        "unknowns": _unknowns(sitrep),
        "background": list(sitrep.background),
        "incidents": [incident_to_json(i) for i in sitrep.incidents],
        "documents": [_document(d, sitrep) for d in sitrep.documents],
    }


def _figure(figure: Figure) -> Json:
    return {
        "field": figure.field,
        "label": figure.label,
        "value": figure.value,
        "interval": interval_to_json(figure.interval),
        "claims": list(figure.claims),
        "dissenting": list(figure.dissenting),
        "earlier": [{"value": v, "claim": c} for v, c in figure.earlier],
        "hedge": figure.hedge,
        "note": figure.note,
    }


def _headline(headline: Headline) -> Json:
    return {
        "key": headline.key,
        "label": say(headline.label),
        "statements": [
            {**_figure(f), "incident": None if line is None else line.incident} for f, line in headline.figures
        ],
        "note": headline.note,
        "rest": list(headline.rest),
    }


def _line(line: Line) -> Json:
    return {
        "incident": line.incident,
        "title": line.title,
        "place": place_to_json(line.place),
        "place_words": [{"text": w, "lang": lang} for w, lang in line.place_words],
        "window": time_to_json(line.window),
        "figures": [_figure(f) for f in line.figures],
        "speakers": list(line.speakers),
        "origins": line.origins,
        "measured": line.measured,
        "sides": line.sides,
        "status": line.status,
        "tally": line.tally,
        "part_of": line.part_of,
        "claims": list(line.claims),
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "title": conflict.title,
        "sentence": conflict.sentence,
        "verdict": conflict.verdict,
        "agrees": conflict.agrees,
        "statements": [
            {"claim": s.claim, "value": s.value, "speaker": s.speaker, "document": s.document, "role": s.role}
            for s in conflict.statements
        ],
    }


def _unknowns(sitrep: Sitrep) -> Json:
    unknowns = sitrep.unknowns
    return {
        "issues": [{"code": g.code, "issues": [_issue(i) for i in g.issues]} for g in unknowns.issues],
        "silent": list(unknowns.silent),
        "without_place": list(unknowns.without_place),
        "without_time": list(unknowns.without_time),
        "withheld": [{"what": w.what, "reason": w.reason, "number": w.number} for w in unknowns.withheld],
    }


def _issue(issue: Issue) -> Json:
    return {
        "document": issue.document_id,
        "start": None if issue.span is None else issue.span.start,
        "end": None if issue.span is None else issue.span.stop,
        "text": issue.text,
        "message": issue.message,
    }


def _document(shown: ShownDocument, sitrep: Sitrep) -> Json:
    document = shown.document
    return {
        "key": shown.key,
        "id": document.id,
        "outlet": {"name": document.outlet.name, "handle": document.outlet.handle, "type": document.outlet.type},
        "url": document.url,
        "title": document.title,
        "lang": document.lang.value,
        "published": None if document.published_at is None else document.published_at.isoformat(),
        "text": document.text,
        "claims": [claim_to_json(sitrep.claims[c]) for c in shown.claims],
    }
