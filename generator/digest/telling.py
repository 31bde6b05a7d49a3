"""The sentences of a story that a brief is made of: how many sources each has, and how alike they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

import numpy as np
from numpy.typing import NDArray

from generator.language.codes import primary
from generator.language.profiles import profile
from generator.language.similarity import similarities
from generator.language.words import words
from generator.model import Analysis, Article, Comparison, Evidence

_MOST = 120
"""Sentences of a story that are looked at, the earliest of each article first."""
_SHARED = 20
"""Shared facts whose passages are looked at wherever they stand."""
_SAME, _SAME_ACROSS = 0.42, 0.3
"""Likeness from which a sentence says what another does, within a language and between two."""
_FAINT = 0.12
_NAMES = 2
"""Names that two leads in different languages share, and how alike they are, if they are one; more names do alone."""
_LEAD = 2
"""Sentences at an article's beginning that are its lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, the sources that report it (its own among them), and which fact it belongs to."""

    number: int
    passage: Evidence
    article: Article
    order: int
    """How many sentences stand before it in its article."""
    position: float
    """How far into its article it stands, 0 to 1."""
    sources: frozenset[str]
    facts: frozenset[str]
    content: frozenset[str]
    weight: float
    """The largest weight of its facts, 0 without one."""
    entities: Mapping[str, float]
    """What it names that several sources name, each with the share of the sources that do."""

    @property
    def names(self) -> float:
        """The shares of the sources that name what it names, summed."""
        return sum(self.entities.values())

    @property
    def lead(self) -> bool:
        """Whether it stands at its article's beginning, where news says what happened."""
        return self.order < _LEAD

    @property
    def length(self) -> int:
        """How many words that tell something it has."""
        return len(self.content)

    @property
    def figures(self) -> frozenset[str]:
        """The words in it that are figures."""
        return frozenset(word for word in self.content if word[:1].isdigit())

    def across(self, other: "Sentence") -> bool:
        """Whether another one is in another language."""
        return primary(self.article.language) != primary(other.article.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The sentences of a story, and a matrix of how alike they are, 0 to 1."""

    sentences: tuple[Sentence, ...]
    likeness: NDArray[np.float64]

    def same(self, one: Sentence, other: Sentence) -> bool:
        """Whether two sentences state the same: one fact, or alike by concepts, names and figures."""
        return bool(one.facts & other.facts) or self.likeness[one.number, other.number] >= _needed(one, other)

    def repeated(self, one: Sentence, other: Sentence) -> float:
        """How much of one sentence the other says, from 0; 1 and more is the same again."""
        if self.one_statement(one, other):
            return 1.0
        return float(self.likeness[one.number, other.number]) / _needed(one, other)

    def one_statement(self, one: Sentence, other: Sentence) -> bool:
        """Whether they are one fact, or one lead in two languages."""
        return bool(one.facts & other.facts) or self._one_lead(one, other)

    def _one_lead(self, one: Sentence, other: Sentence) -> bool:
        """Whether they are leads in two languages with one content: by a third sentence, or by most of their names."""
        if not (one.lead and other.lead and one.across(other)):
            return False
        few, many = sorted((one.entities, other.entities), key=len)
        named = len(few.keys() & many.keys())
        faint = self.likeness[one.number, other.number] >= _FAINT
        if (faint and named >= _NAMES and 2 * named >= len(few)) or (named > _NAMES and 4 * named >= 3 * len(few)):
            return True
        return min(one.order, other.order) == 0 and any(
            self.same(one, third) and self.same(other, third) for third in self.sentences if third.lead
        )


def telling(comparison: Comparison) -> Telling:
    """The sentences of a story with what they share; of copies of an article none, if there is the original."""
    articles = {member.article.id: member.article for member in comparison.story.members}
    passages = list(dict.fromkeys(chain(_early(comparison), _shared(comparison))))[: 2 * _MOST]
    likeness = _likeness(passages, comparison, articles)
    sentences = _sentences(passages, comparison, articles)
    first = Telling(sentences=sentences, likeness=likeness)
    return Telling(sentences=tuple(_borne_out(one, first) for one in sentences), likeness=likeness)


def _early(comparison: Comparison) -> list[Evidence]:
    """Sentences in turn from each article, from its beginning."""
    members = [member for member in comparison.story.members if member.article.copy_of is None]
    rows = zip_longest(*(_passages(member, comparison) for member in members or comparison.story.members))
    return list(islice((passage for row in rows for passage in row if passage is not None), _MOST))


def _passages(member: Analysis, comparison: Comparison) -> Iterator[Evidence]:
    """The article's sentences; where the comparison has bounded a statement otherwise, that."""
    stated = [one for fact in comparison.facts for one in fact.evidence if one.article_id == member.article.id]
    for sentence in sorted(member.sentences):
        within = [one for one in stated if one.start < sentence.end and sentence.start < one.end]
        yield min(within, default=Evidence(article_id=member.article.id, start=sentence.start, end=sentence.end))


def _shared(comparison: Comparison) -> Iterator[Evidence]:
    shared = sorted((fact for fact in comparison.facts if fact.status != "one"), key=lambda one: (-one.weight, one.id))
    return chain.from_iterable(fact.evidence for fact in shared[:_SHARED])


def _likeness(
    passages: Sequence[Evidence], comparison: Comparison, articles: Mapping[str, Article]
) -> NDArray[np.float64]:
    named = {member.article.id: member.mentions for member in comparison.story.members}
    profiles = []
    for passage in passages:
        article = articles[passage.article_id]
        names = [
            article.text[name.start : name.end]
            for name in named[passage.article_id]
            if passage.start <= name.start < passage.end
        ]
        profiles.append(profile(article.text[passage.start : passage.end], article.language, names))
    if not profiles:
        return np.zeros((0, 0))
    return np.round(similarities(profiles, profiles), 4)


def _sentences(
    passages: Sequence[Evidence], comparison: Comparison, articles: Mapping[str, Article]
) -> tuple[Sentence, ...]:
    starts = {
        member.article.id: [sentence.start for sentence in sorted(member.sentences)]
        for member in comparison.story.members
    }
    names = _names(comparison, articles)
    found = []
    for number, passage in enumerate(passages):
        article = articles[passage.article_id]
        facts = [fact for fact in comparison.facts if passage in fact.evidence]
        found.append(
            Sentence(
                number=number,
                passage=passage,
                article=article,
                order=sum(1 for start in starts[article.id] if start < passage.start),
                position=passage.start / max(len(article.text), 1),
                sources=frozenset({article.source}).union(
                    articles[one.article_id].source for fact in facts for one in fact.evidence
                ),
                facts=frozenset(fact.id for fact in facts),
                content=_content(passage, article),
                weight=max((fact.weight for fact in facts), default=0.0),
                entities={entity: share for entity, where, share in names if _within(where, passage)},
            )
        )
    return tuple(found)


def _within(where: Evidence, passage: Evidence) -> bool:
    return where.article_id == passage.article_id and passage.start <= where.start < passage.end


def _names(comparison: Comparison, articles: Mapping[str, Article]) -> list[tuple[str, Evidence, float]]:
    """Each mention of an entity that several sources name, with the share of the sources that do."""
    every = {article.source for article in articles.values()}
    found: list[tuple[str, Evidence, float]] = []
    for entity in comparison.entities:
        naming = {articles[one.article_id].source for one in entity.mentions}
        if len(naming) > 1:
            found.extend((entity.id, one, len(naming) / len(every)) for one in entity.mentions)
    return found


def _content(passage: Evidence, article: Article) -> frozenset[str]:
    text = article.text[passage.start : passage.end]
    return frozenset(word.key for word in words(text, article.language) if not word.stop)


def _borne_out(one: Sentence, story: Telling) -> Sentence:
    """The same with the sources whose sentences say the same."""
    row = story.likeness[one.number]
    near = [story.sentences[int(number)] for number in np.flatnonzero(row >= _SAME_ACROSS)]
    alike = [other for other in near if row[other.number] >= _needed(one, other)]
    return replace(one, sources=one.sources.union(*(other.sources for other in alike)))


def _needed(one: Sentence, other: Sentence) -> float:
    return _SAME_ACROSS if one.across(other) else _SAME
