"""What one statement tells as not done yet, or for a time only, and the other that answers it as done.

Wider than `plans`: also by nouns and adjectives ("a non-binding memorandum", "only a recommendation"), and whatever the
verbs are: a memorandum to negotiate a purchase is opposed by "acquired". What ties them is who does it, what else their
clauses share, and that neither article has the other's stage elsewhere.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from generator.compare.lexis import Phrases, hits, phrases
from generator.compare.marks import Mark, Marks
from generator.compare.matching import Match, clause, contrast
from generator.compare.rivals.apart import supposed
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.frames import Frames
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.stages import happens
from generator.compare.statements import Statement

_OBJECT = 3
"""Content words behind a word of stage that are shown with it."""


def rival_unfinished(match: Match, of_pair: Mapping[str, float], echoes: Echoes, frames: Frames) -> Iterator[Rival]:
    """What is unfinished in the first, nearest to what it shares with the second, and what is done there."""
    marked, done = _unmatched(match), _done(match)
    if not marked or not done or min(of_pair["rank_low"], of_pair["rank_high"]) > 0:
        return
    shared = sorted(place for place in match.links if not match.one.tokens[place].number)
    mark = min(marked, key=lambda held: (_away(held, shared), held.first))
    if supposed(match.one, mark.first):
        return
    if mark.meaning == "agreed":
        agreed = {held.first for held in match.marks[1].intended.values() if held.meaning == "agreed"}
        done = [held for held in done if held.first not in agreed]
    if not done:
        return
    counter = min(done, key=lambda held: (_away(held, sorted(match.links.values())), held.first))
    yield _rival(match, of_pair, (_widened(match.one, mark), _widened(match.other, counter)), echoes, frames)


def _rival(
    match: Match, of_pair: Mapping[str, float], sides: tuple[Mark, Mark], echoes: Echoes, frames: Frames
) -> Rival:
    mark, counter = sides
    finished, actor = _stands(match.other, "finished", counter), frames.actor(match, mark.first, counter.first)
    alike = frames.alike(match, mark, counter)
    traits = {
        **of_pair,
        **mark_traits(match, mark, counter),
        **alike,
        "actor": actor,
        "finished": finished,
        "agreed_there": float(counter.meaning == "agreed"),
        "only": float(bool(_marks(match.one, "only"))),
        "only_there": float(bool(_marks(match.other, "only"))),
        "also_unfinished": min(len(_unsure(match.other, match.marks[1])), 2),
        "unfinished": min(len(_marks(match.one, "unfinished")), 3),
        "also_finished": min(len(_marks(match.one, "finished")), 2),
        **{f"is_{name}": float(mark.meaning == name) for name in ("considered", "agreed", "planned", "tried")},
        "meant_there": float(bool(match.marks[1].intended)),
        "modal": float(bool(match.marks[0].modal)),
        "modal_there": float(bool(match.marks[1].modal)),
        "denies": float(bool(match.marks[0].negated)),
        "denies_there": float(bool(match.marks[1].negated)),
        "same_deed": _same_deed(match, mark, counter),
        "actor_alike": actor * alike["clauses_high"],
        "echoed": echoes.near("any", match.one, mark.first, match.other),
        "echoed_back": echoes.near("any", match.other, counter.first, match.one),
    }
    return Rival(contrast("content", match, mark, counter, 0.9), match, "unfinished", traits)


def _unmatched(match: Match) -> list[Mark]:
    """The words of the first that call something unfinished, and stand for no word, nor are akin to one so listed."""
    theirs = [place for held in _unsure(match.other, match.marks[1]) for place in range(held.first, held.last)]
    return [
        held
        for held in _unsure(match.one, match.marks[0])
        if not any(i in match.links or any(match.akin(i, p) for p in theirs) for i in range(held.first, held.last))
    ]


def _unsure(statement: Statement, found: Marks) -> list[Mark]:
    """What a statement calls unfinished, by the shared list and by the words of intention of its language."""
    return [*_marks(statement, "unfinished"), *sorted(set(found.intended.values()))]


def _done(match: Match) -> list[Mark]:
    """The words of the second that tell something as done: what is listed so, else verbs in the past."""
    other, listed = match.other, _marks(match.other, "finished")
    said = {place for hit in hits(other.lexis.attribution, other.forms()) for place in range(hit.first, hit.last)}
    told = [Mark(i, i + 1, "done") for i in other.content() if happens(other, i) and i not in said]
    unsure = [held for held in _unsure(other, match.marks[1]) if held.meaning != "agreed"]
    apart = said | {place for held in unsure for place in range(held.first, held.last)}
    apart |= match.marks[1].negated.keys() | {i for i, held in match.marks[1].intended.items() if held in unsure}
    agreed = sorted({held for held in match.marks[1].intended.values() if held.meaning == "agreed"})
    every = (*listed, *told, *agreed)
    return [held for held in every if held.first not in apart and not supposed(other, held.first)]


def _same_deed(match: Match, mark: Mark, counter: Mark) -> float:
    """1 where what is done stands for a word near what is unfinished, 0.6 where it is akin to one."""
    ours = [index for index in match.one.content() if mark.first - _OBJECT <= index < mark.last + _OBJECT]
    theirs = [place for place in match.other.content() if counter.first <= place < counter.last]
    if any(match.links.get(index) in theirs for index in ours):
        return 1.0
    return 0.6 if any(match.akin(index, place) for index in ours for place in theirs) else 0.0


def _away(mark: Mark, places: list[int]) -> int:
    """How far the nearest of the words stands from a mark."""
    return min((min(abs(place - mark.first), abs(place - mark.last + 1)) for place in places), default=99)


def _widened(statement: Statement, mark: Mark) -> Mark:
    """A word of stage with the next content words of its clause."""
    last = clause(statement, mark.first, mark.last - 1)[1]
    behind = [index for index in statement.content() if mark.last <= index < last][:_OBJECT]
    return Mark(mark.first, behind[-1] + 1 if behind else mark.last, mark.meaning)


def _stands(statement: Statement, group: str, mark: Mark) -> float:
    return float(any(mark.first <= held.first < mark.last for held in _marks(statement, group)))


@lru_cache(maxsize=50_000)
def _marks(statement: Statement, group: str) -> tuple[Mark, ...]:
    """The listed words of one group in a statement, names apart."""
    forms = [() if token.named else token.forms for token in statement.tokens]
    return tuple(Mark(*hit) for hit in hits(_listed(statement.language, group), forms))


@lru_cache(maxsize=32)
def _listed(language: str, group: str) -> Phrases:
    return phrases(language, [(group, _table().get(language, {}).get(group, ()))])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    path = files("generator.compare") / "data" / "shared" / "stages.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
