"""``skyledger packs``: look after the words, places and speakers skyledger knows."""

import typer

from skyledger.cli.options import JsonOption
from skyledger.cli.streams import print_json

app = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,
)


@app.callback()
def packs(context: typer.Context) -> None:
    """Look after words, places and speakers.

    Packs are the data that teaches skyledger what words mean; docs/packs.md describes them.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command()
def check(as_json: JsonOption = False) -> None:
    """Check every pack.

    Names each fault with its file and line. Looks for unknown keys, missing ids, terms whose example does not hold,
    and compiled tables that lag behind.

    \b
    Exit codes: 0 no fault, 1 faults found, 2 misuse.
    """
    from skyledger.packs import check_packs

    faults = check_packs()
    if as_json:
        print_json({"faults": faults})
    else:
        for fault in faults:
            print(fault)
        print(f"{len(faults)} faults in the packs" if faults else "the packs are in order")
    if faults:
        raise typer.Exit(1)
