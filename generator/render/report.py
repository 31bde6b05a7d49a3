"""The page about the build: what was read, what was refused, how much is shown, made with what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from generator.model import Edition, Refusal
from generator.render.newsroom import Told
from generator.render.passages import Field, Source
from generator.render.story.view import Heading

MOST_LINES: Final = 500
_PACKAGES: Final = ("storydigest", "mkdocs", "mkdocs-material", "spacy", "pagefind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One article that was used, and the shares of it that the site shows (0 to 1)."""

    origin: Field
    source: Source
    language: str
    published: datetime | None
    own: float
    quoted: float
    page: str
    anchor: str
    heading: Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the page about the build shows."""

    built: datetime
    articles: tuple[Line, ...]
    articles_more: int
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


def report(edition: Edition, told: Sequence[Told]) -> Report:
    """Return what the page about the build shows."""
    lines = sorted(_lines(told), key=lambda line: line.origin.text)
    return Report(
        built=edition.built,
        articles=tuple(lines[:MOST_LINES]),
        articles_more=max(0, len(lines) - MOST_LINES),
        refusals=tuple(sorted(edition.refusals, key=lambda refusal: (refusal.origin, refusal.reason, refusal.detail))),
        notes=edition.notes,
        versions=versions(),
    )


def versions() -> tuple[tuple[str, str], ...]:
    """Return the programs a site is made with, and their versions."""
    return tuple((name, found) for name in _PACKAGES if (found := _version(name)))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _lines(told: Iterable[Told]) -> Iterable[Line]:
    for one in told:
        for article in one.view.articles:
            length = article.share.length or 1
            yield Line(
                origin=article.origin,
                source=article.source,
                language=article.language,
                published=article.published,
                own=article.share.own / length,
                quoted=article.share.quoted / length,
                page=one.page,
                anchor=article.anchor,
                heading=one.view.heading,
            )
