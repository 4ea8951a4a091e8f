"""``skyledger select``: a selection, as the web application shows it, written as a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from skyledger.cli.options import AsOfOption, LangOption, LedgerOption, OutOption, asking
from skyledger.cli.streams import STDIN
from skyledger.errors import UsageError

HOME = "http://127.0.0.1:8321"


def register(app: typer.Typer) -> None:
    """Hang this group's command on the program."""
    app.command()(select)


def select(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME=VALUE", help="What to select by; without any: the last night.", show_default=False
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="NAME", help="How it is written.")] = "csv",
    public: Annotated[
        bool, typer.Option("--public", help="For the public: a day late, no point more precise than its region.")
    ] = False,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="Where the web application answers, for links.")
    ] = HOME,
    out: OutOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    lang: LangOption = None,
) -> None:
    """Write a selection of incidents as a file: the same bytes as the web application gives.

    Selected by the same names as in an address of the web application: night, night_from, night_to, kinds, fates,
    objects, region, place, airport, speaker, side, status, modality, origins_min, count_min, q, bbox, datetime,
    located, timed, id. An address or its query will do as well.

    \b
    Formats:
      csv geojson acled ged hxl zip (Data Package)   tables
      md html pdf docx                               a report
      prov                                           where each incident comes from
      atom jsonfeed                                  a feed
      nights.svg timeline.svg map.svg                charts; also .png

    \b
    Examples:
      skyledger select night=2025-12-11 region=RU-KLU
      skyledger select kinds=interception origins_min=2 --format geojson -o downed.geojson
      skyledger select 'night_from=2025-12-01&night_to=2025-12-11' --format zip -o december.zip

    \b
    Exit codes: 0 written, 2 an unknown name, value or format, a file that cannot be written, no such ledger.
    """
    from skyledger import flow
    from skyledger.publish import private_policy, public_policy
    from skyledger.publish.exports import find_format
    from skyledger.publish.selection import read_filter

    found = find_format(format)
    filter = read_filter(read_pairs(words or []))
    with asking(context, ledger, as_of) as (store, now):
        policy = public_policy() if public else private_policy()
        written = flow.export(store, filter, found.name, now=now, policy=policy, address=base_url.rstrip("/"))
    _write(written, out, is_text=found.is_text)


def read_pairs(words: list[str]) -> list[tuple[str, str]]:
    """Return the parameters that words name: ``NAME=VALUE``, an address, or its query.

    Raises:
        UsageError: A word is none of these.
    """
    from urllib.parse import parse_qsl

    pairs: list[tuple[str, str]] = []
    for word in words:
        query = word.partition("?")[2] if "://" in word else word.removeprefix("?")
        if "=" not in query:
            raise UsageError(f"{word}: is not NAME=VALUE, such as night=2025-12-11")
        if "&" in query or "%" in query:
            pairs += parse_qsl(query, keep_blank_values=True)
        else:
            name, _, value = query.partition("=")
            pairs.append((name, value))
    return pairs


def _write(written: bytes, out: Path | None, *, is_text: bool) -> None:
    if out is None or out == STDIN:
        if not is_text and sys.stdout.isatty():
            raise UsageError("this format is no text; name a file with --out FILE")
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(written)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from error
