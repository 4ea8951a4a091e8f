"""Options that several commands share, so that one word means one thing everywhere."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from skyledger.ledger import Ledger

DEFAULT_LEDGER = "skyledger.db"

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH|URL",
        help="The ledger: a file, or a database URL. Else $SKYLEDGER_LEDGER, else ./skyledger.db.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="Write here instead of printing.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was said before the command's name.

    Attributes:
        ledger: The ledger named there, or None.
    """

    ledger: str | None = None


def name_ledger(context: typer.Context, given: str | None) -> str:
    """Return the ledger meant: after the command, before it, the environment, the default."""
    before = context.obj.ledger if isinstance(context.obj, Settings) else None
    said = before if given is None else given
    return (os.environ.get("SKYLEDGER_LEDGER") or DEFAULT_LEDGER) if said is None else said


def open_existing(name: str) -> "Ledger":
    """Open a ledger to ask it something.

    Args:
        name: Path or URL.

    Returns:
        The open ledger.

    Raises:
        LedgerError: There is no such file, or it is empty: asking must not leave an empty ledger behind.
    """
    from skyledger.errors import LedgerError
    from skyledger.ledger import open_ledger

    if name and "://" not in name:
        path = Path(name)
        if not path.exists():
            raise LedgerError(f"{name}: there is no ledger here yet; make one with: skyledger add PATH --ledger {name}")
        if path.is_file() and not path.stat().st_size:
            raise LedgerError(f"{name}: is empty, no ledger; it was left as it is")
    return open_ledger(name)
