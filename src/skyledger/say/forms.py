"""Fills a template: ``{name}`` is a value, ``{name:text|texts}`` the form of a word that goes with the number of it.

English has two forms, Russian and Ukrainian three (1; 2 to 4; the rest), so that a number never stands beside a word
that does not agree with it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

_NUMBER = re.compile(r"\d(?:[\d,\u00a0]*\d)?")
_formatter = Formatter()


def form_of(lang: str, number: int) -> int:
    """Return which form of a word goes with a number: 0 or 1 in English; 0, 1 or 2 in Russian and Ukrainian."""
    if lang == "en":
        return 0 if number == 1 else 1
    last, tens = number % 10, number % 100
    if last == 1 and tens != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= tens <= 14 else 2


def digits(number: int, lang: str) -> str:
    """Return a number as the language writes it inside a sentence; English ones are written as they always were."""
    if lang == "en" or -10_000 < number < 10_000:
        return str(number)
    return f"{number:,}".replace(",", "\u00a0")


def fill(template: str, fields: Mapping[str, Any], lang: str) -> str:
    """Return a template with its fields put in."""
    if "{" not in template:
        return template
    return "".join(
        text if name is None else f"{text}{_field(fields[name], spec, lang)}" for text, name, spec in pieces(template)
    )


@lru_cache(maxsize=4_000)
def pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return each stretch of a template with the field that follows it, and what the field wants: forms or nothing."""
    return tuple((text, name, spec or "") for text, name, spec, _ in _formatter.parse(template))


def names_in(template: str) -> frozenset[str]:
    """Return the fields whose value a template shows; a word that only agrees with one shows no value."""
    return frozenset(name for _, name, spec in pieces(template) if name is not None and "|" not in spec)


def _field(value: Any, spec: str, lang: str) -> str:
    if "|" in spec:
        forms = spec.split("|")
        return forms[min(form_of(lang, _number(value)), len(forms) - 1)]
    return digits(value, lang) if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _number(value: Any) -> int:
    """Return the number that a word beside a value agrees with: the last one that is said ("40 to 42")."""
    if isinstance(value, int):
        return value
    found = _NUMBER.findall(str(value))
    return int(re.sub(r"\D", "", found[-1])) if found else 0
