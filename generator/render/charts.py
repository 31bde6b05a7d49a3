"""Where the columns of a chart stand: pictures are SVG, drawn by templates, without scripts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

HEIGHT = 56
STEP = 12
MAX_COLUMNS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: where it begins, and how high it is."""

    x: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChart:
    """Things counted by day; a long time has several days to a column."""

    columns: tuple[Column, ...]
    width: int
    step: int
    first: datetime | None
    last: datetime | None
    most: int


def day_chart(moments: Iterable[datetime]) -> DayChart:
    """Return how many of `moments` fall on each day; no columns where they all fall on one."""
    days = sorted(moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) for moment in moments)
    if not days or days[0] == days[-1]:
        return DayChart(columns=(), width=0, step=STEP, first=None, last=None, most=0)
    length = (days[-1] - days[0]).days + 1
    stride = -(-length // MAX_COLUMNS)
    counts = Counter((day - days[0]) // timedelta(days=stride) for day in days)
    most = max(counts.values())
    columns = tuple(Column(x=slot * STEP, height=-(-HEIGHT * counts[slot] // most)) for slot in sorted(counts))
    width = -(-length // stride) * STEP
    return DayChart(columns=columns, width=width, step=STEP, first=days[0], last=days[-1], most=most)
