"""How the comparison decides: every threshold of the stage, with what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSettings:
    """Thresholds of the comparison. The defaults are those that the benchmarks measure.

    Attributes:
        same_name: how alike two names must be to be one entity, 0 to 1.
        same_fact: how alike two sentences of one language must be to state the same, 0 to 1.
        near_fact: from here on two sentences of one language may state the same, so neither is "only here".
        same_fact_across: like `same_fact`, between languages.
        near_fact_across: like `near_fact`, between languages; lower, because a lexical miss is no omission.
        faint_across: how alike a neighbour of a near statement in another language must be to be in doubt as well.
        comparable: how alike two sentences must be before a contrast between them means anything.
        sure: how likely two passages must contradict each other to be a difference, at the least; 0 to 1.
        gap_sources: how many sources must have a name before its absence from another is a gap.
        gap_mentions: how often they must have it, all together; once more where articles are long.
        gap_expected: how often a source of its length would have the name, were it as frequent there as elsewhere.
        rows_of_a_kind: the most differences of one kind that a story keeps.
        entities_of_a_story: the most entities that a story keeps.
    """

    same_name: float = 0.84
    same_fact: float = 0.42
    near_fact: float = 0.24
    same_fact_across: float = 0.34
    near_fact_across: float = 0.16
    faint_across: float = 0.04
    comparable: float = 0.1
    sure: float = 0.5
    gap_sources: int = 2
    gap_mentions: int = 3
    gap_expected: float = 1.35
    rows_of_a_kind: int = 6
    entities_of_a_story: int = 200
