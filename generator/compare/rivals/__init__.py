"""Passages of two sources that may contradict each other, and which of them surely do.

Each ground (figures, times, places, predicates, certainty, voices, wordings) proposes pairs generously and says what
speaks for and against each; `verdict` weighs that.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from math import log

from generator.compare.alignment import Pair, Reading
from generator.compare.matching import Contrast
from generator.compare.rivals.certainty import rival_certainties
from generator.compare.rivals.figures import rival_figures
from generator.compare.rivals.moments import rival_moments
from generator.compare.rivals.names import rival_names
from generator.compare.rivals.places import rival_places
from generator.compare.rivals.predicates import rival_predicates
from generator.compare.rivals.reports import rival_reports
from generator.compare.rivals.rules import rival_rules
from generator.compare.rivals.standing import Standing
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches
from generator.compare.rivals.verdict import verdicts
from generator.compare.rivals.wordings import rival_wordings
from generator.model import Comparison

__all__ = ["contradictions", "rivals"]


_LEAST = 0.1
"""How much alike two statements must be for a rule to say anything about them."""


def rivals(comparison: Comparison, reading: Reading) -> Iterator[Rival]:
    """Every pair of passages that may contradict each other, on every ground."""
    matches = Matches(Standing(reading))
    return chain(
        rival_rules(comparison, reading, matches, least=_LEAST),
        rival_figures(reading, matches),
        rival_moments(reading, matches),
        rival_places(reading, matches),
        rival_predicates(matches),
        rival_certainties(matches),
        rival_reports(comparison, reading, matches),
        rival_wordings(comparison, reading, matches),
        rival_names(comparison, reading, matches),
    )


def contradictions(comparison: Comparison, reading: Reading, *, least: float) -> list[tuple[Contrast, Pair]]:
    """The contrasts that are at least that likely, each with its pair of statements, the likeliest first."""
    return [
        (
            replace(verdict.rival.contrast, strength=verdict.rival.contrast.strength * verdict.likelihood),
            verdict.rival.match.pair,
        )
        for verdict in verdicts(rivals(comparison, reading), least=least, crowd=_crowd(reading))
    ]


def _crowd(reading: Reading) -> float:
    """How much longer than usual the articles are, as what is to be taken off the logarithm of the odds."""
    articles = {statement.article.id for statement in reading.statements}
    return _CROWD * log(max(1.0, len(reading.statements) / max(1, len(articles)) / _USUAL))


_USUAL = 20.0
"""Statements of an article that is no longer than most of those that the weights were fitted on."""
_CROWD = 12.0
"""Chosen by hand, with ten stories of real news in view: the weights come from short articles only."""
