"""What a run leaves for the next one in the same process, so that a hundred new articles cost what they are.

With it a run compares the new articles with those of their time window, takes up again the stories that they come
near, and leaves all others as they are. Without it everything is grouped anew.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from generator.group.background import weight
from generator.group.overrides import Overrides
from generator.group.settings import GroupingSettings
from generator.group.similarity import Collection, collection
from generator.group.sketch import Sketch, Vocabulary, day, sketch
from generator.group.surroundings import Likenesses, Surroundings, alone, surroundings
from generator.group.within import Near
from generator.model import Analysis, Grouping

_Terms = tuple[GroupingSettings, Overrides, datetime | None]


@dataclass(frozen=True, slots=True)
class Made:
    """What a run made: the grouping, every pair that came near in it, and the story of each article."""

    grouping: Grouping
    near: Sequence[Near]
    story_of: Mapping[str, str]


class Memory:
    """Sketches and surroundings by article, and what the last run made."""

    def __init__(self) -> None:
        self._vocabularies: dict[str, Vocabulary] = {}
        self._sketches: dict[str, Sketch] = {}
        self._likenesses: dict[str, Likenesses] = {}
        self._terms: _Terms | None = None
        self.made = Made(Grouping(stories=()), (), {})

    def sketched(self, analyses: Sequence[Analysis], language: str, *, latest: datetime | None) -> Collection:
        """The articles of one language as the comparison sees them."""
        if language not in self._vocabularies:
            self._vocabularies[language] = Vocabulary(weight(language))
        vocabulary = self._vocabularies[language]
        found = []
        for analysis in analyses:
            article = analysis.article
            if article.id not in self._sketches:
                self._sketches[article.id] = sketch(analysis, vocabulary, latest=latest)
            found.append(self._sketches[article.id])
        return collection(found, vocabulary.weights())

    def keep(self, made: Made, terms: _Terms) -> None:
        """Remember a run: what came out, and what it was told."""
        self.made, self._terms = made, terms

    def remember(self, articles: Sequence[str], around: Surroundings) -> None:
        """Remember what surrounds the articles, one for each row."""
        self._likenesses.update(zip(articles, around.likenesses, strict=True))

    def surroundings(self, articles: Sequence[str]) -> Surroundings:
        """What surrounds the articles, one row for each; nothing, where nothing is known."""
        (nothing,) = alone(1).likenesses
        rows = [self._likenesses.get(article, nothing) for article in articles]
        return surroundings(np.stack(rows)) if rows else alone(0)

    def fits(self, given: Mapping[str, Analysis], terms: _Terms) -> bool:
        """Whether the last run can be continued: same settings, no editor's hand, nothing taken away or changed."""
        if self._terms != terms or terms[1] != Overrides():
            return False
        return all(given.get(m.article.id) is m for story in self.made.grouping.stories for m in story.members)

    def near_besides(self, articles: AbstractSet[str]) -> list[Near]:
        """The pairs of the last run that are not both among the articles given."""
        found = []
        for pairs in self.made.near:
            given = np.array([article in articles for article in pairs.ids], dtype=np.bool_)
            rest = pairs.only(~(given[pairs.left] & given[pairs.right]))
            found += [rest] if len(rest.left) else []
        return found

    def around(self, new: Sequence[Analysis], *, window: float) -> list[Analysis]:
        """The known articles of the time window of any new one; all, where a new one has no day."""
        days = [self._day(analysis) for analysis in new]
        if any(day is None for day in days):
            return [member for story in self.made.grouping.stories for member in story.members]
        known = sorted(day for day in days if day is not None)
        first, last = known[0] - window, known[-1] + window
        return [
            member
            for story in self.made.grouping.stories
            for member in story.members
            if (day := self._day(member)) is None or first <= day <= last
        ]

    def _day(self, analysis: Analysis) -> float | None:
        return day(analysis.article.published, latest=self._terms[2] if self._terms else None)
