"""What outlets call the same people or thing in their own voice, one of the words taking a side."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.compare.alignment import Reading
from generator.compare.marks import Mark
from generator.compare.matching import Match, around, contrast
from generator.compare.numerals import word_value
from generator.compare.reckoning import reckoning
from generator.compare.rivals.called import Called, all_called, ends_several
from generator.compare.rivals.traits import Rival, mark_traits
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.model import Comparison


def rival_names(comparison: Comparison, reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two words of different sources, one of them taking a side, that may be for the same."""
    persons = frozenset(f"@{entity.id}" for entity in comparison.entities if entity.label == "PER")
    held = all_called(reading, persons)
    terms, views = _terms(reading), _views(held)
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
            rival = _rival(one, other, matches, beside=beside, terms=terms, views=views)
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


Views = Mapping[tuple[str, str], frozenset[str]]


def _views(held: Sequence[Called]) -> Views:
    """How each article sees whoever each family is for, in all its labels."""
    found: dict[tuple[str, str], set[str]] = {}
    for called in held:
        for family in _families(called):
            found.setdefault((called.statement.article.id, family), set()).update(_seen(called, family))
    return {key: frozenset(seen) for key, seen in found.items()}


def _views_apart(one: Called, other: Called, views: Views) -> float:
    """1 where neither article sees a family that both labels are of as the other does, anywhere."""
    ids = one.statement.article.id, other.statement.article.id
    shared = _families(one) & _families(other)
    return float(any(views[ids[0], family].isdisjoint(views[ids[1], family]) for family in shared))


def _same_sense(one: Called, other: Called) -> bool:
    if one.label is None or other.label is None:
        return False
    shared = _families(one) & _families(other)
    if shared:
        return all(_seen(one, family) & _seen(other, family) for family in shared)
    return bool({sense.seen for sense in one.label.senses} & {sense.seen for sense in other.label.senses})


def _seen(called: Called, family: str) -> set[str]:
    """How a label sees whoever its family is for."""
    return (
        {sense.seen for sense in called.label.senses if sense.family == family} if called.label is not None else set()
    )


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
    ours, theirs = (
        [index for index in range(*called.mark[:2]) if not called.statement.tokens[index].named]
        for called in (one, other)
    )
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


def _rival(
    one: Called, other: Called, matches: Matches, *, beside: bool, terms: Mapping[str, frozenset[str]], views: Views
) -> Rival:
    match, of_pair = matches.of(one.statement, other.statement)
    apart = _views_apart(one, other, views)
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
        "several_loose": float(_is_several(one) != _is_several(other) and not _of_one_family(one, other)),
        "several": float(_is_several(one) != _is_several(other)),
        "views_apart": apart,
        "views_of_people": apart * float("people" in _kinds(one) and "people" in _kinds(other)),
        "answers": float(not (of_pair["rank_low"] or of_pair["rank_high"])),
        "answers_apart": apart * float(not (of_pair["rank_low"] or of_pair["rank_high"])),
        "referred": float(one.referred) + float(other.referred),
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
    return ends_several(called.statement, called.mark)


def _says(called: Called, elsewhere: Statement, terms: Mapping[str, frozenset[str]]) -> float:
    """Whether the other's article says the same word somewhere."""
    own = (called.statement.tokens[index].term for index in range(called.mark.first, called.mark.last))
    return float(all(term in terms[elsewhere.article.id] for term in own))


def _stand_for_each_other(match: Match, mark: Mark, counter: Mark) -> bool:
    return any(match.linked(a, b) for a in range(*mark[:2]) for b in range(*counter[:2]))
