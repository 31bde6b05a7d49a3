"""Which articles and groups in different languages are one story.

Two texts are compared in the common space of `pivot`, as the language layer does it: by what they share outright and
by the company that their concepts keep. A likeness counts by how far it stands out among the nearest of the other
language on both sides (Conneau et al. 2018, cross-domain similarity local scaling), so that a text with common words
does not come near everything.

First the articles by themselves: where those of one group belong to different foreign partners, the group comes apart,
since the other languages tell them apart. Then what is left of the groups is linked, best mutual pair first, with
average linkage.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.group.cluster import Indices, Scores, clusters, ranks
from generator.group.embeddings import encoder
from generator.group.identity import Group, in_order
from generator.group.pivot import in_pivot
from generator.group.products import BLOCK, near
from generator.group.settings import GroupingSettings
from generator.group.sketch import day
from generator.group.within import Near
from generator.language.codes import primary
from generator.language.company import share
from generator.language.similarity import combined, kept_company

NEIGHBOURS = 5
"""Nearest groups of the other language among which a likeness has to stand out."""
BACKGROUND = 0.09
"""Likeness of a nearest neighbour that is no relative; stands for neighbours that a small collection does not have."""
STANDS_OUT = 1.0
"""How far a pair stands out, in sums of both sides' means, that is as likely one story as two."""
_FLOOR = 0.05
_SHARED = 0.03
"""Cosine below which two nodes are not compared: company alone makes no story."""
_BEGINNING = 2000
"""Characters that are embedded."""
_USED = 0.3
"""Weight from which a group counts as using a term."""
_BACKGROUND_ARTICLES = 100
_AS_ALIKE = 0.66
"""How alike two groups of several are across, at least, for each they are within; translations are alike within."""
_WITHIN = 0.4
"""What a score within a language counts beside those across languages, when these may divide a group."""
_ALONE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Nodes:
    """Groups of one language each, in order of their mean day, unknown days last."""

    groups: tuple[Group, ...]
    terms: sparse.csr_array
    company: NDArray[np.float64]
    days: NDArray[np.float64]
    languages: NDArray[np.int64]
    families: NDArray[np.int64]
    """Nodes of one family count as one neighbour: articles of one group do."""


class Across:
    """The articles of a run in the common space, and what comes of it."""

    def __init__(self, groups: Sequence[Group], settings: GroupingSettings) -> None:
        articles = [analysis for group in groups for analysis in group]
        self._settings = settings
        self._groups = groups
        self._row = {analysis.article.id: row for row, analysis in enumerate(articles)}
        self._pivot = in_pivot(articles)

    def linked(self, near: Iterable[Near]) -> list[Group]:
        """The groups, divided and joined as the other languages say."""
        found = self.nodes(self._apart(near))
        links = self.standing_out(found)
        return [in_order(a for row in rows for a in found.groups[row]) for rows in self._clusters(links)]

    def nodes(self, groups: Sequence[Group], families: Mapping[str, int] = _ALONE) -> Nodes:
        """Groups of these articles in the common space: each is the sum of its articles.

        `families` tells for each article the number of its family; without it each node is a family of its own.
        """
        days = [mean_day(group) for group in groups]
        order = sorted(range(len(groups)), key=lambda i: (np.isnan(days[i]), days[i], groups[i][0].article.id))
        ordered = [groups[i] for i in order]
        names = sorted({_language(group) for group in groups})
        languages = np.array([names.index(_language(group)) for group in ordered], dtype=np.int64)
        terms = _weighted(self._sums(ordered), self._pivot.names)
        return Nodes(
            groups=tuple(ordered),
            terms=terms,
            company=_company(terms, languages, self._pivot.names),
            days=np.array([days[i] for i in order]),
            languages=languages,
            families=np.array(
                [families.get(group[0].article.id, i) for i, group in enumerate(ordered)], dtype=np.int64
            ),
        )

    def standing_out(self, found: Nodes) -> sparse.csr_array:
        """How likely each two groups of different languages are one story, 0 to 1, as a symmetric matrix."""
        left, right, shared = _candidates(found, self._settings)
        related = np.einsum("ij,ij->i", found.company[left], found.company[right])
        likely = self._standing(found, left, right, combined(shared, related))
        if self._settings.embeddings is not None:
            vectors = encoder(self._settings.embeddings)([_text(group) for group in found.groups])
            alike = np.einsum("ij,ij->i", vectors[left], vectors[right])
            likely = np.round((likely + self._standing(found, left, right, alike)) / 2, 6)
        return _symmetric(likely, left, right, len(found.groups))

    def _sums(self, groups: Sequence[Group]) -> sparse.csr_array:
        rows = [self._row[a.article.id] for group in groups for a in group]
        pointers = np.cumsum([0, *(len(group) for group in groups)])
        shape = (len(groups), self._pivot.rows.shape[0])
        return sparse.csr_array((np.ones(len(rows), dtype=np.float32), rows, pointers), shape=shape) @ self._pivot.rows

    def _apart(self, near: Iterable[Near]) -> list[Group]:
        """The groups, those whose articles go with different foreign ones divided."""
        if all(len(group) == 1 for group in self._groups):
            return list(self._groups)
        families = {a.article.id: number for number, group in enumerate(self._groups) for a in group}
        found = self.nodes([(analysis,) for group in self._groups for analysis in group], families)
        place = {group[0].article.id: row for row, group in enumerate(found.groups)}
        rows = [np.array([place[a.article.id] for a in group]) for group in self._groups]
        together = _together(near, rows, place, least=self._settings.across_threshold)
        parts = self._clusters(self.standing_out(found) + together)
        part = np.zeros(len(place), dtype=np.int64)
        foreign = np.zeros(len(parts), dtype=np.bool_)
        for number, members in enumerate(parts):
            part[list(members)] = number
            foreign[number] = len(set(found.languages[list(members)])) > 1
        cells = [cell for group in rows for cell in _cells(group, part, foreign, together)]
        return [tuple(found.groups[row][0] for row in cell) for cell in cells]

    def _clusters(self, links: sparse.csr_array) -> tuple[tuple[int, ...], ...]:
        pairs = sparse.triu(links, 1).tocoo()
        left, right = (side.astype(np.int64) for side in pairs.coords)
        return clusters(
            links.shape[0], left, right, pairs.data, threshold=self._settings.across_threshold, as_alike=_AS_ALIKE
        )

    def _standing(self, found: Nodes, left: Indices, right: Indices, alike: Scores) -> Scores:
        """How likely each pair is one story by how far its likeness, faded with the days, stands out; 0 to 1."""
        gap = np.nan_to_num(np.abs(found.days[left] - found.days[right]))
        likeness = np.maximum(alike, 0.0) * np.exp(-((gap / self._settings.decay_days) ** 2) / 2)
        means = _neighbours(found, left, right, likeness)
        ratio = likeness / (means[left, found.languages[right]] + means[right, found.languages[left]])
        likely: Scores = np.round(ratio**2 / (ratio**2 + STANDS_OUT**2), 6) * (likeness >= _FLOOR)
        return likely


def across(groups: Sequence[Group], near: Iterable[Near], settings: GroupingSettings) -> list[Group]:
    """The groups of one language each, divided and joined so that each tells one story in all languages."""
    if len({_language(group) for group in groups}) < 2:  # noqa: PLR2004
        return list(groups)
    return Across(groups, settings).linked(near)


def _cells(group: Indices, part: Indices, foreign: NDArray[np.bool_], together: sparse.csr_array) -> list[Indices]:
    """A group's rows by the part of the whole they belong to; parts without foreign company go to the nearest one."""
    cells = [group[part[group] == number] for number in np.unique(part[group])]
    spoken_for = [cell for cell in cells if foreign[part[cell[0]]]]
    if len(spoken_for) < 2:  # noqa: PLR2004
        return [group]
    found = [list(cell) for cell in spoken_for]
    for cell in cells:
        if not foreign[part[cell[0]]]:
            nearness = [float(together[cell][:, other].sum()) / len(other) for other in spoken_for]
            found[int(np.argmax(nearness))] += list(cell)
    return [np.array(cell) for cell in found]


def _together(
    near: Iterable[Near], groups: Sequence[Indices], place: Mapping[str, int], *, least: float
) -> sparse.csr_array:
    """What holds the pairs that are in one group together, at least `least`, as a symmetric matrix.

    So a group comes apart only by what speaks against it in other languages.
    """
    of = np.full(len(place) + 1, -1)
    for number, group in enumerate(groups):
        of[group] = number
    ends = [np.triu_indices(len(group), 1) for group in groups]
    left = np.concatenate([group[one] for group, (one, _) in zip(groups, ends, strict=True)])
    right = np.concatenate([group[other] for group, (_, other) in zip(groups, ends, strict=True)])
    found = _symmetric(np.full(len(left), least), left, right, len(place))
    for pairs in near:
        at = np.array([place.get(article, -1) for article in pairs.ids], dtype=np.int64)
        left, right = at[pairs.left], at[pairs.right]
        inside = (of[left] == of[right]) & (of[left] >= 0)
        above = np.maximum(_WITHIN * pairs.scores[inside] - least, 0.0)
        found = found + _symmetric(above, left[inside], right[inside], len(place))
    return sparse.csr_array(found)


def _symmetric(values: Scores, left: Indices, right: Indices, size: int) -> sparse.csr_array:
    half = sparse.coo_array((values, (left, right)), shape=(size, size))
    return sparse.csr_array(half + half.T)


def _text(group: Group) -> str:
    """The beginning of a group's first article, which is what embedding models read."""
    article = group[0].article
    return f"{article.title or ''}\n{article.text}"[:_BEGINNING]


def _candidates(found: Nodes, settings: GroupingSettings) -> tuple[Indices, Indices, Scores]:
    """Pairs of different languages within the time window that share anything, with their cosines."""
    parts = []
    for start in range(0, len(found.groups), BLOCK):
        left, right, shared = near(found.terms, found.days, start, settings.window_days, floor=_SHARED)
        foreign = found.languages[left] != found.languages[right]
        parts.append((left[foreign], right[foreign], shared[foreign]))
    left, right, shared = (np.concatenate(part) for part in zip(*parts, strict=True))
    return left, right, shared


def _neighbours(found: Nodes, left: Indices, right: Indices, likeness: Scores) -> Scores:
    """For each node and language the mean likeness of the nearest groups of that language, each by its nearest node."""
    size, count = len(found.groups), int(found.languages.max()) + 1
    rows, others = np.concatenate([left, right]), np.concatenate([right, left])
    values = np.concatenate([likeness, likeness])
    rows, others, values = _once(rows, others, values, found.families)
    slot = rows * count + found.languages[others]
    order = np.lexsort((-values, slot))
    slot, values = slot[order], values[order]
    kept = ranks(slot) < NEIGHBOURS
    sums = np.bincount(slot[kept], weights=np.maximum(values[kept], BACKGROUND), minlength=size * count)
    missing = NEIGHBOURS - np.bincount(slot[kept], minlength=size * count)
    means: Scores = ((sums + missing * BACKGROUND) / NEIGHBOURS).reshape(size, count)
    return means


def _once(rows: Indices, others: Indices, values: Scores, families: Indices) -> tuple[Indices, Indices, Scores]:
    """For each row only the best value of each family of others."""
    order = np.lexsort((-values, families[others], rows))
    rows, others, values = rows[order], others[order], values[order]
    best = ranks(rows * (int(families.max()) + 1) + families[others]) == 0
    return rows[best], others[best], values[best]


def _weighted(sums: sparse.csr_array, names: Sequence[str]) -> sparse.csr_array:
    """Rows of length 1: terms by how rare they are among the rows and in the background."""
    used = np.bincount(sums.indices[sums.data > _USED], minlength=sums.shape[1])
    rarity = np.zeros(sums.shape[1])
    for column in np.unique(sums.indices):
        rarity[column] = _rarity(int(used[column]), share(names[column]), sums.shape[0])
    weighted = sparse.csr_array((sums.data * rarity[sums.indices], sums.indices, sums.indptr), shape=sums.shape)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    scaled = weighted.data / np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(weighted.indptr))
    return sparse.csr_array((scaled.astype(np.float32), weighted.indices, weighted.indptr), shape=weighted.shape)


def _rarity(count: int, share: float, groups: int) -> float:
    """Inverse frequency of a term among the groups and a background of a hundred articles."""
    return max(0.0, math.log((groups + _BACKGROUND_ARTICLES + 1) / (count + _BACKGROUND_ARTICLES * share + 0.5)))


def _company(terms: sparse.csr_array, languages: NDArray[np.int64], names: Sequence[str]) -> NDArray[np.float64]:
    """The company that each row's concepts keep, less what is common in its language."""
    parts = [np.flatnonzero(languages == language) for language in np.unique(languages)]
    found = np.empty(0)
    for rows in parts:
        kept = kept_company(terms[rows], names)
        found = found if found.size else np.zeros((len(languages), kept.shape[1]))
        found[rows] = kept
    return found


def _language(group: Group) -> str:
    return primary(group[0].article.language)


def mean_day(group: Group) -> float:
    """The mean day of a group's articles; NaN where none is known."""
    known = [one for a in group if (one := day(a.article.published, latest=None)) is not None]
    return sum(known) / len(known) if known else float("nan")
