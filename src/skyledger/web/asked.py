"""What a request asks: the filter and what stands beside it in the query; nothing unknown is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from skyledger.model import Fate, IncidentStatus, Kind, Modality, ObjectType, Side
from skyledger.publish.selection import (
    PARAMETERS,
    Filter,
    ParameterError,
    Presence,
    read_filter,
    read_instants,
    write_filter,
)
from skyledger.say import say

LANGS = ("en", "ru", "uk")
# Of the page, not of the question: what is selected on the screen changes no row.
_PASSED_OVER = frozenset({"sel"})
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query, read.

    Attributes:
        extra: Parameters that only this route knows.
    """

    filter: Filter = field(default_factory=Filter)
    as_of: datetime | None = None
    lang: str = "en"
    after: str | None = None
    limit: int | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    def of_all_nights(self) -> Asked:
        """Return the same for every night where none is said: without this the last one is meant."""
        return self if self.filter.says_when else replace(self, filter=replace(self.filter, night_from=date.min))

    def query(self, **more: str | int | None) -> str:
        """Return the query that asks the same, with further parameters."""
        beside: dict[str, Any] = {
            "as_of": None if self.as_of is None else self.as_of.isoformat().replace("+00:00", "Z"),
            "lang": None if self.lang == "en" else self.lang,
            "limit": self.limit,
            **self.extra,
            **more,
        }
        tail = urlencode([(name, str(value)) for name, value in beside.items() if value is not None], safe=":,/")
        return "&".join(part for part in (write_filter(self.filter), tail) if part)


def read_query(
    request: Request, *, filter: bool = False, paged: int = 0, extra: Iterable[str] = (), as_of: bool = True
) -> Asked:
    """Read the query of a request.

    Args:
        request: Any.
        filter: Whether the route takes a filter.
        paged: The most incidents a page may have; 0 when the route has no pages.
        extra: Further parameters of the route, taken as they are.
        as_of: Whether it can be asked as of an instant.

    Raises:
        ParameterError: Something is unknown or malformed.
    """
    own = set(extra)
    known = {*own, *(PARAMETERS if filter else ()), *(("after", "limit") if paged else ()), *_PASSED_OVER, "lang"}
    known |= {"as_of"} if as_of else set()
    pairs = request.query_params.multi_items()
    beside: dict[str, str] = {}
    for name, value in pairs:
        if name not in known:
            raise ParameterError(
                name[:60], say("no such parameter here; there are {known}", known=", ".join(sorted(known)))
            )
        if name not in PARAMETERS or not filter:
            if name in beside:
                raise ParameterError(name, say("is said more than once"))
            if len(value) > 500 or not value.isprintable():
                raise ParameterError(name, say("is too long, or holds characters that cannot be shown"))
            beside[name] = value
    return Asked(
        filter=read_filter((name, value) for name, value in pairs if name in PARAMETERS) if filter else Filter(),
        as_of=_instant(beside["as_of"]) if beside.get("as_of") else None,
        lang=_lang(beside.get("lang") or "en"),
        after=beside.get("after") or None,
        limit=_limit(beside.get("limit") or "", paged),
        extra={name: value for name, value in beside.items() if name in own and value},
    )


def _instant(value: str) -> datetime:
    try:
        start, end = read_instants(value)
    except ValueError as error:
        raise ParameterError("as_of", str(error)) from None
    if start is None or start != end:
        raise ParameterError("as_of", say("is one instant, such as 2025-12-11T07:00:00Z"))
    return start


def _lang(value: str) -> str:
    if value not in LANGS:
        raise ParameterError("lang", say("is none of {known}", known=", ".join(LANGS)))
    return value


def _limit(value: str, most: int) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 10) or int(value) < 1:
        raise ParameterError("limit", say("is no whole number from 1 on"))
    return min(int(value), most)


def _enum(values: Iterable[str]) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": list(values)}}


_REGION: Schema = {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$"}, "maxItems": 50}
_ID: Schema = {"type": "array", "items": {"type": "string", "pattern": "^INC-[A-Z0-9]{10}$"}, "maxItems": 50}
_COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
_WORDS: Schema = {"type": "string", "maxLength": 500}
_PRESENCE: Schema = {"type": "string", "enum": list(Presence)}
_DAY: Schema = {"type": "string", "format": "date"}
_SCHEMAS: dict[str, tuple[str, Schema]] = {
    "night": ("One night, by the date of its morning.", _DAY),
    "night_from": ("First night.", _DAY),
    "night_to": ("Last night.", _DAY),
    "kinds": ("Any of these kinds.", _enum(Kind)),
    "fates": ("Any of these fates.", _enum(Fate)),
    "objects": ("Any of these objects.", _enum(ObjectType)),
    "region": ("In any of these regions (ISO 3166-2).", _REGION),
    "place": ("Id of a place.", {"type": "string", "maxLength": 200}),
    "airport": ("ICAO code.", {"type": "string", "pattern": "^[A-Z][A-Z0-9]{3}$"}),
    "speaker": ("Id of who is among the origins.", {"type": "string", "pattern": "^[\\w.:+-]{1,100}$"}),
    "side": ("Governments among the origins.", _enum(Side)),
    "status": ("Any of these.", _enum(IncidentStatus)),
    "modality": ("Any of these.", _enum(Modality)),
    "origins_min": ("At least so many origins.", _COUNT),
    "count_min": ("Some figure is at least this for certain.", _COUNT),
    "q": ("Words of the texts.", _WORDS),
    "bbox": ("West, south, east, north in degrees.", {"type": "array", "items": {"type": "number"}, "minItems": 4}),
    "datetime": ("An instant, or two with / between them; .. is an open end.", {"type": "string", "maxLength": 100}),
    "located": ("With or without something to draw.", _PRESENCE),
    "timed": ("With or without a time.", _PRESENCE),
    "id": ("These incidents.", _ID),
    "as_of": ("As the ledger stood at this instant.", {"type": "string", "format": "date-time"}),
    "lang": ("Language of the words.", {"type": "string", "enum": list(LANGS)}),
    "after": ("The last incident of the page before.", {"type": "string", "maxLength": 200}),
    "limit": ("Most of a page.", {"type": "integer", "minimum": 1}),
}


def parameters(
    *, filter: bool = False, paged: bool = False, as_of: bool = True, extra: Sequence[tuple[str, str]] = ()
) -> dict[str, Any]:
    """Return what OpenAPI is told of the query of a route (for ``openapi_extra``)."""
    names = [
        *(PARAMETERS if filter else ()),
        *(("after", "limit") if paged else ()),
        *(("as_of",) if as_of else ()),
        "lang",
    ]
    told = [_parameter(name, *_SCHEMAS[name]) for name in names]
    return {"parameters": told + [_parameter(name, words, _WORDS) for name, words in extra]}


def _parameter(name: str, description: str, schema: Schema) -> Schema:
    listed = {"style": "form", "explode": False} if schema.get("type") == "array" else {}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema, **listed}
