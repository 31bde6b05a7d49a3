"""Work grows with the collection, not with its square. Counted, not timed; all texts are invented."""

from datetime import date, timedelta

import numpy as np
import pytest

from generator.group import GroupingSettings, Memory, group
from generator.group.similarity import compared
from generator.group.within import sketched
from generator.model import Analysis

from .conftest import FERRY, make

SETTINGS = GroupingSettings()
_PLACES = ("Halvik", "Brennau", "Varnholm", "Tolvany", "Ostermark", "Sorland", "Merrin", "Quandal")


def archive(days: int) -> list[Analysis]:
    """Three articles a day on one thing that looks much like that of any other day."""
    return [
        make(
            f"{wording} ferry number {day} of {_PLACES[day % 8]} on the reef, the coast guard of harbour {day} said.",
            date=str(date(2020, 1, 1) + timedelta(days=day)),
        )
        for day in range(days)
        for wording in ("A storm drove", "The coast guard found", "Passengers left")
    ]


def pairs(days: int) -> int:
    articles = sketched(archive(days), "en", latest=None)
    return sum(len(left) for left, _, _ in compared(articles, SETTINGS))


def test_twice_the_days_are_about_twice_the_comparisons() -> None:
    few, many = pairs(200), pairs(400)
    assert few > 0
    assert many / few == pytest.approx(2, rel=0.1)


def test_all_pairs_in_the_window_are_found_block_by_block() -> None:
    articles = sketched(archive(400), "en", latest=None)
    found = [
        (int(one), int(other))
        for left, right, _ in compared(articles, SETTINGS)
        for one, other in zip(left, right, strict=True)
    ]
    assert len(found) == len(set(found))
    near = np.abs(articles.days[:, None] - articles.days[None, :]) <= SETTINGS.window_days
    assert set(found) == {(int(i), int(j)) for i, j in zip(*np.nonzero(np.triu(near, 1)), strict=True)}


def test_a_new_article_is_compared_with_its_window_only(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, old = Memory(), archive(120)
    group(old, memory=memory)
    seen: list[int] = []
    sketch_all = Memory.sketched

    def counted(self: Memory, analyses: list[Analysis], language: str, **more: object) -> object:
        seen.append(len(analyses))
        return sketch_all(self, analyses, language, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Memory, "sketched", counted)
    group([*old, make(FERRY[0], date="2020-03-01")], memory=memory)
    assert 0 < seen[0] <= (2 * SETTINGS.window_days + 1) * 3 + 1
    assert max(seen) < len(old) / 2
