"""Name labels read sentence by sentence for this project, kept apart from the corpora they belong to.

A file in ``labels`` has one line for each sentence that was read: a key made of its words, and its names as
``begin:end:LABEL`` in words. No text of a corpus is in it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.tagged import Name, TaggedSentence

LABELS = Path(__file__).parent / "labels"
NO_NAMES, UNFIT = "-", "unfit"
"""Instead of names: a sentence without any, and one that is no prose or cannot be decided."""
HELD_OUT = 10
KEY_LENGTH = 12

Read = dict[str, tuple[Name, ...] | None]
"""The names of each sentence by its key; None where it is unfit."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corpus after the corrections.

    Attributes:
        read: the sentences that were read, with the names they were given, in the corpus's order.
        held_out: a tenth of what was read, to measure with; not among the others.
        unread: all others as they are.
    """

    read: list[TaggedSentence]
    held_out: list[TaggedSentence]
    unread: list[TaggedSentence]


def key(words: Sequence[str]) -> str:
    """The key of a sentence, which depends on its words alone."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:KEY_LENGTH]


def corrected(sentences: Iterable[TaggedSentence], corpus: str) -> Corrected:
    """The sentences with the names that ``labels/<corpus>.tsv`` says.

    Raises:
        ValueError: a line of the file belongs to none of the sentences, so this is another corpus or version of it.
    """
    path = LABELS / f"{corpus}.tsv"
    wanted = read_labels(path)
    result = Corrected([], [], [])
    met: set[str] = set()
    for sentence in sentences:
        mark = key(sentence.words)
        if mark not in wanted:
            result.unread.append(sentence)
        elif mark not in met:
            met.add(mark)
            _sort_in(sentence, wanted[mark], mark, result)
    missing = wanted.keys() - met
    if missing:
        raise ValueError(f"{path.name}: {len(missing)} sentences are not in the corpus, {min(missing)} first")
    return result


def _sort_in(sentence: TaggedSentence, names: tuple[Name, ...] | None, mark: str, result: Corrected) -> None:
    if names is None:
        return
    if any(name.end > len(sentence.words) for name in names):
        raise ValueError(f"{mark}: its names reach beyond its words")
    fixed = TaggedSentence(sentence.words, names)
    if int(mark, 16) % HELD_OUT == 0:
        result.held_out.append(fixed)
    else:
        result.read.append(fixed)


def read_labels(path: Path) -> Read:
    """The names of every sentence in a file of labels, by its key."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {mark: None if names == UNFIT else _names(names) for mark, names in rows}


def _names(text: str) -> tuple[Name, ...]:
    fields = (one.split(":") for one in text.split() if text != NO_NAMES)
    return tuple(Name(int(start), int(end), label) for start, end, label in fields)
