"""All texts here are invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.sentences import split

CASES = [
    ("en", ["Mr. Alder met Gen. Birch on Jan. 5.", "They spoke at length."]),
    ("en", ["“It is done. We go home,” she said.", "The hall was empty."]),
    ("en", ['"Why now?" he asked.', "Nobody knew."]),
    ("en", ["He said: “It is done.”", "The crowd cheered.", "“Never!”", "Then he left."]),
    ("en", ["The bridge cost $3.5 million in 2010.", "It fell in 2012."]),
    ("en", ["The U.S. army stayed.", "The U.N. left."]),
    ("ar", ["هل يعود العمال؟", "نعم، سيعودون غدا.", 'وقال الوزير: "لن نغلق الجسر. سنصلحه."']),
    ("de", ["Am 3. Oktober kam Dr. Ahorn z. B. nach Neudorf.", "Er blieb."]),
    ("de", ["„Wir gehen. Heute“, sagte er.", "Er ging."]),
    ("fr", ["M. Érable a dit : « Nous partons. Demain. »", "Il est parti."]),
    ("es", ["¿Quién lo sabe?", "Nadie lo sabe.", "El Sr. Roble calla."]),
    ("ru", ["В 2010 г. И. И. Дубов сказал: «Да».", "Потом он ушел."]),
    ("he", ["מה קרה?", "איש אינו יודע.", "הגשר נסגר."]),
    ("fa", ["پل بسته شد.", "آیا باز می‌شود؟", "کسی نمی‌داند."]),
    ("tr", ["Köprü kapandı.", "Dr. Çınar geldi.", "Ne zaman açılacak?"]),
    ("zh", ["他说：“桥塌了。”", "没有人受伤。", "真的吗？"]),
    ("ja", ["「橋は閉じた。」と彼は言った。", "誰も来なかった。"]),
    ("hi", ["पुल बंद है।", "क्या यह खुलेगा?", "कोई नहीं जानता।"]),
    ("xx", ["Lorem ipsum dolor.", "Sit amet."]),
]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_sentences_are_found(language: str, sentences: list[str]) -> None:
    between = "" if language in ("zh", "ja") else " "
    text = between.join(sentences)
    assert [text[span.start : span.end] for span in split(text, language)] == sentences


def test_no_sentence_crosses_a_blank_line() -> None:
    text = "A heading\n\nA sentence. Another\nwith a break.\n \nThe end"
    assert [text[span.start : span.end] for span in split(text, "en")] == [
        "A heading", "A sentence.", "Another\nwith a break.", "The end",
    ]  # fmt: skip


def test_a_long_quotation_is_split_all_the_same() -> None:
    text = "“" + "The river rose again today. " * 20 + "”"
    assert len(split(text, "en")) == 20


@given(
    st.text(alphabet=st.sampled_from("aA .!?…\"“”«»'’\n。」؟1\u00a0"), max_size=80), st.sampled_from(["en", "ja", "xx"])
)
def test_sentences_cover_all_but_white_space_in_order(text: str, language: str) -> None:
    covered = ""
    before = 0
    for span in split(text, language):
        assert before <= span.start < span.end
        assert not text[before : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        covered += text[span.start : span.end]
        before = span.end
    assert not text[before:].strip()


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u202e"])
def test_texts_without_words_raise_nothing(text: str) -> None:
    assert len(split(text, "en")) <= 1


@pytest.mark.parametrize("unit", ["a", ".", '"', "“", "A. ", "。", "“a.” ", "a.", "« ", "\n\n"])
def test_long_odd_text_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    split(unit * (200_000 // len(unit)), "en")
    assert time.process_time() - started < 10
