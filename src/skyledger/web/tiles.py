"""An optional background of the map, from a tile server that somebody names; without one nothing leaves here."""

import re
from dataclasses import replace
from html import escape

from skyledger.errors import UsageError
from skyledger.web.answers import Answer
from skyledger.web.guard import CONTENT_POLICY

_SHAPE = re.compile(r"(https?://[A-Za-z0-9.-]+(?::\d{1,5})?)/[A-Za-z0-9._~/{}?=&%+@-]*", re.ASCII)
_PARTS = ("{z}", "{x}", "{y}")


def check_tiles(template: str) -> str:
    """Return the address of tiles as given, ``""`` for none.

    Raises:
        UsageError: It is no address with {z}, {x} and {y} in it.
    """
    if template and (_SHAPE.fullmatch(template) is None or not all(part in template for part in _PARTS)):
        raise UsageError("--tiles: is no address of tiles; write it like https://tiles.example.org/{z}/{x}/{y}.png")
    return template


def with_tiles(shell: Answer, template: str) -> Answer:
    """Return the page told of the tiles, with leave to show pictures from their server and from no other."""
    found = _SHAPE.fullmatch(template)
    if found is None:
        return shell
    told = f'<meta name="skyledger-tiles" content="{escape(template)}" /></head>'.encode()
    policy = CONTENT_POLICY.replace("img-src 'self' data:", f"img-src 'self' data: {found[1]}")
    return replace(shell, body=shell.body.replace(b"</head>", told, 1), policy=policy)
