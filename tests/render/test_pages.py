"""An edition becomes pages: complete, deterministic, in the reader's language."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from generator.model import Page
from generator.render import PageSettings, RenderSettings, render
from generator.render.catalogue import messages
from generator.render.interface import Interface
from tests.render.invented import digest_of, edition, three_articles

SETTINGS = RenderSettings(site_name="Invented News", site_url="https://digest.example/")


def pages(**changes: object) -> dict[str, Page]:
    return {page.path: page for page in render(replace(edition(), **changes), settings=SETTINGS)}


def story() -> str:
    return pages()["stories/harbour-5707.md"].body


def test_every_kind_of_page_is_there() -> None:
    assert {
        "index.md", "build.md", "search.md", "days/index.md", "days/2026-03-03.md", "differences/index.md",
        "quotes/index.md", "entities/index.md", "entities/e1.md", "outlets/index.md", "stories/harbour-5707.md",
        "stories/old-name-0000.md", "feed.xml", "feed.json", "search-records.jsonl",
    } <= set(pages())  # fmt: skip


def test_an_empty_edition_has_a_front_page_that_says_so() -> None:
    found = pages(digests=(), articles=(), redirects=())
    assert "No stories yet" in found["index.md"].body
    assert "not text" in found["build.md"].body


def test_the_order_of_inputs_makes_no_difference() -> None:
    turned = replace(edition(), articles=edition().articles[::-1])
    assert render(turned, settings=SETTINGS) == render(edition(), settings=SETTINGS)


def test_passages_have_language_and_direction() -> None:
    for tag in re.findall(r"<span data-article[^>]*>", story()):
        assert re.search(r' lang="(en|ar)" dir="(ltr|rtl)"', tag)
        assert ('lang="ar"' in tag) == ('dir="rtl"' in tag)


def test_what_is_not_known_is_said() -> None:
    assert "outlet unknown" in story()
    assert "date unknown" in story()
    assert "not stated" in story()
    assert "does not mention it" in story() or "do not mention it" in story()


def test_wordings_in_one_language_point_out_the_words_that_differ() -> None:
    figure = story().split('id="q-q1')[1].split("</figure>")[0]
    assert re.findall(r"<mark>(.*?)</mark>", figure) == ["We will", "it"] or "<mark>We will</mark>" in figure


def test_names_stand_first_in_the_readers_language() -> None:
    english = pages()["entities/e1.md"]
    arabic = {p.path: p for p in render(edition(), settings=replace(SETTINGS, language="ar"))}["entities/e1.md"]
    assert dict(english.meta)["title"] == "Mara Example"
    assert dict(arabic.meta)["title"] == "مارا إكزامبل"


def test_an_editors_title_is_marked_as_given() -> None:
    digest = digest_of(*three_articles())
    told = replace(
        digest.comparison, story=replace(digest.comparison.story, title="An editor’s <title>", editor=("rename",))
    )
    body = pages(digests=(replace(digest, comparison=told),))["stories/harbour-5707.md"].body
    assert "data-given" in body.split("</h1>")[0]
    assert "An editor wrote the title." in body
    assert "<title>" not in body


def test_sections_can_be_left_out() -> None:
    settings = replace(SETTINGS, pages=PageSettings(sections=("brief", "sources")))
    body = {page.path: page for page in render(edition(), settings=settings)}["stories/harbour-5707.md"].body
    assert 'id="sources"' in body
    assert 'id="quotes"' not in body


def test_long_lists_go_on_on_another_page() -> None:
    settings = replace(SETTINGS, pages=PageSettings(page_size=1))
    found = {page.path: page for page in render(edition(), settings=settings)}
    assert 'aria-current="page"' in found["differences/2.md"].body
    assert 'href="../"' in found["differences/2.md"].body


def test_feeds_say_the_same_and_parse() -> None:
    found = pages()
    rss = ET.fromstring(found["feed.xml"].body)  # noqa: S314 - our own feed
    feed = json.loads(found["feed.json"].body)
    item = rss.find("channel/item")
    assert item is not None
    assert item.findtext("link") == feed["items"][0]["url"] == "https://digest.example/stories/harbour-5707/"
    assert item.findtext("title") == feed["items"][0]["title"]
    assert rss.findtext("channel/lastBuildDate") == "Wed, 04 Mar 2026 05:06:00 +0000"


def test_linked_data_points_into_the_articles() -> None:
    data = json.loads(story().split('<script type="application/ld+json">')[1].split("</script>")[0])
    texts = {article.id: article.text for article in edition().articles}
    assert data["hasPart"]
    for quotation in data["hasPart"]:
        place = quotation["position"][0]
        assert texts[quotation["isPartOf"]["identifier"]][place["start"] : place["end"]] == quotation["text"]


def test_a_story_page_is_small() -> None:
    assert len(story().encode()) < 60_000


def test_catalogues_are_in_step_with_the_templates() -> None:
    for language in ("en", "ar"):
        known = {
            message.id if isinstance(message.id, str) else tuple(message.id)
            for message in Interface(language)._catalogue
            if message.id
        }
        assert known == set(messages()), f"run python -m generator.render.catalogue ({language})"


def test_arabic_is_complete() -> None:
    for message in (message for message in Interface("ar")._catalogue if message.id):
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        assert all(re.search("[\u0600-\u06ff]", form) for form in forms), message.id
