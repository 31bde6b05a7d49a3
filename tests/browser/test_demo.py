"""The paths a reader takes through the demonstration: forty-odd invented articles, built by the whole pipeline."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
TITLE = re.compile("Riverton harbour")


def to_the_story(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("h1")).to_have_text(TITLE)
    page.wait_for_load_state("load")  # the fold's script stands at the end of the page


def test_from_the_front_page_to_a_difference_to_both_of_its_passages(watched: Watched, demo: str) -> None:
    page = watched.page
    page.goto(demo)
    page.locator(".sd-row .sd-strip a, .sd-lead .sd-facts-line a.sd-differs").first.click()
    expect(page.locator(".sd-page-story")).to_be_visible()
    page.wait_for_load_state("load")
    story = page.url.partition("#")[0]
    links = page.locator(".sd-difference").first.locator(".sd-side:not(.sd-silent) a.sd-chip")
    places = [link.get_attribute("href") or "" for link in links.all()]
    assert len({place.rpartition("-")[0] for place in places}) >= 2
    for place in places:
        page.goto(story + "#differences")
        page.locator(f".sd-difference a[href='{place}']").first.click()
        expect(page.locator(":target")).to_be_visible()
        expect(page.locator(":target [data-start]")).not_to_be_empty()
    assert watched.complaints == []


def test_quotes_are_filtered_by_speaker_and_come_back(watched: Watched, demo: str) -> None:
    page = watched.page
    to_the_story(page, demo)
    every = page.locator("[data-speaker]:visible").count()
    button = page.locator("[data-sd-filter=speaker] button").nth(1)
    button.click()
    wanted = button.get_attribute("data-value")
    shown = page.locator("[data-speaker]:visible").all()
    assert 0 < len(shown) < every
    assert {one.get_attribute("data-speaker") for one in shown} == {wanted}
    assert button.get_attribute("aria-pressed") == "true"
    page.locator("[data-sd-filter=speaker] button").first.click()
    assert page.locator("[data-speaker]:visible").count() == every


def test_the_keyboard_alone_goes_from_the_front_page_to_a_passage_in_its_source(watched: Watched, demo: str) -> None:
    page = watched.page
    page.goto(demo)

    def tab_to(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        pytest.fail(f"the keyboard does not reach {selector}")

    tab_to(".sd-row-title a")
    page.keyboard.press("Enter")
    expect(page.locator(".sd-page-story")).to_be_visible()
    tab_to(".sd-brief .sd-chip")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_visible()
    assert page.locator("details:has(:target)").evaluate("fold => fold.open")


def test_a_story_prints_on_few_pages_with_its_passages(watched: Watched, demo: str) -> None:
    page = watched.page
    to_the_story(page, demo)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".sd-context").first).to_be_visible()
    expect(page.locator(".sd-header-search")).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) <= 8


def test_the_whole_story_is_there_without_javascript(browser: Browser, demo: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    to_the_story(page, demo)
    for name in ("brief", "differences", "quotes", "shared", "people", "coverage", "timeline", "voices", "sources"):
        expect(page.locator(f"#{name}")).to_be_visible()
    expect(page.locator("[data-speaker]").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("query", ["Quillfeather", "كويلفيذر", "ريفرتون", "Hafen"])
def test_a_story_is_found_in_the_words_of_any_of_its_sources(watched: Watched, demo: str, query: str) -> None:
    page = watched.page
    page.goto(f"{demo}search/")
    page.locator("#sd-q").fill(query)
    expect(page.locator("#sd-results a[href*='stories/riverton-harbour']").first).to_be_visible(timeout=10_000)
    assert watched.complaints == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_of_the_demonstration_is_wider_than_the_screen(browser: Browser, demo: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in ("", "differences/", "quotes/", "entities/", "outlets/", "days/", "build/"):
        page.goto(demo + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    to_the_story(page, demo)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
