"""Finds the words that attribute one quotation: its cue and its speaker, in the reporter's words around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.analyse.cues import Cues
from generator.analyse.lines import Item, Line
from generator.analyse.phrases import Phrase, according, is_aside, phrase_after, phrase_before

Place = Literal["after", "before", "within"]
_REACH = 40  # items between a cue and what it introduces
_SKIPPED = frozenset(",،、，–—―-(")
_INTRODUCES = frozenset(":：,،，–—―")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """How one quotation is attributed.

    `place` says where its cue stands; `close` whether nothing but the cue clause stands between; `phrase` is the
    speaker's, empty where the cue has none of its own.
    """

    place: Place
    cue: tuple[Item, ...]
    phrase: Phrase
    close: bool
    end: int = 0
    """For one after the quotation: the place in the line where the cue clause ends."""


def after(line: Line, at: int, cues: Cues) -> Attribution | None:
    """Return the attribution that follows quotation `at`: “…,” X said; “…,” said X; “…,” according to X."""
    items = line.after(at)
    items = items[: next((n for n, item in enumerate(items) if item.quote is not None), len(items))]
    start = 0
    while start < len(items) and not items[start].is_word:
        if items[start].text not in _SKIPPED:
            return None
        start += 1
    if start == len(items):
        return None
    taken = according(items, start, cues)
    if taken:
        phrase = phrase_after(items, start + taken - 1, cues)
        if phrase:
            return _found("after", items[start : start + taken], phrase, at=at, items=items)
        return None
    return _verb_first(items, start, at, cues) or _subject_first(line, items, start, at, cues)


def _verb_first(items: Sequence[Item], start: int, at: int, cues: Cues) -> Attribution | None:
    verb = start
    while verb < len(items) and verb < start + 3 and is_aside(items[verb], cues) and items[verb].cue != "say":
        verb += 1
    if verb >= len(items) or items[verb].cue not in ("say", "frame"):
        return None
    phrase = phrase_after(items, verb, cues)
    if not phrase and not cues.verb_first:
        return None
    return _found("after", items[start : verb + 1], phrase, at=at, items=items)


def _subject_first(line: Line, items: Sequence[Item], start: int, at: int, cues: Cues) -> Attribution | None:
    for verb in range(start + 1, min(len(items), start + _REACH)):
        if items[verb].cue != "say" or items[verb].capital:
            continue
        phrase = phrase_before(items[start:], verb - start, cues)
        if not phrase:
            return None
        gap = [i for i in items[start:verb] if i.start < phrase[0].start and i.is_word and not is_aside(i, cues)]
        if gap:
            return None
        return _found("after", items[verb : verb + 1], phrase, at=at, items=items)
    return None


def _found(place: Place, cue: Sequence[Item], phrase: Phrase, *, at: int, items: Sequence[Item]) -> Attribution:
    return Attribution(place=place, cue=tuple(cue), phrase=phrase, close=True, end=at + 1 + len(items))


def before(line: Line, at: int, cues: Cues) -> Attribution | None:
    """Return the attribution in front of quotation `at`: X said, “…”; X told Y that “…”; X called it “…”."""
    items = _clause(line, at)
    for verb in range(len(items) - 1, max(-1, len(items) - _REACH), -1):
        taken = according(items, verb, cues)
        if taken:
            phrase = phrase_after(items, verb + taken - 1, cues)
            if phrase:
                return Attribution(place="before", cue=tuple(items[verb : verb + taken]), phrase=phrase, close=False)
        if items[verb].cue is not None:
            return _by_verb(items, verb, cues)
        if cues.is_noun(items[verb].key):
            return _by_noun(items, verb, cues)
    return None


def _clause(line: Line, at: int) -> list[Item]:
    """Return what stands before the quotation in its sentence, from the last quotation that ends a sentence on."""
    items = line.before(at)
    for place in range(len(items) - 2, -1, -1):
        if items[place].quote is not None and items[place].text[-1:] in ".!?؟。" and items[place + 1].capital:
            return items[place + 1 :]
    return items


def _by_verb(items: Sequence[Item], verb: int, cues: Cues) -> Attribution:
    phrase = subject(items, verb, cues)
    rest = items[verb + 1 :]
    close = all(item.key in cues.that or item.text in _INTRODUCES or is_aside(item, cues) or item in phrase for item in rest)
    return Attribution(place="before", cue=(items[verb],), phrase=phrase, close=close)


def subject(items: Sequence[Item], verb: int, cues: Cues) -> Phrase:
    """Return the subject of `items[verb]`, on the side where the language puts it; empty where it has none."""
    first, second = (phrase_before, phrase_after)
    if cues.language == "ar":
        first, second = second, first
    found = first(items, verb, cues)
    if found or not (cues.verb_first or verb == 0):
        return found
    return second(items, verb, cues)


def _by_noun(items: Sequence[Item], noun: int, cues: Cues) -> Attribution:
    """Return the attribution by a noun: "X's claim that", "a statement by X", and in Arabic the noun of X."""
    cue = (items[noun],)
    for place in range(noun + 1, min(noun + 4, len(items))):
        taken = 1 if items[place].key in _BY else according(items, place, cues)
        if taken:
            phrase = phrase_after(items, place + taken - 1, cues)
            return Attribution(place="before", cue=cue, phrase=phrase, close=False)
    if cues.language == "ar":
        return Attribution(place="before", cue=cue, phrase=phrase_after(items, noun, cues), close=False)
    owner = [i for i in items[:noun] if i.text.endswith(("’s", "'s"))]
    return Attribution(place="before", cue=cue, phrase=tuple(owner[-1:]), close=False)


_BY = frozenset("by from of von par de por di da от".split())
