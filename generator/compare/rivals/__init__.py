"""Passages of two sources that may contradict each other, and which of them surely do.

Each ground (figures, times, places, predicates, certainty, voices, wordings) proposes pairs generously and says what
speaks for and against each; `verdict` weighs that.
"""

from dataclasses import replace
from itertools import chain
from math import log

from generator.compare.alignment import Pair, Reading
from generator.compare.matching import Contrast
from generator.compare.rivals.certainty import rival_certainties
from generator.compare.rivals.competition import competing
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.figures import rival_figures
from generator.compare.rivals.ledger import Ledger
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


def rivals(comparison: Comparison, reading: Reading) -> list[Rival]:
    """Every pair of passages that may contradict each other, on every ground."""
    standing = Standing(reading)
    matches, echoes = Matches(standing), Echoes(reading, standing)
    ledger = Ledger(comparison, reading, matches)
    found = chain(
        rival_rules(comparison, reading, ledger, least=_LEAST),
        rival_figures(reading, matches),
        rival_moments(reading, matches),
        rival_places(reading, matches),
        rival_predicates(matches, echoes),
        rival_certainties(matches, echoes),
        rival_reports(reading, ledger),
        rival_wordings(comparison, reading, matches),
        rival_names(comparison, reading, matches),
    )
    return competing(found, length=_length(reading))


def _doubt(length: float) -> float:
    """What longer articles than the weights were fitted on take off the logarithm of the odds."""
    return _DOUBT * log(max(1.0, length / _LEARNED))


_LEARNED = 25.0
"""Statements of the longest articles among the stories that the weights are fitted on."""
_DOUBT = 8.0
"""Chosen by reading rows of real news: what is near each other there is seldom about the same."""


def _length(reading: Reading) -> float:
    """Statements per article."""
    return len(reading.statements) / max(1, len({statement.article.id for statement in reading.statements}))


def contradictions(comparison: Comparison, reading: Reading, *, least: float) -> list[tuple[Contrast, Pair]]:
    """The contrasts that are at least that likely, each with its pair of statements, the likeliest first."""
    return [
        (
            replace(verdict.rival.contrast, strength=verdict.rival.contrast.strength * verdict.likelihood),
            verdict.rival.match.pair,
        )
        for verdict in verdicts(rivals(comparison, reading), least=least, doubt=_doubt(_length(reading)))
    ]
