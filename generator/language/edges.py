"""Where a name begins and ends: without titles, articles, possessives, attached words, or what is no name at all."""

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

from generator.language.aliases import known
from generator.language.codes import primary
from generator.language.stems import readings
from generator.model import Mention

_POSSESSIVE = re.compile(r"(?:['’]s|['’])\Z")
_EDGE_LEFT = re.compile(r"\A[\s\"'“”‘’«»„(\[\-–—.,;:،؛]+")
_EDGE_RIGHT = re.compile(r"[\s\"'“”‘’«»„)\]\-–—,;:!?،؛؟…]+\Z")
_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[)\]\"”’]))\.\Z")
"""A full stop behind a closing mark, or behind a word too long to be an abbreviation."""
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
_ARTICLES = {"en": ("the ", "The ", "THE ", "a ", "A ", "an ", "An ")}
_SHORTEST_REST = 3
_ARTICLE = "ال"


def trimmed(text: str, mention: Mention, language: str, certain: Callable[[str], bool]) -> Mention | None:
    """The mention as a name stands in the text, or None where no name is left.

    Args:
        text: the article's text.
        mention: what a pipeline found.
        language: the article's language.
        certain: whether a surface is a name for certain; decides whether an Arabic or Hebrew letter is a clitic.
    """
    code = primary(language)
    start, end = mention.start, _first_line(text, mention)
    start, end = _without_marks(text, start, end)
    start = _without_article(text, start, end, code)
    if mention.label == "PER":
        start = _without_titles(text, start, end, code)
    start += clitic(text[start:end], code, certain)
    surface = text[start:end]
    if not _is_name(surface, code):
        return None
    return Mention(start=start, end=end, label=mention.label)


def _first_line(text: str, mention: Mention) -> int:
    """The mention's end, or the end of its first line."""
    line = text.find("\n", mention.start, mention.end)
    return mention.end if line < 0 else line


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    surface = text[start:end]
    left = _EDGE_LEFT.match(surface)
    start += left.end() if left else 0
    for pattern in (_EDGE_RIGHT, _POSSESSIVE, _STOP, _EDGE_RIGHT):
        found = pattern.search(text[start:end])
        end -= len(found.group()) if found else 0
    return start, max(start, end)


def _without_article(text: str, start: int, end: int, language: str) -> int:
    for article in _ARTICLES.get(language, ()):
        if text.startswith(article, start, end):
            return start + len(article)
    return start


def _without_titles(text: str, start: int, end: int, language: str) -> int:
    """Behind the titles in front of a person's name; a name of titles alone is left whole for `_is_name` to refuse."""
    listed = titles(language)
    for word in _WORD.finditer(text, start, end):
        if word.group().casefold() not in listed:
            return word.start()
    return start


def clitic(surface: str, language: str, certain: Callable[[str], bool]) -> int:
    """How many characters of attached words (and, to, in …) a surface begins with.

    A letter counts as attached where what follows is a name for certain and the whole is none of its own. The
    article belongs to the name; where it is written as one letter with "to" (Arabic ``لل``), nothing is cut.
    """
    word, rest_of_name = surface.split(" ", 1)[0], surface[len(surface.split(" ", 1)[0]) :]
    for rest, cut in readings(word, language)[1:]:
        begin = cut - len(_ARTICLE) if word[:cut].endswith(_ARTICLE) else cut
        name = word[begin:] + rest_of_name
        if not begin or len(rest) < _SHORTEST_REST:
            continue
        identity = known(name)
        if identity is not None and known(surface) in (None, identity):
            return begin
        if identity is None and not certain(word) and (certain(name) or certain(word[begin:])):
            return begin
    return 0


def _is_name(surface: str, language: str) -> bool:
    words = [match.group() for match in _WORD.finditer(surface)]
    if not words or (len(surface) == 1 and surface.isascii()):
        return False
    cased = any(c.lower() != c.upper() for c in surface)
    if cased and not any(c.isupper() for c in surface):
        return False
    if all(word.casefold().rstrip(".") in calendar_words(language) for word in words):
        return False
    # "U.S." stands in front of offices, but alone it is a name.
    return not all(word.casefold() in titles(language) and "." not in word[:-1] for word in words)


@lru_cache(maxsize=32)
def titles(language: str) -> frozenset[str]:
    """Words that stand before a person's name and do not belong to it, in lower case."""
    lines = files("generator.language").joinpath("data/titles.txt").read_text(encoding="utf-8").splitlines()
    listed = (line.split() for line in lines if line and not line.startswith("#"))
    return frozenset(word for code, *words in listed if code == language for word in words)


@lru_cache(maxsize=64)
def calendar_words(language: str) -> frozenset[str]:
    """The names of months and days of the week (Unicode CLDR), in lower case; none for an unknown language."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    tables = [locale.months[c][w] for c in ("format", "stand-alone") for w in ("wide", "abbreviated")]
    tables += [locale.days[c][w] for c in ("format", "stand-alone") for w in ("wide", "abbreviated")]
    return frozenset(str(name).casefold().rstrip(".") for table in tables for name in table.values()) - {""}
