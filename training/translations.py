"""Learns word translations from sentence pairs: IBM model 1 (Brown et al. 1993), on keys."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from generator.language.words import words

ROUNDS = 6
LEAST_SEEN = 3
LEAST_SHARE = 0.12
Pair = tuple[tuple[str, ...], tuple[str, ...]]


def learned(path: Path, family: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Each Arabic key's English concepts, from lines of English, Arabic and an attribution."""
    pairs = list(_pairs(path, family))
    shares = _aligned(pairs)
    seen = Counter(word for _, arabic in pairs for word in set(arabic))
    found: dict[str, Counter[str]] = {}
    for word, options in shares.items():
        kept = {concept: share for concept, share in options.items() if share >= LEAST_SHARE}
        if seen[word] >= LEAST_SEEN and kept:
            found[word] = Counter(kept)
    return found


def _pairs(path: Path, family: Mapping[str, str]) -> list[Pair]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        english, arabic = line.split("\t")[:2]
        left = tuple(family.get(word.key, word.key) for word in words(english, "en") if not word.stop)
        right = tuple(word.key for word in words(arabic, "ar") if not word.stop and not word.number)
        if left and right:
            found.append((left, right))
    return found


def _aligned(pairs: list[Pair]) -> dict[str, dict[str, float]]:
    """P(concept | word) after some rounds of expectation and maximisation, from equal shares."""
    shares: dict[str, dict[str, float]] = {}
    for turn in range(ROUNDS):
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for english, arabic in pairs:
            for concept in english:
                weights = [shares[word].get(concept, 0.0) if turn else 1.0 for word in arabic]
                total = sum(weights) + (0.1 if turn else 1.0)  # what answers nothing takes its part
                for word, weight in zip(arabic, weights, strict=True):
                    counts[word][concept] += weight / total  # type: ignore[assignment]
        shares = {
            word: {concept: count / sum(told.values()) for concept, count in told.items()}
            for word, told in counts.items()
        }
    return shares
