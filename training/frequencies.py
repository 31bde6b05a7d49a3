"""Makes the tables of how many articles use a word: generator/group/data/frequencies/LANGUAGE.tsv.gz.

Usage: ``python -m training.frequencies WORDFREQ_DATA_FOLDER``. The folder is ``wordfreq/data`` of the package
wordfreq 3.1.1 (Speer 2022; data CC BY-SA 4.0). Its frequencies are summed over the words that have one key, and
brought from shares of words to shares of articles of `ARTICLE` words, taken as Poisson. A line holds minus ten times
the common logarithm of that share, and the keys that have it. No randomness: the same data give the same bytes.
"""

import gzip
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import srsly  # type: ignore[import-untyped]

from generator.language.words import words

TARGET = Path(__file__).parent.parent / "generator" / "group" / "data" / "frequencies"
LANGUAGES = (
    "ar bg bn ca cs da de el en es fa fi fr he hi hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv ta tr uk ur vi zh"
).split()
ARTICLE = 400
_RAREST = 1e-4
"""Share of articles below which a word is left out: the rest are all as rare as can be told."""


def main(arguments: Sequence[str]) -> int:
    """Write every table; the exit code is 2 without the folder."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        content = "\n".join(table(Path(arguments[0]) / f"small_{language}.msgpack.gz", language)) + "\n"
        path = TARGET / f"{language}.tsv.gz"
        path.write_bytes(gzip.compress(content.encode(), compresslevel=9, mtime=0))
        print(path.name, path.stat().st_size)
    return 0


def table(path: Path, language: str) -> Iterator[str]:
    """The lines of one language's table, most frequent keys first."""
    shares: dict[str, float] = defaultdict(float)
    for decibels, listed in enumerate(srsly.msgpack_loads(gzip.decompress(path.read_bytes()))[1:]):
        for word in listed:
            for part in words(word, language):
                shares[part.key] += 10 ** (-decibels / 100)
    bins: dict[int, list[str]] = defaultdict(list)
    for key, share in shares.items():
        articles = 1 - math.exp(-ARTICLE * share)
        if articles >= _RAREST:
            bins[round(-10 * math.log10(articles))].append(key)
    for step in sorted(bins):
        yield f"{step}\t{' '.join(sorted(bins[step]))}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
