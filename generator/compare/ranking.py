"""Which utterances of a story are its key quotes: carried by many, said by those it is about, and of substance."""

from collections.abc import Sequence

from generator.compare.sayings import Saying, sources_of
from generator.model import Entity, Story

_OUTLETS, _DIRECT, _SPEAKER, _SUBSTANCE = 0.4, 0.15, 0.2, 0.25
_ENOUGH_WORDS = 12  # content words that make a statement
_INDIRECT_COUNTS = 0.5


def weight(group: Sequence[Saying], story: Story, entities: Sequence[Entity]) -> float:
    """Return an utterance's rank, 0 to 1.

    It adds up: the share of the story's sources that carry it (an indirect report counts half), whether it stands in
    quotation marks, how often its speaker is named in the story, and its substance, the number of content words up
    to a dozen. An outlet that carries it twice counts once.
    """
    sources = set(sources_of(story).values())
    carried = sum(max(_value(one) for one in group if one.source == source) for source in {one.source for one in group})
    marked = any(one.kind != "indirect" for one in group)
    longest = max(len(one.content) for one in group)
    score = (
        _OUTLETS * (carried - _INDIRECT_COUNTS) / max(1, len(sources) - _INDIRECT_COUNTS)
        + _DIRECT * marked
        + _SPEAKER * _standing(group, story, entities)
        + _SUBSTANCE * min(1.0, longest / _ENOUGH_WORDS)
    )
    return round(min(1.0, max(0.0, score)), 4)


def _value(saying: Saying) -> float:
    return _INDIRECT_COUNTS if saying.kind == "indirect" else 1.0


def _standing(group: Sequence[Saying], story: Story, entities: Sequence[Entity]) -> float:
    """Return how often the speaker is named, against the person or organisation named most; copies do not count."""
    own = {analysis.article.id for analysis in story.members if analysis.article.copy_of is None}
    counts = {
        entity.id: sum(mention.article_id in own for mention in entity.mentions)
        for entity in entities
        if entity.label in ("PER", "ORG")
    }
    most = max(counts.values(), default=1)
    return max((counts.get(one.rendering.speaker or "", 0) for one in group), default=0) / max(1, most)
