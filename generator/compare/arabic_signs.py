"""Names that signs give away in Arabic articles: quotation marks behind a noun for bodies, the place of a dateline.

And people's names without the description that runs into them: "العاملة هناء البرغوثي".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.compare.arabic import ARTICLE, construct, is_plain, noun_of
from generator.language.cues import given_names
from generator.language.fold import fold
from generator.model import Analysis, Article, Label, Mention

_QUOTED = re.compile(r"(?<!\w)(\w{3,12})(?: ال\w{2,12})? [«\"“]([^\W\d_][\w ]{2,30}\w)[»\"”]")
_DATELINE = re.compile(r"([^\W\d_]{2,12}(?: [^\W\d_]{2,12}){0,2}) (?:\([\w ]{2,30}\) ?)?[-–—] ")
_MOST_WORDS = 4
_GROUPS = frozenset({"جماعه", "تنظيم", "مجموعه", "ميليشيا", "مسلحو", "مقاتلو", "مسلحي", "مقاتلي", "ائتلاف", "سلسله"})
"""Folded nouns for bodies that only quotation marks make sure of."""


def told_by_signs(article: Article) -> Iterator[tuple[str, Label]]:
    """Names of bodies in quotation marks behind a noun for one, and the place that the article's dateline names."""
    for match in _QUOTED.finditer(article.text):
        noun, _ = noun_of(match[1], construct()["body"] | construct()["aimed"] | _GROUPS)
        if noun is not None and len(match[2].split()) <= _MOST_WORDS:
            yield match[2], "ORG"
    dateline = _DATELINE.match(article.text)
    if dateline is not None and _is_place(dateline[1].split()):
        yield dateline[1], "LOC"


def _is_place(words: Sequence[str]) -> bool:
    first = fold(words[0])
    return first in construct()["landmark"] | construct()["feature"] or not all(is_plain(word) for word in words)


def without_roles(analysis: Analysis) -> Analysis:
    """The analysis with people's names cut off where a description stands before the given name."""
    text = analysis.article.text
    return replace(analysis, mentions=tuple(_without_role(text, mention) for mention in analysis.mentions))


def _without_role(text: str, mention: Mention) -> Mention:
    words = text[mention.start : mention.end].split(" ")
    if mention.label != "PER" or fold(words[0]) in given_names():
        return mention
    if words[0].startswith(ARTICLE) and is_plain(words[0]):
        role = 1
    elif fold(words[0]) in construct()["office"] and len(words) > 1 and words[1].startswith(ARTICLE):
        role = 2
    else:
        return mention
    if len(words) < role + 2 or words[role].startswith(ARTICLE):
        return mention
    return replace(mention, start=mention.end - len(" ".join(words[role:])))
