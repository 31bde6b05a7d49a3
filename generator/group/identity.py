"""Who a story is: its id and address stay the same while articles come and go.

An old story lives on in the group that holds most of its articles; a group that no old story claims is new and takes
its id from its first article. A story that lives on nowhere leaves its address to the story that holds its articles.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dates import EARLIEST
from generator.group.register import Entry, Register

from generator.ids import content_id, slug
from generator.model import Analysis, Grouping, Redirect

_TITLE_WORDS = 8

Group = tuple[Analysis, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A story's id and slug."""

    id: str
    slug: str


def identities(groups: Sequence[Group], register: Register) -> tuple[str, ...]:
    """The story id of each group, in order: the old one where the register knows it, else a new one."""
    story_of = {entry.article_id: entry.story_id for entry in register.entries}
    claims = _claims(groups, story_of)
    taken = set(story_of.values()) | {story_id for story_id, _ in register.slugs}
    return tuple(claims.get(index) or _new_id(group, taken) for index, group in enumerate(groups))


def addresses(groups: Sequence[Group], ids: Sequence[str], titles: Mapping[str, str], register: Register) -> tuple[str, ...]:
    """The slug of each group: the registered one, unless an editor's title (by story id) gives another."""
    kept = dict(register.slugs)
    return tuple(
        slug(titles[story_id], story_id)
        if story_id in titles
        else kept.get(story_id) or slug(working_title(group), story_id)
        for group, story_id in zip(groups, ids, strict=True)
    )


def redirects(live: Sequence[Address], register: Register, groups: Sequence[Group]) -> tuple[Redirect, ...]:
    """The older addresses of the live stories, sorted: those known, renamed stories' and merged stories'."""
    heirs = _heirs(live, register, groups)
    slugs = {address.slug for address in live}
    former = [(redirect.old_slug, redirect.story_id) for redirect in register.redirects]
    former += [(old_slug, story_id) for story_id, old_slug in register.slugs]
    found = {old: heirs[story_id] for old, story_id in former if story_id in heirs and old not in slugs}
    return tuple(Redirect(old_slug=old, story_id=found[old]) for old in sorted(found))


def registered(grouping: Grouping, register: Register) -> Register:
    """The register after a run: what the grouping says, and of articles that are gone what was known before."""
    entries = {entry.article_id: entry for entry in register.entries}
    for story in grouping.stories:
        decided = bool({"merge", "split", "move"} & set(story.editor))
        for member in story.members:
            article = member.article
            day = article.published.date() if article.published and article.published >= EARLIEST else None
            entries[article.id] = Entry(article_id=article.id, story_id=story.id, day=day, decided=decided)
    named = {entry.story_id for entry in entries.values()}
    slugs = {story_id: old for story_id, old in register.slugs if story_id in named}
    slugs |= {story.id: story.slug for story in grouping.stories}
    live = {redirect.old_slug: redirect for redirect in grouping.redirects}
    kept = {r.old_slug: r for r in register.redirects if r.story_id in named and r.old_slug not in slugs.values()}
    return Register(
        entries=tuple(sorted(entries.values())),
        slugs=tuple(sorted(slugs.items())),
        redirects=tuple(redirect for _, redirect in sorted((kept | live).items())),
    )


def working_title(group: Group) -> str:
    """A title from the sources, for the address: the first one that has letters, else the first words of the text."""
    for analysis in group:
        title = analysis.article.title
        if title and any(character.isalpha() for character in title):
            return title
    return " ".join(group[0].article.text.split()[:_TITLE_WORDS])


def _claims(groups: Sequence[Group], story_of: Mapping[str, str]) -> Mapping[int, str]:
    """Which old story each group continues: most shared articles first, then the larger group, then by id."""
    shared: Counter[tuple[int, str]] = Counter()
    for index, group in enumerate(groups):
        shared.update((index, story_of[a.article.id]) for a in group if a.article.id in story_of)
    claims: dict[int, str] = {}
    used: set[str] = set()
    for (index, story_id), _ in sorted(shared.items(), key=lambda c: (-c[1], c[0][1], groups[c[0][0]][0].article.id)):
        if index not in claims and story_id not in used:
            claims[index] = story_id
            used.add(story_id)
    return claims


def _new_id(group: Group, taken: set[str]) -> str:
    """An id from the group's first article that no other story has; it is taken from now on."""
    first = min(analysis.article.id for analysis in group[:1])
    found = content_id("story", first)
    attempt = 1
    while found in taken:
        attempt += 1
        found = content_id("story", first, str(attempt))
    taken.add(found)
    return found


def _heirs(live: Sequence[Address], register: Register, groups: Sequence[Group]) -> Mapping[str, str]:
    """For each story id known or live, the live story that continues it; those without articles are left out."""
    now = {a.article.id: address.id for address, group in zip(live, groups, strict=True) for a in group}
    went: dict[str, Counter[str]] = {}
    for entry in register.entries:
        if entry.article_id in now:
            went.setdefault(entry.story_id, Counter())[now[entry.article_id]] += 1
    heirs = {story_id: min(counts, key=lambda s: (-counts[s], s)) for story_id, counts in went.items()}
    return heirs | {address.id: address.id for address in live}


def in_order(analyses: Iterable[Analysis]) -> tuple[Analysis, ...]:
    """The analyses by time of publication, undated ones last, then by id; equal articles once."""
    known = {analysis.article.id: analysis for analysis in analyses}
    return tuple(sorted(known.values(), key=_place))


def _place(analysis: Analysis) -> tuple[bool, float, str]:
    published = analysis.article.published
    return published is None, published.timestamp() if published else 0.0, analysis.article.id
