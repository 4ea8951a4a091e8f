"""SVG written by hand: few shapes, no script, every picture with a text for those who do not see it."""

from collections.abc import Iterable

from markupsafe import escape

WIDTH = 760
LEFT, RIGHT = 46, 8


def picture(height: int, title: str, shapes: Iterable[str], *, width: int = WIDTH) -> str:
    """Return an SVG element that scales with its page.

    Args:
        height: In units of which ``width`` make the whole width.
        title: What it shows, read aloud in place of it.
        shapes: Elements.
        width: In the same units.
    """
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(shapes)}</svg>"
    )


def box(x: float, y: float, width: float, height: float, kind: str, hint: str = "") -> str:
    """Return a rectangle of a CSS class, with a hint shown on pointing."""
    inner = f"<title>{escape(hint)}</title>" if hint else ""
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(height, 0):.1f}">{inner}</rect>'
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """Return a straight line."""
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def path(points: Iterable[tuple[float, float]], kind: str) -> str:
    """Return a line through points."""
    return f'<polyline class="{kind}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'


def label(x: float, y: float, text: str, *, anchor: str = "start") -> str:
    """Return a text; anchor is start, middle or end."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def dot(x: float, y: float, kind: str, hint: str = "") -> str:
    """Return a point."""
    inner = f"<title>{escape(hint)}</title>" if hint else ""
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="3">{inner}</circle>'
