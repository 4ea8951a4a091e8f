"""``skyledger evaluate``: hold what skyledger reads against what a careful reader found."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from skyledger.cli.options import JsonOption
from skyledger.cli.streams import print_json, print_table
from skyledger.errors import UsageError

AXES = ("lang", "split", "kind", "tag")
SHOWN_ERRORS = 50
SHOWN_CONFUSIONS = 25
Slices = Sequence[tuple[str, Mapping[str, Any]]]


def register(app: typer.Typer) -> None:
    """Hang this group's command on the program."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="A gold file (JSON Lines), a folder of them, or the folder of `gold`."),
    ],
    by: Annotated[
        str, typer.Option("--by", metavar="AXES", help="Also by any of lang, split, kind, tag; joined by commas.")
    ] = "lang,split,kind",
    errors: Annotated[
        bool, typer.Option("--errors", help="List the worst errors with their words, spans and rules.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Score extraction against a gold set.

    Prints what was found, missed and read too much, which fields of the found claims are right, and what was read
    instead of what. Gold is texts with the claims a careful reader finds in them (docs/evaluation.md); bring your own
    to learn how well skyledger reads the texts you work with. An invented figure is a number claimed that the gold
    does not have.

    \b
    Examples:
      skyledger evaluate evaluation/gold
      skyledger evaluate mine.jsonl --by lang,kind --errors
      skyledger evaluate evaluation --json

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
    slices = [("all", rendered["all"])]
    slices += [(f"{axis} {name}", tally) for axis in axes for name, tally in rendered[axis].items()]
    _print_claims(slices)
    print()
    _print_fields(slices)
    print()
    _print_confusion(rendered["confusion"])
    for error in worst:
        print()
        _print_error(error)


def _print_claims(slices: Slices) -> None:
    counted = ("documents", "found", "missed", "surplus")
    shares = ("precision", "recall", "f1", "invented_rate")
    rows = [
        (name, *(str(tally[key]) for key in counted), *(_share(tally[key]) for key in shares)) for name, tally in slices
    ]
    headings = ("claims", "texts", "found", "missed", "surplus", "precision", "recall", "F1", "invented")
    print_table(headings, rows, right=frozenset(range(1, len(headings))))


def _print_fields(slices: Slices) -> None:
    fields = list(slices[0][1]["slots"])
    rows = [(name, *(_share(tally["slots"].get(field)) for field in fields)) for name, tally in slices]
    print_table(("fields of found claims", *fields), rows, right=frozenset(range(1, len(fields) + 1)))


def _print_confusion(confusion: Sequence[Mapping[str, Any]]) -> None:
    shown = confusion[:SHOWN_CONFUSIONS]
    rows = [(c["slot"], c["expected"], c["came"], str(c["times"])) for c in shown]
    print_table(("field", "expected", "came", "times"), rows, right=frozenset({3}))
    if len(confusion) > len(shown):
        print(f"and {len(confusion) - len(shown)} rarer ones (--json lists them)")


def _print_error(error: Mapping[str, Any]) -> None:
    from skyledger.publish.words import clean_text

    print(clean_text(f"{error['fault']}  {error['document']}"))
    for name, claim, spans in (("gold", "gold", "gold_spans"), ("read", "predicted", "predicted_spans")):
        if error[claim]:
            print(clean_text(f"  {name}  {error[claim]}"))
            print(clean_text(f"        {' '.join(_span(span) for span in error[spans])}"))
    print(clean_text(f"  text  {error['text']}"))


def _span(span: Mapping[str, Any]) -> str:
    return f"{span['field']} {span['start']}-{span['end']}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
