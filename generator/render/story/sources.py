"""The articles behind a story: what is known of each, what it alone adds, and what is shown of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import quote

from generator.model import Article, Fact, Span
from generator.render.excerpts import Excerpts, Share
from generator.render.passages import (
    TEXT_FRAGMENT_LENGTH,
    Desk,
    Field,
    Passage,
    Source,
    cut,
    excerpt_spans,
    origin,
    place,
    title,
)
from generator.urls import web_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A passage in the excerpt view, after how many characters that are not shown, and a link to it in the original."""

    skipped: int
    paragraph: bool
    passage: Passage
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """One article."""

    id: str
    source: Source
    anchor: str
    title: Field | None
    origin: Field
    authors: tuple[Field, ...]
    address: Field | None
    link: str | None
    published: datetime | None
    stamped: bool
    language: str
    full_text: bool
    sha256: str
    share: Share
    excerpts: tuple[Excerpt, ...]
    rest: int
    alone: tuple[Passage, ...]
    alone_count: int
    copy: Source | None
    """The source that this article repeats, in whole or nearly."""


def article_view(article: Article, desk: Desk, excerpts: Excerpts, facts: Iterable[Fact]) -> ArticleView:
    """Return one article; `facts` are the story's."""
    who = desk.source(article.id)
    alone = [f for f in facts if f.status == "one" and desk.source(f.evidence[0].article_id).key == who.key]
    link = web_link(article.url) if article.url else None
    shown, rest = _excerpts(article, excerpt_spans(article, excerpts), link)
    return ArticleView(
        id=article.id,
        source=who,
        anchor=who.anchor,
        title=title(article),
        origin=origin(article),
        authors=tuple(Field(article=article.id, name="author", text=a, index=i) for i, a in enumerate(article.authors)),
        address=Field(article=article.id, name="url", text=article.url, direction="ltr") if article.url else None,
        link=link,
        published=article.published,
        stamped=article.stamped,
        language=article.language,
        full_text=article.full_text,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        share=excerpts.share(article.id),
        excerpts=shown,
        rest=rest,
        alone=desk.passages(fact.evidence[0] for fact in alone),
        alone_count=len(alone),
        copy=desk.source(article.copy_of) if article.copy_of and desk.holds(article.copy_of) else None,
    )


def _excerpts(article: Article, shown: tuple[Span, ...], link: str | None) -> tuple[tuple[Excerpt, ...], int]:
    found, position = [], 0
    for span in shown:
        passage = replace(cut(article, span), place=place(article.id, span.start))
        skipped = len(article.text[position : span.start].strip())
        paragraph = "\n\n" in article.text[position : span.start]
        found.append(Excerpt(skipped=skipped, paragraph=paragraph, passage=passage, link=_deep(link, passage.text)))
        position = span.end
    return tuple(found), len(article.text[position:].strip())


def _deep(link: str | None, words: str) -> str | None:
    """Return a link that lets the browser find the words on the original page (text fragments, WICG draft)."""
    if link is None:
        return None
    flat = " ".join(words.split())
    if len(flat) > TEXT_FRAGMENT_LENGTH:
        pieces = flat.split(" ")
        first, last = " ".join(pieces[:5]), " ".join(pieces[-5:])
        target = f"{_percent(first)},{_percent(last)}"
    else:
        target = _percent(flat)
    return f"{link.partition('#')[0]}#:~:text={target}"


def _percent(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
