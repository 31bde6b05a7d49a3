"""The names of a story's articles, completed: names known from its articles in other scripts, labels cut off."""

from collections.abc import Sequence
from dataclasses import replace

from generator.compare.lexis import hits, lexis, written
from generator.compare.naming import identity
from generator.language.projection import Known, projected
from generator.language.words import words
from generator.model import Analysis, Mention
from generator.text import script

_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts whose capitals give names away; in others names are missed more often, and may be found by their sound."""


def completed(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses with the names that the recogniser missed but the story's articles in cased scripts have."""
    names = {
        Known(analysis.article.text[mention.start : mention.end], mention.label)
        for analysis in members
        if _is_cased(analysis)
        for mention in analysis.mentions
    }
    return tuple(_completed(analysis, names) for analysis in members)


def _is_cased(analysis: Analysis) -> bool:
    return script(analysis.article.text) in _CASED


def _completed(analysis: Analysis, names: set[Known]) -> Analysis:
    article = analysis.article
    mentions = analysis.mentions
    if names and not _is_cased(analysis):
        mentions = projected(article.text, article.language, mentions, sorted(names))
    return replace(analysis, mentions=tuple(_bare(analysis, mention) for mention in mentions))


def _bare(analysis: Analysis, mention: Mention) -> Mention:
    """A mention without the kind of body that stands before a known name: "حركة حماس" is a label and a name."""
    article = analysis.article
    surface = article.text[mention.start : mention.end]
    if mention.label == "PER" or _is_cased(analysis) or identity(surface) is not None:
        return mention
    found = words(surface, article.language)
    forms = [written(surface[word.start : word.end], article.language) for word in found]
    first = next(hits(lexis(article.language).plain_labels, forms), None)
    if first is None or first.first != 0:
        return mention
    for last in range(len(found), first.last, -1):
        start, end = found[first.last].start, found[last - 1].end
        if identity(surface[start:end]) is not None:
            return replace(mention, start=mention.start + start, end=mention.start + end)
    return mention
