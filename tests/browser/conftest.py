"""A real browser on the real application, over a ledger of the sample night."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from skyledger import flow
from skyledger.ledger import open_ledger
from skyledger.web.app import guarded, make_app
from skyledger.web.static_files import FOLDER

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SHOTS = ROOT / ".cache" / "screenshots"
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the application on the sample night."""
    if not (FOLDER / "index.html").is_file():
        pytest.skip("the pages are not built: make web builds them (it needs Node, or a network to fetch one)")
    now = datetime.now(UTC)
    with (
        open_ledger(str(tmp_path_factory.mktemp("browser") / "sample.db")) as store,
        as_file(files("skyledger") / "data" / "sample") as sample,
    ):
        flow.add_paths(store, [sample], now=now)
        server = uvicorn.Server(
            uvicorn.Config(guarded(make_app(store)), port=0, log_level="error", ws="none", access_log=False)
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium."""
    if not CHROMIUM.is_file():
        pytest.skip(f"no browser at {CHROMIUM} (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Return an empty page as wide as a desk; what the page complains about fails the test."""
    context = browser.new_context(
        viewport={"width": DESK["width"], "height": DESK["height"]}, locale="en-GB", base_url=site
    )
    opened = context.new_page()
    faults: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A browser logs every answer that is an error, also those a test asks for.
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(message.text)

    opened.on("console", note)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == []


def keep(page: Page, name: str) -> None:
    """Keep a picture of the page for whoever changes it."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def wait_for_rows(page: Page) -> None:
    """Wait until the list has been filled."""
    page.locator(".row-link").first.wait_for()
    page.locator(".headline .counts").wait_for()


def count_shown(page: Page) -> int:
    """Return the number beside the list's title."""
    return int(page.locator(".list-pane .count").inner_text())


def wait_for_count(page: Page, wanted: int) -> None:
    """Wait until that many incidents are shown."""
    page.wait_for_function(
        "wanted => document.querySelector('.list-pane .count')?.textContent === String(wanted)", arg=wanted
    )
