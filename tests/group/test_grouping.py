"""What belongs together comes together, and nothing else, in any order."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.group import Register, group, registered
from generator.group.cluster import clusters
from generator.group.misses import LOOKALIKE
from generator.model import Analysis, Grouping

from .conftest import FERRY, QUAKE_NORTH, QUAKE_SOUTH, TAX, Make, Some, make


def members(grouping: Grouping) -> set[frozenset[str]]:
    return {frozenset(m.article.id for m in story.members) for story in grouping.stories}


def ids(analyses: Iterable[Analysis]) -> frozenset[str]:
    return frozenset(a.article.id for a in analyses)


def test_articles_about_one_event_are_one_story(ferry: Some, tax: Some) -> None:
    assert members(group([*ferry, *tax])) == {ids(ferry), ids(tax)}


@given(st.permutations([make(text) for text in (*FERRY, *TAX, *QUAKE_NORTH)]))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_input_does_not_matter(analyses: list[Analysis]) -> None:
    assert group(analyses) == group(sorted(analyses, key=lambda a: a.article.id))


def test_two_earthquakes_in_one_country_are_two_stories(quakes: tuple[Some, Some]) -> None:
    north, south = quakes
    assert members(group([*north, *south])) == {ids(north), ids(south)}


def test_two_days_of_one_trial_are_two_stories(article: Make) -> None:
    first = [
        article(f"On {day} the trial of the banker of Ostermark went on. {rest}", date=date)
        for day, date, rest in (
            ("Monday", "2021-03-01", "A former accountant told the court how the books were kept."),
            ("Monday", "2021-03-01", "The accountant, once employed there, described the books to the court."),
            ("Tuesday", "2021-03-09", "The judge heard the police officer who searched the villa."),
            ("Tuesday", "2021-03-09", "A police officer told the judge about the search of the villa."),
        )
    ]
    found = members(group(first))
    assert all(not ({first[0].article.id, first[2].article.id} <= one) for one in found)
    assert all(not ({first[1].article.id, first[3].article.id} <= one) for one in found)


def test_the_twelfth_and_the_thirteenth_package_are_two_stories(article: Make) -> None:
    packages = [
        article(
            f"Ministers of the union of Sorland agreed on the {word} package of sanctions against Ostermark.",
            title=f"Ministers agree on {number}th package of sanctions",
        )
        for word, number in (("twelfth", 12), ("thirteenth", 13))
    ]
    assert len(group(packages).stories) == 2


def test_the_same_event_weeks_later_is_another_story(article: Make) -> None:
    early, late = article(FERRY[0], date="2021-01-04"), article(FERRY[1], date="2021-03-04")
    assert len(group([early, late]).stories) == 2
    assert len(group([early, article(FERRY[1], date="2021-01-05")]).stories) == 1


def test_dated_and_undated_articles_come_together(article: Make) -> None:
    assert len(group([article(FERRY[0], date="2021-01-04"), article(FERRY[1])]).stories) == 1


def test_an_unrelated_article_changes_no_other_story(ferry: Some, tax: Some) -> None:
    before = {story.id: story for story in group(ferry).stories}
    after = {story.id: story for story in group([*ferry, *tax]).stories}
    assert all(after[story_id] == story for story_id, story in before.items())


def test_a_copy_goes_with_its_original_and_is_no_evidence(ferry: Some, article: Make) -> None:
    copy = article(FERRY[0] + " Agency report.", copy_of=ferry[0].article.id)
    (story,) = group([copy, *ferry]).stories
    assert copy in story.members
    assert story.reasons[0].kind == "copy"
    others = [reason for reason in story.reasons if reason.kind != "copy"]
    assert others
    assert all(copy.article.id not in reason.articles for reason in others)


def test_a_thousand_copies_make_one_story_and_pull_nothing_in(ferry: Some, tax: Some, article: Make) -> None:
    copies = [article(FERRY[0], where=f"copy-{n}.txt", copy_of=ferry[0].article.id) for n in range(1000)]
    assert members(group([*ferry, *tax, *copies])) == {ids([*ferry, *copies]), ids(tax)}


def test_a_thousand_copies_that_nobody_marked_make_one_story(tax: Some, article: Make) -> None:
    copies = [article(FERRY[0], where=f"copy-{n}.txt") for n in range(1000)]
    assert members(group([*tax, *copies])) == {ids(copies), ids(tax)}


def test_copies_without_their_original_stay_together(article: Make) -> None:
    copies = [article(f"{FERRY[0]} {n}", copy_of="0" * 16) for n in range(3)]
    assert len(group(copies).stories) == 1


@pytest.mark.parametrize("date", ["1970-01-01", "1989-12-31", "2999-01-01"])
def test_impossible_dates_count_as_unknown(date: str, ferry: Some, article: Make) -> None:
    odd = article(FERRY[0], date=date, where="odd.txt")
    assert len(group([odd, *ferry], now=datetime(2021, 1, 1, tzinfo=UTC)).stories) == 1


def test_lines_empty_texts_and_nonsense_make_no_giant_story(article: Make) -> None:
    words = ["blorf", "quind", "zast", "merv", "toop", "lund", "krif", "wamp", "yed", "gost"]
    nonsense = [article(" ".join(f"{w}{n}{i}" for i, w in enumerate(words)), where=f"n{n}") for n in range(60)]
    short = ("", "Yes.", "No comment", "...", "12 12 12", "?!", "The the the")
    lines = [article(text, where=text or "empty") for text in short]
    unknown = [article("Zxqv wrtp mnbv lkjh", language="und"), article("क ख ग", language="xx")]
    found = group([*nonsense, *lines, *unknown])
    assert max(len(story.members) for story in found.stories) <= 2
    assert sum(len(story.members) for story in found.stories) == len(nonsense) + len(lines) + len(unknown)


def test_no_articles_make_no_stories() -> None:
    assert group([]) == Grouping(stories=())


def test_the_other_earthquake_is_a_near_miss_that_says_why(quakes: tuple[Some, Some]) -> None:
    north, south = quakes
    found = group([*north, *south])
    story = next(s for s in found.stories if north[0] in s.members)
    assert {miss.article_id for miss in story.near_misses} <= ids(south)
    assert LOOKALIKE in {miss.why for miss in story.near_misses}


def test_two_earthquakes_are_told_apart_by_how_alike_each_is_in_itself(
    quakes: tuple[Some, Some], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.group.within.clusters", partial(clusters, as_alike=0.0))
    assert len(group([*quakes[0], *quakes[1]]).stories) == 1


def test_reasons_point_at_passages_of_the_articles(ferry: Some) -> None:
    (story,) = group(ferry).stories
    texts = {m.article.id: m.article.text for m in story.members}
    shown = {texts[e.article_id][e.start : e.end] for reason in story.reasons for e in reason.evidence}
    assert {"214", "Morgenrot", "Tolvany"} <= shown
    assert all(0 < reason.weight <= 1 for reason in story.reasons)


def test_days_apart_are_a_reason(article: Make) -> None:
    (story,) = group([article(FERRY[0], date="2021-01-04"), article(FERRY[1], date="2021-01-05")]).stories
    assert next(reason.amount for reason in story.reasons if reason.kind == "days") == 1.0


def test_grouping_twice_with_the_register_changes_nothing(ferry: Some, tax: Some, quakes: tuple[Some, Some]) -> None:
    everything = [*ferry, *tax, *quakes[0], *quakes[1]]
    first = group(everything)
    assert group(everything, register=registered(first, registered(first, Register()))) == first


def test_two_earthquakes_days_apart_are_two_stories_even_where_one_article_tells_of_each(article: Make) -> None:
    north, south = article(QUAKE_NORTH[0], date="2021-01-04"), article(QUAKE_SOUTH[0], date="2021-01-08")
    assert len(group([north, south]).stories) == 2
