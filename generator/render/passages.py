"""What a template can show of a source: passages and fields, each knowing where it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.ids import content_id, slug
from generator.model import UNKNOWN_LANGUAGE, Article, Evidence, Span
from generator.render.excerpts import Excerpts
from generator.text import direction

FieldName = Literal["title", "outlet", "author", "url", "origin", "file"]
LETTERS: Final = 26
TEXT_FRAGMENT_LENGTH: Final = 80
"""Characters of the longest passage that a link into the original names whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a passage, and whether it is the part that differs."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article's text as it is shown; `cut_before` and `cut_after` say that the evidence goes on."""

    article: str
    start: int
    end: int
    language: str
    direction: str
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False
    place: str = ""
    """Names where it stands in the article's excerpt view."""

    @property
    def text(self) -> str:
        """The words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A piece of an article's metadata as it is shown."""

    article: str
    name: FieldName
    text: str
    language: str = ""
    direction: str = "auto"
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published an article: its outlet, or its file where the outlet is not known."""

    key: str
    name: Field
    known: bool
    page: str | None
    anchor: str
    language: str
    index: int = 0
    """Its place among the sources of a story, from 1; 0 outside of one."""

    @property
    def letter(self) -> str:
        """The sign that stands for it within its story: A to Z, then figures."""
        return chr(ord("A") + self.index - 1) if 0 < self.index <= LETTERS else str(self.index or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A passage with its source."""

    passage: Passage
    source: Source


def anchor(article_id: str) -> str:
    """Return the name of an article's place on its story page."""
    return f"source-{article_id[-8:]}"


def outlet_page(outlet: str) -> str:
    """Return the path of an outlet's page."""
    return f"outlets/{slug(outlet, content_id('outlet', outlet))}.md"


def place(article_id: str, start: int) -> str:
    """Return the name of a place in the excerpt view of an article."""
    return f"at-{article_id[-8:]}-{start}"


def source(article: Article, index: int = 0) -> Source:
    """Return who published an article."""
    known = article.outlet is not None
    name = Field(article=article.id, name="outlet", text=article.outlet or "") if known else file_name(article)
    return Source(
        key=article.source,
        name=name,
        known=known,
        page=outlet_page(article.outlet) if article.outlet is not None else None,
        anchor=anchor(article.id),
        language=article.language,
        index=index,
    )


def file_name(article: Article) -> Field:
    """Return the name of the file an article came from, without its folders."""
    return Field(article=article.id, name="file", text=article.origin.where.rpartition("/")[2], direction="ltr")


def origin(article: Article) -> Field:
    """Return the file an article came from."""
    return Field(article=article.id, name="origin", text=article.origin.where, direction="ltr")


def title(article: Article) -> Field | None:
    """Return the title that an article has of its own."""
    if article.title is None:
        return None
    language, way = _language(article)
    return Field(article=article.id, name="title", text=article.title, language=language, direction=way)


class Desk:
    """Cuts passages out of the articles of one story, as much of each as may be shown."""

    def __init__(self, articles: Mapping[str, Article], excerpts: Excerpts) -> None:
        self._articles = articles
        self._excerpts = excerpts
        keys = list(dict.fromkeys(article.source for article in articles.values()))
        self._index = {key: index for index, key in enumerate(keys, start=1)}

    def article(self, article_id: str) -> Article:
        """Return an article of the story."""
        return self._articles[article_id]

    def holds(self, article_id: str) -> bool:
        """Return whether an article belongs to the story."""
        return article_id in self._articles

    def passage(self, evidence: Evidence, marks: Iterable[Span] = ()) -> Passage | None:
        """Return a passage with some words marked; None where the limit for its article allows no more."""
        span = self._excerpts.shown(evidence)
        if span is None or span.start >= span.end:
            return None
        article = self._articles[evidence.article_id]
        passage = cut(article, span, whole=Span(start=evidence.start, end=evidence.end), marks=marks)
        return replace(passage, place=self._place(article, span.start))

    def passages(self, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
        """Return those of several passages that may be shown."""
        found = (self.passage(one) for one in evidence)
        return tuple(passage for passage in found if passage is not None)

    def passage_around(self, evidence: Evidence, marks: Iterable[Span] = ()) -> Passage | None:
        """Return a passage, a few words within their sentence and marked in it; None where no more may be shown."""
        around = self._excerpts.in_sentence(evidence)
        if around == evidence:
            return self.passage(evidence, marks)
        own = [*marks] or [Span(start=evidence.start, end=evidence.end)]
        return self.passage(around, own) or self.passage(evidence)

    def name(self, article_id: str, span: Span | None) -> Passage | None:
        """Return a name or a phrase of attribution."""
        if span is None:
            return None
        return self.passage(Evidence(article_id=article_id, start=span.start, end=span.end))

    def source(self, article_id: str) -> Source:
        """Return who published an article of the story."""
        article = self._articles[article_id]
        return source(article, self._index[article.source])

    def place(self, evidence: Evidence) -> str:
        """Return the name of a passage's place in the excerpt view of its article."""
        return self._place(self._articles[evidence.article_id], evidence.start)

    def _place(self, article: Article, start: int) -> str:
        starts = [span.start for span in excerpt_spans(article, self._excerpts)]
        index = bisect_right(starts, start) - 1
        return place(article.id, starts[index]) if index >= 0 else anchor(article.id)

    def sources(self, article_ids: Iterable[str]) -> tuple[Source, ...]:
        """Return who published some articles, each source once, in the order given."""
        found: dict[str, Source] = {}
        for article_id in article_ids:
            one = self.source(article_id)
            found.setdefault(one.key, one)
        return tuple(found.values())


def excerpt_spans(article: Article, excerpts: Excerpts) -> tuple[Span, ...]:
    """Return the stretches of an article that its excerpt view shows: none crosses the end of a paragraph."""
    shown = (Span(start=0, end=len(article.text)),) if article.full_text else excerpts.passages(article.id)
    return tuple(part for whole in shown for part in _paragraphs(article.text, whole))


def cut(article: Article, span: Span, *, whole: Span | None = None, marks: Iterable[Span] = ()) -> Passage:
    """Return a passage of an article; `whole` is what it was cut from, `marks` are the words to point out."""
    whole = whole or span
    language, way = _language(article)
    return Passage(
        article=article.id,
        start=span.start,
        end=span.end,
        language=language,
        direction=way,
        pieces=tuple(_pieces(article.text, span, marks)),
        cut_before=span.start > whole.start,
        cut_after=span.end < whole.end,
    )


def _paragraphs(text: str, span: Span) -> Iterable[Span]:
    position = span.start
    while position < span.end:
        end = text.find("\n\n", position, span.end)
        end = span.end if end < 0 else end
        if text[position:end].strip():
            yield Span(start=position, end=end)
        position = end + 2


def _pieces(text: str, span: Span, marks: Iterable[Span]) -> Iterable[Piece]:
    position = span.start
    for mark in sorted(marks):
        start, end = max(mark.start, position), min(mark.end, span.end)
        if start >= end:
            continue
        if start > position:
            yield Piece(text=text[position:start])
        yield Piece(text=text[start:end], marked=True)
        position = end
    if position < span.end:
        yield Piece(text=text[position : span.end])


def _language(article: Article) -> tuple[str, str]:
    if article.language == UNKNOWN_LANGUAGE:
        return "und", "auto"
    return article.language, direction(article.language)
