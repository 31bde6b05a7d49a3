"""An article page becomes a draft: its text by trafilatura, its metadata by what the page declares.

trafilatura stands behind this one border. It is told to favour precision: a sentence that is no part of the article is
worse for a digest than one that is missed. It is not safe in threads, so pages are read in the main thread.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree, html
from lxml.html import HtmlElement

from generator.model import Draft, Origin, Refusal
from generator.read.fields import described, key_name
from generator.read.fragments import Fragment, paragraphs
from generator.read.hidden import drop_hidden
from generator.read.limits import Limits
from generator.read.refusals import NO_TEXT, TOO_LARGE, refuse
from generator.text import normalise

_ARTICLES: Final = "article report blogposting webpage"
_META: Final = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "url": ("og:url", "twitter:url"),
    "authors": ("author", "article:author_name", "byl", "parsely-author", "sailthru.author", "dc.creator"),
    "date": (
        "article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate",
        "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date", "dcterms.created",
        "dc.date.issued",
    ),
    "lang": ("og:locale", "content-language", "language", "dc.language"),
}  # fmt: skip
_ACCEPTED_DEPTH: Final = 8


def read_html(text: str, origin: Origin, *, limits: Limits) -> Draft | Refusal:
    """The draft of an article page; a refusal where the page has no article that a reader can see."""
    page = _parsed(text)
    if page is None:
        return refuse(origin, NO_TEXT, "the page has no elements")
    declared = [*_linked_data(page), _meta(page)]
    drop_hidden(page)
    elements = sum(1 for _ in page.iter())
    if elements > limits.page_elements:
        return refuse(origin, TOO_LARGE, f"{elements} elements, at most {limits.page_elements} are read")
    found, guessed = _extracted(page)
    if not found.body:
        return refuse(origin, NO_TEXT, "nothing on the page reads like an article")
    draft = Draft(origin=origin, body=found.body, headings=found.headings)
    for metadata in (*declared, guessed):
        draft = described(draft, metadata, limits=limits)
    return draft


def _parsed(text: str) -> HtmlElement | None:
    try:
        # The text may declare an encoding that it no longer has: bytes in a known one leave no doubt.
        parser = html.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True)
        return html.document_fromstring(normalise(text).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _linked_data(page: HtmlElement) -> Iterator[Mapping[str, object]]:
    """The articles that the page's JSON-LD describes (schema.org), the most telling type first."""
    found: list[tuple[int, Mapping[str, object]]] = []
    for script in page.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text_content(), parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            continue
        found.extend((_rank(entry), entry) for entry in _objects(value, 0))
    for rank, entry in sorted(found, key=lambda pair: pair[0]):
        if rank < len(_ARTICLES.split()):
            yield {key_name(str(key)): value for key, value in entry.items() if not str(key).startswith("@")}


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _ACCEPTED_DEPTH:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _objects(entry, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)


def _rank(entry: Mapping[str, object]) -> int:
    types = entry.get("@type")
    names = [name.lower() for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]
    ranks = (rank for rank, ending in enumerate(_ARTICLES.split()) if any(name.endswith(ending) for name in names))
    return next(ranks, len(_ARTICLES.split()))


def _meta(page: HtmlElement) -> Mapping[str, object]:
    """What the page's meta elements, its canonical link and its root element say."""
    contents: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and element.get("content"):
            contents.setdefault(name.strip().lower(), element.get("content"))
    found: dict[str, object] = {}
    for key, names in _META.items():
        if value := next((contents[name] for name in names if contents.get(name)), None):
            found[key] = value
    for link in page.iter("link"):
        if (link.get("rel") or "").strip().lower() == "canonical" and (link.get("href") or "").startswith("http"):
            found["url"] = link.get("href")
    if root_language := page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang"):
        found["lang"] = root_language
    return found


def _extracted(page: HtmlElement) -> tuple[Fragment, Mapping[str, object]]:
    """The article's paragraphs, and what trafilatura makes of the page's looks where the page declares nothing."""
    # Imported here: it costs a quarter of a second, and most inputs are no pages.
    import trafilatura  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
        )
    except Exception:  # noqa: BLE001 - broken pages raise AssertionError, AttributeError and more out of the library
        found = None
    if not isinstance(found, trafilatura.settings.Document) or found.body is None:
        return Fragment(body="", headings=()), {}
    guessed = {"title": found.title, "outlet": found.sitename, "author": found.author, "date": found.date}
    return paragraphs(found.body), {key: value for key, value in guessed.items() if value}
