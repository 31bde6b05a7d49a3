"""The rows of "where they differ": each side with its sources and its words."""

from dataclasses import dataclass
from typing import Final

from generator.ids import content_id
from generator.model import Difference, DifferenceKind, Side
from generator.render.excerpts import value_in
from generator.render.passages import Desk, Extract, Passage, Source

_AT_A_GLANCE: Final = frozenset({"figure", "time", "place", "label", "attribution"})
"""Kinds of which the words that differ say enough by themselves."""
HEADLINE_LENGTH: Final = 42
"""Characters of the longest value that stands above its sentence; a longer one is only marked in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One position: its words with their sources, and the other sources that hold it; the silent side has no words."""

    value: Passage | None
    headline: Passage | None
    """The words that differ, where they can be taken in at a glance."""
    passages: tuple[Extract, ...]
    sources: tuple[Source, ...]
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

    @property
    def at_a_glance(self) -> bool:
        """Whether every side can be told in a few words."""
        return all(side.silent or side.headline is not None for side in self.sides)


def difference_view(difference: Difference, desk: Desk) -> DifferenceView:
    """Return one difference as its row shows it."""
    subject = difference.subject
    inside = {(e.article_id, e.start, e.end) for side in difference.sides for e in side.evidence}
    sides = tuple(_side(side, desk, short=difference.kind in _AT_A_GLANCE) for side in difference.sides)
    values = {side.value.text for side in sides if side.value is not None}
    shown = (subject.article_id, subject.start, subject.end) in inside and difference.kind != "gap"
    about = None if shown else desk.passage(subject)
    return DifferenceView(
        anchor=difference_anchor(difference),
        kind=difference.kind,
        subject=None if about is None or about.text in values else about,
        sides=sides,
        translated=difference.translated,
    )


def difference_anchor(difference: Difference) -> str:
    """Return the name of a difference's place on its page."""
    places = [f"{e.article_id}:{e.start}:{e.end}" for side in difference.sides for e in side.evidence]
    subject = difference.subject
    return f"d-{content_id(difference.kind, f'{subject.article_id}:{subject.start}', *places)[:8]}"


def _side(side: Side, desk: Desk, *, short: bool) -> SideView:
    passages = []
    for evidence in side.evidence:
        words = value_in(side, evidence)
        passage = desk.passage_around(
            evidence, [words] if words and value_is_part(side, evidence.end - evidence.start) else []
        )
        if passage is not None:
            passages.append(Extract(passage=passage, source=desk.source(passage.article)))
    shown = {extract.source.key for extract in passages}
    sources = desk.sources(side.articles)
    value = None if side.value is None else desk.passage(side.value)
    return SideView(
        sources=sources,
        others=tuple(source for source in sources if source.key not in shown),
        value=value,
        headline=value if short and value is not None and len(value.text) <= HEADLINE_LENGTH else None,
        passages=tuple(passages),
        silent=not side.evidence,
    )


def value_is_part(side: Side, length: int) -> bool:
    """Return whether the words that differ are fewer than the whole passage."""
    return side.value is not None and side.value.end - side.value.start < length
