"""Whether two English words mean the same, are kinds of one another, or exclude each other.

From WordNet (`training/relations.py`) and a list of pairs that news opposes (`data/opposites.tsv`). Words of other
languages are compared by their concepts, which are English words (`lexicon`).
"""

import gzip
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import permutations
from typing import NamedTuple

from generator.language.lexicon import ENGLISH, translations
from generator.language.words import key

_FREQUENT = 2
"""How many of a word's senses, by how often it was met in each, it is likely to have."""
_LIKELY = 4
"""How many of its senses a word may well be used in."""
_LEVELS = 2
"""Steps from a word up to one that it is a kind of."""


class _Relations(NamedTuple):
    senses: Mapping[str, tuple[int, ...]]
    antonyms: Mapping[str, frozenset[str]]
    kind: Mapping[int, int]


@lru_cache(maxsize=1)
def _relations() -> _Relations:
    packed = files("generator.language").joinpath("data/relations.tsv.gz").read_bytes()
    senses: dict[str, tuple[int, ...]] = {}
    antonyms: dict[str, frozenset[str]] = {}
    kind: dict[int, int] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        what, *parts = line.split("\t")
        if what == "w":
            senses[parts[0]] = tuple(int(number) for number in parts[1].split())
            antonyms[parts[0]] = frozenset(parts[2].split())
        elif what == "s":
            kind[int(parts[0])] = int(parts[1])
    return _Relations(senses, antonyms, kind)


@lru_cache(maxsize=200_000)
def akin(one: str, other: str) -> bool:
    """Whether two words may mean the same, or one of them, in a frequent sense, a kind of what the other means."""
    known, kind = _relations().senses, _relations().kind
    ours, theirs = known.get(one, ()), known.get(other, ())
    if set(ours) & set(theirs):
        return True
    return bool(_above(ours[:_FREQUENT], kind) & set(theirs) or _above(theirs[:_FREQUENT], kind) & set(ours))


@lru_cache(maxsize=50_000)
def is_kind_of(word: str, kind: str) -> bool:
    """Whether what a word means most often is a kind of what the other means, however far up."""
    held = _relations()
    wanted, sense = set(held.senses.get(kind, ())), next(iter(held.senses.get(word, ())), None)
    for _ in range(_HIGHEST):
        if sense is None or sense in wanted:
            break
        sense = held.kind.get(sense)
    return sense is not None and sense in wanted


_HIGHEST = 16
"""Steps that lead from any word to the top."""


class Kin(NamedTuple):
    """What words may mean, and that together with what they are kinds of."""

    meant: frozenset[int]
    wide: frozenset[int]

    def of(self, other: "Kin") -> bool:
        """Whether a word of the one is akin to one of the other, as `akin` has it."""
        return not (self.wide.isdisjoint(other.meant) and other.wide.isdisjoint(self.meant))


def kin(words: Iterable[str]) -> Kin:
    """What several words may mean, so that they are quickly compared with others."""
    known, kind = _relations().senses, _relations().kind
    held = [known.get(word, ()) for word in words]
    meant = frozenset(sense for one in held for sense in one)
    return Kin(meant, meant.union(*(_above(one[:_FREQUENT], kind) for one in held)))


@lru_cache(maxsize=50_000)
def may_speak(word: str) -> bool:
    """Whether a word, in a frequent sense, is one for people or for a body of them: a teacher, a ministry."""
    kind = _relations().kind
    step = set(_relations().senses.get(word, ())[:_FREQUENT])
    for _ in range(_DEEPEST):
        if step & _speakers():
            return True
        step = {kind[sense] for sense in step if sense in kind}
    return False


_DEEPEST = 12
"""Steps from a word up to the widest that it is a kind of."""


@lru_cache(maxsize=1)
def _speakers() -> frozenset[int]:
    return frozenset(_relations().senses[word][0] for word in ("person", "organization", "people"))


@lru_cache(maxsize=50_000)
def above(word: str, *, senses_of: int = _LIKELY) -> frozenset[int]:
    """The most frequent senses of a word, so many, and all that they are kinds of, up to the most general."""
    kind = _relations().kind
    found: set[int] = set()
    for sense in _relations().senses.get(word, ())[:senses_of]:
        step: int | None = sense
        while step is not None and step not in found:
            found.add(step)
            step = kind.get(step)
    return frozenset(found)


def senses(word: str) -> frozenset[int]:
    """What a word may mean."""
    return frozenset(_relations().senses.get(word, ()))


def _above(meant: Iterable[int], kind: Mapping[int, int]) -> set[int]:
    found = set()
    for sense in meant:
        step = sense
        for _ in range(_LEVELS):
            if step not in kind:
                break
            step = kind[step]
            found.add(step)
    return found


@lru_cache(maxsize=50_000)
def excluded_by(word: str) -> frozenset[str]:
    """The words that cannot be said of what this one is said of."""
    return _opposites().get(word, frozenset()) | _relations().antonyms.get(word, frozenset())


@lru_cache(maxsize=1)
def _opposites() -> Mapping[str, frozenset[str]]:
    """The groups of the list, by key and by concept: the words of each side exclude those of every other side."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in files("generator.language").joinpath("data/opposites.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sides = [frozenset(name for word in side.split() for name in _names(word)) for side in line.split("\t")]
            for left, right in permutations(sides, 2):
                for name in left - right:
                    found[name] |= right - left
    return {name: frozenset(others) for name, others in found.items()}


def _names(word: str) -> tuple[str, ...]:
    """A listed word's key and its concept."""
    name = key(word, ENGLISH)
    return (name, *(concept for concept, _ in translations(name, ENGLISH)))
