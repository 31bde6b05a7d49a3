"""What shows that two passages are of different things, or that one claims nothing, so that neither opposes the other.

These are no traits among others: where they hold, no likeness makes up for them.
"""

from collections.abc import Sequence

from generator.compare.labels import ARTICLES
from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Contrast, Match, ahead, around, clause
from generator.compare.stages import past
from generator.compare.statements import Statement


def marks_of(contrast: Contrast) -> tuple[Mark, Mark]:
    """The two passages of a contrast as marks in their statements."""
    one, other = contrast.one, contrast.other
    return Mark(one.first, one.last, contrast.poles[0]), Mark(other.first, other.last, contrast.poles[1])


def supposed(statement: Statement, index: int) -> bool:
    """Whether a word before this one in its clause makes it a condition, a question or a mere allegation."""
    first, _ = clause(statement, index, index)
    return any(hits(statement.lexis.hypothetical, statement.forms()[first:index]))


def of_two_people(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether one clause begins with "she" and the other with "he"."""
    found = [_opening(match.one, mark), _opening(match.other, counter)]
    return "" not in found and found[0] != found[1]


def _opening(statement: Statement, mark: Mark) -> str:
    """The gender of the pronoun that a clause begins with; empty for none."""
    first, _ = clause(statement, mark.first, mark.last - 1)
    return _GENDERS.get(statement.language, {}).get(statement.tokens[first].forms[0], "")


_GENDERS = {
    "ar": {"هو": "m", "هي": "f"},
    "de": {"er": "m", "sie": "f"},
    "en": {"he": "m", "she": "f"},
    "es": {"él": "m", "ella": "f"},
    "fr": {"il": "m", "elle": "f"},
}


def done_to_others(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the words go on alike and then part: "rejected calls for a trial", "accepted calls for a vote"."""
    one, other = match.one.tokens[mark.last : mark.last + 1], match.other.tokens[counter.last : counter.last + 1]
    same = one and other and one[0].forms[0] == other[0].forms[0] and one[0].forms[0] not in ARTICLES
    after, after_other = around(match.one, mark)[1], around(match.other, counter)[1]
    if not (same and after and after_other):
        return False
    return not any(match.linked(a, b) or match.akin(a, b) for a in after for b in after_other)


def one_is_over(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether one clause tells what was and the other surely what will be. The past is known of English words only."""
    sides = ((match.one, mark), (match.other, counter))
    over = [_is_over(statement, place) for statement, place in sides]
    coming = [_comes(statement, place) for statement, place in sides]
    return (over[0] and coming[1]) or (over[1] and coming[0])


def _comes(statement: Statement, mark: Mark) -> bool:
    """Whether a clause has a word like "will"; "would" and "until" leave it open."""
    forms = statement.forms()[slice(*clause(statement, mark.first, mark.last - 1))]
    coming = {hit.first for hit in hits(statement.lexis.ahead, forms)}
    sure = {hit.first for hit in hits(statement.lexis.modality, forms) if hit.meaning == "certain"}
    return bool(coming & sure)


def _is_over(statement: Statement, mark: Mark) -> bool:
    if statement.language != "en" or ahead(statement, mark):
        return False
    first, last = clause(statement, mark.first, mark.last - 1)
    return any(past(token) for token in statement.tokens[first:last])


def figures_apart(match: Match, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether both of two choices of words have figures, and each one that the other has not."""
    left = [index for index in ours if match.one.tokens[index].number]
    right = [index for index in theirs if match.other.tokens[index].number]
    lone = [a for a in left if not any(match.linked(a, b) for b in right)]
    return bool(lone) and any(not any(match.linked(a, b) for a in left) for b in right)


def days_apart(match: Match) -> bool:
    """Whether both statements name days, and none that both name."""
    ours, theirs = ({mark.meaning for mark in side.days} for side in match.marks)
    return bool(ours and theirs) and ours.isdisjoint(theirs)
