"""Odd articles: each is named, none is lost, none pulls others into one story. All texts are invented."""

from datetime import UTC, datetime

import pytest

from generator.group import Memory, group

from .conftest import FERRY, INVENTED, TAX, Make, Some

NOW = datetime(2021, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("date", ["1970-01-01", "1989-12-31", "2999-01-01"])
def test_an_impossible_date_is_told(date: str, ferry: Some, article: Make) -> None:
    odd = article(TAX[0], date=date, where="odd.txt")
    (line,) = group([odd, *ferry], now=NOW).doubts
    assert "odd.txt" in line
    assert date in line


def test_possible_dates_and_full_texts_raise_no_doubt(ferry: Some, article: Make) -> None:
    assert group([article(TAX[0], date="2021-01-04"), *ferry], now=NOW).doubts == ()


@pytest.mark.parametrize("text", ["", "Yes.", "No comment", "..."])
def test_a_line_that_says_nothing_is_told(text: str, ferry: Some, article: Make) -> None:
    (line,) = group([article(text, where="line.txt"), *ferry]).doubts
    assert "line.txt: hardly grouped" in line


def test_an_unknown_language_is_told(ferry: Some, article: Make) -> None:
    nonsense = "zxqv wrtp mnbv lkjh gfds poiu ytre"
    (line,) = group([article(nonsense, language="und", where="odd.txt"), *ferry]).doubts
    assert "its language is unknown" in line


def test_a_continued_run_tells_the_same_doubts(ferry: Some, article: Make) -> None:
    memory = Memory()
    first, second = article("Yes.", where="a.txt"), article("No.", where="b.txt")
    group([first, *ferry], memory=memory)
    assert group([first, second, *ferry], memory=memory).doubts == group([first, second, *ferry]).doubts


def test_articles_of_equal_length_in_an_unknown_language_make_no_giant_story(article: Make) -> None:
    letters = "bdfgklmnprstvz"
    texts = [
        " ".join(f"{letters[(n * 7 + w * 3) % 14]}a{letters[(n + w * 5) % 14]}o{n % 9}{w}" for w in range(40))
        for n in range(80)
    ]
    found = group([article(text, language="und", where=f"n{n}") for n, text in enumerate(texts)])
    assert max(len(story.members) for story in found.stories) <= 3
    assert len(found.doubts) == len(texts)


def test_meanings_in_common_across_languages_are_a_reason(article: Make) -> None:
    pair = [article(INVENTED["event"]), article(INVENTED["translated"]["de"], language="de")]
    story = next(s for s in group([*pair, *(article(text) for text in FERRY)]).stories if len(s.members) == 2)
    reason = next(reason for reason in story.reasons if reason.kind == "concepts")
    texts = {m.article.id: m.article.text for m in story.members}
    assert {e.article_id for e in reason.evidence} == set(texts)
    assert {"Switzerland", "Schweiz"} <= {texts[e.article_id][e.start : e.end] for e in reason.evidence}
