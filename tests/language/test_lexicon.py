"""All sentences here are invented."""

import pytest

from generator.language.frequencies import background
from generator.language.lexicon import concepts, is_word, languages, tokens, translations
from generator.language.words import words

SAME = [
    ("ar", "أعلنت الحكومة نتائج الانتخابات", {"govern", "elect"}),
    ("de", "Die Regierung meldet ein Erdbeben", {"govern", "earthquake"}),
    ("fr", "Le gouvernement annonce une élection", {"govern", "elect"}),
    ("es", "El gobierno anuncia una elección", {"govern", "elect"}),
    ("ru", "Правительство сообщило о землетрясении", {"govern", "earthquake"}),
    ("zh", "政府宣布选举结果", {"govern", "elect"}),
    ("ja", "政府は選挙を発表した", {"govern", "elect"}),
    ("tr", "Hükümet deprem bildirdi", {"govern", "earthquake"}),
    ("en", "The government announced elections", {"govern", "elect"}),
]


@pytest.mark.parametrize(("language", "text", "meant"), SAME)
def test_words_of_all_languages_meet_in_concepts(language: str, text: str, meant: set[str]) -> None:
    assert meant <= concepts(words(text, language), language).keys()


def test_the_served_languages_have_a_table() -> None:
    served = {"ar", "de", "en", "es", "fa", "fr", "he", "hi", "it", "ja", "nl", "pt", "ru", "tr", "uk", "zh"}
    assert served <= set(languages())


def test_shares_of_a_word_sum_to_one_at_most() -> None:
    for token, language in (("gouvernement", "fr"), ("regierung", "de"), ("政府", "zh"), ("government", "en")):
        assert 0.9 < sum(share for _, share in translations(token, language)) < 1.1


def test_compounds_are_taken_apart() -> None:
    found = dict(translations("regierungsbeamter", "de")) or dict(translations("regierungsstadt", "de"))
    assert "govern" in found


def test_a_language_without_a_table_has_no_concepts() -> None:
    assert concepts(words("lorem ipsum", "xx"), "xx") == {}
    assert concepts((), "de") == {}


def test_chinese_is_cut_by_the_longest_match() -> None:
    assert list(tokens(words("政府宣布选举", "zh"), "zh")) == ["政府", "宣布", "选举"]
    assert list(tokens(words("", "zh"), "zh")) == []


def test_words_and_names_are_told_apart() -> None:
    assert is_word("gouvernement", "fr")
    assert not is_word("Zorbanoff", "fr")


def test_common_words_are_more_frequent_than_rare_ones() -> None:
    for language, common, rare in (
        ("en", "government", "zither"),
        ("ar", "حكوم", "زوربان"),
        ("fr", "gouvernement", "cithare"),
    ):
        known = background(language)
        assert 0 < known.df(rare) < known.df(common) <= known.documents


def test_a_background_is_there_for_every_language() -> None:
    for language in ("en", "zh", "hi", "xx", "und", ""):
        assert 0 < background(language).df("anything") <= background(language).documents
    assert background("en").counted
    assert not background("xx").counted
