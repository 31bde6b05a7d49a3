"""What may contradict each other in the predicates of two statements: denials, plans, words that exclude each other."""

from collections.abc import Iterator

from generator.compare.matching import contrast
from generator.compare.opposites import excluding
from generator.compare.rivals.apart import done_to_others, of_two_people
from generator.compare.rivals.denials import rival_denials
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.plans import rival_plans
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement


def rival_predicates(matches: Matches, echoes: Echoes) -> Iterator[Rival]:
    """Every two close statements of different sources with what may contradict each other in their predicates."""
    for one, other in close_statements(matches):
        for first, second in ((one, other), (other, one)):
            yield from rival_denials(*matches.of(first, second), echoes)
            yield from rival_plans(*matches.of(first, second), echoes)
        yield from _opposite(one, other, matches)


def close_statements(matches: Matches) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements of different sources that are close, headings and questions apart."""
    for one, other in matches.standing.closest():
        if not any(statement.heading or statement.asks for statement in (one, other)):
            yield one, other


def _opposite(one: Statement, other: Statement, matches: Matches) -> Iterator[Rival]:
    """Words of which each says what the other excludes, by the lists or the lexicon."""
    match, of_pair = matches.of(one, other)
    every = list(excluding(match))
    for mark, counter, listed in every:
        if of_two_people(match, mark, counter) or done_to_others(match, mark, counter):
            continue
        traits = {
            **of_pair,
            **mark_traits(match, mark, counter),
            "listed": float(listed),
            "many": min(len(every), 5),
            "phrase": float(mark.last - mark.first > 1) + float(counter.last - counter.first > 1),
            "negated": float((mark.first in match.marks[0].negated) != (counter.first in match.marks[1].negated)),
            "negated_both": float(mark.first in match.marks[0].negated and counter.first in match.marks[1].negated),
            "modal_apart": float((mark.first in match.marks[0].modal) != (counter.first in match.marks[1].modal)),
            "meant_apart": float((mark.first in match.marks[0].intended) != (counter.first in match.marks[1].intended)),
        }
        yield Rival(contrast("content", match, mark, counter, 0.9), match, "opposite", traits)
