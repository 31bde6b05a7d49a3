"""The paths a reader takes, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import STORY, Watched

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PAGES = (
    "",
    STORY,
    "days/",
    "days/2026-03-03/",
    "quotes/",
    "differences/",
    "entities/",
    "entities/e1/",
    "outlets/",
    "build/",
    "search/",
    "404.html",
)


def test_nothing_comes_from_another_host_and_nothing_is_refused(watched: Watched, english: str) -> None:
    for path in PAGES:
        watched.page.goto(english + path)
        watched.page.wait_for_load_state("networkidle")
    assert watched.complaints == []
    assert all(url.startswith((english, "data:")) for url in watched.requests)


def test_from_the_front_page_to_a_difference_to_its_passages(watched: Watched, english: str) -> None:
    page = watched.page
    page.goto(english)
    page.locator(".sd-lead a.sd-differs").click()
    expect(page).to_have_url(re.compile(r"harbour-5707/#differences$"))
    page.locator(".sd-difference .sd-side:not(.sd-silent) a.sd-chip").first.click()
    target = page.locator(":target")
    expect(target).to_be_visible()
    expect(target).to_contain_text("The harbour of Invented Town")


def test_one_speaker_needs_no_filter(watched: Watched, english: str) -> None:
    page = watched.page
    page.goto(english + STORY)
    assert page.locator("[data-speaker]").count() >= 1
    assert page.locator("[data-sd-filter]").count() == 0, "with one speaker there is nothing to choose"


def test_everything_is_there_without_javascript(browser: Browser, english: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(english + STORY)
    for name in ("differences", "quotes", "shared", "people", "coverage", "voices", "sources"):
        expect(page.locator(f"#{name}")).to_be_visible()
    page.locator("#sources ~ .sd-article summary").first.click()
    expect(page.locator(".sd-context").first).to_be_visible()
    page.goto(english + "search/")
    expect(page.get_by_text("Searching needs JavaScript.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(browser: Browser, english: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in PAGES:
        page.goto(english + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_arabic_passages_run_right_to_left_in_an_english_page(watched: Watched, english: str) -> None:
    page = watched.page
    page.goto(english + STORY)
    quote = page.locator("blockquote[lang=ar]").first
    assert quote.evaluate("e => getComputedStyle(e).direction") == "rtl"
    box = quote.bounding_box()
    assert box is not None
    words = quote.locator("[data-start]").bounding_box()
    assert words is not None
    assert box["x"] + box["width"] - (words["x"] + words["width"]) < words["x"] - box["x"]


def test_an_arabic_site_is_right_to_left_as_a_whole(watched: Watched, arabic: str) -> None:
    page = watched.page
    page.goto(arabic + STORY)
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("body").get_attribute("dir") == "rtl"
    expect(page.locator("#sources")).to_contain_text("المصادر")
    assert page.locator("blockquote[lang=en]").first.evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert watched.complaints == []


def test_the_keyboard_reaches_a_passage(watched: Watched, english: str) -> None:
    page = watched.page
    page.goto(english + STORY)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.sd-chip')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_visible()


def test_a_story_prints_with_everything_open(watched: Watched, english: str) -> None:
    page = watched.page
    page.goto(english + STORY)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".sd details:not([open]):not(.sd-making)").count() == 0
    assert page.pdf().count(b"/Type /Page\n") <= 6


def test_an_old_address_leads_to_the_story(watched: Watched, english: str) -> None:
    watched.page.goto(english + "stories/old-name-0000/")
    expect(watched.page).to_have_url(re.compile(r"harbour-5707/$"))
