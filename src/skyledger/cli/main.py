"""The ``skyledger`` command: what every command shares, and the one place where errors become a line and an exit code.

Heavy parts (the database, parsers, packs, rich) are imported inside the commands that use them, so that
``skyledger --help`` answers at once.
"""

import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Annotated

import typer
from typer.exceptions import TyperException

from skyledger import __version__
from skyledger.cli import (
    ask,
    assess,
    carry,
    demo,
    effects,
    evaluate,
    judge,
    keep,
    packs,
    read,
    search,
    select,
    serve,
    webhooks,
)
from skyledger.cli.options import LedgerOption, Settings
from skyledger.cli.streams import speak_utf8
from skyledger.errors import SkyledgerError

INTERRUPTED = 130
# typer itself ends with 1 when it meets a closed pipe
READER_GONE = 1

app = typer.Typer(
    name="skyledger",
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for group in (read, ask, assess, effects, search, select, judge, keep, carry, demo, evaluate, serve):
    group.register(app)
app.add_typer(packs.app, name="packs")
app.add_typer(webhooks.app, name="webhooks")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"skyledger {__version__}")
        raise typer.Exit


@app.callback()
def skyledger(
    context: typer.Context,
    ledger: LedgerOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """An evidence ledger for aerial attacks and what they do to civilian life.

    skyledger reads posts, bulletins, articles and notices in English, Russian and Ukrainian and keeps what each of
    them says happened, where, when, how many and who said so, with the exact words as proof. It looks back: it is no
    warning service. It works on your files, on your machine, without a network.

    \b
    Examples:
      skyledger demo                          a sample night, in ten seconds
      skyledger add export/result.json        read a Telegram export into ./skyledger.db
      skyledger sitrep --night 2025-12-11     what happened that night
      skyledger why INC-ABCDEFGHIJ            every word an incident rests on
      skyledger extract posts.jsonl | jq .    use it as a filter, without a ledger

    \b
    Environment:
      SKYLEDGER_LEDGER   the ledger used when --ledger is not given (default ./skyledger.db)
      SKYLEDGER_DEBUG    set to anything to see the traceback of a fault in skyledger itself
      NO_COLOR           set to anything for output without colour

    \b
    Exit codes:
      0  done
      1  done, but something was wrong: a file that cannot be read, a fault found
      2  misuse: an unknown option, id, night or ledger; nothing was done
    """
    context.obj = Settings(ledger=ledger)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def _say(line: str) -> None:
    """Print one line on stderr, whatever the message was made of."""
    print("skyledger:", " ".join(line.split()), file=sys.stderr)


def _say_misuse(error: TyperException) -> int:
    context = getattr(error, "ctx", None)
    path = "skyledger" if context is None else context.command_path
    message = error.format_message().rstrip(".")
    _say(f"{message} (see: {path} --help)")
    return error.exit_code


def _say_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Stand in for Python's traceback: a fault in skyledger is one line too, unless someone wants to mend it."""
    if os.environ.get("SKYLEDGER_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    else:
        _say(f"a fault in skyledger itself: {kind.__name__}: {error} (SKYLEDGER_DEBUG=1 shows where; please report it)")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: Words after ``skyledger``; None takes them from the command line.

    Returns:
        0 done, 1 found problems, 2 misuse, 130 interrupted.
    """
    speak_utf8()
    command = typer.main.get_command(app)
    try:
        code = command.main(args=arguments, prog_name="skyledger", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # typer has caught it and says nothing
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except TyperException as error:
        return _say_misuse(error)
    except SkyledgerError as error:
        _say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _say("interrupted; what was finished before is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes stdout once more when it ends, which would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except OSError as error:
        _say(f"{error.filename or 'input or output'}: {error.strerror or error}")
        return 1


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    sys.excepthook = _say_fault
    sys.exit(run())
