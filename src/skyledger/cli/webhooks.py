"""``skyledger webhooks``: tell another program what is new or changed in a selection."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skyledger.cli.options import JsonOption, LedgerOption, asking, name_ledger
from skyledger.cli.select import HOME, read_pairs
from skyledger.cli.streams import print_json, print_table
from skyledger.errors import UsageError

if TYPE_CHECKING:
    from skyledger.flow.webhooks import Sent

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
StateOption = Annotated[
    Path | None,
    typer.Option(
        "--state", metavar="FILE", help="Where webhooks are kept, else beside the ledger.", show_default=False
    ),
]


@app.callback()
def webhooks(context: typer.Context) -> None:
    """Tell another program what is new or changed in a selection."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command()
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="Where to post; https.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="NAME=VALUE", help="What to select by.", show_default=False)
    ] = None,
    secret: Annotated[
        str | None,
        typer.Option("--secret", metavar="WHSEC", help="Sign with this; else one is made.", show_default=False),
    ] = None,
    nights: Annotated[int, typer.Option("--nights", metavar="N", help="How many of the last nights to look at.")] = 7,
    public: Annotated[bool, typer.Option("--public", help="Under the release policy for the public.")] = False,
    backlog: Annotated[bool, typer.Option("--backlog", help="Tell what is there already, too.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="The address may be one of your own network.")
    ] = False,
    allow_http: Annotated[bool, typer.Option("--allow-http", help="The address may be http://.")] = False,
    state: StateOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Add a webhook: an address, and the selection it is told of.

    Selected as by `skyledger select`. Prints the secret that signs what is posted (Standard Webhooks: HMAC-SHA256 over
    id, time and body); it is shown this once. Nothing is posted before `skyledger webhooks send`.

    \b
    Examples:
      skyledger webhooks add https://desk.example/hook region=RU-KLU kinds=interception
      skyledger webhooks add http://127.0.0.1:9000/ --allow-http --allow-private

    \b
    Exit codes: 0 added, 2 the address is refused, an unknown name or value, no such ledger.
    """
    from skyledger.flow.webhooks import add_hook, open_book
    from skyledger.publish.selection import read_filter

    filter = read_filter(read_pairs(words or []))
    path = _path(context, ledger, state)
    with asking(context, ledger) as (store, now), open_book(path) as book:
        hook = add_hook(
            book,
            store,
            url,
            filter,
            now=now,
            secret=secret,
            nights=nights,
            public=public,
            allow_private=allow_private,
            allow_http=allow_http,
            backlog=backlog,
        )
    print(f"{hook.id} added; its secret, shown this once:\n{hook.secret}")


@app.command(name="list")
def list_(
    context: typer.Context, state: StateOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """List the webhooks, with what waits to be sent and what went wrong last; no secrets.

    \b
    Exit codes: 0 done, 2 no such ledger.
    """
    from skyledger.flow.webhooks import open_book

    with open_book(_path(context, ledger, state)) as book:
        rows = [(hook, book.posts(hook.id)) for hook in book.hooks()]
    if as_json:
        told = [
            {
                "id": hook.id,
                "url": hook.url,
                "query": hook.query,
                "nights": hook.nights,
                "public": hook.public,
                "waiting": len(posts),
                "tries": posts[0].tries if posts else 0,
                "error": posts[0].error if posts else "",
                "stopped": hook.stopped,
            }
            for hook, posts in rows
        ]
        print_json({"webhooks": told})
        return
    print_table(
        ("id", "address", "selection", "waiting", "state"),
        [
            (
                hook.id,
                hook.url,
                hook.query or "everything",
                str(len(posts)),
                hook.stopped or (posts[0].error if posts else ""),
            )
            for hook, posts in rows
        ],
        right=frozenset({3}),
    )


@app.command()
def remove(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")],
    state: StateOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Remove a webhook; what waits to be sent is dropped.

    \b
    Exit codes: 0 removed, 2 no such webhook or ledger.
    """
    from skyledger.flow.webhooks import open_book

    with open_book(_path(context, ledger, state)) as book:
        book.remove(id)
    print(f"{id} removed")


@app.command()
def send(
    context: typer.Context,
    every: Annotated[
        int | None,
        typer.Option("--every", metavar="SECONDS", min=1, help="Go on, looking this often.", show_default=False),
    ] = None,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="Where the web application answers, for links.")
    ] = HOME,
    state: StateOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Post what is new, changed or gone to each webhook, and what failed before once it is due again.

    Every post is tried once a round, in order; after a failure it waits a minute, then 5, 30, 2 hours, 6, 12, 24, and
    after the ninth try the webhook is stopped. Redirects are not followed.

    \b
    Examples:
      skyledger webhooks send                 once, from cron
      skyledger webhooks send --every 60      as a service

    \b
    Exit codes: 0 everything due has arrived, 1 something has not, 2 no such ledger.
    """
    from skyledger.flow.webhooks import open_book, send_due

    path = _path(context, ledger, state)
    while True:
        with asking(context, ledger) as (store, now), open_book(path) as book:
            sent = send_due(book, store, now=now, address=base_url.rstrip("/"))
        _tell(sent, as_json=as_json)
        if every is None:
            break
        time.sleep(every)
    if any(one.error for one in sent):
        raise typer.Exit(1)


def _tell(sent: "tuple[Sent, ...]", *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "webhooks": [
                    {"id": s.hook, "events": s.events, "arrived": s.arrived, "waiting": s.waiting, "error": s.error}
                    for s in sent
                ]
            }
        )
        return
    for s in sent:
        failed = f"; not taken: {s.error}" if s.error else ""
        print(f"{s.hook}: {s.events} new events, {s.arrived} posts arrived, {s.waiting} waiting{failed}")


def _path(context: typer.Context, ledger: str | None, state: Path | None) -> Path:
    """Return where the webhooks of a ledger are kept."""
    if state is not None:
        return state
    name = name_ledger(context, ledger)
    if "://" in name and not name.startswith("sqlite://"):
        raise UsageError("a ledger in a database has no file beside it; name one with --state FILE")
    from skyledger.ledger.location import ledger_path

    path = ledger_path(name)
    if not path.exists():
        raise UsageError(f"{name}: there is no ledger here yet; make one with: skyledger add PATH --ledger {name}")
    return path.with_name(path.name + ".webhooks")
