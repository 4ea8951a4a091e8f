"""Add a word to a user's own pack: checked, inflected, kept with its example, compiled at once."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from skyledger.errors import UsageError
from skyledger.packs.load import DATA, Packs, load_tables, user_terms_path
from skyledger.packs.normalise import normalise_surface, tokenise
from skyledger.packs.own_terms import OwnTerm, own_terms_locked, read_own_terms, save_own_terms
from skyledger.packs.term_forms import FormFlags, make_forms
from skyledger.packs.vocabulary import (
    CATEGORIES,
    LANGS,
    PLACE_CATEGORIES,
    SPEAKER_CATEGORIES,
    describe_values,
    is_lexicon_value,
)

# A place adjective is useless without the head noun it needs, which only the gazetteer's sources say.
ADDABLE = CATEGORIES - {"place_adj"}
_LONGEST_WORD = 100
_MOST_WORDS = 8
_LONGEST_EXAMPLE = 1000
_MOST_GIVEN_FORMS = 100
_MOST_FORMS = 2000
# A shorter name of a place would be found in every text, as when packs are compiled.
_FEWEST_LETTERS = 2
_FEWEST_LETTERS_OF_A_PLACE = 3
# Control, surrogate, unassigned and private characters, line and paragraph separators.
_REFUSED = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
_INVISIBLE = _REFUSED | {"Cf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTerm:
    """A word somebody wants skyledger to know.

    Attributes:
        category: A category of :mod:`skyledger.packs.vocabulary`.
        value: What it means there: a value a rule reads, a place id, an official's id, a number in digits.
        lang: ``en``, ``ru`` or ``uk``.
        word: In its dictionary form; words marked ``*`` agree and are declined together.
        example: A sentence that has one of its forms.
        added: The day it is added.
        forms: Further forms, taken as written.
        as_written: Make no forms: an abbreviation, a name that does not change.
    """

    category: str
    value: str
    lang: str
    word: str
    example: str
    added: date
    forms: tuple[str, ...] = ()
    as_written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedTerm:
    """What was added.

    Attributes:
        path: The user's table.
        surfaces: Every new form, as the scanner sees it.
        notes: What the user should know: that no forms could be made, what else a form means.
    """

    path: Path
    surfaces: tuple[str, ...]
    notes: tuple[str, ...]


def add_term(term: NewTerm, path: Path | None = None) -> AddedTerm:
    """Add a term to the user's own pack.

    Args:
        term: The term.
        path: The user's table of terms; None for :func:`skyledger.packs.load.user_terms_path`.

    Returns:
        Where it was added and what it will be found by.

    Raises:
        UsageError: Category, value, language, word or example will not do, or the word is known already.
        PackError: The user's pack is broken or cannot be written.
    """
    table = user_terms_path() if path is None else path
    _check_texts(term)
    shipped = _shipped()
    _check_meaning(term, shipped)
    forms, notes = make_forms(term.category, term.value, term.lang, term.word, shipped, inflect=not term.as_written)
    for form in term.forms:
        forms.setdefault(normalise_surface(form), "")
    _check_forms(term, forms)
    with own_terms_locked(table):
        own = read_own_terms(table)
        fresh = _new_forms(term, forms, shipped, own)
        _check_example(term, forms)
        save_own_terms(table, [*own, _own_term(term, fresh)])
    surfaces = tuple(sorted(fresh))
    return AddedTerm(path=table, surfaces=surfaces, notes=(*notes, *_other_meanings(term, surfaces, shipped)))


@cache
def _shipped() -> Packs:
    return load_tables(DATA / "compiled")


def _own_term(term: NewTerm, forms: FormFlags) -> OwnTerm:
    return OwnTerm(
        category=term.category,
        value=term.value,
        lang=term.lang,
        word=term.word,
        forms=tuple(sorted(forms)),
        flags_by_form={form: flags for form, flags in forms.items() if flags},
        example=" ".join(term.example.split()),
        added=term.added,
    )


def _check_texts(term: NewTerm) -> None:
    if len(term.forms) > _MOST_GIVEN_FORMS:
        raise UsageError(f"{len(term.forms)} forms; at most {_MOST_GIVEN_FORMS} can be given")
    for what, text in (("word", term.word), *(("form", form) for form in term.forms)):
        if len(text) > _LONGEST_WORD or len(text.split()) > _MOST_WORDS:
            raise UsageError(
                f"the {what} is too long ({len(text)} characters): at most {_LONGEST_WORD} and {_MOST_WORDS} words"
            )
        if any(unicodedata.category(c) in _INVISIBLE for c in text):
            raise UsageError(f"the {what} {text!a} holds a tab, a line break or an invisible character")
        if not normalise_surface(text):
            raise UsageError(f"the {what} {text!r} holds neither letter nor digit")
    if len(term.example) > _LONGEST_EXAMPLE:
        raise UsageError(f"the example is too long ({len(term.example)} characters): one sentence is enough")
    if any(unicodedata.category(c) in _REFUSED and not c.isspace() for c in term.example):
        raise UsageError("the example holds a control character")


def _check_meaning(term: NewTerm, shipped: Packs) -> None:
    if term.lang not in LANGS:
        raise UsageError(f"unknown language {_shown(term.lang)}; there are {', '.join(LANGS)}")
    if term.category not in ADDABLE:
        raise UsageError(f"unknown category {_shown(term.category)}; there are {', '.join(sorted(ADDABLE))}")
    if term.category in PLACE_CATEGORIES:
        if term.value not in shipped.places:
            raise UsageError(
                f"no place has the id {_shown(term.value)}; ids are as in RU-KLU, gn:553915, UUBC, sea:black"
            )
    elif term.category in SPEAKER_CATEGORIES:
        _check_speaker(term, shipped)
    elif not is_lexicon_value(term.category, term.value):
        known = describe_values(term.category)
        raise UsageError(f"unknown value {_shown(term.value)} for {term.category}; known: {known}")


def _check_speaker(term: NewTerm, shipped: Packs) -> None:
    official = shipped.officials.get(term.value)
    if official is None:
        raise UsageError(f"no official or body has the id {_shown(term.value)}; ids are as in ru-klu-governor-shapsha")
    if term.category != "title" and official.is_body != (term.category == "body"):
        meant = "body" if official.is_body else "speaker"
        raise UsageError(f"{term.value} is a {'body' if official.is_body else 'person'}: the category is {meant}")


def _shown(text: str) -> str:
    """Return what the user typed, safe and short enough for one line."""
    short = text if len(text) <= _LONGEST_WORD else text[:40] + "..."
    return repr(short) if short.isprintable() else ascii(short)


def _check_forms(term: NewTerm, forms: FormFlags) -> None:
    if len(forms) > _MOST_FORMS:
        raise UsageError(f"{term.word!r} has {len(forms)} forms, more than {_MOST_FORMS}; give a shorter phrase")
    fewest = _FEWEST_LETTERS_OF_A_PLACE if term.category in PLACE_CATEGORIES else _FEWEST_LETTERS
    for form in forms:
        if len(form) < fewest or form.isdigit():
            raise UsageError(f"{form!r} would be found everywhere: a term has at least {fewest} letters")


def _new_forms(term: NewTerm, forms: FormFlags, shipped: Packs, own: tuple[OwnTerm, ...]) -> dict[str, str]:
    """Return the forms that are not known in this meaning yet.

    Raises:
        UsageError: There are none.
    """
    meaning = (term.category, term.value, term.lang)
    known = {form for t in own if (t.category, t.value, t.lang) == meaning for form in t.forms}
    for form in forms:
        if any((t.category, t.value, t.lang) == meaning for t in shipped.terms.get(form, ())):
            known.add(form)
    fresh = {form: flags for form, flags in forms.items() if form not in known}
    if not fresh:
        raise UsageError(f"{term.word!r} is known already as {term.category} {term.value} ({term.lang})")
    return fresh


def _check_example(term: NewTerm, forms: FormFlags) -> None:
    joined = tokenise(term.example).joined
    if not any(f" {form} " in joined for form in forms):
        some = ", ".join(sorted(forms)[:5])
        raise UsageError(f"the example has none of the term's forms ({some} ...); give a sentence that has one")


def _other_meanings(term: NewTerm, surfaces: tuple[str, ...], shipped: Packs) -> list[str]:
    """Return one note for each other meaning that the new forms have in the shipped packs."""
    meaning = (term.category, term.value)
    found: Mapping[tuple[str, str], str] = {
        (other.category, other.value): surface
        for surface in reversed(surfaces)
        for other in shipped.terms.get(surface, ())
        if (other.category, other.value) != meaning
    }
    return [f"{surface!r} also means {category} {value}" for (category, value), surface in sorted(found.items())]
