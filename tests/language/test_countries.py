"""Words that tell of a country without its name: demonyms, capitals, seats of government."""

import pytest

from generator.language.countries import country_of, is_seat, speaks_of


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("United States", "An American diplomat left."),
        ("United States", "The U.S. said so."),
        ("United Kingdom", "Two British ships sailed."),
        ("Netherlands", "La police néerlandaise a refusé."),
        ("الولايات المتحدة", "قال مسؤول أميركي"),
        ("Egypt", "قال المصريون"),
        ("Germany", "The minister flew back to Berlin."),
        ("the Kremlin", "Russian troops left."),
        ("Afghanistan", "Afghan farmers protested."),
        ("Estados Unidos", "un barco estadounidense"),
    ],
)
def test_a_country_is_spoken_of_by_other_words_than_its_name(name: str, text: str) -> None:
    code = country_of(name)
    assert code is not None
    assert speaks_of(text, code)


@pytest.mark.parametrize(
    ("name", "text"),
    [("United States", "Let us go home."), ("Iran", "She wore a raincoat."), ("Mali", "The act was malicious."),
     ("Chad", "The chair stood there."), ("Oman", "A woman left."), ("Germany", "Two Dutch ships sailed.")],
)  # fmt: skip
def test_other_words_do_not_speak_of_a_country(name: str, text: str) -> None:
    code = country_of(name)
    assert code is not None
    assert not speaks_of(text, code)


def test_what_is_no_country_has_no_code_and_seats_are_seats() -> None:
    assert country_of("Orrin Ferry Authority") is None
    assert is_seat("the White House")
    assert is_seat("البيت الأبيض")
    assert not is_seat("Washington")
