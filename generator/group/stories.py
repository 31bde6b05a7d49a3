"""The whole stage: from analyses to stories with ids, addresses and reasons."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

import numpy as np

from generator.dates import MAX_AHEAD
from generator.group.background import weight
from generator.group.copies import originals, with_copies
from generator.group.crosslingual import across
from generator.group.decisions import Decided, decide, undecided
from generator.group.doubts import doubts
from generator.group.identity import Group, addresses, continued, identities, in_order, redirects, registered, revised
from generator.group.late import joined, settled_groups
from generator.group.memory import Made, Memory
from generator.group.misses import near_misses
from generator.group.overrides import Overrides
from generator.group.reasons import reasons
from generator.group.register import Register
from generator.group.settings import GroupingSettings
from generator.group.settled import settled_stories
from generator.group.surroundings import Surroundings
from generator.group.within import Near, neighbours, sketched, within
from generator.language.codes import primary
from generator.model import Analysis, Grouping, Story

_NONE: Mapping[str, Story] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run is told, and what it remembers."""

    settings: GroupingSettings
    register: Register
    overrides: Overrides
    latest: datetime | None
    memory: Memory | None
    articles: Mapping[str, Analysis]
    """All articles of the run by their ids."""


def group(
    analyses: Iterable[Analysis],
    *,
    settings: GroupingSettings | None = None,
    register: Register | None = None,
    overrides: Overrides | None = None,
    now: datetime | None = None,
    memory: Memory | None = None,
) -> Grouping:
    """The stories that the analyses make, sorted by id; the order of the analyses does not matter.

    Args:
        analyses: every article once; repeated ids count once.
        settings: how near articles must be; the defaults are the ones that are measured.
        register: ids, addresses and settled stories of earlier runs.
        overrides: what editors decided.
        now: later dates are read as unknown; None believes every date.
        memory: what the last run of this process left; this run continues it where only articles were added, and
            leaves its own result there.
    """
    ordered = in_order(analyses)
    run = _Run(
        settings=settings or GroupingSettings(),
        register=revised(register or Register(), (analysis.article for analysis in ordered)),
        overrides=overrides or Overrides(),
        latest=now + MAX_AHEAD if now else None,
        memory=memory,
        articles={analysis.article.id: analysis for analysis in ordered},
    )
    if memory is None:
        return _anew(ordered, run).grouping
    terms = (run.settings, run.overrides, run.latest)
    made = _continued(ordered, run, memory) if memory.fits(run.articles, terms) else _anew(ordered, run)
    memory.keep(made, terms)
    return made.grouping


def _anew(ordered: Sequence[Analysis], run: _Run) -> Made:
    """All stories."""
    groups, near = _found(ordered, run)
    decided = _decided(groups, run.overrides, run.register)
    stories, moved = _named(decided, run.register)
    story_of = _homes(stories)
    misses = near_misses({story.id: story for story in stories}, story_of, near, run.articles, run.settings)
    grouping = Grouping(
        stories=tuple(replace(story, near_misses=misses.get(story.id, ())) for story in stories),
        redirects=redirects({story.id: story.slug for story in stories}, moved, run.register),
        stale=decided.stale,
        doubts=doubts(ordered, latest=run.latest),
    )
    return Made(grouping, near, story_of)


def _continued(ordered: Sequence[Analysis], run: _Run, memory: Memory) -> Made:
    """The last run's stories with the new articles: those that a new one comes near are made anew."""
    last = memory.made.grouping
    new = [analysis for analysis in ordered if analysis.article.id not in memory.made.story_of]
    if not new:
        return memory.made
    names = _opened(new, run, memory)
    kept = [story for story in last.stories if story.id not in names]
    opened = {story.id: story for story in last.stories if story.id in names}
    taken = in_order([*new, *(m for story in opened.values() for m in story.members)])
    part = replace(run, register=_register(last, opened.values(), run.register))
    groups, near = _found(taken, part, memory.surroundings)
    made, _ = _named(_decided(groups, run.overrides, part.register), part.register, known=opened)
    near = memory.near_besides({a.article.id for a in taken}) + near
    stories = sorted([*kept, *made], key=lambda story: story.id)
    fresh = {story.id for story in made}
    story_of = {**memory.made.story_of, **_homes(made)}
    misses = near_misses({s.id: s for s in stories}, story_of, near, run.articles, run.settings, of=made)
    grouping = Grouping(
        stories=tuple(replace(s, near_misses=misses.get(s.id, ())) if s.id in fresh else s for s in stories),
        redirects=redirects({s.id: s.slug for s in stories}, continued(story_of, part.register), part.register),
        doubts=tuple(sorted({*last.doubts, *doubts(new, latest=run.latest)})),
    )
    return Made(grouping, near, story_of)


def _homes(stories: Iterable[Story]) -> dict[str, str]:
    """The story of each article."""
    return {member.article.id: story.id for story in stories for member in story.members}


def _register(last: Grouping, opened: Iterable[Story], register: Register) -> Register:
    """The register as the last run left it; of stories that are not opened only the names."""
    found = registered(Grouping(stories=tuple(opened), redirects=last.redirects), register)
    slugs = dict(found.slugs) | {story.id: story.slug for story in last.stories}
    return replace(found, slugs=tuple(sorted(slugs.items())))


def _opened(new: Sequence[Analysis], run: _Run, memory: Memory) -> frozenset[str]:
    """The ids of the stories that a new article comes near; across languages, of all in the time window."""
    around = memory.around(new, window=run.settings.window_days)
    story_of = memory.made.story_of
    found = {story_of[origin] for a in new if (origin := a.article.copy_of) is not None and origin in story_of}
    fresh = {analysis.article.id for analysis in new}
    own = [a for a in (*new, *around) if a.article.copy_of not in story_of and a.article.copy_of not in fresh]
    languages = _by_language(own)
    for language, members in languages.items():
        articles = memory.sketched(members, language, latest=run.latest)
        near, surroundings = neighbours(articles, fresh, memory.surroundings(articles.ids), run.settings)
        memory.remember(articles.ids, surroundings)
        close = {near.ids[place] for place in np.unique(np.concatenate([near.left, near.right]))}
        found |= {story_of[article] for article in close if article in story_of}
    if len(languages) > 1:
        found |= {story_of[a.article.id] for a in around}
    return frozenset(found)


def _found(
    ordered: Sequence[Analysis], run: _Run, known: Callable[[Sequence[str]], Surroundings] | None = None
) -> tuple[list[Group], list[Near]]:
    """The groups that the articles make by themselves, copies included, and the pairs that came near.

    `known` tells what surrounds articles, where more than these is near them.
    """
    standing = originals(ordered)
    own = [analysis for analysis in ordered if standing[analysis.article.id] == analysis.article.id]
    by_id = {analysis.article.id: analysis for analysis in own}
    settled = settled_stories(own, run.register, run.settings)
    groups: list[Group] = []
    near: list[Near] = []
    for language, members in sorted(_by_language(own).items()):
        see = run.memory.sketched if run.memory else sketched
        articles = see(members, language, latest=run.latest)
        found = within(articles, settled, run.settings, known(articles.ids) if known else None)
        if run.memory and not known:
            run.memory.remember(articles.ids, found.surroundings)
        groups += [tuple(by_id[article] for article in articles) for articles in found.groups]
        near.append(found.near)
    free = [group for group in groups if not any(a.article.id in settled for a in group)]
    stories = joined(across(free, near, run.settings), settled_groups(groups, settled), run.settings)
    return with_copies(stories, ordered, standing), near


def _by_language(analyses: Iterable[Analysis]) -> Mapping[str, list[Analysis]]:
    found: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in analyses:
        found[primary(analysis.article.language)].append(analysis)
    return found


def _decided(groups: Sequence[Group], overrides: Overrides, register: Register) -> Decided:
    if overrides == Overrides():
        return undecided(groups)
    ids = identities(groups, register)
    return decide(groups, overrides, register, list(zip(ids, addresses(groups, ids, {}, register), strict=True)))


def _named(
    decided: Decided, register: Register, known: Mapping[str, Story] = _NONE
) -> tuple[list[Story], Mapping[str, str]]:
    """The stories with their ids and addresses, sorted by id, and which story continues each known one.

    Those of `known`, by id, that hold what they held keep their reasons.
    """
    groups = decided.groups
    ids = identities(groups, register)
    titles = {
        story_id: decided.titles[a.article.id]
        for story_id, group in zip(ids, groups, strict=True)
        for a in reversed(group)
        if a.article.id in decided.titles
    }
    slugs = addresses(groups, ids, titles, register)
    stories = [
        _story(members, (story_id, slug, titles.get(story_id)), decided, known.get(story_id))
        for members, story_id, slug in zip(groups, ids, slugs, strict=True)
    ]
    return sorted(stories, key=lambda story: story.id), continued(_homes(stories), register)


def _story(members: Group, name: tuple[str, str, str | None], decided: Decided, known: Story | None) -> Story:
    """A story by its id, address and title."""
    story_id, slug, title = name
    ids = [member.article.id for member in members]
    editor = tuple(sorted({kind for article in ids for kind in decided.kinds.get(article, ())}))
    return Story(
        id=story_id,
        slug=slug,
        members=members,
        reasons=known.reasons if known and known.members == members else reasons(members, weight, editor),
        editor=editor,
        title=title,
        pinned=any(article in decided.pinned for article in ids),
    )
