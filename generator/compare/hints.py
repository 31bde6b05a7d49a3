"""What the words beside a name hint of its kind, with weights: a place by "near", a person by "who", a body by "which".

No hint decides by itself: those of all mentions of a spelling are added up with what the recogniser takes them for.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from generator.language.codes import primary
from generator.language.cues import given_names
from generator.language.fold import fold
from generator.language.stopwords import stopwords
from generator.model import Article, Label, Mention

Weighted = tuple[Label, float]
"""A kind and how much speaks for it; below 0, against it."""

_BESIDE = 40
"""Characters on either side of a name that are looked at."""
_LABELS: tuple[Label, ...] = ("ORG", "LOC", "PER")
_ARTICLE = re.compile(r"(?:(?<!\w)(?:the|an?|la|le|les|l'|el|los|las|die|der|das|den|dem) ?)$")
_AGED = re.compile(r"[,(] ?\d{1,2}[,)]|، \d{1,2} ")
_AGED_WEIGHT, _GIVEN_WEIGHT, _NO_PERSON = 3.0, 1.5, -1.5
_NAME_WORDS = (2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """The hints of a language: phrases before and behind a name, and heads of names, by what they speak for."""

    before: Mapping[str, tuple[Weighted, ...]]
    after: Mapping[str, tuple[Weighted, ...]]
    heads: Mapping[str, tuple[Label, ...]]


def hinted(article: Article, mention: Mention) -> Iterator[Weighted]:
    """Every kind that something beside a mention, or in the name itself, speaks for or against."""
    table = hints(primary(article.language))
    yield from _by_words(article, mention)
    before = fold(article.text[max(0, mention.start - _BESIDE) : mention.start]).replace("’", "'")
    behind = fold(article.text[mention.end : mention.end + _BESIDE]).replace("’", "'")
    if _is_adjective(mention, behind, primary(article.language)):
        return
    yield from _before(before, table)
    yield from _behind(behind, table)
    yield from _between(before, behind)
    if _AGED.match(behind):
        yield "PER", _AGED_WEIGHT


def _is_adjective(mention: Mention, behind: str, language: str) -> bool:
    """Whether a name of the other kind stands before a noun, as demonyms do: "in Israeli prisons"."""
    following = re.match(r" (\w+)", behind)
    return mention.label == "MISC" and following is not None and following[1] not in stopwords(language)


_SAINTS = frozenset({"san", "santa", "saint", "st", "سان"})
"""Given names by the lists, with which places begin."""


def _by_words(article: Article, mention: Mention) -> Iterator[Weighted]:
    """What the words of the name speak for: a head, a given name, an article before several of them."""
    code = primary(article.language)
    words = fold(article.text[mention.start : mention.end]).split()
    given = len(words) in range(_NAME_WORDS[0], _NAME_WORDS[1] + 1) and words[0] in given_names() - _SAINTS
    if given:
        yield "PER", _GIVEN_WEIGHT
    if len(words) >= _NAME_WORDS[0] and not given:
        yield from ((label, 1.0) for label in hints(code).heads.get(words[-1], ()))
    if code == "en" and re.search(r"(?<!\w)the $", article.text[: mention.start][-_BESIDE:].casefold()):
        yield "PER", _NO_PERSON


def _before(before: str, table: Hints) -> Iterator[Weighted]:
    """The longest phrase that stands before the name, an article between them or not."""
    bare = _ARTICLE.sub("", before)
    found = [phrase for phrase in table.before
             if any(re.search(rf"(?<!\w){re.escape(phrase)} ?$", part) for part in {before, bare})]  # fmt: skip
    if found:
        yield from table.before[max(found, key=len)]


def _between(before: str, behind: str) -> Iterator[Weighted]:
    """What the words on both sides speak for: "from X to", "between X and"."""
    if any(before.endswith(f"{one} ") and re.match(rf" {other}\b", behind) for one, other in _PAIRS):
        yield "LOC", _PAIR_WEIGHT


_PAIRS = (("from", "to"), ("between", "and"), ("von", "nach"), ("zwischen", "und"), ("entre", "et"), ("entre", "y"))
_PAIR_WEIGHT = 0.7


def _behind(behind: str, table: Hints) -> Iterator[Weighted]:
    found = [phrase for phrase in table.after if re.match(rf" ?{re.escape(phrase)}(?!\w)", behind)]
    if found:
        yield from table.after[max(found, key=len)]


@lru_cache(maxsize=64)
def hints(code: str) -> Hints:
    """The hints of a language; empty for one without any."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "hints.toml").read_text(encoding="utf-8"))
    table = data.get(code, {})
    heads: dict[str, tuple[Label, ...]] = {}
    for label, words in table.get("heads", {}).items():
        for word in words:
            heads[fold(word)] = (*heads.get(fold(word), ()), label)
    return Hints(before=_side(table, "before"), after=_side(table, "after"), heads=heads)


def _side(table: Mapping[str, Mapping[str, Mapping[str, float]]], side: str) -> Mapping[str, tuple[Weighted, ...]]:
    found: dict[str, tuple[Weighted, ...]] = {}
    for label in _LABELS:
        for phrase, weight in table.get(label, {}).get(side, {}).items():
            found[fold(phrase)] = (*found.get(fold(phrase), ()), (label, float(weight)))
    return found
