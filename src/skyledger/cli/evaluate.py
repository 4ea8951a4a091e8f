"""``skyledger evaluate``: hold what skyledger reads against what a careful reader found."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from skyledger.cli.options import JsonOption
from skyledger.cli.streams import print_json, print_table
from skyledger.errors import UsageError

AXES = ("lang", "split", "kind", "tag")
SHOWN_ERRORS = 50


def register(app: typer.Typer) -> None:
    """Hang this group's command on the program."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A gold file (JSON Lines), or a folder of them.")],
    by: Annotated[
        str, typer.Option("--by", metavar="AXES", help="Also by any of lang, split, kind, tag; joined by commas.")
    ] = "lang",
    errors: Annotated[bool, typer.Option("--errors", help="List the worst errors, an invented figure first.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score extraction against a gold set.

    Prints what was found, missed and read too much, and which fields are right. Gold is texts with the claims a
    careful reader finds in them (docs/evaluation.md); bring your own to learn how well
    skyledger reads the texts you work with. An invented figure is a number claimed that the gold does not have.

    \b
    Examples:
      skyledger evaluate evaluation/gold
      skyledger evaluate mine.jsonl --by lang,kind --errors

    \b
    Exit codes: 0 scored (whatever the scores), 2 misuse or no gold.
    """
    from skyledger import flow
    from skyledger.evaluate import render_errors, render_scores

    axes = [axis for axis in by.split(",") if axis]
    if unknown := sorted(set(axes) - set(AXES)):
        raise UsageError(f"--by: no such axis as {', '.join(unknown)}; there are {', '.join(AXES)}")
    scores = flow.evaluate(gold)
    rendered = render_scores(scores)
    worst = render_errors(scores, SHOWN_ERRORS) if errors else []
    if as_json:
        print_json(rendered | ({"errors": worst} if errors else {}))
        return
    _print_slices(rendered, axes)
    if errors:
        print()
        rows = [(e["document"], e["fault"], e["gold"], e["predicted"]) for e in worst]
        print_table(("document", "fault", "gold", "read"), rows)


def _print_slices(rendered: Mapping[str, Any], axes: list[str]) -> None:
    slices = [("all", rendered["all"])]
    slices += [(f"{axis} {name}", tally) for axis in axes for name, tally in rendered[axis].items()]
    counted = ("documents", "found", "missed", "surplus")
    shares = ("precision", "recall", "f1", "invented_rate")
    rows = [
        (name, *(str(tally[key]) for key in counted), *(_share(tally[key]) for key in shares)) for name, tally in slices
    ]
    headings = ("slice", "texts", "found", "missed", "surplus", "precision", "recall", "F1", "invented")
    print_table(headings, rows, right=frozenset(range(1, len(headings))))
    print()
    slots = [(field, _share(share)) for field, share in rendered["all"]["slots"].items()]
    print_table(("field of found claims", "right"), slots, right=frozenset({1}))


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
