"""A user's own terms: a TOML source that people may edit, and the table compiled from it that texts are read with.

Both lie in the user's own folder (:func:`skyledger.packs.load.user_terms_path`), never in the package. The source keeps
every form, so that the table can be made again without a dictionary.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from skyledger.errors import PackError
from skyledger.packs.faults import PackFault
from skyledger.packs.load import DATA
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.shapes import OWN_TERM
from skyledger.packs.source_file import read_source
from skyledger.packs.tables import TERM_HEADER

_HEADING = (
    "# Terms of your own. Written by `skyledger packs add-term`; may be edited, then run `skyledger packs compile`.\n"
)
_OPEN_TO_OWNER = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTerm:
    """One ``[[term]]`` of a user's own pack.

    Attributes:
        category: A category of :mod:`skyledger.packs.vocabulary`.
        value: What it means there: a value of the lexicon, a place id, an official's id, a number in digits.
        lang: ``en``, ``ru`` or ``uk``.
        word: As it was given.
        forms: Every form looked for.
        flags_by_form: Flags of those forms that have any.
        example: A sentence with one of the forms.
        added: The day it was added.
    """

    category: str
    value: str
    lang: str
    word: str
    forms: tuple[str, ...]
    example: str
    added: date
    flags_by_form: Mapping[str, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the table."""
        for form in self.forms:
            flags = " ".join(sorted(self.flags_by_form.get(form, "").split()))
            yield normalise_surface(form), self.category, self.value, self.lang, flags


def source_path(table: Path) -> Path:
    """Return where the source of a user's table lies: beside it."""
    return table.with_name("terms.toml")


def read_own_terms(table: Path) -> tuple[OwnTerm, ...]:
    """Read the source beside a user's table.

    Raises:
        PackError: The source is malformed, or there is a table without a source, which a new table would overwrite.
    """
    path = source_path(table)
    if not path.exists():
        if table.exists():
            raise PackError(f"{table}: has no source {path.name} beside it and would be lost; move it away first")
        return ()
    source = read_source(path, str(path))
    if isinstance(source, PackFault):
        raise PackError(str(source))
    for fault in source.unknown_tables(frozenset({"term"})):
        raise PackError(str(fault))
    terms = []
    for number, raw in source.tables("term"):
        for fault in source.shape_faults(raw, OWN_TERM, ("term", number)):
            raise PackError(str(fault))
        if not isinstance(raw["added"], date):
            raise PackError(str(source.fault(("term", number, "added"), raw["word"], "added must be a whole date")))
        terms.append(_from_toml(raw))
    return tuple(terms)


def _from_toml(raw: Mapping[str, Any]) -> OwnTerm:
    return OwnTerm(**{**raw, "forms": tuple(raw["forms"])})


def compile_own_terms(terms: Sequence[OwnTerm]) -> str:
    """Return the text of the table that terms compile to."""
    rows = sorted({row for term in terms for row in term.rows()})
    return "".join("\t".join(row) + "\n" for row in (TERM_HEADER, *rows))


def render_own_terms(terms: Sequence[OwnTerm]) -> str:
    """Return terms as TOML."""
    return "\n".join([_HEADING, *(_to_toml(term) for term in terms)])


def _to_toml(term: OwnTerm) -> str:
    lines = ["[[term]]"]
    lines += [f"{key} = {_quote(getattr(term, key))}" for key in ("category", "value", "lang", "word")]
    lines.append(f"forms = [{', '.join(_quote(form) for form in term.forms)}]")
    if term.flags_by_form:
        marks = ", ".join(f"{_quote(form)} = {_quote(flags)}" for form, flags in sorted(term.flags_by_form.items()))
        lines.append(f"flags_by_form = {{ {marks} }}")
    lines += [f"example = {_quote(term.example)}", f"added = {term.added.isoformat()}", ""]
    return "\n".join(lines)


def _quote(text: str) -> str:
    """Quote a string for TOML, whose escapes are those of JSON; DEL must be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def save_own_terms(table: Path, terms: Sequence[OwnTerm]) -> None:
    """Write source and table, each whole or not at all; the source first, because the table follows from it.

    Raises:
        PackError: The folder lies inside the package or cannot be written.
    """
    _refuse_package(table)
    try:
        _replace(source_path(table), render_own_terms(terms))
        _replace(table, compile_own_terms(terms))
    except OSError as error:
        raise PackError(f"{table.parent}: cannot be written: {error.strerror}") from error


def rebuild_own_terms(table: Path) -> int:
    """Compile a user's source into the table once more; return how many terms there are, 0 where there is no source.

    Raises:
        PackError: The source is malformed or the table cannot be written.
    """
    if not source_path(table).exists():
        return 0
    with own_terms_locked(table):
        terms = read_own_terms(table)
        save_own_terms(table, terms)
    return len(terms)


@contextmanager
def own_terms_locked(table: Path) -> Iterator[None]:
    """Keep other processes from changing the same terms meanwhile; makes the folder.

    Raises:
        PackError: The folder lies inside the package or cannot be made.
    """
    _refuse_package(table)
    try:
        table.parent.mkdir(parents=True, exist_ok=True)
        lock = (table.parent / ".lock").open("w")
    except OSError as error:
        raise PackError(f"{table.parent}: cannot be written: {error.strerror}") from error
    with lock:
        try:
            import fcntl
        except ImportError:  # Windows has no such locks: there the last writer wins
            yield
            return
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _refuse_package(table: Path) -> None:
    package = DATA.parent.resolve()
    if table.parent.resolve().is_relative_to(package):
        raise PackError(
            f"{table.parent}: lies inside the installed package; set SKYLEDGER_PACKS to a folder of your own"
        )


def _replace(path: Path, text: str) -> None:
    with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as stream:
        written = Path(stream.name)
        try:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
            written.chmod(_OPEN_TO_OWNER)
            os.replace(written, path)
        except OSError:
            written.unlink(missing_ok=True)
            raise
