"""Read the speakers packs (data/speakers/**.toml) into checked entries; docs/speakers.md has the format."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from skyledger.errors import PackError
from skyledger.model.kinds import Side
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.person_names import gender_of
from skyledger.packs.records import Official
from skyledger.packs.shapes import BODY, OFFICIAL
from skyledger.packs.surnames import Gender

_SHAPES = {"official": OFFICIAL, "body": BODY}
_LANGS = ("en", "ru", "uk")
_NAME_KEYS = {"official": frozenset({*_LANGS, "variants"}), "body": frozenset(_LANGS)}
_SURNAME_MARKS = ("", "common", "word")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEntry:
    """One table of a speakers file, checked.

    Attributes:
        official: What run time needs to know.
        city: Town or district of a local office, ``""`` else; two mayors of one region hold different offices.
        speaks_for: Id of the body whose voice this person is, ``""`` if they speak for their own office.
        acting: The holder stood in; their term may overlap another's.
        surname: ``""`` distinctive, ``common``, or ``word`` (also an ordinary word or a place).
        word_forms: Case forms of a distinctive surname that are ordinary words all the same (Кличко: кличку).
        generic: Aliases that mean this body only in context, as written.
    """

    official: Official
    file: str
    city: str = ""
    speaks_for: str = ""
    acting: bool = False
    gender: Gender = "m"
    surname: str = ""
    word_forms: frozenset[str] = frozenset()
    variants: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] | None = None
    generic: frozenset[str] = frozenset()
    example: str = ""


def load_speakers(data_dir: Path) -> list[SpeakerEntry]:
    """Read and check every speakers file.

    Args:
        data_dir: The package's ``data`` folder; files are ``speakers/*/*.toml`` below it.

    Returns:
        Entries ordered by id.

    Raises:
        PackError: A file is malformed, holds an unknown key, or an id stands twice; names file and key.
    """
    entries: dict[str, SpeakerEntry] = {}
    for path in sorted((data_dir / "speakers").glob("*/*.toml")):
        name = path.relative_to(data_dir).as_posix()
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(f"{name}: not valid TOML: {error}") from error
        for kind, rows in tables.items():
            if kind not in _SHAPES:
                raise PackError(f"{name}: unknown key {kind!r} (known: body, official)")
            for row in rows:
                entry = _read_entry(kind, row, name)
                if entry.official.id in entries:
                    raise PackError(f"{name}: id {entry.official.id!r} stands twice")
                entries[entry.official.id] = entry
    return [entries[key] for key in sorted(entries)]


def _read_entry(kind: str, row: Mapping[str, Any], file: str) -> SpeakerEntry:
    where = f"{file}: {row.get('id', kind)}"
    _check_keys(row, _SHAPES[kind].known, where)
    for key in _SHAPES[kind].wanted:
        if not row.get(key):
            raise PackError(f"{where}: key {key!r} is missing")
    names, aliases = row["names"], row.get("aliases", {})
    _check_keys(names, _NAME_KEYS[kind], f"{where}: names")
    _check_keys(aliases, frozenset(_LANGS), f"{where}: aliases")
    missing = [lang for lang in _LANGS if not names.get(lang)]
    if missing:
        raise PackError(f"{where}: names.{missing[0]} is missing")
    surname = row.get("surname", "")
    if surname not in _SURNAME_MARKS:
        raise PackError(f"{where}: surname must be 'common' or 'word', not {surname!r}")
    return SpeakerEntry(
        official=_read_official(kind, row, names, where),
        file=file,
        city=row.get("city", ""),
        speaks_for=row.get("speaks_for", ""),
        acting=row.get("acting", False),
        gender=_read_gender(row, names, where) if kind == "official" else "m",
        surname=surname,
        word_forms=frozenset(normalise_surface(form) for form in row.get("word_forms", ())),
        variants=tuple(names.get("variants", ())),
        titles=tuple(row.get("titles", ())),
        aliases={lang: tuple(aliases.get(lang, ())) for lang in _LANGS} if kind == "body" else None,
        generic=frozenset(row.get("generic", ())),
        example=row.get("example", ""),
    )


def _check_keys(table: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise PackError(f"{where}: unknown key {key!r} (known: {', '.join(sorted(known))})")


def _read_gender(row: Mapping[str, Any], names: Mapping[str, Any], where: str) -> Gender:
    match row.get("gender"):
        case None:
            return gender_of(names["ru"].split()[0], "ru")
        case "m":
            return "m"
        case "f":
            return "f"
        case other:
            raise PackError(f"{where}: gender must be 'm' or 'f', not {other!r}")


def _read_official(kind: str, row: Mapping[str, Any], names: Mapping[str, Any], where: str) -> Official:
    try:
        side = Side(row["side"])
    except ValueError as error:
        raise PackError(f"{where}: side must be ru, ua or other, not {row['side']!r}") from error
    start, end = first_day(row.get("start"), where), last_day(row.get("end"), where)
    if start is not None and end is not None and end < start:
        raise PackError(f"{where}: end {end} is before start {start}")
    return Official(
        id=row["id"],
        name_en=names["en"],
        name_ru=names["ru"],
        name_uk=names["uk"],
        role=row["role"],
        side=side,
        region=row.get("region", ""),
        is_body=kind == "body",
        start=start,
        end=end,
        handles=tuple(sorted(handle.lstrip("@").lower() for handle in row.get("handles", ()))),
        city=row.get("city", ""),
    )


def first_day(value: date | str | None, where: str) -> date | None:
    """Read a date, ``"2024-06"`` or ``"2024"`` as the earliest day it may mean."""
    if value is None or isinstance(value, date):
        return value
    year, month = _year_and_month(value, where)
    return date(year, month or 1, 1)


def last_day(value: date | str | None, where: str) -> date | None:
    """Read a date, ``"2024-06"`` or ``"2024"`` as the latest day it may mean."""
    if value is None or isinstance(value, date):
        return value
    year, month = _year_and_month(value, where)
    following = date(year + 1, 1, 1) if month in (None, 12) else date(year, month + 1, 1)
    return following - timedelta(days=1)


def _year_and_month(value: str, where: str) -> tuple[int, int | None]:
    year, _, month = str(value).partition("-")
    if not (year.isdigit() and len(year) == 4 and (month == "" or (month.isdigit() and 1 <= int(month) <= 12))):
        raise PackError(f'{where}: a date is 2024-06-30, "2024-06" or "2024", not {value!r}')
    return int(year), int(month) if month else None
