"""What the sources say, by reading them: every text given to ``say``, in code and in templates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import skyledger

ROOT = Path(skyledger.__file__).parent
_IN_TEMPLATE = re.compile(r"""\bsay(?:_html)?\((['"])((?:(?!\1).)*)\1(?:, about='(\w+)')?[,)]""")
Said = tuple[str, str, str]


def said_in_sources() -> Iterator[Said]:
    """Yield ``(about, English, file)`` for each text that stands in a call of ``say``."""
    for path in sorted(ROOT.rglob("*.py")):
        if path.parent.name != "say":
            yield from _in_code(path)
    for path in sorted((ROOT / "publish" / "templates").glob("*.j2")):
        for found in _IN_TEMPLATE.finditer(path.read_text("utf-8")):
            yield found[3] or "", found[2], path.name


def _in_code(path: Path) -> Iterator[Said]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
            told = [k.value.value for k in node.keywords if k.arg == "about" and isinstance(k.value, ast.Constant)]
            for text in _texts(node.args[0]):
                yield str(told[0]) if told else "", text, path.name


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
