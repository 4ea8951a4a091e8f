"""``skyledger search``: texts by their words and by what was read in them."""

from datetime import date, datetime
from typing import Annotated

import typer

from skyledger.cli.options import AsOfOption, JsonOption, LedgerOption, asking
from skyledger.cli.streams import print_json
from skyledger.errors import UsageError

ONE_OF = "One of these, joined by commas."


def register(app: typer.Typer) -> None:
    """Hang this group's command on the program."""
    app.command()(search)


def search(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...", help="What to look for.")] = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KINDS", help=ONE_OF)] = "",
    fate: Annotated[str, typer.Option("--fate", metavar="FATES", help=ONE_OF)] = "",
    object: Annotated[str, typer.Option("--object", metavar="OBJECTS", help=ONE_OF)] = "",
    region: Annotated[str, typer.Option("--region", metavar="IDS", help="ISO 3166-2; " + ONE_OF)] = "",
    place: Annotated[str, typer.Option("--place", metavar="IDS", help="Ids of places; " + ONE_OF)] = "",
    speaker: Annotated[str, typer.Option("--speaker", metavar="IDS", help="Ids of speakers; " + ONE_OF)] = "",
    modality: Annotated[str, typer.Option("--modality", metavar="WORDS", help=ONE_OF)] = "",
    status: Annotated[str, typer.Option("--status", metavar="WORDS", help=ONE_OF)] = "",
    nights: Annotated[str, typer.Option("--nights", metavar="DATE[..DATE]", help="Nights of claims.")] = "",
    count: Annotated[str, typer.Option("--count", metavar="[LOW]..[HIGH]", help="Numbers of claims.")] = "",
    published: Annotated[str, typer.Option("--published", metavar="DATE[..DATE]", help="Days, UTC.")] = "",
    outlet: Annotated[str, typer.Option("--outlet", metavar="NAME", help="Name or handle, whole.")] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="CODE", help="en, ru or uk.")] = "",
    before: Annotated[
        int | None, typer.Option("--before", metavar="N", help="The next page: the number the page before ended with.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="Texts a page.")] = 20,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find texts by their words and by what was read in them, the newest first.

    Words are found in every form that packs know, and places by all their names in three languages; ё is е, case does
    not matter. "Words in quotes" stand exactly so, and -word must be absent. Conditions on claims mean one claim that
    meets all of them.

    \b
    Examples:
      skyledger search калуга сбит
      skyledger search '"потерь нет"' -учения --nights 2025-12-01..2025-12-11
      skyledger search --kind casualties --region RU-BEL --json

    \b
    Exit codes: 0 done, also when nothing was found; 2 misuse, no such ledger.
    """
    from skyledger import flow
    from skyledger.ledger import SearchQuery
    from skyledger.publish.found import page_to_json, page_to_lines

    fields = {
        "kind": kind, "fate": fate, "object": object, "place": place, "region": region, "speaker": speaker,
        "modality": modality, "status": status,
    }  # fmt: skip
    night_from, night_to = _dates("--nights", nights)
    first, last = _dates("--published", published)
    low, high = _numbers(count)
    query = SearchQuery(
        fields={name: frozenset(filter(None, given.split(","))) for name, given in fields.items() if given},
        night_from=night_from,
        night_to=night_to,
        count_low=low,
        count_high=high,
        published_from=_midnight(first),
        published_to=_midnight(last, days=1),
        outlet=outlet,
        lang=lang,
    )
    with asking(context, ledger, as_of) as (store, now):
        page = flow.search(store, " ".join(words or ()), query, before=before, limit=limit, now=now)
    if as_json:
        print_json(page_to_json(page))
        return
    print("\n".join(page_to_lines(page)) or "no text found")
    if page.before is not None:
        print(f"more: --before {page.before}")


def _dates(option: str, given: str) -> tuple[date | None, date | None]:
    first, dots, last = given.partition("..")
    try:
        start = date.fromisoformat(first) if first else None
        return start, (date.fromisoformat(last) if last else None) if dots else start
    except ValueError as error:
        raise UsageError(f"{option}: {given!r} is no DATE or DATE..DATE, such as 2025-12-01..2025-12-11") from error


def _numbers(given: str) -> tuple[int | None, int | None]:
    first, dots, last = given.partition("..")
    try:
        low = int(first) if first else None
        return low, (int(last) if last else None) if dots else low
    except ValueError as error:
        raise UsageError(f"--count: {given!r} is no N, LOW.., ..HIGH or LOW..HIGH") from error


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    from datetime import UTC, time, timedelta

    return None if day is None else datetime.combine(day, time(), UTC) + timedelta(days=days)
