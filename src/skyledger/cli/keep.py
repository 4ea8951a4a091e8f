"""Commands that look after a ledger: ``verify``, ``backup``, ``restore``."""

from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from skyledger.cli.options import JsonOption, LedgerOption, name_ledger, open_existing
from skyledger.cli.streams import print_json

SHOWN_FAULTS = 100


def register(app: typer.Typer) -> None:
    """Hang this group's commands on the program."""
    app.command()(verify)
    app.command()(backup)
    app.command()(restore)


def verify(
    context: typer.Context,
    hashes: Annotated[
        Path | None,
        typer.Option("--hashes", metavar="FILE", help="Also hold it against a list that `skyledger hashes` wrote."),
    ] = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check a ledger: its log, the hashes of its bytes, every record, every span, and the incidents that follow.

    Nothing is mended or written. The first line is the first fault; later ones may follow from it. Incidents are
    derived anew and compared byte by byte, unless other rules derived the stored ones or some are not derived yet.

    \b
    Exit codes: 0 sound, 1 a fault was found, 2 no such ledger.
    """
    from skyledger import flow

    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        listed = () if hashes is None else store.list_faults(hashes)
        faults = list(islice(chain(listed, store.faults()), SHOWN_FAULTS))
        if not faults and flow.is_settled(store):
            difference = flow.first_difference(store)
            faults = [] if difference is None else [difference]
        size = store.stats() if not faults else None
    if as_json:
        print_json({"ledger": name, "sound": not faults, "faults": faults})
    elif size is not None:
        print(f"{name}: sound: {size.files:,} files, {size.versions:,} texts, {size.claims_stored:,} claims checked")
    else:
        print("\n".join(f"{name}: {fault}" for fault in faults))
    if faults:
        raise typer.Exit(1)


def backup(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A file that does not exist yet.")],
    ledger: LedgerOption = None,
) -> None:
    """Copy a ledger to one new file, also while others read and write it.

    The copy is one consistent state of the ledger, and is checked before it gets its name.

    \b
    Exit codes: 0 copied, 2 the file is there already or cannot be written, no such ledger.
    """
    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        size = store.copy_to(target)
    print(f"copied {name} to {target}: {size:,} bytes")


def restore(
    context: typer.Context,
    copy: Annotated[Path, typer.Argument(metavar="FILE", help="A copy made by `skyledger backup`.")],
    ledger: LedgerOption = None,
) -> None:
    """Make a ledger from a copy, after checking all of it.

    The ledger must not exist: move a damaged one aside first. A copy with a fault is not restored.

    \b
    Exit codes: 0 restored, 1 the copy has a fault, 2 the ledger is there already, no such copy.
    """
    from skyledger.ledger import open_ledger
    from skyledger.ledger.location import is_postgres, ledger_path

    name = name_ledger(context, ledger)
    with open_existing(str(copy)) as store:
        fault = next(iter(store.faults()), None)
        if fault is not None:
            print(f"{copy}: {fault}; nothing was restored")
            raise typer.Exit(1)
        if is_postgres(name):
            with open_ledger(name) as target:
                target.fill_from(store)
                size = target.size_bytes()
        else:
            size = store.copy_to(ledger_path(name))
    print(f"restored from {copy}: {size:,} bytes")
