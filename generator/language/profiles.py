"""What of a text can be compared across languages: its concepts, names, figures, countries and organisations."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.language.aliases import known
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.lexicon import ENGLISH, tokens, translations
from generator.language.sounds import HAN, HANGUL, KANA, script_of
from generator.language.stopwords import stopwords
from generator.language.words import Word, words

CASED = frozenset(("latn", "cyrl"))
_FIGURE, _DIGIT = 0.7, 0.2
"""What a figure counts, and one of a single digit."""
_IDENTITY = 1.0
_UNKNOWN = 0.7
"""What a word counts that is neither listed nor a name."""
_CAPITAL_SHARE = 0.7
_SHORTEST_NAME = 3
_LONGEST_IDENTITY = 3
_NOUNS_CAPITAL = frozenset({"de"})
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class NameTerm:
    """A word that may be a name: the term it stands for, one of its written forms, its weight.

    `listed` is true where the term is a concept that the profile's terms have.
    """

    term: str
    surface: str
    weight: float
    listed: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """One text, ready to be compared.

    `terms` weighs concepts, figures (``#12``) and identities (``@FR``); `names` are compared by sound.
    """

    language: str
    terms: Mapping[str, float]
    names: tuple[NameTerm, ...]


def profile(text: str, language: str, names: Collection[str] = (), *, title: str = "") -> Profile:
    """The profile of a text; only its first 20,000 words count.

    `names` are names found in it by other means (a model): their tokens count as names whatever they look like. The
    words of a title count twice, as those of the text do not.
    """
    code = primary(language)
    text = f"{title}\n\n{text}" if title else text
    listed = words(text, code)[:_MOST_WORDS]
    counts: dict[str, int] = {}
    for token in (*tokens(listed, code), *tokens(words(title, code), code)):
        counts[token] = counts.get(token, 0) + 1
    candidates = _names(text, listed, code, frozenset(part for name in names for part in fold(name).split()))
    terms: dict[str, float] = {}
    named: list[NameTerm] = []
    for token, count in counts.items():
        weight = 1 + math.log(count)
        shares = translations(token, code)
        for concept, share in shares:
            terms[concept] = terms.get(concept, 0.0) + weight * share
        if token in candidates:
            term = shares[0][0] if code == ENGLISH else token
            named.append(NameTerm(term, candidates[token], weight, listed=bool(shares)))
        elif not shares and code != ENGLISH:
            terms[token] = terms.get(token, 0.0) + weight * _UNKNOWN
    if code != ENGLISH:
        # A word with several translations means one of them: the root keeps the shared ones from drowning.
        terms = {concept: math.sqrt(weight) for concept, weight in terms.items()}
    return Profile(code, terms | _figures(listed) | _identities(text, listed), tuple(named))


def _figures(listed: Sequence[Word]) -> dict[str, float]:
    return {f"#{word.key}": _FIGURE if len(word.key) > 1 else _DIGIT for word in listed if word.number}


def _identities(text: str, listed: Sequence[Word]) -> dict[str, float]:
    """The countries and organisations named, by their listed names of up to three words."""
    counts: dict[str, int] = {}
    plain = [word for word in listed if not word.number]
    for place, word in enumerate(plain):
        for last in plain[place : place + _LONGEST_IDENTITY]:
            if last.end - word.start > 40:  # noqa: PLR2004 - no listed name of three words is longer
                break
            identity = known(text[word.start : last.end])
            if identity:
                counts[identity] = counts.get(identity, 0) + 1
    return {f"@{identity}": _IDENTITY * (1 + math.log(count)) for identity, count in counts.items()}


def _names(text: str, listed: Sequence[Word], language: str, given: frozenset[str]) -> dict[str, str]:
    """The keys that may be names, each with a written form.

    Where there are capitals, what mostly has one; German nouns and words of scripts without capitals only where the
    lexicon does not have them.
    """
    seen: dict[str, tuple[int, int, str]] = {}
    for word in listed:
        surface = text[word.start : word.end]
        if word.stop or word.number or len(surface) < _SHORTEST_NAME or script_of(surface) in (HAN, HANGUL):
            continue
        capitals, total, form = seen.get(word.key, (0, 0, surface))
        capital = surface[:1].isupper()
        seen[word.key] = capitals + capital, total + 1, surface if capital and not form[:1].isupper() else form
    found = {}
    for key, (capitals, total, form) in seen.items():
        if fold(form) in given or _name_like(key, form, capitals / total, language):
            found[key] = form
    return found


def _name_like(key: str, form: str, capital_share: float, language: str) -> bool:
    script = script_of(form)
    if script in CASED and capital_share < _CAPITAL_SHARE:
        return False
    if script not in CASED or language in _NOUNS_CAPITAL:
        return not translations(key, language) and key not in stopwords(language)
    return script != KANA or not translations(key, language)
