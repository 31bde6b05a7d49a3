"""Statements and who reports them: agreed, told by one source alone, and the whole matrix."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date
from itertools import groupby

from generator.model import Evidence, Fact, Moment, Span, Status
from generator.render.passages import Desk, Passage, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """One statement: the words that stand for it, who reports it, and where in each source."""

    anchor: str
    passage: Passage | None
    sources: tuple[Source, ...]
    cells: tuple[str | None, ...]
    """For each source of the story: the place in its excerpt view, or None where it does not report this."""
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView:
    """One dated statement."""

    stated: Passage | None
    passage: Passage | None
    source: Source
    moment: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMoments:
    """What is dated to one day, or to no known day."""

    moments: tuple[MomentView, ...]

    @property
    def known(self) -> bool:
        """Whether the day is known."""
        return self.moments[0].moment.when is not None


def by_day(moments: Iterable[MomentView]) -> tuple[DayOfMoments, ...]:
    """Return dated statements in the order given, those of one day together."""
    return tuple(DayOfMoments(moments=tuple(group)) for _, group in groupby(moments, key=_day))


def _day(view: MomentView) -> date | None:
    when = view.moment.when
    return None if when is None else when.astimezone(UTC).date()


def fact_view(fact: Fact, desk: Desk, columns: tuple[Source, ...]) -> FactView:
    """Return one statement with a cell for each column: where the source has it, or None."""
    where: dict[str, Evidence] = {}
    for evidence in fact.evidence:
        where.setdefault(desk.source(evidence.article_id).key, evidence)
    shown = [passage for evidence in fact.evidence if (passage := desk.passage(evidence)) is not None]
    return FactView(
        anchor=f"f-{fact.id[:8]}",
        passage=shown[0] if shown else None,
        sources=desk.sources(evidence.article_id for evidence in fact.evidence),
        cells=tuple(desk.place(where[column.key]) if column.key in where else None for column in columns),
        status=fact.status,
    )


def moment_views(timeline: Iterable[Moment], desk: Desk) -> tuple[MomentView, ...]:
    """Return the dated statements, those with a known day first."""
    views = []
    for moment in timeline:
        stated = Span(start=moment.stated.start, end=moment.stated.end)
        passage = desk.passage(moment.evidence, [stated])
        views.append(
            MomentView(
                stated=desk.passage(moment.stated),
                passage=passage,
                source=desk.source(moment.evidence.article_id),
                moment=moment,
            )
        )
    return tuple(views)
