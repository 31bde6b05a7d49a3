import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.urls import MAX_URL, canonical, host, web_link
from tests.hostile.cases import Case, load

PLAIN = re.compile(r"https?://[a-z0-9._-]+(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9:/?#@!&,;=%.+_~-]*)?", re.IGNORECASE)


@pytest.mark.parametrize("case", load("url-link"), ids=lambda case: case.id)
def test_a_hostile_address_is_plain_or_no_link(case: Case) -> None:
    link = web_link(case.text)
    assert link is None or PLAIN.fullmatch(link)


@settings(deadline=None)
@given(st.one_of(st.text(), st.text().map("https://news.example/".__add__), st.text().map("http://".__add__)))
@example("HTTP://A\r")
def test_any_address_is_plain_or_no_link(url: str) -> None:
    link = web_link(url)
    assert link is None or (PLAIN.fullmatch(link) and len(link) <= MAX_URL)
    assert link is None or web_link(link) == link
    assert canonical(canonical(url)) == canonical(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "//evil.example", "https:evil.example", "http://user:pw@evil.example",
        "https://a.example:99999/",
        "https://exаmple.com/", "https://a\\@b.example/", "https://1.2.3/", "https://a/\u202egnp.exe",
        "data:text/html,x", "",
    ],
)  # fmt: skip
def test_what_is_no_link(url: str) -> None:
    assert web_link(url) is None


def test_links_keep_what_they_say() -> None:
    assert web_link("https://news.example/a?b=1&c=%20#d") == "https://news.example/a?b=1&c=%20#d"
    assert web_link("https://news.example/أخبار") == "https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1"
    assert web_link("https://news.example/100%") == "https://news.example/100%25"
    assert web_link("http://127.0.0.1:8000/x") == "http://127.0.0.1:8000/x"


def test_two_ways_to_one_article_are_one() -> None:
    assert (
        canonical("HTTPS://News.Example:443/Story?utm_source=x&id=7&fbclid=y#top") == "https://news.example/Story?id=7"
    )
    assert canonical("https://news.example") == canonical("https://news.example/")
    assert canonical("https://news.example/Story") != canonical("https://news.example/story")
    assert canonical("no address") == "no address"


def test_host() -> None:
    assert host("https://www.news.example/x") == "news.example"
    assert host("Example Gazette") is None
