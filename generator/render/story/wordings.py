"""Points out the words in which outlets of one language differ when they word the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from generator.compare.wordings import Change, changes
from generator.export import rendering_evidence
from generator.model import Rendering, Span, Utterance
from generator.render.passages import Desk
from generator.render.story.quotes import Marks

LEAST_SHARED: Final = 0.35
"""Wordings that share fewer of their words than this are worded quite differently: nothing is pointed out."""


def contrasts(utterances: Iterable[Utterance], desk: Desk) -> Marks:
    """Return the words to point out in every wording that has a counterpart in its language."""
    found: dict[tuple[str, int], list[Span]] = defaultdict(list)
    for utterance in utterances:
        by_language: dict[str, list[Rendering]] = defaultdict(list)
        for rendering in utterance.renderings:
            by_language[desk.article(rendering.article_id).language].append(rendering)
        for renderings in by_language.values():
            for base, other in pairwise(renderings):
                _contrast(base, other, desk, found)
    return {place: tuple(spans) for place, spans in found.items()}


def _contrast(base: Rendering, other: Rendering, desk: Desk, found: dict[tuple[str, int], list[Span]]) -> None:
    left, right = _spans(base), _spans(other)
    runs = changes(desk.article(base.article_id), left, desk.article(other.article_id), right)
    if _shared(runs) < LEAST_SHARED:
        return
    for rendering, spans, words in (
        (base, left, [run.base for run in runs if run.kind in {"changed", "missing"}]),
        (other, right, [run.other for run in runs if run.kind in {"changed", "added"}]),
    ):
        for span in spans:
            inside = [word for word in words if word is not None and span.start <= word.start and word.end <= span.end]
            found[rendering.id, span.start] += inside


def _spans(rendering: Rendering) -> list[Span]:
    return [Span(start=evidence.start, end=evidence.end) for evidence in rendering_evidence(rendering)]


def _shared(runs: Sequence[Change]) -> float:
    """Return the share of the longer wording's characters that both have."""
    same = sum(_length(run.base) for run in runs if run.kind == "same")
    longer = max(sum(_length(run.base) for run in runs), sum(_length(run.other) for run in runs))
    return same / longer if longer else 0.0


def _length(span: Span | None) -> int:
    return 0 if span is None else span.end - span.start
