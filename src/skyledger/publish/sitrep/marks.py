"""A document's text with its evidence highlighted, as HTML that nests whatever the spans do."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from skyledger.model import Claim, Issue, Span
from skyledger.publish.event_words import kind_words
from skyledger.publish.sitrep.anchors import span_id
from skyledger.publish.sitrep.records import ShownDocument
from skyledger.publish.words import clean_text, text_words
from skyledger.say import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A highlighted stretch; ``rest`` marks the further piece of one that had to be split."""

    span: Span
    id: str
    title: str
    kind: str
    rest: bool = False


def collect_marks(document: ShownDocument, claims: Sequence[Claim], issues: Sequence[Issue]) -> list[Mark]:
    """Return one mark a distinct span, with what it proves in its title."""
    titles: dict[Span, dict[str, None]] = {}
    for claim in claims:
        words = kind_words(claim.kind, claim.fate, claim.object, claim.detail)
        for evidence in claim.evidence:
            titles.setdefault(evidence.span, {})[
                say("{field} of: {what}", field=say(evidence.field, about="field"), what=words)
            ] = None
    doubts: dict[Span, dict[str, None]] = {}
    for issue in issues:
        if issue.document_id == document.document.id and issue.span is not None:
            doubts.setdefault(issue.span, {})[issue.message] = None
    size = len(document.document.text)
    marks = [_mark(document, s, "; ".join(t), "proof") for s, t in titles.items() if 0 <= s.start < s.stop <= size]
    marks += [
        _mark(document, s, "; ".join(t), "doubt")
        for s, t in doubts.items()
        if s not in titles and 0 <= s.start < s.stop <= size
    ]
    return marks


def _mark(document: ShownDocument, span: Span, title: str, kind: str) -> Mark:
    return Mark(span=span, id=span_id(document, span), title=clean_text(title), kind=kind)


def render_marks(text: str, marks: Sequence[Mark]) -> Markup:
    """Return the text, escaped and cleaned, inside nested ``<mark>`` elements.

    Where two spans cross, the later one is cut in two at the crossing: the first piece keeps the id.
    """
    pieces: list[str] = []
    waiting = sorted(marks, key=_key)
    open_marks: list[Mark] = []
    position = 0
    while waiting or open_marks:
        edge = open_marks[-1].span.stop if open_marks else len(text) + 1
        if waiting and waiting[0].span.start < edge:
            mark = waiting.pop(0)
            if mark.span.stop > edge:
                tail = Mark(
                    span=Span(start=edge, stop=mark.span.stop), id=mark.id, title=mark.title, kind=mark.kind, rest=True
                )
                waiting = sorted([*waiting, tail], key=_key)
                mark = Mark(
                    span=Span(start=mark.span.start, stop=edge),
                    id=mark.id,
                    title=mark.title,
                    kind=mark.kind,
                    rest=mark.rest,
                )
            pieces += [str(escape(text_words(text[position : mark.span.start]))), _open(mark)]
            position = mark.span.start
            open_marks.append(mark)
        else:
            closed = open_marks.pop()
            pieces += [str(escape(text_words(text[position : closed.span.stop]))), "</mark>"]
            position = closed.span.stop
    pieces.append(str(escape(text_words(text[position:]))))
    return Markup("".join(pieces))


def _key(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.stop


def _open(mark: Mark) -> str:
    name = "data-rest" if mark.rest else "id"
    return f'<mark {name}="{escape(mark.id)}" class="{mark.kind}" title="{escape(mark.title)}">'
