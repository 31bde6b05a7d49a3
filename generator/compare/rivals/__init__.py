"""Passages of two sources that may contradict each other, and which of them surely do.

Each ground (figures, times, places, predicates, certainty, voices, wordings) proposes pairs generously and says what
speaks for and against each; `verdict` weighs that.
"""

from dataclasses import replace
from itertools import chain

from generator.compare.alignment import Pair, Reading
from generator.compare.matching import Contrast
from generator.compare.rivals.certainty import rival_certainties
from generator.compare.rivals.competition import competing
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.exchanged import exchanged
from generator.compare.rivals.figures import rival_figures
from generator.compare.rivals.frames import Frames
from generator.compare.rivals.ledger import Ledger
from generator.compare.rivals.lengths import doubt, length
from generator.compare.rivals.moments import rival_moments
from generator.compare.rivals.names import rival_names
from generator.compare.rivals.places import rival_places
from generator.compare.rivals.predicates import rival_predicates
from generator.compare.rivals.reports import rival_reports
from generator.compare.rivals.rules import rival_rules
from generator.compare.rivals.standing import Standing
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches
from generator.compare.rivals.verdict import Verdict, verdicts
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
    frames = Frames(comparison, reading, ledger.parts)
    found = chain(
        rival_rules(comparison, reading, ledger, least=_LEAST),
        rival_figures(reading, matches),
        rival_moments(reading, matches),
        rival_places(reading, matches, ledger.parts),
        rival_predicates(matches, echoes, frames),
        rival_certainties(matches, echoes, frames),
        rival_reports(reading, ledger),
        rival_wordings(comparison, reading, ledger),
        rival_names(comparison, reading, matches),
    )
    return competing(found, length=length(reading))


def contradictions(comparison: Comparison, reading: Reading, *, least: float) -> list[tuple[Contrast, Pair]]:
    """The contrasts that are at least that likely, each with its pair of statements, the likeliest first."""
    found = verdicts(rivals(comparison, reading), least=least, doubt=doubt(reading))
    return [(_shown(verdict), verdict.rival.match.pair) for verdict in found]


def _shown(verdict: Verdict) -> Contrast:
    """The contrast as strong as it is likely, of two wordings the words that are exchanged."""
    found = verdict.rival.contrast
    strong = replace(found, strength=found.strength * verdict.likelihood)
    return exchanged(strong) if found.kind == "wording" else strong
