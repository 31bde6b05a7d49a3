"""The search finds what readers type, in either script, whatever the spelling."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import STORY, Watched

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def found(watched: Watched, site: str, query: str) -> list[str]:
    watched.page.goto(f"{site}search/")
    watched.page.locator("#sd-q").fill(query)
    expect(watched.page.locator("#sd-found")).not_to_be_empty(timeout=10_000)
    return [link.get_attribute("href") or "" for link in watched.page.locator("#sd-results h2 a").all()]


@pytest.mark.parametrize(
    "query",
    [
        "harbour",
        "Mara Example",
        "مارا",
        "إكزامبل",
        "اكزامبل",
        "ميناء",
        "الميناء",
        "ثلاثة ملايين",
        '"before the summer"',
    ],
)
def test_the_story_is_found(watched: Watched, english: str, query: str) -> None:
    links = found(watched, english, query)
    assert any(STORY in link for link in links), links
    assert watched.complaints == []


def test_a_phrase_that_nobody_says_is_not_found(watched: Watched, english: str) -> None:
    assert found(watched, english, '"summer the before"') == []
    expect(watched.page.locator("#sd-found")).to_have_text("Nothing was found for this.")


def test_an_arabic_site_searches_both_scripts(watched: Watched, arabic: str) -> None:
    assert any(STORY in link for link in found(watched, arabic, "harbour"))
    assert any(STORY in link for link in found(watched, arabic, "ميناء"))


def test_filters_narrow(watched: Watched, english: str) -> None:
    everything = found(watched, english, "Mara")
    watched.page.get_by_text("Narrow the search").click()
    watched.page.locator("select[name=kind]").select_option("Person")
    expect(watched.page.locator("#sd-results li")).to_have_count(1)
    assert len(everything) > 1


def test_a_result_leads_to_the_passage(watched: Watched, english: str) -> None:
    found(watched, english, "harbour")
    watched.page.locator("#sd-results .sd-original").first.click()
    expect(watched.page.locator(":target")).to_be_visible()


def test_the_header_box_searches(watched: Watched, english: str) -> None:
    watched.page.goto(english + STORY)
    watched.page.locator("#sd-header-q").fill("harbour")
    watched.page.keyboard.press("Enter")
    expect(watched.page.locator("#sd-results li").first).to_be_visible(timeout=10_000)
