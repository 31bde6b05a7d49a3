"""Names made of common words, which other languages translate: Harbour Light is ضوء الميناء.

Two such names are one if every word of one has its counterpart in the other, by what it may mean or by its sound.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from generator.compare.arabic import construct
from generator.compare.senses import concepts
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.names import same_name
from generator.language.relations import akin
from generator.language.words import Word, key, words
from generator.model import Analysis, Article, Label, Mention
from generator.text import script

_FEWEST, _MOST = 2, 4
"""Words of a name that may be translated: a single common word is too little."""
_SOUNDS = 0.84
_SHARE = 0.15
"""The share of a word's uses in another language from which on it may translate a name's word."""


class Name(NamedTuple):
    """A name as it is written, and its language."""

    surface: str
    language: str


def translates(one: Name, other: Name) -> bool:
    """Whether one name is the other's translation, word by word in any order; one may say what kind of body it is."""
    return any(_translates(ours, theirs) for ours in _variants(one) for theirs in _variants(other))


def _variants(name: Name) -> tuple[Name, ...]:
    """The name, and without the noun for bodies that an Arabic one begins with: "شركة دلتا للأنابيب"."""
    noun, _, rest = name.surface.partition(" ")
    if primary(name.language) == "ar" and " " in rest and fold(noun) in construct()["body"]:
        return (name, Name(rest, name.language))
    return (name,)


def _translates(one: Name, other: Name) -> bool:
    ours, theirs = _words(one), _words(other)
    if primary(one.language) == primary(other.language) or len(ours) != len(theirs):
        return False
    if not _FEWEST <= len(ours) <= _MOST:
        return False
    return any(
        all(_fits(a, one.language, b, other.language) for a, b in zip(ours, order, strict=True))
        for order in permutations(theirs)
    )


@lru_cache(maxsize=20_000)
def _words(name: Name) -> tuple[tuple[str, Word], ...]:
    return tuple(
        (name.surface[word.start : word.end], word) for word in words(name.surface, name.language) if not word.stop
    )


def meanings(name: Name) -> frozenset[str]:
    """What the words of a name may mean, in English: two names of which one translates the other share some."""
    return frozenset(meaning for _, word in _words(name) for meaning in _meanings(word, name.language))


def meanings_of_words(name: Name) -> tuple[frozenset[str], ...]:
    """What each word of a name may mean, in English."""
    return tuple(_meanings(word, name.language) for _, word in _words(name))


def _fits(one: tuple[str, Word], language: str, other: tuple[str, Word], its_language: str) -> bool:
    """Whether two words of a name stand for each other: by meaning, or by sound where they have none in common."""
    ours, theirs = _meanings(one[1], language), _meanings(other[1], its_language)
    if ours & theirs or any(akin(a, b) for a in ours for b in theirs):
        return True
    return same_name(_bare(one[0]), _bare(other[0])) >= _SOUNDS


def _meanings(word: Word, language: str) -> frozenset[str]:
    found = {found.removeprefix("=") for found, share in concepts(word, language).items() if share >= _SHARE}
    return frozenset(found | set(_generic().get(word.key, ())))


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > _FEWEST + 2 else word


_ARABIC_GENERIC = {"رأس": ("cape", "point"), "جبل": ("mount",), "حصن": ("fort",), "سان": ("saint",),
                   "يونايتد": ("united",), "سيتي": ("city",), "روفرز": ("rover",)}  # fmt: skip
"""Words for kinds of places and clubs that dictionaries do not give for each other."""


@lru_cache(maxsize=1)
def _generic() -> Mapping[str, Sequence[str]]:
    return {key(word, "ar"): english for word, english in _ARABIC_GENERIC.items()}


# --- names that another language's articles have ----------------------------------------------------------


def with_translated(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses; those in Arabic letters have translations of the others' names among their mentions."""
    known = {
        (Name(one.article.text[mention.start : mention.end], one.article.language), mention.label)
        for one in members
        if not _is_arabic(one)
        for mention in one.mentions
        if mention.label != "PER" and " " in one.article.text[mention.start : mention.end]
    }
    meant: dict[str, list[tuple[Name, Label]]] = {}
    for name, label in sorted(known):
        for meaning in meanings(name):
            meant.setdefault(meaning, []).append((name, label))
    return tuple(_with_found(one, meant) if meant and _is_arabic(one) else one for one in members)


def _is_arabic(analysis: Analysis) -> bool:
    return script(analysis.article.text[:_SAMPLE]) == "Arab"


_SAMPLE = 1000
"""Characters that tell an article's script."""


def _with_found(analysis: Analysis, meant: Mapping[str, Sequence[tuple[Name, Label]]]) -> Analysis:
    article = analysis.article
    mentions = list(analysis.mentions)
    for start, end in _runs(article):
        surface = Name(article.text[start:end], article.language)
        named = {entry for meaning in meanings(surface) for entry in meant.get(meaning, ())}
        label = next((label for name, label in sorted(named) if translates(name, surface)), None)
        over = [one for one in mentions if one.start < end and start < one.end]
        if label is None or any(_holds_more(article.text, one, start, end) for one in over):
            continue
        mentions = [one for one in mentions if one not in over]
        mentions.append(Mention(start=start, end=end, label=label))
    return replace(analysis, mentions=tuple(sorted(mentions)))


def _holds_more(text: str, mention: Mention, start: int, end: int) -> bool:
    """Whether a mention has more than a stretch, other than the noun for bodies before it."""
    before = text[mention.start : start].strip()
    return end < mention.end or (mention.start < start and fold(before) not in construct()["body"])


def _runs(article: Article) -> Iterator[tuple[int, int]]:
    """Two or three words in a row with nothing but a space between them, attached words left out."""
    found = list(words(article.text, article.language))
    for length in (_FEWEST + 1, _FEWEST):
        for first in range(len(found) - length + 1):
            run = found[first : first + length]
            if all(article.text[a.end : b.start] == " " for a, b in pairwise(run)) and not (
                run[0].stop or run[-1].stop
            ):
                yield run[0].start, run[-1].end
