"""Acronyms that an article explains itself: "Islamic State organisation (IS or ISIS)" makes IS a name throughout.

After Schwartz and Hearst (2003), from initials only: each letter of the acronym begins a capitalised word of the
phrase in front of the brackets, in order.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Label, Mention

_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_SHORT = re.compile(r"[^\W\d_]{2,8}")
_JOINED = re.compile(r"(?:or|and|also|formerly|[,;/&\s])*\Z")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_MOST_WORDS_BETWEEN = 3
_WORDS_BACK = 14
_NEIGHBOURHOOD = 40
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]{2,} +){1,2}\Z")
_WORDS_BEHIND = re.compile(r"(?: +[^\W\d_]{2,}){1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """The phrase that acronyms in brackets stand for."""

    start: int
    end: int
    short: tuple[str, ...]


def acronyms(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Each occurrence of each acronym that the article explains, labelled as its expansion is, else as ORG."""
    labels: dict[str, Label] = {}
    found = list(mentions)
    for expansion in expansions(text):
        over = [m.label for m in found if m.start < expansion.end and expansion.start < m.end and m.label != "PER"]
        for short in expansion.short:
            labels.setdefault(short, over[0] if over else "ORG")
    for short, label in sorted(labels.items()):
        for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text):
            if not shouted(text, match.start(), match.end()):
                yield Mention(start=match.start(), end=match.end(), label=label)


def expansions(text: str) -> Iterator[Expansion]:
    """Every phrase followed by acronyms in brackets of which one is made of its initials."""
    for brackets in _BRACKETS.finditer(text):
        short = tuple(word for word in _SHORT.findall(brackets.group(1)) if word.isupper())
        others = re.sub(rf"\b(?:{'|'.join(short)})\b", "", brackets.group(1))
        if not short or not _JOINED.match(others):
            continue
        phrase = next((p for s in short if (p := _phrase(text, brackets.start(), s)) is not None), None)
        if phrase is not None:
            yield Expansion(start=phrase[0], end=phrase[1], short=short)


def _phrase(text: str, before: int, short: str) -> tuple[int, int] | None:
    """The capitalised words in front of an offset whose initials are the acronym, lower-case words skipped."""
    begin = max(text.rfind("\n", 0, before) + 1, before - 200)
    words = list(_WORD.finditer(text, begin, before))[-_WORDS_BACK:]
    trailing = 0
    while words and words[-1].group()[0].islower() and trailing < _MOST_WORDS_BETWEEN:
        words.pop()
        trailing += 1
    end = words[-1].end() if words else begin
    left = list(short)
    for word in reversed(words):
        if word.group()[0] == left[-1]:
            left.pop()
            if not left:
                return word.start(), end
        elif word.group()[0].isupper():
            return None
    return None


def shouted(text: str, start: int, end: int) -> bool:
    """Whether a surface in capitals stands among words in capitals, where any word may look like an acronym.

    Only words of the same line count that nothing but spaces part from it.
    """
    if not text[start:end].isupper():
        return False
    before = _WORDS_BEFORE.search(text, max(0, start - _NEIGHBOURHOOD), start)
    behind = _WORDS_BEHIND.match(text, end, end + _NEIGHBOURHOOD)
    words = [*(before.group().split() if before else ()), *(behind.group().split() if behind else ())]
    return bool(words) and all(word.isupper() for word in words)
