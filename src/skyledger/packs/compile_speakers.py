"""Compile the speakers packs (data/speakers/**.toml) into the two committed tables; docs/speakers.md has the format."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from skyledger.errors import PackError
from skyledger.packs.institution_names import institution_forms
from skyledger.packs.latin_names import latin_spellings
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.person_names import name_forms
from skyledger.packs.records import Official, Term
from skyledger.packs.speakers_source import SpeakerEntry, load_speakers
from skyledger.packs.tables import TERM_HEADER, term_rows, write_table

OFFICIAL_HEADER = (
    "id", "name_en", "name_ru", "name_uk", "role", "side", "region", "is_body", "start", "end", "handles", "city",
)  # fmt: skip
# A surname this short is also an abbreviation or a syllable ("Uss", "Kim").
_SHORT_SURNAME = 3


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


def write_tables(folder: Path, officials: Iterable[Official], terms: Iterable[tuple[str, Term]]) -> tuple[Path, Path]:
    """Write ``officials.tsv`` and ``speaker_terms.tsv`` into a folder of compiled tables; return their paths."""
    officials_path, terms_path = folder / "officials.tsv", folder / "speaker_terms.tsv"
    write_table(officials_path, OFFICIAL_HEADER, (_official_row(official) for official in officials))
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
        official.city,
    )
