"""Options that several commands share, so that one word means one thing everywhere."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
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


class Language(StrEnum):
    """A language skyledger speaks."""

    EN = "en"
    RU = "ru"
    UK = "uk"


def _speak(context: typer.Context, given: Language | None) -> Language | None:
    """Speak it until the command is done."""
    from skyledger.say import speaking

    if given is not None:
        context.with_resource(speaking(given.value))
    return given


LangOption = Annotated[
    Language | None,
    typer.Option("--lang", callback=_speak, help="Language of the words; codes and quotes stay.", show_default="en"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="INSTANT",
        help="Only what the ledger had received by then, such as 2025-12-11T07:00Z.",
        show_default=False,
    ),
]
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


def read_instant(given: str | None) -> datetime | None:
    """Return the instant that ``--as-of`` names.

    Raises:
        UsageError: It is no instant, or does not say in which zone.
    """
    from skyledger.errors import UsageError

    if given is None:
        return None
    try:
        instant = datetime.fromisoformat(given)
    except ValueError:
        raise UsageError(f"--as-of: {given!r} is no instant; write it like 2025-12-11T07:00Z") from None
    if instant.tzinfo is None:
        raise UsageError(f"--as-of: {given!r} does not say in which zone; write it like 2025-12-11T07:00Z or ...+03:00")
    return instant


@contextmanager
def asking(context: typer.Context, ledger: str | None, as_of: str | None = None) -> "Iterator[tuple[Ledger, datetime]]":
    """Open the ledger a command asks, as it stands or stood, with the instant that counts as now."""
    instant = read_instant(as_of)
    with open_existing(name_ledger(context, ledger)) as store:
        yield (store, datetime.now(UTC)) if instant is None else (store.at(instant), instant)


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
