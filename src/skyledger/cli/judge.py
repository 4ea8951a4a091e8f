"""Commands for people's judgements: ``decide`` appends one, ``decisions`` lists, exports and replays them."""

import getpass
import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skyledger.cli.options import JsonOption, LedgerOption, name_ledger, open_existing
from skyledger.cli.streams import print_json, print_table, to_line
from skyledger.errors import UsageError


class Verb(StrEnum):
    """What can be decided; two claims for same, different and unsure, one for the others."""

    ACCEPT = "accept"
    HOLD = "hold"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"


def register(app: typer.Typer) -> None:
    """Hang this group's commands on the program."""
    app.command()(decide)
    app.command()(decisions)


def decide(
    context: typer.Context,
    verb: Annotated[Verb, typer.Argument(metavar="VERB", help=", ".join(Verb))],
    targets: Annotated[list[str], typer.Argument(metavar="ID...", help="c1-..., INC-... for a pair, or a decision.")],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, in a sentence.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides. [default: your user name]")] = "",
    value: Annotated[
        str, typer.Option("--value", metavar="JSON", help='What `correct` sets, such as {"count": 14}.')
    ] = "",
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record a judgement; it outranks every rule, and nothing is overwritten.

    reject and hold keep a claim out of all incidents, accept takes it in again, correct sets its count, killed,
    injured, children, status or aggregate. same joins two claims (or incidents) whatever the rules say, different keeps
    them apart, unsure takes their own link away. undo takes a decision back, and an undo can be undone.

    \b
    Examples:
      skyledger decide reject c1-0123456789abcdef --why "the figure is of last week"
      skyledger decide correct c1-0123456789abcdef --value '{"count": 14}' --why "14 in the scan, not 41"
      skyledger decide different INC-ABCDEFGHIJ INC-KLMNOPQRST --why "two waves"
      skyledger decide undo dec-0123456789abcdef --why "mixed up the posts"

    \b
    Exit codes: 0 recorded (or recorded before), 2 misuse, no such id or ledger; nothing was recorded.
    """
    from skyledger import flow

    now = datetime.now(UTC)
    with open_existing(name_ledger(context, ledger)) as store:
        made = flow.decide(store, verb.value, targets, why=why, by=by or _user(), value=value, now=now)
    if as_json:
        print_json(flow.decision_to_json(made))
    else:
        print(f"recorded {made.id}: {made.verb} {' '.join(made.targets)}")


def decisions(
    context: typer.Context,
    replay: Annotated[
        Path | None,
        typer.Option("--replay", metavar="FILE", help="Append the decisions of an export to this ledger."),
    ] = None,
    export: Annotated[bool, typer.Option("--export", help="Print every decision, one JSON array a line.")] = False,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the decisions in force; export all of them, or replay an export on another ledger.

    An export holds every decision with the undone and the undoing, so that a replay ends where the first ledger stands.
    Replaying twice changes nothing.

    \b
    Examples:
      skyledger decisions
      skyledger decisions --export > decisions.jsonl
      skyledger decisions --replay decisions.jsonl --ledger other.db

    \b
    Exit codes: 0 done, 2 misuse, a line that is no decision (nothing is appended), no such ledger.
    """
    from skyledger import flow

    with open_existing(name_ledger(context, ledger)) as store:
        if replay is not None:
            new = flow.replay_decisions(store, _lines(replay), str(replay), now=datetime.now(UTC))
            print(f"{new} new decision{'' if new == 1 else 's'} of {replay}")
            return
        every, standing = store.decisions(), store.active_decisions()
    if export:
        for made in every:
            print(to_line(flow.decision_to_array(made)), end="")
        return
    if as_json:
        print_json([flow.decision_to_json(made) for made in standing])
        return
    rows = [(d.at.isoformat(timespec="minutes"), d.verb, " ".join(d.targets), d.by, d.why, d.id) for d in standing]
    print_table(("at", "verb", "targets", "by", "why", "id"), rows)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("your user name cannot be told; say who decides with --by NAME") from None


def _lines(path: Path) -> list[object]:
    found = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
        raise UsageError(f"{path}: cannot be read as decisions: {reason}") from error
    for number, line in enumerate(lines, 1):
        try:
            found.append(json.loads(line))
        except ValueError as error:
            raise UsageError(f"{path}:{number}: is no JSON: {error}") from error
    return found
