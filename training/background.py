"""Counts how frequent words are in news, and learns which English concepts keep company.

    python training/background.py --wordnet DIR --english FILE... --arabic FILE... [--chinese FILE]
                                  [--out generator/language/data]

English: the GMB news export (csv, zipped) and CoNLL-U treebanks; Arabic: token-per-line corpora and the Tatoeba pairs.
Only texts whose licence lets counts be shipped; see generator/language/data/LICENSES.md. A document is ten sentences.

The company of concepts: positive pointwise mutual information of families within a sentence or a WordNet gloss,
smoothed contexts, truncated singular value decomposition (Levy, Goldberg, Dagan 2015), rows of length 1 as int8.
"""

import argparse
import csv
import gzip
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds

from generator.language.words import words
from training.dictionaries import wordnet
from training.lexicon import families

DOCUMENT = 10
"""Sentences that make a document."""
VOCABULARY, DIMENSIONS = 14_000, 64
LEAST_SEEN = 4
CONTEXT_SMOOTHING = 0.75
LONGEST_SENTENCE = 40
KEPT_WORDS = 30_000


def gmb(path: Path) -> Iterator[str]:
    """The sentences of the GMB export, each once."""
    with zipfile.ZipFile(path) as archive:
        rows = csv.reader(io.StringIO(archive.read("ner_dataset.csv").decode("latin-1")))
    next(rows)
    seen: set[str] = set()
    sentence: list[str] = []
    for row in [*rows, ["end", "", "", ""]]:
        if row[0] and sentence and (told := " ".join(sentence)) not in seen:
            seen.add(told)
            yield told
        sentence = [row[1]] if row[0] else [*sentence, row[1]]


def treebank(path: Path) -> Iterator[str]:
    """The sentences of a CoNLL-U file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def column(path: Path) -> Iterator[str]:
    """The sentences of a file with a token at the beginning of each line."""
    tokens: list[str] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        first = line.split()[0] if line.split() else ""
        if first:
            tokens.append(first)
        if tokens and (not first or first in ".!?؟"):
            yield " ".join(tokens)
            tokens = []


def pairs(path: Path) -> Iterator[str]:
    """The second column of tab-separated lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")[1]


def sentences(path: Path) -> Iterator[str]:
    """A file's sentences, by its kind."""
    if path.suffix == ".zip":
        return gmb(path)
    if path.suffix == ".conllu":
        return treebank(path)
    return pairs(path) if path.name == "ara.txt" else column(path)


def keys(paths: Sequence[Path], language: str) -> list[list[str]]:
    """Each sentence's keys, function words and figures left out."""
    return [
        [word.key for word in words(sentence, language) if not word.stop and not word.number]
        for path in paths
        for sentence in sentences(path)
    ]


def documents(told: Sequence[list[str]]) -> list[set[str]]:
    """The keys of each document."""
    return [set().union(*told[first : first + DOCUMENT]) for first in range(0, len(told), DOCUMENT)]


def write_frequencies(path: Path, told: Iterable[set[str]]) -> None:
    """In how many documents each key is, the most frequent first; the number of documents in the first line."""
    listed = list(told)
    counts = Counter(word for document in listed for word in document)
    best = sorted((pair for pair in counts.items() if pair[1] > 1), key=lambda pair: (-pair[1], pair[0]))[:KEPT_WORDS]
    text = f"{len(listed)}\n" + "".join(f"{word}\t{count}\n" for word, count in best)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{path.name}: {len(listed)} documents, {len(best)} words")


def chinese(path: Path) -> list[tuple[str, float]]:
    """Pairs of characters with their share of all pairs, from a word frequency list."""
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count = line.split(" ")[:2]
        for first in range(len(word) - 1):
            counts[word[first : first + 2]] += int(count)
    total = sum(counts.values())
    return [(pair, count / total) for pair, count in counts.most_common(KEPT_WORDS)]


def write_chinese(path: Path, shares: Sequence[tuple[str, float]], *, size: int, length: int) -> None:
    """The documents that would have each pair, of so many documents of so many pairs."""
    lines = [f"{pair}\t{size * (1 - (1 - share) ** length):.0f}" for pair, share in shares]
    path.write_bytes(gzip.compress((f"{size}\n" + "\n".join(lines) + "\n").encode(), mtime=0))


class Company(NamedTuple):
    """Concepts and their vectors."""

    concepts: list[str]
    vectors: NDArray[np.float64]


def company(told: Sequence[list[str]]) -> Company:
    """Vectors whose angles tell how alike two concepts' company is."""
    counts = Counter(concept for sentence in told for concept in set(sentence))
    ranked = sorted((pair for pair in counts.items() if pair[1] >= LEAST_SEEN), key=lambda pair: (-pair[1], pair[0]))
    concepts = [concept for concept, _ in ranked[:VOCABULARY]]
    met = _met_together(told, {concept: place for place, concept in enumerate(concepts)})
    sums = np.asarray(met.sum(axis=1)).ravel()
    smooth = sums**CONTEXT_SMOOTHING
    cells = met.tocoo()
    strength = np.log(np.maximum(cells.data * smooth.sum() / (sums[cells.row] * smooth[cells.col]), 1e-9))
    kept = strength > 0
    matrix = sparse.coo_matrix((strength[kept], (cells.row[kept], cells.col[kept])), shape=met.shape).tocsr()
    left, sizes, _ = svds(matrix, k=DIMENSIONS, v0=np.ones(met.shape[0]))
    order = np.argsort(-sizes)
    vectors = left[:, order] * np.sqrt(sizes[order])
    return Company(concepts, vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6))


def _met_together(told: Sequence[list[str]], places: dict[str, int]) -> sparse.csr_matrix:
    """How often two concepts stand in one sentence; long sentences count less per pair."""
    counts: Counter[tuple[int, int]] = Counter()
    for sentence in told:
        inside = sorted({places[concept] for concept in sentence if concept in places})[:LONGEST_SENTENCE]
        weight = 1 / max(1.0, len(inside) / 8)
        for first, one in enumerate(inside):
            for other in inside[first + 1 :]:
                counts[one, other] += weight  # type: ignore[assignment]
    rows, columns = zip(*counts, strict=True)
    half = sparse.coo_matrix((list(counts.values()), (rows, columns)), shape=(len(places), len(places))).tocsr()
    return half + half.T


def write_company(path: Path, found: Company, told: Sequence[set[str]]) -> None:
    """Vectors as int8 with each row's largest value as 127, concepts, document frequencies, and the mean document."""
    rows = np.round(found.vectors / np.maximum(np.abs(found.vectors).max(axis=1, keepdims=True), 1e-6) * 127)
    counts = Counter(concept for document in told for concept in document)
    frequencies = np.array([counts[concept] for concept in found.concepts], dtype=np.int32)
    idf = np.log((len(told) + 1) / (frequencies + 0.5))
    places = {concept: place for place, concept in enumerate(found.concepts)}
    mean = np.zeros(DIMENSIONS)
    for document in told:
        inside = [places[concept] for concept in sorted(document) if concept in places]
        vector = (found.vectors[inside] * idf[inside][:, None]).sum(axis=0)
        mean += vector / max(float(np.linalg.norm(vector)), 1e-9)
    names = np.frombuffer("\n".join(found.concepts).encode(), dtype=np.uint8)
    np.savez_compressed(
        path,
        concepts=names,
        vectors=rows.astype(np.int8),
        frequencies=frequencies,
        documents=np.array(len(told)),
        mean=(mean / len(told)).astype(np.float32),
    )
    print(f"{path.name}: {len(found.concepts)} concepts, {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--english", type=Path, nargs="+", required=True)
    parser.add_argument("--arabic", type=Path, nargs="+", required=True)
    parser.add_argument("--chinese", type=Path)
    parser.add_argument("--out", type=Path, default=Path("generator/language/data"))
    options = parser.parse_args()
    english = keys(sorted(options.english), "en")
    write_frequencies(options.out / "df/en.tsv.gz", documents(english))
    write_frequencies(options.out / "df/ar.tsv.gz", documents(keys(sorted(options.arabic), "ar")))
    if options.chinese:
        write_chinese(options.out / "df/zh.tsv.gz", chinese(options.chinese), size=10_000, length=250)
    net = wordnet(options.wordnet)
    family = families(net.links)
    told = [[family.get(word, word) for word in sentence] for sentence in english]
    glosses = [" ".join([*(word for word, _ in net.synsets[name]), gloss]) for name, gloss in net.glosses.items()]
    explained = [
        [family.get(word.key, word.key) for word in words(gloss, "en") if not word.stop and not word.number]
        for gloss in glosses
    ]
    write_company(options.out / "related.npz", company([*told, *explained]), documents(told))


if __name__ == "__main__":
    main()
