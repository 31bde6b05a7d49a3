"""Fits the weights of the comparison within a language and writes generator/group/weights.json.

Usage: ``python -m training.grouping TRAIN.jsonl...``, with files as benchmarks/grouping.py reads them. So that the
weights hold for dense and for thin collections, for large and for small stories, each file makes collections of several
kinds: with all of its stories or every fourth or sixteenth; whole, or with only one article of every second story; with
its dates and without; and, thinned, together with the other files. All kinds weigh the same, but those with articles
that stand alone half as much. Of a large file every nth story counts, by name. Logistic regression (Newton's method, a
little ridge) on all pairs that are neighbours, then again on those that this first fit leaves in question. No
randomness, and nothing of the weights that are there: the same files give the same weights.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.grouping import read, scores
from generator.group import similarity
from generator.group.settings import GroupingSettings
from generator.group.similarity import Collection, Products, candidates, features, may_be_one, products, surrounded
from generator.group.weights import Weights
from generator.group.within import grouped, sketched
from generator.model import Analysis

TARGET = Path(__file__).parent.parent / "generator" / "group" / "weights.json"
SETTINGS = GroupingSettings()
_RIDGE = 1e-2
_ROUNDS = 60
_ARTICLES = 600
"""Articles of a file that count, about."""
_THINNED = (1, 4, 16)
_OF_A_KIND = 4
_ALONE = 0.5
"""What collections with articles that stand alone count beside the others."""
_IN_QUESTION = 0.02
"""Odds, as a probability, from which the second fit counts a pair."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class File:
    """The articles of a file, and the story of each."""

    analyses: Sequence[Analysis]
    gold: Mapping[str, str]


@dataclass(frozen=True)
class Part:
    """Some of a file's stories: one in so many, and whether every second has one article only."""

    thinned: int
    alone: int
    analyses: Sequence[Analysis]


@dataclass(frozen=True)
class Sample:
    """A collection, its pairs, and the story of each of its rows; samples of one kind share their importance."""

    kind: str
    importance: float
    articles: Collection
    pairs: Products
    gold: NDArray[np.str_]

    def same(self) -> NDArray[np.bool_]:
        """Whether each pair is one story."""
        same: NDArray[np.bool_] = self.gold[self.pairs.left] == self.gold[self.pairs.right]
        return same


def main(paths: Sequence[str]) -> int:
    """Fit and write the weights; the exit code is 2 without files."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    samples = list(_samples([_file(number, Path(path)) for number, path in enumerate(paths)]))
    fitted = fit(samples)
    TARGET.write_text(json.dumps(_rounded(fitted), indent=2) + "\n", encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))
    with patch.object(similarity, "weights", lambda: fitted):
        for kind, reached in _reached(samples).items():
            print(f"{kind}: {reached:.4f}")
    return 0


def _file(number: int, path: Path) -> File:
    analyses, gold = read(path)
    return File(analyses, {article: f"{number} {story}" for article, story in gold.items()})


def fit(samples: Sequence[Sample]) -> Weights:
    """The weights that fit the samples."""
    true = Counter[str]()
    for sample in samples:
        true[sample.kind] += int(sample.same().sum())
    rows = [features(sample.articles, sample.pairs, SETTINGS) for sample in samples]
    labels = [sample.same() for sample in samples]
    importance = [np.full(len(s.pairs.left), s.importance / max(true[s.kind], 1)) for s in samples]
    x, y, weight = np.concatenate(rows), np.concatenate(labels), np.concatenate(importance)
    found = _logistic(x, y, weight)
    asked = 1 / (1 + np.exp(-np.clip(x @ found[:-1] + found[-1], -30, 30))) > _IN_QUESTION
    found = _logistic(x[asked], y[asked], weight[asked])
    return Weights(**dict(zip(similarity.FEATURES, found[:-1].tolist(), strict=True)), bias=float(found[-1]))


def _samples(files: Sequence[File]) -> Iterator[Sample]:
    for number, file in enumerate(files):
        for part in _parts(file):
            yield _sample(part, f"file {number}, undated", _undated(part.analyses), file.gold)
            if any(a.article.published for a in part.analyses):
                yield _sample(part, f"file {number}, dated", part.analyses, file.gold)
    story = {article: name for file in files for article, name in file.gold.items()}
    for together in zip(*(_parts(file) for file in files), strict=True):
        if len(files) > 1 and together[0].thinned > 1:
            pooled = [a for part in together for a in _undated(part.analyses)]
            yield _sample(together[0], "all files, undated", pooled, story)


def _parts(file: File) -> Iterator[Part]:
    """Collections of every nth story."""
    stories = sorted(set(file.gold.values()))
    step = math.ceil(len(file.analyses) / _ARTICLES)
    for thinned, alone in product(_THINNED, (0, 1)):
        for number in range(min(thinned, _OF_A_KIND)):
            taken = stories[number * step :: step * thinned]
            articles = [a for a in file.analyses if file.gold[a.article.id] in set(taken)]
            yield Part(thinned, alone, _left(articles, file.gold, set(taken[::2]) if alone else set()))


def _left(analyses: Sequence[Analysis], gold: Mapping[str, str], alone: AbstractSet[str]) -> list[Analysis]:
    """The articles, but only the first of each story that is to stand alone."""
    first: dict[str, str] = {}
    for analysis in sorted(analyses, key=lambda a: a.article.id):
        first.setdefault(gold[analysis.article.id], analysis.article.id)
    return [a for a in analyses if gold[a.article.id] not in alone or first[gold[a.article.id]] == a.article.id]


def _undated(analyses: Sequence[Analysis]) -> list[Analysis]:
    return [replace(a, article=replace(a.article, published=None)) for a in analyses]


def _sample(part: Part, name: str, analyses: Sequence[Analysis], gold: Mapping[str, str]) -> Sample:
    articles = sketched(analyses, "en", latest=None)
    found = products(articles, SETTINGS)
    articles = surrounded(articles, found, SETTINGS)
    asked = np.flatnonzero(may_be_one(articles, found.left, found.right, SETTINGS))
    return Sample(
        kind=f"{name}, one in {part.thinned}{', half of them alone' if part.alone else ''}",
        importance=_ALONE if part.alone else 1.0,
        articles=articles,
        pairs=found.only(asked),
        gold=np.array([gold[article] for article in articles.ids]),
    )


def _reached(samples: Sequence[Sample]) -> Mapping[str, float]:
    """The mean BCubed F1 of each kind of sample."""
    found: dict[str, list[float]] = defaultdict(list)
    for sample in samples:
        made = np.zeros(len(sample.gold), dtype=int)
        pairs = candidates(sample.articles, sample.pairs, SETTINGS)
        for number, rows in enumerate(grouped(sample.articles, pairs, SETTINGS)):
            made[rows] = number
        found[sample.kind].append(scores(list(sample.gold), list(made))["bcubed_f1"])
    return {kind: float(np.mean(reached)) for kind, reached in found.items()}


def _logistic(rows: Floats, labels: NDArray[np.bool_], importance: Floats) -> Floats:
    """Weights and bias of a logistic regression on standardised features."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    x, beta = np.c_[(rows - mean) / spread, np.ones(len(rows))], np.zeros(rows.shape[1] + 1)
    ridge = _RIDGE * np.eye(len(beta))
    ridge[-1, -1] = 1e-9
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (importance * (p - labels)) + ridge @ beta
        beta -= np.linalg.solve((x * (importance * p * (1 - p))[:, None]).T @ x + ridge, gradient)
    weights = beta[:-1] / spread
    found: Floats = np.r_[weights, beta[-1] - weights @ mean]
    return found


def _rounded(found: Weights) -> dict[str, float]:
    return {name: round(value, 3) for name, value in asdict(found).items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
