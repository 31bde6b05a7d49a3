"""Fits the weights of the comparison within a language and writes generator/group/weights.json.

Usage: ``python -m training.grouping TRAIN.jsonl...``, with files as benchmarks/grouping.py reads them. Of a large file
every nth story counts, by name, so that no file outweighs the others. A dated file counts twice: once as it is, once
with its dates taken away. Logistic regression (Newton's method, a little ridge) on all pairs that are compared, again
on those that this first fit leaves in question, then on divisions of groups; last, the two biases that give the best
mean BCubed F1 over the files. No randomness, and nothing of the weights that are there: the same files give the same
weights.
"""

import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.grouping import read, scores
from generator.group import lookalikes, similarity
from generator.group.cluster import Indices
from generator.group.lookalikes import Halves, divided, halves
from generator.group.settings import GroupingSettings
from generator.group.similarity import Collection, candidates, compared, features
from generator.group.weights import Division, Weights
from generator.group.within import loosely_grouped, sketched

TARGET = Path(__file__).parent.parent / "generator" / "group" / "weights.json"
SETTINGS = GroupingSettings()
_RIDGE = 1e-2
_ROUNDS = 60
_ARTICLES = 600
"""Articles of a file that count, about."""
_PAIR_BIASES = (-2.0, -1.0)
_DIVISION_BIASES = (-1.8, -1.2)
"""How far the biases are moved: in pairs all errors count alike, in groups those that join much count more."""
_UNDIVIDED = Division(likeness=-1.0, relative=0.0, local=0.0, size=0.0, local_size=0.0, bias=0.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """A collection and the story of each of its rows."""

    articles: Collection
    gold: NDArray[np.str_]


def main(paths: Sequence[str]) -> int:
    """Fit and write the weights; the exit code is 2 without files."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    samples = [sample for path in paths for sample in _samples(Path(path))]
    fitted = fit(samples)
    TARGET.write_text(json.dumps(_rounded(asdict(fitted)), indent=2) + "\n", encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))
    return 0


def fit(samples: Sequence[Sample]) -> Weights:
    """The weights that fit the samples."""
    fitted = _pair_weights(samples, _compared)
    with _Using(fitted):
        fitted = _pair_weights(samples, _in_question)
    with _Using(fitted):
        fitted = replace(fitted, divide=_division_weights(samples))
        return _best_bias(fitted, samples)


def _samples(path: Path) -> Iterator[Sample]:
    analyses, gold = read(path)
    stories = sorted(set(gold.values()))
    taken = set(stories[:: math.ceil(len(analyses) / _ARTICLES)])
    analyses = [a for a in analyses if gold[a.article.id] in taken]
    for dated in (True, False):
        if dated or any(a.article.published for a in analyses):
            used = [a if dated else replace(a, article=replace(a.article, published=None)) for a in analyses]
            articles = sketched(used, "en", latest=None)
            yield Sample(articles, np.array([gold[article] for article in articles.ids]))


def _compared(articles: Collection) -> tuple[Indices, Indices]:
    """All pairs that are compared, whatever the weights."""
    parts = [(left, right) for left, right, _ in compared(articles, SETTINGS)]
    left, right = (np.concatenate(part) for part in zip(*parts, strict=True))
    return left, right


def _in_question(articles: Collection) -> tuple[Indices, Indices]:
    """The pairs whose score counts with the weights in use."""
    pairs = candidates(articles, SETTINGS)
    return pairs.left, pairs.right


def _pair_weights(samples: Sequence[Sample], pairs: Callable[[Collection], tuple[Indices, Indices]]) -> Weights:
    rows, labels, importance = [], [], []
    for sample in samples:
        left, right = pairs(sample.articles)
        same = sample.gold[left] == sample.gold[right]
        rows.append(features(sample.articles, left, right, SETTINGS))
        labels.append(same)
        importance.append(np.full(len(same), 1 / same.sum()))
    *found, bias = _logistic(np.concatenate(rows), np.concatenate(labels), np.concatenate(importance))
    whole, lead, known, gap, weekday, figure = found
    return Weights(
        whole=whole, lead=lead, known=known, gap=gap, weekday=weekday, figure=figure, bias=bias, divide=_UNDIVIDED
    )


def _division_weights(samples: Sequence[Sample]) -> Division:
    rows, labels, importance = [], [], []
    for sample in samples:
        found = [d for group in loosely_grouped(sample.articles, SETTINGS) for d in _divisions(sample, group)]
        size = np.array([abs(same - 0.5) * min(len(h.left), len(h.right)) for h, same in found])
        rows += [_row(h) for h, _ in found]
        labels += [same < 0.5 for _, same in found]
        importance.append(size / size.sum())
    return _division(_logistic(np.array(rows), np.array(labels), np.concatenate(importance)))


def _divisions(sample: Sample, group: NDArray[np.int64]) -> Iterator[tuple[Halves, float]]:
    """Divisions of a group and of its impure parts, each with its share of true pairs."""
    found = halves(sample.articles, group, SETTINGS) if len(group) > 1 else None
    if found is None:
        return
    yield found, float((sample.gold[found.left][:, None] == sample.gold[found.right][None, :]).mean())
    if len(set(sample.gold[group])) > 1:
        yield from _divisions(sample, found.left)
        yield from _divisions(sample, found.right)


def _row(h: Halves) -> list[float]:
    size = float(np.log(h.smaller))
    return [h.likeness, h.relative, h.local, size, h.local * size]


def _division(found: Floats) -> Division:
    likeness, relative, local, size, local_size, bias = (float(value) for value in found)
    return Division(likeness=likeness, relative=relative, local=local, size=size, local_size=local_size, bias=bias)


def _best_bias(fitted: Weights, samples: Sequence[Sample]) -> Weights:
    """The weights with the biases of the pairs and of the division moved to where the files are grouped best."""
    tried = []
    for pair, division in product(_PAIR_BIASES, _DIVISION_BIASES):
        moved = replace(fitted, bias=fitted.bias + pair, divide=_moved(fitted.divide, division))
        with _Using(moved):
            reached = [_f1(sample) for sample in samples]
        means = [round(r, 4) for r in (*reached, float(np.mean(reached)))]
        print(pair, division, *means, flush=True)
        tried.append((float(np.mean(reached)), moved))
    return max(tried, key=lambda found: found[0])[1]


def _moved(division: Division, by: float) -> Division:
    return replace(division, bias=division.bias + by)


def _f1(sample: Sample) -> float:
    found = np.zeros(len(sample.gold), dtype=int)
    groups = (
        part for rows in loosely_grouped(sample.articles, SETTINGS) for part in divided(sample.articles, rows, SETTINGS)
    )
    for number, rows in enumerate(groups):
        found[rows] = number
    return scores(list(sample.gold), list(found))["bcubed_f1"]


class _Using:
    """Puts weights in the place of the shipped ones for a while."""

    def __init__(self, fitted: Weights) -> None:
        self._patches = [patch.object(module, "weights", lambda: fitted) for module in (similarity, lookalikes)]

    def __enter__(self) -> None:
        for one in self._patches:
            one.start()

    def __exit__(self, *_: object) -> None:
        for one in self._patches:
            one.stop()


def _logistic(rows: Floats, labels: NDArray[np.bool_], importance: Floats) -> Floats:
    """Weights and bias of a logistic regression."""
    x, beta = np.c_[rows, np.ones(len(rows))], np.zeros(rows.shape[1] + 1)
    ridge = _RIDGE * np.eye(len(beta))
    ridge[-1, -1] = 1e-9
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (importance * (p - labels)) + ridge @ beta
        beta -= np.linalg.solve((x * (importance * p * (1 - p))[:, None]).T @ x + ridge, gradient)
    return beta


def _rounded(found: dict[str, object]) -> dict[str, object]:
    return {k: _rounded(v) if isinstance(v, dict) else round(float(str(v)), 3) for k, v in found.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
