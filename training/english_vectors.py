"""What is known of English words before training: Brown clusters and the lists of names they occur in.

Brown clusters (Brown et al. 1992) of 190,000 words come from spacy-lookups-data (MIT); a cluster's bits, cut after
4, 6, 10 and 20, each add a random vector, so that near clusters have near vectors.
"""

import gzip
import importlib.resources
import json
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from training.name_lists import SHORT_COUNTRIES, cities, countries, demonym_words, name_tokens, people
from training.vector_table import write_vectors

CLUSTER_WIDTH = 32
CLUSTER_BITS = (4, 6, 10, 20)
FLAGS = "FLPCNTGxy"
"""First name, last name, any name word, word of a country, country, word of a city, language; `x` where the lower-case
word is the commoner one, which makes the flags weak evidence, else `y`."""
CASES = 4
RARE, UNSEEN = -17.5, -30.0
CITY_RESIDENTS = 50000
WEAK = 2.0
FIRST_NAMES, LAST_NAMES, NAME_TOKENS = 3, 2, 3


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What decides a word's row."""

    cluster: int
    flags: str
    case: int


def write_english_vectors(data: Path, out: Path) -> tuple[int, int]:
    """Writes the vector table; returns its words and rows."""
    clusters = {word: bits for word, bits in _lookup("cluster").items() if bits}
    probabilities = _lookup("prob")
    flags = _flags(data, probabilities)
    words = {word for word in clusters if probabilities.get(word, UNSEEN) > RARE} | set(flags)
    features = {
        word: WordFeatures(int(clusters.get(word, 0)), flags.get(word, ""), _case(word, probabilities))
        for word in sorted(words)
    }
    for word in [word for word in features if word[:1].isupper() and flags.get(word)]:
        features.setdefault(word.upper(), features[word])
    return write_vectors(features, _row, language="en", name="en_clusters_names", out=out)


def _lookup(table: str) -> dict[str, float]:
    path = importlib.resources.files("spacy_lookups_data") / "data" / f"en_lexeme_{table}.json.gz"
    loaded: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    return loaded


def _flags(data: Path, probabilities: dict[str, float]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    names = people(data)
    for flag, counts, least in (
        ("F", Counter(name[0] for name in names), FIRST_NAMES),
        ("L", Counter(name[-1] for name in names), LAST_NAMES),
        ("P", name_tokens(data), NAME_TOKENS),
    ):
        for word, count in counts.items():
            if count >= least:
                found[word].add(flag)
    for flag, words in _place_words().items():
        for word in words:
            found[word].add(flag)
    for word, marks in found.items():
        lower = probabilities.get(word.lower(), UNSEEN)
        marks.add("x" if lower > probabilities.get(word, UNSEEN + 8) + WEAK else "y")
    return {word: "".join(f for f in FLAGS if f in marks) for word, marks in found.items()}


def _place_words() -> dict[str, set[str]]:
    names = set(countries("en").values())
    return {
        "C": {word for name in names for word in name.split() if word[0].isupper() and len(word) > 2},
        "N": names | SHORT_COUNTRIES,
        "T": {w for c in cities(CITY_RESIDENTS) for w in c.name.split() if w[0].isupper() and len(w) > 2},
        "G": set(demonym_words("en")),
    }


def _case(word: str, probabilities: dict[str, float]) -> int:
    """0 for a lower-case word, else 1 to 3 by how much commoner its lower-case form is."""
    if not word[:1].isupper():
        return 0
    lead = probabilities.get(word, -20.0) - probabilities.get(word.lower(), -20.0)
    return 1 if lead > 1 else 2 if lead > -1 else 3


def _row(features: WordFeatures) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    vector = np.zeros(CLUSTER_WIDTH + len(FLAGS) + CASES, dtype="float32")
    if features.cluster:
        for bits in CLUSTER_BITS:
            vector[:CLUSTER_WIDTH] += _direction(bits, features.cluster & ((1 << bits) - 1))
    for index, flag in enumerate(FLAGS):
        vector[CLUSTER_WIDTH + index] = flag in features.flags
    vector[CLUSTER_WIDTH + len(FLAGS) + features.case] = 1
    return vector


@cache
def _direction(bits: int, prefix: int) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """The same random vector for the same cluster prefix in every run."""
    generator = np.random.default_rng((bits, prefix))
    return (generator.normal(size=CLUSTER_WIDTH) / math.sqrt(CLUSTER_WIDTH)).astype("float32")
