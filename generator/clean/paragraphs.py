"""Text becomes paragraphs: blank lines part them, lines that were only broken to fit a page are joined."""

import re
from itertools import pairwise
from typing import Final

from generator.text import collapse, script_of

_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")
WIDEST: Final = 120
"""Characters of the longest line that a page's width can explain; longer ones are paragraphs of their own."""
_NARROWEST: Final = 40
_FEWEST_WORDS: Final = 3
_WITHOUT_SPACES: Final = frozenset({"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr"})


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a normalised text, each one line with single spaces."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in _BLANK.split(text)]
    width = max((len(line.rstrip()) for block in blocks for line in block), default=0)
    is_wrapped = _NARROWEST <= width <= WIDEST and _is_filled(blocks, width)
    found = (paragraph for block in blocks for paragraph in _joined(block, width if is_wrapped else None))
    return [line for paragraph in found if (line := collapse(paragraph))]


def _is_filled(blocks: list[list[str]], width: int) -> bool:
    """Whether most lines with another below them in their block are as full as the width lets them be."""
    broken = [(line, after) for block in blocks for line, after in pairwise(block)]
    return bool(broken) and 2 * sum(_is_full(line, after, width) for line, after in broken) > len(broken)


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room on this one."""
    word = after.split(maxsplit=1)[0]
    if script_of(word[0]) in _WITHOUT_SPACES:
        return len(line.rstrip()) >= width - 2
    return len(line.rstrip()) + 1 + len(word) > width


def _goes_on(line: str, after: str) -> bool:
    """Whether a sentence goes on from one line to the next: no mark at its end, and a small letter to go on with."""
    end = line.rstrip()[-1:]
    is_prose = len(line.split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS
    return is_prose and after.lstrip()[:1].islower() and (end.isalnum() or end == ",")


def _joined(lines: list[str], width: int | None) -> list[str]:
    """The paragraphs of a block, its lines joined where they were broken to fit a width, or within a sentence."""
    found = [lines[:1]] if lines else []
    for line, after in pairwise(lines):
        is_broken = _goes_on(line, after) or (width is not None and _is_full(line, after, width))
        if not is_broken:
            found.append([after])
        else:
            found[-1] += ["" if script_of(line.rstrip()[-1]) in _WITHOUT_SPACES else " ", after.strip()]
    return ["".join(parts) for parts in found]
