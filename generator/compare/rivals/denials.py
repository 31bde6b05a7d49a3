"""What one statement denies and the other states."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.denials import empty, scopes, subject_of
from generator.compare.lexis import hits
from generator.compare.marks import Mark, Marks
from generator.compare.matching import Match, clause, contrast, hypothetical
from generator.compare.opposites import says_the_opposite
from generator.compare.rivals.apart import of_two_people, supposed
from generator.compare.rivals.echoes import Echoes
from generator.compare.rivals.frames import Frames
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.stages import stage
from generator.compare.statements import Statement
from generator.compare.things import lacks

_SCOPE = 4
_BEFORE = 4
"""Words before a denial among which "who" or "that" makes it a part of a description."""
_BEHIND = 8
"""Words behind a denial among which "until" or "more than" bounds it."""


def rival_denials(match: Match, of_pair: Mapping[str, float], echoes: Echoes, frames: Frames) -> Iterator[Rival]:
    """A denial in one, the words that it denies or their like in the other, outside any denial."""
    one, other = match.one, match.other
    for denial, every in scopes(match.marks[0].negated).items():
        scope = every[:_SCOPE]
        found = [(index, place) for index in scope if (place := counterpart(match, index)) is not None]
        places = [place for _, place in found if place not in match.marks[1].negated]
        plain = any(not (one.tokens[index].named or one.tokens[index].number) for index, _ in found)
        if not places or not plain or _denied_before(other, match.marks[1], places):
            continue
        mark = Mark(denial, scope[-1] + 1, "-")
        counter = Mark(min(places), max(places) + 1, "+")
        if supposed(one, denial) or supposed(other, counter.first) or of_two_people(match, mark, counter):
            continue
        traits = {
            **of_pair,
            **mark_traits(match, mark, counter),
            **(held := _weighed(match, denial, scope, found, places)),
            **frames.alike(match, mark, counter, frozenset({denial})),
            "actor": (actor := frames.actor(match, denial, min(places))),
            "core_actor": held["core"] * actor,
            "echoed": echoes.near("denied", one, _head(one, scope), other),
            "supposed": float(hypothetical(one, denial)) + float(hypothetical(other, places[0])),
        }
        yield Rival(contrast("content", match, mark, counter, 1.0), match, "denial", traits)


def _weighed(
    match: Match, denial: int, scope: Sequence[int], found: Sequence[tuple[int, int]], places: Sequence[int]
) -> dict[str, float]:
    """What is denied, how, and how the other says it; the head's counterpart counts again where nothing spoils it."""
    held, own = _held(match, scope, found, places), _of_denial(match, denial, scope)
    answer, actors = _of_answer(match, scope, places), acted(match, subject_of(match.one, denial), places[0])
    spoilt = any((*(own[name] for name in _SPOILS), *(answer[name] for name in _ANSWERED)))
    return {
        **held,
        **own,
        **answer,
        **actors,
        "core": 0.0 if spoilt else held["head"],
        "core_subject": 0.0 if spoilt else held["head"] * actors["subject"],
    }


_SPOILS = ("beside", "bounded", "described", "minus_own")
_ANSWERED = ("also_denied", "opposite_there", "minus", "modal")
"""Where one of these holds, that the denied word has a counterpart says little."""


def counterpart(match: Match, index: int) -> int | None:
    """The word of the other statement that stands for this one, is of its kind, or is listed beside it as its like."""
    if index in match.links:
        return match.links[index]
    near = next((place for place in match.other.content() if match.akin(index, place)), None)
    return near if near is not None else _listed_with(match, index)


def _listed_with(match: Match, index: int) -> int | None:
    """The other's word or phrase of the same pole: the lists of opposites name what is said alike in all languages."""
    poles = {mark.meaning for mark in match.marks[0].opposites if mark.first <= index < mark.last}
    found = (mark for mark in match.marks[1].opposites if mark.meaning in poles)
    content = set(match.other.content())
    return next((place for mark in found for place in range(mark.first, mark.last) if place in content), None)


def acted(match: Match, subject: Sequence[int], place: int) -> dict[str, float]:
    """Whether somebody who does it on one side stands before the same on the other, and whether others do."""
    shared = [index for index in subject if match.links.get(index, place) < place]
    named = [index for index in subject if match.one.tokens[index].named]
    strange = [index for index in named if index not in match.links]
    return {
        "subject": float(bool(shared)),
        "subject_named": float(any(index in shared for index in named)),
        "subject_strange": float(bool(strange) and not shared),
        "no_subject": float(not subject),
    }


def _head(statement: Statement, scope: Sequence[int]) -> int:
    """The word that is denied: the first that does not only say that, or how much."""
    return next((index for index in scope if not empty(statement, index)), scope[0])


def _denied_before(statement: Statement, found: Marks, places: Sequence[int]) -> bool:
    """Whether a denial stands before the words in their clause; where verbs come last, anywhere in it."""
    first, last = clause(statement, places[0], places[0])
    end = last if statement.language in _DENIALS_FOLLOW else places[-1] + 1
    denials = {*found.negated.values(), *_bare(statement)}
    return any(first <= denial < end for denial in denials)


_DENIALS_FOLLOW = frozenset({"de", "nl"})


def _bare(statement: Statement) -> Iterator[int]:
    """The denials with nothing behind them: "hurt was none"."""
    forms = statement.forms()
    feigned = {place for hit in hits(statement.lexis.not_negation, forms) for place in range(hit.first, hit.last)}
    return (hit.first for hit in hits(statement.lexis.negation, forms) if hit.first not in feigned)


def _held(
    match: Match, scope: Sequence[int], found: Sequence[tuple[int, int]], places: Sequence[int]
) -> dict[str, float]:
    """How much of what is denied has a counterpart, and whether its head has."""
    head = _head(match.one, scope)
    place = dict(found).get(head)
    return {
        "scope": len(scope),
        "held": len(places),
        "held_linked": sum(index in match.links for index, _ in found),
        "held_share": len(places) / len(scope),
        "held_words": sum(not (match.one.tokens[i].named or match.one.tokens[i].number) for i, _ in found),
        "held_first": float(bool(found) and found[0][0] == scope[0]),
        "head": 0.0 if place is None else 1.0 if head in match.links else 0.6,
        "head_listed": float(place is not None and place == _listed_with(match, head)),
        "head_alone": float(place is not None and len(found) == 1),
        "head_named": float(match.one.tokens[head].named or match.one.tokens[head].number),
        "in_order": float(len(found) > 1 and places == sorted(places)),
        "span": max(places) - min(places),
    }


def _of_denial(match: Match, denial: int, scope: Sequence[int]) -> dict[str, float]:
    """What kind of denial it is: of a predicate, of a noun, beside it, bounded, within a description."""
    one, lexis = match.one, match.one.lexis
    forms = one.forms()
    behind = forms[denial : min(clause(one, denial, denial)[1], denial + _BEHIND)]
    return {
        "minus_own": min(sum(lacks(one.tokens[index]) for index in scope), 3),
        "denials": len(scopes(match.marks[0].negated)),
        "of_noun": float(any(hits(lexis.denied_noun, [one.tokens[denial].forms]))),
        "beside": float(any(hits(lexis.beside, [one.tokens[denial].forms]))),
        "bounded": float(any(hits(lexis.exceptive, behind))),
        "span_of_time": float(any(hits(lexis.durations, behind))),
        "described": float(any(hits(lexis.relative, forms[max(0, denial - _BEFORE) : denial]))),
    }


def _of_answer(match: Match, scope: Sequence[int], places: Sequence[int]) -> dict[str, float]:
    """How the other statement says it: sure, denied in other words, by the opposite of what is denied."""
    other, found = match.other, match.marks[1]
    first, last = clause(other, places[0], places[-1])
    told = stage(other, found, places[0])
    forms = other.forms()
    return {
        "other_denials": len(scopes(found.negated)),
        "also_denied": float(any(first <= denial < last for denial in _bare(other))),
        "disputed": float(any(hits(other.lexis.disputes, forms))),
        "opposite_there": float(any(says_the_opposite(match, index) for index in scope)),
        "modal": float(any(place in found.modal for place in places)),
        "minus": min(sum(lacks(token) for token in other.tokens[first:last]), 3),
        "existence": float(any(hits(other.lexis.existence, forms[max(0, places[0] - 4) : places[0]]))),
        "degree": float(any(hits(other.lexis.degree, forms[max(0, places[0] - 2) : places[-1] + 1]))),
        **{f"told_{name}": float(told == name) for name in ("done", "coming", "possible", "considered")},
    }
