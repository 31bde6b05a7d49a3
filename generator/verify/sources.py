"""What the sources hold: whether an element shows what it says it shows."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from generator.model import Article, Edition
from generator.render.report import versions
from generator.text import collapse
from generator.urls import web_link


class Sources:
    """The articles, and what else was given; None believes whatever says of itself that it was given."""

    def __init__(self, articles: Iterable[Article], given: frozenset[str] | None = None) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in articles}
        self._given = given
        self._links = frozenset(_links(self._articles.values()))

    def passage(self, article: str, start: str, end: str, shown: str) -> str | None:
        """Return what is wrong with a passage, or None."""
        source = self._articles.get(article)
        if source is None or not (start.isdecimal() and end.isdecimal()):
            return f"a passage of an unknown article: {shown[:80]!r}"
        if not 0 <= int(start) < int(end) <= len(source.text):
            return f"a passage outside of its article: {shown[:80]!r}"
        stands = collapse(source.text[int(start) : int(end)])
        return None if stands == collapse(shown) else f"{shown[:80]!r} is shown, but the source says {stands[:80]!r}"

    def field(self, article: str, name: str, index: str, shown: str) -> str | None:
        """Return what is wrong with a field of an article's metadata, or None."""
        source = self._articles.get(article)
        if source is None:
            return f"a field of an unknown article: {shown[:80]!r}"
        number = int(index) if index.isdecimal() else 0
        authors = source.authors[number : number + 1]
        known = {
            "title": source.title,
            "outlet": source.outlet,
            "url": source.url,
            "origin": source.origin.where,
            "file": source.origin.where.rpartition("/")[2],
            "author": authors[0] if authors else None,
        }.get(name)
        if known is not None and collapse(known) == collapse(shown):
            return None
        return f"{shown[:80]!r} is shown as the {name} of an article that has not this one"

    def is_given(self, shown: str) -> bool:
        """Return whether a text is a file name, a version, a warning, a fingerprint or an editor's title."""
        return self._given is None or collapse(shown) in self._given

    def is_link(self, address: str) -> bool:
        """Return whether an address is that of an article."""
        return address.partition("#")[0] in self._links

    def holds(self, words: str) -> bool:
        """Return whether some article says these words."""
        flat = collapse(words)
        return any(flat in self._flat(article) for article in self._articles.values())

    def linked_findings(self, text: str) -> Iterator[str]:
        """Give what is wrong with the linked data of a page."""
        try:
            data = json.loads(text)
        except ValueError:
            yield "linked data is no JSON"
            return
        for quotation in data.get("hasPart", ()):
            article = str(quotation["isPartOf"]["identifier"])
            for part, position in zip(quotation["text"].split(" … "), quotation["position"], strict=False):
                wrong = self.passage(article, str(position["start"]), str(position["end"]), part)
                if wrong and len(quotation["position"]) == quotation["text"].count(" … ") + 1:
                    yield wrong
        for article in data.get("isBasedOn", ()):
            yield from self._article_findings(article)

    def _article_findings(self, data: Mapping[str, object]) -> Iterator[str]:
        source = self._articles.get(str(data.get("identifier")))
        if source is None or data.get("headline", source.title) != source.title:
            yield f"linked data of an article that is not so: {str(data)[:80]}"

    def _flat(self, article: Article) -> str:
        return collapse(" ".join((article.title or "", article.text)))


def given_words(edition: Edition) -> frozenset[str]:
    """Return what an edition shows that is of no article: refusals, warnings, fingerprints, versions, titles."""
    return frozenset(collapse(text) for text in _given(edition))


def _links(articles: Iterable[Article]) -> Iterator[str]:
    for article in articles:
        link = web_link(article.url) if article.url else None
        if link is not None:
            yield link.partition("#")[0]


def _given(edition: Edition) -> Iterable[str]:
    for refusal in edition.refusals:
        yield from (refusal.origin.where, refusal.reason, refusal.detail)
    yield from edition.notes
    for article in edition.articles:
        yield hashlib.sha256(article.text.encode()).hexdigest()
    for digest in edition.digests:
        yield digest.comparison.story.title or ""
        for entity in digest.comparison.entities:
            yield from (entity.editor_name or "", entity.romanised or "")
    for name, version in versions():
        yield from (name, version)
