"""The reconciling policy, read from ``data/policy/reconcile.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from skyledger.errors import PackError

RECONCILE_POLICY_FILE = "policy/reconcile.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconcilePolicy:
    """All of ``reconcile.toml``.

    Attributes:
        roles: Whose figure leads when equally many origins disagree, first wins.
        corroborated_origins: Independent origins needed for ``corroborated``.
        headline_counts: Whether a figure only a headline has may stand against the text under it.
        window_slack_h: How far a part's window may stick out of its total's.
        stale_after_days: A member dated this much after the first was re-dated by link.
        max_closed_h: Longest time between a closure and its reopening.
    """

    roles: tuple[str, ...]
    corroborated_origins: int
    headline_counts: bool
    window_slack_h: float
    stale_after_days: float
    max_closed_h: float


_SHAPE: Mapping[str, Mapping[str, type]] = {
    "precedence": {"roles": list},
    "status": {"corroborated_origins": int},
    "revisions": {"headline_counts": bool},
    "totals": {"window_slack_h": float},
    "stale": {"after_days": float},
    "closures": {"max_closed_h": float},
}


def parse_reconcile_policy(toml: str, name: str = RECONCILE_POLICY_FILE) -> ReconcilePolicy:
    """Read a reconciling policy.

    Args:
        toml: The text of the file.
        name: How errors call the file.

    Returns:
        The policy.

    Raises:
        PackError: The TOML is broken, or a table or key is unknown, missing or of the wrong type.
    """
    try:
        raw = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: not valid TOML: {error}") from error
    _check_names(raw, set(_SHAPE), name, "table")
    for table, keys in _SHAPE.items():
        if not isinstance(raw[table], dict):
            raise PackError(f"{name}: [{table}] must be a table")
        _check_names(raw[table], set(keys), f"{name}: [{table}]", "key")
        for key, kind in keys.items():
            _check_type(raw[table][key], kind, f"{name}: [{table}]: {key}")
    return ReconcilePolicy(
        roles=tuple(str(role) for role in raw["precedence"]["roles"]),
        corroborated_origins=raw["status"]["corroborated_origins"],
        headline_counts=raw["revisions"]["headline_counts"],
        window_slack_h=float(raw["totals"]["window_slack_h"]),
        stale_after_days=float(raw["stale"]["after_days"]),
        max_closed_h=float(raw["closures"]["max_closed_h"]),
    )


def _check_names(raw: Mapping[str, Any], wanted: set[str], place: str, what: str) -> None:
    for found in sorted(raw.keys() - wanted):
        raise PackError(f"{place}: unknown {what} {found!r}")
    for missing in sorted(wanted - raw.keys()):
        raise PackError(f"{place}: missing {what} {missing!r}")


def _check_type(value: Any, kind: type, place: str) -> None:
    number = kind in {int, float} and isinstance(value, int | float) and not isinstance(value, bool)
    if not (number or (kind in {bool, list} and isinstance(value, kind))):
        raise PackError(f"{place} must be a {'number' if kind in {int, float} else kind.__name__}")


@cache
def load_reconcile_policy() -> ReconcilePolicy:
    """Return the shipped policy, read once."""
    path = RECONCILE_POLICY_FILE.split("/")
    return parse_reconcile_policy(files("skyledger").joinpath("data", *path).read_text("utf-8"))
