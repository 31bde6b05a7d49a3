"""The paragraphs of an article that can hold quotes: body text, not headings, captions or credits."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import Span

_BREAK = re.compile(r"\n[ \t\u00a0]*\n\s*|(?<=[.!?:…\"”’»。！？؟])[ \t\u00a0]*\n\s*|\n\s*(?=[\"“«„「])")


def paragraphs(text: str, headings: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the paragraphs of `text` that are neither headings nor repeated word for word, without outer space."""
    skipped = {span.start for span in headings}
    found = [span for span in _split(text) if span.start not in skipped]
    times = Counter(text[span.start : span.end] for span in found)
    return tuple(span for span in found if times[text[span.start : span.end]] == 1)


def _split(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BREAK.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        start += piece.index(bare[0])
        yield Span(start=start, end=start + len(bare))
