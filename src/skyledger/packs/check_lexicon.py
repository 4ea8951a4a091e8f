"""Faults of the lexicon: what its files hold, whether a rule reads it, and whether each example has its term."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from skyledger.packs.compile_lexicon import entry_terms
from skyledger.packs.faults import PackFault
from skyledger.packs.lexicon_source import LexiconEntry
from skyledger.packs.normalise import normalise_surface, tokenise
from skyledger.packs.shapes import NUMBERS, TERM, KeyPath
from skyledger.packs.source_file import SourceFile, read_source
from skyledger.packs.vocabulary import LANGS, LEXICON_CATEGORIES, SET_FLAGS, describe_values, is_lexicon_value

WORD_KEYS = ("lemmas", "phrases", "forms", "nouns", "verbs")
_INFLECTED_BY = {"lemmas": ("ru", "uk"), "phrases": ("ru", "uk"), "nouns": ("en",), "verbs": ("en",)}

SurfacesOf = Callable[[LexiconEntry], frozenset[str]]


def generated_surfaces(entry: LexiconEntry) -> frozenset[str]:
    """Return the surfaces an entry compiles to; needs pymorphy3."""
    return frozenset(surface for surface, _ in entry_terms(entry))


def check_lexicon(data: Path, surfaces_of: SurfacesOf) -> Iterator[PackFault]:
    """Yield the faults of every file under ``data/lexicon``.

    Args:
        data: The packs' folder.
        surfaces_of: What an entry compiles to, by which its example is held against it.
    """
    for path in sorted((data / "lexicon").glob("*/*.toml")):
        source = read_source(path, path.relative_to(data).as_posix())
        if isinstance(source, PackFault):
            yield source
            continue
        lang = path.parent.name
        if lang not in LANGS:
            yield PackFault(file=source.name, line=0, key=lang, fault=f"folder must be one of {', '.join(LANGS)}")
            continue
        yield from source.unknown_tables(frozenset({"term", "numbers"}))
        for number, raw in source.tables("term"):
            yield from _check_term(source, raw, ("term", number), lang, surfaces_of)
        for number, raw in source.tables("numbers"):
            yield from _check_numbers(source, raw, ("numbers", number), lang)


def _check_numbers(source: SourceFile, raw: Any, path: KeyPath, lang: str) -> Iterator[PackFault]:
    misshapen = source.shape_faults(raw, NUMBERS, path)
    yield from misshapen
    if misshapen:
        return
    if raw["lang"] != lang:
        yield source.fault((*path, "lang"), "lang", f"is {raw['lang']!r} in the folder of {lang!r}")
    for key in ("values", "declined"):
        for word in raw.get(key, {}):
            if not normalise_surface(word):
                yield source.fault((*path, key), repr(word), "holds neither letter nor digit")


def _check_term(source: SourceFile, raw: Any, path: KeyPath, lang: str, surfaces_of: SurfacesOf) -> Iterator[PackFault]:
    misshapen = source.shape_faults(raw, TERM, path)
    yield from misshapen
    if misshapen:
        return
    name = f"{raw['category']} {raw['value']}"
    faults = [
        *_meaning_faults(source, raw, path),
        *_word_faults(source, raw, path, name, lang),
        *_flag_faults(source, raw, path, name),
    ]
    yield from faults
    if not faults:
        yield from _check_example(source, raw, path, name, lang, surfaces_of)


def _meaning_faults(source: SourceFile, raw: dict[str, Any], path: KeyPath) -> Iterator[PackFault]:
    category, value = raw["category"], raw["value"]
    if category not in LEXICON_CATEGORIES:
        known = ", ".join(sorted(LEXICON_CATEGORIES))
        yield source.fault((*path, "category"), category, f"unknown category (known: {known})")
    elif not is_lexicon_value(category, value):
        known = describe_values(category)
        yield source.fault((*path, "value"), f"{category} {value}", f"no rule reads this value (known: {known})")


def _word_faults(source: SourceFile, raw: dict[str, Any], path: KeyPath, name: str, lang: str) -> Iterator[PackFault]:
    if not any(raw.get(key) for key in WORD_KEYS):
        yield source.fault(path, name, f"has no words: give {', '.join(WORD_KEYS[:-1])} or {WORD_KEYS[-1]}")
    for key in WORD_KEYS:
        if raw.get(key) and lang not in _INFLECTED_BY.get(key, LANGS):
            meant = " and ".join(_INFLECTED_BY[key])
            yield source.fault((*path, key), name, f"{key} are for {meant}, and are not read here")
        for word in raw.get(key, ()):
            if not all(normalise_surface(part) for part in word.split("*")[1:]) or not normalise_surface(word):
                yield source.fault((*path, key), name, f"{word!r} holds neither letter nor digit where a word must be")


def _flag_faults(source: SourceFile, raw: dict[str, Any], path: KeyPath, name: str) -> Iterator[PackFault]:
    by_form = raw.get("flags_by_form", {})
    for key, flags in [("flags", raw.get("flags", "")), *(("flags_by_form", marks) for marks in by_form.values())]:
        for flag in flags.split():
            if flag not in SET_FLAGS:
                known = ", ".join(sorted(SET_FLAGS))
                yield source.fault((*path, key), name, f"unknown flag {flag!r} (known: {known})")
    written = {form for key in WORD_KEYS for form in raw.get(key, ())}
    if not any(raw.get(key) for key in ("lemmas", "phrases", "nouns", "verbs")):
        for form in by_form.keys() - written:
            yield source.fault((*path, "flags_by_form"), name, f"{form!r} is none of its forms")


def _check_example(
    source: SourceFile, raw: dict[str, Any], path: KeyPath, name: str, lang: str, surfaces_of: SurfacesOf
) -> Iterator[PackFault]:
    words = {key: tuple(raw.get(key, ())) for key in WORD_KEYS}
    entry = LexiconEntry(
        lang=lang,
        category=raw["category"],
        value=raw["value"],
        **words,
        flags=raw.get("flags", ""),
        flags_by_form=raw.get("flags_by_form", {}),
        example=raw["example"],
        where=source.name,
    )
    joined = tokenise(entry.example).joined
    if not any(f" {surface} " in joined for surface in surfaces_of(entry)):
        yield source.fault((*path, "example"), name, f"the term is not found in its example {entry.example!r}")
