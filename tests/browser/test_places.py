"""Pages of a region and of an airport."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import keep, wait_for_count, wait_for_rows


def test_region_page(page: Page) -> None:
    page.goto("/regions/RU-KLU")
    main = page.locator("main")
    expect(main.locator("h2")).to_have_text("Kaluga Oblast")
    expect(main.locator(".calendar .day").first).to_be_visible()
    keep(page, "region-1280")
    wanted = page.request.get("/incidents.json?night=2025-12-11&region=RU-KLU").json()["number_matched"]
    main.get_by_role("link", name=re.compile(r"^11 Dec 2025: \d+ incidents$")).click()
    page.wait_for_url("**region=RU-KLU**")
    wait_for_count(page, wanted)


def test_airport_page(page: Page) -> None:
    page.goto("/airports/UUDD")
    main = page.locator("main")
    expect(main.locator("h2")).to_contain_text("Domodedovo")
    expect(main.locator("table.plain")).to_contain_text("4 h")
    keep(page, "airport-1280")


def test_from_an_incident_to_its_region_and_back(page: Page) -> None:
    page.goto("/incidents?region=RU-KLU")
    wait_for_rows(page)
    page.locator(".row-link").first.click()
    page.locator(".panel .facts a").first.click()
    page.wait_for_url("**/regions/RU-KLU**")
    page.go_back()
    expect(page.locator(".panel")).to_be_visible()


def test_unknown_region_is_said_to_be_unknown(page: Page) -> None:
    page.goto("/regions/RU-XXX")
    expect(page.locator("main")).to_contain_text("Nothing is known about this place.")
