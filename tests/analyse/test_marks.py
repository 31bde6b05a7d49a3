"""Quotation marks of many kinds, odd ones too, bound what they should. All texts are invented."""

import pytest

from generator.analyse.marks import Stretch, stretches
from generator.analyse.paragraphs import paragraphs


def _found(text: str) -> list[Stretch]:
    return list(stretches(text, paragraphs(text)))


def _inner(text: str) -> list[str]:
    return [text[one.start : one.end] for one in _found(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We go,” he said. “We stay.”", ["We go,", "We stay."]),
        ("„Wir gehen“, sagte er. »Wir bleiben«, sagte sie.", ["Wir gehen", "Wir bleiben"]),
        ("«\u00a0Nous partons\u00a0», dit-il. « Oui »", ["Nous partons", "Oui"]),
        ("”Vi går”, sa han. ”Ja.”", ["Vi går", "Ja."]),
        ("''We go,'' he said.", ["We go,"]),
        ("他说：“我们走。”她说「对」。", ["我们走。", "对"]),
        ("قال ”نحن هنا“ اليوم", ["نحن هنا"]),
        ('وقال" نحن بخير" ثم سكت', ["نحن بخير"]),
        ('רה"מ אמר: "אנחנו נלך"', ["אנחנו נלך"]),
        ("‘We won’t leave the officers’ houses,’ he said.", ["We won’t leave the officers’ houses,"]),
        ("'It isn't over,' he said, 'the farmers' market stays.'", ["It isn't over,", "the farmers' market stays."]),
        ("“He called it “nonsense”, twice,” she said.", ["He called it “nonsense”, twice,"]),
        ("“He called it ‘nonsense’,” she said.", ["He called it ‘nonsense’,"]),
        ('“Mixed marks," he said.', ["Mixed marks,"]),
        ("He is 6'2\" tall. “Yes,” he said.", ["Yes,"]),
        ("In the ’90s Israel’s and Jess’ house stood.", []),
        ("« A bullet and no quotation", []),
        ('<a href="x" title="y z">Text</a> “Yes.”', ["Yes."]),
    ],
)
def test_pairs(text: str, inner: list[str]) -> None:
    assert _inner(text) == inner


def test_an_unclosed_quotation_goes_on_in_the_next_paragraph() -> None:
    first, second = _found("“We waited.\n\n“We go,” he said.")
    assert first.continues
    assert not first.repaired
    assert second.closed
    assert not second.continues


def test_an_unclosed_quotation_ends_with_its_paragraph_and_is_flagged() -> None:
    (one,) = _found("He said: “We waited.\n\nNobody came.")
    assert not one.closed
    assert one.repaired


def test_a_stray_closing_mark_is_reported_as_unopened() -> None:
    (one,) = _found("We waited.” He left.")
    assert not one.opened
    assert one.repaired


def test_headings_and_repeated_paragraphs_hold_no_quotations() -> None:
    text = "“Caption” words\n\nBody “one two”.\n\n“Caption” words"
    assert _inner(text) == ["one two"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“We will go," said Ann. Nobody came. “We stay," said Bo. Then he left.', ["We will go,", "We stay,"]),
        ('“We will go," said Ann. The town was quiet. “We stay,” said Bo. "Never," he said.',
         ["We will go,", "We stay,", "Never,"]),
        ('"We will go,” said Ann. The town was quiet. "We stay," said Bo.', ["We will go,", "We stay,"]),
        ('„Wir gehen", sagte Ann. Die Stadt war still. „Wir bleiben", sagte Bo.', ["Wir gehen", "Wir bleiben"]),
        ('قالت آن: “سنذهب". كانت المدينة هادئة. وقال بو: “سنبقى".', ["سنذهب", "سنبقى"]),
        ('“We will go, " said Ann in the hall. " We stay. " Later she called it " a day " and left.',
         ["We will go,", "We stay.", "a day"]),
        ('“He said "yes" to me,” said Ann. “I "know" it,” said Bo.', ['He said "yes" to me,', 'I "know" it,']),
    ],
)  # fmt: skip
def test_marks_that_open_and_close_in_different_ways_swallow_nothing_between(text: str, expected: list[str]) -> None:
    assert _inner(text) == expected
