"""``skyledger packs``: look after the words, places and speakers skyledger knows."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skyledger.cli.options import JsonOption
from skyledger.cli.streams import print_json, print_pairs

if TYPE_CHECKING:
    from skyledger.packs.check import CheckReport, ParsePolicy

app = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,
)


@app.callback()
def packs(context: typer.Context) -> None:
    """Look after words, places and speakers.

    Packs are the data that teaches skyledger what words mean: TOML files that anyone can read and change.
    docs/packs.md describes every file and every key.

    \b
    Environment:
      SKYLEDGER_PACKS   folder of your own words (default ~/.config/skyledger/packs)
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@contextmanager
def _progress() -> Iterator[Callable[[str], None] | None]:
    """Show on stderr what is being compiled, or nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("compiling") as status:
        yield lambda pack: status.update(f"compiling {pack}")


def _own_terms() -> Path | None:
    """Return the user's own table of terms, or None where neither it nor its source is there."""
    from skyledger.packs.load import user_terms_path
    from skyledger.packs.own_terms import source_path

    table = user_terms_path()
    return table if table.exists() or source_path(table).exists() else None


@app.command(name="compile")
def compile_packs(as_json: JsonOption = False) -> None:
    """Compile the packs into the tables texts are read with.

    Checks every pack on the way and stops at the first fault, naming its file and place; then nothing is changed.
    Your own words are compiled first. Takes about twenty seconds and needs the packs extra (pymorphy3 makes the word
    forms); reading texts needs neither. Compiled tables are committed.

    \b
    Exit codes: 0 done, 2 a pack is broken or the packs extra is missing.
    """
    from skyledger.packs.compile import compile_all
    from skyledger.packs.load import user_terms_path
    from skyledger.packs.own_terms import rebuild_own_terms

    own = rebuild_own_terms(user_terms_path())
    with _progress() as on_step:
        report = compile_all(on_step=on_step)
    if as_json:
        print_json(asdict(report) | {"own_terms": own})
        return
    pairs = {table.name: f"{table.rows:>7,} rows" for table in report.tables}
    print_pairs(pairs | {"own terms": f"{own:>7,}"})
    print(f"compiled in {report.seconds:.1f} s; the packs' version is {report.version}")


@app.command()
def check(
    quick: Annotated[
        bool, typer.Option("--quick", help="Do not compile again to see whether the tables are stale.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check every pack and name each fault.

    Prints one line a fault: file:line: key: fault. Looks at keys, ids, categories and values no rule reads, regions and
    time zones that do not exist, terms of office that overlap, examples that do not hold their term, compiled tables
    that are out of order or stale, and at your own words.

    \b
    Examples:
      skyledger packs check
      skyledger packs check --quick --json

    \b
    Exit codes: 0 no fault, 1 faults found, 2 misuse.
    """
    from skyledger.packs.check import examine_packs

    report = examine_packs(user_terms=_own_terms(), policies=_policies(), recompile=not quick)
    if as_json:
        print_json(asdict(report))
    else:
        _print_report(report)
    if report.faults:
        raise typer.Exit(1)


def _policies() -> "Mapping[str, ParsePolicy]":
    """Return who reads which policy file."""
    from skyledger.link.families import parse_outlet_families
    from skyledger.link.policy import parse_link_policy
    from skyledger.publish.wording import parse_rules
    from skyledger.reconcile.policy import parse_reconcile_policy

    return {
        "link.toml": parse_link_policy,
        "outlet_families.toml": parse_outlet_families,
        "reconcile.toml": parse_reconcile_policy,
        "release.toml": parse_rules,
    }


def _print_report(report: "CheckReport") -> None:
    for fault in report.faults:
        print(fault)
    for note in report.notes:
        print(f"skyledger: {note}", file=sys.stderr)
    if report.faults:
        print(f"{len(report.faults)} faults", file=sys.stderr)
        return
    counted = ", ".join(f"{number:,} {what}" for what, number in report.counts.items())
    print(f"no fault: {counted}; version {report.version}")


@app.command(name="add-term")
def add(
    category: Annotated[str, typer.Argument(metavar="CATEGORY", help="object, trigger, place, speaker, ...")],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="What it means: uav, downed, RU-KLU, an official's id.")
    ],
    word: Annotated[str, typer.Argument(metavar="WORD", help="The word or phrase in its dictionary form.")],
    lang: Annotated[str, typer.Option("--lang", metavar="LANG", help="en, ru or uk.")],
    example: Annotated[str, typer.Option("--example", metavar="TEXT", help="A sentence that has the word.")],
    form: Annotated[
        list[str] | None,
        typer.Option("--form", metavar="FORM", help="A further form; may be given again.", show_default=False),
    ] = None,
    as_written: Annotated[
        bool, typer.Option("--as-written", help="Make no forms: the word does not change, as an abbreviation.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Teach skyledger a word of your own.

    The word is kept with its example in your own folder, never in the program's, and is known from the next command
    on. Russian and Ukrainian case forms are made where the packs extra is installed. An unknown category or value is
    answered with those there are. Words marked * change together: "*ударный *дрон".

    \b
    Examples:
      skyledger packs add-term object uav бандура --lang ru --example "Ночью сбили две бандуры."
      skyledger packs add-term place RU-KLU "калужский край" --lang ru --example "Над калужским краем тихо."
      skyledger packs add-term trigger downed splash --lang en --example "Two drones were splashed."

    \b
    Exit codes: 0 added, 2 refused; then nothing is changed.
    """
    from datetime import UTC, datetime

    from skyledger.packs.add_term import NewTerm, add_term

    added = add_term(
        NewTerm(
            category=category,
            value=value,
            lang=lang,
            word=word,
            example=example,
            added=datetime.now(UTC).date(),
            forms=tuple(form or ()),
            as_written=as_written,
        )
    )
    if as_json:
        print_json({"path": str(added.path), "surfaces": added.surfaces, "notes": added.notes})
        return
    print(f"{added.path}: {category} {value}, {len(added.surfaces)} forms: {', '.join(added.surfaces)}")
    for note in added.notes:
        print(f"skyledger: {note}", file=sys.stderr)
    print("read the texts of a ledger again with: skyledger refresh")
