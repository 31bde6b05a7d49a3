"""Words and states that exclude each other, causes, and who is named as a source. All texts are invented."""

import pytest

from generator.language.relations import akin, excluded_by
from tests.compare.telling import compared, quote, rows, text_of, told


def test_wordnet_and_the_list_of_news_words_oppose_both_ways() -> None:
    assert "fall" in excluded_by("rise")
    assert "rise" in excluded_by("fall")
    assert "acquit" in excluded_by("convict")
    assert not excluded_by("table") & {"chair"}


def test_a_kind_of_thing_is_akin_to_it_and_its_sister_is_not() -> None:
    assert akin("raise", "increase")
    assert not akin("north", "south")


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The council approved the new bridge on Monday.", "The council rejected the new bridge on Monday.", "en"),
        ("Le conseil a approuvé le nouveau pont.", "Le conseil a rejeté le nouveau pont.", "fr"),
        ("El Parlamento aprobó el presupuesto.", "El Parlamento rechazó el presupuesto.", "es"),
        ("Das Parlament billigte den Haushalt.", "Das Parlament lehnte den Haushalt ab.", "de"),
    ],
)
def test_what_one_approves_the_other_rejects(one: str, other: str, language: str) -> None:
    assert len(rows(compared(told("A", one, language=language), told("B", other, language=language)), "content")) == 1


def test_what_is_done_to_another_thing_is_not_opposed() -> None:
    found = compared(
        told("A", "Mayor Sunniva Dahl rejected calls for her resignation.", {"Sunniva Dahl": "PER"}),
        told("B", "Mayor Sunniva Dahl accepted calls for an independent inquiry.", {"Sunniva Dahl": "PER"}),
    )
    assert rows(found, "content") == []


def test_a_state_of_affairs_is_opposed_across_paragraphs() -> None:
    found = compared(
        told("A", "The minister said the situation was under control. Schools close early."),
        told("B", "Doctors warn that the situation is out of control. There are no beds left."),
    )
    assert len(rows(found, "content")) == 1


def test_two_causes_of_one_thing_differ() -> None:
    found = compared(
        told("A", "The explosion in the mill was caused by a leaking pipe. Nobody was hurt."),
        told("B", "The explosion in the mill was due to flour dust. A cat survived."),
    )
    assert [text_of(found, side.value) for row in rows(found, "content") for side in row.sides] == [
        "leaking pipe",
        "flour dust",
    ]


def test_one_report_of_two_kinds_of_sources_is_a_difference() -> None:
    one = "Inflation will slow to 3 percent by the end of next year, according to the bank's economists."
    other = "The finance ministry expects inflation to slow to 3 percent by the end of next year."
    said = "Inflation will slow to 3 percent by the end of next year"
    expected = "inflation to slow to 3 percent by the end of next year"
    found = compared(
        told("A", one, quotes=[quote(one, said, "the bank's economists", "indirect")]),
        told("B", other, quotes=[quote(other, expected, "The finance ministry", "indirect")]),
    )
    assert [text_of(found, side.value) for row in rows(found, "attribution") for side in row.sides] == [
        "the bank's economists",
        "The finance ministry",
    ]


def test_all_and_most_are_not_the_same() -> None:
    found = compared(
        told("A", "All schools in the valley of Orrin were closed after the storm."),
        told("B", "Most schools in the valley of Orrin were closed after the storm."),
    )
    assert len(rows(found, "strength")) == 1


def test_what_is_accepted_here_and_rejected_there_may_stand_before_the_verb_or_behind_it() -> None:
    found = compared(
        told("A", "The insurer Tallgate has accepted most of the 730 claims from the orchards.", {"Tallgate": "ORG"}),
        told("B", "The insurer Tallgate turns growers away: of 730 claims, most were rejected.", {"Tallgate": "ORG"}),
    )
    assert len(rows(found, "content")) == 1


def test_another_side_of_the_same_bridge_is_another_place() -> None:
    found = compared(
        told("A", "انهار الجسر الشمالي ليلا.", language="ar"), told("B", "سقط الجسر الجنوبي فجرا.", language="ar")
    )
    assert len(rows(found, "place")) == 1
