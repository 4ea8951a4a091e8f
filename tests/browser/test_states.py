"""What the page does when there is nothing to show, or nobody to ask; languages, phones, keys."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from tests.browser.conftest import PHONE, count_shown, keep, wait_for_rows


def test_offline_keeps_what_was_loaded_and_says_so(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.context.set_offline(True)
    page.locator(".facet .value", has_text="fire").click()
    expect(page.get_by_role("alert")).to_contain_text("No connection to the server")
    expect(page.locator(".row-link").first).to_be_visible()
    keep(page, "offline")
    page.context.set_offline(False)  # the page notices by itself; "Try again" is for a server that was gone
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(".row-link").first).to_contain_text("fire")


def test_a_server_that_was_gone_is_asked_again(page: Page) -> None:
    def gone(route: Route) -> None:
        route.abort()

    page.route("**/incidents.json*", gone)
    page.goto("/")
    expect(page.locator(".list-pane .state")).to_contain_text("No connection to the server")
    keep(page, "no-server")
    page.unroute("**/incidents.json*")
    page.locator(".list-pane .state button").click()
    wait_for_rows(page)


def test_nothing_matches(page: Page) -> None:
    page.goto("/incidents?count_min=999999999")
    expect(page.locator(".list-pane .state")).to_contain_text("No incident matches")
    keep(page, "empty")
    page.get_by_role("button", name="Drop the filters").click()
    wait_for_rows(page)


def test_a_filter_that_makes_no_sense(page: Page) -> None:
    page.goto("/incidents?kinds=nonsense")
    expect(page.locator(".list-pane .state")).to_contain_text("kinds")
    keep(page, "bad-filter")


def test_server_error(page: Page) -> None:
    def fail(route: Route) -> None:
        body = {"type": "about:blank", "title": "Internal Server Error", "status": 500, "detail": "a test of the page"}
        route.fulfill(status=500, content_type="application/problem+json", body=json.dumps(body))

    page.route("**/incidents.json*", fail)
    page.goto("/")
    expect(page.locator(".list-pane .state")).to_contain_text("The server could not answer")


def test_a_busy_server_is_asked_again(page: Page) -> None:
    answers = iter([503])

    def busy(route: Route) -> None:
        status = next(answers, 200)
        if status == 200:
            route.continue_()
        else:
            route.fulfill(status=status, content_type="application/problem+json", body=json.dumps({"status": status}))

    page.route("**/incidents.json*", busy)
    page.goto("/")
    expect(page.locator(".list-pane .state")).to_contain_text("asks again by itself")
    wait_for_rows(page)


def test_loading_has_a_shape(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/incidents.json*", hold)
    page.goto("/")
    expect(page.locator(".list-pane .bone").first).to_be_visible()
    for route in held:
        route.continue_()
    wait_for_rows(page)


def test_incidents_without_a_place(page: Page) -> None:
    page.goto("/incidents?located=no")
    wait_for_rows(page)
    expect(page.locator(".map-pane")).to_contain_text("None of these incidents has a place that can be drawn.")
    keep(page, "no-place")


def test_incidents_without_a_time(page: Page) -> None:
    page.goto("/incidents?timed=no&kinds=diversion")
    wait_for_rows(page)
    expect(page.locator(".time-pane")).to_contain_text("None of these incidents has a stated time.")
    keep(page, "no-time")


@pytest.mark.parametrize(("lang", "heading"), [("ru", "События"), ("uk", "Події"), ("en", "Incidents")])
def test_change_the_language(page: Page, lang: str, heading: str) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.locator(".lang select").select_option(lang)
    expect(page.locator(".list-pane h2")).to_contain_text(heading)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    page.goto("/")  # remembered where the address does not say it
    expect(page.locator(".list-pane h2")).to_contain_text(heading)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_width(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto("/")
    wait_for_rows(page)
    for pane in ("List", "Map", "Times", "Filters"):
        page.locator(".tabs").get_by_role("button", name=pane).click()
        page.wait_for_timeout(150)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], pane
        keep(page, f"phone-{scheme}-{pane.lower()}")
    page.locator(".tabs").get_by_role("button", name="List").click()
    page.locator(".row-link").first.click()
    expect(page.locator(".panel blockquote").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    keep(page, f"phone-{scheme}-incident")


def exported_by(page: Page, name: str) -> APIResponse:
    """Return what the link of that name leads to."""
    address = page.get_by_role("link", name=name, exact=True).get_attribute("href")
    assert address is not None
    return page.request.get(address)


def test_export_is_the_screen(page: Page) -> None:
    page.goto("/incidents?kinds=interception,attack")
    wait_for_rows(page)
    page.get_by_role("button", name="Export", exact=True).click()
    keep(page, "export")
    exported = {row["id"] for row in exported_by(page, "JSON").json()["incidents"]}
    assert {feature["id"] for feature in exported_by(page, "GeoJSON").json()["features"]} == exported
    table = csv.DictReader(io.StringIO(exported_by(page, "CSV").text().removeprefix("\ufeff")))
    assert {row["id"] for row in table} == exported
    page.keyboard.press("Escape")
    shown: set[str] = set()
    for at in range(0, 10_000, 400):
        page.locator("#list").evaluate("(list, top) => { list.scrollTop = top; }", at)
        page.wait_for_timeout(40)
        shown |= set(page.locator(".row-link").evaluate_all("links => links.map(link => link.id.slice(4))"))
        if len(shown) == count_shown(page):
            break
    assert shown == exported


def test_keyboard_only(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the list")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#list")).to_be_focused()
    page.keyboard.press("j")
    first = page.locator(".row-link[aria-current]")
    expect(first).to_have_count(1)
    before = first.get_attribute("id")
    page.keyboard.press("j")
    page.wait_for_function("id => document.querySelector('.row-link[aria-current]')?.id !== id", arg=before)
    page.keyboard.press("k")
    expect(page.locator(".row-link[aria-current]")).to_have_attribute("id", before or "")
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_have_count(0)
    expect(page.locator(f"#{before}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".panel")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    keep(page, "keys")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("jkl")  # letters in a field are letters
    expect(page.locator("#search")).to_have_value("jkl")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=jkl**")


def test_search_finds_places_incidents_and_texts(page: Page) -> None:
    page.goto("/")
    wait_for_rows(page)
    page.locator("#search").fill("Kaluga")
    hits = page.locator(".hits")
    expect(hits).to_contain_text("Kaluga Oblast")
    keep(page, "search")
    hits.get_by_role("button", name="Kaluga Oblast Regions").click()
    page.wait_for_url("**/regions/RU-KLU**")


def test_places_are_named_in_the_language_of_the_page(page: Page) -> None:
    page.goto("/?lang=uk")
    wait_for_rows(page)
    expect(page.locator(".facet .value", has_text="Калузька область")).to_be_visible()
    keep(page, "night-1280-uk")


@pytest.mark.parametrize("lang", ["ru", "uk"])
def test_what_the_server_says_is_in_the_language_of_the_page(page: Page, lang: str) -> None:
    page.goto(f"/?lang={lang}")
    wait_for_rows(page)
    page.locator(".row-link").first.click()
    expect(page.locator(".panel .origins .small").first).to_be_visible()
    reasons = page.locator(".panel .facts, .panel .origin > p, .panel .finding > summary, .panel .changes th")
    told = "\n".join(reasons.all_inner_texts())
    assert re.search("[а-яіїєґ]{4}", told)
    assert not re.search("[A-Za-z]{4,}", told.replace("skyledger", "")), told
    keep(page, f"panel-1280-{lang}")


@pytest.mark.parametrize("address", ["/", "/regions/RU-KLU", "/airports/UUBC"])
def test_only_panes_scroll_not_the_page(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("h2, .row-link").first.wait_for()
    assert page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
    wide = "e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto'"
    assert page.evaluate(f"[...document.querySelectorAll('*')].filter({wide}).map(e => e.className)") == []
