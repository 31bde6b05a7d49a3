"""Tells quotations from what else stands in quotation marks: titles, terms, nicknames, words held at arm's length."""

import re

from generator.analyse.attribution import Attribution
from generator.analyse.cues import Cues
from generator.analyse.lines import Item, Line
from generator.analyse.marks import Stretch
from generator.model import QuoteKind

_WORD = re.compile(r"[\w’'-]+")
_ADDRESS = re.compile(r"\S+\.(?:com|org|net|info|[a-z]{2})(?:/\S*)?")
_FLOATING = 4  # words that a quotation needs where no cue vouches for it
_TITLE_SHARE = 0.6
_LONGEST_NAME = 6  # words
_ENDS = frozenset(".!?…؟。！？")


def is_quotation(
    row: Line, at: int, stretch: Stretch, inner: str, attribution: Attribution | None, cues: Cues
) -> QuoteKind | None:
    """Return what kind of quotation the stretch at item `at` is, None for none."""
    close = attribution is not None and attribution.close
    if not stretch.opened and not (close and attribution is not None and attribution.place == "after"):
        return None
    words = _WORD.findall(inner)
    left = row.items[at - 1] if at and row.sentence[at - 1] == row.sentence[at] else None
    if not words or (
        left is not None and (left.key in cues.not_after or _is_name(left, inner, words, attribution, cues))
    ):
        return None
    if _ADDRESS.fullmatch(inner):
        return None
    if attribution is not None and attribution.close:
        if _names(words, inner, attribution, cues):
            return None
        return "partial" if _is_fragment(left, inner, words, attribution, cues) else "direct"
    whole = (left is None or left.text in ":—–" or left.quote is not None) and inner[-1] in _ENDS
    if attribution is not None and (attribution.phrase or not attribution.noun):
        if whole:
            return "direct"
        titled = is_title(words) and len(words) > 1 and not cues.noun_capitals
        return None if titled or _names(words, inner, attribution, cues) else "partial"
    if _in_reported_mood(row, at, cues):
        return "partial"
    if len(words) < _FLOATING or is_title(words):
        return None
    return "direct" if whole else "partial"


def _names(words: list[str], inner: str, attribution: Attribution, cues: Cues) -> bool:
    """Return whether the verb only says what something is called: "the flag, which is called “Example”"."""
    verbs = any(item.key in cues.naming for item in attribution.cue)
    return verbs and len(words) <= _FLOATING and inner[-1] not in _ENDS


def _in_reported_mood(row: Line, at: int, cues: Cues) -> bool:
    """Return whether the sentence around is reported speech by its verb forms, as in German "sie sei “…”"."""
    around = (*row.before(at), *row.after(at))
    return bool(cues.reported_mood.pattern) and any(cues.reported_mood.fullmatch(i.text.lower()) for i in around)


def _is_fragment(left: Item | None, inner: str, words: list[str], attribution: Attribution, cues: Cues) -> bool:
    """Return whether it only completes the reporter's clause: "called it “a gift”", "denounces “a mess”"."""
    if attribution.place == "after" or left is None or not left.is_word or inner[-1] in ".!?…؟。":
        return False
    if any(cues.calls.fullmatch(item.key) or cues.calls.fullmatch(item.key[1:]) for item in attribution.cue):
        return True
    return len(words) < _FLOATING and inner[0].islower() and left.cue is not None


def _is_name(left: Item, inner: str, words: list[str], attribution: Attribution | None, cues: Cues) -> bool:
    """Return whether a word in front makes it the name of something: "the ship “Example”", "according to “Example”"."""
    if not left.is_word or inner[-1] in ".!?…" or len(words) > _LONGEST_NAME:
        return False
    if any(left.key == phrase[-1] for phrase in cues.according) and left.key not in cues.that:
        return True
    if not inner[0].isupper():
        return False
    if left.cue is not None or left.key in cues.that or cues.is_noun(left.key):
        return False
    if left.capital:
        return True
    return attribution is not None and attribution.preposition


def is_title(words: list[str]) -> bool:
    """Return whether the words are written like a title: most of the longer ones with a capital."""
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 0 and words[0][0].isupper() and capitals / len(long) >= _TITLE_SHARE and len(words) <= 12
