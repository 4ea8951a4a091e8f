"""axe-core finds nothing, in light and dark, wide and narrow."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ROOT, wait_for_rows

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = {
    "night": ("/", ".row-link"),
    "incident": ("/incidents?status=disputed", ".row-link"),
    "region": ("/regions/RU-KLU", ".calendar .day"),
    "airport": ("/airports/UUDD", "table.plain"),
    "empty": ("/incidents?count_min=999999999", ".list-pane .state h3"),
}


def faults_of(page: Page) -> list[str]:
    if not AXE.is_file():
        pytest.skip("axe-core is not here: make web fetches it with the other packages")
    # Not a script tag: the page's own policy refuses one.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", sorted(VIEWS))
def test_axe_finds_nothing(page: Page, name: str, scheme: str) -> None:
    address, ready = VIEWS[name]
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(address)
    page.locator(ready).first.wait_for()
    if name == "incident":
        page.locator(".row-link").first.click()
        expect(page.locator(".panel blockquote").first).to_be_visible()
    assert faults_of(page) == []


@pytest.mark.parametrize("pane", ["list", "map", "time", "filters"])
def test_axe_finds_nothing_on_a_phone(page: Page, pane: str) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto(f"/#pane={pane}")
    if pane == "list":
        wait_for_rows(page)
    page.locator(".headline .number").first.wait_for()
    assert faults_of(page) == []


def test_axe_finds_nothing_in_dialogs(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Export", exact=True).click()
    assert faults_of(page) == []
