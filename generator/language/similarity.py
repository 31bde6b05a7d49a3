"""How alike two texts in different languages are: by concepts, names, figures, and the company their concepts keep."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.language.company import company, share
from generator.language.lexicon import ENGLISH
from generator.language.likeness import likeness
from generator.language.names import token_keys
from generator.language.profiles import NameTerm, Profile

Matrix = NDArray[np.float64]
Idf = Callable[[str], float]

_LINKED = 0.6
"""Likeness from which two words count as one name; the best and those near it are kept."""
_NEAR_BEST = 0.15
_COMPANY = 0.15
"""Weight of the concepts' company beside what the texts share outright."""
_BACKGROUND = 100
"""How many documents the background counts for beside the texts at hand."""
_COMMON_MEAN = 20
_NEIGHBOURS = 10


class Similarity(NamedTuple):
    """How alike two texts are, and from what.

    `score` is a cosine (0 to 1) with a small part for company. `concepts`, `names`, `numbers` and `places` are what
    each contributes to the cosine; `related` is the cosine of the company their concepts keep (-1 to 1).
    """

    score: float
    concepts: float
    names: float
    numbers: float
    places: float
    related: float


class _Space(NamedTuple):
    """Both sides' weighted vectors over shared dimensions, of length 1, and the dimensions' names."""

    left: sparse.csr_matrix
    right: sparse.csr_matrix
    dimensions: list[str]


def similarity(a: Profile, b: Profile, *, idf: Idf | None = None) -> Similarity:
    """How alike two texts are; 0 for texts that share nothing or are empty.

    `idf` weighs a term (a concept, ``#12``, ``@FR``, or an unlisted word's key); without it the background does.
    """
    first, second = sorted((a, b), key=lambda one: (one.language != ENGLISH, one.language))
    space = _space([first], [second], idf or _background_idf)
    parts = {"concepts": 0.0, "names": 0.0, "numbers": 0.0, "places": 0.0}
    shared = space.left.multiply(space.right).tocoo()
    named = {name.term for name in (*a.names, *b.names)}
    for place, value in zip(shared.col, shared.data, strict=True):
        parts[_kind(space.dimensions[place], named)] += float(value)
    related = float(_related(space)[0, 0])
    return Similarity(_score(sum(parts.values()), related), **parts, related=related)


def similarities(left: Sequence[Profile], right: Sequence[Profile], *, idf: Idf | None = None) -> Matrix:
    """The score of each text on the left with each on the right, as rows and columns.

    Terms are weighed by how rare they are among all these texts and in the background. The cost grows with the product
    of the two numbers of texts, but only for one product of sparse matrices.
    """
    if not left or not right:
        return np.zeros((len(left), len(right)))
    if _english(right) > _english(left):
        return np.asarray(similarities(right, left, idf=idf).T)
    space = _space(left, right, idf)
    shared = (space.left @ space.right.T).toarray()
    return combined(shared, _related(space))


def _english(profiles: Sequence[Profile]) -> float:
    """The share of texts in English: names of the others are put to theirs."""
    return sum(profile.language == ENGLISH for profile in profiles) / len(profiles)


def combined(shared: Matrix, related: Matrix) -> Matrix:
    """The scores of cosines of what texts share outright and of the company that their concepts keep."""
    return np.asarray(np.maximum((shared + _COMPANY * related) / (1 + _COMPANY), 0.0))


def mutual(scores: Matrix) -> Matrix:
    """The scores less what is due to texts that are near to everything: cross-domain local scaling (CSLS).

    Conneau, Lample, Ranzato, Denoyer, Jégou (2018), as a ratio: 1 where a pair is as alike as either text is to its ten
    nearest, more where it stands out.
    """
    if not scores.size:
        return scores
    rows = np.sort(scores, axis=1)[:, -_NEIGHBOURS:].mean(axis=1)
    columns = np.sort(scores, axis=0)[-_NEIGHBOURS:].mean(axis=0)
    return np.asarray(2 * scores / np.maximum(rows[:, None] + columns[None, :], 1e-9))


def _score(shared: float, related: float) -> float:
    return max(0.0, (shared + _COMPANY * related) / (1 + _COMPANY))


def _kind(dimension: str, named: set[str]) -> str:
    if dimension.startswith("#"):
        return "numbers"
    if dimension.startswith("@"):
        return "places"
    return "names" if dimension in named else "concepts"


def _space(left: Sequence[Profile], right: Sequence[Profile], idf: Idf | None) -> _Space:
    """Both sides over the same dimensions: a right name goes to the left names it sounds like."""
    links = _links(left, right)
    rows_left = [_row(profile, {}) for profile in left]
    rows_right = [_row(profile, links) for profile in right]
    weigh = idf or _batch_idf([*rows_left, *rows_right])
    dimensions = sorted({term for row in (*rows_left, *rows_right) for term in row})
    places = {term: place for place, term in enumerate(dimensions)}
    weights = np.array([weigh(term) for term in dimensions])
    return _Space(_matrix(rows_left, places, weights), _matrix(rows_right, places, weights), dimensions)


def _row(profile: Profile, links: Mapping[tuple[str, str], Mapping[str, float]]) -> dict[str, float]:
    """A text's terms, its names put to the dimensions of the names they are linked to."""
    row = dict(profile.terms)
    for name in profile.names:
        linked = links.get((profile.language, name.term), {})
        for term, likely in linked.items():
            row[term] = max(row.get(term, 0.0), likely * math.sqrt(name.weight))
        if not linked and not name.listed:
            row[name.term] = row.get(name.term, 0.0) + name.weight
    return row


def _links(left: Sequence[Profile], right: Sequence[Profile]) -> dict[tuple[str, str], dict[str, float]]:
    """For each name on the right the names on the left, of another language, that it sounds like."""
    blocks: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for profile in left:
        for name in profile.names:
            if profile.language == ENGLISH or not name.listed:
                for block in token_keys(name.surface):
                    blocks[block].add((profile.language, name.term, name.surface))
    found: dict[tuple[str, str], dict[str, float]] = {}
    for language, name in sorted({(profile.language, name) for profile in right for name in profile.names}, key=_order):
        near = {one for block in token_keys(name.surface) for one in blocks.get(block, ()) if one[0] != language}
        likely = {term: likeness(name.surface, surface) for _, term, surface in sorted(near)}
        best = max(likely.values(), default=0.0)
        if best >= _LINKED:
            kept = {term: one for term, one in likely.items() if one >= max(_LINKED, best - _NEAR_BEST)}
            found.setdefault((language, name.term), {}).update(kept)
    return found


def _order(item: tuple[str, NameTerm]) -> tuple[str, str, str]:
    return item[0], item[1].term, item[1].surface


def _batch_idf(rows: Sequence[Mapping[str, float]]) -> Idf:
    """Inverse document frequencies of these texts and the background together."""
    counts: dict[str, int] = {}
    for row in rows:
        for term, weight in row.items():
            if weight > _COUNTED:
                counts[term] = counts.get(term, 0) + 1
    total = len(rows) + _BACKGROUND

    def weigh(term: str) -> float:
        return max(0.0, math.log((total + 1) / (counts.get(term, 0) + _BACKGROUND * share(term) + 0.5)))

    return weigh


_COUNTED = 0.3
"""A text has a term if it weighs more than this: not every far-fetched translation."""


def _background_idf(term: str) -> float:
    return math.log((_BACKGROUND + 1) / (_BACKGROUND * share(term) + 0.5))


def _matrix(rows: Sequence[Mapping[str, float]], places: Mapping[str, int], weights: Matrix) -> sparse.csr_matrix:
    """Rows of length 1."""
    cells = [(number, places[term], weight) for number, row in enumerate(rows) for term, weight in sorted(row.items())]
    data = np.array([weight * weights[place] for _, place, weight in cells])
    at = ([number for number, _, _ in cells], [place for _, place, _ in cells])
    matrix = sparse.csr_matrix((data, at), shape=(len(rows), len(places)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(lengths, 1e-9)) @ matrix


def _related(space: _Space) -> Matrix:
    """The cosines of the company that the texts' concepts keep, less what all texts have in common."""
    left, right = kept_company(space.left, space.dimensions), kept_company(space.right, space.dimensions)
    return np.asarray(left @ right.T)


def kept_company(rows: sparse.csr_matrix | sparse.csr_array, dimensions: Sequence[str]) -> Matrix:
    """For each text of one language the company that its concepts keep, less what all these texts have in common.

    Rows of length 1, or of zeros where no concept is known; `dimensions` says what the columns stand for.
    """
    known = company()
    pairs = [(place, known.places[term]) for place, term in enumerate(dimensions) if term in known.places]
    inside, found = [place for place, _ in pairs], [row for _, row in pairs]
    if not pairs:
        return np.zeros((rows.shape[0], known.vectors.shape[1]))
    return _centred(rows[:, inside] @ known.vectors[found], known.mean)


def _centred(vectors: Matrix, mean: Matrix) -> Matrix:
    """Rows of length 1 less their mean; few rows lean on the background's mean."""
    bare = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    middle = (bare.sum(axis=0) + _COMMON_MEAN * mean) / (len(bare) + _COMMON_MEAN)
    moved = bare - middle
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9))
