"""How alike two articles of one language are, 0 to 1.

The score is logistic in the cosines of whole texts and of beginnings (tf-idf, Salton and Buckley 1988), how crowded it
is around both, the days between them, and two guards against look-alikes: weekdays named that differ, figures shared.
Its weights are in weights.json.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.group.cluster import Indices, Scores
from generator.group.products import BLOCK, dots, heaviest, matrix, near, near_to
from generator.group.settings import GroupingSettings
from generator.group.sketch import Sketch, Terms
from generator.group.surroundings import APART, Surroundings, alone
from generator.group.weights import weights

FEATURES = ("whole", "lead", "cross", "crowding", "known", "gap", "weekday", "figure")
"""The weighed features, in the order in which `features` gives them."""
TEMPERATURE = 3.0
"""Flattens the odds, so that a mean over pairs is not made by one certain pair."""
_OFFSET = 0.02  # keeps the logarithm of a cosine finite
_TOP = 40  # heaviest terms of an article, by which its candidates are found
_FLOOR = 0.07  # cosine of those at which a pair becomes a candidate
_NEXT_TO_NOTHING = 0.07
_Rows = NDArray[np.int64] | NDArray[np.int32]
_AT_ONCE = 200_000
"""Pairs that are scored at a time."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Sketches of one language in order of day, undated last, as sparse matrices with one row each."""

    ids: tuple[str, ...]
    whole: sparse.csr_array
    lead: sparse.csr_array
    figures: sparse.csr_array
    days: NDArray[np.float64]
    """NaN where unknown."""
    weekdays: NDArray[np.int64]
    ordinals: NDArray[np.int64]
    idf: NDArray[np.float32]
    """The weight of each column."""
    surroundings: Surroundings

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs of rows, `left` before `right`, with their scores."""

    left: Indices
    right: Indices
    scores: Scores


@dataclass(frozen=True, slots=True)
class Products:
    """Pairs of rows, `left` before `right`: the cosines of whole texts and beginnings, whether a figure is shared.

    `cross` is the cosine of one's beginning and the other's whole text, the larger of both ways. There are many pairs,
    so they are kept small.
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    whole: NDArray[np.float32]
    lead: NDArray[np.float32]
    cross: NDArray[np.float32]
    figure: NDArray[np.bool_]

    def only(self, wanted: slice | NDArray[np.intp]) -> "Products":
        """These pairs of them."""
        return Products(
            left=self.left[wanted],
            right=self.right[wanted],
            whole=self.whole[wanted],
            lead=self.lead[wanted],
            cross=self.cross[wanted],
            figure=self.figure[wanted],
        )


def collection(sketches: Sequence[Sketch], idf: NDArray[np.float32]) -> Collection:
    """The sketches sorted by day and id; `idf` is the weight of each column of their vocabulary.

    Nothing is known of the surroundings yet.
    """
    ordered = tuple(sorted(sketches, key=lambda s: (s.day is None, s.day or 0.0, s.article_id)))
    width = max(len(idf), 1)
    figures = [Terms(s.figures, np.ones(len(s.figures), dtype=np.float32)) for s in ordered]
    return Collection(
        ids=tuple(s.article_id for s in ordered),
        whole=matrix([s.whole for s in ordered], width),
        lead=matrix([s.lead for s in ordered], width),
        figures=matrix(figures, width),
        days=np.array([np.nan if s.day is None else s.day for s in ordered], dtype=np.float64),
        weekdays=np.array([s.weekdays for s in ordered], dtype=np.int64),
        ordinals=np.array([s.ordinals for s in ordered], dtype=np.int64),
        idf=idf,
        surroundings=alone(len(ordered)),
    )


def surrounded(articles: Collection, found: Products, settings: GroupingSettings) -> Collection:
    """The articles with these pairs, not known before, in their surroundings."""
    likenesses = found.whole * _fade(articles, found.left, found.right, settings)
    return replace(articles, surroundings=articles.surroundings.with_more(found.left, found.right, likenesses))


def products(articles: Collection, settings: GroupingSettings, *, of: Indices | None = None) -> Products:
    """The pairs within the time window that share heavy terms, in order of rows; with `of` only those of these rows.

    Pairs that can neither be neighbours nor score are left out as soon as they are found, so memory grows with what is
    alike and not with what is compared.
    """
    parts = [_shared(articles, *pairs, settings) for pairs in compared(articles, settings, of=of)]
    found = _joined(parts)
    if of is None:
        return found
    # A pair of two of the rows asked for is found from both.
    _, first = np.unique(found.left * np.int64(len(articles)) + found.right, return_index=True)
    return found.only(first)


def candidates(articles: Collection, found: Products, settings: GroupingSettings) -> Pairs:
    """The pairs with their scores, but for those that score next to nothing."""
    starts = range(0, len(found.left), _AT_ONCE)
    parts = [_likeness(articles, found.only(slice(start, start + _AT_ONCE)), settings) for start in starts]
    likely = np.concatenate([np.empty(0), *parts])
    kept = likely >= _NEXT_TO_NOTHING
    return Pairs(found.left[kept].astype(np.int64), found.right[kept].astype(np.int64), likely[kept])


def compared(
    articles: Collection, settings: GroupingSettings, *, of: Indices | None = None
) -> Iterator[tuple[Indices, Indices, Scores]]:
    """All pairs within the window that share heavy terms, and the cosines of these, block by block."""
    heavy = heaviest(articles.whole, _TOP)
    if of is None:
        for start in range(0, len(articles), BLOCK):
            yield near(heavy, articles.days, start, settings.window_days, floor=_FLOOR)
    else:
        for start in range(0, len(of), BLOCK):
            yield near_to(heavy, articles.days, of[start : start + BLOCK], settings.window_days, floor=_FLOOR)


def _joined(parts: Sequence[Products]) -> Products:
    return Products(
        left=np.concatenate([np.empty(0, dtype=np.int32), *(part.left for part in parts)]),
        right=np.concatenate([np.empty(0, dtype=np.int32), *(part.right for part in parts)]),
        whole=np.concatenate([np.empty(0, dtype=np.float32), *(part.whole for part in parts)]),
        lead=np.concatenate([np.empty(0, dtype=np.float32), *(part.lead for part in parts)]),
        cross=np.concatenate([np.empty(0, dtype=np.float32), *(part.cross for part in parts)]),
        figure=np.concatenate([np.empty(0, dtype=np.bool_), *(part.figure for part in parts)]),
    )


def _shared(articles: Collection, left: Indices, right: Indices, heavy: Scores, settings: GroupingSettings) -> Products:
    """The pairs that may count, with what they share."""
    fade = _fade(articles, left, right, settings)
    # A pair days apart needs a higher cosine to be as near.
    possible = heavy * fade > _FLOOR
    left, right, fade = left[possible], right[possible], fade[possible]
    whole = dots(articles.whole, left, right)
    close = whole * fade > APART
    left, right = left[close], right[close]
    one, other = dots(articles.lead, left, right, articles.whole), dots(articles.whole, left, right, articles.lead)
    return Products(
        left=left.astype(np.int32),
        right=right.astype(np.int32),
        whole=whole[close].astype(np.float32),
        lead=dots(articles.lead, left, right).astype(np.float32),
        cross=np.maximum(one, other).astype(np.float32),
        figure=dots(articles.figures, left, right) > 0,
    )


def _fade(articles: Collection, left: _Rows, right: _Rows, settings: GroupingSettings) -> Scores:
    """What the days between leave of a likeness: all of it where they are unknown."""
    gap = np.nan_to_num(np.abs(articles.days[left] - articles.days[right]))
    left_over: Scores = np.exp(-((gap / settings.decay_days / 2) ** 2))
    return left_over


def features(articles: Collection, found: Products, settings: GroupingSettings) -> Scores:
    """One row of `FEATURES` for each pair.

    Logarithms of the three cosines, how crowded it is around both rows, whether the days between are known and their
    square, whether weekdays differ, whether a figure is shared.
    """
    left, right = found.left, found.right
    around = articles.surroundings
    gap = np.abs(articles.days[left] - articles.days[right])
    known = ~np.isnan(gap)
    return np.stack(
        [
            np.log(found.whole.astype(np.float64) + _OFFSET),
            np.log(found.lead.astype(np.float64) + _OFFSET),
            np.log(found.cross.astype(np.float64) + _OFFSET),
            around.crowding[left] + around.crowding[right],
            known,
            np.where(known, gap / settings.decay_days, 0.0) ** 2 / 2,
            _differ(articles.weekdays, left, right),
            found.figure,
        ],
        axis=1,
    )


def _likeness(articles: Collection, found: Products, settings: GroupingSettings) -> Scores:
    """The scores that features give; 0 outside the time window and where ordinals in the titles differ."""
    w = weights()
    z: Scores = features(articles, found, settings) @ np.array([getattr(w, name) for name in FEATURES]) + w.bias
    likely: Scores = 1 / (1 + np.exp(-np.clip(z / TEMPERATURE, -30, 30)))
    likely[~may_be_one(articles, found.left, found.right, settings)] = 0.0
    return likely.round(6)


def may_be_one(articles: Collection, left: _Rows, right: _Rows, settings: GroupingSettings) -> NDArray[np.bool_]:
    """Whether each pair can be one story at all: inside the time window, and no ordinals in the titles that differ."""
    gap = np.abs(articles.days[left] - articles.days[right])
    may: NDArray[np.bool_] = ~((gap > settings.window_days) | _differ(articles.ordinals, left, right))
    return may


def _differ(bits: NDArray[np.int64], left: _Rows, right: _Rows) -> NDArray[np.bool_]:
    """Whether both rows of each pair name some and have none in common."""
    one, other = bits[left], bits[right]
    differ: NDArray[np.bool_] = (one != 0) & (other != 0) & (one & other == 0)
    return differ
