"""The words that label people, bodies and happenings, and which of them take a side: one data file for each language.

A label has a family (what may be meant: whoever crosses a border) and a class (how it is seen: migrant, refugee,
illegal). Words of one class say the same; the class ``plain`` takes no side. Families and classes have the same names
in every language, so that labels of two languages can be compared.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.compare.lexis import Phrases, hits, keys_of
from generator.compare.statements import Statement, Token

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
    forms = [
        ()
        if token.quoted or (token.named and not _is_taken_in(statement, index))
        else _forms(token, statement.language)
        for index, token in enumerate(statement.tokens)
    ]
    return tuple(
        Label(statement, hit.first, hit.last, senses)
        for hit in hits(table.phrases, forms)
        if (senses := table.senses[hit.meaning])
    )


def _is_taken_in(statement: Statement, index: int) -> bool:
    """Whether a word that opens a sentence may have been taken for a part of the name behind it."""
    tokens = statement.tokens
    return (
        index == 0
        and len(tokens) > _NAME
        and all(token.term == tokens[0].term and not token.breaks for token in tokens[1 : _NAME + 1])
    )


_NAME = 2
"""Words of a name without one that was taken in."""


def voiced_by_others(statement: Statement, first: int) -> bool:
    """Whether a label is told as somebody's word ("called it", "what they say is", "alleged") or denied."""
    before = [_forms(token, statement.language) for token in statement.tokens[max(0, first - _REACH) : first]]
    return any(hits(_table(statement.language).voice, before)) or any(hits(statement.lexis.negation, before))


_REACH = 5
"""Words before a label in which its being somebody else's word is told."""


def looks_like_verb(token: Token) -> bool:
    """Whether a word behind an English noun is its verb rather than the noun it belongs to, by its looks."""
    return token.forms[0].endswith("ed") or token.forms[0] in _VERBS


_VERBS = frozenset(
    """began begin begins took takes take broke left leaves cost costs hit hits led leads went goes came comes saw sees
    put puts won wins lost loses said says told tells wants want holds held met meets made makes gave gives got gets ran
    runs fell falls rose rises set sets stood stands spoke speaks thought thinks knew knows found finds kept keeps hurt
    brought brings paid pays sent sends worth also still now never then next last""".split()
)


def _forms(token: Token, code: str) -> tuple[str, ...]:
    """What a word may be matched by: its written forms, and those without the endings of several and of cases."""
    endings = _ENDINGS.get(code, ())
    bare = [f[: -len(e)] for f in token.forms for e in endings if f.endswith(e) and len(f) > len(e) + _SHORTEST]
    if code == "en":
        bare += [f[: -len(e)] + one for f in token.forms for e, one in _CHANGED.items() if f.endswith(e)]
    return (*token.forms, *bare)


_CHANGED = {"ies": "y", "ves": "f"}
"""English endings of several that change the word: charities, thieves."""


_ENDINGS = {
    "en": ("s", "es"),
    "fr": ("s", "x", "e", "es"),
    "es": ("s", "es"),
    "de": ("n", "en", "e", "er", "es", "em", "s"),
}
"""What nouns and adjectives end in besides; Arabic ones, which change within, are listed in full."""
_SHORTEST = 2


class _Table(NamedTuple):
    phrases: Phrases
    senses: Mapping[str, frozenset[Sense]]
    voice: Phrases


@lru_cache(maxsize=64)
def _table(code: str) -> _Table:
    source = files(__package__) / "data" / "labels" / f"{code}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    voice = {keys_of(phrase, code): "voice" for phrase in data.pop("voice", {}).get("called", [])}
    meant: dict[tuple[str, ...], set[Sense]] = {}
    for sense, phrase in _entries(data):
        meant.setdefault(keys_of(phrase, code), set()).add(sense)
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


def _indexed(patterns: Mapping[tuple[str, ...], str]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for pattern, meaning in patterns.items():
        found.setdefault(pattern[0], []).append((pattern, meaning))
    return {
        first: tuple(sorted(entries, key=lambda item: (-len(item[0]), item[0]))) for first, entries in found.items()
    }
