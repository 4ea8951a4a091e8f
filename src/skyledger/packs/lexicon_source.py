"""Read the lexicon packs: TOML in, checked entries out. Unknown keys are errors with a file and a line number."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from skyledger.errors import PackError

_TERM_KEYS = {
    "category",
    "value",
    "lemmas",
    "phrases",
    "forms",
    "nouns",
    "verbs",
    "flags",
    "flags_by_form",
    "example",
}
_NUMBER_KEYS = {"lang", "values", "declined"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconEntry:
    """One ``[[term]]`` of a lexicon file.

    Attributes:
        lemmas: Single words to inflect in full.
        phrases: Phrases whose ``*``-marked words agree and are declined (or conjugated) together.
        forms: Surfaces taken as written.
        nouns: English nouns or noun phrases; the plural is added.
        verbs: English verbs, the last word of a phrasal verb staying as it is.
        example: A sentence in which the term must be found; runs as a test.
        where: File and position, for messages.
    """

    lang: str
    category: str
    value: str
    lemmas: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    flags: str = ""
    flags_by_form: dict[str, str] = field(default_factory=dict)
    example: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """Number words of one language: ``declined`` lemmas are inflected, ``values`` stand as written."""

    lang: str
    values: dict[str, int]
    declined: dict[str, int]


def _texts(raw: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise PackError(f"{where}: {key} must be a list of non-empty strings")
    return tuple(value)


def _entry(raw: dict[str, Any], lang: str, where: str) -> LexiconEntry:
    unknown = set(raw) - _TERM_KEYS
    if unknown:
        raise PackError(f"{where}: unknown key {sorted(unknown)[0]!r}")
    for key in ("category", "value", "example"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise PackError(f"{where}: {key} is missing or empty")
    return LexiconEntry(
        lang=lang,
        category=raw["category"],
        value=raw["value"],
        lemmas=_texts(raw, "lemmas", where),
        phrases=_texts(raw, "phrases", where),
        forms=_texts(raw, "forms", where),
        nouns=_texts(raw, "nouns", where),
        verbs=_texts(raw, "verbs", where),
        flags=raw.get("flags", ""),
        flags_by_form=dict(raw.get("flags_by_form", {})),
        example=raw["example"],
        where=where,
    )


def read_lexicon_file(path: Path, lang: str) -> tuple[list[LexiconEntry], list[NumberWords]]:
    """Read one lexicon file.

    Args:
        path: A TOML file with ``[[term]]`` and ``[[numbers]]`` tables.
        lang: Language of the folder it lies in.

    Returns:
        Its entries and its number words.

    Raises:
        PackError: Naming file, table and fault.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}") from error
    unknown = set(data) - {"term", "numbers"}
    if unknown:
        raise PackError(f"{path}: unknown table {sorted(unknown)[0]!r}")
    entries = [_entry(raw, lang, f"{path}: term {n}") for n, raw in enumerate(data.get("term", []), 1)]
    numbers = []
    for n, raw in enumerate(data.get("numbers", []), 1):
        if set(raw) - _NUMBER_KEYS:
            raise PackError(f"{path}: numbers {n}: unknown key {sorted(set(raw) - _NUMBER_KEYS)[0]!r}")
        numbers.append(NumberWords(lang=raw["lang"], values=raw.get("values", {}), declined=raw.get("declined", {})))
    return entries, numbers


def read_lexicon(folder: Path) -> tuple[list[LexiconEntry], list[NumberWords]]:
    """Read every lexicon file under ``folder`` (one sub-folder per language), in sorted order."""
    entries: list[LexiconEntry] = []
    numbers: list[NumberWords] = []
    for path in sorted(folder.glob("*/*.toml")):
        more, words = read_lexicon_file(path, path.parent.name)
        entries.extend(more)
        numbers.extend(words)
    return entries, numbers
