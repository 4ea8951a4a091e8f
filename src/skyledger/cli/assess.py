"""``assess``: isolated nights, or a sustained series?"""

import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skyledger.cli.options import AsOfOption, JsonOption, LangOption, LedgerOption, OutOption, asking, read_instant
from skyledger.cli.report import Format, write_assessment
from skyledger.cli.streams import write_text
from skyledger.errors import UsageError
from skyledger.say import language

if TYPE_CHECKING:
    from skyledger.assess.assessment import AreaAssessment

_LARGEST = 64 * 1024 * 1024


def register(app: typer.Typer) -> None:
    """Hang this command on the program."""
    app.command()(assess)


def assess(
    context: typer.Context,
    region: Annotated[
        str | None,
        typer.Option(
            "--region",
            metavar="ID",
            help="A region (RU-KLU) or a country (UA) with its regions. [default: the country with most reports]",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Last night. [default: the last one known]")
    ] = None,
    days: Annotated[int, typer.Option("--days", min=1, max=3660, help="How many nights to look back on.")] = 365,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="A table of nights in place of a ledger: night, region, low, high."),
    ] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="The table lists every attack: a night without a row was quiet.")
    ] = False,
    corridor: Annotated[
        list[str] | None,
        typer.Option(
            "--corridor",
            metavar="ID,ID",
            help="Regions that one flight path crosses count as one across regions. May be repeated.",
        ),
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TERMINAL,
    lang: LangOption = None,
    public: Annotated[bool, typer.Option("--public", help="For the public: a day late.")] = False,
    out: OutOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say whether attack nights are isolated incidents or a sustained series, and how well that can be known.

    One of five verdicts: no signal; raised, watch; sustained increase since a date; not enough history; cannot tell.
    Below it stand the numbers it rests on with their intervals, what the test would miss, which nights are unknown or
    provisional, and what may come next beside what plain history would say. Silence of a source is unknown, not quiet.

    \b
    Examples:
      skyledger assess --region RU-KLU
      skyledger assess --region UA --until 2026-02-28 --format html -o series.html
      skyledger assess --csv nights.csv --complete --lang uk

    \b
    Exit codes: 0 done, whatever the verdict; 2 no such region, night, table or ledger.
    """
    last = _to_date(until)
    paths = _read_corridors(corridor or ())
    if csv is not None:
        found = _assess_table(csv, region, last, days, complete=complete, as_of=as_of, public=public, paths=paths)
    elif complete:
        raise UsageError("--complete speaks of a table; it needs --csv FILE")
    else:
        from skyledger.flow.assessing import Ask, assess_ledger
        from skyledger.publish import private_policy, public_policy

        with asking(context, ledger, as_of) as (store, now):
            ask = Ask(region=region, until=last, days=days, corridors=paths)
            found = assess_ledger(store, ask, now=now, policy=public_policy() if public else private_policy())
    from skyledger.publish.assess.report import build_report

    report = build_report(found, language())
    write_text(write_assessment(report, Format.JSON if as_json else format, plain=out is not None), out)


def _to_date(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--until: {text!r} is no date; write the date of the morning as 2025-12-11") from error


def _read_corridors(typed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Read ``RU-BRY,RU-KLU``; a region lies on one path only, or it would count twice."""
    paths = tuple(tuple(part.strip() for part in text.split(",") if part.strip()) for text in typed)
    named = [id for path in paths for id in path]
    for path in paths:
        if len(path) < 2:
            raise UsageError(f"--corridor: {','.join(path)!r} names no two regions; write RU-BRY,RU-KLU")
    twice = next((id for id in named if named.count(id) > 1), None)
    if twice is not None:
        raise UsageError(f"--corridor: {twice} is named twice; a region lies on one path")
    return paths


def _assess_table(
    path: Path,
    region: str | None,
    last: date | None,
    days: int,
    *,
    complete: bool,
    as_of: str | None,
    public: bool,
    paths: tuple[tuple[str, ...], ...],
) -> "AreaAssessment":
    from skyledger.assess.assessment import assess_area
    from skyledger.assess.building import Span
    from skyledger.assess.table import read_table, table_series

    table = read_table(_read(path), str(path))
    now = read_instant(as_of) or datetime.now(UTC)
    settled = (now - timedelta(hours=12)).astimezone(UTC)
    end = table.last if last is None else last
    if public:
        end = min(end, (settled - timedelta(hours=24)).date())
    if end < table.first:
        raise UsageError(f"{path}: its first night is {table.first}; nothing can be said of {end}")
    first = max(end - timedelta(days=days - 1), table.first)
    late = (settled - timedelta(days=2)).date() + timedelta(days=1)
    if region is not None and region not in table.rows:
        raise UsageError(f"{path}: has no region {region!r}; there are {', '.join(sorted(table.rows)[:20])}")
    chosen = table if region is None else table.only(region)
    whole, regions = table_series(chosen, Span(first=first, last=end, provisional_from=late), complete=complete)
    return assess_area(whole, regions, corridors=paths)


def _read(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read(_LARGEST + 1) if path == Path("-") else path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise UsageError(f"{path}: is over 64 MiB; a table of nights is smaller")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}: line {line}: not UTF-8") from error
