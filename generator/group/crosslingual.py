"""Which groups in different languages are one story.

Groups are linked, not articles: each is the mean of its articles in the common space of `pivot`. A cosine counts by
how far it stands out among the nearest of the other language on both sides (Conneau et al. 2018, cross-domain
similarity local scaling), so that a text with common words does not come near everything. Then the best mutual pair is
linked first and average linkage goes on from there.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.group.cluster import Indices, Scores, clusters
from generator.group.embeddings import encoder
from generator.group.identity import Group, in_order
from generator.group.pivot import in_pivot, reading, share
from generator.group.settings import GroupingSettings
from generator.group.similarity import dots, heaviest, matrix, near
from generator.group.sketch import Terms, day
from generator.language.codes import primary

NEIGHBOURS = 5
"""Nearest groups of the other language among which a cosine has to stand out."""
BACKGROUND = 0.07
"""Cosine of a nearest neighbour that is no relative; stands for neighbours that a small collection does not have."""
STANDS_OUT = 0.56
"""How far a pair stands out, in sums of both sides' means, that is as likely one story as two."""
_FLOOR = 0.05
_TOP = 250
"""Heaviest terms of a group by which its candidates are found: more than within a language, where words are equal."""
_BEGINNING = 2000
"""Characters that are embedded."""
_USED = 0.3
"""Weight from which a group counts as using a term."""
_BACKGROUND_ARTICLES = 100


@dataclass(frozen=True, slots=True)
class Nodes:
    """Groups of one language each, in order of their mean day, unknown days last."""

    groups: tuple[Group, ...]
    terms: sparse.csr_array
    days: NDArray[np.float64]
    languages: NDArray[np.int64]


def across(groups: Sequence[Group], settled: Mapping[str, str], settings: GroupingSettings) -> list[Group]:
    """The groups, those of several languages joined that tell one story; settled ones stay as they are."""
    fixed = [group for group in groups if group[0].article.id in settled]
    free = [group for group in groups if group[0].article.id not in settled]
    if len({_language(group) for group in free}) < 2:  # noqa: PLR2004
        return [*free, *fixed]
    found = nodes(free)
    links = standing_out(found, settings)
    linked = clusters(
        len(free), *_above(links), threshold=settings.across_threshold, dense=lambda rows: _dense(links, rows)
    )
    return [in_order(a for row in rows for a in found.groups[row]) for rows in linked] + fixed


def nodes(groups: Sequence[Group]) -> Nodes:
    """The groups in the common space."""
    days = [_day(group) for group in groups]
    order = sorted(range(len(groups)), key=lambda i: (np.isnan(days[i]), days[i], groups[i][0].article.id))
    ordered = [groups[i] for i in order]
    names = sorted({_language(group) for group in groups})
    return Nodes(
        groups=tuple(ordered),
        terms=_terms(ordered),
        days=np.array([days[i] for i in order]),
        languages=np.array([names.index(_language(group)) for group in ordered], dtype=np.int64),
    )


def standing_out(found: Nodes, settings: GroupingSettings) -> sparse.csr_array:
    """How likely each two groups of different languages are one story, 0 to 1, as a symmetric matrix."""
    left, right = _candidates(found, settings)
    likely = _standing(found, left, right, dots(found.terms, left, right), settings)
    if settings.embeddings is not None:
        vectors = encoder(settings.embeddings)([_text(group) for group in found.groups])
        alike = np.einsum("ij,ij->i", vectors[left], vectors[right])
        likely = np.round((likely + _standing(found, left, right, alike, settings)) / 2, 6)
    size = len(found.groups)
    half = sparse.coo_array((likely, (left, right)), shape=(size, size))
    return sparse.csr_array(half + half.T)


def _standing(found: Nodes, left: Indices, right: Indices, alike: Scores, settings: GroupingSettings) -> Scores:
    """How likely each pair is one story by how far its cosine, faded with the days between, stands out; 0 to 1."""
    gap = np.nan_to_num(np.abs(found.days[left] - found.days[right]))
    cosines = np.maximum(alike, 0.0) * np.exp(-((gap / settings.decay_days) ** 2) / 2)
    means = _neighbours(found, left, right, cosines)
    ratio = cosines / (means[left, found.languages[right]] + means[right, found.languages[left]])
    likely: Scores = np.round(ratio**2 / (ratio**2 + STANDS_OUT**2), 6) * (cosines >= _FLOOR)
    return likely


def _text(group: Group) -> str:
    """The beginning of a group's first article, which is what embedding models read."""
    article = group[0].article
    return f"{article.title or ''}\n{article.text}"[:_BEGINNING]


def _candidates(found: Nodes, settings: GroupingSettings) -> tuple[Indices, Indices]:
    heavy = heaviest(found.terms, _TOP)
    blocks = [near(heavy, found.days, start, settings.window_days) for start in range(0, heavy.shape[0], 512)]
    left, right = (np.concatenate([block[side] for block in blocks]) for side in (0, 1))
    foreign = found.languages[left] != found.languages[right]
    return left[foreign], right[foreign]


def _neighbours(found: Nodes, left: Indices, right: Indices, cosines: Scores) -> Scores:
    """For each group and language the mean cosine of the nearest groups of that language."""
    size, count = len(found.groups), int(found.languages.max()) + 1
    rows, others = np.concatenate([left, right]), np.concatenate([right, left])
    values = np.concatenate([cosines, cosines])
    slot = rows * count + found.languages[others]
    order = np.lexsort((-values, slot))
    slot, values = slot[order], values[order]
    first = np.flatnonzero(np.r_[True, slot[1:] != slot[:-1]]) if len(slot) else np.empty(0, dtype=np.int64)
    rank = np.arange(len(slot)) - np.repeat(first, np.diff(np.r_[first, len(slot)]))
    kept = rank < NEIGHBOURS
    sums = np.bincount(slot[kept], weights=np.maximum(values[kept], BACKGROUND), minlength=size * count)
    missing = NEIGHBOURS - np.bincount(slot[kept], minlength=size * count)
    means: Scores = ((sums + missing * BACKGROUND) / NEIGHBOURS).reshape(size, count)
    return means


def _above(links: sparse.csr_array) -> tuple[Indices, Indices, Scores]:
    pairs = sparse.triu(links, 1).tocoo()
    return pairs.coords[0].astype(np.int64), pairs.coords[1].astype(np.int64), pairs.data


def _dense(links: sparse.csr_array, rows: Indices) -> Scores:
    square: Scores = links[rows][:, rows].toarray() + np.eye(len(rows))
    return square


def _terms(groups: Sequence[Group]) -> sparse.csr_array:
    """One row of length 1 for each group: the mean of its articles, weighted by how rare terms are."""
    articles = iter(in_pivot([reading(analysis) for group in groups for analysis in group]))
    totals = [_total(articles, len(group)) for group in groups]
    uses = Counter(term for total in totals for term, value in total.items() if value > _USED)
    known = sorted({term for total in totals for term in total})
    rarity = {term: _rarity(uses[term], share(term), len(groups)) for term in known}
    columns = {term: column for column, term in enumerate(rarity)}
    return matrix([_row(total, columns, rarity) for total in totals], max(len(columns), 1))


def _total(articles: Iterator[Mapping[str, float]], count: int) -> Counter[str]:
    """The sum of the next articles' terms."""
    total: Counter[str] = Counter()
    for terms in islice(articles, count):
        total.update(terms)
    return total


def _rarity(count: int, share: float, groups: int) -> float:
    """Inverse frequency of a term among the groups and a background of a hundred articles."""
    return max(0.0, math.log((groups + _BACKGROUND_ARTICLES + 1) / (count + _BACKGROUND_ARTICLES * share + 0.5)))


def _row(total: Mapping[str, float], columns: Mapping[str, int], rarity: Mapping[str, float]) -> Terms:
    at = sorted((columns[term], value * rarity[term]) for term, value in total.items())
    values = np.array([value for _, value in at], dtype=np.float32)
    length = float(np.linalg.norm(values)) or 1.0
    return Terms(np.array([column for column, _ in at], dtype=np.int32), values / np.float32(length))


def _language(group: Group) -> str:
    return primary(group[0].article.language)


def _day(group: Group) -> float:
    """The mean day of a group's articles; NaN where none is known."""
    known = [one for a in group if (one := day(a.article.published, latest=None)) is not None]
    return sum(known) / len(known) if known else float("nan")
