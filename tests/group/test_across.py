"""Stories across languages: one event comes together, whatever the script; nothing else does."""

from pathlib import Path

import pytest

from generator.group import Register, group, registered
from generator.model import Analysis

from .conftest import FERRY, INVENTED, TAX, make

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
EVENT, TRANSLATED = INVENTED["event"], INVENTED["translated"]


@pytest.mark.parametrize("language", sorted(TRANSLATED))
def test_one_event_in_two_languages_is_one_story(language: str) -> None:
    pair = [make(EVENT), make(TRANSLATED[language], language=language)]
    others = [make(text) for text in (*FERRY, *TAX)]
    found = {frozenset(m.article.id for m in s.members) for s in group([*pair, *others]).stories}
    assert frozenset(a.article.id for a in pair) in found


def test_one_event_in_five_languages_is_one_story() -> None:
    everything = [make(EVENT), *(make(text, language=code) for code, text in TRANSLATED.items())]
    assert len(group(everything).stories) == 1


@pytest.mark.parametrize("language", sorted(TRANSLATED))
def test_another_event_in_another_language_is_another_story(language: str) -> None:
    found = group([*(make(text) for text in FERRY), make(TRANSLATED[language], language=language)])
    assert sorted(len(story.members) for story in found.stories) == [1, 3]


def test_the_same_event_weeks_later_is_not_linked() -> None:
    found = group([make(EVENT, date="2021-01-04"), make(TRANSLATED["de"], language="de", date="2021-03-04")])
    assert len(found.stories) == 2


def _half_a_year(article: str, language: str = "en", day: int = 4) -> Analysis:
    return make(article, language=language, date=f"2021-01-{day:02}")


def test_a_settled_story_in_two_languages_stays_one_story() -> None:
    old = [_half_a_year(EVENT), _half_a_year(TRANSLATED["de"], "de")]
    everything = [*old, *(make(text, date="2021-06-01") for text in FERRY)]
    first = group(everything)
    assert sorted(len(story.members) for story in first.stories) == [2, 3]
    assert group(everything, register=registered(first, Register())).stories == first.stories


def test_a_late_article_in_another_language_joins_a_settled_story_and_another_event_does_not() -> None:
    old = [_half_a_year(EVENT), _half_a_year(TRANSLATED["de"], "de")]
    new = [make(text, date="2021-06-01") for text in FERRY]
    register = registered(group([*old, *new]), Register())
    late = _half_a_year(TRANSLATED["es"], "es", day=5)
    found = {frozenset(m.article.id for m in s.members) for s in group([*old, *new, late], register=register).stories}
    assert frozenset(a.article.id for a in (*old, late)) in found
    other = make(INVENTED["tax"][0], date="2021-01-05")
    register = registered(group([other, *new]), Register())
    assert len(group([other, *new, late], register=register).stories) == 3


def _sample(path: Path) -> Analysis:
    text = path.read_text(encoding="utf-8")
    return make(text, language="ar" if "و" in text else "en", where=path.name)


def test_the_three_samples_are_one_story_and_others_stay_apart() -> None:
    samples = [_sample(path) for path in SEEDS]
    others = [make(text) for text in (*FERRY, *TAX)]
    found = group([*samples, *others])
    assert sorted(len(story.members) for story in found.stories) == [2, 3, 3]
    assert len({a.article.language for a in samples}) == 2
