"""How the page feels: ``python bench/page.py [--incidents N] [--rounds N]``.

Makes a ledger of 5,000 incidents at some 1,200 real places, serves it, opens all of it in Debian's Chromium, and does
what a hand does: keys, clicks, drags, the wheel. What is told of each is the longest time from an input to the next
picture, as the browser measures it (the Event Timing API: whole steps of 8 ms, nothing below 16), over all rounds, the
first one apart: nothing was drawn before it. The server shares the machine.

Exit code 1 when an interaction took longer than ``--goal`` (100 ms).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.archive import Text, make_archive
from bench.web import serve_ledger
from bench.web_ledger import build_ledger
from playwright.sync_api import Page, sync_playwright

from skyledger.model import Place, PlaceKind, PlacePrecision
from skyledger.packs.load import load_packs
from skyledger.packs.records import GazetteerPlace

_CHROMIUM = "/usr/bin/chromium"
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
_COUNTRIES = ("RU", "UA")
_TOWNS, _AIRPORTS = 1_000, 150
_SETTLE_MS = 700
_WATCH = """
  window.slowest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.slowest = Math.max(window.slowest, entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
"""


def on_the_map(texts: Iterator[Text]) -> Iterator[Text]:
    """Yield the archive at places that can be drawn: a third in regions, the rest in towns and at airports."""
    random, places = Random(7), load_packs().places.values()
    known = [place for place in places if place.country in _COUNTRIES]
    regions = [place for place in known if place.kind is PlaceKind.REGION]
    towns = sorted((p for p in known if p.kind is PlaceKind.SETTLEMENT), key=lambda p: (-p.population, p.id))[:_TOWNS]
    airports = [place for place in known if place.kind is PlaceKind.AIRPORT][:_AIRPORTS]
    for document, claims in texts:
        drawn = random.random()
        chosen = random.choice(regions if drawn < 0.33 else towns if drawn < 0.9 else airports)
        yield document, tuple(replace(claim, place=_place(chosen)) if claim.place else claim for claim in claims)


def _place(known: GazetteerPlace) -> Place:
    precision = PlacePrecision.REGION if known.kind is PlaceKind.REGION else PlacePrecision.POINT
    return Place(
        id=known.id,
        kind=known.kind,
        precision=precision,
        name=known.name_en,
        region=known.region,
        country=known.country,
        text=known.name_en,
    )


def actions(page: Page) -> dict[str, Callable[[], object]]:
    """Return what a hand does, by name."""
    keys, mouse = page.keyboard, page.mouse
    canvas, times = page.locator(".map canvas"), page.locator(".times canvas")

    def at(locator_box: dict[str, float], x: float, y: float) -> tuple[float, float]:
        return locator_box["x"] + locator_box["width"] * x, locator_box["y"] + locator_box["height"] * y

    def box(name: str) -> dict[str, float]:
        found = (canvas if name == "map" else times).bounding_box()
        assert found is not None
        return dict(found)

    def drag(name: str, begin: tuple[float, float], end: tuple[float, float]) -> None:
        mouse.move(*at(box(name), *begin))
        mouse.down()
        mouse.move(*at(box(name), *end), steps=6)
        mouse.up()

    def wheel(name: str, by: int) -> None:
        mouse.move(*at(box(name), 0.5, 0.5))
        mouse.wheel(0, by)

    def facet() -> None:
        page.locator(".facet .value").first.click()
        page.wait_for_timeout(_SETTLE_MS)
        page.go_back()

    return {
        "next incident (j)": lambda: keys.press("j"),
        "close (Esc)": lambda: keys.press("Escape"),
        "hover on the map": lambda: mouse.move(*at(box("map"), 0.4, 0.4), steps=8),
        "drag the map": lambda: drag("map", (0.5, 0.5), (0.4, 0.55)),
        "zoom in": lambda: wheel("map", -240),
        "zoom out": lambda: wheel("map", 240),
        "scroll the list": lambda: (page.locator(".list-pane .rows, .list-pane").first.hover(), mouse.wheel(0, 2_000)),
        "a facet": facet,
        "brush the times": lambda: drag("times", (0.3, 0.2), (0.6, 0.2)),
        "whole time": lambda: page.get_by_role("button", name="Whole time").click(),
    }


def measure(page: Page, address: str, rounds: int) -> dict[str, list[float]]:
    """Open the page and do everything so many times; return the longest of each round in milliseconds."""
    began = time.perf_counter()
    page.goto(address)
    page.locator(".row-link").first.wait_for()
    rows = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    shown = page.locator(".list-pane .count").inner_text()
    print(f"{shown} incidents in view; first paint {paint:.0f} ms, first rows {rows * 1000:.0f} ms")
    took: dict[str, list[float]] = {}
    page.evaluate(_WATCH)
    for _ in range(rounds):
        for name, act in actions(page).items():
            page.evaluate("window.slowest = 0")
            act()
            page.wait_for_timeout(_SETTLE_MS)
            took.setdefault(name, []).append(page.evaluate("window.slowest"))
    return took


@contextmanager
def a_page() -> Iterator[Page]:
    """Open an empty page as wide as a desk."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_ARGUMENTS))
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--goal", type=float, default=100.0, help="milliseconds")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.ledger"
        build_ledger(path, asked.incidents, on_the_map(make_archive(10**9)))
        with serve_ledger(path) as (port, _), a_page() as page:
            took = measure(page, f"http://127.0.0.1:{port}/?night_from=2000-01-01", asked.rounds)
    for name, values in took.items():
        rest = f", then {max(values[1:]):.0f} ms at most" if len(values) > 1 else ""
        print(f"{name}: {values[0]:.0f} ms the first time{rest}")
    slow = [name for name, values in took.items() if max(values) > asked.goal]
    if slow:
        print(f"over {asked.goal:.0f} ms: {', '.join(slow)}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
