"""What the sources say differently, each difference with its evidence, the weightiest first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from generator.compare.alignment import Reading
from generator.compare.attribution import attributions
from generator.compare.gaps import gaps
from generator.compare.labels import labels
from generator.compare.rivals import contradictions
from generator.compare.rivals.lengths import is_long
from generator.compare.rows import rows
from generator.compare.settings import ComparisonSettings
from generator.model import Comparison, Difference, Evidence, Side


def differences(comparison: Comparison, reading: Reading, *, settings: ComparisonSettings) -> tuple[Difference, ...]:
    """Every difference that is likely enough, in a comparison that has everything else.

    Two articles of one source never differ here.
    """
    story, entities, utterances = comparison.story, comparison.entities, comparison.utterances
    found = contradictions(comparison, reading, least=settings.sure)
    every = chain(
        rows(found),
        attributions(story, utterances, entities),
        () if is_long(reading) else labels(reading.statements, entities),
        gaps(story.members, entities, reading, settings=settings),
    )
    sources = {member.article.id: member.article.source for member in story.members}
    clear = (row for row in every if _is_clear(row, sources))
    return tuple(_few_of_a_kind(_told_once(sorted(clear, key=_rank)), settings.rows_of_a_kind))


def _is_clear(row: Difference, sources: Mapping[str, str]) -> bool:
    """Whether no source is on two sides, but for what it calls somebody, and only values have more than two sides."""
    if row.kind == "label":
        return True
    held = [{sources[article] for article in side.articles} for side in row.sides]
    apart = sum(len(one) for one in held) == len(set().union(*held))
    return apart and (len(held) == _TWO or row.kind in _VALUES)


_TWO = 2
_VALUES = ("figure", "time", "place")


def _rank(difference: Difference) -> tuple[float, str, str, int]:
    return (-difference.weight, difference.kind, difference.subject.article_id, difference.subject.start)


def _told_once(ranked: Sequence[Difference]) -> list[Difference]:
    """The rows without those that oppose the same passages as another, in which the reader sees it anyway."""
    kept: list[Difference] = []
    for row in ranked:
        special = [other for other in ranked if row.kind in _GENERAL and other.kind not in _GENERAL]
        if not any(_repeats(row, other) for other in (*special, *kept)):
            kept.append(row)
    return kept


def _repeats(row: Difference, other: Difference) -> bool:
    """Whether another row holds what this one opposes; for labels any of it, for quotations a part of each."""
    if row.kind != other.kind and row.kind not in _GENERAL:
        return False
    if row.kind == other.kind == "label":
        return any(_overlap(side.value, twin.value) for side in row.sides for twin in other.sides)
    if row.kind == other.kind == "wording":
        return all(any(_quoted_alike(side, twin) for twin in other.sides) for side in row.sides)
    held = [set(side.evidence) for side in other.sides]
    return all(any(set(side.evidence) & passages for passages in held) for side in row.sides)


def _quoted_alike(one: Side, other: Side) -> bool:
    return any(_overlap(a, b) for a in one.evidence for b in other.evidence)


def _overlap(one: Evidence | None, other: Evidence | None) -> bool:
    if one is None or other is None or one.article_id != other.article_id:
        return False
    return one.start < other.end and other.start < one.end


_GENERAL = frozenset({"claim", "attribution", "wording"})
"""Kinds of difference that a contrast in content, strength or figures brings along."""


def _few_of_a_kind(ranked: Iterable[Difference], limit: int) -> list[Difference]:
    seen: Counter[str] = Counter()
    kept = []
    for difference in ranked:
        seen[difference.kind] += 1
        if seen[difference.kind] <= limit:
            kept.append(difference)
    return kept
