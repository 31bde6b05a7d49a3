"""Figures in words are whole numbers or none. All texts are invented."""

import pytest

from generator.compare import ComparisonSettings
from generator.compare.entities import entities
from generator.compare.figures import figures
from generator.compare.statements import statements
from tests.compare.telling import story, told


def _values(text: str, language: str) -> list[float]:
    told_of = story(told("A", text, language=language))
    (statement,) = statements(told_of, entities(told_of, settings=ComparisonSettings()))
    return [figure.value for figure in figures(statement)]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Seventeen sailors were hurt in the harbour.", "en", [17]),
        ("Twenty one sailors were hurt in the harbour.", "en", [21]),
        ("Two hundred and fifty sailors were hurt in the harbour.", "en", [250]),
        ("Three thousand sailors were hurt in the harbour.", "en", [3000]),
        ("Seven three sailors were hurt in the harbour.", "en", []),
        ("أصيب سبعة عشر شخصاً في الميناء يوم الأربعاء.", "ar", [17]),
        ("أصيب واحد وعشرون شخصاً في الميناء يوم الأربعاء.", "ar", [21]),
        ("أصيب عشرة أشخاص في الميناء يوم الأربعاء.", "ar", [10]),
        ("أصيب 21 شخصاً في الميناء يوم الأربعاء.", "ar", [21]),
    ],
)
def test_words_make_one_number_or_none(text: str, language: str, values: list[float]) -> None:
    assert _values(text, language) == values
