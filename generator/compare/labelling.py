"""The words that label people, bodies and happenings, and which of them take a side: one data file for each language.

A label has a family (what may be meant: whoever crosses a border) and a class (how it is seen: migrant, refugee,
illegal). Words of one class say the same; the class ``plain`` takes no side. Families and classes have the same names in
every language, so that labels of two languages can be compared.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.compare.lexis import Phrases, hits, keys_of
from generator.compare.statements import Statement, Token
from generator.language.words import key, words

PLAIN = "plain"


class Label(NamedTuple):
    """Words of a statement that label something. `senses` are what they may be: families and classes."""

    statement: Statement
    first: int
    last: int
    senses: frozenset["Sense"]


class Sense(NamedTuple):
    """What a label may mean: ``people``, ``migrant``, ``refugee``."""

    kind: str
    family: str
    seen: str

    @property
    def charged(self) -> bool:
        """Whether it takes a side, or at least says more than that it is one of the family."""
        return self.seen != PLAIN


def labels_in(statement: Statement) -> tuple[Label, ...]:
    """Every label in a statement, names and what stands in quotation marks left out, left to right."""
    table = _table(statement.language)
    forms = [() if token.named or token.quoted else _forms(token) for token in statement.tokens]
    return tuple(
        Label(statement, hit.first, hit.last, senses)
        for hit in hits(table.phrases, forms)
        if (senses := table.senses[hit.meaning])
    )


def voiced_by_others(statement: Statement, first: int) -> bool:
    """Whether a label is told as somebody's word ("called it", "what they say is", "alleged") or denied."""
    before = [_forms(token) for token in statement.tokens[max(0, first - _REACH) : first]]
    return any(hits(_table(statement.language).voice, before)) or any(hits(statement.lexis.negation, before))


_REACH = 5
"""Words before a label in which its being somebody else's word is told."""


def _forms(token: Token) -> tuple[str, ...]:
    """What a word may be matched by: its written forms and its key."""
    return (*token.forms, *(one.partition(":")[2] for one in token.keys))


class _Table(NamedTuple):
    phrases: Phrases
    senses: Mapping[str, frozenset[Sense]]
    voice: Phrases


@lru_cache(maxsize=64)
def _table(code: str) -> _Table:
    source = files(__package__) / "data" / f"labels.{code}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    voice = {words: "voice" for word in data.pop("voice", {}).get("called", []) for words in _patterns(word, code)}
    meant: dict[tuple[str, ...], set[Sense]] = {}
    for sense, phrase in _entries(data):
        for pattern in _patterns(phrase, code):
            meant.setdefault(pattern, set()).add(sense)
    return _Table(
        phrases=_indexed({pattern: " ".join(pattern) for pattern in meant}),
        senses={" ".join(pattern): frozenset(senses) for pattern, senses in meant.items()},
        voice=_indexed(voice),
    )


def _entries(data: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]) -> Iterator[tuple[Sense, str]]:
    for kind, families in data.items():
        for family, classes in families.items():
            for seen, phrases in classes.items():
                yield from ((Sense(kind, family, seen), phrase) for phrase in phrases)


def _patterns(phrase: str, code: str) -> set[tuple[str, ...]]:
    """A phrase as the words are written, and as their keys are."""
    found = tuple(word.key for word in words(phrase, code)) or (key(phrase, code),)
    return {keys_of(phrase, code), found}


def _indexed(patterns: Mapping[tuple[str, ...], str]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for pattern, meaning in patterns.items():
        found.setdefault(pattern[0], []).append((pattern, meaning))
    return {
        first: tuple(sorted(entries, key=lambda item: (-len(item[0]), item[0]))) for first, entries in found.items()
    }
