"""A picture of points from one of lines, with the font of the page: no browser is needed for it."""

from skyledger.errors import UsageError
from skyledger.publish.fonts import find_font

_ZOOM = 2.0


def to_png(svg: str) -> bytes:
    """Return an SVG document as PNG at twice its size.

    Raises:
        UsageError: The library or a font is missing, or it is no drawing.
    """
    try:
        import resvg_py
    except ImportError:
        raise UsageError("PNG needs resvg-py; install skyledger[web]") from None
    font = find_font()
    try:
        found: bytes = resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=_ZOOM,
            skip_system_fonts=True,
            font_files=[str(font.regular), str(font.bold)],
            font_family="DejaVu Sans",
            sans_serif_family="DejaVu Sans",
        )
    except ValueError as error:
        raise UsageError(f"the chart cannot be drawn as PNG: {error}") from None
    return bytes(found)
