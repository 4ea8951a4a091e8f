"""How an incident grew, by the slider: what each version changed, and the ledger as it stood then."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from skyledger.ledger import Entry, open_ledger
from skyledger.model import Side, Speaker
from skyledger.web.settings import Settings
from tests.browser.conftest import keep, wait_for_rows
from tests.builders import a_claim, a_count, a_document, a_night
from tests.publish.night import NIGHT
from tests.web.filled import NOW, TULA, add, entry
from tests.web.live import a_server

COUNTS = (12, 19, 31)


def a_post(hour: int, count: int) -> Entry:
    """What the governor of Tula Oblast counted by an hour of the morning."""
    posted = datetime(2025, 12, 14, 4 + hour, 10, tzinfo=UTC)
    document = a_document(
        f"Governor: by {6 + hour}:00 {count} UAVs were shot down over Tula Oblast.", published_at=posted
    )
    speaker = Speaker(id="ru-tul-governor", name="Governor", role="governor", side=Side.RU, text="Governor")
    window = a_night(NIGHT + timedelta(days=3))
    return entry(document, a_claim(document, place=TULA, time=window, speaker=speaker, count=a_count(count)))


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[str]:
    with open_ledger(tmp_path / "grown.ledger") as ledger:
        for hour, count in enumerate(COUNTS):
            add(ledger, a_post(hour, count), now=NOW + timedelta(hours=hour))
        with a_server(ledger, Settings(clock=lambda: NOW + timedelta(days=1))) as address:
            yield address


def test_the_slider_goes_back_through_the_versions(page: Page, grown: str) -> None:
    page.goto(f"{grown}/incidents?night_from=2000-01-01")
    wait_for_rows(page)
    page.locator(".row-link").first.click()
    panel = page.locator(".panel")
    expect(panel).to_contain_text("Version 3 of 3")
    expect(panel.locator(".changes ins").first).to_contain_text("31")
    slider = panel.locator("input.slider")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(panel).to_contain_text("Version 2 of 3")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^Version 2 of 3"))
    expect(panel.locator(".changes del").first).to_contain_text("12")
    keep(page, "history-1280")
    page.keyboard.press("Home")
    expect(panel).to_contain_text("Version 1 of 3")
    panel.get_by_role("button", name="Show everything as it was known").click()
    page.wait_for_url("**as_of=**")
    assert "as_of=2025-12-20T09%3A00" in page.url or "as_of=2025-12-20T09:00" in page.url
    expect(panel.locator(".finding .value, .finding summary").first).to_contain_text("12")
