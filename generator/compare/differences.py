"""What the sources say differently, each difference with its evidence, the weightiest first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.compare.alignment import Pair
from generator.compare.contrasts import contrasts
from generator.compare.gaps import gaps
from generator.compare.rows import rows
from generator.compare.settings import ComparisonSettings
from generator.model import Difference, Entity, Story


def differences(
    story: Story, entities: Sequence[Entity], pairs: Sequence[Pair], *, settings: ComparisonSettings
) -> tuple[Difference, ...]:
    """Every difference that a rule is sure of. Two articles of one source never differ here."""
    comparable = [pair for pair in pairs if _comparable(pair, settings)]
    found = [(contrast, pair) for pair in comparable for contrast in contrasts(pair)]
    articles = [analysis.article for analysis in story.members]
    ranked = sorted([*rows(found), *gaps(articles, entities, settings=settings)], key=_rank)
    return tuple(_few_of_a_kind(ranked, settings.rows_of_a_kind))


def _comparable(pair: Pair, settings: ComparisonSettings) -> bool:
    if pair.one.source == pair.other.source or pair.one.heading or pair.other.heading:
        return False
    return pair.score >= (settings.comparable_across if pair.across else settings.comparable)


def _rank(difference: Difference) -> tuple[float, str, str, int]:
    return (-difference.weight, difference.kind, difference.subject.article_id, difference.subject.start)


def _few_of_a_kind(ranked: Iterable[Difference], limit: int) -> list[Difference]:
    seen: Counter[str] = Counter()
    kept = []
    for difference in ranked:
        seen[difference.kind] += 1
        if seen[difference.kind] <= limit:
            kept.append(difference)
    return kept
