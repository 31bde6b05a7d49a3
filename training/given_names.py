"""Collects given names, and the characters that Chinese writes foreign names with.

    python -m training.given_names --pairs DIR [--out generator/language/data/given_names.txt]

DIR as for training/names.py. Given names are the first words of whole names that several people have, and the most
frequent tokens of the Arabic and Russian tables, which have no whole names (Wikidata, CC0).
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.language.fold import fold

TABLES = ("wd_hebrew", "wd_korean")
FREQUENT = ("wd_arabic.normalized.aligned.tokens", "wd_russian_80")
CHINESE = "wd_chinese.normalized.aligned.tokens"
LEAST_PEOPLE = 6
LEAST_TOKENS = 12
COVERED = 0.985
"""Share of the transliterated characters that the kept ones make up."""
SHORTEST = 3


def first_words(path: Path) -> Iterator[tuple[str, str]]:
    """The first word of each name of two or more, in Latin letters and in the table's script."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, _, other = line.partition("\t")
        if len(latin.split()) > 1 and len(other.split()) == len(latin.split()):
            yield latin.split()[0], other.split()[0]


def frequent(path: Path) -> Iterator[tuple[str, int]]:
    """The other script's tokens and how many people have each."""
    for line in path.read_text(encoding="utf-8").splitlines():
        _, other, count = line.split("\t")
        yield other.replace(" ", ""), int(count)


def characters(path: Path) -> str:
    """The characters that nearly all transliterations are made of."""
    counts: Counter[str] = Counter()
    for token, count in frequent(path):
        counts.update(dict.fromkeys(token, count))
    total, seen, kept = sum(counts.values()), 0, []
    for character, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        if seen > COVERED * total:
            break
        seen += count
        kept.append(character)
    return "".join(sorted(kept))


def main() -> None:
    """Writes one folded name per line, and the characters in one line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("generator/language/data/given_names.txt"))
    options = parser.parse_args()
    counts = Counter(fold(name) for table in TABLES for pair in first_words(options.pairs / table) for name in pair)
    tokens: Counter[str] = Counter()
    for table in FREQUENT:
        for token, count in frequent(options.pairs / table):
            tokens[fold(token)] += count
    counts |= Counter({token: count for token, count in tokens.items() if count >= LEAST_TOKENS})
    kept = sorted(name for name, count in counts.items() if count >= LEAST_PEOPLE and len(name) >= SHORTEST)
    options.out.write_text(
        "# From Wikidata, CC0; see training/given_names.py\n" + "\n".join(kept) + "\n", encoding="utf-8"
    )
    told = characters(options.pairs / CHINESE)
    options.out.with_name("name_characters.txt").write_text(told + "\n", encoding="utf-8")
    print(f"{len(kept)} given names, {len(told)} characters")


if __name__ == "__main__":
    main()
