"""The whole stage: from analyses to stories with ids, addresses and reasons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from generator.dates import MAX_AHEAD
from generator.group.background import weight
from generator.group.copies import originals, with_copies
from generator.group.crosslingual import across
from generator.group.decisions import Decided, decide
from generator.group.identity import Group, addresses, continued, identities, in_order, redirects
from generator.group.misses import near_misses
from generator.group.overrides import Overrides
from generator.group.reasons import reasons
from generator.group.register import Register
from generator.group.settings import GroupingSettings
from generator.group.settled import settled_stories
from generator.group.within import Near, sketched, within
from generator.language.codes import primary
from generator.model import Analysis, Grouping, Story


def group(
    analyses: Iterable[Analysis],
    *,
    settings: GroupingSettings | None = None,
    register: Register | None = None,
    overrides: Overrides | None = None,
    now: datetime | None = None,
) -> Grouping:
    """The stories that the analyses make, sorted by id; the order of the analyses does not matter.

    Args:
        analyses: every article once; repeated ids count once.
        settings: how near articles must be; the defaults are the ones that are measured.
        register: ids, addresses and settled stories of earlier runs.
        overrides: what editors decided.
        now: later dates are read as unknown; None believes every date.
    """
    settings, register = settings or GroupingSettings(), register or Register()
    ordered = in_order(analyses)
    groups, near = _found(ordered, settings, register, now)
    decided = _decided(groups, overrides or Overrides(), register)
    stories, moved = _named(decided, register)
    misses = near_misses(stories, near, {a.article.id: a for a in ordered}, settings)
    return Grouping(
        stories=tuple(replace(story, near_misses=misses.get(story.id, ())) for story in stories),
        redirects=redirects({story.id: story.slug for story in stories}, moved, register),
        stale=decided.stale,
    )


def _found(
    ordered: Sequence[Analysis], settings: GroupingSettings, register: Register, now: datetime | None
) -> tuple[list[Group], list[Near]]:
    """The groups that the articles make by themselves, copies included, and the pairs that came near."""
    standing = originals(ordered)
    own = [analysis for analysis in ordered if standing[analysis.article.id] == analysis.article.id]
    by_id = {analysis.article.id: analysis for analysis in own}
    settled = settled_stories(own, register, settings)
    latest = now + MAX_AHEAD if now else None
    groups: list[Group] = []
    near: list[Near] = []
    for language, members in sorted(_by_language(own).items()):
        found = within(sketched(members, language, latest=latest), settled, settings)
        groups += [tuple(by_id[article] for article in articles) for articles in found.groups]
        near += found.near
    return with_copies(across(groups, settled, settings), ordered, standing), near


def _by_language(analyses: Iterable[Analysis]) -> Mapping[str, list[Analysis]]:
    found: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in analyses:
        found[primary(analysis.article.language)].append(analysis)
    return found


def _decided(groups: Sequence[Group], overrides: Overrides, register: Register) -> Decided:
    ids = identities(groups, register)
    return decide(groups, overrides, register, list(zip(ids, addresses(groups, ids, {}, register), strict=True)))


def _named(decided: Decided, register: Register) -> tuple[list[Story], Mapping[str, str]]:
    """The stories with their ids and addresses, sorted by id, and which story continues each known one."""
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
        _story(members, story_id, slug, titles.get(story_id), decided)
        for members, story_id, slug in zip(groups, ids, slugs, strict=True)
    ]
    story_of = {member.article.id: story.id for story in stories for member in story.members}
    return sorted(stories, key=lambda story: story.id), continued(story_of, register)


def _story(members: Group, story_id: str, slug: str, title: str | None, decided: Decided) -> Story:
    ids = [member.article.id for member in members]
    editor = tuple(sorted({kind for article in ids for kind in decided.kinds.get(article, ())}))
    return Story(
        id=story_id,
        slug=slug,
        members=members,
        reasons=reasons(members, weight, editor),
        editor=editor,
        title=title,
        pinned=any(article in decided.pinned for article in ids),
    )
