"""Who said it, and where it is said to come from, as the outlets have it."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from generator.compare.alignment import Pair
from generator.compare.marks import marks
from generator.compare.matching import Contrast, Match, Words, clause, turned
from generator.compare.rows import across
from generator.compare.statements import Statement
from generator.compare.things import voice
from generator.compare.wording import likeness, spans_of
from generator.compare.wordings import changes
from generator.language.names import same_name
from generator.model import (
    Article,
    Difference,
    Entity,
    Evidence,
    Quote,
    Rendering,
    Side,
    Span,
    Speaker,
    Story,
    Utterance,
)

_OTHER_NAME = 0.55
"""Names less alike than this are two people's."""
_SHARED = 3
"""Words that two reports of speech must share before different speakers are a difference."""
_LONG_ENOUGH = 15
"""Characters of a quotation that two people are not likely to say alike."""
_SAME_WORDS = 0.8
_SIDES = 2
_ALIKE = 0.3
_ALIKE_ACROSS = 0.14
_MUTUAL = 0.7
"""What is asked of statements that answer each other best, against others."""
_COVERED = 0.6
"""The share of the shorter speech that the other must hold."""
_COVERED_ACROSS = 0.4


def attributions(story: Story, utterances: Sequence[Utterance], entities: Sequence[Entity]) -> Iterator[Difference]:
    """A row for each utterance that sources give to different people, or trace to different bodies or papers."""
    known = {entity.id: entity for entity in entities}
    texts = {analysis.article.id: analysis.article for analysis in story.members}
    for utterance in utterances:
        yield from _speakers(utterance, known, texts)
        yield from _origins(utterance, entities, texts)


def _speakers(utterance: Utterance, known: Mapping[str, Entity], texts: Mapping[str, Article]) -> Iterator[Difference]:
    held: dict[str, list[Rendering]] = {}
    for rendering in utterance.renderings:
        voice_ = _voice(rendering, known, texts[rendering.article_id])
        if voice_ in known:
            held.setdefault(voice_, []).append(rendering)
    if len(held) != _SIDES:
        return
    one, other = (known[speaker] for speaker in held)
    sources = [{texts[rendering.article_id].source for rendering in found} for found in held.values()]
    if sources[0] & sources[1] or not _two_people(one, other, texts):
        return
    first, second = held.values()
    if not any(_same_words(a, b, texts) for a in first for b in second):
        return
    if any(_near(one, rendering, texts) for rendering in second):
        return
    if any(_near(other, rendering, texts) for rendering in first):
        return
    yield Difference(
        kind="attribution",
        subject=_start(next(iter(held.values()))[0]),
        sides=tuple(_said_by(found) for found in held.values()),
        weight=0.95,
        translated=across({texts[r.article_id].language for r in found} for found in held.values()),
    )


def _voice(rendering: Rendering, known: Mapping[str, Entity], article: Article) -> str:
    """The id of who surely speaks; for a pronoun the only person named in its paragraph; empty for nobody."""
    speaker = rendering.quote.speaker
    if speaker is None or _length(rendering) < _LONG_ENOUGH:
        return ""
    if speaker.kind != "pronoun":
        return rendering.speaker or "" if _surely_named(rendering, article) else ""
    first, last = _paragraph(rendering, article)
    people = [
        entity
        for entity in known.values()
        if entity.label == "PER" and entity.named and _named_between(entity, article.id, first, last)
    ]
    full = [entity for entity in people if any(" " in article.text[m.start : m.end] for m in _within(entity, article))]
    sure = full if len(people) > 1 else people
    return sure[0].id if len(sure) == 1 else ""


def _within(entity: Entity, article: Article) -> list[Evidence]:
    return [mention for mention in entity.mentions if mention.article_id == article.id]


def _length(rendering: Rendering) -> int:
    return sum(span.end - span.start for span in rendering.quote.spans)


def _paragraph(rendering: Rendering, article: Article) -> tuple[int, int]:
    """Where the paragraph of a quotation begins and ends."""
    spans = rendering.quote.spans
    end = article.text.find("\n\n", spans[-1].end)
    return article.text.rfind("\n\n", 0, spans[0].start) + 1, end if end >= 0 else len(article.text)


def _named_between(entity: Entity, article_id: str, first: int, last: int) -> bool:
    return any(m.article_id == article_id and first <= m.start and m.end <= last for m in entity.mentions)


def _surely_named(rendering: Rendering, article: Article) -> bool:
    """Whether a name of its own is the speaker ("Roe said", not "the Roe campaign said")."""
    quote = rendering.quote
    if quote.speaker is None or quote.speaker.kind != "name":
        return False
    behind = article.text[quote.speaker.end :].lstrip(" ")[:1]
    verb_next = quote.cue is not None and article.text[quote.speaker.end : quote.cue.start].strip() == ""
    return verb_next or not behind.isalpha()


def _same_words(one: Rendering, other: Rendering, texts: Mapping[str, Article]) -> bool:
    """Whether two renderings of one language share most words; between languages the utterance has to do."""
    left, right = texts[one.article_id], texts[other.article_id]
    if left.language != right.language:
        return True
    return likeness(changes(left, spans_of(one), right, spans_of(other)), left, right) >= _SAME_WORDS


def _near(entity: Entity, rendering: Rendering, texts: Mapping[str, Article]) -> bool:
    """Whether the entity is named in the paragraph of a quotation: then who speaks there may have been misread."""
    first, last = _paragraph(rendering, texts[rendering.article_id])
    return _named_between(entity, rendering.article_id, first, last)


def _two_people(one: Entity, other: Entity, texts: Mapping[str, Article]) -> bool:
    """Whether both are named, and by names that no spelling joins."""
    if not (one.named and other.named) or one.label != other.label:
        return False
    names = [[_words(alias.evidence, texts) for alias in entity.aliases] for entity in (one, other)]
    return all(same_name(a, b) < _OTHER_NAME for a in names[0] for b in names[1])


def _words(evidence: Evidence, texts: Mapping[str, Article]) -> str:
    return texts[evidence.article_id].text[evidence.start : evidence.end]


def _start(rendering: Rendering) -> Evidence:
    span = rendering.part or rendering.quote.spans[0]
    return Evidence(article_id=rendering.article_id, start=span.start, end=span.end)


def _said_by(found: Sequence[Rendering]) -> Side:
    speaker = found[0].quote.speaker
    value = None if speaker is None else _at(found[0], speaker.start, speaker.end)
    return Side(
        articles=tuple(dict.fromkeys(rendering.article_id for rendering in found)),
        evidence=tuple(dict.fromkeys(_start(rendering) for rendering in found)),
        value=value,
    )


def _at(rendering: Rendering, start: int, end: int) -> Evidence:
    return Evidence(article_id=rendering.article_id, start=start, end=end)


def _origins(utterance: Utterance, entities: Sequence[Entity], texts: Mapping[str, Article]) -> Iterator[Difference]:
    """A row where sources trace the same words to different named papers, bodies or documents."""
    held: dict[frozenset[str], list[Rendering]] = {}
    for rendering in utterance.renderings:
        via = rendering.quote.via
        if via is None:
            continue
        names = _names_in(rendering.article_id, via, entities)
        if names:
            held.setdefault(names, []).append(rendering)
    origins = list(held)
    if len(origins) != _SIDES or origins[0] & origins[1]:
        return
    sources = [{texts[rendering.article_id].source for rendering in held[names]} for names in origins]
    if sources[0] & sources[1]:
        return
    yield Difference(
        kind="attribution",
        subject=_start(held[origins[0]][0]),
        sides=tuple(_traced(held[names]) for names in origins),
        weight=0.75,
        translated=across({texts[r.article_id].language for r in found} for found in held.values()),
    )


def _names_in(article: str, span: Span, entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset(
        entity.id
        for entity in entities
        if any(m.article_id == article and span.start <= m.start and m.end <= span.end for m in entity.mentions)
    )


def _traced(found: Sequence[Rendering]) -> Side:
    via = found[0].quote.via
    value = None if via is None else _at(found[0], via.start, via.end)
    return Side(
        articles=tuple(dict.fromkeys(rendering.article_id for rendering in found)),
        evidence=tuple(dict.fromkeys(_start(rendering) for rendering in found)),
        value=value,
    )


# --- statements ---------------------------------------------------------------------------------------


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
    alike = same_name(_surface(ours[1]), _surface(theirs[1])) >= _OTHER_NAME
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
