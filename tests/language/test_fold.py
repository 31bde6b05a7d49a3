import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.fold import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("naïve café", "Naive Cafe"),
        ("الأُمَّـــة", "الامه"),
        ("إيران", "ايران"),
        ("علی", "علي"),
        ("شָׁלוֹם".replace("ش", "ש"), "שלום"),
        ("שלום", "שלומ"),
        ("ё", "е"),
        ("١٢٣", "123"),
        ("۴۵", "45"),
        ("ﬁn", "FIN"),
        ("Ｔｅｘｔ", "text"),
        ("می\u200cگوید", "میگوید"),
        ("a\u202eb\u200fc", "abc"),
    ],
)
def test_spellings_of_one_word_come_out_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("कि", "की"), ("й", "и"), ("か", "が"), ("1", "2"), ("بيت", "بنت")])
def test_different_letters_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_offsets_point_back_to_where_each_character_came_from(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    for index, character in enumerate(folded.text):
        assert character in fold(text[folded.offsets[index]])


def test_a_folded_span_is_found_in_the_original() -> None:
    text = "قال إنّ الأُمَّة بخير"
    folded = fold_with_offsets(text)
    at = folded.text.index("الامه")
    start, end = folded.original(at, at + 5)
    assert text[start:end] == "الأُمَّة"


def test_folding_twice_changes_nothing_more() -> None:
    for text in ("الأُمَّة", "ÉCOLE", "Ö ß ﬁ", "ΣΟΦΟΣ"):
        assert fold(fold(text)) == fold(text)
