"""What attacks did, the mix of weapons, and a night looked back on."""

from collections.abc import Iterable
from datetime import date, timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.assess.mix import BEFORE_NIGHTS, RECENT_NIGHTS, Mix
from skyledger.flow.effects import DAYS, AskEffects, effects_at, mix_at, nights_asked
from skyledger.flow.looking_back import NIGHTS_BEFORE, after_action_at
from skyledger.flow.shelf import Look, Shelf
from skyledger.publish.effects.after_action import AfterAction
from skyledger.publish.effects.effects import Effects
from skyledger.publish.selection import ParameterError
from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import Asked, parameters, read_query
from skyledger.web.problems import NotReadyError
from skyledger.web.site import Site, site_of

router = APIRouter()
_MOST_DAYS = 3660
_AREA = ("region", "A region (ISO 3166-2) or a country (ISO 3166-1); without it all.")
_UNTIL = ("until", "The last night; without it the last one with claims.")
_LENGTH = ("days", f"How many nights, {DAYS} without it.")
_NIGHT = ("night", "The night, by the date of its morning; without it the last one with claims.")


@router.get(
    "/after-action.json",
    openapi_extra=parameters(extra=(_NIGHT, ("region", "A region (ISO 3166-2); without it all."))),
    response_model=AfterAction,
)
async def after_action(request: Request) -> Response:
    """Look back on a night: who reported what when, who was silent, which hours have no text, what stayed open."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, extra=("night", "region"))
        shelf, look = site.look(asked.as_of)
        night = look.known.choose_night(_date(asked, "night"))
        _wait(site, shelf, look, night - timedelta(days=NIGHTS_BEFORE), night)
        found = after_action_at(shelf, look, night=night, region=asked.extra.get("region"))
        return Answer(body=to_json(found), changed=look.settled_at)

    return await site.answer(request, make)


@router.get("/effects.json", openapi_extra=parameters(extra=(_AREA, _UNTIL, _LENGTH)), response_model=Effects)
async def effects(request: Request) -> Response:
    """Return closings of airports with their hours, diversions, damage, power cuts and people harmed by region."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, extra=("region", "until", "days"))
        shelf, look = site.look(asked.as_of)
        ask = _ask(asked)
        _wait(site, shelf, look, *nights_asked(look, ask))
        return Answer(body=to_json(effects_at(shelf, look, ask)), changed=look.settled_at)

    return await site.answer(request, make)


@router.get("/objects.json", openapi_extra=parameters(extra=(_AREA, _UNTIL)), response_model=Mix)
async def objects(request: Request) -> Response:
    """Return the mix of weapons of the last 28 nights against the 90 before; "not enough" is an answer."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, extra=("region", "until"))
        shelf, look = site.look(asked.as_of)
        ask = _ask(asked, RECENT_NIGHTS + BEFORE_NIGHTS)
        _wait(site, shelf, look, *nights_asked(look, ask))
        return Answer(body=to_json(mix_at(shelf, look, ask)), changed=look.settled_at)

    return await site.answer(request, make)


def _wait(site: Site, shelf: Shelf, look: Look, first: date, last: date) -> None:
    """Refuse where too many nights have to be released first."""
    nights: Iterable[date | None] = [None, *(night for night in shelf.labels(look) if first <= night <= last)]
    cold = shelf.missing(look, nights)
    if cold > site.settings.most_cold_nights:
        raise NotReadyError(cold)


def _ask(asked: Asked, days: int | None = None) -> AskEffects:
    return AskEffects(area=asked.extra.get("region"), until=_date(asked, "until"), days=days or _days(asked))


def _days(asked: Asked) -> int:
    value = asked.extra.get("days", str(DAYS))
    if not (value.isascii() and value.isdigit() and len(value) < 6 and 1 <= int(value) <= _MOST_DAYS):
        raise ParameterError("days", say("is no whole number from 1 to {most}", most=_MOST_DAYS))
    return int(value)


def _date(asked: Asked, name: str) -> date | None:
    value = asked.extra.get(name)
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise ParameterError(name, say("is no date, such as 2025-12-11")) from None
