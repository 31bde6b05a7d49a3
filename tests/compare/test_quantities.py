"""Figures and times of two articles: what is left over when those that agree are set aside. All texts are invented."""

import pytest

from generator.compare.calendar import day_and_month, weekday
from generator.compare.figures import Figure
from generator.compare.marks import marks
from generator.compare.statements import Statement, statements
from generator.compare.times import times
from tests.compare.telling import compared, rows, story, told


def read(text: str, language: str = "en") -> Statement:
    """The one sentence of an article."""
    return statements(story(told("A", text, language=language)), ())[0]


def figures(text: str, language: str = "en") -> list[tuple[float, str, str]]:
    """Value, unit and event of every figure in a sentence."""
    return [(one.value, one.unit, one.event) for one in marks(read(text, language)).figures]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Some 1,410 of them died in the heat.", "en", [(1410.0, "person", "dead")]),
        ("The bank raised its rate by a quarter of a point.", "en", [(0.25, "point", "")]),
        ("The rate went up by 50 basis points.", "en", [(0.5, "point", "")]),
        ("Three quarters of a million households lost power.", "en", [(750000.0, "en:household", "")]),
        ("Papers put the number of jobs to be cut at 1,900.", "en", [(1900.0, "en:job", "")]),
        ("The talks lasted three hours.", "en", [(180.0, "time", "")]),
        ("A man aged 34 came two hours later on 6 July 2031 at 9.40 p.m.", "en", []),
        ("انتشلت الفرق جثث 29 مهاجرا.", "ar", [(29.0, "person", "dead")]),
        ("لقي ستة عشر شخصا مصرعهم وأصيب 90 عاملا بجروح.", "ar", [(16.0, "person", "dead"), (90.0, "person", "hurt")]),
        ("Près de 12 000 coureurs ont traversé le port.", "fr", [(12000.0, "fr:coureur", "")]),
        ("La police a suivi la foule, dix-neuf d'entre eux ont été interpellés.", "fr", [(19.0, "person", "held")]),
        ("Bei dem Brand wurden 31 Menschen verletzt.", "de", [(31.0, "person", "hurt")]),
    ],
)
def test_a_figure_is_read_with_what_it_counts(text: str, language: str, expected: list[tuple[float, str, str]]) -> None:
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council meets on 13 July.", ("date", 13, (7, 7), None)),
        ("It takes office on the first day of December.", ("date", 1, (12, 12), None)),
        ("It will be done by the end of March.", ("months", None, (3, 3), None)),
        ("It is due in the second half of next year.", ("months", None, (7, 12), None)),
        ("Power was back at two in the morning.", ("clock", None, None, 120)),
        ("The line fell at 9.40 p.m. in a gale.", ("clock", None, None, 1300)),
    ],
)
def test_a_time_is_read_as_far_as_it_says(text: str, expected: tuple[object, ...]) -> None:
    found = times(read(text))[0]
    assert (found.kind, found.day, found.months, found.clock) == expected


def test_days_of_a_month_from_one_to_another_are_no_figure() -> None:
    assert [time.kind for time in times(read("Deaths between 9 and 24 July went up."))] == ["range"]
    assert figures("Deaths between 9 and 24 July went up.") == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((412.0, 412.0, 412.0), (400.0, 400.0, 400.0), True),  # rounded
        ((214.0, 214.0, 214.0), (241.0, 241.0, 241.0), False),
        ((50.0, 42.5, 57.5), (47.0, 47.0, 47.0), True),  # about 50
        ((900.0, 765.0, 900.0), (1900.0, 1900.0, 1900.0), False),  # up to 900
        ((40.0, 40.0, 40.0), (41.0, 41.0, 41.0), False),  # small figures are not rounded
    ],
)
def test_figures_agree_within_what_they_leave_open(
    one: tuple[float, float, float], other: tuple[float, float, float], *, agree: bool
) -> None:
    left, right = (Figure(0, 1, value, "en:page", False, low, high) for value, low, high in (one, other))
    assert left.agrees(right) is right.agrees(left) is agree


def test_shares_with_and_without_make_a_whole() -> None:
    left, right = (Figure(0, 1, value, "percent", True, value, value) for value in (47.0, 53.0))
    assert left.agrees(right)


def test_a_figure_that_the_other_article_has_too_opposes_nothing() -> None:
    found = compared(
        told("A", "The flood killed 12 people in Orrin. It hurt 30 people in the valley."),
        told("B", "The flood hurt 30 people. In Orrin 12 people were killed."),
    )
    assert rows(found, "figure") == []


def test_another_toll_is_a_difference_in_other_words_too() -> None:
    found = compared(
        told("A", "Officials count 1,140 deaths among residents of the homes. The weather was hot."),
        told("B", "Some 1,410 of the residents died in their homes. Nobody had opened a window."),
    )
    assert len(rows(found, "figure")) == 1


def test_another_date_of_the_same_meeting_is_a_difference() -> None:
    found = compared(
        told("A", "The council next meets on 6 July. Rates went up."),
        told("B", "Brokers wait for the council's next meeting on 13 July. Loans are dear."),
    )
    assert len(rows(found, "time")) == 1


def test_an_arabic_one_is_no_sunday() -> None:
    statement = read("وصل واحد من الوفود يوم الأحد.", "ar")
    assert [weekday(token, "ar") for token in statement.tokens if weekday(token, "ar") is not None] == [6]


def test_arabic_ordinals_are_days_of_a_month() -> None:
    statement = read("ظهر المرض في السابع والعشرين من ديسمبر.", "ar")
    found = [date for index in range(len(statement.tokens)) if (date := day_and_month(statement, index))]
    assert next((date.day, date.month) for date in found) == (27, 12)


def test_a_share_of_one_size_on_one_topic_differs_though_the_sentences_share_little() -> None:
    found = compared(
        told("A", "The pickers' union said 88 percent of its members had walked out of the plantations."),
        told("B", "In truth only 61 percent of pickers left the plantations, figures from the owners show."),
    )
    assert len(rows(found, "figure")) == 1


def test_shares_of_another_order_are_of_something_else() -> None:
    found = compared(
        told("A", "The pickers' union said 88 percent of its members had walked out of the plantations."),
        told("B", "The owners of the plantations offered the pickers four percent more pay."),
    )
    assert rows(found, "figure") == []


def test_a_number_that_the_other_article_has_without_its_noun_opposes_nothing() -> None:
    found = compared(
        told("A", "Some 7,400 people marched through the old harbour on Monday."),
        told(
            "B", "Between 2,300 people, by one count, and 7,400, by another, marched through the old harbour on Monday."
        ),
    )
    assert rows(found, "figure") == []
