"""Decides which passages of an article the site shows: short ones, and not too many of them.

An article's own words and the speech it quotes have a budget each, spent story by story in the order of the page.
A passage that lies inside one already shown costs nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.export import rendering_evidence
from generator.model import Analysis, Article, Difference, Digest, Evidence, Side, Span
from generator.render.settings import ExcerptSettings

NAME_LENGTH: Final = 60
"""Characters of a name or a phrase of attribution: single words cost nothing."""
BRIEF_LENGTH: Final = 240
DIFFERENCE_LENGTH: Final = 170
STATEMENT_LENGTH: Final = 110
"""Characters of a passage where the page needs no more of it than this."""
SCRAP: Final = 30
"""A passage cut to fewer characters than this says nothing and is not shown."""

_SENTENCE_END: Final = re.compile(r"[.!?…؟。！？][”\"’'»)\]]*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of one article is shown: characters of its own words, of speech it quotes, and of its whole text."""

    own: int
    quoted: int
    length: int

    @property
    def part(self) -> float:
        """The share of the text that is shown, 0 to 1."""
        return (self.own + self.quoted) / self.length if self.length else 0.0


class Excerpts:
    """The passages of one story that are shown, and as how much of each."""

    def __init__(self, members: Mapping[str, Analysis], settings: ExcerptSettings) -> None:
        self._articles = {article_id: analysis.article for article_id, analysis in members.items()}
        self._sentences = {article_id: analysis.sentences for article_id, analysis in members.items()}
        self._settings = settings
        self._shown: dict[str, list[Span]] = defaultdict(list)
        self._spent: dict[tuple[str, bool], int] = defaultdict(int)
        self._granted: dict[Evidence, Span | None] = {}

    def grant(
        self, evidence: Evidence, *, length: int | None = None, quoted: bool = False, about: Span | None = None
    ) -> Span | None:
        """Return how much of a passage is shown, and remember it; None where nothing is left of the budget.

        Args:
            evidence: the passage.
            length: the most characters to show where fewer than the longest allowed will do.
            quoted: whether it is speech that the article quotes.
            about: the words that must stay when it is cut.
        """
        known = self._granted.get(evidence)
        if known is not None:
            return known
        article = self._articles[evidence.article_id]
        most = min(self._settings.characters, length or self._settings.characters)
        span = _cut(article.text, Span(start=evidence.start, end=evidence.end), self._settings.sentences, most, about)
        cost = self._cost(article.id, span)
        left = self._left(article, quoted=quoted)
        fits = cost <= left or article.full_text
        shown = span if fits else _shorten(article.text, span, left, about)
        self._keep(evidence, shown, quoted=quoted)
        return shown

    def shown(self, evidence: Evidence) -> Span | None:
        """Return how much of a passage is shown: as granted, or all of it where it lies inside passages shown."""
        if evidence in self._granted:
            return self._granted[evidence]
        span = Span(start=evidence.start, end=evidence.end)
        is_word = span.end - span.start <= NAME_LENGTH
        covered = self._cost(evidence.article_id, span) == 0 or self._articles[evidence.article_id].full_text
        return span if is_word or covered else None

    def in_sentence(self, evidence: Evidence) -> Evidence:
        """Return the sentence around a few words, so that they can be understood; longer passages as they are."""
        if evidence.end - evidence.start > NAME_LENGTH:
            return evidence
        for sentence in self._sentences[evidence.article_id]:
            if sentence.start <= evidence.start and evidence.end <= sentence.end:
                return Evidence(article_id=evidence.article_id, start=sentence.start, end=sentence.end)
        return evidence

    def passages(self, article_id: str) -> tuple[Span, ...]:
        """Return the stretches of an article that are shown, joined where they touch, in order of the text."""
        return tuple(_joined(self._shown[article_id]))

    def share(self, article_id: str) -> Share:
        """Return how much of an article is shown."""
        length = len(self._articles[article_id].text)
        return Share(own=self._spent[article_id, False], quoted=self._spent[article_id, True], length=length)

    def _left(self, article: Article, *, quoted: bool) -> int:
        part = self._settings.quoted_share if quoted else self._settings.share
        return int(part * len(article.text)) - self._spent[article.id, quoted]

    def _cost(self, article_id: str, span: Span) -> int:
        covered = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in _joined(self._shown[article_id]))
        return span.end - span.start - covered

    def _keep(self, evidence: Evidence, span: Span | None, *, quoted: bool) -> None:
        self._granted[evidence] = span
        if span is not None:
            self._spent[evidence.article_id, quoted] += self._cost(evidence.article_id, span)
            self._shown[evidence.article_id].append(span)


def excerpts(digest: Digest, settings: ExcerptSettings) -> Excerpts:
    """Return what is shown of a story's articles, the budget spent on what the sources tell differently first."""
    members = digest.comparison.story.members
    chosen = Excerpts({member.article.id: member for member in members}, settings)
    _grant_speech(chosen, digest)
    title = digest.title
    if title is not None:
        chosen.grant(title)
    for difference in digest.differences:
        chosen.grant(difference.subject, length=DIFFERENCE_LENGTH)
        for evidence, about in _differing(difference):
            chosen.grant(chosen.in_sentence(evidence), length=DIFFERENCE_LENGTH, about=about)
    for evidence in digest.summary:
        chosen.grant(evidence, length=BRIEF_LENGTH)
    for fact in digest.facts:
        for evidence in fact.evidence[:1]:
            chosen.grant(evidence, length=STATEMENT_LENGTH)
    for moment in digest.comparison.timeline:
        about = Span(start=moment.stated.start, end=moment.stated.end)
        chosen.grant(moment.evidence, length=STATEMENT_LENGTH, about=about)
    return chosen


def _grant_speech(chosen: Excerpts, digest: Digest) -> None:
    for utterance in (*digest.utterances, *digest.comparison.utterances):
        for rendering in utterance.renderings:
            for evidence in rendering_evidence(rendering):
                chosen.grant(evidence, quoted=rendering.quote.kind != "indirect")


def _differing(difference: Difference) -> Iterator[tuple[Evidence, Span | None]]:
    for side in difference.sides:
        for evidence in side.evidence:
            yield evidence, value_in(side, evidence) or Span(start=evidence.start, end=evidence.end)


def value_in(side: Side, evidence: Evidence) -> Span | None:
    """Return where the words that make the difference stand inside a passage of that side, or None."""
    value = side.value
    if value is None or value.article_id != evidence.article_id:
        return None
    inside = evidence.start <= value.start and value.end <= evidence.end
    return Span(start=value.start, end=value.end) if inside else None


def _cut(text: str, span: Span, sentences: int, length: int, about: Span | None) -> Span:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, span.start, span.end)]
    end = ends[sentences - 1] if len(ends) >= sentences else span.end
    end = max(end, about.end) if about else end
    whole = _trimmed(text, Span(start=span.start, end=end))
    return whole if whole.end - whole.start <= length else _window(text, whole, length, about)


def _shorten(text: str, span: Span, length: int, about: Span | None) -> Span | None:
    needed = max(SCRAP, 0 if about is None else about.end - about.start)
    return _window(text, span, length, about) if length >= needed else None


def _window(text: str, span: Span, length: int, about: Span | None) -> Span:
    """Return at most `length` characters of a span, whole words, around `about` or from its beginning."""
    start = span.start
    if about is not None and about.end - span.start > length:
        start = _word_start(text, max(span.start, about.start - (length - (about.end - about.start)) // 2), span.end)
    end = min(span.end, start + length)
    if end < span.end:
        space = text.rfind(" ", start, end + 1)
        end = space if space > start else end
    return _trimmed(text, Span(start=start, end=end))


def _word_start(text: str, position: int, limit: int) -> int:
    if position == 0 or text[position - 1].isspace():
        return position
    space = text.find(" ", position, limit)
    return position if space < 0 else space + 1


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in sorted(spans):
        if current is not None and span.start <= current.end:
            current = Span(start=current.start, end=max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current
