"""One identity over the site, namesakes apart, and what editors decide. All names are invented."""

import pytest

from generator.compare import EntityOverrides, parse_entity_overrides, site_entities
from generator.compare.editing import Naming, Parting
from generator.errors import ConfigurationError
from generator.model import Comparison, Entity, Label
from tests.compare.telling import compared, quote, text_of, told

PERSON: dict[str, Label] = {"Ada Quillfeather": "PER", "Harbour Trust": "ORG"}


def named(comparison: Comparison, name: str) -> Entity:
    """The entity whose name is that."""
    return next(one for one in comparison.entities if text_of(comparison, one.name) == name)


def stories() -> tuple[Comparison, Comparison, Comparison]:
    """Three stories with an Ada Quillfeather: two in the same company, one in none of it."""
    text = 'Ada Quillfeather of the Harbour Trust said: "The sea is rising faster than we thought."'
    said = quote(text, "The sea is rising faster than we thought.", "Ada Quillfeather")
    return (
        compared(told("A", text, PERSON, [said])),
        compared(told("B", "The Harbour Trust praised Ada Quillfeather.", PERSON)),
        compared(told("C", "Ada Quillfeather scored twice in Culbrae.", {"Ada Quillfeather": "PER", "Culbrae": "LOC"})),
    )


def test_people_in_the_same_company_are_one_and_a_namesake_is_another() -> None:
    found = site_entities(stories()).comparisons
    one, other, namesake = (named(comparison, "Ada Quillfeather") for comparison in found)
    assert one.id == other.id != namesake.id
    assert {rendering.speaker for rendering in found[0].quotes} == {one.id}


def test_the_order_of_the_stories_does_not_matter() -> None:
    there, back = site_entities(stories()), site_entities(stories()[::-1])
    assert there.comparisons == back.comparisons[::-1]


def test_an_unrelated_story_changes_nothing() -> None:
    alone = site_entities(stories()[:2]).comparisons
    beside = site_entities((*stories()[:2], compared(told("D", "Snow fell on Iridia.", {"Iridia": "LOC"})))).comparisons
    assert beside[:2] == alone


def test_editors_merge_split_and_rename() -> None:
    before = stories()
    merged = site_entities(before, EntityOverrides(merge=(("Ada Quillfeather", "Harbour Trust"),)))
    assert len({one.id for comparison in merged.comparisons for one in comparison.entities}) == 2
    parted = site_entities(
        before, EntityOverrides(split=(Parting(entity="Ada Quillfeather", story=before[1].story.id),))
    )
    assert len({named(comparison, "Ada Quillfeather").id for comparison in parted.comparisons}) == 3
    renamed = site_entities(before, EntityOverrides(rename=(Naming(entity="Harbour Trust", name="The Trust"),)))
    assert named(renamed.comparisons[0], "Harbour Trust").editor_name == "The Trust"


def test_decisions_about_nobody_are_told() -> None:
    decided = EntityOverrides(
        merge=(("Nobody", "Harbour Trust"),),
        split=(Parting(entity="Nobody", story="x"),),
        rename=(Naming(entity="No", name="Yes"),),
    )
    assert len(site_entities(stories(), decided).stale) == 3


def test_overrides_are_read_and_every_mistake_is_told_at_once() -> None:
    read = parse_entity_overrides({"merge": [["A", "B"]], "rename": [{"entity": "A", "name": "C"}]})
    assert read == EntityOverrides(merge=(("A", "B"),), rename=(Naming(entity="A", name="C"),))
    assert parse_entity_overrides(None) == EntityOverrides()
    wrong = {"merge": [["A"], 3], "split": {"entity": "A"}, "rename": [{"entity": "A"}], "erase": []}
    with pytest.raises(ConfigurationError) as error:
        parse_entity_overrides(wrong)
    assert str(error.value).count("overrides.entities") == 5
    with pytest.raises(ConfigurationError):
        parse_entity_overrides(["A"])
