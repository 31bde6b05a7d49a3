"""Names in Arabic that the recogniser missed, by the words before them: "مدينة صفران", "لواء الصقر".

A script without capitals gives names away by grammar. A noun for a kind of place or body has its name behind it; behind
a definite title a word that is not definite is no adjective, hence a name; two words that begin with a given name are a
person if a title, a verb of speech or another article of the story bears them out. What is found once is looked for in
all articles of the story.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.language.codes import primary
from generator.language.cues import given_names
from generator.language.edges import calendar_words
from generator.language.fold import fold
from generator.language.lexicon import is_word
from generator.language.names import same_name
from generator.language.stopwords import stopwords
from generator.model import Analysis, Article, Label, Mention

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652])*")
_ATTACHED = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_ARTICLE = "ال"
_SHORTEST = 3
_OFTEN = 2
_SAME = 0.84
_ENOUGH = 3.0
"""How much must speak for two words being a person's name."""
_GIVEN, _TITLED, _SAID, _TWICE, _STRANGE = 1.5, 2.0, 1.0, 1.5, 0.5
_MOST_OF_OFFICE = 3


class _Token(NamedTuple):
    """A word of an article; `joined` where nothing but a space parts it from the word before."""

    start: int
    end: int
    text: str
    joined: bool


class _Found(NamedTuple):
    """A name and its kind, and whether what stands before it is a sure ground."""

    surface: str
    label: Label
    sure: bool


def with_constructs(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses; those in Arabic have the names among their mentions that the words before them tell."""
    arabic = [one for one in members if primary(one.article.language) == "ar"]
    if not arabic:
        return tuple(members)
    tokens = {one.article.id: _tokens(one.article) for one in arabic}
    names = _chosen([found for one in arabic for found in _found(one.article, tokens[one.article.id])], arabic)
    names |= _people(arabic, tokens)
    return tuple(_with(one, names) if one in arabic else one for one in members)


def _tokens(article: Article) -> list[_Token]:
    found: list[_Token] = []
    for match in _WORD.finditer(article.text):
        joined = bool(found) and article.text[found[-1].end : match.start()] == " "
        found.append(_Token(match.start(), match.end(), match[0], joined))
    return found


# --- places and bodies --------------------------------------------------------------------------------------


def _found(article: Article, tokens: Sequence[_Token]) -> Iterator[_Found]:
    """What nouns for places and bodies have behind them in an article."""
    nouns = construct()
    for index, token in enumerate(tokens):
        noun, cut = _noun(token.text, nouns["settlement"] | nouns["feature"] | nouns["body"])
        if noun is None or not _follows(tokens, index + 1):
            continue
        if noun in nouns["settlement"]:
            last = _place_end(tokens, index + 1)
            if last:
                yield _Found(article.text[tokens[index + 1].start : tokens[last - 1].end], "LOC", sure=True)
        elif noun in nouns["feature"]:
            last = _place_end(tokens, index + 1, after_feature=True)
            if last:
                strange = not _is_plain(tokens[index + 1].text)
                yield _Found(article.text[token.start + cut : tokens[last - 1].end], "LOC", sure=strange)
        else:
            last = _body_end(tokens, index + 1)
            if last:
                yield _Found(article.text[token.start + cut : tokens[last - 1].end], "ORG", sure=False)


def _noun(word: str, nouns: frozenset[str]) -> tuple[str | None, int]:
    """The noun that a word is, and how many letters are attached in front of it."""
    for attached in _ATTACHED:
        rest = word[len(attached) :]
        if word.startswith(attached) and fold(rest) in nouns:
            return fold(rest), len(attached)
    return None, 0


def _follows(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a word stands there that may belong to a name begun by the word before."""
    if index >= len(tokens) or not tokens[index].joined:
        return False
    word = fold(tokens[index].text)
    return len(word) >= _SHORTEST and word not in stopwords("ar") and not _is_attached_stop(word)


def _is_attached_stop(word: str) -> bool:
    return word[:1] in "وف" and word[1:] in stopwords("ar")


def _place_end(tokens: Sequence[_Token], first: int, *, after_feature: bool = False) -> int:
    """Behind which word a place's name that begins at one ends; 0 if none does."""
    begins = fold(tokens[first].text)
    if not after_feature and begins in construct()["feature"] | construct()["landmark"] | _PARTS:
        return first + 2 if _follows(tokens, first + 1) else 0
    return first + 1 if begins not in construct()["ordinary"] else 0


_PARTS = frozenset({"ابو", "ام", "بني", "بيت", "كفر", "خان", "باب", "ذي", "ذات", "سان"})


def _is_plain(word: str) -> bool:
    return is_word(word, "ar")


def _body_end(tokens: Sequence[_Token], first: int) -> int:
    """Behind which word a body's name ends: its first definite or strange word, and what qualifies that; else 0."""
    for index in range(first, min(first + _MOST_OF_OFFICE, len(tokens))):
        if not _follows(tokens, index):
            return 0
        word = tokens[index].text
        if word.startswith(_ARTICLE):
            return _qualified(tokens, index + 1)
        if not _is_plain(word) and fold(word) not in construct()["ordinary"]:
            goes_on = _follows(tokens, index + 1) and tokens[index + 1].text.startswith(_ARTICLE)
            return _qualified(tokens, index + 1 + goes_on)
    return 0


def _qualified(tokens: Sequence[_Token], index: int) -> int:
    """Behind definite adjectives and what a body is for: "الوطنية للسلامة"."""
    if _follows(tokens, index) and re.match(r"ال\w+ي[ةه]?$", tokens[index].text):
        index += 1
    if index < len(tokens) and tokens[index].joined and re.match(r"لل\w{3,}$", tokens[index].text):
        index += 1
    return index


def _chosen(found: Sequence[_Found], members: Sequence[Analysis]) -> dict[str, Label]:
    """The names that stand at least twice in the story, or that a noun of settlement tells, the commonest kind each."""
    counts: dict[str, Counter[Label]] = {}
    for one in found:
        counts.setdefault(one.surface, Counter())[one.label] += 1
    sure = {one.surface for one in found if one.sure}
    texts = [one.article.text for one in members]
    kept = {}
    for surface, labels in sorted(counts.items()):
        often = sum(len(re.findall(rf"{re.escape(surface)}(?!\w)", text)) for text in texts)
        strange = " " in surface or not _is_plain(surface)
        if often >= _OFTEN or (surface in sure and strange):
            kept[surface] = min(labels, key=lambda label: (-labels[label], label))
    return {surface: label for surface, label in kept.items() if not _outgrown(surface, kept, texts)}


def _outgrown(surface: str, names: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether a name stands only as the beginning of one longer name."""
    longer = [name for name in names if name.startswith(surface + " ")]
    count = sum(text.count(surface) for text in texts)
    return any(sum(text.count(name) for text in texts) == count for name in longer)


# --- people -------------------------------------------------------------------------------------------------


def _people(members: Sequence[Analysis], tokens: Mapping[str, Sequence[_Token]]) -> dict[str, Label]:
    """Pairs of words for which enough speaks that they are somebody's name."""
    weights: dict[str, float] = {}
    seen: dict[str, set[str]] = {}
    for one in members:
        found = tokens[one.article.id]
        for index in range(len(found) - 1):
            if not _may_be_person(found, index):
                continue
            surface = one.article.text[found[index].start : found[index + 1].end]
            seen.setdefault(surface, set()).add(one.article.id)
            weights[surface] = max(weights.get(surface, 0.0), _before_person(found, index))
    named = [name.split() for name in _named_people(members)]
    total = {
        surface: weights[surface]
        + _in_itself(surface)
        + _TWICE * (len(articles) > 1 or any(_is_same_person(surface.split(), name) for name in named))
        for surface, articles in seen.items()
    }
    kept = {surface for surface, weight in total.items() if weight >= _ENOUGH}
    lasts = {surface.split()[1] for surface in kept}
    return {surface: "PER" for surface in sorted(kept) if surface.split()[0] not in lasts}


def _named_people(members: Sequence[Analysis]) -> Iterator[str]:
    """The names of two words that the recogniser takes for people's."""
    for one in members:
        for mention in one.mentions:
            surface = one.article.text[mention.start : mention.end]
            if mention.label == "PER" and surface.count(" ") == 1:
                yield surface


def _is_same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    return fold(one[0]) == fold(other[0]) and same_name(one[1], other[1]) >= _SAME


def _may_be_person(tokens: Sequence[_Token], index: int) -> bool:
    first, second = tokens[index], tokens[index + 1]
    if not (first.joined or index == 0 or fold(first.text) in given_names()) or not _follows(tokens, index + 1):
        return False
    word = fold(first.text)
    titled = first.joined and index > 0 and _noun(tokens[index - 1].text, construct()["title"])[0] is not None
    return (
        len(word) >= _SHORTEST
        and not first.text.startswith(_ARTICLE)
        and word not in stopwords("ar")
        and word not in construct()["ordinary"]
        and not _is_attached_stop(word)
        and not {first.text, second.text} & calendar_words("ar")
        and not (titled and word == _IN_THE_NAME)
        and _noun(first.text, _all_nouns())[0] is None
        and _noun(second.text, _all_nouns())[0] is None
        and (word in given_names() or titled or not _is_plain(first.text))
        and _may_be_surname(second.text, after_given=word in given_names())
    )


_IN_THE_NAME = "باسم"
"""Behind a spokesman no given name but "on behalf of"."""


def _may_be_surname(word: str, *, after_given: bool) -> bool:
    if fold(word) in given_names() or word.startswith(_ARTICLE):
        return True
    if _is_plain(word) or (word[0] in "بلك" and _is_plain(word[1:])):
        return False
    return after_given or not word.endswith("ة")


def _in_itself(surface: str) -> float:
    """What a pair of words itself speaks for: a given name, words that no dictionary has."""
    first, second = surface.split(" ")
    strange = sum(not _is_plain(word) for word in (first, second)) * _STRANGE
    return (_GIVEN if fold(first) in given_names() else 0.0) + strange


def _before_person(tokens: Sequence[_Token], index: int) -> float:
    """What stands before two words: a title, an office with its body, a verb of speech; a little for anything else."""
    if not index or not tokens[index].joined:
        return _LITTLE
    nouns = construct()
    if _noun(tokens[index - 1].text, nouns["title"])[0] is not None or _is_office(tokens, index):
        return _TITLED
    return _SAID if _noun(tokens[index - 1].text, nouns["speech"])[0] is not None else _LITTLE


_LITTLE = 0.1


def _is_office(tokens: Sequence[_Token], index: int) -> bool:
    """Whether an office and up to three words that say of what stand before: "مدير المستشفى المركزي"."""
    for back in range(1, _MOST_OF_OFFICE + 2):
        if index - back < 0:
            return False
        if back > 1 and _noun(tokens[index - back].text, construct()["office"])[0] is not None:
            return True
        if not tokens[index - back].joined or fold(tokens[index - back].text) in _ENDS_OFFICE:
            return False
    return False


_ENDS_OFFICE = frozenset({"ان", "في", "من", "على", "الى", "عن", "مع"})


# --- where the names stand ----------------------------------------------------------------------------------


def _with(analysis: Analysis, names: Mapping[str, Label]) -> Analysis:
    """The analysis with every place of the names; they take the place of mentions that they are a part of."""
    article = analysis.article
    mentions = list(analysis.mentions)
    people = {name.split()[-1] for name, label in names.items() if label == "PER"}
    lone: dict[str, Label] = dict.fromkeys((name for name in people if _is_surname(name)), "PER")
    lone |= dict.fromkeys((rest for name in names if (rest := short_form(name)) is not None), "ORG")
    wanted: dict[str, Label] = {**lone, **names}
    for name in sorted(wanted, key=lambda one: (-len(one.split()), -len(one), one)):
        for start, end in _places(article.text, name):
            over = [one for one in mentions if one.start < end and start < one.end]
            if all(_gives_way(one, start, end, whole=name in names) for one in over):
                mentions = [one for one in mentions if one not in over]
                mentions.append(Mention(start=start, end=end, label=wanted[name]))
    return replace(analysis, mentions=tuple(sorted(mentions)))


def short_form(name: str) -> str | None:
    """What a body is called without its kind: "نادي السواحل" is السواحل; None where that says too little."""
    noun, _, rest = name.partition(" ")
    if fold(noun) not in construct()["body"] or len(rest) <= _SHORTEST:
        return None
    return rest if fold(noun) in _CLUBS or not any(_is_plain(word) for word in rest.split()) else None


_CLUBS = frozenset({"نادي"})
"""Kinds of bodies that are called by their names alone, be these common words."""


def _is_surname(word: str) -> bool:
    return len(word) > _SHORTEST and (word.startswith(_ARTICLE) or not _is_plain(word))


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w)[وف]?[بلك]?({re.escape(name)})(?!\w)", text):
        yield match.span(1)


def _gives_way(mention: Mention, start: int, end: int, *, whole: bool) -> bool:
    """Whether a name takes the place of a mention: a whole one of what is its part, or what runs into it."""
    inside = start <= mention.start and mention.end <= end
    around = mention.start <= start and end <= mention.end
    runs_into = mention.start < start < mention.end < end and mention.label != "PER"
    return whole and (inside != around or runs_into)


@lru_cache(maxsize=1)
def construct() -> Mapping[str, frozenset[str]]:
    """The nouns that names follow, folded, by what follows them."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "construct.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(fold(word) for word in words) for kind, words in data.items()}


@lru_cache(maxsize=1)
def _all_nouns() -> frozenset[str]:
    return frozenset(word for words in construct().values() for word in words)
