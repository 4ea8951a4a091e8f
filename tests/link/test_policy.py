"""A broken policy names its fault."""

import re
from importlib.resources import files

import pytest

from skyledger.errors import PackError
from skyledger.link import load_link_policy, parse_link_policy
from skyledger.link.families import host_of, parse_outlet_families
from skyledger.reconcile import load_reconcile_policy, parse_reconcile_policy

LINK = files("skyledger").joinpath("data/policy/link.toml").read_text("utf-8")
RECONCILE = files("skyledger").joinpath("data/policy/reconcile.toml").read_text("utf-8")


def test_the_shipped_policies_load() -> None:
    assert parse_link_policy(LINK) == load_link_policy()
    assert parse_reconcile_policy(RECONCILE) == load_reconcile_policy()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("place_same = 3.0", "place_same = 3.0\nplace_sane = 1.0", "unknown key 'place_sane'"),
        ("place_same = 3.0", "", "missing key 'place_same'"),
        ("place_same = 3.0", 'place_same = "much"', "place_same must be a number"),
        ("[reprint]", "[reprints]", "unknown table 'reprints'"),
        ("[reprint]", "[reprint", "not valid TOML"),
    ],
)
def test_a_broken_link_policy_names_its_fault(old: str, new: str, fault: str) -> None:
    with pytest.raises(PackError, match=re.escape(fault)):
        parse_link_policy(LINK.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[status]", "[state]", "unknown table 'state'"),
        ("headline_counts = false", "headline_counts = 3", "must be a bool"),
        ("max_closed_h = 48.0", "", "missing key 'max_closed_h'"),
        ("max_closed_h = 48.0", "max_closed_h = true", "must be a number"),
    ],
)
def test_a_broken_reconcile_policy_names_its_fault(old: str, new: str, fault: str) -> None:
    with pytest.raises(PackError, match=re.escape(fault)):
        parse_reconcile_policy(RECONCILE.replace(old, new, 1))


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ('[[family]]\nname = "a"\nhost = ["x"]', "unknown key 'host'"),
        ('[[family]]\nhosts = ["x"]', "needs a name"),
        ('[[family]]\nname = "a"\nhosts = "x"', "hosts must be a list"),
        ("[[clan]]\n", "unknown key 'clan'"),
        ("family = [1]", "must be a table"),
        ('[office]\nroles = "governor"', "roles must be a list"),
        ('[office]\nrole = ["governor"]', "unknown key 'role'"),
        ("[", "not valid TOML"),
    ],
)
def test_broken_families_name_their_fault(toml: str, fault: str) -> None:
    with pytest.raises(PackError, match=re.escape(fault)):
        parse_outlet_families(toml)


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.example.org/a", "example.org"), ("https://t.me/s/gov/7", "gov"), ("https://t.me", ""), ("", "")],
)
def test_a_telegram_address_stands_for_its_channel(url: str, host: str) -> None:
    assert host_of(url) == host
