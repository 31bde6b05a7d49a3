"""Which paragraphs are the title and the sub-headings, where no markup says so."""

from collections.abc import Collection, Sequence
from typing import Final

LONGEST_TITLE: Final = 200
_LONGEST_HEADING: Final = 90
_MOST_WORDS: Final = 14
_SHORTEST_BELOW: Final = 60
"""Characters of the paragraph below a heading, at least: shorter neighbours make a list or a poem."""
_ENDS: Final = tuple(".!?…:;,،؛؟。！？：；、」』“”»\"'‘’)]—–-।॥։።")
_STARTS: Final = tuple("“”„«»‘’\"'—–-•*·…「『<{(|#>")
_UNPUNCTUATED: Final = 1 / 3
"""Share of paragraphs without a mark at their end from which on such marks tell nothing (Thai, verse, subtitles)."""


def title_of(paragraphs: Sequence[str], declared: Collection[str]) -> str | None:
    """The first paragraph, when it is a heading by its markup or, with text below it, looks like a title."""
    if not paragraphs:
        return None
    first = paragraphs[0]
    if first in declared:
        return first
    is_title = len(paragraphs) > 1 and len(first) < LONGEST_TITLE and _is_unpunctuated(first)
    return first if is_title and len(paragraphs[1]) > len(first) // 2 else None


def headings(paragraphs: Sequence[str], declared: Collection[str]) -> frozenset[int]:
    """The places of the sub-headings: as the markup declares them, or as a plain text lets one see them.

    In plain text: short, no mark at its end, no quotation, with a longer paragraph below that does end like text.
    """
    if declared:
        wanted = set(declared)
        return frozenset(place for place, line in enumerate(paragraphs) if line in wanted)
    bare = sum(1 for line in paragraphs if _is_unpunctuated(line))
    if bare > _UNPUNCTUATED * len(paragraphs):
        return frozenset()
    return frozenset(place for place in range(len(paragraphs) - 1) if _is_heading(paragraphs, place))


def _is_heading(paragraphs: Sequence[str], place: int) -> bool:
    line, below = paragraphs[place], paragraphs[place + 1]
    if len(line) > _LONGEST_HEADING or len(line.split()) > _MOST_WORDS or line.startswith(_STARTS):
        return False
    is_alone = len(below) >= max(_SHORTEST_BELOW, len(line)) and not _is_unpunctuated(below)
    return is_alone and _is_unpunctuated(line) and not line[0].islower()


def _is_unpunctuated(line: str) -> bool:
    return not line.endswith(_ENDS) and any(character.isalpha() for character in line)
