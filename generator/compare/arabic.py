"""Arabic words as names are told by: without what is attached, and the nouns that names follow."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.language.fold import fold
from generator.language.lexicon import is_word
from generator.language.stopwords import stopwords
from generator.model import Article

ARTICLE = "ال"
SHORTEST = 3
"""Letters of a word that may belong to a name."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652])*")
_ATTACHED = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


class Token(NamedTuple):
    """A word of an article; `joined` where nothing but a space parts it from the word before."""

    start: int
    end: int
    text: str
    joined: bool


def tokens_of(article: Article) -> list[Token]:
    """The words of an article in order."""
    found: list[Token] = []
    for match in _WORD.finditer(article.text):
        joined = bool(found) and article.text[found[-1].end : match.start()] == " "
        found.append(Token(match.start(), match.end(), match[0], joined))
    return found


def noun_of(word: str, nouns: frozenset[str]) -> tuple[str | None, int]:
    """The noun that a word is, and how many letters are attached in front of it."""
    for attached in _ATTACHED:
        rest = word[len(attached) :]
        if word.startswith(attached) and fold(rest) in nouns:
            return fold(rest), len(attached)
    return None, 0


def follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands there that may belong to a name begun by the word before."""
    if index >= len(tokens) or not tokens[index].joined:
        return False
    word = fold(tokens[index].text)
    return len(word) >= SHORTEST and word not in stopwords("ar") and not is_attached_stop(word)


def is_attached_stop(word: str) -> bool:
    """Whether a folded word is a function word with "and" before it."""
    return word[:1] in "وف" and word[1:] in stopwords("ar")


def is_plain(word: str) -> bool:
    """Whether the lexicon has a word, which then tells little of a name."""
    return is_word(word, "ar")


@lru_cache(maxsize=1)
def construct() -> Mapping[str, frozenset[str]]:
    """The nouns that names follow, folded, by what follows them."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "construct.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(fold(word) for word in words) for kind, words in data.items()}


@lru_cache(maxsize=1)
def all_nouns() -> frozenset[str]:
    """All that `construct` has."""
    return frozenset(word for words in construct().values() for word in words)
