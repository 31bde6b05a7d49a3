"""What one statement denies and the other states, and words that exclude one another."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from generator.compare.lexis import hits
from generator.compare.marks import Mark, Marks
from generator.compare.matching import (
    ALIKE,
    ANCHORS,
    FAIRLY_ALIKE,
    Contrast,
    Match,
    Words,
    ahead,
    around,
    clause,
    contrast,
    hypothetical,
)
from generator.compare.statements import Statement, Token
from generator.compare.things import likely
from generator.language.relations import opposite

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
    for denial, every in _scopes(match.marks[0].negated).items():
        scope = [index for index in every if not _empty(match.one, index)][:_CORE]
        linked = [(index, match.links[index]) for index in scope if index in match.links]
        if not _same_proposition(match, denial, scope, linked):
            continue
        places = sorted(place for _, place in linked)
        if _stated(match.other, match.marks[1], places):
            return Words(match.one, denial, linked[-1][0] + 1), Words(match.other, places[0], places[-1] + 1)
    return None


def _empty(statement: Statement, index: int) -> bool:
    """Whether a word only says that, or how much: "an immediate threat" denies the threat, as far as it goes."""
    forms = [statement.tokens[index].forms]
    return any(hits(statement.lexis.degree, forms)) or any(hits(statement.lexis.existence, forms))


def _scopes(negated: Mapping[int, int]) -> dict[int, list[int]]:
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
    if index == denial + 1 and _is_so(match, denial, place):
        return True
    meant = place in match.marks[1].intended or (place in match.marks[1].modal and _is_to_come(match, place))
    verb = index - denial <= ANCHORS and (_is_verb(match.other, place) or meant)
    return verb and _same_actor(match, denial, place) and match.answers(FAIRLY_ALIKE) and len(others) >= ANCHORS


def _is_so(match: Match, denial: int, place: int) -> bool:
    """Whether the same thing is not so on one side, and so on the other: "was not safe", "was safe"."""
    before, before_other = denial - 1, place - 1
    copulas = [
        index > 0 and any(hits(one.lexis.existence, [one.tokens[index].forms]))
        for one, index in ((match.one, before), (match.other, before_other))
    ]
    subject = [index for index in match.one.content() if index < before][-1:]
    rival = [index for index in match.other.content() if index < before_other][-1:]
    return all(copulas) and bool(subject and rival) and match.linked(subject[0], rival[0])


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
    before = _subject_of(match.one, denial)
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


def _subject_of(statement: Statement, denial: int) -> list[int]:
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
    return not denied & set(range(first, last)) and not doubted and not hypothetical(statement, places[0])


def _goes_on(statement: Statement, index: int) -> bool:
    """Whether a conjunction here opens another predicate; Arabic writes it as one word with the next."""
    forms = statement.tokens[index].forms
    attached = statement.language == "ar" and forms[0].startswith("و") and len(forms) > 1
    return attached or any(hits(statement.lexis.conjunction, [forms]))


def opposed(match: Match) -> Iterator[Contrast]:
    """Words that exclude one another among the same others."""
    ours, theirs = match.marks[0].opposites, match.marks[1].opposites
    for mark in ours:
        for counter in theirs:
            same_pair = mark.meaning[:-1] == counter.meaning[:-1]
            if not same_pair or mark.meaning == counter.meaning or _both(ours, theirs, mark, counter):
                continue
            if (mark.first in match.marks[0].negated) != (counter.first in match.marks[1].negated):
                continue
            if hypothetical(match.one, mark.first) or hypothetical(match.other, counter.first):
                continue
            if ahead(match.one, mark) != ahead(match.other, counter) or _of_something_else(match, mark, counter):
                continue
            if match.fits(mark, counter) or _says_no_more(match, mark, counter):
                yield contrast("content", match, mark, counter, 0.9)


def _says_no_more(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether one statement says nothing but this, of somebody who is named in the other too: "Roe has not won"."""
    for statement, held, linked in (
        (match.one, mark, match.links.keys()),
        (match.other, counter, match.links.values()),
    ):
        rest = [index for index in statement.content() if not held.first <= index < held.last]
        if len(rest) == 1 and statement.tokens[rest[0]].named and rest[0] in linked:
            return True
    return False


def excluded(match: Match) -> Iterator[Contrast]:
    """Words of which each says what the other excludes, by the lexicon, in the same place of two statements."""
    ours, theirs = _free(match.one, set(match.links)), _free(match.other, set(match.links.values()))
    for index in ours:
        for place in theirs:
            if not _exclude(match.one.tokens[index], match.other.tokens[place]):
                continue
            if (index in match.marks[0].negated) != (place in match.marks[1].negated):
                continue
            if hypothetical(match.one, index) or hypothetical(match.other, place):
                continue
            mark, counter = Mark(index, index + 1, "one"), Mark(place, place + 1, "other")
            if _in_one_place(match, mark, counter):
                yield contrast("content", match, mark, counter, 0.85)
                return


def _in_one_place(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether two words that may mean much stand right among the same others, and neither beside its own opposite."""
    for statement, index in ((match.one, mark.first), (match.other, counter.first)):
        words = (place for place in statement.content() if place != index)
        if any(_exclude(statement.tokens[index], statement.tokens[place]) for place in words):
            return False
    if ahead(match.one, mark) != ahead(match.other, counter) or _of_something_else(match, mark, counter):
        return False
    close = match.alike(ALIKE) and match.shared(mark.first, counter.first) > ANCHORS
    return match.slot(mark, counter) or (close and not match.pair.across)


def _of_something_else(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the words go on differently: "rejected calls for his resignation", "accepted calls for an inquiry"."""
    after, after_other = around(match.one, mark)[1], around(match.other, counter)[1]
    if len(after) < ANCHORS or len(after_other) < ANCHORS:
        return False
    return after[1] not in match.links and after_other[1] not in match.links.values()


def _free(statement: Statement, linked: AbstractSet[int]) -> list[int]:
    """The content words that stand for none of the other side's, names and figures apart."""
    tokens = statement.tokens
    return [i for i in statement.content() if i not in linked and not (tokens[i].named or tokens[i].number)]


def _exclude(one: Token, other: Token) -> bool:
    return any(opposite(a[1:], b[1:]) for a in likely(one) for b in likely(other))


def _both(ours: tuple[Mark, ...], theirs: tuple[Mark, ...], mark: Mark, counter: Mark) -> bool:
    """Whether either side has both poles, so that nothing excludes anything."""
    return counter.meaning in {one.meaning for one in ours} or mark.meaning in {one.meaning for one in theirs}
