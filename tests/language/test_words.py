import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.words import Word, key, number_key, words

LANGUAGES = ["en", "ar", "de", "fr", "he", "fa", "zh", "ja", "th", "hi", "ko", "ru", "und", "xx", ""]


def keys(text: str, language: str) -> list[str]:
    return [word.key for word in words(text, language) if not word.stop]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The ministers", "a minister", "en"),
        ("the ministry's plan", "The ministry’s plans", "en"),
        ("والمدرسة", "مدرسة", "ar"),
        ("بالمدينة", "المدينة", "ar"),
        ("الانتخابات", "انتخاب", "ar"),
        ("للحكومة", "حكومة", "ar"),
        ("Häuser", "Haus", "de"),
        ("l’homme", "homme", "fr"),
        ("d'Europe", "Europe", "fr"),
        ("правительства", "правительство", "ru"),
        ("کتاب‌ها", "کتاب", "fa"),
        ("國務院", "国务院", "zh"),
        ("लड़कों", "लड़का", "hi"),
        ("1,234.5", "1234.5", "en"),
        ("1.234,5", "1234,5", "de"),
        ("٢٠١٩", "2019", "ar"),
        ("20th", "20", "en"),
        ("U.S.", "US", "en"),
    ],
)
def test_forms_of_one_word_share_a_key(one: str, other: str, language: str) -> None:
    assert keys(one, language) == keys(other, language)


def test_the_country_is_not_the_pronoun() -> None:
    country, pronoun = words("US us", "en")
    assert country.key != pronoun.key
    assert pronoun.stop
    assert not country.stop


def test_a_word_is_bounded_without_what_is_attached_to_it() -> None:
    text = "Aujourd'hui l’équipe d'Avril"
    assert [text[word.start : word.end] for word in words(text, "fr")] == ["Aujourd'hui", "équipe", "Avril"]
    assert [w.end for w in words("the town's hall", "en")] == [3, 8, 15]


def test_writing_without_spaces_comes_as_pairs() -> None:
    assert [word.key for word in words("北京市", "zh")] == ["北京", "京市"]
    assert words("京", "zh") == (Word(0, 1, "京"),)
    assert all(word.stop for word in words("しました", "ja"))
    assert [word.key for word in words("テスト大会", "ja")] == ["テスト", "大会"]


def test_function_words_and_figures_are_marked() -> None:
    the, number, trees = words("the 12 trees", "en")
    assert the.stop
    assert number.number
    assert not trees.stop
    assert not trees.number


@pytest.mark.parametrize("text", ["", " ", "...", "\u202e\u200f", "\n\n", "—"])
def test_no_words_in_no_text(text: str) -> None:
    assert words(text, "en") == ()


def test_the_key_of_a_token_is_its_key_in_a_text() -> None:
    for token, language in (("ministers", "en"), ("والمدرسة", "ar"), ("Häuser", "de"), ("", "en"), ("  ", "en")):
        found = words(token, language)
        assert key(token, language) == (found[0].key if found else "")


def test_marks_of_thousands_and_decimals() -> None:
    assert number_key("1,000") == number_key("1.000") == number_key("1000") == "1000"
    assert number_key("3,5") == number_key("3.5") == "3.5"
    assert number_key("1.234.567,8") == "1234567.8"


@given(st.text(), st.sampled_from(LANGUAGES))
def test_every_word_is_a_stretch_of_the_text_with_a_key(text: str, language: str) -> None:
    before = 0
    for word in words(text, language):
        assert before <= word.start < word.end <= len(text)
        assert word.key
        before = word.start


@pytest.mark.parametrize("unit", ["a", "北", "ا", "1,", "a'", 'א"', "A.", "\u0301", "\u200d", "ア", "-"])
def test_long_text_without_spaces_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    words(unit * (200_000 // len(unit)), "en")
    assert time.process_time() - started < 10
