"""Sentences with named entities, read from column formats with IOB tags."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: words `start` to `end` (exclusive) of its sentence."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """Words and the names among them; names do not overlap and stand in order."""

    words: tuple[str, ...]
    names: tuple[Name, ...]


def read_columns(
    text: str, *, labels: Mapping[str, str], word: int = 0, tag: int = -1, separator: str | None = None
) -> list[TaggedSentence]:
    """Sentences of a file with one word a line and a blank line between sentences.

    Args:
        text: the file's content.
        labels: the label that each label of the file becomes; the others are dropped.
        word: the column of the word.
        tag: the column of the tag (``B-PER``, ``I-PER``, ``O``; IOB1 and IOB2 both read well).
        separator: what separates columns; None is any white space.
    """
    sentences: list[TaggedSentence] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*text.split("\n"), ""]:
        if not line.strip() or line.startswith(("-DOCSTART", "# ")):
            if words:
                sentences.append(TaggedSentence(tuple(words), names_of(tags, labels)))
            words, tags = [], []
            continue
        fields = line.rstrip("\r").split(separator)
        value = fields[word].replace("\u200f", "").strip()
        if len(fields) > 1 and value and not re.search(r"\s", value):
            words.append(value)
            tags.append(fields[tag])
    return sentences


def names_of(tags: Sequence[str], labels: Mapping[str, str]) -> tuple[Name, ...]:
    """The names that a sentence's tags say, with labels translated and unknown ones dropped."""
    names: list[Name] = []
    start, open_label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        if open_label and not (prefix in ("I", "E", "L") and label == open_label):
            if open_label in labels:
                names.append(Name(start, index, labels[open_label]))
            open_label = ""
        if label and not open_label:
            start, open_label = index, label
    return tuple(names)


def outermost(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names that no other one overlaps, longer ones first, in the order of the text."""
    chosen: list[Name] = []
    last = 0
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if name.start >= last:
            chosen.append(name)
            last = name.end
    return tuple(chosen)
