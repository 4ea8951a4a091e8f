"""A font with Cyrillic letters for PDF and PNG: the one built with the web page, or one of the system's."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from skyledger.errors import UsageError

# Regular and bold; DejaVu Sans first: it has every letter, arrow and sign the outputs use.
_PAIRS = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
)
_FOLDERS = (
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/truetype/liberation",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "C:/Windows/Fonts",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """Two files of one family."""

    regular: Path
    bold: Path


@cache
def find_font() -> Font:
    """Return the font to write with.

    Raises:
        UsageError: There is none.
    """
    for folder in (Path(str(files("skyledger"))) / "web" / "static" / "fonts", *map(Path, _FOLDERS)):
        for regular, bold in _PAIRS:
            if (folder / regular).is_file():
                has_bold = (folder / bold).is_file()
                return Font(regular=folder / regular, bold=folder / (bold if has_bold else regular))
    raise UsageError(
        "no font with Cyrillic letters was found for PDF and PNG; build the web page (make web) or install DejaVu Sans "
        "(Debian: apt-get install fonts-dejavu-core)"
    )
