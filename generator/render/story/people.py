"""People, organisations and places of a story, with their names in every script."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Entity, Label
from generator.render.passages import Desk, Passage, Source
from generator.render.story.quotes import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """One entity: its names by language, and how often each source names it."""

    person: Person
    label: Label
    named: bool
    names: tuple[Passage, ...]
    counts: tuple[int, ...]
    romanised: str | None = None
    """Latin letters for a name that no source writes in them."""

    @property
    def total(self) -> int:
        """How often the story's sources name it."""
        return sum(self.counts)


def entity_views(
    entities: tuple[Entity, ...], desk: Desk, people: Mapping[str, Person], sources: tuple[Source, ...]
) -> tuple[EntityView, ...]:
    """Return the story's entities, the most named first."""
    views = [_view(entity, desk, people[entity.id], sources) for entity in entities if entity.id in people]
    return tuple(sorted(views, key=lambda view: (-sum(1 for c in view.counts if c), -view.total, view.person.id)))


def _view(entity: Entity, desk: Desk, person: Person, sources: tuple[Source, ...]) -> EntityView:
    counts = Counter(desk.source(mention.article_id).key for mention in entity.mentions)
    return EntityView(
        person=person,
        label=entity.label,
        named=entity.named,
        names=_names(entity, desk, person.name),
        counts=tuple(counts[source.key] for source in sources),
        romanised=entity.romanised if entity.named else None,
    )


def _names(entity: Entity, desk: Desk, main: Passage) -> tuple[Passage, ...]:
    """Return each other spelling once, in order of language."""
    found = {main.text.casefold(): main}
    aliases = [alias.evidence for alias in sorted(entity.aliases, key=lambda alias: alias.language)]
    for evidence in (entity.name, *aliases):
        passage = desk.passage(evidence)
        if passage is not None:
            found.setdefault(passage.text.casefold(), passage)
    return tuple(found.values())[1:]
