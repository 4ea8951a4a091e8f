"""The report as sections of short items: what the terminal and Markdown renderers both print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from skyledger.publish.sitrep.page import closing_words
from skyledger.publish.sitrep.records import GROUPS, Figure, Line, RegionRow, Sitrep
from skyledger.publish.words import REASONS, claim_number, clean_text, kind_words, place_words, speaker_words

Refs = Callable[[Sequence[str]], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line: a strong beginning, its words, and the documents it rests on.

    Attributes:
        level: 0 for a line, 1 for a line under the one before.
        refs: Document numbers, ``("D3", "D7")``.
    """

    strong: str
    text: str = ""
    refs: tuple[str, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its items; ``note`` stands below the heading."""

    title: str
    items: tuple[Item, ...]
    note: str = ""


def build_outline(sitrep: Sitrep) -> tuple[Section, ...]:
    """Return the sections in the order of the page, without the documents."""
    names = {d.document.id: d.key for d in sitrep.documents}
    refs = _refs(sitrep)
    sections = [
        Section(title="Headline figures", items=_headlines(sitrep, refs), note=summary(sitrep)),
        Section(
            title="By region",
            items=tuple(i for r in sitrep.regions for i in _region(r, refs)),
            note="What a region does not list was not reported, which is not none.",
        ),
        Section(title="Conflicts and totals", items=_conflicts(sitrep, refs)),
        Section(title="Totals and their parts", items=_totals(sitrep, refs)),
        Section(title="What is not known", items=_unknowns(sitrep, refs, names)),
        Section(title="Airports", items=_airports(sitrep, refs)),
    ]
    found = (*sections, *build_statements(sitrep))
    return tuple(s for s in found if s.items or s.title == "By region")


def build_statements(sitrep: Sitrep) -> tuple[Section, ...]:
    """Return every statement by kind, with origins and status, and what was mentioned of other times."""
    refs = _refs(sitrep)
    sections = [
        Section(title=k.title, items=tuple(i for line in k.lines for i in line_items(line, refs))) for k in sitrep.kinds
    ]
    background = tuple(_claim(sitrep, c, refs) for c in sitrep.background)
    sections.append(Section(title="Background: other times, counted nowhere", items=background))
    return tuple(s for s in sections if s.items)


def _refs(sitrep: Sitrep) -> Refs:
    names = {d.document.id: d.key for d in sitrep.documents}

    def refs(claims: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names[sitrep.claims[c].document_id] for c in claims))

    return refs


def summary(sitrep: Sitrep) -> str:
    """Return the sentence on documents, outlets, origins and sides."""
    if not sitrep.documents:
        return "No text about this night was read, which is unknown, not calm."
    unmeasured = f"; independence unmeasured for {sitrep.unmeasured}" if sitrep.unmeasured else ""
    return (
        f"{_many(len(sitrep.documents), 'document')} from {_many(sitrep.outlets, 'outlet')}, going back to "
        f"{_many(sitrep.origins, 'origin')} on {_many(sitrep.sides, 'side')}{unmeasured}. "
        "Overlapping statements are never added up."
    )


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _headlines(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for headline in sitrep.headlines:
        for figure, line in headline.figures:
            about = [] if line is None else ["; ".join(line.speakers), _place(line), line.when]
            words = "; ".join(w for w in about if w) or clean_text(figure.note)
            items.append(
                Item(
                    strong=f"{headline.label}: {figure.value}",
                    text=_join(_hedge(figure), words),
                    refs=refs(figure.claims),
                )
            )
        if headline.note:
            items.append(Item(strong="", text=headline.note, refs=refs(headline.rest), level=1))
    return tuple(items)


def _region(row: RegionRow, refs: Refs) -> list[Item]:
    own, name = ", ".join(f"«{w}»" for w, _ in row.words[:3]), row.name
    items = [Item(strong=clean_text(name), text=own)]
    for key, title in GROUPS.items():
        for line in row.cells[key]:
            place = "" if line.place is None or line.place.name == name else _place(line)
            total = "in a total, not added" if line.part_of else ""
            text = "; ".join(w for w in (place, total, _status(line)) if w)
            items.append(Item(strong=f"{title}: {_figures(line)}", text=text, refs=refs(line.claims), level=1))
    return items


def _figures(line: Line) -> str:
    if not line.figures or line.kind.value == "no_casualties":
        return _join(line.title, _hedge(line.figures[0]) if line.figures else "")
    words = "; ".join(_join(f"{f.value} {f.label}", _hedge(f)) for f in line.figures)
    plain = line.kind.value in ("interception", "attack", "casualties")
    return words if plain else f"{words} ({line.title})"


def line_items(line: Line, refs: Refs) -> list[Item]:
    """Return a line and, below it, its origins, speakers, status and id."""
    earlier = [f"earlier {v}" for f in line.figures for v, _ in f.earlier]
    place = "place not reported"
    if line.place is not None:
        own = ", ".join(f"«{w}»" for w, _ in line.place_words[:2])
        kind = place_words(line.place.kind, line.place.precision)
        place = f"{clean_text(line.place.name)} ({kind}) {own}".strip()
    origins = f"{_many(line.origins, 'origin')}, {_many(line.sides, 'side') if line.sides else 'side not reported'}"
    measured = "" if line.measured else ", independence unmeasured"
    total = "contained in a total, not added to it" if line.part_of else ""
    return [
        Item(
            strong=_figures(line),
            text="; ".join(w for w in (*earlier, place, line.when, total) if w),
            refs=refs(line.claims),
            level=1 if line.part_of else 0,
        ),
        Item(
            strong="",
            text=f"{origins}{measured}: {'; '.join(line.speakers)}. {line.status}: {line.status_reason} "
            f"{line.incident}",
            level=2 if line.part_of else 1,
        ),
    ]


def _conflicts(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for conflict in sitrep.conflicts:
        items.append(Item(strong=conflict.title, text="; ".join(w for w in (conflict.sentence, conflict.verdict) if w)))
        items += [
            Item(strong=s.value, text=f"({s.role}) {s.speaker}", refs=refs(claims), level=1)
            for s, claims in conflict.voices
        ]
    return tuple(items)


def _totals(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for total in sitrep.totals:
        said = total.said
        strong = f"{said.value} {total.title}: {total.verdict}"
        items.append(Item(strong=strong, text=f"{said.speaker}; {said.when}", refs=refs([said.claim])))
        for line in total.lines:
            told = "; ".join(f"{s.value} by {s.speaker} ({s.verdict})" for s in line.told) or "itself not reported"
            claims = [c for c in (line.part, *(s.claim for s in line.told)) if c is not None]
            items.append(Item(strong=f"{line.name}: {line.listed}", text=told, refs=refs(claims), level=1))
        left = (
            f"listed {total.listed_left}; by the regions {total.told_left}, {total.spoke[0]} of {total.spoke[1]} told"
        )
        items.append(Item(strong="Left over", text=left, level=1))
    return tuple(items)


def _unknowns(sitrep: Sitrep, refs: Refs, names: dict[str, str]) -> tuple[Item, ...]:
    unknowns = sitrep.unknowns
    silence = "no text was read, which is unknown, not calm"
    items = [Item(strong="Silent", text=f"{name}: {silence}") for name in unknowns.silent]
    items += [_claim(sitrep, c, refs, "Without a place: ") for c in unknowns.without_place]
    items += [_claim(sitrep, c, refs, "Without a time: ") for c in unknowns.without_time]
    for group in unknowns.issues:
        items.append(Item(strong=f"{group.code}: {_many(len(group.issues), 'doubt')}"))
        for issue in group.issues:
            quote = f" «{clean_text(issue.text)}»" if issue.text else ""
            key = names.get(issue.document_id)
            items.append(
                Item(strong="", text=clean_text(issue.message) + quote, refs=() if key is None else (key,), level=1)
            )
    what = {"text": "passage"}
    items += [
        Item(
            strong=f"Withheld: {_many(w.number, what.get(w.what, w.what))}",
            text=f"{REASONS.get(w.reason, w.reason)} ({sitrep.policy.name} release)",
        )
        for w in unknowns.withheld
    ]
    return tuple(items)


def _airports(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for row in sitrep.airports:
        own = ", ".join(f"«{w}»" for w, _ in row.words[:2])
        items.append(Item(strong=f"{clean_text(row.airport.name)} ({row.airport.id})", text=own))
        for closing in row.closings:
            items.append(Item(strong=closing_words(closing), refs=refs(closing.claims), level=1))
        for line in row.diversions:
            number = "; ".join(f"{f.value} {f.label}" for f in line.figures) or "number not reported"
            items.append(Item(strong=f"diverted: {number}", text=line.when, refs=refs(line.claims), level=1))
    return tuple(items)


def _claim(sitrep: Sitrep, claim_id: str, refs: Refs, lead: str = "") -> Item:
    claim = sitrep.claims[claim_id]
    words = clean_text(kind_words(claim.kind, claim.fate, claim.object, claim.detail))
    number = f": {claim_number(claim)}" if claim.count is not None or claim.harm is not None else ""
    place = "place not reported" if claim.place is None else clean_text(claim.place.name)
    return Item(strong=f"{lead}{words}{number}", text=f"{place}; {speaker_words(claim.speaker)}", refs=refs([claim_id]))


def _hedge(figure: Figure) -> str:
    dissent = "disputed" if figure.dissenting else ""
    words = ", ".join(w for w in (figure.hedge, dissent) if w)
    return f"({words})" if words else ""


def _status(line: Line) -> str:
    return line.status if line.status in ("disputed", "retracted") else ""


def _place(line: Line) -> str:
    return "" if line.place is None else clean_text(line.place.name)


def _join(*words: str) -> str:
    return " ".join(w for w in words if w)
