"""The people here are invented; the places are real."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.gazetteer import find_names
from generator.language.places import country, place

CASES = [
    ("de", "Bürgermeister Zorban Meklis besuchte gestern Berlin.", {("Zorban Meklis", "PER"), ("Berlin", "LOC")}),
    ("fr", "Le ministre Zorban Meklis est arrivé à Marseille avec l'ONU.",
     {("Zorban Meklis", "PER"), ("Marseille", "LOC"), ("ONU", "ORG")}),
    ("es", "Según Talia Verdan, el Partido Verde ganó en Sevilla.",
     {("Talia Verdan", "PER"), ("Partido Verde", "ORG"), ("Sevilla", "LOC")}),
    ("ru", "Министр Зорбан Меклис прибыл в Москву из Германии.",
     {("Зорбан Меклис", "PER"), ("Москву", "LOC"), ("Германии", "LOC")}),
    ("tr", "Zorban Meklis dün Ankara'da konuştu.", {("Zorban Meklis", "PER"), ("Ankara", "LOC")}),
    ("zh", "佐尔班·梅克利斯在北京说。", {("佐尔班·梅克利斯", "PER"), ("北京", "LOC")}),
    ("ja", "ゾルバン・メクリス大統領は東京に着いた。", {("ゾルバン・メクリス", "PER"), ("東京", "LOC")}),
    ("he", "הוא נחת בירושלים ופגש נציגים מצרפת.", {("ירושלים", "LOC"), ("צרפת", "LOC")}),
    ("fa", "او در تهران با نمایندگان آلمان دیدار کرد.", {("تهران", "LOC"), ("آلمان", "LOC")}),
    ("hi", "वे नई दिल्ली में रूस के प्रतिनिधियों से मिले।", {("नई दिल्ली", "LOC"), ("रूस", "LOC")}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_names_are_found_by_rule(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(text[one.start : one.end], one.label) for one in find_names(text, language)} == expected


def test_german_nouns_and_beginnings_of_sentences_are_no_names() -> None:
    text = "Gestern hat die Regierung den Haushalt beschlossen. Kinder und Eltern freuen sich über das Geld."
    assert find_names(text, "de") == ()


def test_a_surname_met_with_its_given_name_is_a_person_alone() -> None:
    text = "Die Zeugin sah Talia Verdan am Tor. Später ging Verdan nach Hause."
    assert [text[one.start : one.end] for one in find_names(text, "de") if one.label == "PER"] == [
        "Talia Verdan",
        "Verdan",
    ]


def test_an_initial_is_part_of_a_name_and_a_letter_behind_a_noun_is_not() -> None:
    text = "Der Sprecher Karlo F. Bergvist wartete. Es gibt einen Plan B. Danach kam der Zeuge."
    assert [text[one.start : one.end] for one in find_names(text, "de")] == ["Karlo F. Bergvist"]


def test_cities_that_are_common_words_are_not_taken_for_places() -> None:
    assert place("Essen", "de") is None or find_names("Sie wollen Essen kaufen", "de") == ()
    assert place("Nice", "en") is None


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [("الولايات المتحدة", "ar", "US"), ("بإيران", "ar", "IR"), ("Allemagne", "fr", "DE"), ("Россия", "ru", "RU"),
     ("日本", "zh", "JP"), ("Neverland", "en", None), ("", "en", None), ("us", "en", None)],
)  # fmt: skip
def test_countries_by_any_of_their_names(name: str, language: str, code: str | None) -> None:
    assert country(name, language) == code


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["de", "ar", "zh", "ja", "he", "ru", "tr", "xx"]))
def test_mentions_are_stretches_of_the_text_in_order(text: str, language: str) -> None:
    before = 0
    for mention in find_names(text, language):
        assert before <= mention.start < mention.end <= len(text)
        before = mention.end


@pytest.mark.parametrize("unit", ["a", "A ", "北", "А-", "ا", "Bin De ", "ア・"])
def test_long_odd_text_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_names(unit * (100_000 // len(unit)), "zh" if unit == "北" else "de")
    assert time.process_time() - started < 15
