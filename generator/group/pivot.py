"""Articles of all languages in one space: English words stand for meanings, and one form for each name.

A word of another language becomes the English words that the lexicon gives for it; a name becomes the name it sounds
like among those already met, English ones first; figures stay. What nothing is known about stands for itself, so that
spellings shared by two languages still meet.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from generator.group.background import shares_of
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.lexicon import is_word, tokens, translations
from generator.language.likeness import likeness
from generator.language.names import token_keys
from generator.language.sounds import HAN, HANGUL, KANA, script_of
from generator.language.words import Word, words
from generator.model import Analysis

PIVOT = "en"
_LONGEST = 12_000
_NAME_SHARE = 0.7
"""Share of a word's occurrences inside sentences that are capitalised, from which it is a name."""
_SOUNDS_ALIKE = 0.7
_CLOSE = 0.15
"""Names this much less alike than the best one still count."""
_NAMESAKE = 0.3
"""What a name's meaning as a common word is worth."""
_FIGURE, _DIGIT = 0.7, 0.2
_FIGURES = {1: 0.5, 2: 0.15, 3: 0.03, 4: 0.08}
"""About how many articles have a certain figure, by its digits; of four digits most are years."""
_LONG_FIGURE = 0.01
_SHORTEST_NAME = 3
_MOST_SURFACES = 3
"""Spellings of one name that are looked up."""
_COMMON_SOUND = 300
"""Names that share a sound, above which the sound tells nothing."""
_SENTENCE_ENDS = '.!?:"“”«»؟。\n'

_SHORT = 4
"""Names of so few letters are the same within one script only where they are spelled the same."""
_UNSPACED = frozenset({HAN, KANA, HANGUL})

Targets = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one article: counts by key, the surface of those that may be names, and its figures."""

    article_id: str
    language: str
    counts: Mapping[str, int]
    capitalised: Mapping[str, str]
    figures: frozenset[str]


def reading(analysis: Analysis) -> Reading:
    """The words of an article."""
    article = analysis.article
    language = primary(article.language)
    title = article.title or ""
    # The title counts twice.
    text = f"{title}\n{title}\n{article.text[:_LONGEST]}"
    found = [word for word in words(text, language) if not word.stop]
    return Reading(
        article_id=article.id,
        language=language,
        counts=Counter(tokens(found, language)),
        capitalised={word.key: text[word.start : word.end] for word in reversed(found) if _may_be_name(text, word)},
        figures=frozenset(word.key for word in found if word.number),
    )


def in_pivot(readings: Sequence[Reading]) -> tuple[dict[str, float], ...]:
    """Each article's terms in the common space, with their weights before any document frequency."""
    targets = _names(readings)
    return tuple(_terms(one, targets) for one in readings)


def share(term: str) -> float:
    """The share of articles in the background that a term of the common space stands in."""
    if term.startswith("#"):
        return _FIGURES.get(len(term) - 1, _LONG_FIGURE)
    return _concept_shares().get(term, 0.0)


@cache
def _concept_shares() -> Mapping[str, float]:
    """The share of English articles that mean each concept."""
    found: dict[str, float] = defaultdict(float)
    for word, articles in shares_of(PIVOT).items():
        for concept, part in translations(word, PIVOT):
            found[concept] = min(1.0, found[concept] + part * articles)
    return found


def _terms(one: Reading, targets: Mapping[tuple[str, str], Targets]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for key, count in one.counts.items():
        for target, share in _targets(key, one.language, targets).items():
            found[target] += share * (1 + math.log(count))
    if one.language != PIVOT:
        # Shares of many senses are small: the root lifts them.
        found = defaultdict(float, {target: math.sqrt(weight) for target, weight in found.items()})
    for figure in one.figures:
        found[f"#{figure}"] = _FIGURE if len(figure) > 1 else _DIGIT
    return dict(found)


def _targets(key: str, language: str, names: Mapping[tuple[str, str], Targets]) -> Targets:
    """What a word stands for in the common space."""
    meant = dict(translations(key, language))
    called = names.get((language, key))
    if called is None:
        return meant or {key: 1.0}
    found = {target: share * _NAMESAKE for target, share in meant.items()}
    return found | {target: max(share, found.get(target, 0.0)) for target, share in called.items()}


def _names(readings: Sequence[Reading]) -> Mapping[tuple[str, str], Targets]:
    """For each name in another language, the names of the common space that it sounds like; itself where none does."""
    pool: dict[str, set[tuple[str, str]]] = defaultdict(set)
    found: dict[tuple[str, str], Targets] = {}
    by_language = _forms(readings)
    for language in sorted(by_language, key=lambda code: (code != PIVOT, code)):
        fresh: list[tuple[str, str]] = []
        for key, surfaces in sorted(by_language[language].items()):
            called = _sounding_like(surfaces, pool) if language != PIVOT else {}
            if called:
                found[language, key] = called
            else:
                fresh += [(key, surface) for surface in sorted(surfaces)]
        for key, surface in fresh:
            # Without capitals any rare word may be taken for a name: such ones find names, and are none to be found.
            for sound in token_keys(surface) if _has_case(surface) else ():
                pool[sound].add((_own(key, language), surface))
    return found


def _own(key: str, language: str) -> str:
    """A name in the common space: English ones may be concepts, others stand for themselves."""
    return translations(key, language)[0][0] if language == PIVOT else key


def _sounding_like(surfaces: Iterable[str], pool: Mapping[str, set[tuple[str, str]]]) -> Targets:
    best: dict[str, float] = {}
    for surface in sorted(surfaces)[:_MOST_SURFACES]:
        sounds = [pool[sound] for sound in sorted(_sounds(surface)) if sound in pool]
        known = {entry for entries in sounds if len(entries) <= _COMMON_SOUND for entry in entries}
        for key, other in known:
            alike = _alike(surface, other)
            if alike >= _SOUNDS_ALIKE:
                best[key] = max(best.get(key, 0.0), alike)
    most = max(best.values(), default=0.0)
    return {key: alike for key, alike in sorted(best.items()) if alike >= most - _CLOSE}


def _sounds(surface: str) -> frozenset[str]:
    """The blocking keys of a name; the loose ones, marked, are for scripts that are written without spaces."""
    keys = token_keys(surface)
    return keys if script_of(surface) in _UNSPACED else frozenset(key for key in keys if not key.startswith("~"))


def _alike(one: str, other: str) -> float:
    """How likely two names are the same: by spelling within one script, which is quick, else by sound."""
    if script_of(one) == script_of(other):
        return ratio(fold(one), fold(other)) / 100 if len(one) > _SHORT or fold(one) == fold(other) else 0.0
    return likeness(one, other)


def _forms(readings: Sequence[Reading]) -> Mapping[str, Mapping[str, set[str]]]:
    """Per language, the keys that are names, each with its surfaces."""
    total: Counter[tuple[str, str]] = Counter()
    capital: Counter[tuple[str, str]] = Counter()
    surfaces: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in readings:
        total.update((one.language, key) for key in one.counts)
        capital.update((one.language, key) for key in one.capitalised)
        for key, surface in one.capitalised.items():
            surfaces[one.language, key].add(surface)
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for (language, key), count in capital.items():
        known_word = not _has_case(key) and is_word(key, language)
        if count >= _NAME_SHARE * total[language, key] and not known_word:
            found[language][key] = surfaces[language, key]
    return found


def _has_case(text: str) -> bool:
    """Whether a word is of a script with capitals."""
    return text[:1].upper() != text[:1].lower()


def _may_be_name(text: str, word: Word) -> bool:
    """Whether a word stands capitalised within a sentence, or in a script without capitals."""
    first = text[word.start]
    if word.number or word.end - word.start < _SHORTEST_NAME:
        return False
    if not _has_case(first):
        return True
    before = text[max(0, word.start - 2) : word.start].rstrip(" ")
    return first.isupper() and bool(before) and before[-1] not in _SENTENCE_ENDS
