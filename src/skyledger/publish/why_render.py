"""The chain behind a figure, for a terminal and as JSON (shape ``skyledger.why/1``)."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.publish.amounts import not_reported
from skyledger.publish.console import Page
from skyledger.publish.why import Why, Witness
from skyledger.publish.why_findings import HARM
from skyledger.say import say

SHAPE = "skyledger.why/1"


def render_why(why: Why, *, width: int = 80, colour: bool = False) -> str:
    """Return the chain as text; the words a figure rests on stand in ``[[double brackets]]``."""
    page = Page(width=width, colour=colour)
    console = page.console
    for note in why.redirected:
        console.print(Text(note))
    lead = "" if why.value == not_reported() else f"{why.value}: "
    console.print(Text(f"{lead}{why.title}, {why.place}", style="bold"))
    console.print(Text(f"{why.when}; {why.status}{'' if why.findings else f' {why.note}'}".rstrip()))
    if why.incident:
        console.print(Text(f"{why.incident}: {_count(why)}"))
    _print_findings(console, why)
    _print_checks(console, why)
    if why.asked.startswith("c1-"):
        console.print(Text(f"\n{say('The claim asked for')}", style="bold"))
        _print_witness(console, [why.witnesses[0]], why)
    for number, origin in enumerate(why.origins, 1):
        measured = "" if origin.measured else say(", independence unmeasured")
        texts = say("{n} {n:document|documents}", n=origin.documents)
        title = f"{say('Origin {n}', n=number)}: {origin.speaker}, {texts}{measured}"
        console.print(Text(f"\n{title}", style="bold"))
        console.print(Padding(Text(origin.reason), (0, 0, 0, 2)))
        _print_witnesses(console, [w for w in why.witnesses if w.origin == origin.id], why)
    known = {o.id for o in why.origins}
    left = [w for w in why.witnesses if w.origin not in known]
    if left and not (why.asked.startswith("c1-") and left == [why.witnesses[0]]):
        console.print(Text(f"\n{say('Of no known origin')}", style="bold"))
        _print_witnesses(console, left, why)
    return page.text()


def render_why_json(why: Why) -> str:
    """Return the chain as JSON text; fields are only ever added."""
    text = json.dumps({"shape": SHAPE, **asdict(why)}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _print_findings(console: Console, why: Why) -> None:
    """Print what the incident amounts to, then each figure that changed, oldest value first."""
    if not why.findings:
        return
    console.print(Text(f"\n{say('Findings')}", style="bold"))
    table = Table.grid(padding=(0, 2, 0, 0))
    for finding in why.findings:
        support = say("{n} for", n=len(finding.supporting))
        if finding.dissenting:
            support = f"{support}, {say('{n} against', n=len(finding.dissenting))}"
        support += f"; {finding.note}" if finding.note else ""
        value = (
            finding.value.removeprefix(say(f"{finding.field} {{number}}", number="")) if finding.field in HARM else ""
        )
        table.add_row(say(finding.field, about="field"), Text(value or finding.value), Text(support))
    console.print(Padding(table, (0, 0, 0, 2)))
    for finding in why.findings:
        if not finding.versions:
            continue
        console.print(Text(f"\n{say('Over time')}: {say(finding.field, about='field')}", style="bold"))
        table = Table.grid(padding=(0, 2, 0, 0))
        for version in finding.versions:
            value = f"{version.value} ({say('stands')})" if version.stands else version.value
            table.add_row(version.at, Text(value), Text(version.speaker), Text(version.claim, style="dim"))
        console.print(Padding(table, (0, 0, 0, 2)))


def _print_checks(console: Console, why: Why) -> None:
    if not why.checks:
        return
    console.print(Text(f"\n{say('Total against parts')}", style="bold"))
    for check in why.checks:
        console.print(Padding(Text(f"{say(check.verdict)}: {check.sentence}"), (0, 0, 0, 2)))


def _count(why: Why) -> str:
    said = say(
        "{claims} {claims:claim|claims} in {texts} {texts:document|documents}",
        claims=len(why.witnesses),
        texts=len({w.document for w in why.witnesses}),
    )
    sides = say("{n} {n:side|sides}", n=why.sides) if why.sides else say("side not reported")
    return f"{said}, {say('{n} {n:origin|origins}', n=len(why.origins))}, {sides}"


def _print_witnesses(console: Console, witnesses: Sequence[Witness], why: Why) -> None:
    """Print each wording once, oldest first, with every text that has it."""
    alike: dict[tuple[str, str, str, str, str], list[Witness]] = {}
    for one in sorted(witnesses, key=lambda w: w.published):
        key = (one.stance, one.says, one.quote.before, one.quote.words, one.quote.after)
        alike.setdefault(key, []).append(one)
    for own in alike.values():
        _print_witness(console, own, why)


def _print_witness(console: Console, alike: Sequence[Witness], why: Why) -> None:
    first = alike[0]
    quote = Text()
    aside = [w for w in (_stance(first, why), "" if first.modality == "asserted" else say(first.modality)) if w]
    if aside:
        quote.append(f"({', '.join(aside)}) ", style="italic")
    quote.append(first.quote.before)
    quote.append(f"[[{first.quote.words}]]", style="bold")
    quote.append(first.quote.after)
    console.print(Padding(quote, (0, 0, 0, 4)))
    for one in alike:
        where = f"{one.outlet}, {one.published}  {one.claim}"
        console.print(Padding(Text(where, style="dim"), (0, 0, 0, 6)))


def _stance(witness: Witness, why: Why) -> str:
    """Say how a claim stands to the value, unless it simply gives it, or gives no number at all."""
    silent = witness.says == not_reported() or why.field == "outcome"
    gives = silent or why.value in (witness.says, *witness.says.split(", "))
    if witness.stance == "for":
        return "" if gives else say("says {value}", value=witness.says)
    if witness.stance == "same incident":
        same = say("on the same incident")
        return same if gives else f"{same}: {witness.says}"
    stance = say(witness.stance)
    return stance if silent else f"{stance}: {witness.says}"
