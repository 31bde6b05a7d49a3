"""How much, how sure, how final: degrees, superlatives, doubts and plans."""

from collections.abc import Iterator
from dataclasses import replace

from generator.compare.lexis import hits
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
from generator.compare.stages import happens
from generator.compare.statements import Statement

_ONE_TOPIC = 0.7
_MUCH_ALIKE = 0.4
_SHORT = 12
"""Content words of a statement that says hardly more than one thing."""


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
    """The same noun, called slight here and serious there; or the only thing so called in statements that answer."""
    ours, theirs = match.marks[0].degrees, match.marks[1].degrees
    for noun, mark in sorted(ours.items()):
        place = _counterpart(match, noun)
        counter = theirs.get(place) if place is not None else None
        if counter is None or place is None or counter.meaning == mark.meaning:
            continue
        denied = noun in match.marks[0].negated or place in match.marks[1].negated
        if not denied and _shares_more(match, noun, place) and match.answers(FAIRLY_ALIKE):
            yield contrast("strength", match, mark, counter, 0.7)


def _shares_more(match: Match, noun: int, place: int) -> bool:
    """Whether the statements share another word near the noun, or one clause says nothing else of it."""
    for statement, index in ((match.one, noun), (match.other, place)):
        first, last = clause(statement, index, index)
        if len([word for word in statement.content() if first <= word < last]) <= ANCHORS:
            return True
    return match.shared(noun, place) >= 1


def _counterpart(match: Match, noun: int) -> int | None:
    """The same noun on the other side, or the one that a degree is said of there, where each side has one only."""
    if noun in match.links or len(set(match.marks[0].degrees.values())) > 1:
        return match.links.get(noun)
    others = match.marks[1].degrees
    one_way = len({mark.meaning for mark in others.values()}) == 1
    taken = set(others) & set(match.links.values())
    return min(others) if one_way and match.replies() and not taken else None


def quantifiers(match: Match) -> Iterator[Contrast]:
    """All of them here, most or a few of them there."""
    ours, theirs = match.marks[0].counted, match.marks[1].counted
    for noun, place in sorted(match.links.items()):
        mark, counter = ours.get(noun), theirs.get(place)
        if mark is None or counter is None or mark.meaning == counter.meaning:
            continue
        near = match.near(noun, noun + 1, place, place + 1)
        if not match.one.tokens[noun].named and match.answers(ALIKE) and near >= ANCHORS:
            yield contrast("strength", match, mark, counter, 0.65)
            return


def modalities(match: Match) -> Iterator[Contrast]:
    """What one is sure of, the other thinks possible."""
    ours, theirs = match.marks[0].modal, match.marks[1].modal
    for index, mark in sorted(ours.items()):
        for counterpart, counter in sorted(theirs.items()):
            verbs = _governs(match.one, mark) == index or _governs(match.other, counter) == counterpart
            kindred = verbs and _brief(match) and match.akin(index, counterpart)
            if _of_one_matter(match, mark, counter) and _apart(match, mark, counter):
                yield contrast("strength", match, mark, counter, 0.7)
                return
            stands_for = match.links.get(index) == counterpart or kindred
            if not stands_for or match.one.tokens[index].named or not _apart(match, mark, counter):
                continue
            if _much_the_same(match, index, counterpart):
                yield contrast("strength", match, mark, counter, 0.7)
                return


def _of_one_matter(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether reports of what is to come are of one thing, whatever the verbs: "will be built", "might consider"."""
    if match.pair.across or not (match.one.attributed and match.other.attributed) or match.pair.topic < _ONE_TOPIC:
        return False
    if _denies(match.one, mark) or _denies(match.other, counter):
        return False  # What could never be is no possibility.
    tokens = match.one.tokens
    shared = [a for a in match.links if not (tokens[a].named or tokens[a].number)]
    lone = all(len(set(marks.modal.values())) == 1 for marks in match.marks)
    if lone and match.pair.mutual and match.alike(_MUCH_ALIKE):
        return len(shared) >= ANCHORS and len(shared) < len(match.links)
    before, other = _before(match.one, mark), _before(match.other, counter)
    return match.alike(FAIRLY_ALIKE) and len(shared) >= ANCHORS and any(match.links.get(a) in other for a in before)


def _denies(statement: Statement, mark: Mark) -> bool:
    """Whether a denial stands right beside a word of modality: "could never", "will not"."""
    return any(hits(statement.lexis.negation, statement.forms()[max(0, mark.first - 1) : mark.last + ANCHORS]))


def _before(statement: Statement, mark: Mark) -> list[int]:
    """The content words right before a word, names apart: what it is said of."""
    content = [i for i in statement.content() if i < mark.first and not statement.tokens[i].named]
    return content[-ANCHORS:]


def _much_the_same(match: Match, index: int, place: int) -> bool:
    """Whether two verbs stand in statements that are alike, or among the same words in statements that answer."""
    if match.alike(ALIKE):
        return match.shared(index, place) >= 1
    return match.replies() and match.near(index, index + 1, place, place + 1) >= (1 if _brief(match) else ANCHORS)


def _brief(match: Match) -> bool:
    return max(len(list(statement.content())) for statement in (match.one, match.other)) <= _SHORT


def _governs(statement: Statement, mark: Mark) -> int:
    """The verb that goes with a word of modality."""
    return next(iter(following(statement, mark.last, 1)), -1)


def _apart(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether one is sure and the other is not; "would" is sure in reported speech, and less so in quotation marks."""
    quoted = match.one.tokens[mark.first].quoted and match.other.tokens[counter.first].quoted
    levels = {_level(match.one, mark), _level(match.other, counter)}
    return levels == {"certain", "possible"} or (quoted and levels == {"certain", "conditional"})


def _level(statement: Statement, mark: Mark) -> str:
    reported = statement.attributed and not statement.tokens[mark.first].quoted
    return "certain" if mark.meaning == "conditional" and reported else mark.meaning


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
        if match.answers(ALIKE) and match.shared(index, place) >= ANCHORS + (not match.pair.across):
            yield contrast("strength", match, mark, Mark(place, place + 1, "flat"), 0.65)
            return


def plans(match: Match) -> Iterator[Contrast]:
    """Done on one side, only meant to be done on the other: "has joined", "pledged to join"."""
    yield from _meant(match, flip=False)
    yield from _meant(match.turned(), flip=True)


def _meant(match: Match, *, flip: bool) -> Iterator[Contrast]:
    theirs = match.marks[1]
    intended = match.marks[0].intended
    for mark in sorted(set(intended.values())):
        index = min(aim for aim, held in intended.items() if held == mark)
        place = match.links.get(index)
        if place is None or place in theirs.intended or place in theirs.modal or place in theirs.negated:
            continue
        if match.pair.across or not happened(match.other, place) or hypothetical(match.one, index):
            continue
        if match.other.language == "ar" and not happens(match.other, place):
            continue
        if index not in match.marks[0].negated and match.answers(ALIKE) and match.shared(index, place) >= ANCHORS:
            found = contrast("content", match, mark, Mark(place, place + 1, "done"), 0.65)
            yield turned(found) if flip else found
            return
