"""What outlets call the same people or thing in their own voice, one of the words taking a side."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.labelling import Label, labels_in, voiced_by_others
from generator.compare.marks import Mark
from generator.compare.matching import Match, contrast
from generator.compare.referents import qualifies
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.compare.things import is_person

_BESIDE = 2
"""Words between what somebody is called and the name."""


class Called(NamedTuple):
    """Words that call somebody something; `label` where a list has them, the entity that they stand beside,
    and whether they are what the article calls that one first.
    """

    statement: Statement
    mark: Mark
    label: Label | None
    beside: str
    first: bool

    @property
    def charged(self) -> bool:
        """Whether it takes a side."""
        return self.label is not None and any(sense.charged for sense in self.label.senses)


def rival_names(reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two words of different sources, one of them taking a side, that may be for the same."""
    held = _called(reading)
    for one, other in combinations(held, 2):
        if one.statement.source == other.statement.source or not (one.charged or other.charged):
            continue
        beside = bool(one.beside) and one.beside == other.beside
        if _same_sense(one, other) or (one.beside and other.beside and not beside):
            continue
        if not (_of_one_family(one, other) or (beside and _of_people(one, other))):
            continue
        if beside or matches.close(one.statement, other.statement):
            yield from _rival(one, other, matches, beside=beside)


def _called(reading: Reading) -> list[Called]:
    found: list[Called] = []
    seen: set[tuple[str, str]] = set()
    for statement in reading.statements:
        if statement.asks:
            continue
        for mark, label in _words(statement):
            beside = _beside(statement, mark)
            key = (statement.article.id, beside)
            found.append(Called(statement, mark, label, beside, first=key not in seen))
            seen.add(key)
    return found


def _words(statement: Statement) -> Iterator[tuple[Mark, Label | None]]:
    """The labels of a statement in the outlet's own voice, and other words for people."""
    taken: set[int] = set()
    for label in labels_in(statement):
        if not (voiced_by_others(statement, label.first) or qualifies(label)):
            taken.update(range(label.first, label.last))
            yield Mark(label.first, label.last, "+".join(sorted({sense.seen for sense in label.senses}))), label
    for index, token in enumerate(statement.tokens):
        plain = not (token.stop or token.named or token.number or token.quoted or index in taken)
        if plain and is_person(token):
            yield Mark(index, index + 1, token.term), None


def _beside(statement: Statement, mark: Mark) -> str:
    """The entity named right behind or before, within the clause."""
    tokens = statement.tokens
    for index in range(mark.last, min(mark.last + _BESIDE, len(tokens))):
        if tokens[index].breaks:
            break
        if tokens[index].named:
            return tokens[index].term
    if mark.first and tokens[mark.first - 1].named:
        return tokens[mark.first - 1].term
    return tokens[mark.first - 2].term if mark.first > 1 and tokens[mark.first - 2].named else ""


def _same_sense(one: Called, other: Called) -> bool:
    if one.label is None or other.label is None:
        return False
    return bool({sense.seen for sense in one.label.senses} & {sense.seen for sense in other.label.senses})


def _of_one_family(one: Called, other: Called) -> bool:
    """Whether lists say that both may be for the same: whoever crosses a border, whoever stops work."""
    return bool(_families(one) & _families(other))


def _of_people(one: Called, other: Called) -> bool:
    """Whether both may be for a person or a body."""
    return all(called.label is None or not set(_kinds(called)) <= _THINGS for called in (one, other))


_THINGS = frozenset({"event", "thing"})


def _families(called: Called) -> set[str]:
    return {sense.family for sense in called.label.senses} if called.label is not None else set()


def _kinds(called: Called) -> Sequence[str]:
    return sorted({sense.kind for sense in called.label.senses}) if called.label is not None else ["people"]


def _rival(one: Called, other: Called, matches: Matches, *, beside: bool) -> Iterator[Rival]:
    match, of_pair = matches.of(one.statement, other.statement)
    traits = {
        **of_pair,
        **mark_traits(match, one.mark, other.mark),
        "beside": float(beside),
        "beside_one": float(bool(one.beside) != bool(other.beside)),
        "same_family": float(_of_one_family(one, other)),
        "same_kind": float(bool(set(_kinds(one)) & set(_kinds(other)))),
        "listed": float(one.label is not None) + float(other.label is not None),
        "both_charged": float(one.charged and other.charged),
        "first_both": float(one.first) + float(other.first),
        "linked": float(_stand_for_each_other(match, one.mark, other.mark)),
        "event": float("event" in _kinds(one) or "event" in _kinds(other)),
        "opens": float(min(one.mark.first, 3) + min(other.mark.first, 3)),
    }
    yield Rival(contrast("label", match, one.mark, other.mark, 0.6), match, "name", traits)


def _stand_for_each_other(match: Match, mark: Mark, counter: Mark) -> bool:
    return any(match.linked(a, b) for a in range(*mark[:2]) for b in range(*counter[:2]))
