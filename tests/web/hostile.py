"""Texts that attack whoever shows them, and secrets that nobody may be shown; in one ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skyledger.ledger import Entry, Ledger, open_ledger
from skyledger.model import Outlet, PlaceKind, PlacePrecision
from tests.builders import a_claim, a_document, a_place
from tests.web.filled import add, contradicted, entry, other_night, small_night

RTL = "\u202e"
ZERO_WIDTH = "\u200b\u2060\ufeff"
STORM = "Z" + "\u0335\u0321\u034d\u0353" * 40
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
FORMULA = '=HYPERLINK("http://evil.example","x")'
ESCAPE = "\x1b]0;owned\x07\x00"
HALF = "\ud800"
URL = "javascript:alert(3)"
# Cut out under every policy.
SECRETS = ("Vymyshlenova", "555-35-35", "4111 1111 1111 1111", "ivan@example.org", "Lesnaya Street")
# Cut out in public.
PUBLIC_SECRETS = ("Neftebaza-17", "54.5171", "36.8123", "hidden-export.json")


def _attack() -> Entry:
    text = (
        f"{SCRIPT} Overnight 40 UAVs were shot down over Tula Oblast {RTL}{ZERO_WIDTH}{STORM}{ESCAPE}{HALF} {FORMULA}."
    )
    outlet = Outlet(name=f"{SCRIPT}{RTL}", handle="loud", type="channel")
    document = a_document(text, id="attack/../<b>", outlet=outlet, url=URL, title=f"{FORMULA} {SCRIPT}")
    return entry(document, a_claim(document, detail=SCRIPT))


def _secret() -> Entry:
    text = (
        "Overnight 4 UAVs were shot down over Tula Oblast. Killed was Anna Vymyshlenova, 58, of 12 Lesnaya Street. "
        "Call +7 900 555-35-35, card 4111 1111 1111 1111, or write to ivan@example.org."
    )
    document = a_document(text, id="secret")
    return entry(document, a_claim(document, place=a_place("RU-TUL", "Tula Oblast")))


def _exact() -> Entry:
    """A plant whose name and point the public does not get."""
    text = "Overnight a fire broke out at Neftebaza-17 after debris was shot down."
    place = a_place(
        "facility:neftebaza-17",
        "Neftebaza-17",
        kind=PlaceKind.FACILITY,
        precision=PlacePrecision.POINT,
        region="RU-KLU",
        country="RU",
        lat=54.5171,
        lon=36.8123,
    )
    document = a_document(text, id="exact", source="hidden-export.json#1", url="https://t.me/example/17")
    return entry(document, a_claim(document, place=place))


@contextmanager
def a_hostile_ledger(folder: Path) -> Iterator[Ledger]:
    """Yield a ledger with all of it, and with what is normal beside it."""
    with open_ledger(folder / "hostile.ledger") as ledger:
        add(ledger, *small_night(), other_night(), *contradicted(), _attack(), _secret(), _exact())
        yield ledger
