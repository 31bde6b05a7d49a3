"""What one statement denies and the other states."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.lexis import hits
from generator.compare.marks import Marks
from generator.compare.matching import (
    ANCHORS,
    FAIRLY_ALIKE,
    Contrast,
    Match,
    Words,
    clause,
    hypothetical,
)
from generator.compare.statements import Statement

_DOUBT = ("possible", "likely")
_CORE = 3
"""Content words of a denied predicate that tell what is denied: the verb and its object."""
_CLAUSE = 9
"""Words that a predicate and what belongs to it span at the most."""
_ADJACENT = 3
_FAR = 1 << 30


def denied(match: Match) -> Iterator[Contrast]:
    """A proposition that one denies and the other states: "do not pose a threat", "posed a serious threat"."""
    found, turned = _denial(match), _denial(match.turned())
    if found is not None:
        yield _content(found, found[0], "-+")
    elif turned is not None:
        yield _content((turned[1], turned[0]), turned[0], "+-")


def _content(sides: tuple[Words, Words], subject: Words, poles: str) -> Contrast:
    one, other = sides
    return Contrast(kind="content", subject=subject, one=one, other=other, poles=(poles[0], poles[1]), strength=1.0)


def _denial(match: Match) -> tuple[Words, Words] | None:
    """The denied words on the one side and the same on the other, in the same order, undenied and undoubted."""
    for denial, every in scopes(match.marks[0].negated).items():
        scope = [index for index in every if not empty(match.one, index)][:_CORE]
        linked = [(index, match.links[index]) for index in scope if _same_word(match, index)]
        if not _same_proposition(match, denial, scope, linked):
            continue
        places = sorted(place for _, place in linked)
        if _stated(match.other, match.marks[1], places):
            return Words(match.one, denial, linked[-1][0] + 1), Words(match.other, places[0], places[-1] + 1)
    return None


def _same_word(match: Match, index: int) -> bool:
    """Whether a word has a counterpart that is the same word, not only of its family: "served" is no "server"."""
    place = match.links.get(index)
    if place is None:
        return False
    return match.pair.across or not match.one.tokens[index].keys.isdisjoint(match.other.tokens[place].keys)


def empty(statement: Statement, index: int) -> bool:
    """Whether a word only says that, or how much: "an immediate threat" denies the threat, as far as it goes."""
    forms = [statement.tokens[index].forms]
    return any(hits(statement.lexis.degree, forms)) or any(hits(statement.lexis.existence, forms))


def scopes(negated: Mapping[int, int]) -> dict[int, list[int]]:
    """The words that each denial denies, by the denial's index."""
    found: dict[int, list[int]] = {}
    for index in sorted(negated):
        found.setdefault(negated[index], []).append(index)
    return found


def _same_proposition(match: Match, denial: int, scope: Sequence[int], linked: Sequence[tuple[int, int]]) -> bool:
    """Whether the denied predicate and its object stand on the other side too, in the same order."""
    places = dict(linked)
    if not scope or scope[0] not in places:
        return False
    if not all(index in places for index in scope[:ANCHORS]) or len(linked) < ANCHORS:
        return _single_word(match, denial, scope[0])
    if match.one.tokens[scope[0]].named or hypothetical(match.one, denial):
        return False
    if len(_denials(match, denial, scope[-1])) > 1 or not _same_subject(match, denial, list(places.values())):
        return False
    found = list(places.values())
    return found == sorted(found) and found[-1] - found[0] <= _CLAUSE and _verb_shared(match, denial, found[0])


def _single_word(match: Match, denial: int, index: int) -> bool:
    """Whether one word is enough: it is there on one side only, or the same name does it on one side only."""
    place = match.links[index]
    if hypothetical(match.one, denial) or len(_denials(match, denial, index)) > 1 or match.one.tokens[index].named:
        return False
    others = [a for a in match.links if a != index]
    if _is_there(match.one, index) and _is_there(match.other, place):
        return bool(others)
    if _is_so(match, denial, index, place):
        return True
    meant = place in match.marks[1].intended or (place in match.marks[1].modal and _is_to_come(match, place))
    verb = index - denial <= ANCHORS and (_is_verb(match.other, place) or meant)
    return verb and _same_actor(match, denial, place) and match.alike(FAIRLY_ALIKE) and len(others) >= ANCHORS


def _is_so(match: Match, denial: int, index: int, place: int) -> bool:
    """Whether the same thing is not so on one side, and so on the other: "was not safe", "was safe"."""
    sides = ((match.one, denial, index), (match.other, place, place))
    subjects = [[before for before in one.content() if before < first][-1:] for one, first, _ in sides]
    if not (subjects[0] and subjects[1]) or not match.linked(subjects[0][0], subjects[1][0]):
        return False
    return all(
        any(hits(one.lexis.existence, one.forms()[subject[0] + 1 : last]))
        and not any(token.breaks for token in one.tokens[subject[0] + 1 : last + 1])
        for (one, _, last), subject in zip(sides, subjects, strict=True)
    )


def _is_to_come(match: Match, place: int) -> bool:
    return match.marks[1].modal[place].meaning == "certain"


def _same_actor(match: Match, denial: int, place: int) -> bool:
    """Whether the last name before the predicate is the same on both sides."""
    actors = [index for index in range(denial) if match.one.tokens[index].named][-1:]
    rivals = [index for index in range(place) if match.other.tokens[index].named][-1:]
    return bool(actors and rivals) and match.linked(actors[0], rivals[0])


def _is_there(statement: Statement, index: int) -> bool:
    """Whether a word says right before that the thing exists."""
    return any(hits(statement.lexis.existential, statement.forms()[max(0, index - _ADJACENT) : index]))


def _is_verb(statement: Statement, index: int) -> bool:
    """Whether a word looks like a verb told as done; a guess for languages whose verbs do not show it."""
    return statement.language != "en" or statement.tokens[index].forms[0].endswith("ed")


def _verb_shared(match: Match, denial: int, place: int) -> bool:
    """Whether a denied noun ("no threat") has the same verb before it on both sides, or is said to be there on both."""
    if not any(hits(match.one.lexis.denied_noun, [match.one.tokens[denial].forms])):
        return True
    before = [index for index in range(max(0, denial - _ADJACENT), denial) if index in match.links]
    if any(place - _ADJACENT <= match.links[index] < place for index in before):
        return True
    ours, theirs = (
        list(hits(one.lexis.existence, one.forms()[max(0, index - _ADJACENT) : index]))
        for one, index in ((match.one, denial), (match.other, place))
    )
    return bool(ours and theirs)


def _denials(match: Match, first: int, last: int) -> set[int]:
    """The denials in the clause: two of them make no denial, or one of something else."""
    start, end = clause(match.one, first, last)
    found = match.marks[0].negated
    return {denial for index, denial in found.items() if start <= index < end and start <= denial < end}


def _same_subject(match: Match, denial: int, places: Sequence[int]) -> bool:
    """Whether a word before the denial is before the other's words too; where there is none, something is shared."""
    before = subject_of(match.one, denial)
    unknown = [index for index in before if match.one.tokens[index].named and index not in match.links]
    if unknown:
        return len(unknown) == len(before) and _by_pronoun(match.other, places[0]) and len(places) >= ANCHORS
    if before:
        return any(match.links.get(index, _FAR) < places[0] for index in before)
    return len(match.links) > len(places) or len(places) >= _CORE


def _by_pronoun(statement: Statement, place: int) -> bool:
    """Whether a pronoun and no name stands before a word: it may be anybody named before."""
    named = any(statement.tokens[index].named for index in range(place))
    return not named and any(hits(statement.lexis.third_person, statement.forms()[:place]))


def subject_of(statement: Statement, denial: int) -> list[int]:
    """The content words right before a denial, within its clause, behind any "said" and "that"."""
    start, _ = clause(statement, denial, denial)
    forms = statement.forms()[start:denial]
    opened = [start + hit.last for hit in hits(statement.lexis.complementizer, forms)]
    said = {start + index for hit in hits(statement.lexis.attribution, forms) for index in range(hit.first, hit.last)}
    first = max(opened, default=start)
    return [index for index in statement.content() if first <= index < denial and index not in said][-_ADJACENT:]


def _stated(statement: Statement, found: Marks, places: Sequence[int]) -> bool:
    """Whether the words stand in a clause without any denial, doubt or condition."""
    first, last = clause(statement, places[0], places[-1])
    last = next((index for index in range(places[-1] + 1, last) if _goes_on(statement, index)), last)
    denied = {*found.negated, *found.negated.values()}
    doubted = any(place in found.modal and found.modal[place].meaning in _DOUBT for place in range(first, last))
    claimed = not hypothetical(statement, places[0]) and not _infinitive(statement, places[0])
    return claimed and not doubted and not denied & set(range(first, last))


def _infinitive(statement: Statement, index: int) -> bool:
    """Whether a verb is only what somebody decides, wants or is told to do."""
    return any(hits(statement.lexis.infinitive, statement.forms()[max(0, index - 2) : index]))


def _goes_on(statement: Statement, index: int) -> bool:
    """Whether a conjunction here opens another predicate; Arabic writes it as one word with the next."""
    forms = statement.tokens[index].forms
    attached = statement.language == "ar" and forms[0].startswith("و") and len(forms) > 1
    return attached or any(hits(statement.lexis.conjunction, [forms]))
