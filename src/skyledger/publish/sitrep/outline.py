"""The report as sections of short items: what the terminal and Markdown renderers both print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from skyledger.publish.amounts import claim_number, counted_words
from skyledger.publish.event_words import kind_words
from skyledger.publish.policy import Withheld
from skyledger.publish.sitrep.page import closing_words
from skyledger.publish.sitrep.records import GROUPS, Figure, Line, RegionRow, Sitrep
from skyledger.publish.times import utc_stamp
from skyledger.publish.words import clean_text, place_words, reason_words, speaker_words
from skyledger.say import say

_HELD = {
    "text": "{n} {n:passage|passages}",
    "claim": "{n} {n:claim|claims}",
    "document": "{n} {n:document|documents}",
    "place": "{n} {n:place|places}",
}
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
        Section(title=say("Headline figures"), items=_headlines(sitrep, refs), note=summary(sitrep)),
        Section(
            title=say("By region"),
            items=tuple(i for r in sitrep.regions for i in _region(r, refs)),
            note=say("What a region does not list was not reported, which is not none."),
        ),
        Section(title=say("Conflicts and totals"), items=_conflicts(sitrep, refs)),
        Section(title=say("Totals and their parts"), items=_totals(sitrep, refs)),
        Section(title=say("What is not known"), items=_unknowns(sitrep, refs, names)),
        Section(title=say("Airports"), items=_airports(sitrep, refs)),
    ]
    found = (*sections, *build_statements(sitrep))
    return tuple(s for s in found if s.items or s.title == say("By region"))


def build_statements(sitrep: Sitrep) -> tuple[Section, ...]:
    """Return every statement by kind, with origins and status, and what was mentioned of other times."""
    refs = _refs(sitrep)
    sections = [
        Section(title=say(k.title), items=tuple(i for line in k.lines for i in line_items(line, refs)))
        for k in sitrep.kinds
    ]
    background = tuple(_claim(sitrep, c, refs) for c in sitrep.background)
    sections.append(Section(title=say("Background: other times, counted nowhere"), items=background))
    return tuple(s for s in sections if s.items)


def _refs(sitrep: Sitrep) -> Refs:
    names = {d.document.id: d.key for d in sitrep.documents}

    def refs(claims: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names[sitrep.claims[c].document_id] for c in claims))

    return refs


def summary(sitrep: Sitrep) -> str:
    """Return the sentence on documents, outlets, origins and sides."""
    if not sitrep.documents:
        return say("No text about this night was read, which is unknown, not calm.")
    unmeasured = say("; independence unmeasured for {n}", n=sitrep.unmeasured) if sitrep.unmeasured else ""
    told = say(
        "{texts} {texts:document|documents} from {outlets} {outlets:outlet|outlets}, going back to "
        "{origins} {origins:origin|origins} on {sides} {sides:side|sides}",
        texts=len(sitrep.documents),
        outlets=sitrep.outlets,
        origins=sitrep.origins,
        sides=sitrep.sides,
    )
    return f"{told}{unmeasured}. {say('Overlapping statements are never added up.')}"


def made_words(sitrep: Sitrep) -> str:
    """Return under which policy a report was made, and when."""
    return say(f"{sitrep.policy.name} release, made {{when}}", when=utc_stamp(sitrep.made_at))


def _headlines(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for headline in sitrep.headlines:
        for figure, line in headline.figures:
            about = [] if line is None else ["; ".join(line.speakers), _place(line), line.when]
            words = "; ".join(w for w in about if w) or clean_text(figure.note)
            items.append(
                Item(
                    strong=f"{say(headline.label)}: {figure.value}",
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
            total = say("in a total, not added") if line.part_of else ""
            text = "; ".join(w for w in (place, total, _status(line)) if w)
            items.append(Item(strong=f"{say(title)}: {_figures(line)}", text=text, refs=refs(line.claims), level=1))
    return items


def _figures(line: Line) -> str:
    if not line.figures or line.kind.value == "no_casualties":
        return _join(line.title, _hedge(line.figures[0]) if line.figures else "")
    words = "; ".join(_join(f"{f.value} {f.label}", _hedge(f)) for f in line.figures)
    plain = line.kind.value in ("interception", "attack", "casualties")
    return words if plain else f"{words} ({line.title})"


def line_items(line: Line, refs: Refs) -> list[Item]:
    """Return a line and, below it, its origins, speakers, status and id."""
    earlier = [say("earlier {value}", value=v) for f in line.figures for v, _ in f.earlier]
    place = say("place not reported")
    if line.place is not None:
        own = ", ".join(f"«{w}»" for w, _ in line.place_words[:2])
        kind = place_words(line.place.kind, line.place.precision)
        place = f"{clean_text(line.place.name)} ({kind}) {own}".strip()
    origins = f"{say('{n} {n:origin|origins}', n=line.origins)}, {sides_words(line.sides)}"
    measured = "" if line.measured else say(", independence unmeasured")
    total = say("contained in a total, not added to it") if line.part_of else ""
    return [
        Item(
            strong=_figures(line),
            text="; ".join(w for w in (*earlier, place, line.when, total) if w),
            refs=refs(line.claims),
            level=1 if line.part_of else 0,
        ),
        Item(
            strong="",
            text=f"{origins}{measured}: {'; '.join(line.speakers)}. {say(line.status)}: {line.status_reason} "
            f"{line.incident}",
            level=2 if line.part_of else 1,
        ),
    ]


def sides_words(sides: int) -> str:
    """Return how many governments are among the speakers."""
    return say("{n} {n:side|sides}", n=sides) if sides else say("side not reported")


def _conflicts(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for conflict in sitrep.conflicts:
        items.append(Item(strong=conflict.title, text="; ".join(w for w in (conflict.sentence, conflict.verdict) if w)))
        items += [
            Item(strong=s.value, text=f"({say(s.role)}) {s.speaker}", refs=refs(claims), level=1)
            for s, claims in conflict.voices
        ]
    return tuple(items)


def _totals(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for total in sitrep.totals:
        said = total.said
        strong = f"{counted_words(said.value, total.title)}: {say(total.verdict)}"
        items.append(Item(strong=strong, text=f"{said.speaker}; {said.when}", refs=refs([said.claim])))
        for line in total.lines:
            told = "; ".join(
                say("{value} by {speaker} ({verdict})", value=s.value, speaker=s.speaker, verdict=say(s.verdict))
                for s in line.told
            ) or say("itself not reported")
            claims = [c for c in (line.part, *(s.claim for s in line.told)) if c is not None]
            items.append(Item(strong=f"{line.name}: {line.listed}", text=told, refs=refs(claims), level=1))
        left = say(
            "listed {listed}; by the regions {told}, {spoke} of {all} told",
            listed=total.listed_left,
            told=total.told_left,
            spoke=total.spoke[0],
            all=total.spoke[1],
        )
        items.append(Item(strong=say("Left over"), text=left, level=1))
    return tuple(items)


def _unknowns(sitrep: Sitrep, refs: Refs, names: dict[str, str]) -> tuple[Item, ...]:
    unknowns = sitrep.unknowns
    silence = say("no text was read, which is unknown, not calm")
    items = [Item(strong=say("Silent"), text=f"{name}: {silence}") for name in unknowns.silent]
    items += [_claim(sitrep, c, refs, say("Without a place: ")) for c in unknowns.without_place]
    items += [_claim(sitrep, c, refs, say("Without a time: ")) for c in unknowns.without_time]
    for group in unknowns.issues:
        items.append(Item(strong=f"{group.code}: {say('{n} {n:doubt|doubts}', n=len(group.issues))}"))
        for issue in group.issues:
            quote = f" «{clean_text(issue.text)}»" if issue.text else ""
            key = names.get(issue.document_id)
            items.append(
                Item(strong="", text=clean_text(issue.message) + quote, refs=() if key is None else (key,), level=1)
            )
    items += [
        Item(
            strong=f"{say('Withheld')}: {withheld_words(w)}",
            text=f"{reason_words(w.reason)} ({say(f'{sitrep.policy.name} release')})",
        )
        for w in unknowns.withheld
    ]
    return tuple(items)


def withheld_words(held: Withheld) -> str:
    """Return how much of what was withheld: ``3 passages``."""
    return say(_HELD[held.what], n=held.number)


def _airports(sitrep: Sitrep, refs: Refs) -> tuple[Item, ...]:
    items = []
    for row in sitrep.airports:
        own = ", ".join(f"«{w}»" for w, _ in row.words[:2])
        items.append(Item(strong=f"{clean_text(row.airport.name)} ({row.airport.id})", text=own))
        for closing in row.closings:
            items.append(Item(strong=closing_words(closing), refs=refs(closing.claims), level=1))
        for line in row.diversions:
            number = "; ".join(f"{f.value} {f.label}" for f in line.figures) or say("number not reported")
            items.append(
                Item(strong=say("diverted: {number}", number=number), text=line.when, refs=refs(line.claims), level=1)
            )
    return tuple(items)


def _claim(sitrep: Sitrep, claim_id: str, refs: Refs, lead: str = "") -> Item:
    claim = sitrep.claims[claim_id]
    words = clean_text(kind_words(claim.kind, claim.fate, claim.object, claim.detail))
    number = f": {claim_number(claim)}" if claim.count is not None or claim.harm is not None else ""
    place = say("place not reported") if claim.place is None else clean_text(claim.place.name)
    return Item(strong=f"{lead}{words}{number}", text=f"{place}; {speaker_words(claim.speaker)}", refs=refs([claim_id]))


def _hedge(figure: Figure) -> str:
    dissent = say("disputed") if figure.dissenting else ""
    words = ", ".join(w for w in (say(figure.hedge) if figure.hedge else "", dissent) if w)
    return f"({words})" if words else ""


def _status(line: Line) -> str:
    return say(line.status) if line.status in ("disputed", "retracted") else ""


def _place(line: Line) -> str:
    return "" if line.place is None else clean_text(line.place.name)


def _join(*words: str) -> str:
    return " ".join(w for w in words if w)
