"""Measures the lexicon part of the language layer and prints the figures as JSON.

    python -m benchmarks.language_lexicon DATA [--floors]

DATA/ntrex holds comparable.jsonl and parallel.jsonl (NTREX-128, CC BY-SA 4.0): for each document of another language
the right one of 123 English documents is looked for, and the other way round. In the comparable set no sentence of
one has its translation in the other. DATA/names_xlit holds name pairs (Wikidata, CC0).
"""

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.language.identify import identify
from generator.language.likeness import likeness
from generator.language.names import token_keys
from generator.language.profiles import profile
from generator.language.similarity import mutual, similarities
from generator.language.words import words

Figures: TypeAlias = dict[str, float]
Texts: TypeAlias = dict[str, dict[str, tuple[str, str]]]
SEED = 7
NAME_TABLES = {
    "ar": "wd_arabic.normalized.aligned.tokens", "he": "wd_hebrew.normalized.aligned.tokens", "ru": "wd_russian_80",
    "ja": "wd_japanese.normalized.aligned.tokens", "ko": "wd_korean.normalized.aligned.tokens",
    "zh": "wd_chinese.normalized.aligned.tokens",
}  # fmt: skip


def read(path: Path) -> Texts:
    """Title and text by language and story."""
    found: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["lang"]][row["story"]] = row["title"], row["text"]
    return dict(found)


def first_of_all(scores: NDArray[np.float64]) -> float:
    """How often the right document comes first, the mean of both directions; row and column i belong together."""
    right = np.arange(len(scores))
    return float(((scores.argmax(axis=0) == right).mean() + (scores.argmax(axis=1) == right).mean()) / 2)


def ranking(texts: Texts, stories: Sequence[str]) -> Figures:
    """Per language: right first by score, and by score corrected for hubs."""
    told = {}
    for language in sorted(texts):
        rows = [texts[language][story] for story in stories]
        told[language] = [profile(text, language, title=title) for title, text in rows]
    figures: Figures = {}
    for language in sorted(texts.keys() - {"en"}):
        scores = similarities(told[language], told["en"])
        figures[f"{language} first"] = first_of_all(scores)
        figures[f"{language} first, hubs corrected"] = first_of_all(mutual(scores))
    return figures


def names(folder: Path) -> Figures:
    """Per script: pairs that share a blocking key, and right answers (over or under 0.5) on pairs and hard negatives.

    Both on pairs chosen anew from the training tables' names; training/names.py prints the figures on held-out pairs.
    """
    figures: Figures = {}
    for language, table in NAME_TABLES.items():
        rows = [line.split("\t")[:2] for line in (folder / table).read_text(encoding="utf-8").splitlines()]
        chosen = [(one, other.replace(" ", "")) for one, other in random.Random(SEED).sample(rows, 1500)]
        figures[f"{language} key shared"] = float(np.mean([bool(token_keys(a) & token_keys(b)) for a, b in chosen]))
        figures[f"{language} pairs over .5"] = float(np.mean([likeness(a, b) > 0.5 for a, b in chosen]))
        crossed = [(a, d) for (a, _), (c, d) in pairwise(chosen) if a != c]
        figures[f"{language} others under .5"] = float(np.mean([likeness(a, b) < 0.5 for a, b in crossed]))
    return figures


def identification(texts: Texts) -> Figures:
    """Right answers, abstentions and wrong ones, by how many characters of a text are seen."""
    figures: Figures = {}
    for length in (20, 60, 200):
        answers = [(lang, identify(text[:length])) for lang, told in texts.items() for _, text in told.values()]
        figures[f"{length} right"] = float(np.mean([lang == answer for lang, answer in answers]))
        figures[f"{length} wrong"] = float(np.mean([answer not in (lang, "und") for lang, answer in answers]))
    return figures


def speed(texts: Texts) -> Figures:
    """Words per second, keys already cached as in a long run."""
    figures: Figures = {}
    for language in ("en", "ar", "de", "zh"):
        text = "\n".join(text for _, text in texts[language].values())
        words(text, language)
        started = time.process_time()
        found = words(text, language)
        figures[language] = round(len(found) / (time.process_time() - started))
    return figures


def measure(data: Path) -> Figures:
    """All figures of the corpora that stand under a folder as ``ntrex`` and ``names_xlit``."""
    found: dict[str, Figures] = {}
    if (data / "ntrex").is_dir():
        comparable = read(data / "ntrex/comparable.jsonl")
        stories = sorted(comparable["en"])
        found["comparable"] = ranking(comparable, stories)
        found["comparable, every second story"] = ranking(comparable, stories[1::2])
        found["parallel"] = ranking(read(data / "ntrex/parallel.jsonl"), stories)
        found["identified"] = identification(comparable)
        found["words per second"] = speed(comparable)
    if (data / "names_xlit").is_dir():
        found["names"] = names(data / "names_xlit")
    return {f"{part}: {name}": round(value, 4) for part, listed in found.items() for name, value in listed.items()}


def below(figures: Figures, floors: Figures) -> list[str]:
    """What fell below its pinned floor."""
    return [
        f"{name} is {figures[name]}, floor {floor}"
        for name, floor in floors.items()
        if name in figures and figures[name] < floor
    ]


def main() -> None:
    """Prints the figures; with --floors fails where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args()
    figures = measure(options.data)
    print(json.dumps(figures, indent=1, sort_keys=True, ensure_ascii=False))
    if options.floors:
        floors = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["lexicon"]
        missed = below(figures, floors)
        sys.exit("\n".join(missed) if missed else 0)


if __name__ == "__main__":
    main()
