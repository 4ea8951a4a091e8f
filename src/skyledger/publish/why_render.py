"""The chain behind a figure, for a terminal and as JSON (shape ``skyledger.why/1``)."""

import json
from dataclasses import asdict
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from skyledger.publish.why import OriginShown, Why, Witness

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
    for witness in why.witnesses:
        _print_witness(console, witness)
    if why.origins:
        console.print(Text("\nOrigins", style="bold"))
        for origin in why.origins:
            console.print(Padding(Text(_origin_words(origin)), (0, 0, 0, 2)))
    for sentence in why.totals:
        console.print(Text(f"\nTotal against parts: {sentence}"))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def render_why_json(why: Why) -> str:
    """Return the chain as JSON text; fields are only ever added."""
    text = json.dumps({"shape": SHAPE, **asdict(why)}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _count(why: Why) -> str:
    origins, claims = len(why.origins), len(why.witnesses)
    sides = f"{why.sides} side{'' if why.sides == 1 else 's'}" if why.sides else "side not reported"
    return f"{claims} claim{'' if claims == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}, {sides}"


def _origin_words(origin: OriginShown) -> str:
    measured = "" if origin.measured else "; independence unmeasured"
    many = "" if origin.documents == 1 else "s"
    return f"{origin.id} {origin.speaker}, {origin.documents} document{many}{measured}: {origin.reason}"


def _print_witness(console: Console, witness: Witness) -> None:
    hedge = "" if witness.modality == "asserted" else f" ({witness.modality})"
    console.print(Text(f"\n{witness.stance}: {witness.says}{hedge}, {witness.speaker}", style="bold"))
    quote = Text(witness.quote.before)
    quote.append(f"[[{witness.quote.words}]]", style="bold")
    quote.append(witness.quote.after)
    console.print(Padding(quote, (0, 0, 0, 4)))
    origin = f", origin {witness.origin}" if witness.origin else ""
    where = f"{witness.outlet}, {witness.published}, document {witness.document}{origin}"
    console.print(Padding(Text(where), (0, 0, 0, 2)))
    console.print(Padding(Text(f"{witness.claim} by {witness.rule or 'rule not recorded'}"), (0, 0, 0, 2)))
