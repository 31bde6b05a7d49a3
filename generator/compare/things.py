"""What figures count: people or else, and what happened to them. One list of English words for all languages."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from generator.compare.lexis import Phrases, hits, phrases
from generator.compare.statements import Statement, Token
from generator.language.lexicon import ENGLISH, translations
from generator.language.relations import is_kind_of, may_speak
from generator.language.words import key

_SURELY = 0.25
"""The share of a word's uses that a meaning must have."""


class Things(NamedTuple):
    """The concepts of people, of each thing that happens to them, and of each kind of source."""

    persons: frozenset[str]
    english: frozenset[str]
    """Of people, as English words only: "worker" and not "work", which other languages' words may lead to."""
    events: Mapping[str, str]
    voices: Mapping[str, str]


@lru_cache(maxsize=1)
def _listed() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / "shared" / "things.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def things() -> Things:
    """The lists, as concepts and as keys of English words."""
    table = _listed()
    return Things(
        frozenset(_names(table["persons"])),
        frozenset(f"={key(word, ENGLISH)}" for word in table["persons"] if " " not in word),
        _by_name(table["events"]),
        _by_name(table["voices"]),
    )


def _by_name(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: group for group, listed in groups.items() for name in _names(listed)}


@lru_cache(maxsize=64)
def _own(language: str) -> Mapping[str, str]:
    """Words of one language for what happens to people, as terms: the lexicon has few inflected forms."""
    groups: Mapping[str, Iterable[str]] = _listed()["own"].get(language, {})
    return {
        f"{language}:{key(form, language)}": happens
        for happens, listed in groups.items()
        for word in listed
        for form in (word, word.capitalize())  # German nouns have another lemma than verbs.
    }


@lru_cache(maxsize=64)
def _said(language: str) -> Phrases:
    """Phrases of one language that say what happens to people."""
    return phrases(language, _listed()["said"].get(language, {}).items())


def _names(listed: Iterable[str]) -> set[str]:
    keys = [key(word, ENGLISH) for word in listed if " " not in word]
    return {f"={name}" for one in keys for name in (one, *(concept for concept, _ in translations(one, ENGLISH)))}


def likely(token: Token) -> tuple[str, ...]:
    """The concepts that a word is likely to stand for, and the word itself where it is English."""
    found = [concept for concept, share in token.concepts.items() if share >= _SURELY]
    own = f"={token.term.removeprefix('en:')}" if token.term.startswith("en:") else ""
    return (*([own] if own else []), *found)


def is_person(token: Token) -> bool:
    """Whether a word is one for people."""
    if token.term.startswith("en:"):
        word = token.term.removeprefix("en:")
        if token.forms[0].endswith("ing"):
            return False
        return f"={word}" in things().english or (is_kind_of(word, "person") and word not in _NO_PERSONS)
    return any(name in things().persons for name in likely(token))


def is_anyone(token: Token) -> bool:
    """Whether a word is one for people of whom every story has many: a man, a member, an official."""
    return any(name in _anyone() for name in likely(token))


@lru_cache(maxsize=1)
def _anyone() -> frozenset[str]:
    return frozenset(_names(_listed()["anyone"]))


_NO_PERSONS = frozenset({"ward"})
"""Words that WordNet has as a person first, and news as something else."""


def event(token: Token) -> str:
    """What the word says happens to somebody; empty for none."""
    known = things().events
    found = next((known[name] for name in likely(token) if name in known), "")
    return found or _own(token.term.partition(":")[0]).get(token.term, "")


def speaks(token: Token) -> bool:
    """Whether a word is one for people or a body of them, who may speak."""
    return not token.number and any(may_speak(name.removeprefix("=")) for name in likely(token))


@lru_cache(maxsize=20_000)
def happenings(statement: Statement) -> Mapping[int, str]:
    """What the words of a statement say happens to somebody, by their index; phrases by their first word."""
    found = {index: said for index, token in enumerate(statement.tokens) if (said := event(token)) and not token.named}
    for hit in hits(_said(statement.language), statement.forms()):
        found.update(dict.fromkeys(range(hit.first, hit.last), hit.meaning))
    return found


@lru_cache(maxsize=1)
def _lacking() -> frozenset[str]:
    table = tomllib.loads((files(__package__) / "data" / "shared" / "lacking.toml").read_text(encoding="utf-8"))
    return frozenset(_names(table["lacking"]))


def lacks(token: Token) -> bool:
    """Whether a word says no by itself: to miss, to refuse, absent."""
    return any(name in _lacking() for name in likely(token))


@lru_cache(maxsize=1)
def _charges() -> frozenset[str]:
    table = tomllib.loads((files(__package__) / "data" / "shared" / "charges.toml").read_text(encoding="utf-8"))
    return frozenset(_names(table["charges"]))


def blames(token: Token) -> bool:
    """Whether a word is one for what people are blamed for: a cause, a fault, a misdeed, a design, a neglect."""
    return not token.named and (any(name in _charges() for name in likely(token)) or lacks(token))


def voice(token: Token, language: str) -> str:
    """What kind of source a word is for, also within a name ("the Bank of Orrin"); empty for none."""
    known = things().voices
    names = likely(token)
    if token.named:
        names = tuple(f"={concept}" for concept, _ in translations(key(token.forms[0], language), language))
    return next((known[name] for name in names if name in known), "")
