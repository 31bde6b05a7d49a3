"""Fits what speaks for two passages contradicting each other and writes generator/compare/rivals/weights.json.

Usage: ``python -m training.differences FOLDER... [--check]``, with folders of stories as benchmarks/invented/README.md
describes them. A rival whose passages are those of a planted difference, of its kind, is one; any other is none. Left
out are those that only repeat a planted one at another article, and those that are there by chance. Logistic regression
with a ridge (Newton's method); each ground has the weights of all and, at a smaller price than none, some of its own.

``--check`` fits without one author's stories after the other and prints how many of what is likely enough is right
there, by ground, as JSON. The first letter of a file's name stands for the author, or the folder where it is a digit.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.differences import articles, opposes, passage
from generator.analyse.pipeline import analyse
from generator.compare import ComparisonSettings, read
from generator.compare.rivals import rivals
from generator.compare.rivals.traits import Rival
from generator.compare.rows import side
from generator.ids import content_id
from generator.language.pipelines import BUNDLED_MODELS
from generator.model import Difference, Story

TARGET = Path(__file__).parent.parent / "generator" / "compare" / "rivals" / "weights.json"
_RIDGE = 33.0
_OWN = 0.6
"""What a ground's own weights count beside those of all grounds; the ridge weighs both alike."""
_LARGEST = 6.0
"""Standard deviations from the mean that a trait is cut at."""
_ROUNDS = 40
_DIGITS = 4

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A rival of a story by an author, and whether it is a difference."""

    author: str
    ground: str
    traits: Mapping[str, float]
    right: bool


def main(arguments: Sequence[str]) -> int:
    """Fit on what the arguments name, and write the weights or print how they do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--check", action="store_true", help="leave one author after the other out, print figures")
    options = parser.parse_args(arguments)
    found = [example for folder in options.folders for example in examples(folder)]
    if options.check:
        print(json.dumps(checked(found), indent=1, sort_keys=True))
    else:
        TARGET.write_text(json.dumps(fitted(found), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


# --- examples -----------------------------------------------------------------------------------------


def examples(folder: Path) -> Iterator[Example]:
    """The rivals of all stories of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        author = folder.name if path.name[0].isdigit() else f"{folder.name}/{path.name[0]}"
        yield from examples_of(json.loads(path.read_text(encoding="utf-8")), author)


def examples_of(gold: Mapping[str, Any], author: str) -> list[Example]:
    """The rivals of one labelled story that count."""
    analyses = analyse(articles(gold), models=BUNDLED_MODELS, cache=_NoCache(), processes=1)
    story = Story(id=content_id(*(analysis.article.id for analysis in analyses)), slug="story", members=analyses)
    texts = {analysis.article.source: analysis.article for analysis in analyses}
    every = list(rivals(*read(story, settings=ComparisonSettings())))
    planted = [
        ({entry["kind"], *entry["or"]}, [passage(texts, place) for place in entry["sides"] + entry.get("also", [])])
        for entry in gold["planted"]
    ]
    chance = [[passage(texts, place) for place in entry["sides"]] for entry in gold.get("alike", [])]
    right = [_is_one_of(rival, planted) for rival in every]
    told = {place for rival, hit in zip(every, right, strict=True) if hit for place in _places(rival)}
    return [
        Example(author, rival.ground, rival.traits, hit)
        for rival, hit in zip(every, right, strict=True)
        if hit or not (told & _places(rival) or any(opposes(_row(rival), places) for places in chance))
    ]


def _is_one_of(rival: Rival, planted: Sequence[tuple[set[str], Sequence[Any]]]) -> bool:
    row = _row(rival)
    return any(rival.contrast.kind in kinds and opposes(row, places) for kinds, places in planted)


def _row(rival: Rival) -> Difference:
    one, other = rival.contrast.one, rival.contrast.other
    return Difference(
        kind=rival.contrast.kind, subject=one.statement.evidence, sides=(side([one]), side([other])), weight=0.0
    )


def _places(rival: Rival) -> set[tuple[str, int, int]]:
    """Where the passages begin and end, each by itself: a sibling of a planted difference shares one."""
    found: set[tuple[str, int, int]] = set()
    for words in (rival.contrast.one, rival.contrast.other):
        found |= {(rival.contrast.kind, words.statement.number, end) for end in (words.first, -words.last)}
    return found


class _NoCache:
    """A cache that keeps nothing."""

    def load(self, keys: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - a cache by its protocol
        return {}

    def save(self, analyses: Mapping[str, str]) -> None:
        pass


# --- the fit ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scale:
    """The order of traits and grounds, and each trait's mean and deviation."""

    names: Sequence[str]
    grounds: Sequence[str]
    mean: Floats
    deviation: Floats
    used: Mapping[str, Sequence[int]]
    """By ground the places of the traits that its rivals have."""

    def rows(self, found: Sequence[Example]) -> Floats:
        """A row for each example: its traits, its ground, its traits again for its own ground."""
        plain = np.array([[example.traits.get(name, 0.0) for name in self.names] for example in found])
        known = np.clip((plain - self.mean) / self.deviation, -_LARGEST, _LARGEST)
        grounds = np.array([[float(example.ground == ground) for ground in self.grounds] for example in found])
        own = [_OWN * known[:, self.used[ground]] * grounds[:, [place]] for place, ground in enumerate(self.grounds)]
        return np.hstack([known, grounds, *own])


def fitted(found: Sequence[Example]) -> dict[str, dict[str, Any]]:
    """The table of each ground: its bias, how likely is likely enough, and each trait's mean, deviation and weight."""
    fit = _fit(found)
    scale, size, enough = fit.scale, len(fit.scale.names), sure(left_out(found))
    tables = {}
    start = size + len(scale.grounds)
    for place, ground in enumerate(scale.grounds):
        used = scale.used[ground]
        own = fit.weights[:size].copy()
        own[used] += _OWN * fit.weights[start : start + len(used)]
        start += len(used)
        absent = sum(float(own[i] * _cut(-scale.mean[i] / scale.deviation[i])) for i in range(size) if i not in used)
        tables[ground] = {
            "bias": round(float(fit.bias + fit.weights[size + place]) + absent, _DIGITS),
            "sure": enough.get(ground, _STEPS[-1]),
            "traits": {
                name: [round(float(value), _DIGITS) for value in (scale.mean[i], scale.deviation[i], own[i])]
                for i, name in enumerate(scale.names)
                if i in used
            },
        }
    return tables


def sure(judged: Sequence[tuple[Example, float]]) -> dict[str, float]:
    """By ground the least likelihood, in steps, from which on as many are right as should be, of authors left out."""
    found = {}
    for ground in sorted({example.ground for example, _ in judged}):
        likely = sorted((likelihood, example.right) for example, likelihood in judged if example.ground == ground)
        enough = (step for step in _STEPS if _share(likely, step) >= _PRECISION)
        found[ground] = next(enough, _STEPS[-1])
    return found


_STEPS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
_PRECISION = 0.85


def _share(likely: Sequence[tuple[float, bool]], least: float) -> float:
    shown = [right for likelihood, right in likely if likelihood >= least]
    return sum(shown) / len(shown) if shown else 0.0


def _cut(value: float) -> float:
    return max(-_LARGEST, min(_LARGEST, value))


def _scale(found: Sequence[Example]) -> Scale:
    names = sorted({name for example in found for name in example.traits})
    plain = np.array([[example.traits.get(name, 0.0) for name in names] for example in found])
    deviation = np.maximum(plain.std(axis=0), 1e-3)
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for example in found:
        seen[example.ground].update(example.traits)
    used = {ground: [i for i, name in enumerate(names) if name in held] for ground, held in seen.items()}
    return Scale(names, sorted(used), plain.mean(axis=0), deviation, used)


class Fit(NamedTuple):
    """What a fit gave: the scale of the traits, the bias and the weights."""

    scale: Scale
    bias: float
    weights: Floats

    def likelihoods(self, found: Sequence[Example]) -> Floats:
        """How likely each is a difference."""
        return np.asarray(1 / (1 + np.exp(-(self.scale.rows(found) @ self.weights + self.bias))))


def _fit(found: Sequence[Example], begin: Fit | None = None) -> Fit:
    """The logistic regression with a ridge; the bias is free. `begin` is a fit on nearly the same, to go on from."""
    scale = _scale(found) if begin is None else begin.scale
    full = np.hstack([scale.rows(found), np.ones((len(found), 1))])
    right = np.array([float(example.right) for example in found])
    ridge = np.full(full.shape[1], _RIDGE)
    ridge[-1] = 1e-6
    weights = np.zeros(full.shape[1]) if begin is None else np.append(begin.weights, begin.bias)
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(full @ weights, -30, 30)))
        slope = full.T @ (likely - right) + ridge * weights
        curve = (full * (likely * (1 - likely))[:, None]).T @ full + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < _SETTLED:
            break
    return Fit(scale, float(weights[-1]), weights[:-1])


_SETTLED = 1e-5


def left_out(found: Sequence[Example]) -> list[tuple[Example, float]]:
    """Each example and how likely it is by a fit without its author's stories; the scale is that of all."""
    every, judged = _fit(found), []
    for author in sorted({example.author for example in found}):
        here = [example for example in found if example.author == author]
        fit = _fit([example for example in found if example.author != author], every)
        judged += [(example, float(likely)) for example, likely in zip(here, fit.likelihoods(here), strict=True)]
    return judged


def checked(found: Sequence[Example]) -> dict[str, dict[str, float]]:
    """By ground: how many are differences, how many are likely enough without their author, and right of these."""
    judged = left_out(found)
    least = sure(judged)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example, likely in judged:
        shown = likely >= least[example.ground]
        counts[example.ground].update(there=example.right, shown=shown, right=shown and example.right)
    return {
        ground: {"sure": least[ground], **{name: float(number) for name, number in sorted(count.items())}}
        for ground, count in counts.items()
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
