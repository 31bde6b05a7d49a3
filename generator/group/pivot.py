"""Articles of all languages in one space: the language layer's profiles, with one column for each name.

A profile (`generator.language.profiles`) tells a text as English concepts, figures, countries and names. Here a name
becomes the name that it sounds like among those already met, English ones first; what nothing is known about stands
for itself, so that spellings shared by two languages still meet.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from rapidfuzz.fuzz import ratio
from scipy import sparse

from generator.group.products import matrix
from generator.group.sketch import Terms
from generator.language.fold import fold
from generator.language.lexicon import ENGLISH
from generator.language.likeness import likeness
from generator.language.names import token_keys
from generator.language.profiles import NameTerm, Profile, profile
from generator.language.sounds import HAN, HANGUL, KANA, script_of
from generator.model import Analysis

_LONGEST = 12_000
_SOUNDS_ALIKE = 0.7
_CLOSE = 0.15
"""Names this much less alike than the best one still count."""
_MOST_SURFACES = 3
"""Spellings of one name that are looked up."""
_COMMON_SOUND = 300
"""Names that share a sound, above which the sound tells nothing."""
_SHORT = 4
"""Names of so few letters are the same within one script only where they are spelled the same."""
_UNSPACED = frozenset({HAN, KANA, HANGUL})

Key = TypeVar("Key")
Targets = Mapping[str, float]
_Name = tuple[str, str, bool]
"""Language, term, and whether the term is a concept that the profile has."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """One row for each article, in the order given; `names` are what the columns stand for.

    Weights are those of the profiles, before any document frequency.
    """

    rows: sparse.csr_array
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """One article's terms and names as columns of two vocabularies, with their weights."""

    terms: Terms
    names: Terms


class _Columns(Generic[Key]):
    """The columns of keys in order of first use."""

    def __init__(self) -> None:
        self.of: dict[Key, int] = {}

    def __call__(self, key: Key) -> int:
        return self.of.setdefault(key, len(self.of))

    def terms(self, weights: Iterable[tuple[Key, float]]) -> Terms:
        """The keys with their weights, columns ascending."""
        cells = sorted((self(key), weight) for key, weight in weights)
        columns = np.array([column for column, _ in cells], dtype=np.int32)
        return Terms(columns, np.array([weight for _, weight in cells], dtype=np.float32))


def in_pivot(analyses: Iterable[Analysis]) -> Pivot:
    """The articles in the common space."""
    terms: _Columns[str] = _Columns()
    names: _Columns[_Name] = _Columns()
    surfaces: dict[_Name, set[str]] = defaultdict(set)
    read = [_read(_profile(analysis), terms, names, surfaces) for analysis in analyses]
    targets = _targets(surfaces)
    known = list(names.of)
    rows = [_row(one, known, targets, terms) for one in read]
    return Pivot(rows=matrix(rows, max(len(terms.of), 1)), names=tuple(terms.of))


def _profile(analysis: Analysis) -> Profile:
    article = analysis.article
    return profile(article.text[:_LONGEST], article.language, title=article.title or "")


def _read(found: Profile, terms: _Columns[str], names: _Columns[_Name], surfaces: Mapping[_Name, set[str]]) -> _Read:
    weights: dict[_Name, float] = {}
    for name in found.names:
        weights[_name(name, found)] = name.weight
        surfaces[_name(name, found)].add(name.surface)
    return _Read(terms.terms(found.terms.items()), names.terms(weights.items()))


def _name(name: NameTerm, found: Profile) -> _Name:
    return found.language, name.term, name.listed


def _row(read: _Read, known: Sequence[_Name], targets: Mapping[_Name, Targets], columns: _Columns[str]) -> Terms:
    """An article's terms, and its names put to the columns of the names that they sound like."""
    row = dict(zip(read.terms.columns.tolist(), read.terms.weights.tolist(), strict=True))
    for number, weight in zip(read.names.columns.tolist(), read.names.weights.tolist(), strict=True):
        name = known[number]
        for target, likely in targets.get(name, {}).items():
            column = columns(target)
            row[column] = max(row.get(column, 0.0), likely * math.sqrt(weight))
        if name not in targets and not name[2]:
            column = columns(name[1])
            row[column] = row.get(column, 0.0) + weight
    at = sorted(row.items())
    weights = np.array([weight for _, weight in at], dtype=np.float32)
    return Terms(np.array([column for column, _ in at], dtype=np.int32), weights)


def _targets(surfaces: Mapping[_Name, set[str]]) -> Mapping[_Name, Targets]:
    """For each name in another language the names that it sounds like, with how likely; none where nothing does."""
    pool: dict[str, set[tuple[str, str]]] = defaultdict(set)
    found: dict[_Name, Targets] = {}
    for _, names in _by_language(surfaces):
        fresh: list[tuple[str, str]] = []
        for name in names:
            language, term, listed = name
            called = {} if language == ENGLISH else _sounding_like(surfaces[name], pool)
            if called:
                found[name] = called
            elif language == ENGLISH or not listed:
                fresh += [(term, surface) for surface in sorted(surfaces[name])]
        for term, surface in fresh:
            # Without capitals any rare word may be taken for a name: such ones find names, and are none to be found.
            for sound in token_keys(surface) if _has_case(surface) else ():
                pool[sound].add((term, surface))
    return found


def _by_language(surfaces: Iterable[_Name]) -> Iterator[tuple[str, list[_Name]]]:
    """The names of each language, English first."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for name in sorted(surfaces):
        found[name[0]].append(name)
    yield from sorted(found.items(), key=lambda item: (item[0] != ENGLISH, item[0]))


def _sounding_like(surfaces: Iterable[str], pool: Mapping[str, set[tuple[str, str]]]) -> Targets:
    best: dict[str, float] = {}
    for surface in sorted(surfaces)[:_MOST_SURFACES]:
        sounds = [pool[sound] for sound in sorted(_sounds(surface)) if sound in pool]
        known = {entry for entries in sounds if len(entries) <= _COMMON_SOUND for entry in entries}
        for term, other in known:
            alike = _alike(surface, other)
            if alike >= _SOUNDS_ALIKE:
                best[term] = max(best.get(term, 0.0), alike)
    most = max(best.values(), default=0.0)
    return {term: alike for term, alike in sorted(best.items()) if alike >= most - _CLOSE}


def _sounds(surface: str) -> frozenset[str]:
    """The blocking keys of a name; the loose ones, marked, are for scripts that are written without spaces."""
    keys = token_keys(surface)
    return keys if script_of(surface) in _UNSPACED else frozenset(key for key in keys if not key.startswith("~"))


def _alike(one: str, other: str) -> float:
    """How likely two names are the same: by spelling within one script, which is quick, else by sound."""
    if script_of(one) == script_of(other):
        return ratio(fold(one), fold(other)) / 100 if len(one) > _SHORT or fold(one) == fold(other) else 0.0
    return likeness(one, other)


def _has_case(text: str) -> bool:
    """Whether a word is of a script with capitals."""
    return text[:1].upper() != text[:1].lower()
