"""A paragraph as its reporter wrote it: words and signs, with each quotation standing as one item."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.cues import CueKind, Cues
from generator.analyse.grammar import Grammar
from generator.analyse.marks import Stretch
from generator.language.fold import fold
from generator.model import Span

_MARKS = r"\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d"
_LETTER = rf"[\w{_MARKS}]"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|{_LETTER}+(?:(?:[-‑’'ʼ.&/@]|[\"״](?=[\u05d0-\u05ea])){_LETTER}+)*(?:[’'](?=\s))?|--+|[^\w\s]"
)
_CJK = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_FINAL = frozenset(".!?…؟。！？")

Names = Mapping[int, str]
"""The label of the name that covers an offset."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word or a sign outside quotation marks, or a whole quotation (`quote` is its place among the stretches).

    `key` is the folded word without a possessive ending; empty for signs and quotations. `cue` says what sort of
    cue the word is.
    """

    start: int
    end: int
    text: str
    key: str
    cue: CueKind | None = None
    quote: int | None = None
    tag: str = ""
    """Universal part of speech, where a tagger ran."""
    name: str = ""
    """The label of the name that the word is a part of, or nothing."""

    @property
    def is_word(self) -> bool:
        """Return whether it is a word, no sign and no quotation."""
        return bool(self.key)

    @property
    def capital(self) -> bool:
        """Return whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's items, cut into sentences outside quotation marks: `sentence[i]` is item i's sentence."""

    items: tuple[Item, ...]
    sentence: tuple[int, ...]

    def before(self, at: int) -> list[Item]:
        """Return the items of the same sentence before item `at`; of the last one where `at` is the end."""
        first = at
        same = self.sentence[min(at, len(self.items) - 1)]
        while first > 0 and self.sentence[first - 1] == same:
            first -= 1
        return list(self.items[first:at])

    def after(self, at: int) -> list[Item]:
        """Return the items of the same sentence after item `at`."""
        last = at + 1
        while last < len(self.items) and self.sentence[last] == self.sentence[at]:
            last += 1
        return list(self.items[at + 1 : last])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the paragraphs of one text into lines, with what is known of its words."""

    text: str
    cues: Cues
    grammar: Grammar = field(default_factory=Grammar)
    names: Names = field(default_factory=dict)

    def line(self, paragraph: Span, quotes: Sequence[tuple[int, Stretch]] = ()) -> Line:
        """Return the paragraph's line; `quotes` are its stretches with their places among all."""
        items: list[Item] = []
        at = paragraph.start
        for place, stretch in quotes:
            items += self._words(at, stretch.outer_start)
            inner = self.text[stretch.start : stretch.end]
            items.append(Item(stretch.outer_start, stretch.outer_end, inner, "", quote=place))
            at = stretch.outer_end
        items += self._words(at, paragraph.end)
        return Line(tuple(items), tuple(_sentences(items)))

    def _words(self, start: int, end: int) -> list[Item]:
        found: list[Item] = []
        for match in _TOKEN.finditer(self.text, start, end):
            if self.cues.unspaced and _CJK.match(match.group()):
                found += _unspaced(match.start(), match.group(), self.cues)
            else:
                found.append(self._item(match.start(), match.end(), end))
        return _with_cues(_without_stops(found), self.cues)

    def _item(self, start: int, end: int, limit: int) -> Item:
        word = self.text[start:end]
        key = _key(word)
        if _is_abbreviation(word, key, self.cues) and self.text[end : end + 1] == "." and end + 1 < limit:
            end += 1  # the full stop of an abbreviation ends no sentence
        tag, label = self.grammar.tag(start), self.names.get(start, "")
        return Item(start, end, self.text[start:end], key, tag=tag, name=label)


def _key(word: str) -> str:
    """Return the word as it is compared, without a possessive ending; nothing for a sign."""
    if not (word[0].isalnum() or word[0] == "_"):
        return ""
    return fold(word).removesuffix("'s").rstrip("'")


def _is_abbreviation(word: str, key: str, cues: Cues) -> bool:
    return key in cues.abbreviations or (len(word) == 1 and word.isupper())


def _with_cues(items: list[Item], cues: Cues) -> list[Item]:
    """Return the items with the cues among them marked."""
    marked: list[Item] = []
    for place, item in enumerate(items):
        following = items[place + 1].key if place + 1 < len(items) else ""
        kind = item.cue or _cue(item, items[place - 1] if place else None, following, cues)
        if kind is None and item.key in cues.separable:
            particles = cues.separable[item.key]
            kind = "say" if any(other.key in particles for other in items[place + 1 : place + _CLAUSE]) else None
        marked.append(replace(item, cue=kind) if kind else item)
    return marked


def _cue(item: Item, previous: Item | None, following: str, cues: Cues) -> CueKind | None:
    if not item.key:
        return None
    if (item.key, following) in cues.phrases:
        return "say"
    kind = cues.kind(item.key)
    if kind is None or (item.text[:1].isupper() and previous is not None and previous.text not in _FINAL):
        return None
    if previous is not None and previous.key in _BEFORE_VERBAL_NOUN:
        return None
    noun = item.tag in ("NOUN", "PROPN", "ADJ", "ADP", "NUM", "DET")
    if noun and previous is not None and (previous.tag in _BEFORE_NOUN or previous.text.endswith(("’s", "'s"))):
        return None
    return kind


_CLAUSE = 24  # words within which a verb's particle stands
_BEFORE_VERBAL_NOUN = frozenset({"عدم"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "ADP", "NUM"})


def _without_stops(items: list[Item]) -> list[Item]:
    """Return the items less the full stops that already belong to the abbreviation before them."""
    kept: list[Item] = []
    for item in items:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _unspaced(start: int, run: str, cues: Cues) -> list[Item]:
    """Return a run of Chinese or Japanese characters cut at its last cue: what is before it, the cue, what follows."""
    found = list(cues.say.finditer(run)) or list(cues.frame.finditer(run))
    if not found:
        return [Item(start, start + len(run), run, fold(run))]
    cue = found[-1]
    pieces = ((0, cue.start(), None), (cue.start(), cue.end(), "say"), (cue.end(), len(run), None))
    return [
        Item(start + a, start + b, run[a:b], fold(run[a:b]), "say" if kind else None) for a, b, kind in pieces if b > a
    ]


def _sentences(items: Sequence[Item]) -> list[int]:
    numbers: list[int] = []
    number = 0
    for place, item in enumerate(items):
        numbers.append(number)
        following = items[place + 1] if place + 1 < len(items) else None
        if following is not None and _ends(item, following):
            number += 1
    return numbers


def _ends(item: Item, following: Item) -> bool:
    """Return whether a sentence ends between the two items; a quotation ends one only by its own final sign."""
    first = following.text[:1]
    starts_new = following.quote is not None or (following.is_word and not first.islower())
    if item.quote is not None:
        return False
    return item.text in _FINAL and following.text not in _FINAL and starts_new
