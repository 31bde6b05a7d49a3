"""The Groningen Meaning Bank's news sentences, with its names brought to PER, ORG, LOC and MISC."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from training.tagged import Name, TaggedSentence, names_of
from training.titles import without_title

LABELS = {"geo": "LOC", "org": "ORG", "per": "PER", "gpe": "GPE", "art": "MISC", "eve": "MISC"}
WINDOWS_1252 = str.maketrans({"\x92": "'", "\x93": '"', "\x94": '"', "\x96": "-", "\x85": "..."})
LEADING = frozenset(["the", "a", "an", "southern", "northern", "eastern", "western", "central"])
TRAILING = frozenset([",", "'s", ".", "'"])
SHORT_COUNTRIES = frozenset(["u.s.", "us", "u.k.", "uk", "britain", "america", "burma", "nepal", "niger", "sudan"])
ALWAYS_ORG = frozenset(["U.N.", "United Nations", "NATO", "European Union", "EU", "E.U.", "African Union", "IAEA"])
"""Bodies that the silver annotation calls places now and then."""


def read_gmb(folder: Path) -> list[TaggedSentence]:
    """Every sentence once, in the order of the file."""
    countries = {name.lower() for name in Locale("en").territories.values()} | SHORT_COUNTRIES
    seen: set[tuple[str, ...]] = set()
    sentences: list[TaggedSentence] = []
    for words, tags in _rows(folder):
        if words in seen:
            continue
        seen.add(words)
        names = (_repair(words, name, countries) for name in names_of(tags, LABELS))
        sentences.append(TaggedSentence(words, tuple(name for name in names if name is not None)))
    return sentences


def _rows(folder: Path) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for row in csv.reader(_open(folder)):
        if row[0] == "Sentence #":
            continue
        if row[0] and words:
            yield tuple(words), tags
            words, tags = [], []
        word = row[1].strip().translate(WINDOWS_1252)
        if word and not any(c.isspace() for c in word):
            words.append('"' if word in ("``", "''") else word)
            tags.append(row[3])
    yield tuple(words), tags


def _open(folder: Path) -> io.TextIOBase:
    with zipfile.ZipFile(folder / "ner_dataset.csv.zip") as archive:
        return io.StringIO(archive.read("ner_dataset.csv").decode("latin-1"))


def _repair(words: tuple[str, ...], name: Name, countries: set[str]) -> Name | None:
    """The name without title, article and punctuation, demonyms as MISC; None where no name is left."""
    start, end, label = name.start, name.end, name.label
    if label == "PER":
        start = without_title(words, start, end)
    else:
        while start < end and words[start].lower() in LEADING and (words[start].islower() or words[start] == "The"):
            start += 1
    while start < end and words[end - 1] in TRAILING:
        end -= 1
    surface = " ".join(words[start:end])
    if not any(c.isupper() for c in surface):
        return None
    if label == "GPE":
        label = "LOC" if surface.lower() in countries else "MISC"
    if surface in ALWAYS_ORG:
        label = "ORG"
    elif label == "ORG" and surface.lower() in countries:
        label = "LOC"
    return Name(start, end, label)
