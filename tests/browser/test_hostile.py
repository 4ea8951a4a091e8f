"""Texts that attack whoever shows them are shown as texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from skyledger.web.settings import Settings
from tests.web.hostile import a_hostile_ledger
from tests.web.live import a_server


@pytest.fixture
def hostile(site: str, tmp_path: Path) -> Iterator[str]:
    with a_hostile_ledger(tmp_path) as ledger, a_server(ledger, Settings()) as address:
        yield address


# What `o` would open is written down instead: a dozen tabs on hosts that no machine of the tests reaches put the page
# in the background, where a browser may freeze it, and a frozen page answers nobody.
NOTE_WHAT_IS_OPENED = "window.opened = []; window.open = address => { window.opened.push(address); return null; };"


def test_nothing_of_a_text_is_run(page: Page, hostile: str) -> None:
    ran: list[str] = []
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    page.add_init_script(NOTE_WHAT_IS_OPENED)
    page.goto(f"{hostile}/incidents?night_from=2000-01-01")
    page.locator(".row-link").first.wait_for()
    for at in range(page.locator(".row-link").count()):
        page.locator(".row-link").nth(at).evaluate("link => link.click()")
        expect(page.locator(".panel .finding").first).to_be_visible()
        show = page.locator(".panel .texts .textlink").first
        show.click()
        expect(page.locator(".panel .words")).to_be_visible()
        assert page.locator(".panel img, .panel script").count() == 0
        addresses = page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert [a for a in addresses if a is None or not a.startswith(("/", "http", "#"))] == []
        page.keyboard.press("o")
        page.keyboard.press("Escape")
    opened = page.evaluate("window.opened")
    assert opened
    assert [a for a in opened if not a.startswith(("http://", "https://"))] == []
    assert ran == []
