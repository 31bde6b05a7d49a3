"""The phrases of `furniture.toml`, ready to be matched against a line."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_BLANKS: Final = re.compile(r"\*|~|\{piece\}")
_AROUND: Final = " \t.:!…*_-–—|•·»«›→▶►>[](){}۔。"


def straight(line: str) -> str:
    """A line with every apostrophe straight; as long as it was."""
    return line.translate(_APOSTROPHES)


def folded(line: str) -> str:
    """A line as phrases are compared: in lower case, apostrophes straight, without marks and brackets around it."""
    return straight(line).casefold().strip(_AROUND)


@cache
def phrases(kind: str) -> frozenset[str]:
    """Every phrase of a kind, in any language, folded."""
    return frozenset(_phrases(kind))


@cache
def labels(kind: str) -> re.Pattern[str]:
    """A pattern that matches any phrase of a kind at the start of a folded line, the longest that fits."""
    ordered = sorted(phrases(kind), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(f"(?:{'|'.join(map(re.escape, ordered))})(?!\\w)")


@cache
def credit_lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of whole folded credit lines, each with some words it cannot do without; groups are the names."""
    table = sorted((phrase, language) for language, found in _table()["credit"].items() for phrase in found)
    return tuple((_anchor(phrase), re.compile(_credit(phrase, language))) for phrase, language in table)


def _anchor(phrase: str) -> str:
    return max((part.strip() for part in _BLANKS.split(straight(phrase).casefold())), key=len)


def _credit(phrase: str, language: str) -> str:
    pieces = "|".join(sorted(map(re.escape, _table()["piece"].get(language, ())), key=len, reverse=True))
    pattern = re.escape(straight(phrase).casefold())
    pattern = pattern.replace(r"\*", "(.{1,200})").replace(r"\~", ".{1,100}").replace("~", ".{1,100}")
    return pattern.replace(re.escape("{piece}"), f"(?:{pieces})(?: .{{1,100}})?").replace(r"\ ", " ")


def _phrases(kind: str) -> Iterator[str]:
    for found in _table()[kind].values():
        yield from (folded(phrase) for phrase in found if folded(phrase))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("generator.clean").joinpath("furniture.toml").read_text(encoding="utf-8"))
