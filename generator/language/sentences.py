"""Sentences by rule, for every language: where a sentence ends, by its punctuation, abbreviations and quotes."""

import re
from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files

from generator.language.codes import primary
from generator.model import Span

_ENDS = ".!?…。！？｡؟۔।॥։።፧‼⁇⁈⁉"
_CLOSERS = "\"'”’»«“›)]}」』）】〉》"
_BOUNDARY = re.compile(rf"[{re.escape(_ENDS)}]+(?:[ \u00a0\u202f]»|[{re.escape(_CLOSERS)}])*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_NO_SPACE_NEEDED = frozenset("。！？｡؟۔।॥։።፧")
_OPENERS = "\"'“„«»‘‹([{「『（【〈《¿¡—–-"
_QUOTES = (("“", "”"), ("„", "“”"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"), ("‹", "›"))
_LONG_QUOTE = 320
"""Characters: inside a quotation that is longer than this, sentences are split all the same."""
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
_LOOK_BACK = 24
_SHORT_DOTTED = 5
_ORDINAL_DIGITS = 2
_DATE_NUMBER_LANGUAGES = frozenset({
    "de", "cs", "da", "fi", "nb", "sk", "sl", "hr", "hu", "et", "lv", "pl", "sr", "tr",
})  # fmt: skip
"""Languages that write ordinals as a figure with a full stop."""
_SPOKEN_END = re.compile(r"[!?؟！？…]+[\"'”’»“›」』]+\Z")


def split(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the white space around them; none crosses a blank line.

    Closing quotation marks belong to the sentence they close. Within a quotation of one paragraph there is no split
    unless the quotation is long. Rules after Kiss and Strunk's account of what makes full stops ambiguous (2006):
    abbreviations, initials, ordinals, decimals.
    """
    code = primary(language)
    found: list[Span] = []
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        found.extend(_paragraph(text, start, gap.start(), code))
        start = gap.end()
    found.extend(_paragraph(text, start, len(text), code))
    return tuple(found)


def _paragraph(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences between two offsets."""
    quoted = _quotations(text, start, end)
    found: list[Span] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        stop = _end_of(match, quoted)
        if stop <= begin or not _ends(text, match, stop, end, language) or _inside(stop, quoted):
            continue
        found.extend(_trimmed(text, begin, stop))
        begin = stop
    rest = _trimmed(text, begin, end)
    if found and rest and not any(character.isalnum() for character in text[rest[0].start : rest[0].end]):
        # Marks that close what was said before.
        return [*found[:-1], Span(start=found[-1].start, end=rest[0].end)]
    return found + rest


def _end_of(match: re.Match[str], quoted: list[tuple[int, int]]) -> int:
    """Where a boundary ends: an ambiguous mark behind the stop that opens the next quotation is not part of it."""
    end = match.end()
    for index in range(match.start(), end):
        if _opens(index, quoted):
            return index
    return end


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The span without white space at its ends, as a list of one or none."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start=start, end=end)] if start < end else []


def _ends(text: str, match: re.Match[str], stop: int, limit: int, language: str) -> bool:
    """Whether a sentence ends at this punctuation."""
    mark = text[match.start()]
    if stop >= limit:
        return True
    if mark in _NO_SPACE_NEEDED:
        return text[stop] not in "，、,;；" and not _continues_speech(text, stop, language)
    if not text[stop].isspace():
        return False
    following = _following(text, stop, limit)
    if _SPOKEN_END.match(text[match.start() : stop]) or mark == "…" or match[0].startswith("..."):
        return not following[:1].islower()
    if mark != ".":
        return not following[:1].islower()
    return _full_stop_ends(text, match.start(), following, language)


def _continues_speech(text: str, stop: int, language: str) -> bool:
    """Japanese and Chinese: a quotative particle or verb goes on behind the closing mark of what was said."""
    return language == "ja" and text[stop - 1] in "」』" and text[stop] in "とっなのをはがもに"


def _following(text: str, index: int, limit: int) -> str:
    """A few characters of what comes next, without the white space and the marks that open it."""
    return text[index : min(limit, index + _LOOK_BACK)].lstrip().lstrip(_OPENERS)


def _full_stop_ends(text: str, dot: int, following: str, language: str) -> bool:
    before = _WORD_BEFORE.search(text, max(0, dot - _LOOK_BACK), dot)
    if following[:1].islower():
        return False
    if before is None:
        return not (_ordinal(text, dot) and language in _DATE_NUMBER_LANGUAGES)
    word = before[0]
    if len(word) == 1 and word.isupper() and _is_latin_or_cyrillic(word):
        return word == "I" and language == "en"
    kind = _abbreviations(language).get(word.lower()) or _abbreviations(language).get(word.lower() + ".")
    if kind == "before":
        return False
    if kind == "number":
        return not following[:1].isdigit()
    return not ("." in word and kind is None and len(word) < _SHORT_DOTTED and following[:1].isdigit())


def _ordinal(text: str, dot: int) -> bool:
    """Whether one or two digits stand before the dot."""
    begin = dot
    while begin > 0 and dot - begin <= _ORDINAL_DIGITS and text[begin - 1].isdigit():
        begin -= 1
    return 0 < dot - begin <= _ORDINAL_DIGITS


def _is_latin_or_cyrillic(letter: str) -> bool:
    return "A" <= letter <= "Z" or "À" <= letter <= "ʯ" or "Ѐ" <= letter <= "ӿ"


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the quotations of a paragraph stand, marks included; only pairs that close, and are not too long."""
    found: list[tuple[int, int]] = []
    index = start
    while index < end:
        close = _close_of(text, index, end)
        if close > index:
            found.append((index, close + 1))
            index = close
        index += 1
    return found


def _close_of(text: str, index: int, end: int) -> int:
    """The index of the mark that closes the quotation opened at an index, or -1."""
    mark = text[index]
    if mark == '"':
        return text.find('"', index + 1, min(end, index + _LONG_QUOTE))
    for opener, closers in _QUOTES:
        if mark == opener:
            ends = (text.find(closer, index + 1, min(end, index + _LONG_QUOTE)) for closer in closers)
            return min((found for found in ends if found >= 0), default=-1)
    return -1


def _inside(index: int, quoted: list[tuple[int, int]]) -> bool:
    """Whether an index is within a quotation, not at its end."""
    before = bisect_left(quoted, (index, 0)) - 1
    return before >= 0 and index < quoted[before][1]


def _opens(index: int, quoted: list[tuple[int, int]]) -> bool:
    """Whether a quotation begins at an index."""
    at = bisect_left(quoted, (index, 0))
    return at < len(quoted) and quoted[at][0] == index


@lru_cache(maxsize=64)
def _abbreviations(language: str) -> dict[str, str]:
    """The abbreviations of a language, lower case without their last dot.

    Each comes with ``before`` (never ends a sentence: a title), ``number`` (not before a figure) or ``any`` (may
    end a sentence before a capital).
    """
    lines = files("generator.language").joinpath("data/abbreviations.txt").read_text(encoding="utf-8").splitlines()
    kinds: dict[str, str] = {}
    for line in lines:
        code, kind, *listed = line.split() if line and not line.startswith("#") else ("", "")
        if code in (language, "*"):
            kinds.update(dict.fromkeys((word.lower().removesuffix(".") for word in listed), kind))
    return kinds
