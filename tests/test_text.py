import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text import MAX_MARKS, collapse, direction, normalise, script
from tests.hostile.cases import Case, load


@settings(deadline=None)
@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Lo", "Zs", "So"])))
def test_what_cannot_be_seen_is_gone(text: str) -> None:
    visible = normalise(text)
    assert unicodedata.is_normalized("NFC", visible)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" for c in visible)
    assert not any(c in visible for c in "\u202e\u2066\u200b\ufeff\xad\u2060")


@pytest.mark.parametrize("case", load("unicode"), ids=lambda case: case.note)
def test_hostile_text_can_be_written_and_compared(case: Case) -> None:
    assert normalise(case.text).encode("utf-8")
    assert normalise(case.text) == normalise(unicodedata.normalize("NFD", normalise(case.text)))


def test_joiners_stay_where_they_are_spelling() -> None:
    for spelled in ("می\u200cخواهم", "क्\u200dष", "👩\u200d👧"):
        assert normalise(spelled) == spelled
    assert normalise("Gov\u200cern\u200dment \u200c") == "Government "


def test_marks_are_capped_but_vowels_stay() -> None:
    assert len(normalise("a" + "\u0301" * 50)) == 1 + MAX_MARKS
    assert normalise("مُحَمَّدٌ") == "مُحَمَّدٌ"
    assert normalise("é") == "é"


def test_letters_of_the_source_stay() -> None:
    assert normalise("ＢＢＣ ﬁ ² €") == "ＢＢＣ ﬁ ² €"
    assert normalise("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert normalise("a\ud800b") == "a\ufffdb"


def test_white_space_of_all_kinds_collapses() -> None:
    assert collapse(" a\xa0\u202fb\u3000\n\tc ") == "a b c"


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("fa", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
        ("ku-Latn", "ltr"),
        ("und", "ltr"),
    ],
)
def test_direction(language: str, way: str) -> None:
    assert direction(language) == way


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor", "Latn"), ("قال الوزير", "Arab"), ("אמר השר", "Hebr"), ("Мэр", "Cyrl"), ("Ο δήμαρχος", "Grek"),
        ("首相は昨日", "Jpan"), ("中国国民发表声明", "Hans"), ("中國國民發表聲明", "Hant"), ("총리는", "Kore"),
        ("นายก", "Thai"),
        ("1,5 %", "Zyyy"),
    ],
)  # fmt: skip
def test_script(text: str, name: str) -> None:
    assert script(text) == name
