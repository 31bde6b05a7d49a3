"""Invented stories for the tests: analyses made by hand, without a model. All names, outlets, events are invented."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from generator.compare import ComparisonSettings, compare
from generator.ids import content_id
from generator.language.sentences import split
from generator.model import (
    Analysis,
    Article,
    Comparison,
    Difference,
    Evidence,
    Label,
    Mention,
    Origin,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Speaker,
    Story,
)

PUBLISHED = datetime(2031, 3, 6, tzinfo=UTC)  # a Thursday


def told(
    outlet: str,
    text: str,
    names: Mapping[str, Label] | None = None,
    quotes: Sequence[Quote] = (),
    *,
    language: str = "en",
    published: datetime | None = PUBLISHED,
    headings: Sequence[str] = (),
) -> Analysis:
    """The analysis of an article of that text, with every occurrence of the given names as a mention."""
    article = Article(
        id=content_id(outlet, text),
        origin=Origin(kind="file", where=f"{outlet}.txt"),
        title=f"{outlet} reports",
        outlet=outlet,
        url=None,
        authors=(),
        published=published,
        language=language,
        text=text,
        headings=tuple(span(text, heading) for heading in headings),
    )
    taken = [(heading.start, heading.end) for heading in article.headings]
    sentences = tuple(
        Sentence(start=one.start, end=one.end) for one in split(text, language) if (one.start, one.end) not in taken
    )
    return Analysis(article=article, sentences=sentences, mentions=_mentions(text, names or {}), quotes=tuple(quotes))


def _mentions(text: str, names: Mapping[str, Label]) -> tuple[Mention, ...]:
    """Every occurrence of every name, longer names first, none within another."""
    found: list[Mention] = []
    for name in sorted(names, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            if not any(one.start < start + len(name) and start < one.end for one in found):
                found.append(Mention(start=start, end=start + len(name), label=names[name]))
            start = text.find(name, start + 1)
    return tuple(sorted(found))


def span(text: str, words: str) -> Span:
    """Where the words stand in the text; they must stand there."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def quote(text: str, words: str, speaker: str | None = None, kind: QuoteKind = "direct") -> Quote:
    """A quote of these words by a named speaker."""
    by = None
    if speaker is not None:
        place = span(text, speaker)
        by = Speaker(start=place.start, end=place.end, kind="name")
    return Quote(spans=(span(text, words),), kind=kind, speaker=by)


def story(*members: Analysis) -> Story:
    """A story of these articles."""
    return Story(id=content_id(*(one.article.id for one in members)), slug="story", members=members)


def compared(*members: Analysis) -> Comparison:
    """The comparison of these articles."""
    return compare(story(*members), settings=ComparisonSettings())


def text_of(comparison: Comparison, evidence: Evidence | None) -> str:
    """The words of a passage; empty for none."""
    if evidence is None:
        return ""
    article = next(one.article for one in comparison.story.members if one.article.id == evidence.article_id)
    return article.text[evidence.start : evidence.end]


def rows(comparison: Comparison, kind: str) -> list[Difference]:
    """The differences of one kind."""
    return [row for row in comparison.differences if row.kind == kind]
