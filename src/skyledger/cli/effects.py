"""``after-action``: a night looked back on; ``effects``: what attacks did over some nights."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from skyledger.cli.options import AsOfOption, JsonOption, LangOption, LedgerOption, OutOption, asking
from skyledger.cli.report import PLAIN_WIDTH, width_and_colour
from skyledger.cli.streams import write_text
from skyledger.errors import UsageError


class Form(StrEnum):
    """How it is written."""

    TERMINAL = "terminal"
    MD = "md"
    JSON = "json"


RegionOption = Annotated[
    str | None, typer.Option("--region", metavar="ID", help="One region only, ISO 3166-2, such as RU-KLU.")
]
PublicOption = Annotated[
    bool, typer.Option("--public", help="For the public: a day late, no point more precise than its region.")
]
FormOption = Annotated[Form, typer.Option("--format", help="How it is written.")]


def register(app: typer.Typer) -> None:
    """Hang this group's commands on the program."""
    app.command("after-action")(after_action)
    app.command()(effects)


def after_action(
    context: typer.Context,
    night: Annotated[
        str | None,
        typer.Option("--night", metavar="DATE", help="Date of the morning. [default: the last night with claims]"),
    ] = None,
    region: RegionOption = None,
    format: FormOption = Form.TERMINAL,
    public: PublicOption = False,
    out: OutOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Look back on a night: who reported what when, and what nobody said.

    Statements in the order they were published, each with the incident and claim it is; how long after the event they
    came, where an hour is given; which sources that reported on this in the 28 nights before did not this time; the
    hours of the night without a text; and what stayed open. A silent source is unknown, not zero.

    \b
    Examples:
      skyledger after-action --night 2025-12-11 --region RU-KLU
      skyledger after-action --format md -o after-action.md

    \b
    Exit codes: 0 done, 2 no claims for that night, no such region or ledger.
    """
    from skyledger import flow
    from skyledger.publish import private_policy, public_policy
    from skyledger.publish.effects.after_action_render import (
        json_after_action,
        markdown_after_action,
        render_after_action,
    )

    wanted = to_date("--night", night)
    with asking(context, ledger, as_of) as (store, now):
        policy = public_policy() if public else private_policy()
        found = flow.after_action(store, night=wanted, region=region, now=now, policy=policy)
    form = Form.JSON if as_json else format
    _write(found, form, out, render_after_action, markdown_after_action, json_after_action)


def effects(
    context: typer.Context,
    region: Annotated[
        str | None, typer.Option("--region", metavar="ID", help="A region (RU-KLU) or a country (UA). [default: all]")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last night. [default: the last one with claims]")
    ] = None,
    days: Annotated[int, typer.Option("--days", min=1, max=3660, help="How many nights to look back on.")] = 90,
    format: FormOption = Form.TERMINAL,
    public: PublicOption = False,
    out: OutOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Say what attacks did over some nights, and whether the mix of weapons changed.

    For each airport: closings, closed hours, how long after the first interception it closed and after the last it
    reopened, diversions. For each region: damage, fires, power cuts with their length where it is stated, the largest
    statement of people harmed. Then the weapons of the last 28 nights against the 90 before, with a test that may
    answer "not enough". Every figure names its incidents.

    \b
    Examples:
      skyledger effects --region RU-KLU
      skyledger effects --region UA --until 2026-02-28 --days 28 --format md -o effects.md

    \b
    Exit codes: 0 done, 2 no such region, night or ledger.
    """
    from skyledger.flow.effects import AskEffects
    from skyledger.flow.effects import effects as measure
    from skyledger.publish import private_policy, public_policy
    from skyledger.publish.effects.effects_render import json_effects, markdown_effects, render_effects

    ask = AskEffects(area=region, until=to_date("--until", until), days=days)
    with asking(context, ledger, as_of) as (store, now):
        found = measure(store, ask, now=now, policy=public_policy() if public else private_policy())
    _write(found, Form.JSON if as_json else format, out, render_effects, markdown_effects, json_effects)


def to_date(flag: str, text: str | None) -> date | None:
    """Return the date that a flag names, None without one.

    Raises:
        UsageError: It is no date.
    """
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{flag}: {text!r} is no date; write the date of the morning as 2025-12-11") from error


def _write(
    found: Any,
    form: Form,
    out: Path | None,
    terminal: Callable[..., str],
    markdown: Callable[[Any], str],
    as_json: Callable[[Any], str],
) -> None:
    """Print a record in the form asked for."""
    if form is Form.TERMINAL:
        width, colour = (PLAIN_WIDTH, False) if out is not None else width_and_colour()
        text = terminal(found, width=width, colour=colour)
    else:
        text = (markdown if form is Form.MD else as_json)(found)
    write_text(text, out)
