"""One self-contained page: no network, no foreign font or script, readable without JavaScript."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from skyledger.model import Place
from skyledger.publish.amounts import claim_number
from skyledger.publish.event_words import kind_words
from skyledger.publish.map.borders import load_countries, load_regions
from skyledger.publish.sitrep.anchors import Anchors
from skyledger.publish.sitrep.brief_words import short_when
from skyledger.publish.sitrep.marks import collect_marks, render_marks
from skyledger.publish.sitrep.outline import made_words, sides_words, withheld_words
from skyledger.publish.sitrep.page import build_page, closing_words, row_anchor
from skyledger.publish.sitrep.records import ShownDocument, Sitrep
from skyledger.publish.times import date_words, long_day, time_words, utc_stamp
from skyledger.publish.words import capitalised, clean_text, outlet_type_words, place_words, reason_words, speaker_words
from skyledger.say import language, say


def render_html(sitrep: Sitrep) -> str:
    """Return the report as one HTML page, UTF-8, with a policy that forbids it to load anything."""
    anchors = Anchors(sitrep)
    issues = [i for g in sitrep.unknowns.issues for i in g.issues]

    def marked(document: ShownDocument) -> Markup:
        marks = collect_marks(document, [sitrep.claims[c] for c in document.claims], issues)
        return render_marks(document.document.text, marks)

    style, script = _asset("sitrep.css"), _asset("sitrep.js").replace("Back to the number", say("Back to the number"))
    return (
        _environment()
        .get_template("sitrep.html.j2")
        .render(
            s=sitrep,
            a=anchors,
            page=build_page(sitrep, anchors),
            hours=lambda line: short_when(line, sitrep.night),
            marked=marked,
            style=Markup(style),
            script=Markup(script),
            csp=_content_policy(style, script),
            reason=reason_words,
            notes=(load_regions().note, load_countries().note),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("skyledger.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "clean": clean_text,
        "place": _place_word,
        "speaker": speaker_words,
        "window": time_words,
        "moment": utc_stamp,
        "number": claim_number,
        "closing": closing_words,
        "row": row_anchor,
        "web": _web_address,
    }
    environment.globals |= {
        "kind_words": kind_words,
        "say": say,
        "say_html": _say_html,
        "outlet_type_words": outlet_type_words,
        "language": language,
        "long_day": long_day,
        "date_words": date_words,
        "capitalised": capitalised,
        "made_words": made_words,
        "sides_words": sides_words,
        "withheld_words": withheld_words,
    }
    return environment


def _say_html(english: str, **fields: Any) -> Markup:
    """Say a text whose fields may be markup; what is not is escaped."""
    return Markup(say(english, **{name: escape(value) for name, value in fields.items()}))


@cache
def _asset(name: str) -> str:
    return (files("skyledger.publish") / "templates" / name).read_text(encoding="utf-8")


def _content_policy(style: str, script: str) -> str:
    hashes = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _place_word(place: Place | None) -> str:
    return say("place not reported") if place is None else place_words(place.kind, place.precision)


def _web_address(url: str) -> str:
    """Return an address that is safe to link to, else ``""``."""
    return url if url.startswith(("https://", "http://")) and not any(c.isspace() for c in url) else ""
