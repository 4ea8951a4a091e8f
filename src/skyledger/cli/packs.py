"""``skyledger packs``: look after the words, places and speakers skyledger knows."""

import typer

app = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,
)


@app.callback()
def packs(context: typer.Context) -> None:
    """Look after words, places and speakers.

    Packs are the data that teaches skyledger what words mean: TOML files that anyone can read and change.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command(name="compile")
def compile_packs() -> None:
    """Compile the packs into the tables texts are read with.

    Checks every pack on the way and stops at the first fault, naming its file and place. Takes about a minute and needs
    the packs extra (pymorphy3 makes the word forms); reading texts needs neither. Compiled tables are committed.

    \b
    Exit codes: 0 done, 2 a pack is broken or the packs extra is missing.
    """
    from skyledger.packs.compile_lexicon import write_lexicon
    from skyledger.packs.compile_places import compile_places
    from skyledger.packs.compile_places import write_tables as write_places
    from skyledger.packs.compile_speakers import write_tables as write_speakers
    from skyledger.packs.load import DATA

    print(f"lexicon   {write_lexicon(DATA):,} rows")
    places, rows = compile_places(DATA)
    write_places(DATA, places, rows)
    print(f"places    {len(places):,} with {len(rows):,} rows of words")
    print(f"speakers  {', '.join(path.name for path in write_speakers(DATA))}")
