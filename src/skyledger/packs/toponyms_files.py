"""Read the TOML and TSV files of the gazetteer; a fault names file and place."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skyledger.errors import PackError
from skyledger.packs.toponyms_records import LANGS, Names


def load_toml(path: Path) -> dict[str, Any]:
    """Read one TOML file.

    Raises:
        PackError: It cannot be read or parsed.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(f"{path.name}: cannot be read ({error.strerror})") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path.name}: {error}") from error


def check_keys(path: str, where: str, entry: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """Refuse a table with a key nobody reads.

    Raises:
        PackError: Naming file, place and key.
    """
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise PackError(f"{path}: {where}: unknown key {unknown[0]!r}")


def read_tsv(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by column name.

    Raises:
        PackError: The file cannot be read or a row has another number of cells than the header.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PackError(f"{path.name}: cannot be read ({error.strerror})") from error
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise PackError(f"{path.name}: line {number}: {len(cells)} cells, expected {len(header)}")
        yield dict(zip(header, cells, strict=True))


def listed(entry: Mapping[str, Any], prefix: str) -> dict[str, Names]:
    """Return the lists ``<prefix>_en``, ``<prefix>_ru`` and ``<prefix>_uk`` of a table by language."""
    return {lang: tuple(entry.get(f"{prefix}_{lang}", ())) for lang in LANGS}
