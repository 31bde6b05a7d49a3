"""Editors' decisions carried out on groups, before the stories get their ids.

A story's name stands for the articles that the register knows in it, or had in it before a merge; so a decision holds
from run to run, whatever the comparison says of these articles today.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.group.identity import Group, in_order
from generator.group.overrides import Overrides
from generator.group.register import Register
from generator.model import Analysis


@dataclass(frozen=True, slots=True)
class Decided:
    """Groups after the decisions, and what the decisions say of them, by the id of an article of each group."""

    groups: tuple[Group, ...]
    kinds: Mapping[str, frozenset[str]]
    """Kinds of override by article id."""
    titles: Mapping[str, str]
    """Titles by article id."""
    pinned: frozenset[str]
    """Article ids of pinned stories."""
    stale: tuple[str, ...]
    """Overrides that name nothing that is there."""


@dataclass(slots=True)
class _Desk:
    """The state of the groups while decisions are carried out."""

    place: dict[str, int]
    """Article id to group number."""
    stories: Mapping[str, frozenset[str]]
    """A story's names, each with the articles it stands for."""
    articles: Mapping[str, str]
    """An article's names, each with its id."""
    kinds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    titles: dict[str, str] = field(default_factory=dict)
    pinned: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    stale: list[str] = field(default_factory=list)

    def groups_of(self, name: str) -> list[int]:
        """The groups that a story's name stands for, the one with most of its articles first."""
        counts: dict[int, int] = defaultdict(int)
        for article in self.stories.get(name, frozenset()):
            if article in self.place:
                counts[self.place[article]] += 1
        return sorted(counts, key=lambda number: (-counts[number], number))

    def members(self, number: int) -> list[str]:
        return [article for article, place in self.place.items() if place == number]

    def mark(self, articles: Iterable[str], kind: str) -> None:
        for article in articles:
            self.kinds[article].add(kind)

    def fresh(self) -> int:
        return max(self.place.values(), default=-1) + 1


def undecided(groups: Iterable[Group]) -> Decided:
    """The groups where editors decided nothing."""
    return Decided(tuple(in_order(group) for group in groups), kinds={}, titles={}, pinned=frozenset(), stale=())


def decide(
    groups: Sequence[Group], overrides: Overrides, register: Register, provisional: Sequence[tuple[str, str]]
) -> Decided:
    """The groups as editors want them; `provisional` is the id and the address that each group would have."""
    desk = _Desk(
        place={a.article.id: number for number, group in enumerate(groups) for a in group},
        stories=_story_names(groups, register, provisional),
        articles=_article_names(a for group in groups for a in group),
    )
    for names in overrides.merge:
        _merge(desk, names)
    for split in overrides.split:
        _split(desk, split.story, split.articles)
    for move in overrides.move:
        _move(desk, move.article, move.to)
    for rename in overrides.rename:
        _rename(desk, rename.story, rename.title)
    for name in overrides.pin:
        _pin(desk, name)
    for name in overrides.hide:
        _hide(desk, name)
    return _decided(desk, groups)


def _merge(desk: _Desk, names: Sequence[str]) -> None:
    found = [desk.groups_of(name) for name in names]
    desk.stale += [f"merge: no story {name!r}" for name, numbers in zip(names, found, strict=True) if not numbers]
    numbers = [number for group in found for number in group]
    if sum(bool(group) for group in found) > 1:
        for number in numbers[1:]:
            _join(desk, number, numbers[0])
        desk.mark(desk.members(numbers[0]), "merge")


def _join(desk: _Desk, number: int, into: int) -> None:
    for article in desk.members(number):
        desk.place[article] = into


def _split(desk: _Desk, story: str, names: Sequence[str]) -> None:
    if not desk.groups_of(story):
        desk.stale.append(f"split: no story {story!r}")
        return
    desk.stale += [f"split: no article {name!r}" for name in names if name not in desk.articles]
    leaving = [desk.articles[name] for name in names if name in desk.articles]
    left_behind = {desk.place[article] for article in leaving}
    fresh = desk.fresh()
    for article in leaving:
        desk.place[article] = fresh
    desk.mark(leaving, "split")
    desk.mark((article for number in left_behind for article in desk.members(number)), "split")


def _move(desk: _Desk, name: str, to: str) -> None:
    article, groups = desk.articles.get(name), desk.groups_of(to)
    if article is None:
        desk.stale.append(f"move: no article {name!r}")
    elif groups == [desk.place[article]] and len(desk.members(groups[0])) == 1:
        # Everything the story's name stands for is this article itself.
        desk.stale.append(f"move: no story {to!r} but the article's own")
    elif not groups:
        desk.stale.append(f"move: no story {to!r}")
    else:
        others = [number for number in groups if desk.members(number) != [article]]
        desk.place[article] = others[0]
        desk.mark([article], "move")


def _rename(desk: _Desk, story: str, title: str) -> None:
    groups = desk.groups_of(story)
    if not groups:
        desk.stale.append(f"rename: no story {story!r}")
        return
    for article in desk.members(groups[0]):
        desk.titles[article] = title
        desk.kinds[article].add("rename")


def _pin(desk: _Desk, story: str) -> None:
    groups = desk.groups_of(story)
    if not groups:
        desk.stale.append(f"pin: no story {story!r}")
        return
    desk.pinned.update(desk.members(groups[0]))
    desk.mark(desk.members(groups[0]), "pin")


def _hide(desk: _Desk, name: str) -> None:
    if name in desk.articles:
        desk.hidden.add(desk.articles[name])
    elif groups := desk.groups_of(name):
        desk.hidden.update(desk.members(groups[0]))
    else:
        desk.stale.append(f"hide: no story or article {name!r}")


def _decided(desk: _Desk, groups: Sequence[Group]) -> Decided:
    parts: dict[int, list[Analysis]] = defaultdict(list)
    for group in groups:
        for analysis in group:
            if analysis.article.id not in desk.hidden:
                parts[desk.place[analysis.article.id]].append(analysis)
    return Decided(
        groups=tuple(in_order(parts[number]) for number in sorted(parts)),
        kinds={article: frozenset(kinds) for article, kinds in desk.kinds.items()},
        titles=desk.titles,
        pinned=frozenset(desk.pinned),
        stale=tuple(desk.stale),
    )


def _story_names(
    groups: Sequence[Group], register: Register, provisional: Sequence[tuple[str, str]]
) -> Mapping[str, frozenset[str]]:
    """Each id and address of a story, old ones too, with the articles it stands for."""
    members: dict[str, set[str]] = defaultdict(set)
    for entry in register.entries:
        members[entry.story_id].add(entry.article_id)
    slugs = [(slug, story_id) for story_id, slug in register.slugs]
    slugs += [(redirect.old_slug, redirect.story_id) for redirect in register.redirects]
    for (story_id, slug), group in zip(provisional, groups, strict=True):
        members[story_id].update(a.article.id for a in group)
        slugs.append((slug, story_id))
    for old, new in register.merged:
        members[old].update(members.get(new, ()))
    names = {story_id: frozenset(articles) for story_id, articles in members.items()}
    return {slug: names.get(story_id, frozenset()) for slug, story_id in slugs} | names


def _article_names(analyses: Iterable[Analysis]) -> Mapping[str, str]:
    """Each name of an article with its id: id first, then the input's id, then the file."""
    names: dict[str, str] = {}
    known = [a.article for a in analyses]
    for article in known:
        names.setdefault(article.origin.where, article.id)
    names |= {article.input_id: article.id for article in known if article.input_id}
    return names | {article.id: article.id for article in known}
