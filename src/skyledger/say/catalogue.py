"""The words in three languages side by side (``data/words/``), by their English."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from skyledger.errors import PackError
from skyledger.say.forms import names_in, pieces
from skyledger.say.language import LANGS

_FORMS = 3
_KEYS = {*LANGS, "about"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Templates by language, then by ``(what it is about, English)``."""

    templates: Mapping[str, Mapping[tuple[str, str], str]]

    def find(self, lang: str, english: str, about: str = "") -> str | None:
        """Return a template in a language, None where it has none; ``about`` only decides between two meanings."""
        known = self.templates[lang]
        found = known.get((about, english)) if about else None
        return known.get(("", english)) if found is None else found


@cache
def load_catalogue() -> Catalogue:
    """Return the shipped words.

    Raises:
        PackError: A file is malformed; the text names the entry and the fault.
    """
    folder = files("skyledger").joinpath("data", "words")
    shipped = sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name)
    return parse_catalogue({each.name: each.read_text("utf-8") for each in shipped})


def parse_catalogue(texts: Mapping[str, str]) -> Catalogue:
    """Return the words of some files, given by name.

    Raises:
        PackError: No TOML, an entry lacks a language, says one thing twice, or has other fields in another language.
    """
    found: dict[str, dict[tuple[str, str], str]] = {lang: {} for lang in LANGS}
    for name, text in texts.items():
        try:
            entries = tomllib.loads(text).get("say", [])
        except tomllib.TOMLDecodeError as error:
            raise PackError(f"words/{name}: {error}") from error
        for entry in entries:
            key = (str(entry.get("about", "")), str(entry.get("en", "")))
            fault = _fault(entry) or ("is there twice" if key in found["en"] else "")
            if fault:
                raise PackError(f"words/{name}: {key[1]!r} {fault}")
            for lang in LANGS:
                found[lang][key] = entry[lang]
    return Catalogue(templates=MappingProxyType({lang: MappingProxyType(own) for lang, own in found.items()}))


def _fault(entry: Mapping[str, Any]) -> str:
    if entry.keys() - _KEYS or set(LANGS) - entry.keys():
        return f"needs {', '.join(LANGS)}, and about where it has two meanings"
    if not all(isinstance(value, str) and value for value in entry.values()):
        return "has an empty text"
    shown = {lang: names_in(entry[lang]) for lang in LANGS}
    if len(set(shown.values())) > 1:
        return f"shows other fields in another language: {', '.join(map(str, map(sorted, shown.values())))}"
    for lang in LANGS[1:]:
        if any("|" in spec and len(spec.split("|")) != _FORMS for _, _, spec in pieces(entry[lang])):
            return f"has a word in {lang} without its three forms"
    return ""
