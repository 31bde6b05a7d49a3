"""Words of many languages told as English concepts, with weights: what texts in different languages have in common."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.words import Word, key

Shares: TypeAlias = tuple[tuple[str, float], ...]
"""Concepts with their shares, which sum to at most 1, the heaviest first."""

ENGLISH = "en"
_COMPOUNDING = frozenset(["de", "nl", "sv", "da", "nb"])
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_SHORTEST_PART = 4
_LONGEST_COMPOUND = 40
_COMPOUND_SHARE = 0.8
_LONGEST_HAN_WORD = 8
_PAIRED = frozenset({"zh", "ja"})


def languages() -> tuple[str, ...]:
    """The languages that have a table, English included, sorted."""
    folder = files("generator.language").joinpath("data/lexicon")
    return tuple(sorted(entry.name.split(".")[0] for entry in folder.iterdir() if entry.name.endswith(".tsv.gz")))


def concepts(words: Iterable[Word], language: str) -> Mapping[str, float]:
    """The concepts of a text's words, each with how often it is meant: counts shared out over a word's translations.

    Function words and figures are left out, and so is every word the table does not have. Empty for a language that
    has no table. English words are concepts themselves, whether listed or not.
    """
    code = primary(language)
    found: dict[str, float] = {}
    for token in tokens(words, code):
        for concept, share in translations(token, code):
            found[concept] = found.get(concept, 0.0) + share
    return found


def tokens(words: Iterable[Word], language: str) -> Iterator[str]:
    """The keys to look up: of Chinese and Japanese pairs the words they make, by longest match; else the words' own."""
    run: list[Word] = []
    for word in words:
        if word.number:
            continue
        if _is_pair(word):
            if run and word.start != run[-1].start + 1:
                yield from _segmented(run, language)
                run = []
            run.append(word)
        elif not word.stop:
            yield word.key
    yield from _segmented(run, language)


def _is_pair(word: Word) -> bool:
    """Whether a word is a pair (or a lone one) of the characters that are written without spaces."""
    return len(word.key) <= 2 and word.key[:1] >= "\u3005" and not "\uac00" <= word.key[:1] <= "\ud7ff"  # noqa: PLR2004


def _segmented(run: list[Word], language: str) -> Iterator[str]:
    """The words of a stretch without spaces, by longest match; characters that begin no word are passed over."""
    text = "".join(word.key[:1] for word in run) + (run[-1].key[1:] if run else "")
    table = _table(language)
    index = 0
    while index < len(text):
        ends = range(min(len(text), index + _LONGEST_HAN_WORD), index + 1, -1)
        end = next((end for end in ends if text[index:end] in table), index + 1)
        if end > index + 1 or text[index:end] in table:
            yield text[index:end]
        index = end


@lru_cache(maxsize=200_000)
def translations(token: str, language: str) -> Shares:
    """The concepts of one key, with their shares; empty where the language's table does not have it.

    German, Dutch and Scandinavian compounds that are not listed are taken apart into two listed words.
    """
    table = _table(language)
    if language == ENGLISH:
        return ((table.get(token, token), 1.0),)
    if token in table:
        return _parsed(table[token])
    if language in _COMPOUNDING:
        return _compound(token, language)
    return ()


def is_word(token: str, language: str) -> bool:
    """Whether the language's table has the word, as written or by its key: then it is likelier a word than a name."""
    table = _table(primary(language))
    return fold(token) in table or key(token, language) in table


def _parsed(line: str) -> Shares:
    """The shares a table's line tells: a lone concept, or concepts with percents."""
    parts = line.split("\t")
    if len(parts) == 1 and " " not in line:
        return ((line, 1.0),)
    return tuple((part.rsplit(" ", 1)[0], int(part.rsplit(" ", 1)[1]) / 100) for part in parts)


def _compound(token: str, language: str) -> Shares:
    """The concepts of the two words a compound is made of, the second being its head; empty if there are none."""
    table = _table(language)
    if len(token) > _LONGEST_COMPOUND:
        return ()
    for cut in range(_SHORTEST_PART, len(token) - _SHORTEST_PART + 1):
        head = token[cut:] if token[cut:] in table else key(token[cut:], language)
        if head in table and (first := _first_part(token[:cut], table)) is not None:
            parts = (*_parsed(table[first]), *_parsed(table[head]))
            return tuple((concept, share / 2 * _COMPOUND_SHARE) for concept, share in parts)
    return ()


def _first_part(part: str, table: Mapping[str, str]) -> str | None:
    """The listed word a compound's first part is, its linking letters taken off; None if it is none."""
    bare = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
    return next((word for word in bare if len(word) >= _SHORTEST_PART - 1 and word in table), None)


@lru_cache(maxsize=32)
def _table(language: str) -> Mapping[str, str]:
    """A language's table, each line as it stands behind its key; empty where there is none."""
    path = files("generator.language").joinpath(f"data/lexicon/{language}.tsv.gz")
    if not path.is_file():
        return {}
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()[1:]
    return dict(line.split("\t", 1) for line in lines)
