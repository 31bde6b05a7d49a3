"""Articles that almost belong to a story, and why they do not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

import numpy as np

from generator.group.cluster import Indices, ranks
from generator.group.settings import GroupingSettings
from generator.group.within import Near
from generator.model import Analysis, NearMiss, Story

EDITOR: Final = "an editor decided otherwise"
DAYS: Final = "too many days apart"
ONE_NEIGHBOUR: Final = "near to one article, not to the story as a whole"
LOOKALIKE: Final = "like it in kind, but each of the two stories is much more alike in itself"
TOO_LITTLE: Final = "too little in common"
_KEPT = 5
_DAY = 86_400


def near_misses(
    stories: Mapping[str, Story],
    story_of: Mapping[str, str],
    near: Iterable[Near],
    analyses: Mapping[str, Analysis],
    settings: GroupingSettings,
    *,
    of: Iterable[Story] | None = None,
) -> Mapping[str, tuple[NearMiss, ...]]:
    """The nearest articles outside each story, by story id, nearest first, at most five; copies are left out.

    `stories` and `analyses` are by id, `story_of` is the story of each article. With `of`, only for these stories.
    """
    asked = None if of is None else {story.id for story in of}
    if asked is not None:
        articles = {member.article.id for story_id in asked for member in stories[story_id].members}
        near = [pairs.touching(articles) for pairs in near]
    found: dict[str, list[NearMiss]] = defaultdict(list)
    for pairs in near:
        for there, article, mean, best in _outside(pairs, story_of, asked):
            why = _why(stories[there], analyses[article], (mean, best), settings)
            found[there].append(NearMiss(article_id=article, score=round(mean, 3), needed=settings.threshold, why=why))
    return {
        story_id: tuple(sorted(misses, key=lambda miss: (-miss.score, miss.article_id))[:_KEPT])
        for story_id, misses in found.items()
    }


def _outside(
    near: Near, story_of: Mapping[str, str], of: AbstractSet[str] | None
) -> Iterator[tuple[str, str, float, float]]:
    """For each story the articles outside that came nearest: story, article, mean over its articles, best score."""
    stories = sorted({story_of[article] for article in near.ids if article in story_of})
    number = {story_id: place for place, story_id in enumerate(stories)}
    home: Indices = np.array([number.get(story_of.get(article, ""), -1) for article in near.ids], dtype=np.int64)
    asked = np.array([of is None or story_id in of for story_id in stories], dtype=np.bool_)
    outside = np.concatenate([near.left, near.right])
    there = np.concatenate([home[near.right], home[near.left]])
    scores = np.concatenate([near.scores, near.scores])
    apart = (home[outside] != there) & (home[outside] >= 0) & (there >= 0)
    apart[apart] = asked[there[apart]]
    pairs, place = np.unique(there[apart] * len(near.ids) + outside[apart], return_inverse=True)
    story, article = pairs // max(len(near.ids), 1), pairs % max(len(near.ids), 1)
    best = np.zeros(len(pairs))
    np.maximum.at(best, place, scores[apart])
    mean = np.bincount(place, weights=scores[apart], minlength=len(pairs)) / np.bincount(home[home >= 0])[story]
    by_name = np.argsort(np.argsort(np.array(near.ids)))
    order = np.lexsort((by_name[article], -mean.round(3), story))
    for at in order[ranks(story[order]) < _KEPT]:
        yield stories[story[at]], near.ids[article[at]], float(mean[at]), float(best[at])


def _why(story: Story, outside: Analysis, reached: tuple[float, float], settings: GroupingSettings) -> str:
    """The fixed phrase for a mean score and the best one."""
    mean, best = reached
    if {"merge", "split", "move"} & set(story.editor):
        return EDITOR
    if mean >= settings.threshold:
        return LOOKALIKE
    if best >= settings.threshold:
        return ONE_NEIGHBOUR
    return DAYS if _days_apart(story, outside) > settings.decay_days else TOO_LITTLE


def _days_apart(story: Story, outside: Analysis) -> float:
    """Days between an article and the nearest of the story; 0 where dates are unknown."""
    published = outside.article.published
    times = [m.article.published for m in story.members if m.article.published]
    if published is None or not times:
        return 0.0
    return min(abs((published - time).total_seconds()) for time in times) / _DAY
