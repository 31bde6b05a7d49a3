"""One speaker's words between quotation marks, worded differently by two outlets."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.likeness import longest_run
from generator.compare.marks import Mark
from generator.compare.matching import contrast
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.compare.wording import likeness, spans_of
from generator.compare.wordings import changes
from generator.language.fold import fold
from generator.language.words import words
from generator.model import Comparison, Rendering

_HALF, _MOST = 0.5, 0.75
"""The share of the shorter quotation that the longer one must have in the same order, or in any."""
_SHORT = 2
"""Content words of a quotation that are too few to be worded otherwise."""


class Wording(NamedTuple):
    """A quotation, the statement it begins in, its content words there, and its speaker's count of quotations."""

    rendering: Rendering
    statement: Statement
    words: tuple[int, ...]
    all_of_speaker: int


def rival_wordings(comparison: Comparison, reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two direct quotations of different sources that one speaker may have said once."""
    for one, other in combinations(_wordings(comparison, reading), 2):
        left, right = one.statement, other.statement
        if left.source == right.source or left.language != right.language:
            continue  # Between languages another wording is the translator's.
        speakers = one.rendering.speaker, other.rendering.speaker
        if None not in speakers and speakers[0] != speakers[1]:
            continue
        if None in speakers and not matches.close(left, right):
            continue
        yield from _rival(one, other, matches)


def _wordings(comparison: Comparison, reading: Reading) -> list[Wording]:
    counts: dict[tuple[str, str | None], int] = {}
    found = [r for r in comparison.quotes if r.quote.kind != "indirect"]
    for rendering in found:
        key = (rendering.article_id, rendering.speaker)
        counts[key] = counts.get(key, 0) + 1
    by_article: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        by_article.setdefault(statement.article.id, []).append(statement)
    wordings = []
    for rendering in found:
        first = rendering.quote.spans[0].start
        home = next((s for s in by_article.get(rendering.article_id, ()) if s.start <= first < s.end), None)
        inside = _inside(home, rendering) if home is not None else ()
        if home is not None and len(inside) >= _SHORT:
            wordings.append(Wording(rendering, home, inside, counts[rendering.article_id, rendering.speaker]))
    return wordings


def _inside(statement: Statement, rendering: Rendering) -> tuple[int, ...]:
    spans = rendering.quote.spans
    return tuple(
        index
        for index in statement.content()
        if any(
            span.start <= statement.tokens[index].start and statement.tokens[index].end <= span.end for span in spans
        )
    )


def _rival(one: Wording, other: Wording, matches: Matches) -> Iterator[Rival]:
    match, of_pair = matches.of(one.statement, other.statement)
    shared = match.linked_among(one.words, other.words)
    kin = _akin(one, other, [a for a, _ in shared], [b for _, b in shared], matches)
    left, right = one.statement.article, other.statement.article
    if _cut(one, other):
        return
    same = likeness(changes(left, spans_of(one.rendering), right, spans_of(other.rendering)), left, right)
    sizes = sorted((len(one.words), len(other.words)))
    if same < _HALF and len(shared) / sizes[0] < _MOST:
        return
    known = one.rendering.speaker is not None and one.rendering.speaker == other.rendering.speaker
    mark, counter = (Mark(min(held.words), max(held.words) + 1, held.rendering.id) for held in (one, other))
    traits = {
        **of_pair,
        "same": same,
        "said": len(shared),
        "said_akin": kin,
        "said_share": len(shared) / sizes[0],
        "sizes": sizes[0] / sizes[1],
        "size": sizes[0],
        "known": float(known),
        "single": float(one.all_of_speaker == 1) + float(other.all_of_speaker == 1),
        "quotes": min(one.all_of_speaker * other.all_of_speaker, 9),
        "partial": float("partial" in (one.rendering.quote.kind, other.rendering.quote.kind)),
    }
    yield Rival(contrast("wording", match, mark, counter, 0.5), match, "wording", traits)


def _cut(one: Wording, other: Wording) -> bool:
    """Whether one is but a part of the other, word for word; points in an acronym count for nothing."""
    short, long = sorted((_forms(one), _forms(other)), key=len)
    return longest_run(short, long) == len(short)


def _forms(wording: Wording) -> tuple[str, ...]:
    article = wording.statement.article
    parts = [article.text[span.start : span.end] for span in spans_of(wording.rendering)]
    found = (fold(part[word.start : word.end]) for part in parts for word in words(part, article.language))
    return tuple(form.replace(".", "") for form in found)


def _akin(one: Wording, other: Wording, taken: Sequence[int], taken_other: Sequence[int], matches: Matches) -> int:
    """How many further words of the one have a kindred in the other."""
    match, _ = matches.of(one.statement, other.statement)
    left = [b for b in other.words if b not in taken_other]
    return sum(a not in taken and any(match.akin(a, b) for b in left) for a in one.words)
