"""Tiles: one server of pictures by name, and only where somebody asked for it."""

import pytest

from skyledger.errors import UsageError
from skyledger.web.answers import Answer
from skyledger.web.guard import CONTENT_POLICY
from skyledger.web.tiles import check_tiles, with_tiles

SHELL = Answer(body=b"<html><head><title>t</title></head></html>", media_type="text/html")
TILES = "https://tiles.example.org:8443/osm/{z}/{x}/{y}.png?key=a&b=c"


def test_page_and_policy_name_the_server() -> None:
    told = with_tiles(SHELL, check_tiles(TILES))
    assert (
        b'<meta name="skyledger-tiles" content="https://tiles.example.org:8443/osm/{z}/{x}/{y}.png?key=a&amp;b=c"'
        in told.body
    )
    assert told.policy == CONTENT_POLICY.replace("data:", "data: https://tiles.example.org:8443", 1)
    assert told.etag != SHELL.etag


def test_without_tiles_nothing_changes() -> None:
    assert with_tiles(SHELL, check_tiles("")) is SHELL


@pytest.mark.parametrize(
    "template",
    [
        "tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{x}/{y}.png; script-src *",
        'https://tiles.example.org/{z}/{x}/{y}.png"><script>',
        "javascript://a/{z}/{x}/{y}",
        "https://user@tiles.example.org/{z}/{x}/{y}.png",
    ],
)
def test_what_is_no_address_of_tiles_is_refused(template: str) -> None:
    with pytest.raises(UsageError, match="--tiles"):
        check_tiles(template)
