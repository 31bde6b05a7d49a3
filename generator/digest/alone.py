"""Which passages can be read by themselves, away from the article around them."""

import re
from collections.abc import Mapping, Sequence

from generator.compare.lexis import hits, lexis, written
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.words import words
from generator.model import Article, Comparison, Evidence, Mention, Quote, Span

_SHORTEST = 25
"""Characters of an extract at the least."""
_OPENING = 4
"""Words at the beginning among which a pronoun has nothing to stand for, unless a name comes before it."""
_SPEAKER_NEAR = 7
"""Words at the beginning among which somebody is named if the sentence carries on from the one before."""
_QUOTATION = '“”"«»„‘「」'
_ATTACHED = {"ar": ("و", "ف"), "fa": ("و",), "he": ("ו",)}
"""Connectives that are written as one with the word behind them."""


def stands_alone(passage: Evidence, article: Article, named: Sequence[Mention], longest: int) -> bool:
    """Whether an extract can be read by itself.

    It has no dangling beginning, nothing in quotation marks, asks nothing, and is neither torn off, nor too long or
    short. `named` are the names in its article.
    """
    text = article.text[passage.start : passage.end]
    if not _SHORTEST <= len(text) <= longest or not text.rstrip().endswith((".", "!", "。", "।")):
        return False
    if any(mark in text for mark in _QUOTATION) or _torn(article.text[: passage.start]):
        return False
    found = words(text, article.language)
    forms = [written(text[word.start : word.end], article.language) for word in found]
    lists = lexis(article.language)
    owners = [name for name in named if name.label != "LOC"]
    opening = next(hits(lists.dangling, forms), None)
    there_is = next(hits(lists.existential, forms), None)
    starts = there_is is not None and there_is.first == 0
    return (
        (opening is None or opening.first > 0 or starts)
        and not any(
            not _names_early(passage, owners, found[pronoun.first].start)
            for pronoun in hits(lists.third_person, forms[:_OPENING])
        )
        and not any(hits(lists.caption, forms))
        and not (carries_on(text, article.language) and not _names_early(passage, named, found[:_SPEAKER_NEAR][-1].end))
    )


def carries_on(text: str, language: str) -> bool:
    """Whether a verb of saying with a connective attached opens it: "and said"."""
    first = words(text, language)[0]
    surface = text[first.start : first.end]
    joined = fold(surface).startswith(_ATTACHED.get(primary(language), ("\0",)))
    hit = next(hits(lexis(language).attribution, [written(surface, language)]), None)
    return joined and hit is not None


def _names_early(passage: Evidence, named: Sequence[Span], reach: int) -> bool:
    return any(passage.start <= name.start < passage.start + reach for name in named)


def _torn(before: str) -> bool:
    """Whether what stands before looks like the first half of the sentence: it ends in an abbreviation."""
    return re.search(r"\b[A-Z]\.\s*$", before[-4:]) is not None


def spoken(comparison: Comparison) -> Mapping[str, Sequence[Span]]:
    """What each article prints in somebody else's words."""
    found: dict[str, list[Span]] = {}
    for rendering in comparison.quotes:
        if rendering.quote.kind != "indirect":
            found.setdefault(rendering.article_id, []).extend(rendering.quote.spans)
    return found


def is_speech(passage: Evidence, said: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a passage takes words out of a quotation; without marks and speaker they would be the outlet's own."""
    return any(span.start < passage.end and passage.start < span.end for span in said.get(passage.article_id, ()))


def hanging(passage: Evidence, quotes: Sequence[Quote]) -> bool:
    """Whether who says it is told only elsewhere in the article: "the officer said"."""
    speakers = [quote.speaker for quote in quotes if quote.speaker is not None and quote.speaker.kind != "name"]
    return any(
        passage.start <= speaker.start < passage.end
        and speaker.referent is not None
        and not passage.start <= speaker.referent.start < passage.end
        for speaker in speakers
    )
