"""What the rules of the house are sure of: closed lists and words in the same place, one rule for each thing."""

from collections.abc import Iterator, Mapping
from itertools import chain

from generator.compare.alignment import Pair, Reading
from generator.compare.causes import causes
from generator.compare.claims import claims
from generator.compare.contrasts import contrasts
from generator.compare.marks import Mark
from generator.compare.matching import Contrast
from generator.compare.opposites import states
from generator.compare.quantities import figures, moments
from generator.compare.rivals.apart import figures_apart
from generator.compare.rivals.ledger import Ledger
from generator.compare.rivals.reports import Claim, words_traits
from generator.compare.rivals.surroundings import surrounding_traits
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.voices import Voices, voices
from generator.model import Comparison


def rival_rules(comparison: Comparison, reading: Reading, ledger: Ledger, *, least: float) -> Iterator[Rival]:
    """Every contrast of a rule, in statements that are at least that much alike or answer each other."""
    for contrast in _found(comparison, reading, least):
        one, other = contrast.one, contrast.other
        match, of_pair = ledger.matches.of(one.statement, other.statement)
        mark, counter = (Mark(words.first, words.last, "") for words in (one, other))
        traits = {**of_pair, **mark_traits(match, mark, counter), "strength": contrast.strength}
        if contrast.kind == "claim":
            claimed = _of_claim(contrast, ledger)
            if claimed is None:
                continue
            traits |= claimed
        if contrast.kind in _VALUES:
            traits |= surrounding_traits(match, mark, counter)
        heading = one.statement.heading or other.statement.heading
        yield Rival(contrast, match, "heading" if heading else f"rule {contrast.kind}", traits)


def _of_claim(contrast: Contrast, ledger: Ledger) -> Mapping[str, float] | None:
    """What is to be said of a report and the like in the outlet's own voice; None where they have other figures."""
    stated, said = (contrast.one, contrast.other) if contrast.poles[0] == "stated" else (contrast.other, contrast.one)
    report = frozenset(index for index in said.statement.content() if said.first <= index < said.last)
    own = ledger.stances.of(stated.statement).own or tuple(stated.statement.content())
    match = ledger.matches.of(said.statement, stated.statement)[0]
    if figures_apart(match, sorted(report), own):
        return None
    return words_traits(match, Claim(report, own, None), ledger)


_VALUES = frozenset({"figure", "time"})


def _found(comparison: Comparison, reading: Reading, least: float) -> Iterator[Contrast]:
    spoken = Voices(comparison.story, comparison.entities)
    compared = [pair for pair in reading.pairs if _comparable(pair, least)]
    yield from (contrast for pair in compared for contrast in chain(contrasts(pair), voices(pair, spoken)))
    of_all = (claims(compared, spoken), figures(reading), moments(reading), states(reading), causes(reading))
    yield from (contrast for contrast, _ in chain(*of_all))


def _comparable(pair: Pair, least: float) -> bool:
    return pair.one.source != pair.other.source and (pair.score >= least or pair.mutual)
