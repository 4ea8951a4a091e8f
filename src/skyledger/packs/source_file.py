"""One TOML source of a pack together with the line each of its keys stands on."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skyledger.packs.faults import PackFault
from skyledger.packs.shapes import KeyPath, Shape, find_misshapen

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*(\"[^\"\\]*\"|'[^']*'|[\w-]+)\s*=")
_PART = re.compile(r"\"([^\"\\]*)\"|'([^']*)'|([\w-]+)")
_SYNTAX_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A parsed TOML file.

    Attributes:
        name: Path below the packs' folder, with ``/``.
        data: What it holds.
        lines: Path of keys and list positions (from 0) to line number.
    """

    name: str
    data: dict[str, Any]
    lines: dict[KeyPath, int]

    def line_of(self, path: KeyPath) -> int:
        """Return the line of a key, else of the table it would stand in, else 1."""
        while path:
            for known in (path, (*path, 0)):
                if known in self.lines:
                    return self.lines[known]
            path = path[:-1]
        return 1

    def fault(self, path: KeyPath, key: str, text: str) -> PackFault:
        """Return a fault at a key."""
        return PackFault(file=self.name, line=self.line_of(path), key=key, fault=text)

    def tables(self, key: str) -> Iterator[tuple[int, Any]]:
        """Yield position and content of each ``[[key]]``; nothing when there is no such list."""
        found = self.data.get(key, [])
        yield from enumerate(found if isinstance(found, list) else [])

    def shape_faults(self, raw: Any, shape: Shape, path: KeyPath, key: str = "") -> list[PackFault]:
        """Return where a table departs from its shape; ``key`` says which table is meant."""
        named = key or ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        return [self.fault(at, named, text) for at, text in find_misshapen(raw, shape, path)]

    def unknown_tables(self, known: frozenset[str]) -> list[PackFault]:
        """Return the top-level keys nobody reads."""
        wanted = ", ".join(sorted(known))
        return [self.fault((k,), k, f"unknown key {k!r} (known: {wanted})") for k in self.data if k not in known]


def read_source(path: Path, name: str) -> SourceFile | PackFault:
    """Read one TOML file; a file that cannot be read or parsed is a fault."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        return PackFault(file=name, line=0, key="", fault=f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return PackFault(file=name, line=line, key="", fault="not UTF-8")
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        said = _SYNTAX_LINE.sub("", str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        return PackFault(file=name, line=line, key="", fault=f"not valid TOML: {said}")
    except RecursionError:
        return PackFault(file=name, line=1, key="", fault="not valid TOML: nested too deeply")
    return SourceFile(name=name, data=data, lines=find_lines(text))


def find_lines(text: str) -> dict[KeyPath, int]:
    """Return the line of each table, key and inline table that begins a line.

    The parser gives no positions; packs are written one key a line, which this reads. A key it does not find is
    reported at the line of its table.
    """
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    within: KeyPath = ()
    position = 0
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line):
            table = _enter(header.group(2), counts, is_list=header.group(1) == "[[")
            lines.setdefault(table, number)
            within = ()
        elif key := _KEY.match(line):
            within, position = (*table, key.group(1).strip("\"'")), 0
            lines.setdefault(within, number)
        elif within and line.lstrip().startswith("{"):
            lines.setdefault((*within, position), number)
            position += 1
    return lines


def _enter(header: str, counts: dict[KeyPath, int], *, is_list: bool) -> KeyPath:
    """Return the path a header opens, with the position of every list on the way."""
    path: KeyPath = ()
    parts = [next(group for group in match.groups() if group is not None) for match in _PART.finditer(header)]
    for depth, part in enumerate(parts):
        path = (*path, part)
        if is_list and depth == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
