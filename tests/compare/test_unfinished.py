"""What is not done yet and what is done, and who does it. All texts and names are invented."""

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.rivals import rivals
from generator.compare.rivals.traits import Rival
from generator.model import Analysis, Label
from tests.compare.telling import story, told


def unfinished(*members: Analysis) -> list[Rival]:
    """What is unfinished in one article and done in the other."""
    found = rivals(*read(story(*members), settings=ComparisonSettings()))
    return [rival for rival in found if rival.ground == "unfinished"]


def shown(rival: Rival) -> tuple[str, str]:
    """The two passages."""
    one, other = (
        words.statement.article.text[
            words.statement.tokens[words.first].start : words.statement.tokens[words.last - 1].end
        ]
        for words in (rival.contrast.one, rival.contrast.other)
    )
    return one, other


@pytest.mark.parametrize(
    ("one", "other", "begins", "language"),
    [
        ("The firms signed a non-binding memorandum on the mill.", "The firm acquired the mill.", "non-binding", "en"),
        ("The closure of the mill is only a recommendation.", "The mill was closed on Monday.", "recommendation", "en"),
        ("The council put off the vote on the mill.", "The council approved the mill.", "put off", "en"),
        ("إغلاق المصنع ليس سوى توصية.", "أغلقت الشركة المصنع.", "توصية", "ar"),
        ("Der Verkauf der Mühle ist noch ein Entwurf.", "Der Verkauf der Mühle wurde beschlossen.", "Entwurf", "de"),
        ("La vente du moulin reste une proposition.", "La vente du moulin a été adoptée.", "proposition", "fr"),
        ("La venta del molino es una propuesta.", "La venta del molino fue aprobada.", "propuesta", "es"),
    ],
)
def test_what_is_unfinished_may_be_opposed_by_what_is_done(one: str, other: str, begins: str, language: str) -> None:
    found = unfinished(told("A", one, language=language), told("B", other, language=language))
    assert any(shown(rival)[0].startswith(begins) for rival in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The firm agreed to sell the mill.", "The firm agreed to sell the mill for 5 million crowns."),
        ("The closure of the mill is a proposal.", "The proposal to close the mill was read on Monday."),
        ("The firm plans to sell the mill.", "The firm intends to sell the mill."),
    ],
)
def test_what_both_call_unfinished_is_not_opposed(one: str, other: str) -> None:
    assert not unfinished(told("A", one), told("B", other))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Kesmar Trust joined the talks on Monday.", 1.0),
        ("Kesmar Trust spoke on Sunday. It joined the talks on Monday.", 0.8),
        ("Ostrin League joined the talks on Monday.", 0.0),
    ],
)
def test_a_pronoun_does_what_the_one_named_before_it_does(other: str, expected: float) -> None:
    names: dict[str, Label] = {"Kesmar Trust": "ORG", "Ostrin League": "ORG"}
    one = told("A", "Kesmar Trust pledged to join the talks.", names)
    found = unfinished(one, told("B", other, names))
    joined = [rival for rival in found if "joined" in shown(rival)[1]]
    assert joined
    assert {rival.traits["actor"] for rival in joined} == {expected}
