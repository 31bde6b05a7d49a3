"""The rows of "where they differ": each side with its sources and its words."""

from dataclasses import dataclass

from generator.ids import content_id
from generator.model import Difference, DifferenceKind, Side
from generator.render.excerpts import value_in
from generator.render.passages import Desk, Extract, Passage, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One position: its words with their sources, and the other sources that hold it; the silent side has no words."""

    value: Passage | None
    passages: tuple[Extract, ...]
    others: tuple[Source, ...]
    silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """One disagreement or gap."""

    anchor: str
    kind: DifferenceKind
    subject: Passage | None
    sides: tuple[SideView, ...]
    translated: bool


def difference_view(difference: Difference, desk: Desk) -> DifferenceView:
    """Return one difference as its row shows it."""
    subject = difference.subject
    inside = {(e.article_id, e.start, e.end) for side in difference.sides for e in side.evidence}
    repeats = (subject.article_id, subject.start, subject.end) in inside
    return DifferenceView(
        anchor=difference_anchor(difference),
        kind=difference.kind,
        subject=None if repeats else desk.passage(subject),
        sides=tuple(_side(side, desk) for side in difference.sides),
        translated=difference.translated,
    )


def difference_anchor(difference: Difference) -> str:
    """Return the name of a difference's place on its page."""
    places = [f"{e.article_id}:{e.start}:{e.end}" for side in difference.sides for e in side.evidence]
    subject = difference.subject
    return f"d-{content_id(difference.kind, f'{subject.article_id}:{subject.start}', *places)[:8]}"


def _side(side: Side, desk: Desk) -> SideView:
    passages = []
    for evidence in side.evidence:
        value = value_in(side, evidence)
        passage = desk.passage_around(
            evidence, [value] if value and value_is_part(side, evidence.end - evidence.start) else []
        )
        if passage is not None:
            passages.append(Extract(passage=passage, source=desk.source(passage.article)))
    shown = {extract.source.key for extract in passages}
    return SideView(
        others=tuple(source for source in desk.sources(side.articles) if source.key not in shown),
        value=None if side.value is None else desk.passage(side.value),
        passages=tuple(passages),
        silent=not side.evidence,
    )


def value_is_part(side: Side, length: int) -> bool:
    """Return whether the words that differ are fewer than the whole passage."""
    return side.value is not None and side.value.end - side.value.start < length
