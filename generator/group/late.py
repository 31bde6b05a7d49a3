"""Late articles in another language: a settled story is closed to regrouping, but what tells of it still joins it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from generator.group.crosslingual import Across, mean_day
from generator.group.identity import Group, in_order
from generator.group.settings import GroupingSettings
from generator.language.codes import primary
from generator.model import Analysis


def settled_groups(groups: Iterable[Group], settled: Mapping[str, str]) -> list[Group]:
    """The settled stories, whole, from their parts in each language; `settled` is the story of each article.

    An article that has just joined one goes with the others of its group.
    """
    found: dict[str, list[Analysis]] = defaultdict(list)
    for group in groups:
        stories = [settled[a.article.id] for a in group if a.article.id in settled]
        if stories:
            found[stories[0]] += group
    return [in_order(members) for _, members in sorted(found.items())]


def joined(free: Sequence[Group], fixed: Sequence[Group], settings: GroupingSettings) -> list[Group]:
    """All groups, those of `free` that tell of a settled story in a language it does not have put to that story."""
    late, near = _in_window(free, fixed, settings)
    homes = _homes([free[i] for i in late], [fixed[j] for j in near], settings) if late else {}
    home = {late[i]: near[j] for i, j in homes.items()}
    members = [list(group) for group in fixed]
    for index, place in home.items():
        members[place] += free[index]
    left = [group for index, group in enumerate(free) if index not in home]
    return left + [in_order(group) for group in members]


def _in_window(
    free: Sequence[Group], fixed: Sequence[Group], settings: GroupingSettings
) -> tuple[list[int], list[int]]:
    """The free groups with a settled one in their window, and those settled ones."""
    days = np.array([mean_day(group) for group in fixed])
    order = np.argsort(days, kind="stable")
    late: list[int] = []
    near: set[int] = set()
    for index, group in enumerate(free):
        day = mean_day(group)
        first, last = np.searchsorted(days[order], (day - settings.window_days, day + settings.window_days))
        if last > first and not np.isnan(day):
            late.append(index)
            near.update(order[first:last].tolist())
    return late, sorted(near)


def _homes(late: Sequence[Group], fixed: Sequence[Group], settings: GroupingSettings) -> Mapping[int, int]:
    """For each late group the settled one it tells of, if any: the likeliest without an article in its languages."""
    stories = [*late, *fixed]
    parts = [part for group in stories for part in _by_language(group)]
    if len({_languages(part) for part in parts}) == 1:
        return {}
    story_of = {a.article.id: number for number, group in enumerate(stories) for a in group}
    space = Across(parts, settings)
    found = space.nodes(parts, story_of)
    pairs = space.standing_out(found).tocoo()
    story = np.array([story_of[group[0].article.id] for group in found.groups])
    best: dict[int, tuple[float, int]] = {}
    for one, other, likely in zip(story[pairs.coords[0]], story[pairs.coords[1]], pairs.data, strict=True):
        foreign = one < len(late) <= other and not _languages(stories[one]) & _languages(stories[other])
        if foreign and likely >= settings.across_threshold:
            best[int(one)] = max(best.get(int(one), (0.0, 0)), (float(likely), int(other) - len(late)))
    return {index: place for index, (_, place) in best.items()}


def _by_language(group: Group) -> list[Group]:
    found: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in group:
        found[primary(analysis.article.language)].append(analysis)
    return [tuple(members) for _, members in sorted(found.items())]


def _languages(group: Group) -> frozenset[str]:
    return frozenset(primary(analysis.article.language) for analysis in group)
