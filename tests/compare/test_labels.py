"""What outlets call people, bodies and happenings in their own voice. All texts are invented."""

import tomllib
from importlib.resources import files

import pytest

from generator.model import Comparison, Label
from tests.compare.telling import compared, quote, rows, text_of, told

NAMES: dict[str, Label] = {
    "Cape Sorley": "LOC", "Orrin": "LOC", "Hearth List": "ORG", "Tom Brandel": "PER", "Brandel": "PER", "Tarn": "ORG",
}  # fmt: skip


def values(found: Comparison) -> list[list[str]]:
    """The words that make the difference, of each row of labels."""
    return [sorted(text_of(found, side.value) for side in row.sides) for row in rows(found, "label")]


def two(one: str, other: str) -> list[list[str]]:
    """The rows of labels of two English articles."""
    return values(compared(told("A", one, NAMES), told("B", other, NAMES)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nineteen refugees drowned off Cape Sorley on Tuesday.", "The bodies of 19 illegal migrants were found off "
         "Cape Sorley on Tuesday.", [["illegal migrants", "refugees"]]),
        ("The demonstrators marched through Orrin on Tuesday.", "Protesters walked through Orrin on Tuesday.", []),
        ("Tarn joins its rival in a merger at 40 crowns a share.", "It is a takeover: Tarn pays 40 crowns a share.",
         [["merger", "takeover"]]),
        ("Crowds filled Orrin in a protest on Tuesday.", "Police in Orrin called it a riot on Tuesday.", []),
        ("Crowds filled Orrin in a protest on Tuesday.", "Riot police stood in Orrin on Tuesday.", []),
        ("The accident in Orrin killed nine on Tuesday.", "It was no accident that Orrin lost nine on Tuesday.", []),
    ],
)  # fmt: skip
def test_people_and_happenings_without_names(one: str, other: str, expected: list[list[str]]) -> None:
    assert two(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Strikers stood at the gates of the port in Orrin.", "Wreckers stood at the gates of the port in Orrin.",
         [["Strikers", "Wreckers"]]),
        ("The swindler Tom Brandel left Orrin.", "The businessman Tom Brandel left Orrin.",
         [["businessman", "swindler"]]),
        ("The banker Tom Brandel left Orrin.", "The disgraced banker Tom Brandel left Orrin.", []),
        ("The vessel burned off Orrin on Tuesday.", "The rust bucket burned off Orrin on Tuesday.",
         [["rust bucket", "vessel"]]),
        ("The speech in Orrin lasted an hour on Tuesday.", "The tirade in Orrin lasted an hour on Tuesday.",
         [["speech", "tirade"]]),
        ("The teacher Tom Brandel left Orrin.", "The writer Tom Brandel left Orrin.", []),
    ],
)  # fmt: skip
def test_words_that_take_a_side(one: str, other: str, expected: list[list[str]]) -> None:
    assert two(one, other) == expected


def test_far_apart_in_the_articles_many_words_must_be_shared() -> None:
    filler = " ".join(f"House number {n} has a blue door and {n * 3} windows." for n in range(3, 12))
    assert two(f"{filler} A protest was held in Orrin once.", f"{filler} Years ago a riot shook Orrin once.") == []


def test_a_bodys_own_adjectives() -> None:
    one, other = "Brandel leads the far-right Hearth List.", "He voted for the patriotic Hearth List."
    assert two(one, other) == [["far-right", "patriotic"]]
    assert two("It was the infamous Hearth List dossier.", other) == []


def test_what_stands_behind_a_persons_name_is_not_the_person() -> None:
    one, other = "The Brandel regime is over.", "The Brandel government had ruled for long."
    assert two(one, other) == [["government", "regime"]]
    assert two(one, "President Tom Brandel left.") == []


def test_across_languages() -> None:
    arabic = told(
        "B", "انتشلت السلطات جثث 19 مهاجرا غير شرعي يوم الثلاثاء قبالة رأس سورلي.", {"رأس سورلي": "LOC"}, language="ar"
    )
    found = compared(told("A", "At least 19 refugees drowned off Cape Sorley on Tuesday.", NAMES), arabic)
    assert values(found) == [["refugees", "مهاجرا غير شرعي"]]
    assert rows(found, "label")[0].translated


def test_words_in_quotation_marks_are_somebody_elses() -> None:
    text = 'A man from Orrin said: "The riot on Tuesday was a shame."'
    one = told("A", text, NAMES, [quote(text, "The riot on Tuesday was a shame.")])
    assert values(compared(one, told("B", "The protest in Orrin on Tuesday was large.", NAMES))) == []


def test_families_and_classes_have_the_same_names_in_every_language() -> None:
    tables = {
        code: tomllib.loads((files("generator.compare") / "data" / "labels" / f"{code}.toml").read_text("utf-8"))
        for code in ("en", "ar", "fr", "de", "es")
    }
    kinds = {kind for kind in tables["en"] if kind != "voice"}
    for table in tables.values():
        assert set(table) - {"voice"} <= kinds
        for kind in kinds & set(table):
            assert set(table[kind]) <= set(tables["en"][kind])
