"""From a number to the words it rests on."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import keep, wait_for_rows


def test_follow_a_number_to_its_words(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.locator(".headline .number", has_text="287").click()
    panel = page.locator(".panel")
    expect(panel.locator("blockquote mark").first).to_have_text("287")
    keep(page, "incident-1280-light")
    panel.get_by_role("button", name="Show the text").first.click()
    whole = panel.locator(".words")
    expect(whole.locator("mark", has_text="287")).to_be_visible()
    keep(page, "incident-text")
    assert "focus=" in page.url


def test_support_and_dissent_stand_side_by_side(page: Page) -> None:
    page.goto("/incidents?status=disputed")
    wait_for_rows(page)
    page.locator(".row-link").first.click()
    sides = page.locator(".finding .sides").first
    expect(sides.locator("h4")).to_have_text(["For", "Against"])
    first, second = (sides.locator(":scope > div").nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"]
    keep(page, "incident-disputed")


def test_transliterate_by_key(page: Page) -> None:
    page.goto("/incidents?status=disputed")
    wait_for_rows(page)
    page.locator(".row-link").first.click()
    quote = page.locator(".panel blockquote").first
    expect(quote).to_contain_text("Курск")
    page.keyboard.press("l")
    expect(quote).to_contain_text("Kursk")
    assert "latin=1" in page.url


def test_totals_show_their_residual(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.locator(".headline .number", has_text="287").click()
    expect(page.locator(".panel .check").first).to_be_visible()


def test_history_shows_what_was_known(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.locator(".row-link").first.click()
    expect(page.locator(".panel")).to_contain_text("Version 1 of 1")


def test_unknown_incident_is_said_to_be_unknown(page: Page) -> None:
    page.goto("/?sel=INC-AAAAAAAAAA")
    expect(page.locator(".panel .state")).to_contain_text("No incident of this id may be shown")


def test_address_of_an_incident_opens_it(page: Page) -> None:
    row = page.request.get("/incidents.json?status=disputed").json()["incidents"][0]
    page.goto(row["links"]["html"])
    expect(page.locator(".panel")).to_contain_text(row["place"]["name"])
