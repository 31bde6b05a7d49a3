"""What the other rivals of a passage say about one. Texts are invented; see the desk of test_verdict."""

from math import log

import pytest

from generator.compare.rivals.competition import competing
from generator.compare.rivals.traits import Rival
from tests.compare.test_verdict import Desk


def _near(rival: Rival, nearness: float) -> Rival:
    return rival._replace(traits={"nearness": nearness})


def test_a_passage_that_may_oppose_two_of_one_source_has_a_competitor() -> None:
    desk = Desk()
    first, second, alone = competing(
        [
            _near(desk.rival("figure", ((0, 2), (1, 2)), 1.0), 0.7),
            _near(desk.rival("figure", ((0, 2), (1, 6)), 1.0), 0.4),
            _near(desk.rival("figure", ((0, 6), (2, 6)), 1.0), 0.1),
        ],
        length=10,
    )
    assert [rival.traits["competitors"] for rival in (first, second, alone)] == pytest.approx([log(2), log(2), 0.0])
    assert [rival.traits["nearer"] for rival in (first, second, alone)] == [0, 1, 0]
    assert [rival.traits["ahead_of"] for rival in (first, second, alone)] == pytest.approx([0.3, -0.3, 0.1])


def test_neither_another_source_nor_another_ground_competes() -> None:
    desk = Desk()
    found = competing(
        [
            _near(desk.rival("figure", ((0, 2), (1, 2)), 1.0), 0.7),
            _near(desk.rival("figure", ((0, 2), (2, 2)), 1.0), 0.4),
            _near(desk.rival("denial", ((0, 2), (1, 2)), 1.0), 0.9),
        ],
        length=10,
    )
    assert [rival.traits["competitors"] for rival in found] == [0.0, 0.0, 0.0]
    assert [rival.traits["of_ground"] for rival in found] == pytest.approx([log(3), log(3), log(2)])


def test_the_length_of_articles_and_the_other_traits_stay_with_each() -> None:
    desk = Desk()
    (found,) = competing([desk.rival("figure", ((0, 2), (1, 2)), 2.5)], length=20)
    assert found.traits["length"] == pytest.approx(log(20))
    assert found.traits["near"] == 2.5
