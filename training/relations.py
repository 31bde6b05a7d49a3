"""Compiles which English words mean the same, which are kinds of one another, and which exclude one another.

    python -m training.relations --wordnet DIR [--out generator/language/data]

One table, gzipped: ``w``, a word's key, the numbers of its senses, its antonyms; and ``s``, a sense and the one it is a
kind of. Words of other languages reach it through the concepts of the lexicon. Nothing is random; the same
inputs give the same bytes.
"""

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.language.company import company
from generator.language.words import key
from training.dictionaries import WordNet, wordnet

_MOST_SENSES = 10
_LEAST_SHARE = 0.004
_LEAST_MET = 0.5
"""Added to every count of a sense, so that words that were never met have senses too."""
_LEVELS = 3
"""How many steps up a kind is followed: an ambulance is a car, a car a vehicle."""


class Relations(NamedTuple):
    """`senses` of each key, the more frequent first; `antonyms` of each; each sense's `kind`, if it is of one."""

    senses: Mapping[str, tuple[str, ...]]
    antonyms: Mapping[str, tuple[str, ...]]
    kind: Mapping[str, str]


def relations(english: WordNet) -> Relations:
    """What WordNet says of single words that were met in its tagged texts or stand in the background's vectors."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    met: Counter[str] = Counter()
    for synset, listed in english.synsets.items():
        for word, count in listed:
            if word.isalpha() and (name := key(word, "en")):
                counts[name][synset] += count + _LEAST_MET  # type: ignore[assignment]
                met[name] += count
    known = company().places
    kept = {name: _frequent(found) for name, found in counts.items() if met[name] or name in known}
    return Relations(kept, _antonyms(english, kept), english.kinds)


def _frequent(found: Mapping[str, float]) -> tuple[str, ...]:
    total = sum(found.values())
    ranked = sorted(found, key=lambda synset: (-found[synset], synset))
    return tuple(synset for synset in ranked[:_MOST_SENSES] if found[synset] / total >= _LEAST_SHARE)


def _antonyms(english: WordNet, kept: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each key's antonyms as WordNet gives them, word by word, in both directions."""
    known = set(kept)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in english.antonyms:
        first, second = key(one, "en"), key(other, "en")
        if first != second and {first, second} <= known:
            found[first].add(second)
            found[second].add(first)
    return {name: tuple(sorted(others)) for name, others in found.items()}


def written(found: Relations) -> bytes:
    """The table as it is shipped; senses are numbered in the order of their first word."""
    numbers: dict[str, int] = {}
    lines = []
    for name in sorted(found.senses):
        ids = [str(_number(synset, numbers)) for synset in found.senses[name]]
        lines.append("\t".join(("w", name, " ".join(ids), " ".join(found.antonyms.get(name, ())))))
    for synset in list(numbers):
        lines += _chain(synset, found.kind, numbers)
    told = ["# WordNet 3.0", *dict.fromkeys(lines)]
    return gzip.compress(("\n".join(told) + "\n").encode(), mtime=0)


def _chain(synset: str, kind: Mapping[str, str], numbers: dict[str, int]) -> list[str]:
    lines = []
    for _ in range(_LEVELS):
        above = kind.get(synset)
        if above is None:
            break
        lines.append(f"s\t{_number(synset, numbers)}\t{_number(above, numbers)}")
        synset = above
    return lines


def _number(synset: str, numbers: dict[str, int]) -> int:
    return numbers.setdefault(synset, len(numbers))


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wordnet", type=Path, required=True, help="the dict folder of WordNet 3.0")
    parser.add_argument("--out", type=Path, default=Path("generator/language/data"))
    options = parser.parse_args()
    packed = written(relations(wordnet(options.wordnet)))
    (options.out / "relations.tsv.gz").write_bytes(packed)
    print(f"relations.tsv.gz: {len(packed) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
