"""A selection as a report: by night, each incident with its figures, place, time, origins and words, then the texts.

The same items become Markdown, HTML, PDF and DOCX. Statements stand side by side; nothing is added up.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from skyledger.model import Claim, Document
from skyledger.publish.amounts import number_words
from skyledger.publish.charts.nights import draw_nights
from skyledger.publish.charts.region_map import draw_regions
from skyledger.publish.export_view import View, outlet_words, web_address
from skyledger.publish.quote import quote_around
from skyledger.publish.sitrep.anchors import choose_evidence
from skyledger.publish.sitrep.lines import build_lines
from skyledger.publish.sitrep.outline import Item, Section, line_items
from skyledger.publish.sitrep.records import Line
from skyledger.publish.times import night_words, utc_stamp
from skyledger.publish.words import capitalised, text_words
from skyledger.say import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A text by the short number it is cited with."""

    key: str
    outlet: str
    published: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report says, before any rendering.

    Attributes:
        facts: Sentences below the title: what was asked, under which policy, as known when, and all in one line.
        sections: One a night, latest first.
    """

    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    lang: str


def build_report(view: View) -> Report:
    """Return the report on a view."""
    documents = sorted(view.documents.values(), key=lambda d: (str(d.published_at), d.id))
    keys = {d.id: f"D{number}" for number, d in enumerate(documents, 1)}
    lines = {line.incident: line for line in build_lines([*view.incidents.values()], view.claims, view.documents)}
    nights: dict[str, list[Line]] = {}
    for row in view.rows:
        nights.setdefault(row.night or "", []).append(lines[row.id])
    nights_named = [night for night in nights if night]
    return Report(
        title=_title(nights_named),
        facts=_facts(view, len(documents)),
        sections=tuple(_section(night, own, view, keys) for night, own in nights.items()),
        references=tuple(_reference(keys[d.id], d) for d in documents),
        lang=view.lang,
    )


def charts_of(view: View) -> tuple[Callable[[View], str], ...]:
    """Return the charts that a report on a view shows: none of nothing, and no row of nights where there is one."""
    if not view.rows:
        return ()
    return (draw_nights, draw_regions) if len({row.night for row in view.rows} - {None}) > 1 else (draw_regions,)


def _title(nights: Sequence[str]) -> str:
    if len(nights) == 1:
        return say("Situation report, night to {night}", night=night_words(nights[0]))
    if not nights:
        return say("Situation report")
    first, last = night_words(min(nights)), night_words(max(nights))
    return say("Situation report, nights {first} to {last}", first=first, last=last)


def _facts(view: View, documents: int) -> tuple[str, ...]:
    outlets = len({outlet_words(d) for d in view.documents.values()})
    carried = say(
        "Carried by {texts} {texts:text|texts} of {outlets} {outlets:outlet|outlets}.",
        texts=number_words(documents),
        outlets=number_words(outlets),
    )
    behind = f"{carried} {say('Overlapping statements are never added up.')}"
    known = say(", as known at {when}", when=view.known_words) if view.stamp else ""
    asked = say("Selection: {query}.", query=view.query or say("everything"))
    facts = [
        f"{asked} {capitalised(say(f'{view.policy.name} release'))}{known}.",
        say(
            "Claims, not facts: each line names the texts whose words it rests on. It looks back and warns of nothing."
        ),
    ]
    return (
        *facts,
        *([view.headline] if view.headline else []),
        behind
        if view.rows
        else say("Nothing in the ledger answers this selection. That is not the same as a calm night."),
    )


def _section(night: str, lines: Sequence[Line], view: View, keys: Mapping[str, str]) -> Section:
    def refs(claims: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(keys[view.claims[c].document_id] for c in claims))

    items: list[Item] = []
    for line in lines:
        # A part of a total stands by itself here: its total may not be in the selection.
        own = line_items(line, refs)
        items += [*(replace(item, level=item.level - own[0].level) for item in own), _quote(line, view, keys)]
    return Section(
        title=say("Night to {night}", night=night_words(night)) if night else say("Without a night"),
        items=tuple(items),
        note=say("{n} {n:incident|incidents}", n=number_words(len(lines))) + ".",
    )


def _quote(line: Line, view: View, keys: Mapping[str, str]) -> Item:
    """Return the sentence of the first claim that stands for the line's first figure."""
    figure = line.figures[0] if line.figures else None
    claim: Claim = view.claims[figure.claims[0] if figure is not None else line.claims[0]]
    field = "count" if figure is None else figure.field
    document = view.documents[claim.document_id]
    quote = quote_around(document.text, choose_evidence(claim, field).span)
    words = " ".join(f"{quote.before}{quote.words}{quote.after}".split())
    return Item(strong="", text=f"«{words}»", refs=(keys[document.id],), level=1)


def _reference(key: str, document: Document) -> Reference:
    return Reference(
        key=key,
        outlet=outlet_words(document),
        published=utc_stamp(document.published_at),
        title=" ".join(text_words(document.title or "").split()),
        url=web_address(document.url),
    )
