"""Under which words a text is found."""

import pytest

from generator.language.fold import fold
from generator.render.search import forms


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("إسرائيل", "اسرائيل"),
        ("المدرسة", "مدرسه"),
        ("والوزيرُ", "وزير"),
        ("وزير", "وزير"),
        ("بالاتفاق", "اتفاق"),
        ("للوزراء", "وزراء"),
        ("Café", "cafe"),
        ("ŁÓDŹ", "lodz"),
        ("東京都知事", "京都"),
    ],
)
def test_written_forms_hold_what_is_asked(written: str, asked: str) -> None:
    assert fold(asked) in forms(written).split()


def test_an_exact_phrase_stays_whole() -> None:
    assert forms("The Town’s  Hall").startswith("the town's hall")
