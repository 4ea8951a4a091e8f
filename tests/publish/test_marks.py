"""Highlighted text: any spans, any text, and the page stays whole."""

from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import Span
from skyledger.publish.sitrep.marks import Mark, render_marks
from skyledger.publish.words import clean_text
from tests.publish.page_reader import read_page


@st.composite
def _texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(min_size=1, max_size=40) | st.text("ab<>&\"'\n\u202e\u200b\ud800", min_size=1, max_size=40))
    count = draw(st.integers(0, 6))
    spans = set()
    for _ in range(count):
        start = draw(st.integers(0, len(text) - 1))
        spans.add(Span(start=start, stop=draw(st.integers(start + 1, len(text)))))
    return text, sorted(spans)


@given(_texts_with_spans())
def test_marks_nest_and_keep_every_letter_whatever_the_spans(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    marks = [Mark(span=s, id=f"ev-{s.start}-{s.stop}", title='"><script>', kind="proof") for s in spans]
    root = read_page(f"<p>{render_marks(text, marks)}</p>")
    assert root.text == clean_text(text)
    found = [n for n in root.walk() if n.tag == "mark"]
    ids = [n.attrs["id"] for n in found if "id" in n.attrs]
    assert sorted(ids) == sorted(m.id for m in marks)
    for mark in marks:
        pieces = [n for n in found if mark.id in (n.attrs.get("id"), n.attrs.get("data-rest"))]
        assert "".join(p.text for p in pieces) == clean_text(mark.span.slice(text))


@given(st.text(max_size=80))
def test_cleaned_text_holds_nothing_that_turns_hides_or_commands(text: str) -> None:
    cleaned = clean_text(text)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\x1b\r\x00")
    cleaned.encode("utf-8")
    assert clean_text(cleaned) == cleaned


@given(st.text() | st.text(alphabet="a \u0416\u200b\u202e\u00ad\x1b\r\n\t\ud800\u200d\u4f60"))
def test_a_text_is_cleaned_letter_by_letter(text: str) -> None:
    assert clean_text(text) == "".join(map(clean_text, text))
    assert not set(clean_text(text)) & set("\u200b\u202e\u00ad\x1b\r\ud800")
