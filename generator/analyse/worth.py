"""Tells quotations from what else stands in quotation marks: titles, terms, nicknames, words held at arm's length."""

import re
from dataclasses import dataclass

from generator.analyse.attribution import Attribution
from generator.analyse.cues import Cues
from generator.analyse.lines import Item, Line
from generator.analyse.marks import Stretch
from generator.model import QuoteKind

_WORD = re.compile(r"[\w’'-]+")
_ADDRESS = re.compile(r"\S+\.(?:com|org|net|info|[a-z]{2})(?:/\S*)?")
_FLOATING = 4  # words that a quotation needs where no cue vouches for it
_TITLE_SHARE = 0.6
_LONGEST_TITLE = 12  # words
_LONGEST_NAME = 6  # words
_LONG_WORD = 4  # letters of a word that has a capital in titles
_ENDS = frozenset(".!?…؟。！？")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch between marks at item `at` of its line, its words, and what seems to attribute them."""

    row: Line
    at: int
    stretch: Stretch
    inner: str
    attribution: Attribution | None

    def kind(self, cues: Cues) -> QuoteKind | None:
        """Return what kind of quotation it is, None for none."""
        if self._is_something_else(cues):
            return None
        attribution = self.attribution
        if attribution is not None and attribution.close:
            return "partial" if self._is_fragment(attribution, cues) else "direct"
        if attribution is not None and (attribution.phrase or not attribution.noun):
            return "direct" if self._is_whole else self._inside_clause(cues)
        if self._in_reported_mood(cues):
            return "partial"
        if len(self._words) < _FLOATING or is_title(self._words):
            return None
        return "direct" if self._is_whole else "partial"

    @property
    def _words(self) -> list[str]:
        return _WORD.findall(self.inner)

    @property
    def _left(self) -> Item | None:
        """The item in front, in the same sentence."""
        same = self.at > 0 and self.row.sentence[self.at - 1] == self.row.sentence[self.at]
        return self.row.items[self.at - 1] if same else None

    @property
    def _is_whole(self) -> bool:
        """It stands by itself, with a final sign: no part of the reporter's sentence."""
        left = self._left
        return (left is None or left.text in ":—–" or left.quote is not None) and self.inner[-1] in _ENDS

    def _is_something_else(self, cues: Cues) -> bool:
        attribution, left = self.attribution, self._left
        if not self.stretch.opened and (attribution is None or not attribution.close or attribution.place != "after"):
            return True
        if not self._words or _ADDRESS.fullmatch(self.inner) or (left is not None and left.key in cues.not_after):
            return True
        return self._is_name(cues) or (attribution is not None and self._is_called(attribution, cues))

    def _inside_clause(self, cues: Cues) -> QuoteKind | None:
        titled = is_title(self._words) and len(self._words) > 1 and not cues.noun_capitals
        return None if titled else "partial"

    def _is_called(self, attribution: Attribution, cues: Cues) -> bool:
        """Whether the verb only says what something is called: "the flag, which is called “Example”"."""
        naming = any(item.key in cues.naming for item in attribution.cue)
        return naming and len(self._words) <= _FLOATING and self.inner[-1] not in _ENDS

    def _in_reported_mood(self, cues: Cues) -> bool:
        """Whether the sentence around is reported speech by its verb forms, as in German "sie sei “…”"."""
        around = (*self.row.before(self.at), *self.row.after(self.at))
        mood = cues.reported_mood
        return bool(mood.pattern) and any(mood.fullmatch(item.text.lower()) for item in around)

    def _is_fragment(self, attribution: Attribution, cues: Cues) -> bool:
        """Whether it only completes the reporter's clause: "called it “a gift”", "denounces “a mess”"."""
        left = self._left
        if attribution.place == "after" or left is None or not left.is_word or self.inner[-1] in _ENDS:
            return False
        if any(cues.calls.fullmatch(form) for item in attribution.cue for form in (item.key, item.key[1:])):
            return True
        return len(self._words) < _FLOATING and self.inner[0].islower() and left.cue is not None

    def _follows_preposition(self, cues: Cues) -> bool:
        """Whether it stands right behind "according to" or the like."""
        before = [item.key for item in self.row.items[max(0, self.at - _LONGEST_NAME) : self.at]]
        return any(
            before[-len(phrase) :] == list(phrase) for phrase in cues.according if phrase[0] not in cues.ambiguous
        )

    def _is_name(self, cues: Cues) -> bool:
        """Whether a word in front makes it the name of something: "the ship “Example”", "according to “Example”"."""
        left = self._left
        if left is None or not left.is_word or self.inner[-1] in _ENDS or len(self._words) > _LONGEST_NAME:
            return False
        if self._follows_preposition(cues):
            return True
        if not self.inner[0].isupper() or left.cue is not None or left.key in cues.that or cues.is_noun(left.key):
            return False
        return left.capital or (self.attribution is not None and self.attribution.preposition)


def is_title(words: list[str]) -> bool:
    """Return whether the words are written like a title: most of the longer ones with a capital."""
    long = [word for word in words if len(word) >= _LONG_WORD]
    capitals = sum(word[0].isupper() for word in long)
    return (
        len(long) > 0
        and words[0][0].isupper()
        and capitals / len(long) >= _TITLE_SHARE
        and len(words) <= _LONGEST_TITLE
    )
