"""Names whole: joined by "&", with their heads and particles, without titles and headline words taken for a part."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.compare.heads import Heads, by_head, heads
from generator.compare.hints import hints
from generator.language.codes import primary
from generator.language.edges import calendar_words
from generator.language.fold import fold
from generator.language.stopwords import stopwords
from generator.model import Analysis, Article, Mention

_BESIDE = 50
"""Characters behind a name that are looked at."""


def whole(analysis: Analysis) -> Analysis:
    """The analysis with names joined by "&", names that a head word opens, and no titles within names."""
    article = analysis.article
    mentions = tuple(_with_head(article, _untitled(article, mention)) for mention in analysis.mentions)
    mentions = tuple(one for one, after in zip(mentions, (*mentions[1:], None), strict=False)
                     if after is None or after.start >= one.end)  # fmt: skip
    for found in (*_linked(article.text), *_opened(article)):
        mentions = (*(one for one in mentions if one.end <= found.start or found.end <= one.start), found)
    for found in (*_introduced(article), *_of_age(article)):
        if all(one.end <= found.start or found.end <= one.start for one in mentions):
            mentions = (*mentions, found)
    return replace(analysis, mentions=tuple(sorted(mentions)))


_LINKED = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)? & [A-Z][\w’-]+\b")


def _linked(text: str) -> Iterator[Mention]:
    """Firms that are called by two names."""
    yield from (Mention(start=one.start(), end=one.end(), label="ORG") for one in _LINKED.finditer(text))


def _opened(article: Article) -> Iterator[Mention]:
    """Runs of capitalised words that a capitalised head word opens, and nothing else makes: "Operation Grey Tide"."""
    table = heads(primary(article.language))
    for word, label in table.first.items():
        if label == "MISC" and " " not in word:
            pattern = rf"(?<![\w’'-]){word.capitalize()}((?: [A-Z][\w’-]+)+)"
            for one in re.finditer(pattern, article.text):
                yield Mention(start=one.start(), end=one.end(), label=label)


_AGED = re.compile(r"(?<![\w’'-])([A-Z][a-zà-ÿ]+ (?:[a-z]{2,3} )?[A-Z][\w’-]+), \d{1,2}[,.]")


def _of_age(article: Article) -> Iterator[Mention]:
    """Two capitalised words and an age: "Peg Lowther, 71,"."""
    for one in _AGED.finditer(article.text):
        if one[1].split()[-1].casefold() not in calendar_words(primary(article.language)):
            yield Mention(start=one.start(1), end=one.end(1), label="PER")


def _with_head(article: Article, mention: Mention) -> Mention:
    """A name with the head of a body's name right behind it, if the recogniser stopped before: "Rimal Textiles"."""
    behind = re.match(r" ([A-Z][\w’-]+)", article.text[mention.end : mention.end + _BESIDE])
    if behind is None or mention.label == "MISC":
        return mention
    code, word = primary(article.language), fold(behind[1])
    if heads(code).last.get(word) == "ORG" or hints(code).heads.get(word, ()) == ("ORG",):
        return replace(mention, end=mention.end + behind.end(), label="ORG")
    return mention


def _introduced(article: Article) -> Iterator[Mention]:
    """Capitalised words that a noun for bodies introduces and the recogniser missed: "the company Skyward"."""
    table = heads(primary(article.language))
    nouns = [noun for noun, label in table.before.items() if label == "ORG" and len(noun) > _SHORT_NOUN]
    if not nouns:
        return
    alternatives = "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda noun: (-len(noun), noun)))
    for one in re.finditer(rf"(?<!\w)(?i:{alternatives}) ((?:[A-Z][\w’-]+)(?: [A-Z][\w’-]+)*)", article.text):
        first = one[1].split()[0].casefold()
        if first not in calendar_words(primary(article.language)) and first not in stopwords(article.language):
            yield Mention(start=one.start(1), end=one.end(1), label="ORG")


_SHORT_NOUN = 3


def _untitled(article: Article, mention: Mention) -> Mention:
    """A name without the title that was taken for a part of it; who has a title is a person."""
    surface = article.text[mention.start : mention.end]
    title, _, rest = surface.partition(" ")
    table = heads(primary(article.language))
    if rest and fold(title) in _NEXT_TO:
        return Mention(start=mention.end - len(rest), end=mention.end, label="LOC")
    if rest and primary(article.language) == "de" and table.before.get(fold(title)) == "ORG":
        return Mention(start=mention.end - len(rest), end=mention.end, label="ORG")
    if rest and _is_title(fold(title), article, table) and by_head(fold(surface), table) is None:
        return Mention(start=mention.end - len(rest), end=mention.end, label="PER")
    return mention


_NEXT_TO = frozenset({"neighbouring", "neighboring", "nearby"})
"""What stands before places and has a capital where it begins a sentence."""


def _is_title(word: str, article: Article, table: Heads) -> bool:
    """Whether a word is a title; in German, compounds of one are."""
    if primary(article.language) == "de":
        return word.endswith(_GERMAN_TITLES)
    return table.before.get(word) == "PER"


_GERMAN_TITLES = tuple(
    title + ending
    for title in ("chef", "minister", "sprecher", "leiter", "prasident", "direktor", "meister", "richter", "anwalt",
                  "trainer", "ingenieur", "fuhrer", "rat", "professor", "vorstand", "kommissar", "kapitan", "general")
    for ending in ("", "in")
)  # fmt: skip
