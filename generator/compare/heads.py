"""The head words of names, by language: what ends a name, begins it, stands before or behind one, by kind."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from generator.language.fold import fold
from generator.model import Label

_LABELS: tuple[Label, ...] = ("ORG", "MISC", "LOC", "PER")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The head words of a language: what ends a name, begins it, stands before or behind one, by kind."""

    last: Mapping[str, Label]
    first: Mapping[str, Label]
    before: Mapping[str, Label]
    after: Mapping[str, Label]


def by_head(name: str, table: Heads) -> Label | None:
    """The kind that a name of several words has by its head."""
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 - a single word has no head
        return None
    begins = [first for first in table.first if name.startswith(first + " ")]
    definite = words[0].startswith(_ARABIC_ARTICLE) and words[1].startswith(_ARABIC_ARTICLE)
    if definite and words[0].removeprefix(_ARABIC_ARTICLE) in table.first:
        begins = [words[0].removeprefix(_ARABIC_ARTICLE)]
    if begins:
        return table.first[max(begins, key=len)]
    if _ARABIC_TRADE.match(words[-1]):
        return "ORG"
    ends = [last for last in table.last if name.endswith(" " + last)]
    return table.last[max(ends, key=len)] if ends else None


_ARABIC_ARTICLE = "ال"
_ARABIC_TRADE = re.compile(r"لل\w{3,}$")
"""What a firm is for, behind its name."""


@lru_cache(maxsize=64)
def heads(code: str) -> Heads:
    """The head words of a language; empty for one without any."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "heads.toml").read_text(encoding="utf-8"))
    table = data.get(code, {})
    return Heads(
        last=_by_word({label: table.get(label, {}).get("last", []) for label in _LABELS}),
        first=_by_word({label: table.get(label, {}).get("first", []) for label in _LABELS}),
        before=_by_word(table.get("before", {})),
        after=_by_word(table.get("after", {})),
    )


def _by_word(listed: Mapping[Label, Sequence[str]]) -> Mapping[str, Label]:
    return {fold(word): label for label in _LABELS for word in listed.get(label, [])}
