"""The closed lists that the comparison reads statements by, one file of data for each language.

A language without a file has empty lists: its statements are still aligned, but nothing is read into them.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.stems import readings
from generator.language.words import words

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by their first folded word: all words, and what the phrase means. Longest first."""
Table = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexis:
    """What a language's words say about a statement, each list as `Phrases`."""

    negation: Phrases
    not_negation: Phrases
    beside: Phrases
    exceptive: Phrases
    attribution: Phrases
    anonymous: Phrases
    modality: Phrases
    perfect: Phrases
    imperfect: Phrases
    not_inflected: Phrases
    before_nouns: Phrases
    intention: Phrases
    superlatives: Phrases
    superlative_marks: Phrases
    superlative_always: Phrases
    superlative_articles: Phrases
    superlative_denied: Phrases
    superlative_more: Phrases
    superlative_not: Phrases
    comparison: Phrases
    compared: Phrases
    graded: Phrases
    softened: Phrases
    softened_beside: Phrases
    degree: Phrases
    opposites: Phrases
    direction: Phrases
    daypart: Phrases
    relative_days: Phrases
    plain_labels: Phrases
    charged_labels: Phrases
    units: Phrases
    counted: Phrases
    spans: Phrases
    span_ends: Phrases
    ages: Phrases
    infinitive: Phrases
    caused_by: Phrases
    to_blame: Phrases
    quantifier: Phrases
    durations: Phrases
    dangling: Phrases
    titles: Phrases
    assertion: Phrases
    ahead: Phrases
    denied_noun: Phrases
    existence: Phrases
    first_person: Phrases
    complementizer: Phrases
    conjunction: Phrases
    locative: Phrases
    government: Phrases
    caption: Phrases
    third_person: Phrases
    accusation: Phrases
    disputes: Phrases
    existential: Phrases
    hypothetical: Phrases
    relative: Phrases


class Hit(tuple[int, int, str]):
    """Where a phrase stands among words (first, behind the last) and what it means."""

    __slots__ = ()

    @property
    def first(self) -> int:
        """The index of its first word."""
        return self[0]

    @property
    def last(self) -> int:
        """The index behind its last word."""
        return self[1]

    @property
    def meaning(self) -> str:
        """The key of the list entry it belongs to."""
        return self[2]


def hits(phrases: Phrases, forms: Sequence[tuple[str, ...]]) -> Iterator[Hit]:
    """Every phrase found among words given by their forms, left to right, the longest where several begin together."""
    index = 0
    while index < len(forms):
        hit = _hit_at(phrases, forms, index)
        if hit is not None:
            yield hit
        index = hit.last if hit is not None else index + 1


def _hit_at(phrases: Phrases, forms: Sequence[tuple[str, ...]], index: int) -> Hit | None:
    found = [
        Hit((index, index + len(pattern), meaning))
        for first in forms[index]
        for pattern, meaning in phrases.get(first, ())
        if _stands(pattern, forms, index)
    ]
    return min(found, key=lambda hit: (-hit.last, hit.meaning)) if found else None


def _stands(pattern: Sequence[str], forms: Sequence[tuple[str, ...]], index: int) -> bool:
    window = forms[index : index + len(pattern)]
    return len(window) == len(pattern) and all(wanted in found for wanted, found in zip(pattern, window, strict=True))


def written(surface: str, language: str) -> tuple[str, ...]:
    """The forms that a written word may be matched by: folded, without attached words; a contracted denial as "not"."""
    folded = fold(surface)
    if folded.endswith("n't"):
        return (folded, "not")
    bare = [form for form, _ in readings(folded, primary(language))]
    if "\u0600" <= folded[:1] <= "\u06ff":
        bare += [form[:-1] for form in bare if form.endswith(_TANWEEN_ALEF) and len(form) > _SHORTEST]
    return tuple(dict.fromkeys(bare))


_TANWEEN_ALEF = "\u0627"
_SHORTEST = 4


@lru_cache(maxsize=64)
def lexis(language: str) -> Lexis:
    """The lists of a language, empty ones where the language has no file of data."""
    code = primary(language)
    table = _table(code)
    sections = ("degree", "superlative", "labels", "moods")
    degree, superlative, labels, moods = (_section(table, name) for name in sections)
    return Lexis(
        **{name: phrases(code, [(name, _strings(table.get(name)))]) for name in _PLAIN},
        **{name: _grouped(code, _section(table, name)) for name in _GROUPED},
        degree=_grouped(code, degree),
        superlatives=_grouped(code, _section(superlative, "words")),
        **{
            f"superlative_{name}": phrases(code, [(name, _strings(superlative.get(name)))]) for name in _OF_SUPERLATIVES
        },
        **{name: phrases(code, [(name, _strings(superlative.get(name)))]) for name in _BY_SUPERLATIVES},
        superlative_marks=phrases(code, [(name, _strings(superlative.get(name))) for name in ("most", "least")]),
        **{name: phrases(code, [(name, _strings(moods.get(name)))]) for name in _OF_MOODS},
        graded=_grouped(code, _section(superlative, "graded")),
        compared=_grouped(code, _section(superlative, "compared")),
        opposites=_opposites(code, _section(table, "opposites")),
        plain_labels=_grouped(code, _section(labels, "plain")),
        charged_labels=_grouped(code, _section(labels, "charged")),
    )


_OF_SUPERLATIVES = ("always", "articles", "denied", "more", "not")
_OF_MOODS = ("perfect", "imperfect", "not_inflected", "before_nouns")
_BY_SUPERLATIVES = ("comparison", "softened", "softened_beside")
_PLAIN = ("negation", "not_negation", "beside", "exceptive", "attribution", "anonymous", "durations", "dangling",
          "span_ends", "ages", "infinitive", "caused_by", "to_blame", "titles", "assertion", "ahead", "hypothetical",
          "relative", "denied_noun", "existence", "first_person", "complementizer", "conjunction", "locative",
          "government", "caption", "third_person", "accusation", "disputes",
          "existential")  # fmt: skip
_GROUPED = ("modality", "intention", "direction", "daypart", "relative_days", "units", "counted", "spans", "quantifier")


def _table(code: str) -> Table:
    source = files(__package__) / "data" / f"{code}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}


def _section(table: Table, name: str) -> Table:
    found = table.get(name, {})
    return cast("Table", found) if isinstance(found, dict) else {}


def _strings(found: object) -> list[str]:
    return [str(entry) for entry in found] if isinstance(found, list) else []


def _grouped(code: str, section: Table) -> Phrases:
    return phrases(code, [(meaning, _strings(entries)) for meaning, entries in section.items()])


def _opposites(code: str, section: Table) -> Phrases:
    """Each pole of each group, as ``rise+`` and ``rise-``; more than two exclude each other, all of them."""
    poles = [
        (f"{name}{sign}", _strings(entries))
        for name, pair in section.items()
        if isinstance(pair, list)
        for sign, entries in zip(_POLES, pair, strict=False)
    ]
    return phrases(code, poles)


_POLES = "+-0123456789abcdefghijklmnopqrstuvwxyz"
"""What the poles of a group are told apart by, one character each."""


def phrases(code: str, groups: Iterable[tuple[str, Sequence[str]]]) -> Phrases:
    """The phrases of several groups by their first folded word, each with the name of its group."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for meaning, entries in groups:
        for entry in entries:
            keys = keys_of(entry, code)
            if keys:
                found.setdefault(keys[0], {}).setdefault(keys, meaning)
    return {
        first: tuple(sorted(patterns.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, patterns in found.items()
    }


def keys_of(phrase: str, code: str) -> tuple[str, ...]:
    """The folded words of a phrase; signs such as % stand for themselves."""
    return tuple(fold(phrase[word.start : word.end]) for word in words(phrase, code)) or (phrase,)
