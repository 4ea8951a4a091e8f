"""``skyledger demo``: one night, from texts to a situation report, on the texts that come with skyledger."""

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from skyledger.cli.options import LedgerOption
from skyledger.cli.read import print_report
from skyledger.cli.report import Format, write_sitrep
from skyledger.cli.streams import write_text

DEMO_LEDGER = "skyledger-demo.db"


def register(app: typer.Typer) -> None:
    """Hang this group's command on the program."""
    app.command()(demo)


def _remove_demo_ledger() -> None:
    """Remove what the last run left here; a ledger the user named is never touched."""
    for suffix in ("", "-wal", "-shm"):
        Path(DEMO_LEDGER + suffix).unlink(missing_ok=True)


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where the HTML report goes.")] = Path(
        "sitrep.html"
    ),
    keep: Annotated[bool, typer.Option("--keep", help="Keep the demo ledger of the last run and add to it.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Read a sample night and print its report.

    The report is written as a web page too. The texts come with skyledger and were written for this purpose; the
    night they tell of is invented from the shapes
    of real ones. Makes skyledger-demo.db here, anew each time; a ledger named with --ledger is only added to.

    \b
    Examples:
      skyledger demo
      skyledger demo --keep       once more: nothing is read twice

    \b
    Exit codes: 0 done, 1 something could not be read, 2 misuse.
    """
    from skyledger import flow
    from skyledger.ledger import open_ledger

    if ledger is None and not keep:
        _remove_demo_ledger()
    name = ledger or DEMO_LEDGER
    now = datetime.now(UTC)
    with open_ledger(name) as store, as_file(files("skyledger") / "data" / "sample") as sample:
        report = flow.add_paths(store, [sample], now=now)
        sitrep = flow.sitrep(store, now=now)
    print(write_sitrep(sitrep, Format.TERMINAL))
    write_text(write_sitrep(sitrep, Format.HTML), out)
    print_report(name, report)
    print(f"report     {out.resolve()}")
    if report.faults:
        raise typer.Exit(1)
