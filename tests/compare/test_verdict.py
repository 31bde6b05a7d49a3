"""How likely rivals are, and which of them stand. Tables and texts are invented."""

from dataclasses import replace
from math import exp

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.matching import Contrast, Words
from generator.compare.rivals import contradictions, verdict
from generator.compare.rivals.standing import Standing
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches
from generator.compare.rivals.verdict import Table, Weight, likelihood, tables, verdicts
from generator.model import DifferenceKind
from tests.compare.telling import story, told

TABLE = {
    "figure": Table(-1.0, 0.5, {"near": Weight(2.0, 0.5, 1.5), "asks": Weight(0.0, 0.001, -4.0)}),
    "denial": Table(-1.0, 0.5, {"near": Weight(2.0, 0.5, 1.5)}),
    "wording": Table(-1.0, 0.9, {"near": Weight(2.0, 0.5, 1.5)}),
}


@pytest.fixture(autouse=True)
def _tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "tables", lambda: TABLE)


def test_the_likelihood_is_the_logistic_sum_of_the_traits() -> None:
    assert likelihood("figure", {"near": 3.0}) == pytest.approx(1 / (1 + exp(1.0 - 1.5 * 2)))
    assert likelihood("figure", {"near": 2.0, "other": 7.0}) == pytest.approx(1 / (1 + exp(1.0)))
    assert likelihood("figure", {}) == pytest.approx(1 / (1 + exp(1.0 + 1.5 * 4)))


def test_a_trait_far_from_the_mean_is_cut_at_six_deviations() -> None:
    assert likelihood("figure", {"near": 5.0}) == pytest.approx(1 / (1 + exp(1.0 - 1.5 * 6)))
    assert likelihood("figure", {"near": 5.0}) == likelihood("figure", {"near": 500.0})
    assert likelihood("figure", {"near": 5.0, "asks": 1.0}) == pytest.approx(1 / (1 + exp(1.0 - 1.5 * 6 + 4.0 * 6)))


def test_nothing_is_likely_on_an_unknown_ground() -> None:
    assert likelihood("astrology", {"near": 3.0}) == 0.0


def test_the_shipped_tables_are_sound() -> None:
    shipped = tables()
    assert {"figure", "moment", "place", "denial", "opposite", "claim", "mouth", "name", "wording"} <= set(shipped)
    for table in shipped.values():
        assert all(weight.deviation > 0 for weight in table.traits.values())


TEXTS = (
    "Police arrested 17 farmers and hurt 5 of them.",
    "Police arrested 71 farmers and hurt 9 of them.",
    "Police arrested 44 farmers and hurt 3 of them.",
)


class Desk:
    """Rivals of three statements, one of each outlet, by hand: which words, what ground, how near."""

    def __init__(self) -> None:
        members = [told(outlet, text) for outlet, text in zip("ABC", TEXTS, strict=True)]
        _, reading = read(story(*members), settings=ComparisonSettings())
        self.statements = reading.statements
        self._matches = Matches(Standing(reading))

    def rival(
        self, ground: str, sides: tuple[tuple[int, int], tuple[int, int]], near: float, kind: DifferenceKind = "figure"
    ) -> Rival:
        """The rival of two words, each given by its statement and its place there."""
        one, other = (Words(self.statements[number], place, place + 1) for number, place in sides)
        match, _ = self._matches.of(one.statement, other.statement)
        found = Contrast(kind=kind, subject=one, one=one, other=other, poles=("a", "b"), strength=1.0)
        return Rival(found, match, ground, {"near": near})


def _kept(*rivals: Rival, least: float = 0.5) -> list[tuple[str, int, int, int, int]]:
    return [
        (found.rival.ground, one.statement.number, one.first, other.statement.number, other.first)
        for found in verdicts(rivals, least=least)
        for one, other in [(found.rival.contrast.one, found.rival.contrast.other)]
    ]


def test_the_likeliest_comes_first_and_what_is_unlikely_is_left_out() -> None:
    desk = Desk()
    low, high = desk.rival("figure", ((0, 2), (1, 2)), 2.5), desk.rival("figure", ((0, 6), (1, 6)), 4.0)
    doubtful = desk.rival("figure", ((0, 2), (2, 2)), 2.2)
    assert _kept(low, high, doubtful) == [("figure", 0, 6, 1, 6), ("figure", 0, 2, 1, 2)]
    assert _kept(low, high, least=0.9) == [("figure", 0, 6, 1, 6)]


def test_a_ground_may_ask_for_more_certainty_than_the_settings() -> None:
    desk = Desk()
    sides = ((0, 2), (1, 2))
    assert _kept(desk.rival("wording", sides, 3.0, "wording")) == []
    assert _kept(desk.rival("wording", sides, 5.0, "wording")) == [("wording", 0, 2, 1, 2)]


def test_a_passage_is_opposed_by_one_of_each_other_article() -> None:
    desk = Desk()
    first, second = desk.rival("figure", ((0, 2), (1, 2)), 4.0), desk.rival("figure", ((0, 2), (1, 6)), 3.5)
    elsewhere = desk.rival("figure", ((0, 2), (2, 2)), 3.0)
    assert _kept(second, elsewhere, first) == [("figure", 0, 2, 1, 2), ("figure", 0, 2, 2, 2)]


def test_two_statements_differ_in_one_matter_and_in_values_besides() -> None:
    desk = Desk()
    matter = desk.rival("denial", ((0, 1), (1, 1)), 4.0, "content")
    less = desk.rival("denial", ((1, 3), (0, 3)), 3.5, "content")
    third = desk.rival("denial", ((0, 1), (2, 1)), 3.2, "content")
    figure = desk.rival("figure", ((0, 2), (1, 2)), 3.0)
    assert _kept(less, figure, third, matter) == [
        ("denial", 0, 1, 1, 1), ("denial", 0, 1, 2, 1), ("figure", 0, 2, 1, 2)
    ]  # fmt: skip


def test_equals_are_ordered_by_their_place_whatever_order_they_come_in() -> None:
    desk = Desk()
    every = [desk.rival("figure", ((0, place), (1, place)), 3.0) for place in (6, 2)]
    assert _kept(*every) == _kept(*every[::-1]) == [("figure", 0, 2, 1, 2), ("figure", 0, 6, 1, 6)]


def test_between_languages_more_certainty_is_asked_for() -> None:
    desk = Desk()
    same = desk.rival("figure", ((0, 2), (1, 2)), 2.6)
    match = desk.rival("figure", ((0, 2), (1, 2)), 2.6).match
    match.pair = replace(match.pair, across=True)
    across = same._replace(match=match)
    assert 0.5 < likelihood("figure", same.traits) < 0.7
    assert verdicts([across], least=0.5) == []
    match.pair = replace(match.pair, across=False)
    assert len(verdicts([same], least=0.5)) == 1


def test_a_rule_that_no_labelled_story_tests_counts_at_its_own_strength() -> None:
    desk = Desk()
    strong, weak = (
        desk.rival("heading", ((0, 2), (1, place)), 1.0)._replace(traits={"strength": strength})
        for place, strength in ((2, 0.8), (6, 0.7))
    )
    assert [v.likelihood for v in verdicts([strong, weak], least=0.5)] == [0.8]


def test_what_is_likely_is_a_contradiction_as_strong_as_it_is_likely() -> None:
    members = [told(outlet, text) for outlet, text in zip("AB", TEXTS[:2], strict=True)]
    found = contradictions(*read(story(*members), settings=ComparisonSettings()), least=0.5)
    shown = {(contrast.kind, contrast.poles): contrast.strength for contrast, _ in found}
    assert all(0.5 <= strength <= 1 for strength in shown.values())
    assert ("figure", ("17", "71")) in shown
