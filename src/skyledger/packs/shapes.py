"""The shape of every pack file: which keys a table may have, what they hold, which must be there.

Readers take their key sets from here and docs/packs.md names every one of them (tested).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeAlias


class Form(Enum):
    """What a key holds, worded as the end of "must be ..."."""

    TEXT = "a non-empty string"
    TEXTS = "a list of non-empty strings"
    FLAGS = "a string of words"
    NUMBER = "a number"
    WHOLE = "a whole number, 0 or more"
    YES_NO = "true or false"
    DAY = 'a date: 2024-06-30, "2024-06" or "2024"'
    TEXT_BY_NAME = "a table of strings"
    WHOLE_BY_NAME = "a table of whole numbers, 0 or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The keys of one table.

    Attributes:
        keys: Key to what it holds; a shape where it is a table itself.
        required: Keys that must be there.
    """

    keys: "Mapping[str, Form | Shape]"
    required: frozenset[str] = frozenset()

    @property
    def known(self) -> frozenset[str]:
        """The names of all keys."""
        return frozenset(self.keys)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The keys that must be there, in the order they are written."""
        return tuple(key for key in self.keys if key in self.required)


KeyPath: TypeAlias = tuple[str | int, ...]
_NAMES = {"en": Form.TEXT, "ru": Form.TEXT, "uk": Form.TEXT}
_OTHERS = {"other_en": Form.TEXTS, "other_ru": Form.TEXTS, "other_uk": Form.TEXTS}
_POINT = {"lat": Form.NUMBER, "lon": Form.NUMBER}
_LISTS = {"en": Form.TEXTS, "ru": Form.TEXTS, "uk": Form.TEXTS}

TERM = Shape(
    keys={
        "category": Form.TEXT,
        "value": Form.TEXT,
        "example": Form.TEXT,
        "lemmas": Form.TEXTS,
        "phrases": Form.TEXTS,
        "forms": Form.TEXTS,
        "nouns": Form.TEXTS,
        "verbs": Form.TEXTS,
        "flags": Form.FLAGS,
        "flags_by_form": Form.TEXT_BY_NAME,
    },
    required=frozenset({"category", "value", "example"}),
)
NUMBERS = Shape(
    keys={"lang": Form.TEXT, "values": Form.WHOLE_BY_NAME, "declined": Form.WHOLE_BY_NAME},
    required=frozenset({"lang"}),
)
OWN_TERM = Shape(
    keys={
        "category": Form.TEXT,
        "value": Form.TEXT,
        "lang": Form.TEXT,
        "word": Form.TEXT,
        "forms": Form.TEXTS,
        "flags_by_form": Form.TEXT_BY_NAME,
        "example": Form.TEXT,
        "added": Form.DAY,
    },
    required=frozenset({"category", "value", "lang", "word", "forms", "example", "added"}),
)
REGION = Shape(
    keys={
        "id": Form.TEXT,
        "head": Form.TEXT,
        "zone": Form.TEXT,
        **_POINT,
        **_NAMES,
        **_OTHERS,
        "base_en": Form.TEXTS,
        "adj_ru": Form.TEXT,
        "adj_uk": Form.TEXT,
        "population": Form.WHOLE,
    },
    required=frozenset({"id", "head", "zone", "lat", "lon", "en", "ru", "uk"}),
)
PLACE = Shape(
    keys={"id": Form.TEXT, **_POINT, **_NAMES, **_OTHERS, "zone": Form.TEXT, "population": Form.WHOLE},
    required=frozenset({"id", "en", "ru", "uk"}),
)
_PARTS = {f"part_{lang}": Form.TEXTS for lang in ("en", "ru", "uk")}  # quarters by which people call a city district
DISTRICT = Shape(
    keys={**_NAMES, "seat": Form.TEXT, "slug": Form.TEXT, **_POINT, **_OTHERS, **_PARTS},
    required=frozenset({"ru", "uk"}),
)
AIRPORT = Shape(keys={"serves": Form.TEXT, **_LISTS}, required=frozenset({"serves"}))
SETTLEMENT_NAMES = Shape(
    keys={"ru": Form.TEXT, "uk": Form.TEXT, "also_en": Form.TEXTS, "also_ru": Form.TEXTS, "also_uk": Form.TEXTS},
)
COMMON_WORDS = Shape(
    keys={"english": Form.TEXTS, "dropped": Form.TEXTS, "ordinary_though_large": Form.TEXTS},
    required=frozenset({"english", "dropped", "ordinary_though_large"}),
)
_SPEAKER = {
    "id": Form.TEXT,
    "role": Form.TEXT,
    "region": Form.TEXT,
    "side": Form.TEXT,
    "start": Form.DAY,
    "end": Form.DAY,
    "handles": Form.TEXTS,
    "titles": Form.TEXTS,
}
_THREE_NAMES = frozenset({"en", "ru", "uk"})
OFFICIAL = Shape(
    keys={
        **_SPEAKER,
        "names": Shape(keys={**_NAMES, "variants": Form.TEXTS}, required=_THREE_NAMES),
        "city": Form.TEXT,
        "speaks_for": Form.TEXT,
        "acting": Form.YES_NO,
        "gender": Form.TEXT,
        "surname": Form.TEXT,
        "word_forms": Form.TEXTS,
    },
    required=frozenset({"id", "role", "side", "names"}),
)
BODY = Shape(
    keys={
        **_SPEAKER,
        "names": Shape(keys=_NAMES, required=_THREE_NAMES),
        "aliases": Shape(keys=_LISTS),
        "generic": Form.TEXTS,
        "example": Form.TEXT,
    },
    required=frozenset({"id", "role", "side", "names", "aliases", "example"}),
)


def find_misshapen(raw: Any, shape: Shape, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield where a table departs from its shape, and how.

    Args:
        raw: What the file holds there.
        shape: What it should be.
        path: Where the table stands in the file; a result's path goes on from it.
    """
    if not isinstance(raw, dict):
        yield path, "must be a table"
        return
    yield from ((path, f"key {key!r} is missing") for key in shape.wanted if key not in raw)
    for key, value in raw.items():
        form = shape.keys.get(key)
        if form is None:
            yield (*path, key), f"unknown key {key!r} (known: {', '.join(sorted(shape.keys))})"
        elif isinstance(form, Shape):
            yield from find_misshapen(value, form, (*path, key))
        elif not _holds(value, form):
            yield (*path, key), f"{key} must be {form.value}"


def _holds(value: Any, form: Form) -> bool:
    match form:
        case Form.TEXT:
            return _is_text(value)
        case Form.TEXTS:
            return isinstance(value, list) and all(_is_text(item) for item in value)
        case Form.FLAGS:
            return isinstance(value, str)
        case Form.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Form.WHOLE:
            return _is_whole(value)
        case Form.YES_NO:
            return isinstance(value, bool)
        case Form.DAY:
            return type(value) is date or (isinstance(value, str) and _is_month_or_year(value))
        case Form.TEXT_BY_NAME:
            return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
        case Form.WHOLE_BY_NAME:
            return isinstance(value, dict) and all(_is_whole(item) for item in value.values())


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_month_or_year(value: str) -> bool:
    year, dash, month = value.partition("-")
    is_year = len(year) == 4 and year.isascii() and year.isdigit() and int(year) > 0
    return is_year and (not dash or (len(month) == 2 and month.isascii() and month.isdigit() and 1 <= int(month) <= 12))
