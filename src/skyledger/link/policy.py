"""The linking policy: every weight, limit and threshold, read from ``data/policy/link.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from skyledger.errors import PackError

LINK_POLICY_FILE = "policy/link.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each agreement or disagreement adds to a pair's score."""

    place_same: float
    place_within: float
    place_unknown: float
    window_same: float
    window_growing: float
    window_contained: float
    window_loose: float
    window_overlap: float
    window_unknown: float
    window_published_near: float
    count_equal_telling: float
    count_equal_small: float
    count_compatible: float
    count_differs: float
    kind_same: float
    kind_family: float
    object_same: float
    object_compatible: float
    speaker_same: float
    text_verbatim: float
    text_copy: float
    detail_same: float
    reference: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The score from which a pair is one incident, and the number from which agreement tells something."""

    link: float
    telling_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Tolerances in hours and kilometres, and the caps that keep linking near-linear."""

    same_window_overlap: float
    same_stated_overlap: float
    point_slack_h: float
    same_start_h: float
    open_window_h: float
    running_h: float
    unknown_window_publication_h: float
    undated_near_h: float
    undated_span_h: float
    undated_moment_span_h: float
    near_km: float
    max_span_h: float
    long_window_h: float
    max_block: int
    block_neighbours: int
    max_text_pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPolicy:
    """When two sentences are one: a shared run of words, or near-verbatim (0..100)."""

    run_words: int
    near_verbatim: float
    min_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPolicy:
    """When a text that names nobody repeats somebody."""

    lead_min: float
    shared_figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReprintPolicy:
    """When a text is an old statement with a new date."""

    after_days: float
    after_days_many_figures: float
    points_verbatim: int
    points_retold: int
    points_many: int
    max_outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPolicy:
    """All of ``link.toml``."""

    threshold: Threshold
    weights: Weights
    limits: Limits
    text: TextPolicy
    origins: OriginPolicy
    reprint: ReprintPolicy


_TABLES: Mapping[str, type] = {
    "threshold": Threshold,
    "weights": Weights,
    "limits": Limits,
    "text": TextPolicy,
    "origins": OriginPolicy,
    "reprint": ReprintPolicy,
}


def parse_link_policy(toml: str, name: str = LINK_POLICY_FILE) -> LinkPolicy:
    """Read a linking policy.

    Args:
        toml: The text of the file.
        name: How errors call the file.

    Returns:
        The policy.

    Raises:
        PackError: The TOML is broken, or a table or key is unknown, missing or not a number.
    """
    try:
        raw = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: not valid TOML: {error}") from error
    _check_names(raw, set(_TABLES), name, "table")
    return LinkPolicy(**{table: _table(raw[table], kind, f"{name}: [{table}]") for table, kind in _TABLES.items()})


def _table(raw: Any, kind: type, place: str) -> Any:
    if not isinstance(raw, dict):
        raise PackError(f"{place}: must be a table")
    _check_names(raw, {f.name for f in fields(kind)}, place, "key")
    for key, value in raw.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PackError(f"{place}: {key} must be a number")
    return kind(**raw)


def _check_names(raw: Mapping[str, Any], wanted: set[str], place: str, what: str) -> None:
    for name in sorted(raw.keys() - wanted):
        raise PackError(f"{place}: unknown {what} {name!r}")
    for name in sorted(wanted - raw.keys()):
        raise PackError(f"{place}: missing {what} {name!r}")


@cache
def load_link_policy() -> LinkPolicy:
    """Return the shipped policy, read once."""
    return parse_link_policy(files("skyledger").joinpath("data", *LINK_POLICY_FILE.split("/")).read_text("utf-8"))
