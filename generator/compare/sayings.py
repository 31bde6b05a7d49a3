"""What is compared when renderings are: a quotation's words, names and speaker, or one sentence of it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.ids import content_id
from generator.language.fold import fold
from generator.language.lexicon import tokens, translations
from generator.language.sentences import split
from generator.language.words import Word, words
from generator.model import Analysis, Entity, Quote, QuoteKind, Rendering, Span, Speaker, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A rendering, or one sentence of it (`part`), as the comparison sees it.

    `forms` are its folded words in order, `content` the keys of those that are no function words, `meanings` the
    concepts of each content word that the lexicon has, `names` what is named in it.
    """

    rendering: Rendering
    source: str
    language: str
    kind: QuoteKind
    surname: str
    """The last word of the speaker's name, folded; empty for who is not named."""
    anonymous: bool
    """The speaker is known, but not by name."""
    part: Span | None
    forms: tuple[str, ...]
    content: tuple[str, ...]
    meanings: tuple[frozenset[str], ...]
    names: tuple[str, ...]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a story knows besides its articles: the entities without names, and each article's source."""

    unnamed: frozenset[str]
    sources: Mapping[str, str]


def renderings(story: Story, entities: Sequence[Entity]) -> tuple[Rendering, ...]:
    """Return every quote of the story, whole, with the entity that speaks."""
    voices = _voices(entities)
    return tuple(
        Rendering(
            id=quote_id(analysis.article.id, quote),
            article_id=analysis.article.id,
            quote=quote,
            speaker=_entity_of(quote.speaker, voices.get(analysis.article.id, ())),
        )
        for analysis in story.members
        for quote in analysis.quotes
    )


def quote_id(article_id: str, quote: Quote) -> str:
    """Return the id of a quote: from its article and its place."""
    return content_id("quote", article_id, *(f"{span.start}-{span.end}" for span in quote.spans))


def sayings(story: Story, found: Sequence[Rendering], entities: Sequence[Entity] = ()) -> tuple[Saying, ...]:
    """Return each rendering as a saying, in the same order."""
    by_article = {analysis.article.id: analysis for analysis in story.members}
    known = _Known(frozenset(entity.id for entity in entities if not entity.named), sources_of(story))
    return tuple(_saying(by_article[one.article_id], one, one.quote.spans, None, known) for one in found)


def sentences_of(story: Story, saying: Saying) -> tuple[Saying, ...]:
    """Return the sentences of a longer rendering, as sayings of their own; none where it has only one."""
    analysis = next(one for one in story.members if one.article.id == saying.rendering.article_id)
    article = analysis.article
    found = [
        Span(start=span.start + one.start, end=span.start + one.end)
        for span in saying.rendering.quote.spans
        for one in split(article.text[span.start : span.end], article.language)
    ]
    if len(found) == 1:
        return ()
    unnamed = frozenset({saying.rendering.speaker or ""}) if saying.anonymous else frozenset()
    known = _Known(unnamed, {article.id: saying.source})
    return tuple(_saying(analysis, saying.rendering, (span,), span, known) for span in found)


def sources_of(story: Story) -> Mapping[str, str]:
    """Return for each article of the story who is its source; a copy has that of the article it repeats."""
    own = {analysis.article.id: analysis.article.source for analysis in story.members}
    return {
        one.article.id: own.get(one.article.copy_of or "", one.article.copy_of or one.article.source)
        for one in story.members
    }


def _saying(
    analysis: Analysis,
    rendering: Rendering,
    spans: Sequence[Span],
    part: Span | None,
    known: _Known,
) -> Saying:
    article = analysis.article
    pieces = [(span, article.text[span.start : span.end]) for span in spans]
    found = [(piece, word) for _span, piece in pieces for word in words(piece, article.language)]
    content = [word for _piece, word in found if not word.stop]
    return Saying(
        rendering=rendering,
        source=known.sources[article.id],
        language=article.language.split("-")[0],
        kind=rendering.quote.kind,
        surname=surname(article.text, rendering.quote.speaker),
        anonymous=rendering.speaker in known.unnamed,
        part=part,
        forms=tuple(fold(piece[word.start : word.end]) for piece, word in found),
        content=tuple(word.key for word in content),
        meanings=_meanings([word for _piece, word in found], article.language),
        names=tuple(
            article.text[m.start : m.end]
            for m in analysis.mentions
            if any(span.start <= m.start and m.end <= span.end for span in spans)
        ),
        numbers=frozenset(word.key for word in content if word.number),
    )


def surname(text: str, speaker: Speaker | None) -> str:
    """The last word of who is said to speak, folded, where that one is named; empty otherwise."""
    if speaker is None or (speaker.kind != "name" and speaker.referent is None):
        return ""
    span = speaker.referent or Span(start=speaker.start, end=speaker.end)
    return fold(text[span.start : span.end]).split()[-1]


def _meanings(found: Sequence[Word], language: str) -> tuple[frozenset[str], ...]:
    """Return for each content word what it may mean in any language: its concepts, or itself where none is known."""
    code = language.split("-", maxsplit=1)[0]
    known = [frozenset(concept for concept, _share in translations(token, code)) for token in tokens(found, code)]
    return tuple(meanings for meanings in known if meanings)


def _voices(entities: Sequence[Entity]) -> Mapping[str, Sequence[tuple[int, int, Entity]]]:
    found: dict[str, list[tuple[int, int, Entity]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            found.setdefault(mention.article_id, []).append((mention.start, mention.end, entity))
    return found


def _entity_of(speaker: Speaker | None, mentioned: Iterable[tuple[int, int, Entity]]) -> str | None:
    """Return the entity that speaks: a person before an organisation, a name that ends the words before others."""
    if speaker is None:
        return None
    span = speaker.referent or Span(start=speaker.start, end=speaker.end)
    inside = [
        (entity.label != "PER", not (start == span.start and end == span.end), -(end - start), -end, entity.id)
        for start, end, entity in mentioned
        if start < span.end and span.start < end and _speaks(entity, start, end, span, speaker)
    ]
    return min(inside)[-1] if inside else None


def _speaks(entity: Entity, start: int, end: int, span: Span, speaker: Speaker) -> bool:
    """Return whether a name inside a speaker's words is the speaker and not only part of the description."""
    covers = start <= span.start and span.end <= end
    if speaker.kind in ("role", "pronoun", "document"):
        return covers or (entity.label == "PER" and end == span.end and speaker.kind != "document")
    if entity.label == "PER" or covers:
        return True
    return entity.label in ("ORG", "LOC", "MISC") and end >= span.end - 1


def weights(found: Sequence[Saying]) -> Mapping[str, float]:
    """Return how telling each meaning is among the sayings: the rarer, the more (inverse document frequency)."""
    counts = Counter(meaning for one in found for meaning in {m for group in one.meanings for m in group})
    total = len(found) + 1
    return {meaning: math.log(1 + total / count) for meaning, count in counts.items()}
