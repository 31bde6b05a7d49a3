"""Figures and dates as the language writes them, and as the proof reads them again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.errors import ConfigurationError
from generator.render.interface import Interface
from generator.verify.words import InterfaceWords

LANGUAGES = ("en", "ar")


def shown(markup: str) -> tuple[str, str]:
    element = html.fragment_fromstring(markup)
    return element.get("value") or element.get("datetime") or "", element.text or ""


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(part=st.floats(0, 1), amount=st.integers(0, 10**9))
def test_figures_are_recognised(language: str, part: float, amount: int) -> None:
    ui, words = Interface(language), InterfaceWords.of(language)
    assert words.is_figure(*shown(ui.share(part)))
    assert words.is_figure(*shown(ui.number(amount)))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(moment=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_times_are_recognised(language: str, moment: datetime) -> None:
    ui, words = Interface(language), InterfaceWords.of(language)
    for written in (ui.day(moment), ui.short_day(moment), ui.moment(moment)):
        assert words.is_time(*shown(written))


def test_plural_forms() -> None:
    arabic = Interface("ar")
    said = [str(arabic.count("{n} story", "{n} stories", n).striptags()) for n in (1, 2, 3, 11, 100)]
    assert said == ["قصة واحدة", "قصتان", "3 قصص", "11 قصة", "100 قصة"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Sources: articles", True),
        ("In brief", True),
        (" · – …", True),
        ("In brief: he lied", False),
        ("Sourcesx", False),
        ("2014", False),
    ],
)
def test_only_its_own_words_are_the_interfaces(text: str, *, own: bool) -> None:
    assert InterfaceWords.of("en").is_own(text) is own


def test_an_unknown_language_is_a_mistake_of_configuration() -> None:
    with pytest.raises(ConfigurationError, match="only ar, en"):
        Interface("tlh")
