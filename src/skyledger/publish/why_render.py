"""The chain behind a figure, for a terminal and as JSON (shape ``skyledger.why/1``)."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from skyledger.publish.why import Why, Witness

SHAPE = "skyledger.why/1"


def render_why(why: Why, *, width: int = 80, colour: bool = False) -> str:
    """Return the chain as text; the words a figure rests on stand in ``[[double brackets]]``."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    console.print(Text(f"{why.value}: {why.title}, {why.place}", style="bold"))
    console.print(Text(f"{why.when}; {why.status} {why.note}".rstrip()))
    if why.incident:
        console.print(Text(f"{why.incident}: {_count(why)}"))
    for sentence in why.totals:
        console.print(Text(f"Total against parts: {sentence}"))
    if why.asked.startswith("c1-"):
        console.print(Text("\nThe claim asked for", style="bold"))
        _print_witness(console, [why.witnesses[0]], why.value)
    for number, origin in enumerate(why.origins, 1):
        many = "" if origin.documents == 1 else "s"
        measured = "" if origin.measured else ", independence unmeasured"
        title = f"\nOrigin {number}: {origin.speaker}, {origin.documents} document{many}{measured}"
        console.print(Text(title, style="bold"))
        console.print(Padding(Text(origin.reason), (0, 0, 0, 2)))
        _print_witnesses(console, [w for w in why.witnesses if w.origin == origin.id], why.value)
    known = {o.id for o in why.origins}
    left = [w for w in why.witnesses if w.origin not in known]
    if left and not (why.asked.startswith("c1-") and left == [why.witnesses[0]]):
        console.print(Text("\nOf no known origin", style="bold"))
        _print_witnesses(console, left, why.value)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def render_why_json(why: Why) -> str:
    """Return the chain as JSON text; fields are only ever added."""
    text = json.dumps({"shape": SHAPE, **asdict(why)}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _count(why: Why) -> str:
    origins, claims = len(why.origins), len(why.witnesses)
    sides = f"{why.sides} side{'' if why.sides == 1 else 's'}" if why.sides else "side not reported"
    return f"{claims} claim{'' if claims == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}, {sides}"


def _print_witnesses(console: Console, witnesses: Sequence[Witness], value: str) -> None:
    """Print each wording once, with every text that has it."""
    alike: dict[tuple[str, str, str, str, str], list[Witness]] = {}
    for one in witnesses:
        key = (one.stance, one.says, one.quote.before, one.quote.words, one.quote.after)
        alike.setdefault(key, []).append(one)
    for own in alike.values():
        _print_witness(console, own, value)


def _print_witness(console: Console, alike: Sequence[Witness], value: str) -> None:
    first = alike[0]
    quote = Text()
    aside = [w for w in (_stance(first, value), "" if first.modality == "asserted" else first.modality) if w]
    if aside:
        quote.append(f"({', '.join(aside)}) ", style="italic")
    quote.append(first.quote.before)
    quote.append(f"[[{first.quote.words}]]", style="bold")
    quote.append(first.quote.after)
    console.print(Padding(quote, (0, 0, 0, 4)))
    for one in alike:
        where = f"{one.outlet}, {one.published}  {one.claim}"
        console.print(Padding(Text(where, style="dim"), (0, 0, 0, 6)))


def _stance(witness: Witness, value: str) -> str:
    """Say how a claim stands to the value, unless it simply gives it."""
    if witness.stance == "for":
        return "" if witness.says == value else f"says {witness.says}"
    if witness.stance == "same incident":
        return "on the same incident" if witness.says == value else f"on the same incident: {witness.says}"
    return f"{witness.stance}: {witness.says}"
