"""Finds what stands between quotation marks, one paragraph and one kind of mark at a time.

A scanner over characters, not over tokens: tokenisers hide marks (an Arabic word, full stop and mark can be one token).
It never fails: an odd mark is repaired, and what it bounds is flagged. Only the outermost of nested quotations is
reported. Which mark opens and which closes is settled by its kind, by what is open, and by the space around it, so
that „…“, “…”, »…«, «…», ”…” and reversed marks in right-to-left text all come out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Span

_DOUBLE = frozenset('“”„‟«»"＂″״「」『』﹁﹂')
_WIDE = ("''", "``", "‘‘", "’’", ",,")
_STRAIGHT = ('"', "＂", "''")
_OPENING = frozenset("„‟「『﹁")
_CLOSING_OF = {"「": "」", "『": "』", "﹁": "﹂"}
_LEFT_EDGE = frozenset("([{<-–—―/:;,.!?…¿¡")
_RIGHT_EDGE = frozenset(")]}>-–—―/:;,.!?…،؛؟。，、！？")
_SINGLE_OPEN = frozenset("‘‚'‹›")
_SINGLE_CLOSE = {"‘": "’", "‚": "‘’", "'": "'", "‹": "›", "›": "‹"}
_TAG = re.compile(r"<[^<>\n]{1,400}>")  # left-over markup, with marks around its attributes


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stretch(Span):
    """What stands between two marks, without them; `outer` bounds it with them.

    `opened` and `closed` say whether that mark is there. An unclosed one whose next paragraph opens with the same
    mark `continues` into it. `mark` is the opening mark, or the closing one where none opens.
    """

    outer_start: int
    outer_end: int
    paragraph: int
    mark: str
    opened: bool = True
    closed: bool = True
    continues: bool = False
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    may_open: bool
    may_close: bool


def stretches(text: str, paragraphs: Sequence[Span]) -> tuple[Stretch, ...]:
    """Return the outermost stretches between quotation marks in `paragraphs`, in order.

    A stray closing mark gives a stretch that is not `opened` and reaches back to the end of the stretch before it, or
    to the start of its paragraph; whoever knows the cues decides what it closes.
    """
    found: list[Stretch] = []
    for index, paragraph in enumerate(paragraphs):
        found += _Scan(text, paragraph, index).run()
    return tuple(_link(paragraphs, found))


class _Scan:
    """One paragraph's pass."""

    def __init__(self, text: str, paragraph: Span, index: int) -> None:
        self._text = text
        self._span = paragraph
        self._index = index
        self._marks = _in_turn(list(_marks(text, paragraph)))
        self._open: list[_Mark] = []
        self._found: list[Stretch] = []
        self._resume = paragraph.start

    def run(self) -> list[Stretch]:
        for position, mark in enumerate(self._marks):
            if mark.start < self._resume:
                continue
            if mark.text[0] in _SINGLE_OPEN and mark.text not in _WIDE:
                self._single(mark)
            elif self._open:
                self._inside(mark, position)
            elif self._starts(mark):
                self._open.append(mark)
            else:
                self._stray(mark)
        if self._open:
            self._finish(self._open[0], None, self._span.end)
        return self._found

    def _inside(self, mark: _Mark, position: int) -> None:
        top = self._open[-1]
        if self._closes(top, mark, position):
            self._open.pop()
            if not self._open:
                self._finish(top, mark, mark.end)
        elif not _same_family(top, mark) or self._nests(mark, position):
            if self._starts(mark):
                self._open.append(mark)
        else:
            self._finish(self._open[0], None, mark.start)
            self._open = [mark]

    def _closes(self, top: _Mark, mark: _Mark, position: int) -> bool:
        if mark.text in _OPENING or top.text in _CLOSING_OF or mark.text in _CLOSING_OF.values():
            return _CLOSING_OF.get(top.text) == mark.text
        return _pairs(top, mark) if _same_family(top, mark) else self._mends(top, mark, position)

    def _mends(self, top: _Mark, mark: _Mark, position: int) -> bool:
        """Return whether a mark of another kind closes what is open, because no other one will."""
        if not mark.may_close or mark.may_open or mark.text in "«“":
            return False
        opened = any(_same_family(mark, m) for m in self._open)
        following = next((m for m in self._marks[position + 1 :] if _same_family(top, m)), None)
        return not opened and not (following is not None and following.may_close)

    def _nests(self, mark: _Mark, position: int) -> bool:
        later = [m for m in self._marks[position + 1 :] if _same_family(mark, m)]
        closing = sum(m.may_close and not m.may_open for m in later)
        opening = sum(m.may_open and not m.may_close for m in later)
        return closing >= opening + 2

    def _starts(self, mark: _Mark) -> bool:
        if mark.text in _OPENING:
            return True
        if mark.text in "“«":
            return mark.may_open or not mark.may_close
        if mark.text in "”»’’":
            return mark.may_open and not mark.may_close
        return mark.may_open or not mark.may_close

    def _single(self, mark: _Mark) -> None:
        if self._open or not mark.may_open:
            return
        end = _closing_single(self._text, mark, self._span.end)
        if end is not None:
            self._add(Span(start=mark.end, end=end), Span(start=mark.start, end=end + 1), mark.text)
            self._resume = end + 1

    def _finish(self, opening: _Mark, closing: _Mark | None, end: int) -> None:
        inner_end = end if closing is None else closing.start
        inner, outer = Span(start=opening.end, end=inner_end), Span(start=opening.start, end=end)
        self._add(inner, outer, opening.text, closed=closing is not None)

    def _stray(self, mark: _Mark) -> None:
        start = self._found[-1].outer_end if self._found else self._span.start
        inner, outer = Span(start=start, end=mark.start), Span(start=start, end=mark.end)
        self._add(inner, outer, mark.text, opened=False)

    def _add(self, inner: Span, outer: Span, mark: str, *, opened: bool = True, closed: bool = True) -> None:
        piece = self._text[inner.start : inner.end]
        bare = piece.strip()
        if not bare:
            return
        start = inner.start + piece.index(bare[0])
        self._found.append(
            Stretch(
                start=start,
                end=start + len(bare),
                outer_start=outer.start,
                outer_end=outer.end,
                paragraph=self._index,
                mark=mark,
                opened=opened,
                closed=closed,
                repaired=not (opened and closed),
            )
        )


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    tags = {at for tag in _TAG.finditer(text, paragraph.start, paragraph.end) for at in range(*tag.span())}
    at = paragraph.start
    while at < paragraph.end:
        if at in tags:
            at += 1
            continue
        width = len(_WIDE[0]) if text[at : at + 2] in _WIDE and at + 2 <= paragraph.end else 1
        symbol = text[at : at + width]
        if width > 1 or symbol in _DOUBLE or symbol in _SINGLE_OPEN:
            mark = _mark(text, at, at + width, paragraph)
            if not _is_no_mark(text, mark, paragraph):
                yield mark
        at += width


def _in_turn(marks: list[_Mark]) -> list[_Mark]:
    """Return the marks; straight ones, where they come in pairs, open and close in turn whatever space is around.

    Where curly ones lack a partner, straight ones may be it, and all take turns, unless one is no such turn.
    """
    straight = [mark for mark in marks if mark.text in _STRAIGHT]
    lopsided = _lopsided(marks)
    paired = (
        [mark for mark in marks if mark.text in _STRAIGHT or _family(mark.text) == "curly"] if lopsided else straight
    )
    turns = {id(mark): number % 2 == 0 for number, mark in enumerate(paired)}
    if len(paired) % 2 or (lopsided and any(_is_contrary(mark, opens=turns[id(mark)]) for mark in paired)):
        return marks
    turns = {id(mark): turns[id(mark)] for mark in straight}
    return [
        replace(mark, may_open=turns[id(mark)], may_close=not turns[id(mark)]) if id(mark) in turns else mark
        for mark in marks
    ]


def _is_contrary(mark: _Mark, *, opens: bool) -> bool:
    return mark.may_open not in (mark.may_close, opens)


def _lopsided(marks: Sequence[_Mark]) -> bool:
    """Whether curly marks open more often than they close, or less: straight ones do it in their stead."""
    curly = [mark for mark in marks if _family(mark.text) == "curly"]
    opening = sum(mark.may_open and not mark.may_close for mark in curly)
    return opening != sum(mark.may_close and not mark.may_open for mark in curly)


def _mark(text: str, start: int, end: int, paragraph: Span) -> _Mark:
    left = text[start - 1] if start > paragraph.start else " "
    right = text[end] if end < paragraph.end else " "
    before = left.isspace() or left in _LEFT_EDGE or left in _DOUBLE or left in _SINGLE_OPEN
    after = right.isspace() or right in _RIGHT_EDGE or right in _DOUBLE or right in "’'‘"
    may_open = before and not right.isspace()
    may_close = after and not left.isspace()
    if may_open and may_close:  # punctuation on both sides: `,"—` closes, ` —"W` opens
        may_open = left.isspace() or right.isalnum()
        may_close = not may_open
    return _Mark(start, end, text[start:end], may_open, may_close)


def _is_no_mark(text: str, mark: _Mark, paragraph: Span) -> bool:
    """Return whether it is an inch sign, the sign inside a Hebrew acronym, or a bullet."""
    left = text[mark.start - 1] if mark.start > paragraph.start else " "
    right = text[mark.end] if mark.end < paragraph.end else " "
    if mark.text in "\"״″'":
        inside = left.isalpha() and right.isalpha() and "\u0590" <= left <= "\u05ff"
        before = text[max(paragraph.start, mark.start - 40) : mark.start]
        inch = left.isdigit() and not any(sign in before for sign in '"“״')
        return inside or inch
    if mark.text in "«»" and mark.start == paragraph.start and right.isspace():
        return not any(sign in text[mark.end :] for sign in "»«" if sign != mark.text)
    return False


def _same_family(one: _Mark, other: _Mark) -> bool:
    return _family(one.text) == _family(other.text)


def _pairs(top: _Mark, mark: _Mark) -> bool:
    """Return whether a mark closes an open one of its family."""
    if mark.text in "«»" and top.text != mark.text:
        return True
    if mark.text == "“" and top.text not in "„‟”":
        return mark.may_close and not mark.may_open
    if mark.text in "”’’״":
        return True
    return mark.may_close or not mark.may_open


def _family(mark: str) -> str:
    if mark in "“”„‟":
        return "curly"
    if mark in "«»":
        return "angle"
    if mark in "「」『』﹁﹂":
        return "corner"
    return "straight"


def _closing_single(text: str, mark: _Mark, limit: int) -> int | None:
    """Return where the single quotation opened by `mark` ends, telling closing marks from apostrophes."""
    closing = _SINGLE_CLOSE[mark.text]
    doubtful: int | None = None
    for at in range(mark.end + 1, limit):
        if text[at] == mark.text and mark.text != "'" and _opens(text, at):
            break
        if text[at] not in closing or text[at - 1].isspace():
            continue
        right = text[at + 1] if at + 1 < limit else " "
        if right.isalnum():
            continue
        if text[at - 1] in "sS" and right.isspace() and at + 2 < limit and text[at + 2].islower():
            doubtful = at if doubtful is None else doubtful
            continue
        return at
    return doubtful


def _opens(text: str, at: int) -> bool:
    return text[at - 1].isspace() and at + 1 < len(text) and text[at + 1].isalnum()


def _link(paragraphs: Sequence[Span], found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches; an unclosed one that the next paragraph takes up again continues."""
    first = {}
    for stretch in reversed(found):
        first[stretch.paragraph] = stretch
    for stretch in found:
        after = first.get(stretch.paragraph + 1)
        goes_on = (
            not stretch.closed
            and stretch.outer_end == paragraphs[stretch.paragraph].end
            and after is not None
            and after.opened
            and after.outer_start == paragraphs[after.paragraph].start
            and after.mark == stretch.mark
        )
        yield replace(stretch, continues=goes_on, repaired=stretch.repaired and not goes_on) if goes_on else stretch
