"""Articles that almost belong to a story, and why they do not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

import numpy as np

from generator.group.settings import GroupingSettings
from generator.group.within import Near, needed
from generator.model import Analysis, NearMiss, Story

EDITOR: Final = "an editor decided otherwise"
DAYS: Final = "too many days apart"
ONE_NEIGHBOUR: Final = "near to one article, not to the story as a whole"
LOOKALIKE: Final = "like it in kind, but the names and figures that matter differ"
TOO_LITTLE: Final = "too little in common"
_KEPT = 5
_DAY = 86_400


def near_misses(
    stories: Iterable[Story],
    near: Iterable[Near],
    analyses: Mapping[str, Analysis],
    settings: GroupingSettings,
    *,
    of: AbstractSet[str] | None = None,
) -> Mapping[str, tuple[NearMiss, ...]]:
    """The nearest articles outside each story, by story id, nearest first, at most five; copies are left out.

    With `of`, only for the stories of these ids.
    """
    by_id = {story.id: story for story in stories}
    story_of = {member.article.id: story.id for story in by_id.values() for member in story.members}
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for pairs in near:
        for article, there, score in _outside(pairs, story_of, of):
            scores[there, article].append(score)
    found: dict[str, list[NearMiss]] = defaultdict(list)
    for (story_id, article), reached in scores.items():
        found[story_id].append(_miss(by_id[story_id], analyses[article], reached, settings))
    return {
        story_id: tuple(sorted(misses, key=lambda miss: (-miss.score, miss.article_id))[:_KEPT])
        for story_id, misses in found.items()
    }


def _outside(near: Near, story_of: Mapping[str, str], of: AbstractSet[str] | None) -> Iterator[tuple[str, str, float]]:
    """Each article that came near to one of another story, that story, and how near."""
    stories = sorted(set(story_of.values()))
    number = {story_id: place for place, story_id in enumerate(stories)}
    home = np.array([number.get(story_of.get(article, ""), -1) for article in near.ids], dtype=np.int64)
    asked = np.array([of is None or story_id in of for story_id in stories], dtype=np.bool_)
    for article, other in ((near.left, near.right), (near.right, near.left)):
        apart = (home[article] != home[other]) & (home[article] >= 0) & (home[other] >= 0)
        apart &= asked[home[other]]
        for one, there, score in zip(article[apart], home[other[apart]], near.scores[apart], strict=True):
            yield near.ids[one], stories[there], float(score)


def _miss(story: Story, outside: Analysis, reached: list[float], settings: GroupingSettings) -> NearMiss:
    """One near miss; its score is the mean over the story's articles of its language."""
    same = sum(member.article.language == outside.article.language for member in story.members)
    mean = sum(reached) / max(same, len(reached))
    why = _why(story, outside, (mean, max(reached)), settings)
    return NearMiss(article_id=outside.article.id, score=round(mean, 3), needed=round(needed(settings), 3), why=why)


def _why(story: Story, outside: Analysis, reached: tuple[float, float], settings: GroupingSettings) -> str:
    """The fixed phrase for a mean score and the best one."""
    mean, best = reached
    if {"merge", "split", "move"} & set(story.editor):
        return EDITOR
    if mean >= needed(settings):
        return LOOKALIKE
    if best >= needed(settings):
        return ONE_NEIGHBOUR
    return DAYS if _days_apart(story, outside) > settings.decay_days else TOO_LITTLE


def _days_apart(story: Story, outside: Analysis) -> float:
    """Days between an article and the nearest of the story; 0 where dates are unknown."""
    published = outside.article.published
    times = [m.article.published for m in story.members if m.article.published]
    if published is None or not times:
        return 0.0
    return min(abs((published - time).total_seconds()) for time in times) / _DAY
