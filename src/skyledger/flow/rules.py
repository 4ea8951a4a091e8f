"""The rules in force, in one word: incidents derived by other rules are derived anew."""

from functools import cache
from importlib.resources import files

from skyledger.model.ids import hash_parts

_POLICIES = ("link.toml", "reconcile.toml", "outlet_families.toml")


@cache
def rules_in_force() -> str:
    """Return a fingerprint of the policies that linking and reconciling follow."""
    folder = files("skyledger").joinpath("data", "policy")
    return hash_parts(*(folder.joinpath(name).read_text("utf-8") for name in _POLICIES)).hex()[:16]
