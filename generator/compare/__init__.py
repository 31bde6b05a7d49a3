"""What the sources of one story have in common and what they say differently. Knows nothing of pages."""

from dataclasses import replace

from generator.compare.alignment import Reading, pairs
from generator.compare.differences import differences
from generator.compare.editing import EntityOverrides, parse_entity_overrides
from generator.compare.entities import entities
from generator.compare.facts import facts
from generator.compare.nearest import answered
from generator.compare.registry import site_entities
from generator.compare.settings import ComparisonSettings
from generator.compare.speaking import spoken, voiced
from generator.compare.statements import statements
from generator.compare.timeline import timeline
from generator.compare.unnamed import joined_by_speech, new_ids
from generator.compare.utterances import quote_renderings, utterances
from generator.model import Comparison, Story

__all__ = ["ComparisonSettings", "EntityOverrides", "compare", "parse_entity_overrides", "read", "site_entities"]


def compare(story: Story, *, settings: ComparisonSettings) -> Comparison:
    """Return everything compared within one story; a pure function of the story and the settings."""
    common, reading = read(story, settings=settings)
    return replace(common, differences=differences(common, reading, settings=settings))


def read(story: Story, *, settings: ComparisonSettings) -> tuple[Comparison, Reading]:
    """Return what is compared within one story but for the differences, and the reading to find those in."""
    named = entities(story, settings=settings)
    said = utterances(story, named)
    found = joined_by_speech(named, said)
    ids = new_ids(named, found)
    told = statements(story, found)
    near = pairs(told, least=settings.comparable, least_across=settings.faint_across)
    sources = sorted({analysis.article.source for analysis in story.members})
    common = Comparison(
        story=story,
        entities=found,
        quotes=tuple(voiced(rendering, ids) for rendering in quote_renderings(story, named)),
        utterances=tuple(spoken(utterance, ids) for utterance in said),
        facts=facts(told, near, sources, settings=settings),
        differences=(),
        timeline=timeline(told),
    )
    return common, answered(Reading(statements=told, pairs=near))
