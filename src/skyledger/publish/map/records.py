"""What a map consists of, ready for the template."""

from dataclasses import dataclass

from skyledger.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One thing to draw: a place, its words, and where its row and its best number stand on the page.

    Attributes:
        number: The largest number stated for it, or ``""``.
        href: Fragment of the number's words, ``""`` without a number.
        row: Fragment of the place's row.
        harm: Harm or damage was stated: hatched, not only tinted.
    """

    place: Place
    name: str
    number: str
    href: str
    row: str
    harm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArea:
    """A region: ``stated`` (itself), ``listed`` (member of a list), ``plain``."""

    id: str
    d: str
    style: str
    harm: bool
    title: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMark:
    """A sign at a place: ``airport``, ``settlement``, ``district``, ``point``; radius in units."""

    style: str
    x: float
    y: float
    radius: float
    title: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLabel:
    """Words on the map: ``place``, ``sea``, ``sea-stated``, ``country``; the number is a link of its own."""

    style: str
    x: float
    y: float
    name: str
    number: str = ""
    href: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """A place beyond the edge; ``turn`` in degrees clockwise from east."""

    x: float
    y: float
    turn: float
    text: str
    anchor: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One map, ready for the template.

    Attributes:
        undrawn: Places that have no spot on a map (whole countries, places without a point), with their rows.
        scale_units: Length of the scale bar.
        scale_km: What it stands for.
    """

    width: float
    height: float
    lands: tuple[str, ...]
    areas: tuple[DrawnArea, ...]
    marks: tuple[DrawnMark, ...]
    labels: tuple[DrawnLabel, ...]
    arrows: tuple[DrawnArrow, ...]
    undrawn: tuple[tuple[str, str], ...]
    scale_units: float
    scale_km: int
