from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import EARLIEST, MAX_AHEAD, parse_date
from tests.hostile.cases import Case, load

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize("case", load("date"), ids=lambda case: case.id)
def test_a_hostile_date_is_aware_or_none(case: Case) -> None:
    _assert_sane(parse_date(case.text, NOW))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_an_aware_date_or_none(text: str) -> None:
    _assert_sane(parse_date(text, NOW))


def _assert_sane(moment: datetime | None) -> None:
    assert moment is None or (moment.tzinfo is UTC and EARLIEST <= moment <= NOW + MAX_AHEAD)


@settings(deadline=None)
@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2026, 11, 20)))  # noqa: DTZ001
def test_iso_dates_come_back(moment: datetime) -> None:
    assert parse_date(moment.isoformat(), NOW) == moment.replace(tzinfo=UTC)
    assert parse_date(f"{moment.isoformat()}+02:00", NOW) == moment.replace(tzinfo=UTC) - timedelta(hours=2)


@pytest.mark.parametrize(
    "text",
    [
        "Jan 21, 2021", "January 21st, 2021", "21 January 2021", "Thursday, 21 January 2021", "2021-01-21",
        "20210121", "2021/01/21",
        "21.01.2021", "21/01/2021", "01/21/2021", "21. Januar 2021", "21 janvier 2021",
        "jeudi 21 janvier 2021", "21 de enero de 2021",
        "21 января 2021 г.", "21 stycznia 2021", "21 ocak 2021", "21 يناير 2021", "٢١ يناير ٢٠٢١",
        "21 كانون الثاني 2021", "21 ינואר 2021",
        "2021年1月21日", "2021년 1월 21일", "21 ژانویهٔ ۲۰۲۱", "\u200e2021-01-21", "1611187200",
    ],
)  # fmt: skip
def test_one_day_in_many_words(text: str) -> None:
    assert parse_date(text, NOW) == datetime(2021, 1, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Jan 21, 2021, 10:30 AM", 10), ("21 January 2021 10:30 pm", 22), ("21.01.2021, 14:30 Uhr", 14),
        ("21 janvier 2021 à 10h30", 10),
        ("Thu, 21 Jan 2021 10:30:00 -0500", 15), ("Jan 21, 2021 10:30 AM EST", 15), ("2021-01-21T10:30Z", 10),
        ("21 Jan 2021 10:30 GMT+2", 8),
        ("الخميس 21 يناير 2021، الساعة 10:30", 10), ("August 3, 2020 at 5:00 p.m.", None),
    ],
)  # fmt: skip
def test_times_and_zones(text: str, hour: int | None) -> None:
    expected = datetime(2020, 8, 3, 17, tzinfo=UTC) if hour is None else datetime(2021, 1, 21, hour, 30, tzinfo=UTC)
    assert parse_date(text, NOW) == expected


@pytest.mark.parametrize(
    "text",
    [
        "01/02/2024", "Jan 5", "May 2021", "2021", "yesterday", "5 hours ago", "Jan 21, 2021 the war began",
        "5 people died in May 2021",
        "May 5 2021 6 2021", "10:30", "1985-01-01", "2027-01-01", "2024-02-30", "12 13 2021 May", "",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert parse_date(text, NOW) is None


def test_the_future_begins_after_two_days() -> None:
    assert parse_date("2026-11-23T23:00", NOW) is not None
    assert parse_date("2026-11-24T01:00", NOW) is None
