"""The night: map, times and list are three views of one selection, and all of it is in the address."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import count_shown, keep, wait_for_count, wait_for_rows


def query_of(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def matched(page: Page, query: str) -> int:
    number = page.request.get(f"/incidents.json?{query}").json()["number_matched"]
    assert isinstance(number, int)
    return number


def test_loads_the_last_night(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    assert count_shown(page) == matched(page, "") > 50
    expect(page.locator(".headline")).to_contain_text("287")
    expect(page).to_have_title(f"({count_shown(page)}) · Night to 11 Dec 2025 · skyledger")
    keep(page, "night-1280-light")


def test_dark_colours(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    wait_for_rows(page)
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    keep(page, "night-1280-dark")


def test_select_a_settlement_on_the_map(page: Page) -> None:
    page.goto("/#map=36.185,51.727,8")  # Kursk in the middle
    wait_for_rows(page)
    page.locator(".map canvas").click()
    expect(page.locator(".panel")).to_contain_text("Kursk")
    assert query_of(page)["sel"].startswith("INC-")
    keep(page, "map-settlement")


def test_select_a_region_on_the_map(page: Page) -> None:
    page.goto("/#map=35.4,54.4,7")  # Kaluga Oblast, away from its towns
    wait_for_rows(page)
    page.locator(".map-note").wait_for(state="detached")
    page.locator(".map canvas").click()
    page.wait_for_url("**region=RU-KLU**")
    wait_for_count(page, matched(page, "night=2025-12-11&region=RU-KLU"))
    expect(page.locator(".chips")).to_contain_text("Kaluga Oblast")


def test_only_what_is_in_the_frame(page: Page) -> None:
    page.goto("/#map=30.7,46.5,7")
    wait_for_rows(page)
    page.get_by_role("button", name="Only what is in this frame").click()
    page.wait_for_url("**bbox=**")
    wait_for_count(page, matched(page, f"bbox={query_of(page)['bbox']}"))


def test_brush_the_timeline(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    before = count_shown(page)
    frame = page.locator(".times canvas").bounding_box()
    assert frame is not None
    y = frame["y"] + 12
    page.mouse.move(frame["x"] + frame["width"] * 0.75, y)
    page.mouse.down()
    page.mouse.move(frame["x"] + frame["width"] * 0.85, y, steps=4)
    page.mouse.move(frame["x"] + frame["width"] * 0.97, y, steps=4)
    page.mouse.up()
    page.wait_for_url("**datetime=**")
    wanted = matched(page, f"datetime={query_of(page)['datetime']}&night=2025-12-11")
    assert wanted < before
    wait_for_count(page, matched(page, urlsplit(page.url).query))
    keep(page, "times-brushed")
    page.get_by_role("button", name="Whole time").click()
    wait_for_count(page, before)


def test_ends_of_the_time_filter_move_by_keys(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    handle = page.get_by_role("slider", name="Time filter: From")
    handle.focus()
    page.keyboard.press("Shift+ArrowRight")
    page.wait_for_url("**datetime=**")
    expect(handle).to_have_attribute("aria-valuetext", "10 Dec 19:00")


def test_facets_count_and_filter(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    value = page.locator(".facet .value", has_text="interception")
    number = int(value.locator(".count").inner_text())
    value.click()
    page.wait_for_url("**kinds=interception**")
    wait_for_count(page, number)
    expect(value).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="Remove Kind: interception").click()
    page.wait_for_url(lambda url: "kinds" not in url)


def test_back_button_takes_back_one_step(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    whole = count_shown(page)
    page.locator(".facet .value", has_text="fire").click()
    page.wait_for_url("**kinds=fire**")
    wait_for_count(page, matched(page, "kinds=fire"))
    page.locator(".row-link").first.click()
    expect(page.locator(".panel")).to_be_visible()
    page.go_back()
    expect(page.locator(".panel")).to_have_count(0)
    page.go_back()
    wait_for_count(page, whole)


def test_a_view_reopens_from_its_address(page: Page) -> None:
    address = "/incidents?kinds=damage,fire&lang=uk#sort=number"
    page.goto(address)
    wait_for_rows(page)
    first = page.locator(".row-link").first.inner_text()
    page.reload()
    wait_for_rows(page)
    assert page.locator(".row-link").first.inner_text() == first
    assert page.url.endswith(address)
