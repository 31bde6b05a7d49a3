"""Stories whose time has passed: they keep their articles, and only a late article may still join one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

import numpy as np

from generator.group.register import Register
from generator.group.settings import GroupingSettings
from generator.group.similarity import Collection, Pairs
from generator.model import Analysis


def settled_stories(analyses: Iterable[Analysis], register: Register, settings: GroupingSettings) -> Mapping[str, str]:
    """The story id of each article that is in a settled story.

    A story is settled when its last day lies `settled_after_days` before the newest day known. Stories that an editor
    put together, and stories without any date, are never settled.
    """
    present = {analysis.article.id for analysis in analyses}
    days = [entry.day for entry in register.entries if entry.day is not None]
    if not days:
        return {}
    horizon = max(days) - timedelta(days=settings.settled_after_days)
    last: dict[str, list[bool]] = defaultdict(list)
    for entry in register.entries:
        if entry.day is not None:
            last[entry.story_id].append(entry.day < horizon and not entry.decided)
    settled = {story_id for story_id, passed in last.items() if all(passed)}
    settled -= {entry.story_id for entry in register.entries if entry.decided}
    return {e.article_id: e.story_id for e in register.entries if e.article_id in present and e.story_id in settled}


def joining(articles: Collection, pairs: Pairs, settled: Mapping[str, str], *, needed: float) -> Mapping[int, str]:
    """The settled story that each late row joins: the one to which its mean score is best, if that reaches `needed`."""
    story = [settled.get(article) for article in articles.ids]
    sizes: dict[str, int] = defaultdict(int)
    for story_id in story:
        if story_id is not None:
            sizes[story_id] += 1
    sums: dict[tuple[int, str], float] = defaultdict(float)
    one_settled = np.array([s is not None for s in story], dtype=bool)
    for index in np.flatnonzero(one_settled[pairs.left] != one_settled[pairs.right]):
        left, right = int(pairs.left[index]), int(pairs.right[index])
        late, old = (left, right) if story[left] is None else (right, left)
        sums[late, story[old] or ""] += float(pairs.scores[index])
    return _best({key: total / sizes[key[1]] for key, total in sums.items()}, needed)


def _best(means: Mapping[tuple[int, str], float], needed: float) -> Mapping[int, str]:
    best: dict[int, tuple[float, str]] = {}
    for (row, story_id), mean in sorted(means.items()):
        if mean >= needed and mean > best.get(row, (0.0, ""))[0]:
            best[row] = (mean, story_id)
    return {row: story_id for row, (_, story_id) in best.items()}


def members(rows: Sequence[str], settled: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The articles of each settled story among the given ones, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    for article in rows:
        if article in settled:
            found[settled[article]].append(article)
    return {story_id: tuple(articles) for story_id, articles in found.items()}
