"""HTML to plain text as a reader of the page sees it: line breaks, paragraphs, emoji."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLANK = re.compile(r"[ \t\n\r\f]+")
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "button", "select"})
_PARAGRAPHS_LIST = """
    p h1 h2 h3 h4 h5 h6 blockquote pre ul ol table figure section article
"""
_PARAGRAPHS = frozenset(_PARAGRAPHS_LIST.split())
_LINES_LIST = """
    div li tr dt dd figcaption header footer main aside hr
"""
_LINES = frozenset(_LINES_LIST.split())

Step = tuple[Literal["enter", "leave"], LexborNode]


def parse_markup(text: str) -> LexborHTMLParser:
    """Return the tree of a page or fragment; any text has one."""
    return LexborHTMLParser(text)


def markup_to_text(text: str) -> str:
    """Return the text of a fragment; a text without any tag or entity comes back as it is."""
    if "<" not in text and "&" not in text:
        return text.strip()
    body = parse_markup(text).body
    return "" if body is None else node_text(body)


def node_text(node: LexborNode, skip: Callable[[LexborNode], bool] = lambda _: False) -> str:
    """Return the text under a node without the subtrees that ``skip`` names."""
    writer = _Writer()
    for step, current in _walk(node, lambda inner: _tag(inner) in _SILENT or skip(inner)):
        tag = _tag(current)
        if tag == "-text" and step == "enter":
            writer.write(current.text_content or "")
        elif tag == "br" and step == "enter":
            writer.break_line()
        elif tag == "img" and step == "enter":
            writer.write(_emoji(current))
        elif tag in _PARAGRAPHS:
            writer.ask_break(2)
        elif tag in _LINES:
            writer.ask_break(1)
        elif tag in ("td", "th") and step == "leave":
            writer.write(" ")
    return writer.text()


def outermost(
    root: LexborNode, wanted: Callable[[LexborNode], bool], skip: Callable[[LexborNode], bool] = lambda _: False
) -> list[LexborNode]:
    """Return the wanted nodes under a root, but none inside another and none inside what ``skip`` names."""
    found: list[LexborNode] = []

    def stop(node: LexborNode) -> bool:
        if node.mem_id == root.mem_id:
            return False
        if skip(node):
            return True
        if wanted(node):
            found.append(node)
            return True
        return False

    for _ in _walk(root, stop):
        pass
    return found


def has_class(node: LexborNode, name: str) -> bool:
    """Tell whether the node's class attribute has the name."""
    return name in (node.attributes.get("class") or "").split()


def attribute(node: LexborNode | None, name: str) -> str:
    """Return an attribute of a node, ``""`` when there is no such node or attribute."""
    return "" if node is None else (node.attributes.get(name) or "")


def _tag(node: LexborNode) -> str:
    return node.tag or ""


def _emoji(node: LexborNode) -> str:
    """Return what an emoji picture stands for; the text beside any other picture is no part of the text."""
    alt = attribute(node, "alt")
    return alt if "emoji" in attribute(node, "class").lower() or (0 < len(alt) <= 8 and not alt.isascii()) else ""


def _walk(root: LexborNode, skip: Callable[[LexborNode], bool]) -> Iterator[Step]:
    """Yield every node on the way in and on the way out; by a list, since pages nest deeper than Python recurses."""
    todo: list[Step] = [("enter", root)]
    while todo:
        step, node = todo.pop()
        if step == "enter" and skip(node):
            continue
        yield step, node
        if step == "leave":
            continue
        todo.append(("leave", node))
        children = list(node.iter(include_text=True))
        todo.extend(("enter", child) for child in reversed(children))


class _Writer:
    """Text put together by the rules of HTML: blanks fold, blocks part, ``<br>`` breaks."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._asked = 0
        self._newlines = 0
        self._blank = True

    def write(self, text: str) -> None:
        folded = _BLANK.sub(" ", text)
        if folded.strip(" ") == "":
            # Between blocks it is layout, between words a blank.
            if folded and not self._blank and not self._asked:
                self._parts.append(" ")
                self._blank = True
            return
        if self._asked:
            self._parts.append("\n" * max(0, self._asked - self._newlines))
            self._asked, self._blank = 0, True
        self._parts.append(folded.lstrip(" ") if self._blank else folded)
        self._blank, self._newlines = folded.endswith(" "), 0

    def break_line(self) -> None:
        if self._parts:
            self._parts.append("\n")
            self._newlines += 1
            self._blank = True

    def ask_break(self, lines: int) -> None:
        if self._parts:
            self._asked = max(self._asked, lines)

    def text(self) -> str:
        return re.sub(r" +\n", "\n", "".join(self._parts)).strip()
