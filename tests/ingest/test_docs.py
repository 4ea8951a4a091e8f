"""docs/readers.md names every reader, limit and fault there is."""

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from skyledger.ingest import READERS, Limits
from skyledger.ingest.rows import ALIASES, normalise_key

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "readers.md").read_text(encoding="utf-8")
FAULT_CALLS = {"fault", "Refusal", "Member", "Found", "ReadFault", "_BadLine", "_unread"}


def fault_texts() -> Iterator[str]:
    """Yield the fixed words of each fault in the source; of a text with values in it, the longest stretch."""
    for path in sorted((ROOT / "src" / "skyledger" / "ingest").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in FAULT_CALLS:
                arguments = node.args[1:] if name == "fault" else node.args  # the first is the place
                keywords = [keyword.value for keyword in node.keywords if keyword.arg != "place"]
                for value in (*arguments, *keywords):
                    yield from longest_constant(value)


def longest_constant(node: ast.AST) -> Iterator[str]:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    longest = max(texts, key=len, default="").strip(" :;,()")
    if " " in longest:
        yield longest


@pytest.mark.parametrize("name", sorted(READERS))
def test_every_reader_has_a_heading(name: str) -> None:
    assert f"\n## `{name}`" in DOCS


@pytest.mark.parametrize("field", dataclasses.fields(Limits), ids=lambda field: field.name)
def test_every_limit_is_stated_with_its_number(field: dataclasses.Field[int]) -> None:
    assert any(f"`{field.name}`" in line and f"{field.default:,}" in line for line in DOCS.splitlines())


def test_there_are_faults_to_look_for() -> None:
    assert len(set(fault_texts())) > 30


@pytest.mark.parametrize("text", sorted(set(fault_texts())))
def test_every_fault_is_explained(text: str) -> None:
    assert text in DOCS


@pytest.mark.parametrize("field", sorted(ALIASES))
def test_every_column_name_is_listed(field: str) -> None:
    assert all(f" {alias}" in DOCS for alias in ALIASES[field])


def test_no_column_name_stands_for_two_fields() -> None:
    names = [alias for aliases in ALIASES.values() for alias in aliases]
    assert len(names) == len(set(names))
    assert all(normalise_key(name) == name for name in names)
