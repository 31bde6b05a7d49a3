"""What speaks for and against two passages being about the same thing, as figures that a decision is fitted on."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Contrast, Match, ahead, clause, hypothetical
from generator.compare.rivals.standing import Standing
from generator.compare.statements import Statement

Traits = Mapping[str, float]
_MOST = 8
"""More of anything counts as this many."""
_LEAD = 3
"""Statements at the beginning of an article that tell what happened."""


class Rival(NamedTuple):
    """Two passages that may contradict each other, on what ground, and what speaks for and against it."""

    contrast: Contrast
    match: Match
    ground: str
    traits: Traits


def pair_traits(match: Match, standing: Standing) -> dict[str, float]:
    """What is to be said of two statements as such: likeness, rank, place, length, voice."""
    pair, one, other = match.pair, match.one, match.other
    sizes = sorted(len(list(statement.content())) for statement in (one, other))
    tokens = one.tokens
    named = sum(tokens[a].named for a in match.links)
    figures = sum(tokens[a].number for a in match.links)
    ranks = sorted((standing.rank(one, other), standing.rank(other, one)))
    margins = sorted((standing.margin(one, other), standing.margin(other, one)))
    return {
        "score": pair.score,
        "topic": pair.topic,
        "nearness": standing.nearness(one, other),
        "across": float(pair.across),
        "rank_low": min(ranks[0], _MOST),
        "rank_high": min(ranks[1], _MOST),
        "margin_low": margins[0],
        "margin_high": margins[1],
        "around": standing.around(one, other),
        "links": min(len(match.links), _MOST),
        "plain": min(len(match.links) - named - figures, _MOST),
        "named": min(named, _MOST),
        "numbers": min(figures, _MOST),
        "share": len(match.links) / max(sizes[0], 1),
        "short": min(sizes[0], 40),
        "long": min(sizes[1], 40),
        "apart": abs(one.position - other.position),
        "leads": float(max(one.order, other.order) < _LEAD),
        "earliest": min(one.position, other.position),
        "headings": float(one.heading) + float(other.heading),
        "asks": float(one.asks) + float(other.asks),
        "attributed": float(one.attributed) + float(other.attributed),
    }


def mark_traits(match: Match, mark: Mark, counter: Mark) -> dict[str, float]:
    """What is to be said of the words around two passages."""
    one, other = match.one, match.other
    first, last = clause(one, mark.first, mark.last - 1)
    start, end = clause(other, counter.first, counter.last - 1)
    inside = [(a, b) for a, b in match.links.items() if first <= a < last and start <= b < end]
    coming = (ahead(one, mark), ahead(other, counter))
    return {
        "near": min(match.near(mark.first, mark.last, counter.first, counter.last), _MOST),
        "slot": float(match.slot(mark, counter)),
        "clause": min(len(inside), _MOST),
        "clause_named": min(sum(one.tokens[a].named for a, _ in inside), _MOST),
        "reach": _reach(match, mark, counter),
        "quoted": float(one.tokens[mark.first].quoted) + float(other.tokens[counter.first].quoted),
        "tense": float(coming[0] != coming[1]),
        "ahead": float(any(coming)),
        "if": float(hypothetical(one, mark.first)) + float(hypothetical(other, counter.first)),
        "denied": float(_denied(one, mark) != _denied(other, counter)),
        "mixed_names": _mixed_names(match, (first, last), (start, end)),
    }


def _reach(match: Match, mark: Mark, counter: Mark) -> float:
    """How far the nearest words that both share stand from the two passages, on the farther side; at most 12."""
    far = [max(_away(a, mark), _away(b, counter)) for a, b in match.links.items() if _away(a, mark) > 0]
    return min(far, default=_FAR)


_FAR = 12


def _away(index: int, mark: Mark) -> int:
    return min(_FAR, max(mark.first - index, index - mark.last + 1, 0))


def _denied(statement: Statement, mark: Mark) -> bool:
    first, _ = clause(statement, mark.first, mark.last - 1)
    return any(hits(statement.lexis.negation, statement.forms()[first : mark.last]))


def _mixed_names(match: Match, ours: Sequence[int], theirs: Sequence[int]) -> float:
    """1 where both clauses have names and share none, 0.5 where only one has."""
    found = [
        {token.term for token in statement.tokens[span[0] : span[1]] if token.named}
        for statement, span in ((match.one, ours), (match.other, theirs))
    ]
    if found[0] and found[1]:
        return float(not found[0] & found[1])
    return 0.5 if found[0] or found[1] else 0.0
