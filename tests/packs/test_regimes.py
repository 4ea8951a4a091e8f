"""The pack of breaks in reporting: it loads, and a fault names file, entry and reason."""

import pytest

from skyledger.errors import PackError
from skyledger.packs.load import load_packs
from skyledger.packs.regimes import load_regimes, parse_regimes

GOOD = """[[break]]
id = "x"
region = "UA"
from = 2025-08-01
affects = "alerts"
act = "An act."
source = "https://x.test"
"""


def test_the_shipped_breaks_are_of_known_places() -> None:
    breaks = load_regimes()
    assert breaks
    assert all(b.region in load_packs().places and b.source.startswith("https://") for b in breaks)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = ", "not valid TOML"),
        ("[other]", "unknown key 'other'"),
        ("break = 3", "list of tables"),
        (GOOD.replace("act =", "deed ="), "unknown key 'deed'"),
        (GOOD.replace('id = "x"\n', ""), "break 1: needs id"),
        (GOOD.replace("2025-08-01", '"soon"'), "from must be a date"),
        (GOOD.replace('"alerts"', '"all"'), "affects must be one of"),
        (GOOD + "to = 2020-01-01\n", "to lies before from"),
        (GOOD + GOOD, "is there twice"),
    ],
)
def test_a_fault_is_named(text: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        parse_regimes(text, "b.toml")
