"""Every address of an application, from its own table of routes: a route that is added is walked as well."""

from collections.abc import Iterator, Sequence
from itertools import product

from fastapi.routing import APIRoute
from starlette.routing import Route, Router

from skyledger.web.static_files import Statics
from tests.web.client import Client

WHOLE = "night_from=2000-01-01"


def get_routes(client: Client) -> list[str]:
    """Return the paths of all GET routes."""
    return sorted(
        {path for route in _flat(client.app.routes) for path in [route.path] if "GET" in (route.methods or ())}
    )


def _flat(routes: Sequence[object]) -> Iterator[Route | APIRoute]:
    """Yield the routes of the application and of the routers that were put into it."""
    for route in routes:
        if isinstance(route, Route | APIRoute):
            yield route
        else:
            inner = getattr(route, "original_router", None)
            assert isinstance(inner, Router), f"{route}: a kind of route that this walk does not know"
            yield from _flat(inner.routes)


def every_address(client: Client) -> Iterator[str]:
    """Yield addresses that answer with something: each route with each id that the ledger has for it."""
    rows = client.json(f"/incidents.json?{WHOLE}")["incidents"]
    statics = client.app.state.statics
    assert isinstance(statics, Statics)
    documents = sorted({d["id"] for row in rows for d in client.json(f"/incidents/{row['id']}.json")["documents"]})
    values = {
        "collection": ["incidents", "airports", "regions"],
        # A font has no words to look into.
        "path": [name.removeprefix("/static/") for name in statics.files if not name.endswith(".ttf")][:5],
    }
    ids = {
        "/incidents": [row["id"] for row in rows],
        "/history": [row["id"] for row in rows],
        "/documents": documents,
        "/regions": [region["id"] for region in client.json("/regions.json")["regions"]],
        "/assess": [region["id"] for region in client.json("/regions.json")["regions"]],
        "/airports": [airport["id"] for airport in client.json("/airports.json")["airports"]],
        "/ogc/collections": [row["id"] for row in rows],
    }
    for path in get_routes(client):
        yield from _filled(path, values, ids)


def _filled(path: str, values: dict[str, list[str]], ids: dict[str, list[str]]) -> Iterator[str]:
    names = [part.partition("}")[0] for part in path.split("{")[1:]]
    own = next((found for prefix, found in ids.items() if path.startswith(prefix)), [])
    known = [values[name] if (name := raw.partition(":")[0]) in values else own for raw in names]
    assert all(known) or "path" in path, f"{path}: the walk knows no value for a part of it"
    for chosen in product(*known):
        address = path
        for name, value in zip(names, chosen, strict=True):
            address = address.replace("{" + name + "}", value)
        yield from (address, f"{address}?{WHOLE}")
