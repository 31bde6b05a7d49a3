"""What one statement denies, only intends or says the opposite of, and the other states."""

from collections.abc import Iterator, Sequence

from generator.compare.denials import scopes
from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Match, clause, contrast, hypothetical
from generator.compare.opposites import excluding
from generator.compare.rivals.apart import done_to_others, of_two_people, supposed
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.compare.things import lacks

_SCOPE = 4


def rival_predicates(matches: Matches) -> Iterator[Rival]:
    """Every two close statements of different sources with what may contradict each other in their predicates."""
    for one, other in close_statements(matches):
        for first, second in ((one, other), (other, one)):
            yield from _denied(first, second, matches)
            yield from _intended(first, second, matches)
        yield from _opposite(one, other, matches)


def close_statements(matches: Matches) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements of different sources that are close, headings and questions apart."""
    for one, other in matches.standing.closest():
        if not any(statement.heading or statement.asks for statement in (one, other)):
            yield one, other


def _denied(one: Statement, other: Statement, matches: Matches) -> Iterator[Rival]:
    """A denial in one, the words that it denies or their like in the other, outside any denial."""
    match, of_pair = matches.of(one, other)
    negated = match.marks[0].negated
    for denial, every in scopes(negated).items():
        scope = every[:_SCOPE]
        found = [(index, place) for index in scope if (place := _counterpart(match, index)) is not None]
        places = [place for _, place in found if place not in match.marks[1].negated]
        plain = [index for index, _ in found if not (one.tokens[index].named or one.tokens[index].number)]
        if not places or not plain or _has_denial(other, places):
            continue
        mark = Mark(denial, scope[-1] + 1, "-")
        counter = Mark(min(places), max(places) + 1, "+")
        if supposed(one, denial) or supposed(other, counter.first) or of_two_people(match, mark, counter):
            continue
        linked = sum(index in match.links for index, _ in found)
        traits = {
            **of_pair,
            **mark_traits(match, mark, counter),
            "scope": len(scope),
            "held": len(places),
            "held_linked": linked,
            "held_share": len(places) / len(scope),
            "held_first": float(bool(found) and found[0][0] == scope[0]),
            "held_words": len(plain),
            "minus_own": min(sum(lacks(one.tokens[index]) for index in scope), 3),
            "denials": len(scopes(negated)),
            "other_denials": len(scopes(match.marks[1].negated)),
            "span": max(places) - min(places),
            "modal": float(any(place in match.marks[1].modal for place in places)),
            "supposed": float(hypothetical(one, denial)) + float(hypothetical(other, places[0])),
            "minus": min(_minus(other, places), 3),
            "existence": float(any(hits(other.lexis.existence, other.forms()[max(0, places[0] - 4) : places[0]]))),
            "degree": float(any(hits(other.lexis.degree, other.forms()[max(0, places[0] - 2) : places[-1] + 1]))),
        }
        yield Rival(contrast("content", match, mark, counter, 1.0), match, "denial", traits)


def _counterpart(match: Match, index: int) -> int | None:
    """The word of the other statement that stands for this one, or is of its kind."""
    if index in match.links:
        return match.links[index]
    return next((place for place in match.other.content() if match.akin(index, place)), None)


def _has_denial(statement: Statement, places: Sequence[int]) -> bool:
    first, _ = clause(statement, places[0], places[0])
    return any(hits(statement.lexis.negation, statement.forms()[first : places[-1] + 1]))


def _minus(statement: Statement, places: Sequence[int]) -> int:
    """How many words that say no by themselves stand in the clause: what is denied there needs no "not"."""
    first, last = clause(statement, places[0], places[-1])
    return sum(lacks(token) for token in statement.tokens[first:last])


def _intended(one: Statement, other: Statement, matches: Matches) -> Iterator[Rival]:
    """What one only intends, by a word that says so, and the other tells as done, by the same or like words."""
    match, of_pair = matches.of(one, other)
    if not match.marks[0].intended:
        return
    mark = next(iter(match.marks[0].intended.values()))
    aims = [index for index, held in match.marks[0].intended.items() if held == mark]
    places = sorted(place for index in aims if (place := _counterpart(match, index)) is not None)
    told = [place for place in other.content() if place not in match.links.values() and not other.tokens[place].named]
    aimed = any(not one.tokens[index].named and _counterpart(match, index) is not None for index in aims)
    if not aimed and not told:
        return
    place = places[0] if places else told[0]
    counter = Mark(place, place + 1, "done")
    meant = Mark(mark.first, max(aims) + 1, "meant")
    traits = {
        **of_pair,
        **mark_traits(match, meant, counter),
        "held": len(places),
        "held_linked": float(any(index in match.links for index in aims)),
        "aimed": float(aimed),
        "also_meant": float(bool(match.marks[1].intended)),
        "also_modal": float(bool(match.marks[1].modal)),
        "done": float(ends_as_past(other, place)),
        "denials": len(scopes(match.marks[0].negated)),
        "other_denials": len(scopes(match.marks[1].negated)),
    }
    yield Rival(contrast("content", match, meant, counter, 0.9), match, "plan", traits)


def ends_as_past(statement: Statement, place: int) -> bool:
    """Whether an English word ends as most verbs do in the past."""
    return statement.language == "en" and statement.tokens[place].forms[0].endswith("ed")


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
