"""What articles that tell much by themselves take off the odds. Texts are invented."""

from math import exp, log

import pytest

from generator.compare import ComparisonSettings, read
from generator.compare.alignment import Reading
from generator.compare.rivals import verdict
from generator.compare.rivals.lengths import doubt, is_long, length, unanswered
from generator.compare.rivals.verdict import doubted, verdicts
from tests.compare.telling import story, told
from tests.compare.test_verdict import TABLE, Desk


def _reading(count: int, *, same: bool = False) -> Reading:
    text = " ".join(f"Shop {number} sells lamp number {number}." for number in range(200, 200 + count))
    other = " ".join(f"Boat {number} lost sail of {number}." for number in range(3000, 3000 + count))
    members = (told("A", text), told("B", text.replace("sells", "has") if same else other))
    return read(story(*members), settings=ComparisonSettings())[1]


@pytest.mark.parametrize(("count", "long"), [(1, False), (40, False), (150, True)])
def test_what_articles_tell_by_themselves_raises_doubt(count: int, long: bool) -> None:  # noqa: FBT001 - a case
    reading = _reading(count)
    assert length(reading) == count
    assert unanswered(reading) == pytest.approx(6 * count)
    assert doubt(reading) == pytest.approx(12 * log(max(1.0, 6 * count / 265)))
    assert is_long(reading) is long


def test_what_two_articles_tell_alike_raises_none_however_long() -> None:
    reading = _reading(150, same=True)
    assert unanswered(reading) == pytest.approx(0.0)
    assert doubt(reading) == 0.0


def test_doubt_is_taken_off_the_logarithm_of_the_odds() -> None:
    assert doubted(0.9, 0.0) == pytest.approx(0.9)
    assert doubted(0.9, log(9)) == pytest.approx(0.5)
    assert doubted(1.0, 5.0) == 1.0
    assert doubted(0.0, 5.0) == 0.0


def test_quotations_have_no_part_in_the_doubt_and_figures_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "tables", lambda: TABLE)
    desk = Desk()
    kinds = ("wording", "figure", "time")
    made = [
        desk.rival("figure", ((0, place), (1, place)), 4.0, kind) for kind, place in zip(kinds, (1, 2, 6), strict=True)
    ]
    odds = exp(-1.0 + 1.5 * 4)
    found = {one.rival.contrast.kind: one.likelihood for one in verdicts(made, least=0.5, doubt=2.0)}
    parts = {"wording": 0.0, "figure": 0.4, "time": 2.0}
    assert found == {kind: pytest.approx(odds / exp(part) / (1 + odds / exp(part))) for kind, part in parts.items()}
