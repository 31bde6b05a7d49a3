"""Sentences, names and grammar of one article, paragraph by paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from generator.language import labels, sentences
from generator.language.document_rules import consistent
from generator.language.gazetteer import find_names
from generator.language.pipelines import BUNDLED_MODELS, Models, load
from generator.language.word_features import listed
from generator.model import Mention, Sentence, Span

BATCH = 3_000
"""Words at a time: enough to be fast, few enough that memory does not follow the article."""
LONGEST = 20_000
"""Characters: a longer paragraph is no prose, and is cut at white space before spaCy sees it."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedParagraph:
    """One paragraph; a token's offset in the article is ``start + token.idx``."""

    start: int
    doc: Doc
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """All that a language's pipeline finds in one article.

    Attributes:
        language: the code that was asked for.
        scheme: how `doc` names dependencies; None where there is no parse, then only words and sentences are known.
    """

    paragraphs: tuple[ParsedParagraph, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    language: str
    scheme: labels.Scheme | None


def parse(text: str, language: str, headings: Sequence[Span] = (), models: Models = BUNDLED_MODELS) -> Parsed:
    """What the language's pipeline sees in a text.

    Args:
        text: paragraphs separated by blank lines.
        language: a BCP 47 code; a language without a pipeline gets sentences by punctuation.
        headings: the paragraphs that are sub-headings: they hold names, but no sentences.
        models: the pipelines that were chosen instead of the bundled ones.

    Raises:
        ModelError: a chosen pipeline is missing or broken. No text raises anything.
    """
    nlp = load(language, models.choice(language))
    scheme = labels.scheme(nlp)
    titles = {heading.start for heading in headings}
    pieces = tuple(_pieces(text))
    docs = _analysed(nlp, [_split(nlp, text[p.start : p.end], language) for p in pieces])
    paragraphs = tuple(
        ParsedParagraph(start=piece.start, doc=doc, heading=piece.start in titles)
        for piece, doc in zip(pieces, docs, strict=True)
    )
    found = _mentions(paragraphs) if "ner" in nlp.pipe_names else find_names(text, language)
    return Parsed(
        paragraphs=paragraphs,
        sentences=tuple(s for p in paragraphs if not p.heading for s in _sentences(p)),
        mentions=consistent(text, found, language, listed(nlp.vocab)),
        language=language,
        scheme=scheme,
    )


def _analysed(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The documents after the pipeline's components, some thousand words at a time."""
    batch: list[Doc] = []
    for doc in docs:
        if batch and sum(map(len, batch)) + len(doc) > BATCH:
            yield from _together(nlp, batch)
            batch = []
        batch.append(doc)
    yield from _together(nlp, batch)


def _together(nlp: Language, batch: list[Doc]) -> Iterator[Doc]:
    # Parsers take a quarter of a batch at a time.
    return nlp.pipe(batch, batch_size=4 * len(batch) or 1)


def _pieces(text: str) -> Iterator[Span]:
    """The paragraphs, without white space around them, over-long ones in pieces."""
    start = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        body = text[start:end]
        first, last = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
        yield from _cut(text, first, last)
        start = gap.end() if gap else end


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The span in pieces that are not too long, cut at white space where there is any."""
    while end - start > LONGEST:
        space = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        cut = space + 1 if space > start else start + LONGEST
        yield Span(start=start, end=cut)
        start = cut
    if start < end:
        yield Span(start=start, end=end)


def _split(nlp: Language, text: str, language: str) -> Doc:
    """The words of a paragraph, with the sentences that its punctuation tells; a parser keeps to them.

    On edited news the rules find sentences better than the parser does, and they are the same in every language.
    """
    doc = nlp.make_doc(text)
    starts = [span.start for span in sentences.split(text, language)]
    begun = 0
    for token in doc:
        now = bisect_left(starts, token.idx + len(token))
        token.is_sent_start = token.i == 0 or now > begun
        begun = now
    return doc


def _sentences(paragraph: ParsedParagraph) -> Iterator[Sentence]:
    """The sentences in article offsets, without white space around them."""
    for sent in paragraph.doc.sents:
        body = sent.text.strip()
        if body:
            start = paragraph.start + sent.start_char + len(sent.text) - len(sent.text.lstrip())
            yield Sentence(start=start, end=start + len(body))


def _mentions(paragraphs: Iterable[ParsedParagraph]) -> Iterator[Mention]:
    for paragraph in paragraphs:
        for entity in paragraph.doc.ents:
            mention = _mention(paragraph.start, entity)
            if mention is not None:
                yield mention


def _mention(offset: int, entity: TokenSpan) -> Mention | None:
    """The entity in article offsets, or None where its label is no kind of name."""
    label = labels.LABELS.get(entity.label_)
    if label is None:
        return None
    return Mention(start=offset + entity.start_char, end=offset + entity.end_char, label=label)
