"""Every story of an edition with what its page shows: what the lists over all stories are made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from generator.model import Digest, Edition, Entity
from generator.render.excerpts import Excerpts, excerpts
from generator.render.passages import Desk, Source
from generator.render.settings import RenderSettings
from generator.render.story import StoryView, story_view

UNDATED: Final = "days/unknown.md"
_DAY: Final = 86_400
HALF_LIFE: Final = 3
"""Days in which a story loses half of its weight on the front page."""
MOST_DIFFERENCES: Final = 3
"""Differences beyond these give a story no more weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One story: its digest, what may be shown of its articles, and what its page shows."""

    digest: Digest
    excerpts: Excerpts
    desk: Desk
    view: StoryView
    fresh: tuple[str, ...] = ()
    """Its articles that came last, see `Edition.fresh`."""

    @property
    def new(self) -> bool:
        """Whether all of its articles came last: the story was not there before."""
        return len(self.fresh) == len(self.view.articles)

    @property
    def page(self) -> str:
        """The path of its page."""
        return story_page(self.view.slug)


def story_page(slug: str) -> str:
    """Return the path of a story's page."""
    return f"stories/{slug}.md"


def entity_page(entity_id: str) -> str:
    """Return the path of an entity's page; it does not change when another spelling of the name turns up."""
    return f"entities/{entity_id}.md"


def day_page(day: datetime | None) -> str:
    """Return the path of a day's page."""
    return UNDATED if day is None else f"days/{day.astimezone(UTC).date().isoformat()}.md"


def tell(edition: Edition, settings: RenderSettings) -> tuple[Told, ...]:
    """Return every story of an edition, the most important first.

    Pinned ones lead, then those that are new or have grown; within each, the weight of a story is the number of its
    sources and differences, halved for every three days that its last report is older than the newest of all.
    """
    pages = {entity: entity_page(entity) for entity in notable(edition)}
    fresh = frozenset(edition.fresh)
    told = [_tell(digest, settings, pages, fresh) for digest in edition.digests]
    latest = max((one.view.last.timestamp() for one in told if one.view.last), default=0.0)
    return tuple(sorted(told, key=lambda one: _rank(one, latest)))


def notable(edition: Edition) -> tuple[str, ...]:
    """Return the ids of the entities that have a page: named by several sources or stories, or quoted."""
    stories: Counter[str] = Counter()
    found: set[str] = set()
    for digest in edition.digests:
        sources = {member.article.id: member.article.source for member in digest.comparison.story.members}
        speakers = {quote.speaker for quote in digest.comparison.quotes}
        for entity in digest.comparison.entities:
            if not entity.named:
                continue
            stories[entity.id] += 1
            if entity.id in speakers:
                found.add(entity.id)
            if len({sources[mention.article_id] for mention in entity.mentions}) > 1 and entity.label != "MISC":
                found.add(entity.id)
    return tuple(sorted(found | {entity for entity, count in stories.items() if count > 1}))


def entities_of(told: Iterable[Told]) -> Iterable[tuple[Told, Entity]]:
    """Return every entity of every story."""
    return ((one, entity) for one in told for entity in one.digest.comparison.entities)


def outlets_of(told: Told) -> tuple[Source, ...]:
    """Return a story's sources whose outlet is known."""
    return tuple(source for source in told.view.sources if source.known)


def _tell(digest: Digest, settings: RenderSettings, pages: Mapping[str, str], fresh: frozenset[str]) -> Told:
    shown = excerpts(digest, settings.pages.excerpts)
    articles = {member.article.id: member.article for member in digest.comparison.story.members}
    view = story_view(digest, shown, pages, settings.language)
    came = tuple(article for article in articles if article in fresh)
    return Told(digest=digest, excerpts=shown, desk=Desk(articles, shown), view=view, fresh=came)


def _rank(told: Told, latest: float) -> tuple[bool, bool, float, float, str]:
    view = told.view
    last = view.last.timestamp() if view.last else latest - HALF_LIFE * _DAY
    points = len(view.sources) + min(len(view.differences), MOST_DIFFERENCES)
    weight = points * 0.5 ** ((latest - last) / (HALF_LIFE * _DAY))
    return (not told.digest.comparison.story.pinned, not told.fresh, -weight, -last, view.id)
