"""Commands that carry a whole ledger: ``export``, ``import``, ``compact``, ``hashes``."""

import shutil
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from skyledger.cli.options import JsonOption, LedgerOption, name_ledger, open_existing
from skyledger.cli.streams import print_json, write_text
from skyledger.errors import LedgerError, UsageError


def register(app: typer.Typer) -> None:
    """Hang this group's commands on the program."""
    app.command(name="export")(export)
    app.command(name="import")(import_)
    app.command()(compact)
    app.command()(hashes)


def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that is empty or not there yet.")],
    parquet: Annotated[bool, typer.Option("--parquet", help="Also as Parquet: needs skyledger[parquet].")] = False,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the whole ledger as files that any program reads.

    One JSON Lines file a table with every column of every row, and a manifest with the hash of each file. It holds the
    texts uncut: treat it like the ledger. `import` makes the same ledger of it.

    \b
    Examples:
      skyledger export archive/
      skyledger export archive/ --parquet --ledger postgresql://desk@host/ledger

    \b
    Exit codes: 0 written, 2 the folder holds something or cannot be written, no such ledger.
    """
    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        rows = store.export_to(folder, parquet=parquet)
    _say(f"exported {name} to {folder}", rows, as_json=as_json)


def import_(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What `skyledger export` wrote.")],
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a ledger of an export.

    The ledger must not exist, or hold nothing yet. Each file is held against its hash, each row against its table, and
    the whole against every check of `verify`; then all of it goes in, or nothing.

    \b
    Exit codes: 0 imported, 2 the ledger holds something, or the export is damaged or not whole; nothing went in.
    """
    from skyledger.ledger import open_ledger

    name = name_ledger(context, ledger)
    is_new = "://" not in name and not Path(name).exists()
    try:
        with open_ledger(name) as store:
            rows = store.import_from(folder)
    except LedgerError:
        if is_new:  # an import that failed leaves no empty ledger behind
            for end in ("", "-wal", "-shm"):
                Path(name + end).unlink(missing_ok=True)
        raise
    _say(f"imported {folder} into {name}", rows, as_json=as_json)


def compact(context: typer.Context, ledger: LedgerOption = None) -> None:
    """Give back unused space on disk; nothing in the ledger changes.

    \b
    Exit codes: 0 done, 2 no such ledger, or another program is using it.
    """
    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        before = store.size_bytes()
        store.compact()
        after = store.size_bytes()
    print(f"{name}: {before:,} bytes before, {after:,} after")


def hashes(
    context: typer.Context,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here instead of printing.")
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option("--sign", metavar="KEY", help="Sign the file with this OpenSSH key, into FILE.sig; needs --out."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Write the list of hashes that proves later what the ledger held now.

    It names the newest entry of the log and the SHA-256 of every file; nothing of a text. Keep it where whoever can
    write the ledger cannot: `verify --hashes FILE` holds the ledger against it. A signature is OpenSSH's own, with the
    namespace `skyledger`: ssh-keygen -Y verify checks it.

    \b
    Examples:
      skyledger hashes -o 2025-12-11.hashes --sign ~/.ssh/id_ed25519
      skyledger verify --hashes 2025-12-11.hashes

    \b
    Exit codes: 0 written, 2 no such ledger, an empty one, or a file or key that cannot be used.
    """
    if sign is not None and out is None:
        raise UsageError("--sign signs a file; name it with --out FILE")
    with open_existing(name_ledger(context, ledger)) as store:
        lines = store.hash_lines()
    write_text("\n".join(lines) + "\n", out)
    if sign is not None and out is not None:
        _sign(out, sign)


def _sign(path: Path, key: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        raise UsageError("--sign needs ssh-keygen (Debian: apt-get install openssh-client)")
    signature = path.with_name(path.name + ".sig")
    signature.unlink(missing_ok=True)  # ssh-keygen would ask
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", "skyledger", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode or not signature.exists():
        raise UsageError(f"--sign {key}: {' '.join(done.stderr.split()) or 'ssh-keygen failed'}")


def _say(line: str, rows: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        print_json({"rows": rows})
    else:
        print(f"{line}: {sum(rows.values()):,} rows, {rows['documents']:,} texts, {rows['claims']:,} claims")
