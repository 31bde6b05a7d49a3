"""Learns which sound units answer which across scripts, from pairs of names (Wikidata, CC0).

    python training/names.py --pairs DIR [--out generator/language/data/sounds.tsv]

DIR holds the tables of NETransliteration (Merhav and Ash, COLING 2018): a Latin token, the other script's letters
apart, and a count in each line. Method: a stochastic edit transducer (Ristad and Yianilos 1998) with up to two units
on one side, trained by Viterbi EM; what is kept of it are log-odds against chance. A logistic model, fitted on
held-out pairs against hard negatives (tokens that share a blocking key), turns a score into a probability.
"""

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.language.sounds import skeletons, units
from generator.language.transducer import FEATURES, Transducer

SEED = 20
ROUNDS = 4
MOST_PAIRS = 40_000
HELD_OUT = 10
"""Every so-manieth pair is kept for the calibration."""
SOURCES = {
    "arab": ("wd_arabic.normalized.aligned.tokens",),
    "hebr": ("wd_hebrew.normalized.aligned.tokens",),
    "cyrl": ("wd_russian_80",),
    "kana": ("wd_japanese.normalized.aligned.tokens",),
    "hang": ("wd_korean.normalized.aligned.tokens",),
    "hani": ("wd_chinese.normalized.aligned.tokens",),
}
Pair = tuple[str, str]
Op = tuple[str, str]


def read(folder: Path, names: Iterable[str]) -> list[Pair]:
    """The token pairs of a script, in the order of the files."""
    pairs: list[Pair] = []
    for name in names:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            latin, other = line.split("\t")[:2]
            pairs.append((latin, other.replace(" ", "")))
    return pairs


def spellings(groups: Iterable[Sequence[Pair]], chance: random.Random) -> list[Pair]:
    """Pairs of Latin spellings of one name: those that stand opposite the same token of another script."""
    found: set[Pair] = set()
    for pairs in groups:
        by_other: defaultdict[str, list[str]] = defaultdict(list)
        for latin, other in pairs:
            by_other[other].append(latin)
        for same in by_other.values():
            listed = sorted(set(same))
            found |= {tuple(sorted(chance.sample(listed, 2))) for _ in range(3) if len(listed) > 1}  # type: ignore[misc]
    return sorted(found)


def start(pairs: Sequence[tuple[str, str]]) -> Transducer:
    """A first transducer: equal consonant classes answer each other, vowels may go."""
    left = {unit for one, _ in pairs for unit in one}
    right = {unit for _, other in pairs for unit in other}
    scores: dict[Op, float] = {}
    for one in left:
        for other in right:
            scores[one, other] = _first_guess(one, other)
    scores |= {(one, ""): -1.0 if _soft(one) else -3.0 for one in left}
    scores |= {("", other): -1.0 if _soft(other) else -3.0 for other in right}
    return Transducer(scores)


def _soft(unit: str) -> bool:
    """Whether a unit may well be silent or a vowel."""
    return not any(skeletons(unit)) or unit in "whyHyוי"


def _first_guess(one: str, other: str) -> float:
    if skeletons(one) & skeletons(other) - {""}:
        return 2.0
    return 0.0 if _soft(one) and _soft(other) else -4.0


def train(pairs: Sequence[tuple[str, str]]) -> Transducer:
    """The transducer after some rounds of aligning all pairs and counting what answered what."""
    model = start(pairs)
    singles_left = Counter(unit for one, _ in pairs for unit in one)
    singles_right = Counter(unit for _, other in pairs for unit in other)
    for turn in range(ROUNDS):
        counts: Counter[Op] = Counter()
        for one, other in pairs:
            score, ops = model.align(one, other)
            if score > 0:
                counts.update(ops if turn == 0 else _with_joined(ops))
        model = Transducer(log_odds(counts, singles_left, singles_right))
    return model


def _with_joined(ops: Sequence[Op]) -> list[Op]:
    """The operations, and each unanswered unit also joined to its neighbour: two units that answer one."""
    found = list(ops)
    for before, after in pairwise(ops):
        joined = before[0] + after[0], before[1] + after[1]
        if sorted(map(len, joined)) == [1, 2]:
            found.append(joined)
    return found


def log_odds(counts: Counter[Op], left: Counter[str], right: Counter[str]) -> dict[Op, float]:
    """Log P(op) - log P(its left units) - log P(its right units), smoothed; rare two-unit operations are dropped."""
    total = sum(count for (one, other), count in counts.items() if len(one) < 2 and len(other) < 2)
    total_left, total_right = sum(left.values()), sum(right.values())
    found: dict[Op, float] = {}
    pairs = {(one, other) for one in (*left, "") for other in (*right, "") if one or other}
    for one, other in sorted(pairs | set(counts)):
        count = counts[one, other]
        if len(one + other) > 2 and count < 12:
            continue
        chance_left = sum(math.log(left[unit] / total_left) for unit in one)
        chance_right = sum(math.log(right[unit] / total_right) for unit in other)
        found[one, other] = math.log((count + 0.2) / total) - chance_left - chance_right
    return found


def features(model: Transducer, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """One row of `transducer.FEATURES` per pair."""
    return np.array([model.features(one, other) for one, other in pairs]).reshape(-1, FEATURES)


def calibrate(model: Transducer, pairs: Sequence[tuple[str, str]], chance: random.Random) -> NDArray[np.float64]:
    """The weights of a logistic model, the constant first: held-out pairs against tokens that share a key."""
    trusted = [pair for pair in pairs if model.align(*pair)[0] > 0]
    wrong = negatives(trusted, chance)
    rows = np.vstack([features(model, trusted), features(model, wrong)])
    truth = np.array([1.0] * len(trusted) + [0.0] * len(wrong))
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(rows.shape[1])
    for _ in range(60):  # Newton's method, lightly ridged
        likely = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (truth - likely) - 1e-3 * weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + 1e-3 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    likely = 1 / (1 + np.exp(-(rows @ weights)))
    right = ((likely > 0.5) == (truth > 0.5)).mean()
    print(f"  calibration on {len(trusted)} pairs and {len(wrong)} hard negatives: {right:.3f} right")
    return weights


def negatives(pairs: Sequence[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    """For each pair three wrong ones: a Latin token with the other token of a pair whose Latin begins alike."""
    by_key: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, other in pairs:
        for key in sorted(skeletons(one)):
            by_key[key[:3]].append((one, other))
    found = []
    for one, _ in pairs:
        near = [pair for key in sorted(skeletons(one)) for pair in by_key[key[:3]] if pair[0] != one]
        picked = chance.sample(near, min(3, len(near))) if near else []
        found += [(one, other) for latin, other in picked if latin != one]
    return found


def main() -> None:
    """Trains every script and writes one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("generator/language/data/sounds.tsv"))
    options = parser.parse_args()
    chance = random.Random(SEED)
    raw = {script: read(options.pairs, names) for script, names in SOURCES.items()}
    raw["latn"] = spellings([raw["arab"], raw["hebr"], raw["cyrl"]], chance)
    lines = ["# script\tunits\tunits\tlog odds; a line 'script = weights' holds the calibration. See training/names.py"]
    for script, pairs in raw.items():
        lines += learn(script, pairs, chance)
    lines += unit_shares(raw["latn"])
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def unit_shares(pairs: Sequence[Pair]) -> list[str]:
    """How frequent each Latin unit is: two other scripts are compared over the Latin units they both answer."""
    counts = Counter(unit for one, other in pairs for unit in units(one) + units(other))
    total = sum(counts.values())
    return [f"share\t{unit}\t\t{count / total:.6f}" for unit, count in sorted(counts.items())]


def learn(script: str, pairs: list[Pair], chance: random.Random) -> list[str]:
    """The lines of one script."""
    chosen = chance.sample(pairs, min(len(pairs), MOST_PAIRS))
    sounded = [(units(one), units(other)) for one, other in chosen]
    sounded = [(one, other) for one, other in sounded if one and other and len(one + other) < 60]
    kept = [pair for place, pair in enumerate(sounded) if place % HELD_OUT]
    print(script, len(kept), "pairs")
    model = train(kept)
    weights = calibrate(model, sounded[::HELD_OUT], chance)
    lines = [f"{script}\t=\t" + " ".join(f"{weight:.4f}" for weight in weights)]
    return lines + [f"{script}\t{one}\t{other}\t{score:.2f}" for (one, other), score in sorted(model.scores.items())]


if __name__ == "__main__":
    main()
