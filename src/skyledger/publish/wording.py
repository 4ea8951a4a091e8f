"""Load and check ``data/policy/release.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from skyledger.errors import PackError
from skyledger.publish.redact import Wording, compile_patronymics, compile_sources, compile_terms

_FILE = "data/policy/release.toml"
_KEYS = {
    "private": {"delay_h", "coarsen", "keep_urls"},
    "public": {"delay_h", "coarsen", "keep_urls"},
    "labels": {"person", "number", "address", "military", "place"},
    "military": {"terms", "courses", "weapons", "sources", "countries"},
    "persons": {"markers", "roles", "patronymic_ends"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySettings:
    """One named policy as the file has it; see :class:`skyledger.publish.policy.ReleasePolicy`."""

    delay_h: float
    coarsen: bool
    keep_urls: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRules:
    """The whole file, checked and compiled."""

    private: PolicySettings
    public: PolicySettings
    wording: Wording


@cache
def load_rules() -> ReleaseRules:
    """Return the shipped rules.

    Raises:
        PackError: The file is malformed; the text names key and fault.
    """
    return parse_rules((files("skyledger") / _FILE).read_text(encoding="utf-8"))


def parse_rules(text: str) -> ReleaseRules:
    """Return the rules of a file's text.

    Raises:
        PackError: Unknown or missing keys, or no TOML.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{_FILE}: {error}") from error
    _check_keys("", data, set(_KEYS))
    for table, keys in _KEYS.items():
        _check_keys(table, data[table], keys)
    persons = data["persons"]
    wording = Wording(
        military=compile_terms(data["military"]["terms"]),
        courses=compile_terms(data["military"]["courses"]),
        sources=compile_sources(*(data["military"][key] for key in ("weapons", "sources", "countries"))),
        markers=compile_terms(persons["markers"]),
        roles=compile_terms(persons["roles"]),
        patronymics=compile_patronymics(persons["patronymic_ends"]),
        labels=dict(data["labels"]),
    )
    return ReleaseRules(
        private=PolicySettings(**data["private"]), public=PolicySettings(**data["public"]), wording=wording
    )


def _check_keys(table: str, found: Mapping[str, Any], wanted: set[str]) -> None:
    where = f"[{table}] " if table else ""
    for key in sorted(set(found) ^ wanted):
        fault = "unknown key" if key in found else "missing key"
        raise PackError(f"{_FILE}: {where}{fault} {key!r}")
