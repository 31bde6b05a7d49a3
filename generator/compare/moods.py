"""How sure a statement is of what it says, by its words and by the endings of its verbs.

Words and phrases come from the lists of the language. Endings tell the future of French and Spanish, their conditional,
and the Arabic future in سـ; Arabic قد is a doubt only before an imperfect: before a perfect it says that it is done.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.compare.lexis import Hit, hits
from generator.compare.statements import Statement

Forms = Sequence[tuple[str, ...]]


class Mood(NamedTuple):
    """Words that say how sure something is. `inflected` is true of a verb whose own ending says so."""

    hit: Hit
    inflected: bool


class _Ending(NamedTuple):
    verb: re.Pattern[str]
    level: str


_ENDINGS: Mapping[str, tuple[_Ending, ...]] = {
    "fr": (
        _Ending(re.compile(r"\w+(e|i|d|t|v|r|u)(ra|ront)"), "certain"),
        _Ending(re.compile(r"\w+(e|i|d|t|v|r)(rait|raient)"), "possible"),
    ),
    "es": (
        _Ending(re.compile(r"\w+(rá|rán|remos)"), "certain"),
        _Ending(re.compile(r"(\w{2,}[aei]|\w*[db]|har|dir|quer|ir)r?(ía|ían)"), "conditional"),
    ),
}
"""Endings of the future and the conditional, of words as they are written; French papers use the latter for rumours."""


def moods(statement: Statement, forms: Forms) -> Iterator[Mood]:
    """Every word, phrase or ending that says how sure something is, left to right."""
    listed = [hit for hit in hits(statement.lexis.modality, forms) if hit.meaning != _NONE]
    listed = [hit for hit in listed if not (_is_month(statement, hit) or _is_begun(statement, hit))]
    taken = {place for hit in hits(statement.lexis.modality, forms) for place in range(hit.first, hit.last)}
    found = [Mood(hit, inflected=False) for hit in listed if not _is_done(statement, hit)]
    found += [mood for mood in _inflected(statement, forms) if mood.hit.first not in taken]
    yield from sorted(found, key=lambda mood: mood.hit.first)


def _is_month(statement: Statement, hit: Hit) -> bool:
    """Whether "May" with a capital stands beside a number: "7 May", "May 2031"."""
    token = statement.tokens[hit.first]
    if hit.last - hit.first > 1 or token.forms[0] != _MAY or statement.article.text[token.start].islower():
        return False
    beside = statement.tokens[max(0, hit.first - 1) : hit.last + 1]
    return any(one.number for one in beside)


def _is_begun(statement: Statement, hit: Hit) -> bool:
    """Whether an Arabic "began", which folds to the same letters as "seemed", is written with its hamza."""
    token = statement.tokens[hit.first]
    return hit.last - hit.first == 1 and statement.article.text[token.start : token.end].endswith(_BEGAN)


_MAY, _BEGAN = "may", "بدأ"
_NONE = "none"
"""Under this key the lists name phrases that only look like one of the others."""


def _is_done(statement: Statement, hit: Hit) -> bool:
    """Whether an Arabic particle of doubt stands before a perfect, or after "was": it only says that it is done."""
    particle = statement.tokens[hit.first].forms
    if statement.language != "ar" or hit.last - hit.first > 1 or _PARTICLE not in particle:
        return False
    before = statement.tokens[hit.first - 1].forms if hit.first else ()
    if particle[0] == _SURELY or any(form in _WAS for form in before) or hit.last >= len(statement.tokens):
        return True
    verb = statement.tokens[hit.last].forms
    if any(hits(statement.lexis.negation, [verb])):
        return False
    return not verb[0].startswith(_IMPERFECT) or _is_perfect(statement, verb)


def _is_perfect(statement: Statement, verb: tuple[str, ...]) -> bool:
    """Whether a verb in ت is a perfect of the fifth or sixth form: a listed one, or a feminine that ends in ت."""
    listed = any(hits(statement.lexis.perfect, [verb]))
    feminine = verb[0].startswith(_TA) and verb[0].endswith(_TA) and not any(hits(statement.lexis.imperfect, [verb]))
    plural = verb[0].startswith(_IMPERFECT) and verb[0].endswith(_THEY)
    return listed or feminine or plural


_THEY = "وا"
"""Behind the particle an imperfect would end in ون."""
_PARTICLE, _SURELY, _TA = "قد", "لقد", "ت"
_IMPERFECT = ("ي", "ت")
_WAS = frozenset({"كان", "كانت", "كانوا", "يكون", "تكون"})
_FUTURE = re.compile(r"[وف]?س(ي[^اة\W]|ت[^اة\W]|ن[^اةو\W])\w*[^ة\W]")
"""As written, before folding: of a verb no plain alef follows the prefix, and no word for "she" ends it in ة."""


def _inflected(statement: Statement, forms: Forms) -> Iterator[Mood]:
    for index, written in enumerate(forms):
        if not written or statement.tokens[index].number:
            continue
        level = _by_prefix(statement, index) if statement.language == "ar" else _by_ending(statement, index)
        if level and not any(hits(statement.lexis.not_inflected, [written])):
            yield Mood(Hit((index, index + 1, level)), inflected=True)


def _by_prefix(statement: Statement, index: int) -> str:
    token = statement.tokens[index]
    future = _FUTURE.fullmatch(statement.article.text[token.start : token.end]) is not None
    return "certain" if future and len(token.forms) > 1 else ""


def _by_ending(statement: Statement, index: int) -> str:
    token = statement.tokens[index]
    written = statement.article.text[token.start : token.end].casefold()
    if index and any(hits(statement.lexis.before_nouns, [statement.tokens[index - 1].forms])):
        return ""
    endings = _ENDINGS.get(statement.language, ())
    return next((ending.level for ending in endings if ending.verb.fullmatch(written)), "")
