"""The application: every route, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.types import ASGIApp

from skyledger import __version__
from skyledger.web import (
    assess,
    decisions,
    effects,
    exports,
    feeds,
    following,
    geometry,
    incidents,
    ogc,
    pages,
    places,
    texts,
    timeline,
)
from skyledger.web.guard import Guard
from skyledger.web.problems import PROBLEM_SHAPE, handle_problems
from skyledger.web.settings import Settings
from skyledger.web.site import Site
from skyledger.web.static_files import load_statics, static_routes
from skyledger.web.warming import Warmer

if TYPE_CHECKING:
    from skyledger.ledger import Ledger

_ROUTERS = (
    # first: /incidents/{id}.prov.json is not the incident named {id}.prov
    exports.router,
    assess.router,
    feeds.router,
    incidents.router,
    timeline.router,
    places.router,
    effects.router,
    texts.router,
    following.router,
    geometry.router,
    ogc.router,
    decisions.router,
    pages.router,
)
_ABOUT = (
    "What was said about aerial attacks and their effects on civilian life, with the words behind it. It looks "
    "back and is no warning service. Every answer has passed the release policy it names."
)


def make_app(ledger: Ledger, settings: Settings | None = None) -> FastAPI:
    """Return the application on an open ledger, without the guard; :func:`guarded` puts it in front."""
    settings = settings or Settings()
    site = Site(ledger, settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        warmer = Warmer(site)
        if settings.warm:
            warmer.start()
        yield
        warmer.stop()

    app = FastAPI(
        title="skyledger",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses={"default": PROBLEM_SHAPE},
    )
    app.router.redirect_slashes = False
    app.state.site = site
    app.state.statics = load_statics(tiles=settings.tiles)
    handle_problems(app)
    for router in _ROUTERS:
        app.include_router(router)
    app.router.routes.extend(static_routes(app.state.statics))
    return app


def guarded(app: FastAPI) -> ASGIApp:
    """Return the application as it is served."""
    site = app.state.site
    assert isinstance(site, Site)
    return Guard(app, site.settings)
