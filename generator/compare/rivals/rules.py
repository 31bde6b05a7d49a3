"""What the rules of the house are sure of: closed lists and words in the same place, one rule for each thing."""

from collections.abc import Iterator
from itertools import chain

from generator.compare.alignment import Pair, Reading
from generator.compare.causes import causes
from generator.compare.claims import claims
from generator.compare.contrasts import contrasts
from generator.compare.marks import Mark
from generator.compare.matching import Contrast
from generator.compare.opposites import states
from generator.compare.quantities import figures, moments
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.voices import Voices, voices
from generator.model import Comparison


def rival_rules(comparison: Comparison, reading: Reading, matches: Matches, *, least: float) -> Iterator[Rival]:
    """Every contrast of a rule, in statements that are at least that much alike or answer each other."""
    for contrast in _found(comparison, reading, least):
        one, other = contrast.one, contrast.other
        match, of_pair = matches.of(one.statement, other.statement)
        mark, counter = (Mark(words.first, words.last, "") for words in (one, other))
        traits = {**of_pair, **mark_traits(match, mark, counter), "strength": contrast.strength}
        heading = one.statement.heading or other.statement.heading
        yield Rival(contrast, match, "heading" if heading else f"rule {contrast.kind}", traits)


def _found(comparison: Comparison, reading: Reading, least: float) -> Iterator[Contrast]:
    spoken = Voices(comparison.story, comparison.entities)
    compared = [pair for pair in reading.pairs if _comparable(pair, least)]
    yield from (contrast for pair in compared for contrast in chain(contrasts(pair), voices(pair, spoken)))
    of_all = (claims(compared, spoken), figures(reading), moments(reading), states(reading), causes(reading))
    yield from (contrast for contrast, _ in chain(*of_all))


def _comparable(pair: Pair, least: float) -> bool:
    return pair.one.source != pair.other.source and (pair.score >= least or pair.mutual)
