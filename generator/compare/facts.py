"""Statements that different sources make alike, and those that one of them makes alone."""

from collections.abc import Sequence

from generator.compare.alignment import Pair
from generator.compare.joining import Joining
from generator.compare.settings import ComparisonSettings
from generator.compare.statements import Statement
from generator.ids import content_id
from generator.model import Fact, Status

_TELLING = 3
"""Content words, names and figures that a statement must have to be a fact worth a row."""
_FADING = 0.2
_MUTUAL = 0.8
"""What is asked of each other's best matches, against others."""


def facts(
    statements: Sequence[Statement], pairs: Sequence[Pair], sources: Sequence[str], *, settings: ComparisonSettings
) -> tuple[Fact, ...]:
    """Every statement of the story, alike ones together, the weightiest first.

    Statements join by complete linkage in the order of their likeness: a new one must be near to every member. A
    statement that is near another source's one, but not near enough to be the same, is left out: whether it stands
    elsewhere is not known, and "only here" would be a guess.
    """
    groups = _groups(statements, pairs, settings)
    doubtful = _doubtful(pairs, settings)
    support = _support(pairs, len(set(sources)))
    found = []
    for group in groups:
        members = [statements[index] for index in group]
        status = _status({member.source for member in members}, sources)
        told = [member for member in members if not member.heading]
        alone = status == "one"
        if not told or (alone and (len(sources) == 1 or group[0] in doubtful or not _telling(members[0]))):
            continue
        found.append(_fact(told, status, len(set(sources)), support))
    return tuple(sorted(found, key=lambda fact: (-fact.weight, fact.evidence[0])))


def _groups(statements: Sequence[Statement], pairs: Sequence[Pair], settings: ComparisonSettings) -> list[list[int]]:
    """Statements grouped by complete linkage: two groups join only if every pair between them was found near."""
    near = {
        (pair.one.number, pair.other.number)
        for pair in pairs
        if pair.score >= (settings.near_fact_across if pair.across else settings.near_fact)
    }
    joining = Joining(len(statements))
    members: dict[int, list[int]] = {index: [index] for index in range(len(statements))}
    best = _best(pairs)
    for pair in pairs:
        if not _same(pair, best, settings):
            continue
        one, other = joining.find(pair.one.number), joining.find(pair.other.number)
        if one == other or not _all_near(members[one], members[other], statements, near):
            continue
        joining.join(one, other)
        members[joining.find(one)] = sorted(members.pop(max(one, other)) + members.pop(min(one, other)))
    return joining.sets()


def _best(pairs: Sequence[Pair]) -> dict[tuple[int, str], int]:
    """For each statement and other source the statement there that is most like it."""
    found: dict[tuple[int, str], int] = {}
    for pair in pairs:
        found.setdefault((pair.one.number, pair.other.source), pair.other.number)
        found.setdefault((pair.other.number, pair.one.source), pair.one.number)
    return found


def _same(pair: Pair, best: dict[tuple[int, str], int], settings: ComparisonSettings) -> bool:
    """Whether two statements are the same fact: alike, or each other's best match and nearly as alike."""
    needed = settings.same_fact_across if pair.across else settings.same_fact
    one, other = pair.one, pair.other
    mutual = best[one.number, other.source] == other.number and best[other.number, one.source] == one.number
    return pair.score >= needed * (_MUTUAL if mutual else 1.0)


def _all_near(
    group: Sequence[int], other: Sequence[int], statements: Sequence[Statement], near: set[tuple[int, int]]
) -> bool:
    return all(
        (min(a, b), max(a, b)) in near or statements[a].article.id == statements[b].article.id
        for a in group
        for b in other
    )


def _doubtful(pairs: Sequence[Pair], settings: ComparisonSettings) -> set[int]:
    """Statements that are near one of another source: perhaps the same, perhaps not.

    One language may say in a sentence what another says in two. So a statement that is only faintly like a statement in
    another language is in doubt too, if its neighbour is near that one.
    """
    near = [pair for pair in pairs if _near(pair, settings)]
    found = {number for pair in near for number in (pair.one.number, pair.other.number)}
    best = _best(near)
    across = {
        (here.number, there.number)
        for pair in near
        if pair.across
        for here, there in ((pair.one, pair.other), (pair.other, pair.one))
        if best[there.number, here.source] == here.number
    }
    for pair in pairs:
        if pair.across and pair.plain >= _SOME and pair.one.source != pair.other.source:
            one, other = pair.one.number, pair.other.number
            found.update(a for a, b in ((one, other), (other, one)) if {(a - 1, b), (a + 1, b)} & across)
    return found


def _near(pair: Pair, settings: ComparisonSettings) -> bool:
    """Whether two statements may say the same. Between languages names alone do not make them."""
    if pair.one.source == pair.other.source:
        return False
    if not pair.across:
        return pair.score >= settings.near_fact
    return pair.score >= settings.near_fact_across * (1.0 if pair.plain >= _SOME else _NAMES_ALONE)


_SOME = 2
_NAMES_ALONE = 1.6


def _status(told_by: set[str], sources: Sequence[str]) -> Status:
    if len(told_by) == 1:
        return "one"
    return "all" if told_by >= set(sources) else "some"


def _telling(statement: Statement) -> bool:
    return len({statement.tokens[index].term for index in statement.content()}) >= _TELLING


def _support(pairs: Sequence[Pair], sources: int) -> dict[int, float]:
    """How far the other sources bear each statement out: the likeness of their nearest statements, on average."""
    nearest: dict[int, dict[str, float]] = {}
    for pair in pairs:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if one.source != other.source:
                nearest.setdefault(one.number, {}).setdefault(other.source, pair.score)
    return {number: sum(scores.values()) / max(sources - 1, 1) for number, scores in nearest.items()}


def _fact(members: Sequence[Statement], status: Status, sources: int, support: dict[int, float]) -> Fact:
    """The fact, weighed by how many sources have it, how far they bear it out, and how early they tell it.

    Weight is 0.4 times the share of sources, 0.35 times the support (full from a likeness of one half), and 0.25 times
    the place in the article (one for its first sentence, a half for the sixth), each between 0 and 1.
    """
    evidence = tuple(member.evidence for member in members)
    reach = len({member.source for member in members}) / max(sources, 1)
    borne = min(1.0, 2 * max(support.get(member.number, 0.0) for member in members))
    early = max(1 / (1 + _FADING * member.order) for member in members)
    return Fact(
        id=content_id("fact", *(f"{one.article_id}:{one.start}" for one in evidence)),
        evidence=evidence,
        status=status,
        weight=round(0.4 * reach + 0.35 * borne + 0.25 * early, 4),
    )
