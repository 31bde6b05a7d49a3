"""Who says each statement, and how its source is described, where statements answer each other."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from generator.compare.alignment import Pair
from generator.compare.attribution import OTHER_NAME
from generator.compare.marks import marks
from generator.compare.matching import Contrast, Match, Words, clause, turned
from generator.compare.statements import Statement
from generator.compare.things import voice
from generator.language.names import same_name
from generator.model import (
    Entity,
    Quote,
    Speaker,
    Story,
)

_SHARED = 3
"""Words that two reports of speech must share before different speakers are a difference."""
_ALIKE = 0.3
_ALIKE_ACROSS = 0.14
_MUTUAL = 0.7
"""What is asked of statements that answer each other best, against others."""
_COVERED = 0.6
"""The share of the shorter speech that the other must hold."""
_COVERED_ACROSS = 0.4


class Voices:
    """Who says each statement of the story, by its quotes."""

    def __init__(self, story: Story, entities: Sequence[Entity]) -> None:
        self._people = {f"@{entity.id}" for entity in entities if entity.label == "PER" and entity.named}
        self._quotes = {analysis.article.id: analysis.quotes for analysis in story.members}

    def quotes(self, statement: Statement) -> list[Quote]:
        """The quotes that begin in the statement."""
        return [
            quote
            for quote in self._quotes.get(statement.article.id, ())
            if any(statement.start <= span.start < statement.end for span in quote.spans)
        ]

    def named(self, statement: Statement) -> list[tuple[Quote, Words]]:
        """Those of them whose speaker is named, and the name."""
        found = []
        for quote in self.quotes(statement):
            words = _speaker_words(statement, quote, self._people)
            if words is not None:
                found.append((quote, words))
        return found

    def described(self, statement: Statement) -> list["Described"]:
        """Those whose speaker is described as one of a kind."""
        found = (_described(statement, quote) for quote in self.quotes(statement))
        return [one for one in found if one is not None]

    def sourced(self, statement: Statement) -> list[tuple[Quote, Words]]:
        """Those whose speaker or document has a name in it, a person's or a body's, and the name."""
        pairs = [(quote, _source_words(statement, quote)) for quote in self.quotes(statement)]
        return [(quote, words) for quote, words in pairs if words is not None]


class Described(NamedTuple):
    """A source that is described and not named: its words, what kinds of source they are for, and what it says."""

    quote: Quote
    words: Words
    kinds: frozenset[str]


def _described(statement: Statement, quote: Quote) -> Described | None:
    if quote.speaker is None or quote.speaker.kind == "pronoun":
        return None
    inside = [
        index
        for index, token in enumerate(statement.tokens)
        if quote.speaker.start <= token.start and token.end <= quote.speaker.end
    ]
    kinds = frozenset(kind for index in inside if (kind := voice(statement.tokens[index], statement.language)))
    return Described(quote, Words(statement, inside[0], inside[-1] + 1), kinds) if kinds else None


def _source_words(statement: Statement, quote: Quote) -> Words | None:
    """The name in a quote's speaker, whoever or whatever it is, if it stands in the statement."""
    return _names_of(statement, quote.speaker) if quote.speaker is not None else None


def _speaker_words(statement: Statement, quote: Quote, people: AbstractSet[str]) -> Words | None:
    """The person's name in a quote's speaker, if it stands in the statement."""
    if quote.speaker is None or quote.speaker.kind != "name":
        return None
    return _names_of(statement, quote.speaker, people)


def _names_of(statement: Statement, speaker: Speaker, people: AbstractSet[str] | None = None) -> Words | None:
    inside = [
        index
        for index, token in enumerate(statement.tokens)
        if token.named
        and (people is None or token.term in people)
        and speaker.start <= token.start
        and token.end <= speaker.end
    ]
    return Words(statement, inside[0], inside[-1] + 1) if inside else None


def voices(pair: Pair, spoken: Voices) -> Iterator[Contrast]:
    """The same reported speech given to two different people; a report without a source here that names one there."""
    least = _ALIKE_ACROSS if pair.across else _ALIKE
    if pair.score < (least * _MUTUAL if pair.mutual else least):
        return
    match = Match(pair)
    ours, theirs = spoken.named(pair.one), spoken.named(pair.other)
    for mine in ours:
        for yours in theirs:
            yield from _different(match, mine, yours)
    if pair.mutual and not (ours and theirs):
        yield from _kinds(match, spoken)
    if not ours and marks(pair.one).anonymous:
        yield from _unnamed(match, spoken)
    elif not theirs and marks(pair.other).anonymous:
        yield from (turned(contrast) for contrast in _unnamed(match.turned(), spoken))


def _different(match: Match, ours: tuple[Quote, Words], theirs: tuple[Quote, Words]) -> Iterator[Contrast]:
    mine, yours = ours[1].statement.tokens[ours[1].first].term, theirs[1].statement.tokens[theirs[1].first].term
    alike = same_name(_surface(ours[1]), _surface(theirs[1])) >= OTHER_NAME
    if mine == yours or alike or _has(ours, yours) or _has(theirs, mine):
        return
    within = _inside(match.one, ours[0]), _inside(match.other, theirs[0])
    shared = match.linked_among(sorted(within[0]), sorted(within[1]))
    plain = [a for a, _ in shared if not match.one.tokens[a].named]
    least, few = (_COVERED_ACROSS, _SHARED - 1) if match.pair.across else (_COVERED, _SHARED)
    whole = len(shared) == len(within[0]) == len(within[1]) and ours[0].kind == theirs[0].kind == "direct"
    if (len(plain) >= few or (whole and len(plain) > 1)) and len(shared) >= least * min(len(within[0]), len(within[1])):
        yield Contrast(
            kind="attribution",
            subject=Words(match.one, shared[0][0], shared[-1][0] + 1),
            one=ours[1],
            other=theirs[1],
            poles=(mine, yours),
            strength=0.95,
        )


def _kinds(match: Match, spoken: Voices) -> Iterator[Contrast]:
    """The same report given to two kinds of sources: the bank's economists here, a ministry there."""
    for mine in spoken.described(match.one):
        for yours in spoken.described(match.other):
            if mine.kinds & yours.kinds or _named_alike(match, mine, yours):
                continue
            within = _inside(match.one, mine.quote), _inside(match.other, yours.quote)
            shared = match.linked_among(sorted(within[0]), sorted(within[1]))
            figure = any(match.one.tokens[a].number for a, _ in shared)
            if len(shared) >= _SHARED + (not figure) and len(shared) >= _COVERED * min(len(within[0]), len(within[1])):
                yield Contrast(
                    kind="attribution",
                    subject=Words(match.one, shared[0][0], shared[-1][0] + 1),
                    one=mine.words,
                    other=yours.words,
                    poles=(min(mine.kinds), min(yours.kinds)),
                    strength=0.75,
                )
                return


def _named_alike(match: Match, mine: Described, yours: Described) -> bool:
    """Whether both sources have a word or name in common: they may be one, told in two ways."""
    ours, theirs = range(mine.words.first, mine.words.last), range(yours.words.first, yours.words.last)
    return any(match.linked(a, b) for a in ours for b in theirs if not match.one.tokens[a].stop)


def _surface(words: Words) -> str:
    place = words.statement.passage(words.first, words.last)
    return words.statement.article.text[place.start : place.end]


def _inside(statement: Statement, quote: Quote) -> set[int]:
    """The content words of a statement that a quote holds."""
    return {
        index
        for index in statement.content()
        if any(
            span.start <= statement.tokens[index].start and statement.tokens[index].end <= span.end
            for span in quote.spans
        )
    }


def _has(voice: tuple[Quote, Words], term: str) -> bool:
    """Whether another person is named with the speaker or in what is quoted: then who speaks may be misread."""
    quote, words = voice
    statement = words.statement
    first, last = clause(statement, words.first, words.last - 1)
    within = {*range(first, last), *_inside(statement, quote)}
    return any(statement.tokens[index].term == term for index in within)


def _unnamed(match: Match, spoken: Voices) -> Iterator[Contrast]:
    """Nobody named as the source on one side, somebody on the other, for the same report."""
    mark = marks(match.one).anonymous[0]
    for quote, named in spoken.sourced(match.other):
        within = _inside(match.other, quote)
        shared = [a for a, _ in match.linked_among(match.one.content(), sorted(within))]
        plain = [a for a in shared if not match.one.tokens[a].named]
        if len(plain) >= _SHARED and len(shared) >= _COVERED_ACROSS * len(within):
            yield Contrast(
                kind="attribution",
                subject=Words(match.one, shared[0], shared[-1] + 1),
                one=Words(match.one, mark.first, mark.last),
                other=named,
                poles=("nobody", "somebody"),
                strength=0.7,
            )
            return
