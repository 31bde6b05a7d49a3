"""What outlets call somebody, and whom they mean by it. All texts and names are invented."""

import pytest

from generator.model import Label
from tests.compare.telling import told
from tests.compare.test_rivals import NAMES, rivals_of, words_of

TAKEN_IN: dict[str, Label] = {**NAMES, "Swindler Tom Brandel": "PER"}


def called(one: str, other: str) -> list[tuple[str, str, float]]:
    """What two English texts call the same, and how many of the two are no name's neighbours."""
    found = rivals_of(told("A", one, TAKEN_IN), told("B", other, TAKEN_IN))
    return [
        (words_of(rival.contrast.one), words_of(rival.contrast.other), rival.traits["referred"])
        for rival in found
        if rival.ground == "name"
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Swindler Tom Brandel left on Monday.", "The businessman Tom Brandel left on Monday.",
         ("Swindler", "businessman", 0)),
        ("The crook of Orrin is gone. Tom Brandel left on Monday.", "The businessman Tom Brandel left town.",
         ("crook", "businessman", 1)),
        ("The firms agreed on a merger on Monday.", "The firms agreed on a takeover on Monday.",
         ("merger", "takeover", 0)),
        ("Police hunt the thieves of the files.", "Police hunt the suspects of the files.", ("thieves", "suspects", 0)),
    ],
)  # fmt: skip
def test_what_one_person_or_thing_is_called_is_found(one: str, other: str, expected: tuple[str, str, float]) -> None:
    assert expected in called(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shoppers in Orrin were glad on Monday.", "The mob of Orrin was glad on Friday."),
        ("The crook of Orrin is gone. Tom Brandel met Ada Quillfeather.", "The businessman Tom Brandel left town."),
        ("The siren howled in the teenagers' old palace at two.", "The burglars howled in the old palace at two."),
    ],
)
def test_neither_a_place_nor_one_of_several_people_nor_an_owner_is_called_so(one: str, other: str) -> None:
    assert all(
        pair[:2] not in {("Shoppers", "mob"), ("crook", "businessman"), ("teenagers", "burglars")}
        for pair in called(one, other)
    )


def test_how_two_articles_see_a_family_throughout_is_a_trait() -> None:
    one = "The marchers crossed the bridge on Monday."
    apart = rivals_of(told("A", one, NAMES), told("B", "The thugs crossed the bridge on Monday.", NAMES))
    mixed = rivals_of(
        told("A", one, NAMES), told("B", "The thugs crossed the bridge on Monday. Protesters sang in Orrin.", NAMES)
    )
    found = [[rival.traits["views_apart"] for rival in held if rival.ground == "name"] for held in (apart, mixed)]
    assert found == [[1], [0]]
