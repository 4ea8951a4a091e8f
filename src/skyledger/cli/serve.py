"""``skyledger serve``: the web application on a ledger."""

from ipaddress import ip_address
from typing import Annotated

import typer

from skyledger.cli.options import LedgerOption, name_ledger, open_existing
from skyledger.errors import UsageError


def register(app: typer.Typer) -> None:
    """Hang this group's command on the program."""
    app.command()(serve)


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="On which port; 0 is any.")] = 8321,
    public: Annotated[
        bool, typer.Option("--public", help="For the public: a day late, coarser, read-only, limited per client.")
    ] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A further name under which it may be addressed."),
    ] = None,
    tiles: Annotated[
        str,
        typer.Option("--tiles", metavar="URL", help="Background of the map, with {z}, {x}, {y}; the browser loads it."),
    ] = "",
    proxy: Annotated[
        str,
        typer.Option(
            "--proxy", metavar="ADDRESS", help="A proxy in front that is believed who asks, and whether by https."
        ),
    ] = "",
    ledger: LedgerOption = None,
) -> None:
    """Start the web application and the API on a ledger.

    It listens on this machine only unless --host says otherwise, has no accounts, and needs no network. Behind a proxy
    or under a name of its own, that name has to be given with --allow-host; --proxy makes links
    say https where the proxy does, and counts requests by client instead of by proxy. Stop it with Ctrl-C.

    \b
    Examples:
      skyledger serve                                 open http://127.0.0.1:8321
      skyledger serve --public --host 0.0.0.0 --allow-host ledger.example.org

    \b
    Exit codes: 0 stopped, 2 misuse, no such ledger, or the port is taken.
    """
    try:
        from skyledger.web.serving import run_server
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the web application needs {error.name}; install it with: pip install 'skyledger[web]'"
        ) from None
    if not public and host not in ("127.0.0.1", "::1", "localhost"):
        raise UsageError("--host: everybody could read everything; only with --public may others be let in")
    believed = _address(proxy)
    name = name_ledger(context, ledger)
    with open_existing(name) as store:
        run_server(
            store,
            host=host,
            port=port,
            public=public,
            hosts=tuple(allow_host or ()),
            tiles=tiles,
            proxy=believed,
        )


def _address(proxy: str) -> str:
    if not proxy:
        return ""
    try:
        return str(ip_address(proxy))
    except ValueError:
        raise UsageError(f"--proxy: {proxy!r} is no address such as 127.0.0.1 or ::1") from None
