"""Who a story is: its id and address stay the same while articles come and go.

An old story lives on in the group that holds most of its articles; a group that no old story claims is new and takes
its id from its first article. A story that lives on nowhere leaves its address to the story that holds its articles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.dates import EARLIEST
from generator.group.register import Entry, Register
from generator.ids import content_id, slug
from generator.model import Analysis, Article, Grouping, Redirect, Story
from generator.urls import canonical

_TITLE_WORDS = 8

Group = tuple[Analysis, ...]


def identities(groups: Sequence[Group], register: Register) -> tuple[str, ...]:
    """The story id of each group, in order: the old one where the register knows it, else a new one."""
    story_of = {entry.article_id: entry.story_id for entry in register.entries}
    claims = _claims(groups, story_of)
    taken = set(story_of.values()) | {story_id for story_id, _ in register.slugs}
    return tuple(claims.get(index) or _new_id(group, taken) for index, group in enumerate(groups))


def addresses(
    groups: Sequence[Group], ids: Sequence[str], titles: Mapping[str, str], register: Register
) -> tuple[str, ...]:
    """The slug of each group: the registered one, unless an editor's title (by story id) gives another."""
    kept = dict(register.slugs)
    return tuple(
        slug(titles[story_id], story_id)
        if story_id in titles
        else kept.get(story_id) or slug(working_title(group), story_id)
        for group, story_id in zip(groups, ids, strict=True)
    )


def redirects(live: Mapping[str, str], heirs: Mapping[str, str], register: Register) -> tuple[Redirect, ...]:
    """The older addresses of the live stories, sorted: those known, renamed stories' and merged stories'.

    `live` is the address of each live story, `heirs` what `continued` says.
    """
    former = [(redirect.old_slug, redirect.story_id) for redirect in register.redirects]
    former += [(old_slug, story_id) for story_id, old_slug in register.slugs]
    taken = set(live.values())
    found = {old: heirs[story_id] for old, story_id in former if story_id in heirs and old not in taken}
    return tuple(Redirect(old_slug=old, story_id=found[old]) for old in sorted(found))


def continued(story_of: Mapping[str, str], register: Register) -> Mapping[str, str]:
    """For each story known or live the live story that continues it; those without articles are left out.

    `story_of` is the live story of each article.
    """
    went: dict[str, Counter[str]] = {}
    for entry in register.entries:
        if entry.article_id in story_of:
            went.setdefault(entry.story_id, Counter())[story_of[entry.article_id]] += 1
    heirs = {story_id: min(counts, key=lambda s: (-counts[s], s)) for story_id, counts in went.items()}
    heirs |= {story_id: story_id for story_id in story_of.values()}
    return {old: heirs[new] for old, new in register.merged if new in heirs} | heirs


def revised(register: Register, articles: Iterable[Article]) -> Register:
    """The register with corrected articles under their new ids: another text at the same address or in one file."""
    known = {entry.article_id for entry in register.entries}
    by_id = {article.id: article for article in articles}
    if known <= by_id.keys():
        return register
    places = Counter(_address(article) for article in by_id.values())
    new = {_address(a): a.id for a in by_id.values() if a.id not in known and places[_address(a)] == 1}
    entries = [
        replace(entry, article_id=new[entry.place]) if entry.place in new and entry.article_id not in by_id else entry
        for entry in register.entries
    ]
    return replace(register, entries=tuple(sorted({entry.article_id: entry for entry in entries}.values())))


def _address(article: Article) -> str:
    return content_id("url", canonical(article.url)) if article.url else content_id("file", article.origin.where)


def registered(grouping: Grouping, register: Register) -> Register:
    """The register after a run: what the grouping says, and of articles that are gone what was known before."""
    register = revised(register, (member.article for story in grouping.stories for member in story.members))
    entries = {entry.article_id: entry for entry in register.entries}
    rounds = {entry.article_id: entry.round for entry in register.entries}
    now = register.last_round + 1
    entries |= {
        entry.article_id: replace(entry, round=rounds.get(entry.article_id, now))
        for story in grouping.stories
        for entry in _entries(story)
    }
    named = {entry.story_id for entry in entries.values()}
    slugs = {story_id: old for story_id, old in register.slugs if story_id in named}
    slugs |= {story.id: story.slug for story in grouping.stories}
    former = {r.old_slug: r for r in register.redirects if r.story_id in named}
    former |= {redirect.old_slug: redirect for redirect in grouping.redirects}
    heirs = continued({m.article.id: story.id for story in grouping.stories for m in story.members}, register)
    return Register(
        entries=tuple(sorted(entries.values())),
        slugs=tuple(sorted(slugs.items())),
        redirects=tuple(former[old] for old in sorted(former.keys() - set(slugs.values()))),
        merged=tuple(sorted((old, new) for old, new in heirs.items() if old != new and old not in named)),
    )


def _entries(story: Story) -> Iterator[Entry]:
    decided = bool({"merge", "split", "move"} & set(story.editor))
    for member in story.members:
        published = member.article.published
        day = published.date() if published and published >= EARLIEST else None
        place = _address(member.article)
        yield Entry(article_id=member.article.id, story_id=story.id, day=day, place=place, decided=decided)


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
    first = group[0].article.id
    found = content_id("story", first)
    attempt = 1
    while found in taken:
        attempt += 1
        found = content_id("story", first, str(attempt))
    taken.add(found)
    return found


def in_order(analyses: Iterable[Analysis]) -> tuple[Analysis, ...]:
    """The analyses by time of publication, undated ones last, then by id; equal articles once."""
    known = {analysis.article.id: analysis for analysis in analyses}
    return tuple(sorted(known.values(), key=_place))


def _place(analysis: Analysis) -> tuple[bool, float, str]:
    published = analysis.article.published
    return published is None, published.timestamp() if published else 0.0, analysis.article.id
