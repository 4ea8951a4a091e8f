"""What a report must say, and what no letter may do to it."""

import logging
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree

import pytest

from skyledger.ledger import Ledger
from skyledger.publish.export_view import View
from skyledger.publish.exports import FORMATS
from skyledger.publish.exports.report import build_report
from tests.publish.exports.readers import readable
from tests.publish.exports.taken import QUERIES, take

REPORTS = ("md", "html", "pdf", "docx")
# Hebrew, Chinese, an emoji beyond the basic plane, combining marks, a lone surrogate, a tab, a terminal's escape.
ODD = "\u05e9\u05dc\u05d5\u05dd \u4f60\u597d \U0001f680 z\u0335\u0321\u0338 \ud800 \t \x1b[31m \u202e <b>&amp;"


def said(view: View, name: str) -> str:
    return " ".join(readable(FORMATS[name].media, FORMATS[name].write(view)).split())


@pytest.mark.parametrize("name", REPORTS)
def test_it_says_what_was_asked_when_and_under_which_policy(ledger: Ledger, name: str) -> None:
    text = said(take(ledger, QUERIES[1]), name)
    for words in ("night to 2025-12-11", "Private release", "Claims, not facts", "warns of nothing", "never added up"):
        assert words in text


@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_selection_is_not_calm(ledger: Ledger, name: str) -> None:
    assert "That is not the same as a calm night." in said(take(ledger, QUERIES[5]), name)


@pytest.mark.parametrize("name", REPORTS)
def test_the_words_of_the_texts_are_in_it(ledger: Ledger, name: str) -> None:
    view = take(ledger, QUERIES[3])
    report = build_report(view)
    quotes = [item.text for section in report.sections for item in section.items if item.text.startswith("«")]
    assert len(quotes) == len(view.rows)
    text = letters(said(view, name))
    assert [quote for quote in quotes if letters(quote) not in text] == []


def letters(text: str) -> str:
    """Return the letters alone: each format escapes the signs around them in its own way."""
    return "".join(c for c in unescape(text) if c.isalnum())


@pytest.mark.parametrize("name", [*REPORTS, "atom"])
def test_no_letter_breaks_it(ledger: Ledger, name: str, caplog: pytest.LogCaptureFixture) -> None:
    view = take(ledger, QUERIES[3])
    documents = {
        id: replace(text, title=ODD, outlet=replace(text.outlet, name=ODD)) for id, text in view.documents.items()
    }
    rows = tuple(replace(row, title=ODD) for row in view.rows)
    with caplog.at_level(logging.WARNING):
        written = FORMATS[name].write(replace(view, documents=documents, rows=rows))
    assert not caplog.records
    text = readable(FORMATS[name].media, written)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<b>" not in text or name in ("docx", "pdf")
    if name == "atom":
        ElementTree.fromstring(written)
