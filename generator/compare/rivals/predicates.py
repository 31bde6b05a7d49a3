"""What may contradict each other in the predicates of two statements: denials, plans, words that exclude each other."""

from collections.abc import Iterator, Mapping
from math import log

from generator.compare.denials import subject_of
from generator.compare.marks import Mark, Marks
from generator.compare.matching import Match, contrast
from generator.compare.opposites import excluding
from generator.compare.rivals.apart import done_to_others, of_two_people
from generator.compare.rivals.denials import acted, rival_denials
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.frames import Frames
from generator.compare.rivals.plans import rival_plans
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.stages import happens
from generator.compare.statements import Statement
from generator.language.frequencies import background


def rival_predicates(matches: Matches, echoes: Echoes, frames: Frames) -> Iterator[Rival]:
    """Every two close statements of different sources with what may contradict each other in their predicates."""
    for one, other in close_statements(matches):
        for first, second in ((one, other), (other, one)):
            yield from rival_denials(*matches.of(first, second), echoes, frames)
            yield from rival_plans(*matches.of(first, second), echoes)
        yield from _opposite(*matches.of(one, other), echoes, frames)


def close_statements(matches: Matches) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements of different sources that are close, headings and questions apart."""
    for one, other in matches.standing.closest():
        if not any(statement.heading or statement.asks for statement in (one, other)):
            yield one, other


def _opposite(match: Match, of_pair: Mapping[str, float], echoes: Echoes, frames: Frames) -> Iterator[Rival]:
    """Words of which each says what the other excludes, by the lists or the lexicon."""
    every = list(excluding(match))
    for mark, counter, listed in every:
        if of_two_people(match, mark, counter) or done_to_others(match, mark, counter):
            continue
        if _denied_at(match.marks[0], mark) != _denied_at(match.marks[1], counter):
            continue
        echoed = (
            echoes.near("any", match.one, mark.first, match.other),
            echoes.near("any", match.other, counter.first, match.one),
        )
        actor = frames.actor(match, mark.first, counter.first)
        traits = {
            **of_pair,
            **mark_traits(match, mark, counter),
            **acted(match, subject_of(match.one, mark.first), counter.first),
            **frames.alike(match, mark, counter),
            "actor": actor,
            "listed_actor": float(listed) * actor,
            **_told(match, mark, counter),
            "listed": float(listed),
            "many": min(len(every), 5),
            "phrase": float(mark.last - mark.first > 1) + float(counter.last - counter.first > 1),
            "common": max(_common(match.one, mark), _common(match.other, counter)),
            "echoed": max(echoed),
            "echoed_both": min(echoed),
        }
        yield Rival(contrast("content", match, mark, counter, 0.9), match, "opposite", traits)


def _denied_at(found: Marks, mark: Mark) -> bool:
    """Whether a denial stands right before a passage: "not locked" says what "unlocked" says."""
    denial = found.negated.get(mark.first)
    return denial is not None and mark.first - denial <= _RIGHT_BEFORE


_RIGHT_BEFORE = 3


def _told(match: Match, mark: Mark, counter: Mark) -> dict[str, float]:
    """Whether both are told alike: denied, as sure, as done."""
    sides = ((match.one, match.marks[0], mark), (match.other, match.marks[1], counter))
    negated = [held.first in found.negated for _, found, held in sides]
    done = [any(happens(one, place) for place in range(held.first, held.last)) for one, _, held in sides]
    return {
        "negated": float(negated[0] != negated[1]),
        "negated_both": float(all(negated)),
        "modal_apart": float((mark.first in match.marks[0].modal) != (counter.first in match.marks[1].modal)),
        "meant_apart": float((mark.first in match.marks[0].intended) != (counter.first in match.marks[1].intended)),
        "done_both": float(all(done)),
        "done_apart": float(done[0] != done[1]),
    }


def _common(statement: Statement, mark: Mark) -> float:
    """How common the rarest word of a passage is, as the logarithm of its share of texts: 0 for in all of them."""
    texts = background(statement.language)
    keys = (token.term.partition(":")[2] for token in statement.tokens[mark.first : mark.last] if not token.named)
    return min((log(texts.df(key) / texts.documents) for key in keys), default=0.0)
