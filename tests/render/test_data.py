"""The published data say what the pages say, and no more."""

import json

from generator.render import RenderSettings, render
from generator.render.excerpts import NAME_LENGTH
from tests.render.invented import edition

PAGES = {
    page.path: page.body for page in render(edition(), settings=RenderSettings(site_url="https://digest.example/"))
}
STORY = json.loads(PAGES["data/stories/5707000000000001.json"])
TEXTS = {article.id: article.text for article in edition().articles}


def passages(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [found for item in value for found in passages(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"article", "start", "end", "text"} <= value.keys() else []
    return own + [found for item in value.values() for found in passages(item)]


def test_every_passage_equals_its_source() -> None:
    found = passages(STORY)
    assert len(found) > 10
    for one in found:
        assert TEXTS[one["article"]][one["start"] : one["end"]] == one["text"]


def test_no_more_is_published_than_the_page_shows() -> None:
    page = PAGES["stories/harbour-5707.md"]
    for one in passages(STORY):
        if len(one["text"]) > NAME_LENGTH:
            assert f'data-article="{one["article"]}" data-start="{one["start"]}" data-end="{one["end"]}"' in page


def test_titles_are_those_of_the_pages() -> None:
    listing = json.loads(PAGES["data/stories.json"])[0]
    assert listing["title"] == STORY["title"] != ""
    assert listing["url"] == "https://digest.example/stories/harbour-5707/"


def test_articles_are_published_without_their_text() -> None:
    assert all("text" not in article for article in json.loads(PAGES["data/articles.json"]))
