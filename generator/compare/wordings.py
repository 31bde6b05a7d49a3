"""Compares how two outlets of one language word the same thing, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.language.fold import fold
from generator.language.words import Word, words
from generator.model import Article, Rendering, Span

ChangeKind = Literal["same", "changed", "added", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A run of words that two wordings share, or in which they differ.

    `base` and `other` bound it in their articles; one of them is None where only the other wording has the words.
    """

    kind: ChangeKind
    base: Span | None
    other: Span | None


def changes(
    base: Article, base_spans: Sequence[Span], other: Article, other_spans: Sequence[Span]
) -> tuple[Change, ...]:
    """Return the runs of `other` against `base` in reading order, every word of both in exactly one run.

    Words are the same where their folded forms are, so case, hamza and accents make no difference; signs do not count.
    """
    left, right = _words(base, base_spans), _words(other, other_spans)
    keys = [[_form(base, w) for w in left], [_form(other, w) for w in right]]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    return tuple(
        Change(kind=_KINDS[tag], base=_bounds(left[a:b]), other=_bounds(right[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
    )


def spans_of(rendering: Rendering) -> tuple[Span, ...]:
    """Where a rendering stands: its part of a longer quotation, or the whole quotation."""
    return rendering.quote.spans if rendering.part is None else (rendering.part,)


def likeness(every: Sequence[Change], left: Article, right: Article) -> float:
    """The share of the shorter wording's content words that stand in the longer one in the same order, 0 to 1."""
    shared = sum(_content(left, change.base) for change in every if change.kind == "same")
    shorter = min(
        sum(_content(left, change.base) for change in every), sum(_content(right, change.other) for change in every)
    )
    return shared / shorter if shorter else 0.0


def _content(article: Article, span: Span | None) -> int:
    if span is None:
        return 0
    return sum(not word.stop for word in words(article.text[span.start : span.end], article.language))


_KINDS: dict[str, ChangeKind] = {"equal": "same", "replace": "changed", "insert": "added", "delete": "missing"}


def _words(article: Article, spans: Sequence[Span]) -> list[Word]:
    return [
        word._replace(start=word.start + span.start, end=word.end + span.start)
        for span in spans
        for word in words(article.text[span.start : span.end], article.language)
    ]


def _form(article: Article, word: Word) -> str:
    return fold(article.text[word.start : word.end])


def _bounds(run: Sequence[Word]) -> Span | None:
    return Span(start=run[0].start, end=run[-1].end) if run else None
