"""Quotations that are worded differently, and those that only seem to be. All texts and people are invented."""

from dataclasses import replace

import pytest

from generator.compare.rivals.exchanged import exchanged
from generator.compare.rivals.traits import Rival
from generator.model import Analysis, Label, Sentence, Span
from tests.compare.telling import quote, told
from tests.compare.test_rivals import rivals_of, words_of

NAMES: dict[str, Label] = {"Ada Quillfeather": "PER", "Tom Brandel": "PER", "آدا كويلفذر": "PER"}
WHOLE = "We will open the old lock tonight. The meadows below the mill have to be flooded first."
ARABIC = "لن نغلق المدرسة القديمة في القرية قبل الصيف"


def _said(outlet: str, words: str, speaker: str = "Ada Quillfeather", language: str = "en") -> Analysis:
    said = "وقالت" if language == "ar" else "said"
    text = f'{said} {speaker}: "{words}"' if language == "ar" else f'{speaker} {said}: "{words}"'
    return told(outlet, text, NAMES, [quote(text, words, speaker)], language=language)


def _wordings(*members: Analysis) -> list[Rival]:
    return [rival for rival in rivals_of(*members) if rival.ground == "wording"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("We should have moved sooner, and I regret that we did not.",
         "We ought to have acted earlier and I am sorry that we didn't.", "en"),
        ("She was an hour away, asleep, and had her phone beside her.",
         "She was asleep an hour away with her phone right next to her.", "en"),
        (ARABIC, "لن نقفل مدرسة القرية العتيقة قبل حلول الصيف", "ar"),
    ],
)  # fmt: skip
def test_what_one_speaker_said_in_other_words_is_proposed(one: str, other: str, language: str) -> None:
    speaker = "آدا كويلفذر" if language == "ar" else "Ada Quillfeather"
    found = _wordings(_said("A", one, speaker, language), _said("B", other, speaker, language))
    assert len(found) == 1
    assert found[0].traits["known"] == 1
    assert found[0].traits["single"] == 2


@pytest.mark.parametrize(
    "other",
    [
        WHOLE,
        "The meadows below the mill have to be flooded first.",
        "We will open the old lock tonight",
        "open the old lock",
        "have to be flooded",
        "We will open the [lower] lock tonight",
        "The meadows ... have to be flooded first.",
    ],
)
def test_what_stands_in_the_other_quotation_is_a_cut(other: str) -> None:
    assert _wordings(_said("A", WHOLE), _said("B", other)) == []
    assert _wordings(_said("A", other), _said("B", WHOLE)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. ships had three weeks of fuel", "The US ships had 3 weeks of fuel"),
        ("We're sure they\u2019re leaving the mill", "We are sure they are leaving the mill"),
    ],
)
def test_ways_of_writing_are_no_other_wording(one: str, other: str) -> None:
    assert _wordings(_said("A", one), _said("B", other)) == []


def test_other_words_of_somebody_else_are_not_proposed() -> None:
    reworded = "We will open the ancient lock today and drown the fields"
    assert _wordings(_said("A", WHOLE), _said("B", reworded))
    assert _wordings(_said("A", WHOLE), _said("B", reworded, "Tom Brandel")) == []


def test_the_sentence_that_is_worded_otherwise_is_told_from_its_neighbours() -> None:
    other = "We are opening the old lock this evening. Nobody asked the farmers at the council."
    found = _wordings(_said("A", WHOLE), _said("B", other))
    best = max(found, key=lambda rival: rival.traits["said_margin"])
    assert {words_of(best.contrast.one)[:16], words_of(best.contrast.other)[:16]} == {
        "We will open the", "We are opening t"
    }  # fmt: skip
    assert best.traits["said_margin"] > 0
    assert all(rival.traits["said_margin"] < 0 for rival in found if rival is not best)


def _speech(outlet: str, *sentences: str) -> Analysis:
    """Several quotations of one speaker, each in a sentence of its own."""
    text = " ".join(f'Ada Quillfeather said: "{words}"' for words in sentences)
    return told(outlet, text, NAMES, [quote(text, words, "Ada Quillfeather") for words in sentences])


@pytest.mark.parametrize(
    "other",
    [
        "The old lock will be opened at dawn by our tired men.",
        "Dawn saw those tired men of ours open what used to be a lock.",
    ],
)
def test_where_much_is_quoted_the_sentence_that_is_alike_most_is_the_one(other: str) -> None:
    one = "The old lock will be opened tonight by our tired men."
    more = ("Nobody in this valley has slept for a week.", "I thank the cooks.")
    found = _wordings(_speech("A", one, *more), _speech("B", other, "They deserve every coin."))
    best = max(found, key=lambda rival: rival.traits["said_margin"])
    assert [words_of(words) for words in (best.contrast.one, best.contrast.other)] == [one[:-1], other[:-1]]


def test_a_row_shows_the_words_that_stand_for_each_other_with_some_around_them() -> None:
    one = "We will open the old lock tonight and flood the green meadows of the county"
    other = "We will open the old lock tonight and drown the green meadows of the county"
    (rival,) = _wordings(_said("A", one), _said("B", other))
    found = exchanged(rival.contrast)
    shown = [words_of(words) for words in (found.one, found.other)]
    assert shown == ["tonight and flood the green", "tonight and drown the green"]
    assert exchanged(replace(rival.contrast, other=rival.contrast.one)) == replace(
        rival.contrast, other=rival.contrast.one
    )


def test_a_row_is_about_who_speaks_and_never_about_a_bare_word() -> None:
    named, other = _said("A", WHOLE), "We will open the ancient lock today and drown the fields"
    (rival,) = [r for r in _wordings(named, _said("B", other)) if "open" in words_of(r.contrast.one)]
    assert words_of(rival.contrast.subject) == "Ada Quillfeather"
    text = f'She said: "{other}"'
    unnamed = told("B", text, NAMES, [quote(text, other, None)])
    plain = told("A", f'"{WHOLE}"', NAMES, [quote(f'"{WHOLE}"', WHOLE, None)])
    subjects = [rival.contrast.subject for rival in _wordings(plain, unnamed)]
    assert subjects
    assert all(subject.last - subject.first == len(subject.statement.tokens) for subject in subjects)


def test_two_parts_of_a_longer_quotation_of_a_third_are_one_speech() -> None:
    one, other = "Keep the old lock open for the farmers", "the farmers must keep their old meadows"
    both = f"{one}, and {other}."
    assert _wordings(_said("A", one), _said("B", other))
    assert _wordings(_said("A", one), _said("B", other), _said("C", both)) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("We organised the old ferry fleet for the island", "We organise the old ferry fleets for the island", 0),
        ("We will sell the old ferry to the island", "We would sell the old ferry to the island", 0),
        ("We will sell [the Marisel] to the island for money", "We will sell to the island for money", 0),
        ("We will sell the old ferry to the island, if we must", "We will sell the old ferry to the island", 1),
        ("We will sell the old ferry to the island, today", "We will sell the old ferry to the island", 0),
        ("I will be there for all, even for those in blue", "I will be there for all, but not for those in blue", 1),
    ],
)  # fmt: skip
def test_what_is_trivial_is_no_other_wording_and_what_turns_the_sense_is(one: str, other: str, count: int) -> None:
    found = _wordings(_said("A", one), _said("B", other))
    assert len(found) == count
    assert all(rival.traits["said_turned"] for rival in found)


def _long(outlet: str, *sentences: str) -> Analysis:
    """A long article that quotes these sentences of one speaker, and has much that no other outlet has."""
    first = 1000 * (ord(outlet) - ord("A") + 1)
    told_alone = "Shop {0} sells lamp number {0}." if outlet == "A" else "Boat {0} lost sail of {0}."
    filling = " ".join(told_alone.format(number) for number in range(first, first + 60))
    text = " ".join(f'Ada Quillfeather said: "{words}"' for words in sentences) + " " + filling
    return told(outlet, text, NAMES, [quote(text, words, "Ada Quillfeather") for words in sentences])


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("We will open the rusty gate tonight and flood the green meadows", 1),
        ("Tonight the lock is going to be opened and we shall drown the meadows", 1),
        ("Farmers know our meadows and they have not asked for a boat", 0),
    ],
)
def test_in_long_articles_a_topic_in_common_is_not_enough(other: str, count: int) -> None:
    one = "We will open the old lock tonight and flood the green meadows"
    found = _wordings(_long("A", one, "I thank the cooks of this town"), _long("B", other, "Nobody has slept for days"))
    assert len([rival for rival in found if rival.contrast.one.statement is not None]) == count


def test_in_long_articles_either_of_two_sentences_that_begin_alike_may_be_meant_by_neither() -> None:
    one = "We will open the old lock tonight and flood the green meadows"
    coins = "We will open the old chest of the king tonight and count coins"
    songs = "We will open the new school tonight and sing for the teachers"
    drowned = "We will open the old gate tonight and drown the green meadows"
    long = _long("A", one, "I thank the cooks of this town")
    assert _wordings(long, _long("B", coins, songs)) == []
    found = _wordings(long, _long("B", coins, drowned))
    assert len(found) == 1
    assert "drown" in {token.forms[0] for token in found[0].contrast.other.statement.tokens}


def test_words_exchanged_close_to_each_other_are_shown_together() -> None:
    one = _said("A", "The wonderful friendship of our towns is a testament to the enduring bond that ties our people.")
    other = _said("B", "The wonderful friendship of our towns is a testimony to the historic bond between our people.")
    (rival,) = _wordings(one, other)
    shown = exchanged(rival.contrast)
    assert words_of(shown.one) == "is a testament to the enduring bond that ties our people"
    assert words_of(shown.other) == "is a testimony to the historic bond between our people"


def test_what_the_outlet_tells_between_two_quotations_is_part_of_neither() -> None:
    first, second = "The bridge will have bigger problems than ever before", "You can mark it down"
    text = f'"{first}," Ada Quillfeather said during a meeting in the town hall. "{second}."'
    start = Span(start=text.index(first), end=text.index(first) + len(first))
    again = Span(start=text.index(second), end=text.index(second) + len(second))
    said = replace(quote(text, first, "Ada Quillfeather"), spans=(start, again))
    one = replace(told("A", text, NAMES, [said]), sentences=(Sentence(start=0, end=len(text)),))
    other = _said("B", "The bridge is going to have larger problems than ever before")
    assert all("Ada" not in words_of(rival.contrast.one) for rival in _wordings(one, other))
    assert _wordings(one, other)
