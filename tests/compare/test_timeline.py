"""Days are resolved only against a known date of publication. All texts are invented."""

from datetime import UTC, datetime

from tests.compare.telling import compared, text_of, told


def test_a_weekday_is_the_last_one_before_publication() -> None:
    found = compared(told("A", "The ferry ran aground on Tuesday."))
    assert [(text_of(found, moment.stated), moment.when) for moment in found.timeline] == [
        ("Tuesday", datetime(2031, 3, 4, tzinfo=UTC))
    ]


def test_without_a_date_of_publication_a_weekday_stays_as_it_stands() -> None:
    found = compared(told("A", "The ferry ran aground on Tuesday.", published=None))
    assert [moment.when for moment in found.timeline] == [None]


def test_a_day_that_is_announced_is_not_looked_for_in_the_past() -> None:
    found = compared(told("A", "The council will vote on Monday."))
    assert [moment.when for moment in found.timeline] == [None]


def test_a_date_with_a_year_needs_no_publication_and_one_without_looks_back() -> None:
    dated = compared(told("A", "The bridge fell on 11 May 1987.", published=None))
    assert dated.timeline[0].when == datetime(1987, 5, 11, tzinfo=UTC)
    back = compared(told("A", "The bridge fell on December 24."))
    assert back.timeline[0].when == datetime(2030, 12, 24, tzinfo=UTC)


def test_a_day_that_does_not_exist_stays_as_it_stands() -> None:
    assert compared(told("A", "They met on 31 February 2031.")).timeline[0].when is None


def test_arabic_weekdays_are_read_and_look_alikes_are_not() -> None:
    found = compared(told("A", "قال أحد السكان يوم الأربعاء إن واحدا من الجسور سقط.", language="ar"))
    assert [text_of(found, moment.stated) for moment in found.timeline] == ["الأربعاء"]
