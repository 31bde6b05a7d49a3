"""Leaves out what a publisher may not or does not want to show, before anything is made of it.

What is taken down is not analysed, not grouped and not counted: nothing derived from it is on the site.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import StringConstraints

from generator import urls
from generator.model import Article
from generator.text import collapse

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]
Pattern = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"[^*/:.\s]")]
_SCHEME: Final = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Takedown:
    """What is not to be shown.

    Attributes:
        articles: ids, ids that inputs gave, files or addresses of single articles.
        outlets: names or hosts of outlets, all of whose articles go.
        addresses: patterns of addresses; ``*`` stands for anything, the scheme may be left out.
    """

    articles: tuple[Name, ...] = ()
    outlets: tuple[Name, ...] = ()
    addresses: tuple[Pattern, ...] = ()


def take_down(articles: Iterable[Article], takedown: Takedown) -> tuple[list[Article], tuple[str, ...]]:
    """Return the articles that stay, in their order, and what there is to tell; it names nothing that is gone."""
    every = list(articles)
    entries = list(_entries(takedown))
    hit = [{article.id for article in every if fits(article)} for _, fits in entries]
    gone = set[str]().union(*hit)
    notes = [f"{key}: matches no article" for (key, _), found in zip(entries, hit, strict=True) if not found]
    if gone:
        notes.insert(0, f"articles taken down by the publisher: {len(gone)}")
    return [article for article in every if article.id not in gone], tuple(notes)


class _Fits:
    """Says whether an entry of the list means an article."""

    def __init__(self, kind: str, entry: str) -> None:
        self._kind = kind
        self._entry = collapse(entry).casefold()
        self._address = _bare(urls.canonical(entry))
        self._pattern = re.compile(".*".join(re.escape(part) for part in _bare(entry).split("*")))

    def __call__(self, article: Article) -> bool:
        if self._kind == "articles":
            return self._is_article(article)
        if self._kind == "outlets":
            return self._entry in {collapse(article.outlet or "").casefold(), urls.host(article.url or "")}
        return article.url is not None and self._pattern.fullmatch(_bare(urls.canonical(article.url))) is not None

    def _is_article(self, article: Article) -> bool:
        names = {article.id, article.input_id, article.origin.where}
        same = article.url is not None and _bare(urls.canonical(article.url)) == self._address
        return same or self._entry in {name.casefold() for name in names if name}


def _entries(takedown: Takedown) -> Iterator[tuple[str, _Fits]]:
    for kind in ("articles", "outlets", "addresses"):
        for number, entry in enumerate(getattr(takedown, kind)):
            yield f"takedown.{kind}[{number}]", _Fits(kind, entry)


def _bare(address: str) -> str:
    """Return an address without its scheme, ``www.`` and final slash, as people write it down."""
    return _SCHEME.sub("", address.strip()).removesuffix("/").casefold()
