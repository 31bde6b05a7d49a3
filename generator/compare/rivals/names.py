"""What outlets call the same people or thing in their own voice, one of the words taking a side."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.labelling import Label, labels_in, voiced_by_others
from generator.compare.labels import goes_on
from generator.compare.marks import Mark
from generator.compare.matching import Match, around, contrast
from generator.compare.numerals import word_value
from generator.compare.reckoning import reckoning
from generator.compare.referents import qualifies
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.compare.things import is_person
from generator.model import Comparison

_BESIDE = 2
"""Words between what somebody is called and the name."""


class Named(NamedTuple):
    """The entity that words stand beside, empty for none, or what is that one's: the regime of a person."""

    term: str
    body: bool = False


class Called(NamedTuple):
    """Words that call somebody something."""

    statement: Statement
    mark: Mark
    label: Label | None
    """What a list says of them."""
    beside: "Named"
    first: bool
    """Whether they are what the article calls that one first."""

    @property
    def charged(self) -> bool:
        """Whether it takes a side."""
        return self.label is not None and any(sense.charged for sense in self.label.senses)


def rival_names(comparison: Comparison, reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two words of different sources, one of them taking a side, that may be for the same."""
    persons = frozenset(f"@{entity.id}" for entity in comparison.entities if entity.label == "PER")
    held = _called(reading, persons)
    terms = _terms(reading)
    for one, other in combinations(held, 2):
        if one.statement.source == other.statement.source or not (one.charged or other.charged):
            continue
        beside = bool(one.beside.term) and one.beside == other.beside
        if _same_sense(one, other) or (one.beside.term and other.beside.term and not beside):
            continue
        if not (_of_one_family(one, other) or _of_people(one, other) or (beside and _of_names(one, other))):
            continue
        if _is_trait(one, other) and not beside:
            continue
        near = beside or matches.close(one.statement, other.statement)
        if near and not _are_there(matches.of(one.statement, other.statement)[0], one, other):
            rival = _rival(one, other, matches, beside=beside, terms=terms)
            told = rival.traits
            if told["beside"] or told["same_family"] or told["acts"] or told["near"] >= _TIES:
                yield rival


_TIES = 2
"""Words around two that no list says may be for the same that must be shared at the least."""


def _terms(reading: Reading) -> Mapping[str, frozenset[str]]:
    """The words that each article says in its own voice."""
    found: dict[str, set[str]] = {}
    for statement in reading.statements:
        found.setdefault(statement.article.id, set()).update(t.term for t in statement.tokens if not t.quoted)
    return {article: frozenset(held) for article, held in found.items()}


def _called(reading: Reading, persons: frozenset[str]) -> list[Called]:
    found: list[Called] = []
    seen: set[tuple[str, Named]] = set()
    for statement in reading.statements:
        if statement.asks:
            continue
        for mark, label in _words(statement):
            beside = _beside(statement, mark, persons)
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


def _beside(statement: Statement, mark: Mark, persons: frozenset[str]) -> Named:
    """The entity named right behind or before, within the clause; what stands right behind a person is that one's."""
    tokens = statement.tokens
    for index in range(mark.last, min(mark.last + _BESIDE, len(tokens))):
        if tokens[index].breaks:
            break
        if tokens[index].named and not _is_part(statement, index):
            return Named(tokens[index].term)
    if mark.first and tokens[mark.first - 1].named:
        term = tokens[mark.first - 1].term
        return Named(term, body=term in persons and not tokens[mark.first].breaks)
    return Named(tokens[mark.first - 2].term if mark.first > 1 and tokens[mark.first - 2].named else "")


def _is_part(statement: Statement, index: int) -> bool:
    """Whether a name is but part of a phrase that goes on: "the infamous Hearth List dossier"."""
    tokens, last = statement.tokens, index + 1
    while last < len(tokens) and tokens[last].term == tokens[index].term and not tokens[last].breaks:
        last += 1
    return goes_on(statement, last)


def _same_sense(one: Called, other: Called) -> bool:
    if one.label is None or other.label is None:
        return False
    return bool({sense.seen for sense in one.label.senses} & {sense.seen for sense in other.label.senses})


def _of_one_family(one: Called, other: Called) -> bool:
    """Whether lists say that both may be for the same: whoever crosses a border, whoever stops work."""
    return bool(_families(one) & _families(other))


def _of_names(one: Called, other: Called) -> bool:
    """Whether both may stand beside a name: "the disgraced mayor"."""
    return all(called.label is None or not set(_kinds(called)) <= _THINGS - {_TRAIT} for called in (one, other))


def _is_trait(one: Called, other: Called) -> bool:
    """Whether either says only how somebody is."""
    return any(set(_kinds(called)) == {_TRAIT} for called in (one, other))


_TRAIT = "trait"


def _are_there(match: Match, one: Called, other: Called) -> bool:
    """Whether the other's statement has the word for one elsewhere, or both are one word: then nothing is renamed."""
    if _stand_for_each_other(match, one.mark, other.mark):
        return one.label is None or other.label is None
    ours, theirs = (list(range(*called.mark[:2])) for called in (one, other))
    outside = [b for b in match.other.content() if b not in theirs]
    inside = [a for a in match.one.content() if a not in ours]
    return any(match.linked(a, b) for a in ours for b in outside) or any(
        match.linked(a, b) for a in inside for b in theirs
    )


def _of_people(one: Called, other: Called) -> bool:
    """Whether both may be for a person or a body."""
    return all(called.label is None or not set(_kinds(called)) <= _THINGS for called in (one, other))


_THINGS = frozenset({"event", "thing", "trait"})


def _families(called: Called) -> set[str]:
    return {sense.family for sense in called.label.senses} if called.label is not None else set()


def _kinds(called: Called) -> Sequence[str]:
    return sorted({sense.kind for sense in called.label.senses}) if called.label is not None else ["people"]


def _rival(one: Called, other: Called, matches: Matches, *, beside: bool, terms: Mapping[str, frozenset[str]]) -> Rival:
    match, of_pair = matches.of(one.statement, other.statement)
    also = sorted((_says(one, other.statement, terms), _says(other, one.statement, terms)))
    traits = {
        **of_pair,
        **mark_traits(match, one.mark, other.mark),
        "beside": float(beside),
        "beside_one": float(bool(one.beside.term) != bool(other.beside.term)),
        "same_family": float(_of_one_family(one, other)),
        "same_kind": float(bool(set(_kinds(one)) & set(_kinds(other)))),
        "listed": float(one.label is not None) + float(other.label is not None),
        "both_charged": float(one.charged and other.charged),
        "first_both": float(one.first) + float(other.first),
        "linked": float(_stand_for_each_other(match, one.mark, other.mark)),
        "event": float("event" in _kinds(one) or "event" in _kinds(other)),
        "opens": float(min(one.mark.first, 3) + min(other.mark.first, 3)),
        "acts": _acts(match, one.mark, other.mark),
        "counted_alike": _counted(one, other),
        "several": float(_is_several(one) != _is_several(other)),
        "also_low": also[0],
        "also_high": also[1],
    }
    return Rival(contrast("label", match, one.mark, other.mark, 0.6), match, "name", traits)


def _acts(match: Match, mark: Mark, counter: Mark) -> float:
    """2 where the next word behind or before both stands for the same, 1 where it is of one kind."""
    found = [
        (a[0], b[0])
        for a, b in zip(around(match.one, mark), around(match.other, counter), strict=True)
        if a and b and not (match.one.tokens[a[0]].named or match.other.tokens[b[0]].named)
    ]
    if any(match.linked(a, b) for a, b in found):
        return 2.0
    return float(any(match.akin(a, b) for a, b in found))


def _counted(one: Called, other: Called) -> float:
    """1 where the same figure counts both, -1 where two figures do, 0 where not both are counted."""
    figures = [_figure(called) for called in (one, other)]
    if None in figures:
        return 0.0
    return 1.0 if figures[0] == figures[1] else -1.0


def _figure(called: Called) -> float | None:
    """The figure that stands right beside the words: "four wolves", "a gang of four"."""
    lists, forms = reckoning(called.statement.language), called.statement.forms()
    places = range(max(0, called.mark.first - _COUNTS), min(called.mark.last + _COUNTS, len(forms)))
    for index in places:
        token = called.statement.tokens[index]
        plain = token.term.removeprefix("#")
        if token.number and plain.isdigit():
            return float(plain)
        value = word_value(lists, forms, index, called.statement.language)
        if value is not None and value > 1:
            return value
    return None


_COUNTS = 2


def _is_several(called: Called) -> bool:
    """Whether an English noun is a plural by its looks."""
    word = called.statement.tokens[called.mark.last - 1].forms[0]
    return called.statement.language == "en" and word.endswith(("s", "men", "people"))


def _says(called: Called, elsewhere: Statement, terms: Mapping[str, frozenset[str]]) -> float:
    """Whether the other's article says the same word somewhere."""
    own = (called.statement.tokens[index].term for index in range(called.mark.first, called.mark.last))
    return float(all(term in terms[elsewhere.article.id] for term in own))


def _stand_for_each_other(match: Match, mark: Mark, counter: Mark) -> bool:
    return any(match.linked(a, b) for a in range(*mark[:2]) for b in range(*counter[:2]))
