"""Outlets that are one voice: clone sites, an institution's several channels (``policy/outlet_families.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from skyledger.errors import PackError
from skyledger.model.document import Document
from skyledger.model.speaker import Speaker

FAMILIES_FILE = "policy/outlet_families.toml"
_KEYS = frozenset({"name", "reason", "hosts", "handles", "names", "speakers"})
_OFFICE_REASON = "The office and its holder publish the same statement."


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFamilies:
    """Which family a host, handle, name or speaker belongs to.

    Attributes:
        office_roles: Roles that are one office in one region: the head and the administration they head.
    """

    by_term: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    by_speaker: Mapping[str, str] = field(default_factory=dict)
    office_roles: frozenset[str] = frozenset()

    def voice_of(self, document: Document) -> str:
        """Return one key per voice: the family's, else the outlet's own, else the document's."""
        outlet = document.outlet
        handle, name = outlet.handle.lower().lstrip("@"), outlet.name.strip().casefold()
        for term in (handle, handle.removeprefix("www."), host_of(document.url), name):
            if term and term in self.by_term:
                return "family:" + self.by_term[term]
        return handle or name or host_of(document.url) or "document:" + document.id

    def voice_of_speaker(self, speaker: Speaker) -> str:
        """Return one key per institution: the family's, else the office's of a region and side, else the speaker's."""
        if speaker.id in self.by_speaker:
            return "family:" + self.by_speaker[speaker.id]
        if speaker.role in self.office_roles and speaker.region is not None:
            return f"office:{speaker.region}:{speaker.side.value}"
        return speaker.id

    def reason_of(self, voice: str) -> str:
        """Return why the members of a voice are one, or ``""`` for a single outlet or speaker."""
        if voice.startswith("office:"):
            return _OFFICE_REASON
        return self.reasons.get(voice.removeprefix("family:"), "") if voice.startswith("family:") else ""


def host_of(url: str) -> str:
    """Return the host name of an address without ``www.``, or ``""``; a t.me address gives its channel."""
    rest = url.partition("://")[2].lower()
    host, _, path = rest.partition("/")
    host = host.removeprefix("www.")
    if host in {"t.me", "telegram.me"}:
        parts = [part for part in path.split("/") if part and part != "s"]
        return parts[0] if parts else ""
    return host


def parse_outlet_families(toml: str, name: str = FAMILIES_FILE) -> OutletFamilies:
    """Read families of outlets.

    Args:
        toml: The text of the file.
        name: How errors call the file.

    Returns:
        The families, every term in lower case.

    Raises:
        PackError: The TOML is broken, or a key is unknown or of the wrong type.
    """
    try:
        raw = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: not valid TOML: {error}") from error
    for key in sorted(raw.keys() - {"family", "office"}):
        raise PackError(f"{name}: unknown key {key!r}")
    roles = _check_office(raw.get("office", {}), f"{name}: office")
    by_term: dict[str, str] = {}
    by_speaker: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for number, entry in enumerate(raw.get("family", []), start=1):
        family = _check_entry(entry, f"{name}: family {number}")
        reasons[family] = str(entry.get("reason", ""))
        for key in ("hosts", "handles", "names"):
            for term in entry.get(key, []):
                by_term[str(term).strip().casefold().lstrip("@").removeprefix("www.")] = family
        by_speaker |= dict.fromkeys(map(str, entry.get("speakers", [])), family)
    return OutletFamilies(by_term=by_term, reasons=reasons, by_speaker=by_speaker, office_roles=roles)


def _check_office(office: Any, place: str) -> frozenset[str]:
    if not isinstance(office, dict) or not isinstance(office.get("roles", []), list):
        raise PackError(f"{place}: roles must be a list")
    for key in sorted(office.keys() - {"roles"}):
        raise PackError(f"{place}: unknown key {key!r}")
    return frozenset(map(str, office.get("roles", [])))


def _check_entry(entry: Any, place: str) -> str:
    if not isinstance(entry, dict):
        raise PackError(f"{place}: must be a table")
    for key in sorted(entry.keys() - _KEYS):
        raise PackError(f"{place}: unknown key {key!r}")
    family = entry.get("name")
    if not isinstance(family, str) or not family:
        raise PackError(f"{place}: needs a name")
    for key in ("hosts", "handles", "names", "speakers"):
        if not isinstance(entry.get(key, []), list):
            raise PackError(f"{place}: {key} must be a list")
    return family


@cache
def load_outlet_families() -> OutletFamilies:
    """Return the shipped families, or none when the pack has no such file."""
    source = files("skyledger").joinpath("data", *FAMILIES_FILE.split("/"))
    return parse_outlet_families(source.read_text("utf-8")) if source.is_file() else OutletFamilies()
