"""The sentences of a story, read for comparison: words, names, figures, who speaks, what is quoted."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.compare.lexis import Lexis, hits, lexis, written
from generator.compare.senses import concepts, keys
from generator.language.codes import primary
from generator.language.words import words
from generator.model import Analysis, Article, Entity, Evidence, Span, Story


class Token(NamedTuple):
    """A word of a statement. `term` is what it is compared by: the entity it names, a figure, or its key."""

    start: int
    end: int
    term: str
    keys: frozenset[str]
    concepts: Mapping[str, float]
    forms: tuple[str, ...]
    stop: bool
    number: bool
    quoted: bool
    named: bool
    place: bool
    """It names a place."""
    breaks: bool
    """A mark that ends a clause stands between the word before and this one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Statement:
    """One sentence, or a heading, of one article.

    `number` counts through the story; `position` says how far into the article it stands, 0 to 1, and
    `order` how many statements stand before it there. `attributed` is
    true where somebody is said to have said it.
    """

    number: int
    article: Article
    start: int
    end: int
    order: int
    position: float
    tokens: tuple[Token, ...]
    attributed: bool
    heading: bool = False

    @property
    def source(self) -> str:
        """The outlet, or what stands for an unknown one."""
        return self.article.source

    @property
    def language(self) -> str:
        """The main language of its article."""
        return primary(self.article.language)

    @property
    def lexis(self) -> Lexis:
        """The closed lists of its language."""
        return lexis(self.article.language)

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.article.text[self.start : self.end].rstrip("”\"’»' ").endswith(("?", "؟", "？"))

    @property
    def evidence(self) -> Evidence:
        """The whole statement as a passage."""
        return Evidence(article_id=self.article.id, start=self.start, end=self.end)

    def passage(self, first: int, last: int) -> Evidence:
        """The words from the `first` to before the `last` as a passage."""
        return Evidence(article_id=self.article.id, start=self.tokens[first].start, end=self.tokens[last - 1].end)

    def forms(self) -> list[tuple[str, ...]]:
        """What each word may be matched by in a list."""
        return [token.forms for token in self.tokens]

    def content(self) -> Iterator[int]:
        """The indices of its content words."""
        return (index for index, token in enumerate(self.tokens) if not token.stop)


def statements(story: Story, entities: Sequence[Entity]) -> tuple[Statement, ...]:
    """Every sentence and heading of the story's articles in order; repeated ones of one article once, copies never."""
    found: list[Statement] = []
    names = _names(entities)
    places = frozenset(f"@{entity.id}" for entity in entities if entity.label == "LOC")
    for analysis in story.members:
        if analysis.article.copy_of is None:
            found.extend(_of_article(analysis, Names(names.get(analysis.article.id, []), places), len(found)))
    return tuple(found)


class Names(NamedTuple):
    """Where names stand in an article, in order, with the term of each; and which terms are places."""

    spans: Sequence[tuple[int, int, str]]
    places: frozenset[str]


def _names(entities: Sequence[Entity]) -> Mapping[str, list[tuple[int, int, str]]]:
    """The places of every entity by article, in order."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entity in entities:
        if not entity.named and len({mention.article_id for mention in entity.mentions}) == 1:
            continue  # A description in one article is compared by its words.
        for mention in entity.mentions:
            found.setdefault(mention.article_id, []).append((mention.start, mention.end, entity.id))
    return {article: sorted(places) for article, places in found.items()}


def _of_article(analysis: Analysis, names: "Names", first: int) -> list[Statement]:
    article = analysis.article
    quoted = _quoted(analysis)
    seen: dict[str, int] = {}
    for span in (*analysis.sentences, *article.headings):
        text = article.text[span.start : span.end]
        seen[text] = seen.get(text, 0) + 1
    found: list[Statement] = []
    headings = set(article.headings)
    for span in sorted((*analysis.sentences, *article.headings), key=lambda span: (span.start, span.end)):
        if seen[article.text[span.start : span.end]] > 1:
            continue  # A caption or a call to action that stands twice is furniture.
        tokens = _tokens(article, span, names, quoted)
        if tokens:
            found.append(
                Statement(
                    number=first + len(found),
                    article=article,
                    start=span.start,
                    end=span.end,
                    order=len(found),
                    position=span.start / max(len(article.text), 1),
                    tokens=tokens,
                    attributed=_attributed(analysis, span, tokens),
                    heading=span in headings,
                )
            )
    return found


def _quoted(analysis: Analysis) -> list[tuple[int, int]]:
    """Stretches in quotation marks, in order."""
    return sorted(
        (span.start, span.end) for quote in analysis.quotes if quote.kind != "indirect" for span in quote.spans
    )


def _attributed(analysis: Analysis, span: Span, tokens: Sequence[Token]) -> bool:
    said = any(part.start < span.end and span.start < part.end for quote in analysis.quotes for part in quote.spans)
    return said or any(hits(lexis(analysis.article.language).attribution, [token.forms for token in tokens]))


def _tokens(article: Article, span: Span, names: "Names", quoted: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    text = article.text[span.start : span.end]
    code = primary(article.language)
    found: list[Token] = []
    end = 0
    for word in words(text, article.language):
        start = span.start + word.start
        named = _entity_at(names.spans, _named(names.spans, start, span.start + word.end, code))
        term = named or (f"#{word.key}" if word.number else f"{code}:{word.key}")
        found.append(
            Token(
                start=start,
                end=span.start + word.end,
                term=term,
                keys=frozenset((term,)) if named or word.number else keys(word, code),
                concepts={term: 1.0} if named or word.number else {} if word.stop else concepts(word, code),
                forms=written(text[word.start : word.end], article.language),
                stop=word.stop and named is None,
                number=word.number,
                quoted=_covering(quoted, start, span.start + word.end) is not None,
                named=named is not None,
                place=named in names.places,
                breaks=any(mark in _CLAUSE_MARKS for mark in text[end : word.start]),
            )
        )
        end = word.end
    return tuple(found)


def _named(spans: Sequence[tuple[int, int, str]], start: int, end: int, code: str) -> int | None:
    """The index of the name that a word is part of, with what Arabic or Hebrew writes together with it."""
    steps = range(_ATTACHED + 1) if code in _WITH_CLITICS else (0,)
    return next((found for step in steps if (found := _covering(spans, start + step, end)) is not None), None)


_WITH_CLITICS = frozenset({"ar", "he"})
_ATTACHED = 3
"""Letters that small words before a name may have."""
_CLAUSE_MARKS = frozenset(",;:—()،؛.!?؟…")


def _covering(places: Sequence[tuple[int, int] | tuple[int, int, str]], start: int, end: int) -> int | None:
    """The index of the place that a stretch lies in; places may touch but the last one that begins before counts."""
    index = bisect_right(places, start, key=lambda place: place[0]) - 1
    for candidate in (index, index - 1):
        if candidate >= 0 and places[candidate][0] <= start and end <= places[candidate][1]:
            return candidate
    return None


def _entity_at(names: Sequence[tuple[int, int, str]], index: int | None) -> str | None:
    return None if index is None else f"@{names[index][2]}"
