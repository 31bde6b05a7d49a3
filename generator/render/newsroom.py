"""Every story of an edition with what its page shows: what the lists over all stories are made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.model import Digest, Edition, Entity
from generator.render.excerpts import Excerpts, excerpts
from generator.render.passages import Desk, Source
from generator.render.settings import RenderSettings
from generator.render.story import StoryView, story_view

UNDATED = "days/unknown.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One story: its digest, what may be shown of its articles, and what its page shows."""

    digest: Digest
    excerpts: Excerpts
    desk: Desk
    view: StoryView

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
    """Return every story of an edition, the most important first: pinned, by many sources, late."""
    pages = {entity: entity_page(entity) for entity in notable(edition)}
    told = [_tell(digest, settings, pages) for digest in edition.digests]
    return tuple(sorted(told, key=_rank))


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


def _tell(digest: Digest, settings: RenderSettings, pages: Mapping[str, str]) -> Told:
    shown = excerpts(digest, settings.pages.excerpts)
    articles = {member.article.id: member.article for member in digest.comparison.story.members}
    view = story_view(digest, shown, pages, settings.language)
    return Told(digest=digest, excerpts=shown, desk=Desk(articles, shown), view=view)


def _rank(told: Told) -> tuple[bool, int, float, str]:
    last = told.view.last.timestamp() if told.view.last else 0.0
    return (not told.digest.comparison.story.pinned, -len(told.view.sources), -last, told.view.id)
