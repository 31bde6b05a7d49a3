"""A run that continues another gives what a run from nothing gives, and leaves what it does not touch alone."""

from generator.group import Memory, Overrides, group

from .conftest import FERRY, INVENTED, QUAKE_NORTH, QUAKE_SOUTH, TAX, Make


def test_continuing_gives_what_grouping_anew_gives(article: Make) -> None:
    old = [article(text, date="2021-01-04") for text in (*FERRY[:2], *TAX)]
    new = [article(FERRY[2], date="2021-01-05"), article(QUAKE_NORTH[0], date="2021-01-05")]
    memory = Memory()
    before = group(old, memory=memory)
    after = group([*old, *new], memory=memory)
    assert {s.members for s in after.stories} == {s.members for s in group([*old, *new]).stories}
    assert {s.id for s in before.stories} <= {s.id for s in after.stories}


def test_stories_that_nothing_comes_near_are_left_as_they_are(article: Make) -> None:
    old = [article(text, date="2021-01-04") for text in (*FERRY[:2], *TAX)]
    memory = Memory()
    before = {s.id: s for s in group(old, memory=memory).stories}
    after = group([*old, article(FERRY[2], date="2021-01-05")], memory=memory)
    untouched = [s for s in after.stories if before.get(s.id) is s]
    assert len(untouched) == 1
    assert len(untouched[0].members) == 2


def test_continuing_across_languages_opens_the_stories_of_the_window(article: Make) -> None:
    memory = Memory()
    old = [article(INVENTED["event"], date="2021-01-04"), *(article(text, date="2021-01-04") for text in TAX)]
    group(old, memory=memory)
    after = group([*old, article(INVENTED["translated"]["de"], language="de", date="2021-01-05")], memory=memory)
    assert sorted(len(s.members) for s in after.stories) == [2, 2]


def test_taking_an_article_away_or_an_editors_word_starts_anew(article: Make) -> None:
    memory = Memory()
    old = [article(text) for text in (*FERRY, *TAX)]
    first = group(old, memory=memory)
    assert group(old, memory=memory) == first
    assert group(old[1:], memory=memory) == group(old[1:])
    hidden = group(old, memory=memory, overrides=Overrides(hide=(first.stories[0].id,)))
    assert len(hidden.stories) == 1


def test_near_misses_of_what_is_made_anew_are_those_of_a_run_from_nothing(article: Make) -> None:
    south = [article(text, date="2021-01-07") for text in QUAKE_SOUTH]
    old = [*(article(text, date="2021-01-04") for text in (*QUAKE_NORTH, *TAX)), *south[:2]]
    memory = Memory()
    group(old, memory=memory)
    after = group([*old, south[2]], memory=memory)
    anew = {story.members: story.near_misses for story in group([*old, south[2]]).stories}
    (story,) = (story for story in after.stories if south[2] in story.members)
    assert story.near_misses
    assert story.near_misses == anew[story.members]
