"""Who said it, and where it is said to come from, as the outlets have it."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compare.rows import across
from generator.compare.wordings import changes, likeness, spans_of
from generator.language.names import same_name
from generator.model import (
    Article,
    Difference,
    Entity,
    Evidence,
    Rendering,
    Side,
    Span,
    Story,
    Utterance,
)

OTHER_NAME = 0.55
"""Names less alike than this are two people's."""
_LONG_ENOUGH = 15
"""Characters of a quotation that two people are not likely to say alike."""
_SAME_WORDS = 0.8
_SIDES = 2


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
    people = [
        entity
        for entity in known.values()
        if entity.label == "PER" and entity.named and _named_beside(entity, rendering, article)
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


def _named_beside(entity: Entity, rendering: Rendering, article: Article) -> bool:
    """Whether a quotation's paragraph names the entity outside of it: of whom one speaks is not who speaks."""
    first, last = _paragraph(rendering, article)
    return any(
        first <= mention.start
        and mention.end <= last
        and not any(span.start <= mention.start < span.end for span in rendering.quote.spans)
        for mention in _within(entity, article)
    )


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
    return all(same_name(a, b) < OTHER_NAME for a in names[0] for b in names[1])


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
