"""Names that are partly common nouns: "Arab countries", "southern Israel", "الإسرائيليين".

A recogniser finds what is written like a name. These are found from the names it found: a demonym with a noun for
states, a place with a compass word, a people by the name of its country.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from generator.compare.naming import identity
from generator.language.codes import primary
from generator.language.fold import fold
from generator.model import Analysis, Article, Mention


def described(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses with groups of states, parts of countries, and peoples among their mentions."""
    return tuple(_described(analysis) for analysis in members)


def _described(analysis: Analysis) -> Analysis:
    article = analysis.article
    table = _names(primary(article.language))
    mentions = [_widened(article, mention, table) for mention in analysis.mentions]
    taken = [(one.start, one.end) for one in mentions]
    found = [
        one
        for one in (*_states(article, table), *_peoples(article, table))
        if not any(start < one.end and one.start < end for start, end in taken)
    ]
    return replace(analysis, mentions=tuple(sorted((*mentions, *found))))


def _widened(article: Article, mention: Mention, table: Mapping[str, Sequence[str]]) -> Mention:
    """A mention with the compass word before it, or the noun for states behind it, that makes it another name."""
    behind = re.match(r" (\w+)", article.text[mention.end : mention.end + _WORD])
    if mention.label == "MISC" and behind and behind[1] in table.get("collective", ()):
        return replace(mention, end=mention.end + behind.end())
    before = re.search(r"(?<![\w’'-])(\w+) $", article.text[max(0, mention.start - _WORD) : mention.start])
    if mention.label == "LOC" and before and before[1] in table.get("compass", ()):
        return replace(mention, start=mention.start - len(before[0]))
    return mention


_WORD = 24
"""Characters beside a name that hold the next word."""


def _states(article: Article, table: Mapping[str, Sequence[str]]) -> Iterator[Mention]:
    """Groups of states in a language that has the noun first and the adjective behind it: "الدول العربية"."""
    for noun in table.get("grouped", ()):
        for one in re.finditer(rf"(?<!\w)(?:[وفبل])?({noun} (ال\w+ية))(?!\w)", article.text):
            if fold(one[2]) in {fold(word) for word in table.get("regions", ())} or _is_of_country(one[2][2:-2]):
                yield Mention(start=one.start(1), end=one.end(1), label="MISC")


def _peoples(article: Article, table: Mapping[str, Sequence[str]]) -> Iterator[Mention]:
    """The people of a known country by its name and an ending: "الإسرائيليين"."""
    for ending in table.get("people", ()):
        for one in re.finditer(rf"(?<!\w)[وفبل]?(ال(\w{{3,}}){ending})(?!\w)", article.text):
            if _is_of_country(one[2]):
                yield Mention(start=one.start(1), end=one.end(1), label="MISC")


def _is_of_country(stem: str) -> bool:
    return any(identity(stem + ending) is not None for ending in ("", "ا", "ة"))


# --- the table --------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _names(code: str) -> Mapping[str, Sequence[str]]:
    data = tomllib.loads((files(__package__) / "data" / "shared" / "heads.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Sequence[str]] = data.get(code, {}).get("names", {})
    return found
