"""SVG as text: shapes with presentation attributes only, so that no style needs to be let in where it is shown."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from skyledger.publish.words import clean_text

INK, SOFT, LINE, PAPER = "#1c2024", "#52585f", "#d5d2c9", "#ffffff"
BAR, RANGE, LAND, WATER = "#35618f", "#bcd4ea", "#f1eee6", "#dfe8ee"
FAMILY = "DejaVu Sans, Noto Sans, Liberation Sans, Arial, sans-serif"
_LETTER = 0.6  # width of a letter as a share of its size, a little generous


class Svg:
    """A drawing that grows shape by shape; foreign words are escaped here and nowhere else."""

    def __init__(self, width: float, height: float, title: str, about: str) -> None:
        self._width, self._height = width, height
        self._head = f"<title>{_words(title)}</title><desc>{_words(about)}</desc>"
        self._parts: list[str] = []

    def add(self, name: str, text: str = "", title: str = "", /, **attributes: float | str) -> None:
        """Add a shape with its words and its tooltip; ``_`` in an attribute's name stands for ``-``."""
        said = "".join(f" {key.replace('_', '-')}={_value(value)}" for key, value in attributes.items())
        inner = (f"<title>{_words(title)}</title>" if title else "") + _words(text)
        self._parts.append(f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>")

    def write(self, text: str, x: float, y: float, /, **attributes: float | str) -> None:
        """Add words whose baseline begins (or, by ``text_anchor``, ends) at a point."""
        self.add("text", text, "", **{"x": x, "y": y, "font_size": 12.0, "fill": INK, **attributes})

    def raw(self, part: str) -> None:
        """Add markup of our own."""
        self._parts.append(part)

    def text(self) -> str:
        """Return the drawing as one SVG document."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self._width:g} {self._height:g}" '
            f'width="{self._width:g}" height="{self._height:g}" role="img" font-family="{FAMILY}">{self._head}'
            f'<rect width="{self._width:g}" height="{self._height:g}" fill="{PAPER}"/>'
            + "".join(self._parts)
            + "</svg>\n"
        )


def shorten(text: str, width: float, size: float) -> str:
    """Return a text cut to what fits into a width."""
    most = max(int(width / (size * _LETTER)), 4)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def wrap(text: str, width: float, size: float) -> Sequence[str]:
    """Return a text as lines that fit into a width."""
    most, lines = max(int(width / (size * _LETTER)), 10), [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _words(text: str) -> str:
    # A lone surrogate from a broken file has no place in XML.
    return escape(clean_text(text).encode("utf-8", "replace").decode("utf-8"))


def _value(value: float | str) -> str:
    return quoteattr(value) if isinstance(value, str) else f'"{value:.2f}"'.replace('.00"', '"')
