"""The same quotation in other words: both in quotation marks, in one language, and neither a mere cut of the other."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

from generator.compare.lexis import Phrases, hits, keys_of, written
from generator.compare.wordings import Change, changes
from generator.language.codes import primary
from generator.language.words import words
from generator.model import Article, Difference, Evidence, Rendering, Side, Span, Story, Utterance

_SAME = 0.64
"""The share of the shorter wording that stands in the longer one, at the least."""
_FEW = 6
_AT_ENDS = 3
"""Words exchanged at the beginning or the end, or where much is quoted, may belong to another part of what was said."""
_LEAST = 2
"""Content words that must be exchanged for others: one may be a slip of the pen."""


def wordings(story: Story, utterances: Sequence[Utterance], *, amid: bool = False) -> Iterator[Difference]:
    """A row for each utterance that two sources quote in different words, the most different pair of them.

    With `amid`, only words that stand for others amid words that are the same: where much is quoted, what one source
    has before or behind them may be another sentence.
    """
    texts = {analysis.article.id: analysis.article for analysis in story.members}
    for utterance in utterances:
        quoted = [one for one in utterance.renderings if one.quote.kind != "indirect"]
        found = [row for one, other in combinations(quoted, 2) for row in _compared(one, other, texts, amid=amid)]
        if found:
            yield max(found, key=lambda row: (row.weight, row.subject.start))


def _compared(one: Rendering, other: Rendering, texts: Mapping[str, Article], *, amid: bool) -> Iterator[Difference]:
    left, right = texts[one.article_id], texts[other.article_id]
    if left.source == right.source or left.language != right.language or left.copy_of or right.copy_of:
        return
    every = changes(left, spans_of(one), right, spans_of(other))
    if max(likeness(every, left, right), _words_alike(every, left, right)) < _SAME:
        return
    turned = [] if amid else [change for change in every if _turns(change, left, right)]
    found = [
        change
        for place, change in enumerate(every)
        if _exchanges(change, left, right, most=_FEW if 0 < place < len(every) - 1 and not amid else _AT_ENDS)
        and (not amid or _amid(every, place, left))
    ]
    exchanged = sum(_content(left, change.base) + _content(right, change.other) for change in found)
    own = [] if amid else _own_words(every, left, right)
    own_words = sum(_content(left, change.base) + _content(right, change.other) for change in own)
    found += own
    if turned or (found and (exchanged >= _LEAST or not exchanged)):
        first = (turned or found)[0]
        heft = _TURNED if turned else min(0.65, 0.4 + 0.03 * exchanged + 0.04 * own_words)
        yield Difference(
            kind="wording",
            subject=_evidence(left, spans_of(one)[0]),
            sides=(_side(left, one, first.base), _side(right, other, first.other)),
            weight=round(heft, 4),
        )


_TURNED = 0.7
"""The weight of a wording that says no where the other does not, or sets a condition."""


def _turns(change: Change, left: Article, right: Article) -> bool:
    """Whether only one side denies something or sets a condition, by an exchange of few words or a cut mid-sentence."""
    if change.kind == "same" or max(_size(left, change.base), _size(right, change.other)) > _FEW:
        return False
    here, there = _reversed(left, change.base), _reversed(right, change.other)
    return here != there


def _reversed(article: Article, span: Span | None) -> bool:
    """Whether words that go on a sentence deny something or set a condition, by those that they begin with."""
    if span is None or article.text[: span.start].rstrip()[-1:] in _ENDS:
        return False
    text = article.text[span.start : span.end]
    forms = [written(text[word.start : word.end], article.language) for word in words(text, article.language)]
    return any(hits(_turning(primary(article.language)), forms[:_OPENING]))


@lru_cache(maxsize=64)
def _turning(code: str) -> Phrases:
    """What takes back, limits or conditions, in a language."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "turns.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for pattern in (keys_of(phrase, code) for phrase in data.get(code, ())):
        found.setdefault(pattern[0], []).append((pattern, "turn"))
    return {first: tuple(entries) for first, entries in found.items()}


_ENDS = tuple(".!?؟…")
_OPENING = 2


def _words_alike(every: Sequence[Change], left: Article, right: Article) -> float:
    """The share of the shorter wording's words, function words and all, that stand in the longer one in order."""
    sizes = [[_size(left, change.base), _size(right, change.other)] for change in every]
    shared = sum(size[0] for size, change in zip(sizes, every, strict=True) if change.kind == "same")
    shorter = min(sum(size[0] for size in sizes), sum(size[1] for size in sizes))
    return shared / shorter if shorter >= _LEAST_WORDS else 0.0


_LEAST_WORDS = 6


def _size(article: Article, span: Span | None) -> int:
    return 0 if span is None else sum(1 for _ in words(article.text[span.start : span.end], article.language))


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


def _own_words(every: Sequence[Change], left: Article, right: Article) -> list[Change]:
    """The runs that only the shorter wording has: a mere cut has none."""
    size = [
        sum(_content(article, span) for span in spans)
        for article, spans in ((left, [c.base for c in every]), (right, [c.other for c in every]))
    ]
    kind, article = ("missing", left) if size[0] < size[1] else ("added", right)
    return [
        change for change in every if change.kind == kind and _content(article, change.base or change.other) >= _LEAST
    ]


def _exchanges(change: Change, left: Article, right: Article, *, most: int) -> bool:
    """Whether a few content words stand for a few others; words that only one side has may be a cut."""
    here, there = _content(left, change.base), _content(right, change.other)
    few = change.kind == "changed" and 0 < here <= most and 0 < there <= most
    return few and _keys(left, change.base) != _keys(right, change.other)


def _amid(every: Sequence[Change], place: int, left: Article) -> bool:
    """Whether the words before and behind a change are the same, some of them on both sides, and enough in all."""
    beside = [_size(left, every[at].base) if 0 <= at < len(every) else 0 for at in (place - 1, place + 1)]
    return min(beside) > 0 and sum(beside) >= _BESIDE


_BESIDE = 5


def _keys(article: Article, span: Span | None) -> str:
    """The keys of the words run together: neither number, case nor points in an acronym tell two wordings apart."""
    text = "" if span is None else article.text[span.start : span.end]
    return "".join(word.key for word in words(text, article.language)).replace(".", "")


def _content(article: Article, span: Span | None) -> int:
    if span is None:
        return 0
    return sum(not word.stop for word in words(article.text[span.start : span.end], article.language))


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article_id=article.id, start=span.start, end=span.end)


def _side(article: Article, rendering: Rendering, value: Span | None) -> Side:
    return Side(
        articles=(article.id,),
        evidence=tuple(_evidence(article, span) for span in spans_of(rendering)),
        value=None if value is None else _evidence(article, value),
    )
