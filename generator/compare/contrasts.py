"""Contrasts within a pair of statements about one thing: what one says and the other denies, doubts, dates otherwise.

Each rule wants the contrasting words to stand among the same other words on both sides, and says nothing if not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.compare.alignment import Pair
from generator.compare.figures import Figure
from generator.compare.lexis import hits
from generator.compare.marks import Mark, Marks, following, marks
from generator.compare.statements import Statement, Token
from generator.model import DifferenceKind

_NEAR = 5
"""Content words on either side that count as the neighbourhood of a word."""
_FAIRLY_ALIKE = 0.2
_VERY_ALIKE = 0.45
_DOUBT = ("possible", "likely")
_CORE = 3
"""Content words of a denied predicate that tell what is denied: the verb and its object."""
_CLAUSE = 9
"""Words that a predicate and what belongs to it span at the most."""
_ADJACENT = 3
_FAR = 1 << 30
_ANCHORS = 2
"""Words that both sides must share around a contrast; one more within a language, where chance is likelier."""


class Words(NamedTuple):
    """Words of a statement: from the first to before the last."""

    statement: Statement
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One side says this, the other says that. `poles` name the positions, so that more sides can join either."""

    kind: DifferenceKind
    subject: Words
    one: Words
    other: Words
    poles: tuple[str, str]
    strength: float


class Match:
    """A pair of statements with their marks, and which words of one stand for which of the other."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.one, self.other = pair.one, pair.other
        self.marks: tuple[Marks, Marks] = (marks(pair.one), marks(pair.other))
        self.links = _links(pair)

    def shared(self, index: int, other: int, *, reach: int = _NEAR) -> int:
        """How many words near the one and near the other stand for each other, the two themselves apart."""
        near, near_other = neighbours(self.one, index, reach), neighbours(self.other, other, reach)
        return len(self.linked_among(sorted(near), sorted(near_other)))

    def linked_among(self, ours: Iterable[int], theirs: Iterable[int]) -> list[tuple[int, int]]:
        """The words of two choices that stand for each other, each used once."""
        left = list(theirs)
        found = []
        for index in ours:
            place = next((place for place in left if self.linked(index, place)), None)
            if place is not None:
                left.remove(place)
                found.append((index, place))
        return found

    def fits(self, mark: Mark, counter: Mark) -> bool:
        """Whether two marks stand in the same place: right among the same words, or among many in alike statements."""
        if self.slot(mark, counter):
            return True
        needed = _ANCHORS + (not self.pair.across)
        return self.alike(_ALIKE) and self.shared(mark.first, counter.first) >= needed

    def alike(self, least: float) -> bool:
        """Whether the statements are that much alike; between languages likeness runs lower."""
        return self.pair.score >= least * (_TRANSLATED if self.pair.across else 1.0)

    def slot(self, mark: Mark, counter: Mark) -> bool:
        """Whether the nearest words on both sides, or the two nearest before, stand for each other."""
        before, after = _around(self.one, mark)
        before_other, after_other = _around(self.other, counter)
        linked = [self.linked(a, b) for a, b in zip(before, before_other, strict=False)]
        behind = [self.linked(a, b) for a, b in zip(after, after_other, strict=False)]
        if self.pair.one.language == self.pair.other.language:
            return linked[:1] == [True] and (linked == [True, True] or behind[:1] == [True])
        crossed = {*before, *after}, {*before_other, *after_other}
        return sum(1 for a, b in self.links.items() if a in crossed[0] and b in crossed[1]) >= _ANCHORS

    def linked(self, a: int, b: int) -> bool:
        """Whether two words stand for each other."""
        across = self.pair.across
        theirs = set(meanings(self.other.tokens[b], across=across))
        return any(one in theirs for one in meanings(self.one.tokens[a], across=across))

    def turned(self) -> "Match":
        """The same with the sides exchanged."""
        pair = self.pair
        return Match(Pair(one=pair.other, other=pair.one, score=pair.score, across=pair.across))


def _links(pair: Pair) -> dict[int, int]:
    """For each content word its counterpart, each used once.

    Words with one possible counterpart come first; the others take the one nearest to what their neighbours have.
    """
    free: dict[str, list[int]] = {}
    for index in pair.other.content():
        for sense in meanings(pair.other.tokens[index], across=pair.across):
            free.setdefault(sense, []).append(index)
    options = {
        index: {
            place for sense in meanings(pair.one.tokens[index], across=pair.across) for place in free.get(sense, ())
        }
        for index in pair.one.content()
    }
    found: dict[int, int] = {}
    for index in sorted(options, key=lambda index: (len(options[index]), index)):
        left = options[index] - set(found.values())
        if left:
            near = _nearest(found, index)
            found[index] = min(left, key=lambda place: (abs(place - near), place))
    return dict(sorted(found.items()))


def _nearest(found: Mapping[int, int], index: int) -> int:
    """The counterpart of the nearest word that has one."""
    return found[min(found, key=lambda other: (abs(other - index), other))] if found else 0


def meanings(token: Token, *, across: bool) -> Iterable[str]:
    """What a word is matched by: its concepts between languages, its keys within one."""
    return token.concepts if across else token.keys


def neighbours(statement: Statement, index: int, reach: int) -> set[int]:
    """The content words around a word, `reach` on either side."""
    content = [place for place in statement.content() if place != index]
    before = [place for place in content if place < index][-reach:]
    after = [place for place in content if place > index][:reach]
    return {*before, *after}


def _around(statement: Statement, mark: Mark) -> tuple[list[int], list[int]]:
    """The two content words before and the two behind a mark, within its clause, the nearest first."""
    first, last = clause(statement, mark.first, mark.last - 1)
    content = [index for index in statement.content() if first <= index < last]
    before = [index for index in reversed(content) if index < mark.first]
    return before[:_ANCHORS], [index for index in content if index >= mark.last][:_ANCHORS]


def contrasts(pair: Pair) -> Iterator[Contrast]:
    """Every contrast that a rule is sure of."""
    match = Match(pair)
    if pair.one.heading or pair.other.heading or _asks(pair.one) or _asks(pair.other):
        return
    for rule in _RULES:
        yield from rule(match)


def _asks(statement: Statement) -> bool:
    return statement.article.text[statement.start : statement.end].rstrip("”\"’»' ").endswith(("?", "؟", "？"))


def _denied(match: Match) -> Iterator[Contrast]:
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
    if not all(index in places for index in scope[:_ANCHORS]) or len(linked) < _ANCHORS:
        return _single_word(match, denial, scope[0])
    if match.one.tokens[scope[0]].named or _hypothetical(match.one, denial):
        return False
    if len(_denials(match, denial, scope[-1])) > 1 or not _same_subject(match, denial, list(places.values())):
        return False
    found = list(places.values())
    return found == sorted(found) and found[-1] - found[0] <= _CLAUSE and _verb_shared(match, denial, found[0])


def _single_word(match: Match, denial: int, index: int) -> bool:
    """Whether one word is enough: it is there on one side only, or the same name does it on one side only."""
    place = match.links[index]
    if _hypothetical(match.one, denial) or len(_denials(match, denial, index)) > 1 or match.one.tokens[index].named:
        return False
    others = [a for a in match.links if a != index]
    if _is_there(match.one, index) and _is_there(match.other, place):
        return bool(others)
    verb = index - denial <= _ANCHORS and _is_verb(match.other, place)
    return verb and _same_actor(match, denial, place) and match.alike(_FAIRLY_ALIKE) and len(others) >= _ANCHORS


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
        return len(unknown) == len(before) and _by_pronoun(match.other, places[0]) and len(places) >= _ANCHORS
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
    return not denied & set(range(first, last)) and not doubted and not _hypothetical(statement, places[0])


def _goes_on(statement: Statement, index: int) -> bool:
    """Whether a conjunction here opens another predicate; Arabic writes it as one word with the next."""
    forms = statement.tokens[index].forms
    attached = statement.language == "ar" and forms[0].startswith("و") and len(forms) > 1
    return attached or any(hits(statement.lexis.conjunction, [forms]))


def _hypothetical(statement: Statement, index: int) -> bool:
    """Whether a condition, a question or a restricting relative clause holds the word: nothing is claimed by it."""
    first, last = clause(statement, index, index)
    forms = statement.forms()[max(0, first - 1) : last]
    return any(hits(statement.lexis.hypothetical, forms)) or any(
        hits(statement.lexis.relative, statement.forms()[max(0, index - 1) : index])
    )


def clause(statement: Statement, first: int, last: int) -> tuple[int, int]:
    """The clause or clauses that hold the words: from its first word to before the one behind its last."""
    while first > 0 and not statement.tokens[first].breaks:
        first -= 1
    last += 1
    while last < len(statement.tokens) and not statement.tokens[last].breaks:
        last += 1
    return first, last


def _opposed(match: Match) -> Iterator[Contrast]:
    """Words that exclude one another among the same others."""
    ours, theirs = match.marks[0].opposites, match.marks[1].opposites
    for mark in ours:
        for counter in theirs:
            same_pair = mark.meaning[:-1] == counter.meaning[:-1]
            if not same_pair or mark.meaning == counter.meaning or _both(ours, theirs, mark, counter):
                continue
            if (mark.first in match.marks[0].negated) != (counter.first in match.marks[1].negated):
                continue
            if _hypothetical(match.one, mark.first) or _hypothetical(match.other, counter.first):
                continue
            if match.fits(mark, counter):
                yield _contrast("content", match, mark, counter, 0.9)


def _both(ours: tuple[Mark, ...], theirs: tuple[Mark, ...], mark: Mark, counter: Mark) -> bool:
    """Whether either side has both poles, so that nothing excludes anything."""
    return counter.meaning in {one.meaning for one in ours} or mark.meaning in {one.meaning for one in theirs}


def _contrast(kind: DifferenceKind, match: Match, mark: Mark, counter: Mark, strength: float) -> Contrast:
    return Contrast(
        kind=kind,
        subject=_subject(match, mark.first),
        one=Words(match.one, mark.first, mark.last),
        other=Words(match.other, counter.first, counter.last),
        poles=(mark.meaning, counter.meaning),
        strength=strength,
    )


def _subject(match: Match, index: int) -> Words:
    """The nearest word that both sides share: what the contrast is about."""
    near = sorted(match.links, key=lambda place: (abs(place - index), place))
    named = [place for place in near[:3] if match.one.tokens[place].named]
    place = (named or near or [index])[0]
    return Words(match.one, place, place + 1)


def _superlative(match: Match) -> Iterator[Contrast]:
    """The most of all on one side, one of the most on the other."""
    soft, soft_other = match.marks[0].softened, match.marks[1].softened
    for mark in match.marks[0].superlatives:
        for counter in match.marks[1].superlatives:
            if mark.meaning != counter.meaning or (mark.first in soft) == (counter.first in soft_other):
                continue
            if match.shared(mark.first, counter.first) >= 1 and match.alike(_FAIRLY_ALIKE):
                poles = ("one of", "the") if mark.first in soft else ("the", "one of")
                yield replace(_contrast("strength", match, mark, counter, 0.8), poles=poles)


def _degree(match: Match) -> Iterator[Contrast]:
    """The same noun, called slight here and serious there."""
    for noun, mark in sorted(match.marks[0].degrees.items()):
        counterpart = match.links.get(noun)
        counter = match.marks[1].degrees.get(counterpart) if counterpart is not None else None
        if counter is None or counterpart is None or counter.meaning == mark.meaning:
            continue
        denied = noun in match.marks[0].negated or counterpart in match.marks[1].negated
        if not denied and match.shared(noun, counterpart) >= 1 and match.alike(_FAIRLY_ALIKE):
            yield _contrast("strength", match, mark, counter, 0.7)


def _modality(match: Match) -> Iterator[Contrast]:
    """What one is sure of, the other thinks possible."""
    ours, theirs = match.marks[0].modal, match.marks[1].modal
    for index, counterpart in match.links.items():
        mark, counter = ours.get(index), theirs.get(counterpart)
        if mark is None or counter is None or match.one.tokens[index].named:
            continue
        levels = {mark.meaning, counter.meaning}
        quoted = match.one.tokens[mark.first].quoted and match.other.tokens[counter.first].quoted
        if levels != {"certain", "possible"} and not (quoted and levels == {"certain", "conditional"}):
            continue
        if match.shared(index, counterpart) >= 1 and match.alike(_ALIKE):
            yield _contrast("strength", match, mark, counter, 0.7)
            return


def _hedged(match: Match) -> Iterator[Contrast]:
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
        if index in match.marks[0].negated or _hypothetical(match.one, index) or not _happened(match.other, place):
            continue
        if match.alike(_ALIKE) and match.shared(index, place) >= _ANCHORS + (not match.pair.across):
            yield _contrast("strength", match, mark, Mark(place, place + 1, "flat"), 0.65)
            return


def _day(match: Match) -> Iterator[Contrast]:
    """Another day of the week for the same thing."""
    return _single(match, match.marks[0].days, match.marks[1].days, "time")


def _daypart(match: Match) -> Iterator[Contrast]:
    """Morning here, evening there."""
    return _single(match, match.marks[0].dayparts, match.marks[1].dayparts, "time")


def _direction(match: Match) -> Iterator[Contrast]:
    """North here, south there, of the same place."""
    return _single(match, match.marks[0].directions, match.marks[1].directions, "place")


def _single(match: Match, ours: Sequence[Mark], theirs: Sequence[Mark], kind: DifferenceKind) -> Iterator[Contrast]:
    """Marks of a closed class, one on each side, that differ among the same words."""
    if len(ours) == len(theirs) == 1 and ours[0].meaning != theirs[0].meaning:
        ahead = [_ahead(one, mark) for one, mark in ((match.one, ours[0]), (match.other, theirs[0]))]
        if match.fits(ours[0], theirs[0]) and ahead[0] == ahead[1]:
            yield _contrast(kind, match, ours[0], theirs[0], 0.9)


def _ahead(statement: Statement, mark: Mark) -> bool:
    """Whether the clause speaks of something still to come."""
    first, last = clause(statement, mark.first, mark.last - 1)
    return any(hits(statement.lexis.ahead, statement.forms()[first:last]))


def _number(match: Match) -> Iterator[Contrast]:
    """Another figure for the same quantity: one figure of that unit on each side, among the same words."""
    for figure in match.marks[0].figures:
        rivals = [other for other in match.marks[1].figures if _same_unit(figure, other)]
        twins = [other for other in match.marks[0].figures if _same_unit(figure, other)]
        if len(rivals) == len(twins) == 1 and _conflict(figure, rivals[0]):
            mark = Mark(figure.first, figure.last, f"{figure.value:g}")
            counter = Mark(rivals[0].first, rivals[0].last, f"{rivals[0].value:g}")
            if match.fits(mark, counter) or _counts_the_same(match, figure, rivals[0]):
                yield _contrast("figure", match, mark, counter, 1.0)


def _counts_the_same(match: Match, figure: Figure, rival: Figure) -> bool:
    """Whether two short statements count the same thing and say the same of it."""
    same = not figure.measured and match.linked(figure.last - 1, rival.last - 1)
    return same and match.pair.score >= _VERY_ALIKE and match.shared(figure.last - 1, rival.last - 1) >= 1


def _same_unit(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or bool(one.counted & other.counted)


def _conflict(figure: Figure, rival: Figure) -> bool:
    return figure.value != rival.value and figure.exact and rival.exact


def _intended(match: Match) -> Iterator[Contrast]:
    """Done on one side, only meant to be done on the other: "has joined", "pledged to join"."""
    yield from _meant(match, flip=False)
    yield from _meant(match.turned(), flip=True)


def _meant(match: Match, *, flip: bool) -> Iterator[Contrast]:
    theirs = match.marks[1]
    for mark in sorted(set(match.marks[0].intended.values())):
        index = next(iter(following(match.one, mark.last, 1)), -1)
        place = match.links.get(index)
        if place is None or place in theirs.intended or place in theirs.modal or place in theirs.negated:
            continue
        if match.pair.across or not _happened(match.other, place) or _hypothetical(match.one, index):
            continue
        if index not in match.marks[0].negated and match.alike(_ALIKE) and match.shared(index, place) >= _ANCHORS:
            found = _contrast("content", match, mark, Mark(place, place + 1, "done"), 0.65)
            yield turned(found) if flip else found
            return


def turned(contrast: Contrast) -> Contrast:
    """The contrast with its sides exchanged."""
    return replace(contrast, one=contrast.other, other=contrast.one, poles=(contrast.poles[1], contrast.poles[0]))


def _happened(statement: Statement, index: int) -> bool:
    """Whether a verb is told as done: in the past, in a clause of neither plans nor conditions."""
    past = statement.tokens[index].forms[0].endswith("ed") or statement.language != "en"
    claimed = not _hypothetical(statement, index) and not _ahead(statement, Mark(index, index + 1, ""))
    return past and claimed and not statement.tokens[index].named


def _placed(match: Match) -> Iterator[Contrast]:
    """Another place in the same words, or one that only one side names in what the same person is said to have said."""
    ours, theirs = _own_places(match.one, match.other), _own_places(match.other, match.one)
    if match.pair.across or not match.alike(_ALIKE) or len(ours) != 1 or len(theirs) != 1:
        return
    mark, counter = (Mark(index, index + 1, one.tokens[index].term) for one, index in
                     ((match.one, ours[0]), (match.other, theirs[0])))  # fmt: skip
    if match.slot(mark, counter):
        yield _contrast("place", match, mark, counter, 0.8)


def _own_places(statement: Statement, other: Statement) -> list[int]:
    """The names of places, right behind a preposition of place, that the other article does not have at all."""
    text = other.article.text
    return [
        index
        for index, token in enumerate(statement.tokens)
        if token.place
        and index
        and any(hits(statement.lexis.locative, [statement.tokens[index - 1].forms]))
        and statement.article.text[token.start : token.end] not in text
    ]


def _called(match: Match) -> Iterator[Contrast]:
    """What the same people are called, in the outlets' own words, where one of the words takes a side."""
    ours, theirs = _own_labels(match.one, match.marks[0]), _own_labels(match.other, match.marks[1])
    for mark, charged in ours.items():
        for counter, also in theirs.items():
            if not (charged or also) or mark.meaning in {one.meaning for one in theirs}:
                continue
            if counter.meaning not in {one.meaning for one in ours} and _same_people(match, mark, counter):
                yield _contrast("label", match, mark, counter, 0.6)
                return


def _same_people(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the words around two labels are the same: labels often open a sentence, so what follows may settle it."""
    before, after = _around(match.one, mark)
    before_other, after_other = _around(match.other, counter)
    ahead = [a for a, b in zip(after, after_other, strict=False) if match.linked(a, b)]
    behind = [a for a, b in zip(before, before_other, strict=False) if match.linked(a, b)]
    return len(ahead) + len(behind) >= _ANCHORS and match.shared(mark.first, counter.first) > _ANCHORS


def _own_labels(statement: Statement, found: Marks) -> dict[Mark, bool]:
    """The labels outside quotation marks, and whether each takes a side."""
    return {mark: charged for mark, charged in found.labels if not statement.tokens[mark.first].quoted}


_RULES: tuple[Callable[[Match], Iterator[Contrast]], ...] = (
    _denied, _opposed, _superlative, _degree, _modality, _hedged, _day, _daypart, _direction, _number, _called, _intended,
    _placed,
)  # fmt: skip
_ALIKE = 0.3
"""How alike two statements must be where the words right beside a contrast do not settle that it is one."""
_TRANSLATED = 0.7
"""Likeness between languages runs lower."""
