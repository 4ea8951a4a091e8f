"""Compile the speakers packs (data/speakers/**.toml) into the two committed tables; docs/speakers.md has the format."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from skyledger.errors import PackError
from skyledger.model.kinds import Side
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.person_names import (
    Gender,
    gender_of,
    institution_forms,
    latin_spellings,
    name_forms,
)
from skyledger.packs.records import Official, Term
from skyledger.packs.tables import TERM_HEADER, term_rows, write_table

_SHARED_KEYS = frozenset({"id", "role", "region", "side", "start", "end", "handles", "titles", "names"})
_KEYS = {
    "official": _SHARED_KEYS | {"city", "speaks_for", "acting", "gender", "surname", "word_forms"},
    "body": _SHARED_KEYS | {"aliases", "generic", "example"},
}
_REQUIRED = {"official": ("id", "role", "side", "names"), "body": ("id", "role", "side", "names", "aliases", "example")}
_LANGS = ("en", "ru", "uk")
_NAME_KEYS = {"official": frozenset({*_LANGS, "variants"}), "body": frozenset(_LANGS)}
_SURNAME_MARKS = ("", "common", "word")
_OFFICIAL_HEADER = (
    "id", "name_en", "name_ru", "name_uk", "role", "side", "region", "is_body", "start", "end", "handles",
)  # fmt: skip
# A surname this short is also an abbreviation or a syllable ("Uss", "Kim").
_SHORT_SURNAME = 3


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
            if kind not in _KEYS:
                raise PackError(f"{name}: unknown key {kind!r} (known: body, official)")
            for row in rows:
                entry = _read_entry(kind, row, name)
                if entry.official.id in entries:
                    raise PackError(f"{name}: id {entry.official.id!r} stands twice")
                entries[entry.official.id] = entry
    return [entries[key] for key in sorted(entries)]


def _read_entry(kind: str, row: Mapping[str, Any], file: str) -> SpeakerEntry:
    where = f"{file}: {row.get('id', kind)}"
    _check_keys(row, _KEYS[kind], where)
    for key in _REQUIRED[kind]:
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
    start, end = _first_day(row.get("start"), where), _last_day(row.get("end"), where)
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
    )


def _first_day(value: date | str | None, where: str) -> date | None:
    """Read a date, ``"2024-06"`` or ``"2024"`` as the earliest day it may mean."""
    if value is None or isinstance(value, date):
        return value
    year, month = _year_and_month(value, where)
    return date(year, month or 1, 1)


def _last_day(value: date | str | None, where: str) -> date | None:
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


def _person_terms(entry: SpeakerEntry) -> Iterator[tuple[str, Term]]:
    official = entry.official
    for lang, name in (("ru", official.name_ru), ("uk", official.name_uk)):
        yield from _cyrillic_terms(entry, name, lang)
    latin_variants = []
    for variant in entry.variants:
        if variant.isascii():
            latin_variants.append(variant)
            continue
        folded = variant.lower()
        langs = ["ru"] if set(folded) & set("ыэъё") else ["uk"] if set(folded) & set("іїєґ'") else ["ru", "uk"]
        for lang in langs:
            yield from _cyrillic_terms(entry, variant, lang)
    yield from _latin_terms(entry, latin_variants)


def _cyrillic_terms(entry: SpeakerEntry, name: str, lang: str) -> Iterator[tuple[str, Term]]:
    for form in name_forms(name, lang, entry.gender):
        yield _speaker_term(entry, form.surface, form.kind, lang)


def _latin_terms(entry: SpeakerEntry, variants: Iterable[str]) -> Iterator[tuple[str, Term]]:
    """Yield English surfaces: every spelling of the given name with every spelling of the surname."""
    written = [entry.official.name_en, *variants]
    givens = {name.rsplit(" ", 1)[0].lower() for name in written if " " in name}
    surnames = {name.rsplit(" ", 1)[-1].lower() for name in written}
    for lang, name in (("ru", entry.official.name_ru), ("uk", entry.official.name_uk)):
        given, surname = name.rsplit(" ", 1)
        givens |= set(latin_spellings(given, lang))
        surnames |= set(latin_spellings(surname, lang))
    for surname in sorted(surnames):
        yield _speaker_term(entry, surname, "surname", "en")
        for given in sorted(givens):
            yield _speaker_term(entry, f"{given} {surname}", "full", "en")
        for letter in sorted({given[0] for given in givens} - {"a", "i"}):
            yield _speaker_term(entry, f"{letter} {surname}", "initial", "en")


def _speaker_term(entry: SpeakerEntry, surface: str, kind: str, lang: str) -> tuple[str, Term]:
    normal = normalise_surface(surface)
    flags = {kind} - {"full"}
    if kind != "full" and entry.surname:
        flags.add(entry.surname)
    if kind == "surname" and (len(normal) <= _SHORT_SURNAME or normal in entry.word_forms):
        flags.add("word")
    return normal, Term(category="speaker", value=entry.official.id, lang=lang, flags=" ".join(sorted(flags)))


def _body_terms(entry: SpeakerEntry) -> Iterator[tuple[str, Term]]:
    for lang, aliases in (entry.aliases or {}).items():
        for alias in aliases:
            flags = "word" if alias in entry.generic else ""
            for form in institution_forms(alias, lang):
                term = Term(category="body", value=entry.official.id, lang=lang, flags=flags)
                yield normalise_surface(form), term


def _title_terms(entry: SpeakerEntry) -> Iterator[tuple[str, Term]]:
    for title in entry.titles:
        folded = title.lower()
        lang = "en" if folded.isascii() else "uk" if set(folded) & set("іїєґ") else "ru"
        yield normalise_surface(title), Term(category="title", value=entry.official.id, lang=lang)


def compile_speakers(data_dir: Path) -> tuple[list[Official], list[tuple[str, Term]]]:
    """Compile every speakers file.

    Args:
        data_dir: The package's ``data`` folder.

    Returns:
        Officials ordered by id, and ``(surface, term)`` rows ordered by surface.

    Raises:
        PackError: A file is malformed or refers to an unknown body.
    """
    entries = load_speakers(data_dir)
    ids = {entry.official.id for entry in entries}
    rows: set[tuple[str, Term]] = set()
    for entry in entries:
        if entry.speaks_for and entry.speaks_for not in ids:
            raise PackError(f"{entry.file}: {entry.official.id}: speaks_for names no body: {entry.speaks_for!r}")
        rows |= set(_body_terms(entry) if entry.official.is_body else _person_terms(entry))
        rows |= set(_title_terms(entry))
    terms = sorted(
        (row for row in rows if row[0]),
        key=lambda row: (row[0], row[1].category, row[1].value, row[1].lang, row[1].flags),
    )
    return [entry.official for entry in entries], terms


def write_tables(data_dir: Path) -> tuple[Path, Path]:
    """Compile and write ``compiled/officials.tsv`` and ``compiled/speaker_terms.tsv``; return their paths."""
    officials, terms = compile_speakers(data_dir)
    folder = data_dir / "compiled"
    officials_path, terms_path = folder / "officials.tsv", folder / "speaker_terms.tsv"
    write_table(officials_path, _OFFICIAL_HEADER, (_official_row(official) for official in officials))
    write_table(terms_path, TERM_HEADER, term_rows(terms))
    return officials_path, terms_path


def _official_row(official: Official) -> tuple[str, ...]:
    return (
        official.id,
        official.name_en,
        official.name_ru,
        official.name_uk,
        official.role,
        official.side.value,
        official.region,
        "1" if official.is_body else "0",
        "" if official.start is None else official.start.isoformat(),
        "" if official.end is None else official.end.isoformat(),
        " ".join(official.handles),
    )


if __name__ == "__main__":
    for written in write_tables(Path(__file__).parent.parent / "data"):
        print(written.name)
