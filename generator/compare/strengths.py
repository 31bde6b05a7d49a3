"""How much, how sure, how final: degrees, superlatives, doubts and plans."""

from collections.abc import Iterator
from dataclasses import replace

from generator.compare.marks import Mark, following
from generator.compare.matching import (
    ALIKE,
    ANCHORS,
    FAIRLY_ALIKE,
    Contrast,
    Match,
    clause,
    contrast,
    happened,
    hypothetical,
    turned,
)


def superlatives(match: Match) -> Iterator[Contrast]:
    """The most of all on one side, one of the most on the other."""
    soft, soft_other = match.marks[0].softened, match.marks[1].softened
    for mark in match.marks[0].superlatives:
        for counter in match.marks[1].superlatives:
            if mark.meaning != counter.meaning or (mark.first in soft) == (counter.first in soft_other):
                continue
            if match.shared(mark.first, counter.first) >= 1 and match.alike(FAIRLY_ALIKE):
                poles = ("one of", "the") if mark.first in soft else ("the", "one of")
                yield replace(contrast("strength", match, mark, counter, 0.8), poles=poles)


def degrees(match: Match) -> Iterator[Contrast]:
    """The same noun, called slight here and serious there."""
    for noun, mark in sorted(match.marks[0].degrees.items()):
        counterpart = match.links.get(noun)
        counter = match.marks[1].degrees.get(counterpart) if counterpart is not None else None
        if counter is None or counterpart is None or counter.meaning == mark.meaning:
            continue
        denied = noun in match.marks[0].negated or counterpart in match.marks[1].negated
        if not denied and match.shared(noun, counterpart) >= 1 and match.alike(FAIRLY_ALIKE):
            yield contrast("strength", match, mark, counter, 0.7)


def modalities(match: Match) -> Iterator[Contrast]:
    """What one is sure of, the other thinks possible."""
    ours, theirs = match.marks[0].modal, match.marks[1].modal
    for index, counterpart in match.links.items():
        mark, counter = ours.get(index), theirs.get(counterpart)
        if mark is None or counter is None or match.one.tokens[index].named:
            continue
        levels = {mark.meaning, counter.meaning}
        quoted = match.one.tokens[mark.first].quoted and match.other.tokens[counter.first].quoted
        if levels != {"certain", "possible"} and not (quoted and levels == {"certain", "conditional"}):
            continue
        if match.shared(index, counterpart) >= 1 and match.alike(ALIKE):
            yield contrast("strength", match, mark, counter, 0.7)
            return


def hedges(match: Match) -> Iterator[Contrast]:
    """Possible on one side, plainly told on the other: "may have been caused", "was caused"."""
    yield from _doubtful(match)
    yield from (turned(found) for found in _doubtful(match.turned()))


def _doubtful(match: Match) -> Iterator[Contrast]:
    theirs = match.marks[1]
    for mark in sorted(set(match.marks[0].modal.values())):
        index = next(iter(following(match.one, mark.last, 1)), -1)
        place = match.links.get(index)
        if mark.meaning != "possible" or place is None or match.one.tokens[index].named:
            continue
        first, last = clause(match.other, place, place)
        if any(spot in theirs.modal or spot in theirs.negated for spot in range(first, last)):
            continue
        if index in match.marks[0].negated or hypothetical(match.one, index) or not happened(match.other, place):
            continue
        if match.alike(ALIKE) and match.shared(index, place) >= ANCHORS + (not match.pair.across):
            yield contrast("strength", match, mark, Mark(place, place + 1, "flat"), 0.65)
            return


def plans(match: Match) -> Iterator[Contrast]:
    """Done on one side, only meant to be done on the other: "has joined", "pledged to join"."""
    yield from _meant(match, flip=False)
    yield from _meant(match.turned(), flip=True)


def _meant(match: Match, *, flip: bool) -> Iterator[Contrast]:
    theirs = match.marks[1]
    for mark in sorted(set(match.marks[0].intended.values())):
        index = next(iter(following(match.one, mark.last, 1)), -1)
        place = match.links.get(index)
        if place is None or place in theirs.intended or place in theirs.modal or place in theirs.negated:
            continue
        if match.pair.across or not happened(match.other, place) or hypothetical(match.one, index):
            continue
        if index not in match.marks[0].negated and match.alike(ALIKE) and match.shared(index, place) >= ANCHORS:
            found = contrast("content", match, mark, Mark(place, place + 1, "done"), 0.65)
            yield turned(found) if flip else found
            return
