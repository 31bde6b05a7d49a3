"""Figures that count who tells the news. The sentences are invented."""

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.marks import marks
from generator.compare.tellers import counts_tellers
from tests.compare.telling import story, told
from tests.compare.test_rivals import between


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("According to two officials in Orrin, the mayor has left.", True, "en"),
        ("The letter was short, said three people who read it.", True, "en"),
        ("Two people in the room said he shouted.", True, "en"),
        ("Police said 14 people were killed.", False, "en"),
        ("Fourteen people were killed, police said.", False, "en"),
        ("Ada, who leads the brigade, said 14 people were killed.", False, "en"),
        ("Ada, who leads the guild, said 6,400 jobs depended on it.", False, "en"),
        ("قال ثلاثة مسؤولين إن الرسالة وصلت.", True, "ar"),
        ("قال الوزير إن ثلاثة عمال قتلوا.", False, "ar"),
        ("Selon deux responsables, le maire est parti.", True, "fr"),
        ("Laut zwei Beamten ist der Minister weg.", True, "de"),
        ("Según dos funcionarios, el alcalde se fue.", True, "es"),
        ("According to the survey, wages fell by 4 percent.", False, "en"),
    ],
)
def test_who_is_asked_is_no_part_of_the_news(text: str, expected: bool, language: str) -> None:  # noqa: FBT001 - a case
    reading = read(story(told("A", text, language=language)), settings=ComparisonSettings())[1]
    (statement,) = reading.statements
    assert [counts_tellers(statement, figure) for figure in marks(statement).figures] == [expected]


def test_two_outlets_may_have_asked_different_people() -> None:
    one, other = "The mayor of Orrin left, said two people.", "The mayor of Orrin left, said three people."
    assert between(one, other, "figure") == []
    assert between(one, other, "rule figure") == []
