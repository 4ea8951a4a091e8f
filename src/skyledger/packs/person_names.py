"""Every way a Russian or Ukrainian text may call a person: a build-time tool, never imported at run time."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from skyledger.packs.inflect_slavic import analyser
from skyledger.packs.surnames import CASES, GENDER_TAG, Forms, Gender, lexeme, surname_forms

# One-letter words: "в Шапше" is "at Shapsha's", not "V. Shapsha", unless the surname stands in the nominative.
_ONE_LETTER_WORDS = frozenset("ваиоуксязійеє")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One way a person is called.

    Attributes:
        kind: ``full`` (given name and surname in either order), ``initial`` or ``surname``.
    """

    surface: str
    kind: Literal["full", "initial", "surname"]


def gender_of(given: str, lang: str) -> Gender:
    """Tell the gender of a given name; masculine when the dictionary does not know it."""
    for parse in analyser(lang).parse(given.lower()):
        if "Name" in parse.tag and "nomn" in parse.tag:
            return "f" if "femn" in parse.tag else "m"
    return "m"


def given_forms(given: str, lang: str, gender: Gender) -> Forms:
    """Return the case forms of a given name, lower case."""
    word = given.lower().replace("ё", "е")
    for parse in analyser(lang).parse(word):
        if {"Name", "nomn", GENDER_TAG[gender]} <= parse.tag.grammemes and "plur" not in parse.tag.grammemes:
            return lexeme(parse, lang)
    return surname_forms(word, lang, gender)


def name_forms(name: str, lang: str, gender: Gender) -> tuple[NameForm, ...]:
    """Return every way a Russian or Ukrainian text may call a person.

    Args:
        name: Given name and surname (``"Владислав Шапша"``), or a surname alone.
        lang: ``ru`` or ``uk``.
        gender: Decides the paradigm.

    Returns:
        Surname alone, given name and surname in both orders, and initial with surname, in all cases.
    """
    *given, surname = name.split()
    surnames = surname_forms(surname, lang, gender)
    found = {NameForm(surface=form, kind="surname") for forms in surnames for form in forms}
    if given:
        firsts = given_forms(given[0], lang, gender)
        for first, last in zip(firsts, surnames, strict=True):
            for one, other in product(first, last):
                found |= {
                    NameForm(surface=f"{one} {other}", kind="full"),
                    NameForm(surface=f"{other} {one}", kind="full"),
                }
        found |= set(_initials(given[0][0].lower(), surnames))
    return tuple(sorted(found, key=lambda form: (form.kind, form.surface)))


def _initials(letter: str, surnames: Forms) -> Iterator[NameForm]:
    oblique = frozenset().union(*surnames[1:])
    for case, forms in zip(CASES, surnames, strict=True):
        for form in forms:
            if letter not in _ONE_LETTER_WORDS or (case == "nomn" and form not in oblique):
                yield NameForm(surface=f"{letter} {form}", kind="initial")
