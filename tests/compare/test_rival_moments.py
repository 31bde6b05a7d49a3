"""Which days and hours are read, and which of them agree. The sentences are invented."""

from datetime import UTC, datetime

import pytest

from generator.compare.rivals.traits import Rival
from generator.model import Analysis
from tests.compare.telling import quote, told
from tests.compare.test_rivals import rivals_of, words_of

WEDNESDAY = datetime(2031, 3, 5, tzinfo=UTC)


def _moments(one: Analysis, other: Analysis) -> list[Rival]:
    return [rival for rival in rivals_of(one, other) if rival.ground == "moment"]


def _shown(one: str, other: str, language: str = "en") -> list[set[str]]:
    found = _moments(told("A", one, language=language), told("B", other, language=language))
    return [{words_of(rival.contrast.one), words_of(rival.contrast.other)} for rival in found]


def _today(outlet: str, published: datetime, words: str) -> Analysis:
    text = f'The minister said: "{words}"'
    return told(outlet, text, quotes=[quote(text, words)], published=published)


def test_a_word_like_today_in_a_quotation_may_have_been_said_the_day_before() -> None:
    words = "We have made peace today."
    for day in (6, 7):
        assert _moments(_today("A", WEDNESDAY, words), _today("B", datetime(2031, 3, day, tzinfo=UTC), words)) == []
    tuesday = told("B", "The minister made peace on Tuesday.", published=WEDNESDAY)
    assert _moments(_today("A", WEDNESDAY, words), tuesday) == []
    monday = told("B", "The minister made peace on Monday.", published=WEDNESDAY)
    assert len(_moments(_today("A", WEDNESDAY, words), monday)) == 1


def test_yesterday_beside_its_weekday_is_one_day() -> None:
    one = told("A", "The dam broke yesterday, Tuesday, in Orrin.", published=WEDNESDAY)
    other = told("B", "The dam broke on Monday in Orrin.", published=WEDNESDAY)
    assert len(_moments(one, other)) == 1
    arabic = told("A", "انهار السد في البلدة أمس الثلاثاء.", language="ar", published=WEDNESDAY)
    second = told("B", "انهار السد في البلدة يوم الاثنين.", language="ar", published=WEDNESDAY)
    assert len(_moments(arabic, second)) == 1


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The firm built bridges between 2023 and 2026.", "The firm built a bridge in 2024.", "en"),
        ("She led the council from 2019 to 2027.", "She led the council in 2022.", "en"),
        ("She led the council in the years 2019-2027.", "She led the council in 2022.", "en"),
        ("بنت الشركة الجسور بين 2023 و2026.", "بنت الشركة الجسر في عام 2024.", "ar"),
        ("ألغت البلدية مهرجان الربيع في الساحة.", "ألغت البلدية الحفل في الساحة في الصيف.", "ar"),
        ("يسري القانون من أول يونيو.", "يسري القانون من 1 يونيو.", "ar"),
    ],
)  # fmt: skip
def test_what_is_no_other_time(one: str, other: str, language: str) -> None:
    assert _shown(one, other, language) == []


def test_years_from_one_to_another_are_compared_with_such_only() -> None:
    one, other = "He took money between 2027 and 2029.", "He took money, which ran from 2025 to 2029."
    assert _shown(one, other) == [{"2027 and 2029", "2025 to 2029"}]
    assert _shown(one, "He took money from 2027 to 2029.") == []


def test_the_first_of_a_month_is_a_day_in_arabic() -> None:
    assert _shown("يسري القانون في البلدة من أول يونيو.", "يسري القانون في البلدة من 1 يوليو.", "ar") == [
        {"أول يونيو", "1 يوليو"}
    ]


@pytest.mark.parametrize(
    ("other", "expected"),
    [("at 9 p.m. on Monday", 1.0), ("at 9 p.m. on Tuesday", -1.0), ("at 9 p.m.", 0.0)],
)
def test_times_of_day_know_the_days_beside_them(other: str, expected: float) -> None:
    one = told("A", "The ferry left Orrin at 4 p.m. on Monday.")
    (rival,) = [r for r in _moments(one, told("B", f"The ferry left Orrin {other}.")) if r.traits["hour"]]
    assert rival.traits["hour_days"] == expected
