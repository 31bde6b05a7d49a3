"""People in Arabic articles that the recogniser missed: two words and more that enough speaks for being a name.

Behind a definite title a word that is not definite is no adjective, hence a name; two words that begin with a given
name are a person if a title, a verb of speech or another article of the story bears them out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.compare.arabic import (
    ARTICLE,
    SHORTEST,
    Token,
    all_nouns,
    construct,
    follows,
    is_attached_stop,
    is_plain,
    noun_of,
)
from generator.language.cues import given_names
from generator.language.edges import calendar_words
from generator.language.fold import fold
from generator.language.names import same_name
from generator.language.stopwords import stopwords
from generator.model import Analysis, Label

_SAME = 0.84
_ENOUGH = 3.0
"""How much must speak for words being a person's name."""
_GIVEN, _TITLED, _SAID, _TWICE, _STRANGE = 1.5, 2.0, 1.0, 1.5, 0.5
_MOST_OF_OFFICE = 3


def people(members: Sequence[Analysis], tokens: Mapping[str, Sequence[Token]]) -> dict[str, Label]:
    """Pairs of words for which enough speaks that they are somebody's name."""
    weights: dict[str, float] = {}
    seen: dict[str, set[str]] = {}
    for one in members:
        found = tokens[one.article.id]
        lone = {m.start for m in one.mentions if m.label == "PER" and " " not in one.article.text[m.start : m.end]}
        for index in range(len(found) - 1):
            if not _may_be_person(found, index) or (found[index].start in lone and not _is_definite(found, index + 1)):
                continue
            surface = one.article.text[found[index].start : found[_person_end(found, index) - 1].end]
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
    lasts = {surface.split()[-1] for surface in kept}
    return {surface: "PER" for surface in sorted(kept) if surface.split()[0] not in lasts}


def _is_definite(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text.startswith(ARTICLE)


def _person_end(tokens: Sequence[Token], index: int) -> int:
    """Behind which word a person's name ends that begins with at least two: "عبد العزيز الدوري", "زيد بن حارث"."""
    end = index + 2
    if follows(tokens, end):
        compound = fold(tokens[index].text) in _COMPOUND and _may_be_surname(tokens[end].text, True)
        end += compound or (fold(tokens[end - 1].text) in given_names() and _is_third(tokens[end].text))
    while end < len(tokens) and tokens[end].joined and fold(tokens[end].text) in _SON and follows(tokens, end + 1):
        end += 2
    return end


_COMPOUND = frozenset({"عبد", "ابو", "ام"})
_SON = frozenset({"بن", "ابن", "بنت", "ال"})
"""Folded; the last stands for a house, and is written apart."""


def _is_third(word: str) -> bool:
    """Whether a word behind two given names is a third."""
    return fold(word) in given_names() or (word.startswith(ARTICLE) and not is_plain(word))


def _named_people(members: Sequence[Analysis]) -> Iterator[str]:
    """The names of two words that the recogniser takes for people's."""
    for one in members:
        for mention in one.mentions:
            surface = one.article.text[mention.start : mention.end]
            if mention.label == "PER" and surface.count(" ") == 1:
                yield surface


def _is_same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    return fold(one[0]) == fold(other[0]) and same_name(one[1], other[1]) >= _SAME


def _may_be_person(tokens: Sequence[Token], index: int) -> bool:
    first, second = tokens[index], tokens[index + 1]
    if not (first.joined or index == 0 or fold(first.text) in given_names()) or not follows(tokens, index + 1):
        return False
    word = fold(first.text)
    titled = first.joined and index > 0 and noun_of(tokens[index - 1].text, construct()["title"])[0] is not None
    return (
        len(word) >= SHORTEST
        and not first.text.startswith(ARTICLE)
        and word not in stopwords("ar")
        and word not in construct()["ordinary"]
        and not is_attached_stop(word)
        and not {first.text, second.text} & calendar_words("ar")
        and not (titled and word == _IN_THE_NAME)
        and noun_of(first.text, all_nouns())[0] is None
        and noun_of(second.text, all_nouns())[0] is None
        and word not in _NO_PERSON
        and (word in given_names() or word in _COMPOUND or _may_be_given(first.text, titled))
        and _may_be_surname(second.text, word in given_names() or word in _COMPOUND)
    )


_NO_PERSON = frozenset({"سان", "سانت", "بابا"})


def _may_be_given(word: str, titled: bool) -> bool:  # noqa: FBT001 - private
    """Whether a word that no list of given names has may be one: strange, or behind a title; nothing attached."""
    if re.match(r"[وف]?(?:[بك]ال|لل)", word) or word.startswith("و") or (word[0] in "فبلك" and is_plain(word[1:])):
        return False
    return titled or (not is_plain(word) and word[0] not in "بلك")


_IN_THE_NAME = "باسم"
"""Behind a spokesman no given name but "on behalf of"."""


_NO_SURNAME = ("\u064b", "\u064bا", "هما", "ها", "هم")
"""Ends of adverbs, and pronouns for owners."""


def _may_be_surname(word: str, after_given: bool) -> bool:  # noqa: FBT001 - private
    if fold(word) in given_names() or word.startswith(ARTICLE):
        return True
    if (
        is_plain(word)
        or word.startswith("لل")
        or (word[0] in "بلكوف" and is_plain(word[1:]))
        or word.endswith(_NO_SURNAME)
    ):
        return False
    return after_given or not word.endswith("ة")


def _in_itself(surface: str) -> float:
    """What a pair of words itself speaks for: a given name, words that no dictionary has."""
    first, second = surface.split(" ")[:2]
    strange = sum(not is_plain(word) for word in (first, second)) * _STRANGE
    return (_GIVEN if fold(first) in given_names() else 0.0) + strange


def _before_person(tokens: Sequence[Token], index: int) -> float:
    """What stands before two words: a title, an office with its body, a verb of speech; a little for anything else."""
    if not index or not tokens[index].joined:
        return _LITTLE
    nouns = construct()
    if noun_of(tokens[index - 1].text, nouns["title"])[0] is not None or _is_office(tokens, index):
        return _TITLED
    said = noun_of(tokens[index - 1].text, nouns["speech"])[0] is not None
    return _SAID if said or _is_definite(tokens, index - 1) else _LITTLE


_LITTLE = 0.1


def _is_office(tokens: Sequence[Token], index: int) -> bool:
    """Whether an office and up to three words that say of what stand before: "مدير المستشفى المركزي"."""
    for back in range(1, _MOST_OF_OFFICE + 2):
        if index - back < 0:
            return False
        if back > 1 and noun_of(tokens[index - back].text, construct()["office"])[0] is not None:
            return True
        if not tokens[index - back].joined or fold(tokens[index - back].text) in _ENDS_OFFICE:
            return False
    return False


_ENDS_OFFICE = frozenset({"ان", "في", "من", "على", "الى", "عن", "مع"})
