"""A text cut into words, each with the key it is compared by."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.stems import stem
from generator.language.stopwords import stopwords

_LONGEST = 64
"""Characters of a token that count; what is longer is no word and keeps its beginning as its key."""
_LEMMATISED = frozenset({
    "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hbs", "hu", "id", "it", "lt", "lv", "ms",
    "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk",
})  # fmt: skip
_UNSPACED = r"\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED_SOUTH = r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u1000-\u103f\u1780-\u17d3"
_KATAKANA = r"\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"
MARKS = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    r"\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d"
    r"\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u200c\u200d"
)
"""Combining marks and joiners that stand within words, for a character class."""
_LETTER = rf"(?:(?![{_UNSPACED}{_UNSPACED_SOUTH}{_KATAKANA}])[^\W\d_]|[{MARKS}])"
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,٫٬]\d+)*(?:{_LETTER}|\d)*)"
    r"|(?P<initials>(?:[A-Za-z]\.){2,})"
    rf"|(?P<unspaced>[{_UNSPACED}]+|[{_UNSPACED_SOUTH}]+)"
    rf"|(?P<word>[{_KATAKANA}]+|(?:{_LETTER}|\d)+(?:['’ʼ׳״\"](?=[\u0590-\u05ff]){_LETTER}+|['’ʼ]{_LETTER}+)*)"
)
_ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|dall|sull|un|quest|gl)['’ʼ](?=.)", re.IGNORECASE
)
_ELIDING = frozenset({"fr", "it", "ca"})
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er|e|ere|eme|o|a|os|as|er|de|ste|й|го|я|е)\Z")
_HIRAGANA = re.compile(r"[\u3041-\u309f]+\Z")


class Word(NamedTuple):
    """A word of a text.

    `start` and `end` bound it without attached articles and possessives; `key` is what equal words have equal (light
    stem or lemma, folded; two characters where the script has no spaces; the plain figure of a number). `stop` is
    true for function words, `number` for figures.
    """

    start: int
    end: int
    key: str
    stop: bool = False
    number: bool = False


class _Form(NamedTuple):
    """What a token is, wherever it stands: `lead` and `trail` count the characters that do not belong to the word."""

    lead: int
    trail: int
    key: str
    stop: bool
    number: bool


def words(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text in order, at most linear in its length.

    Chinese, Japanese and Thai come as overlapping pairs of characters, as is usual in retrieval (Nie, Gao, Zhang,
    Zhou 2000). An unknown language gets folded words without stems.
    """
    code = primary(language)
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "unspaced":
            found.extend(_pairs(text, start, end, code))
            continue
        lead, trail, key, stop, number = _form(text[start : min(end, start + _LONGEST)], code)
        if key:
            found.append(Word(start + lead, end - trail, key, stop, number))
    return tuple(found)


def key(token: str, language: str) -> str:
    """The key of one token standing alone, as `words` gives it; empty for white space and punctuation."""
    bare = token.strip()[:_LONGEST]
    return _form(bare, primary(language)).key if bare else ""


def number_key(token: str) -> str:
    """A figure without group separators and with a point before decimals: ``1.234,5`` and ``1,234.5`` come out equal.

    Three digits behind a single mark are read as a group, as figures in news mostly are.
    """
    digits = fold(token)
    if _GROUPED.match(digits):
        return re.sub("[.,]", "", digits)
    whole, mark, decimals = _split_decimals(digits)
    return re.sub("[.,]", "", whole) + ("." + decimals if mark else "")


def _split_decimals(digits: str) -> tuple[str, str, str]:
    """The figure cut at its last mark."""
    last = max(digits.rfind("."), digits.rfind(","))
    return (digits, "", "") if last < 0 else (digits[:last], digits[last], digits[last + 1 :])


def _pairs(text: str, start: int, end: int, language: str) -> list[Word]:
    """Overlapping pairs of characters; a lone character stands for itself. Pairs of plain kana are function words.

    Chinese comes in simplified characters whatever it is written in.
    """
    told = fold(text[start:end])
    if len(told) != end - start:
        told = text[start:end]
    if language == "zh":
        told = told.translate(_simplified())
    size = min(2, end - start)
    pairs = ((start + index, told[index : index + size]) for index in range(end - start - size + 1))
    return [Word(at, at + size, pair, stop=bool(_HIRAGANA.match(pair))) for at, pair in pairs]


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """Traditional characters and how they are simplified."""
    lines = files("generator.language").joinpath("data/simplified.txt").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[1] for line in lines if not line.startswith("#")}


@lru_cache(maxsize=300_000)
def _form(token: str, language: str) -> _Form:
    """A token's key and what does not belong to it."""
    if token[0].isdigit():
        return _figure(token)
    if token.endswith(".") and len(token) > 1:
        joined = fold(token.replace(".", ""))
        return _Form(0, 0, _ACRONYMS.get(joined, joined), stop=False, number=False)
    lead, trail = _attached(token, language)
    bare = token[lead : len(token) - trail]
    folded = fold(bare)
    if bare.isupper() and folded in _ACRONYMS:
        return _Form(lead, trail, _ACRONYMS[folded], stop=False, number=False)
    kept = _key(bare, folded, language)
    listed = stopwords(language)
    stop = folded in listed or kept in listed or (len(folded) < _SHORTEST and folded.isascii())
    return _Form(lead, trail, kept, stop, number=False)


_SHORTEST = 2
_ACRONYMS = {"us": "usa"}
"""The country, not the pronoun."""


def _figure(token: str) -> _Form:
    ordinal = _ORDINAL.match(fold(token))
    if ordinal:
        return _Form(0, 0, ordinal[1], stop=False, number=True)
    if any(character.isalpha() for character in token):
        return _Form(0, 0, fold(token), stop=False, number=False)
    return _Form(0, 0, number_key(token), stop=False, number=True)


def _attached(token: str, language: str) -> tuple[int, int]:
    """How many characters of a French or Italian elided article stand before the word, of a possessive behind it."""
    elided = _ELISION.match(token) if language in _ELIDING else None
    owned = _POSSESSIVE.search(token) if language in ("en", "de", "nl", "und") else None
    return (elided.end() if elided else 0), (len(owned[0]) if owned and owned.start() else 0)


def _key(bare: str, folded: str, language: str) -> str:
    if language in _LEMMATISED and len(folded) < _LONGEST:
        return _lemma(bare, folded, language)
    return stem(folded, _script_language(folded, language))


def _script_language(folded: str, language: str) -> str:
    """The language whose light stems fit a token's script, where the text's own language is written otherwise."""
    first = folded[:1]
    if "\u0600" <= first <= "\u06ff":
        return language if language in _ARABIC_SCRIPT else "ar"
    if "\u0590" <= first <= "\u05ff":
        return "he"
    return language


_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})


def _lemma(bare: str, folded: str, language: str) -> str:
    # simplemma loads a language's table on first use.
    from simplemma import lemmatize  # noqa: PLC0415

    return fold(lemmatize(bare, lang=language)) or folded
