"""Mends quotations that lack a mark, by the cues around them, so that no reporter's word gets into a quotation.

A stray closing mark ends what a cue with a colon or comma introduces: in the same paragraph, or as a block of its own
after "he said:". An unclosed quotation ends before the cue clause that closes its paragraph. What is still open then
is kept, flagged, to the end of its paragraph, and a stray mark that nothing explains is dropped by the judge of worth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analyse.cues import Cues
from generator.analyse.lines import Item, Reader
from generator.analyse.marks import Stretch
from generator.analyse.phrases import is_aside, phrase_after, phrase_before
from generator.model import Span

_BLOCK = 6  # paragraphs that an announced block may have
_TAIL = 12  # words of a cue clause at the end
_INTRODUCES = frozenset(":：,،，")


def mended(text: str, paragraphs: Sequence[Span], found: Sequence[Stretch], cues: Cues) -> tuple[Stretch, ...]:
    """Return the stretches with missing marks made good where the words around tell where they belong."""
    marked = {stretch.paragraph for stretch in found}
    out: list[Stretch] = []
    for stretch in found:
        if not stretch.opened:
            out += _stray(text, paragraphs, stretch, cues, marked)
        elif not stretch.closed:
            out.append(_unclosed(text, stretch, cues))
        else:
            out.append(stretch)
    return tuple(sorted(out))


def _stray(text: str, paragraphs: Sequence[Span], stretch: Stretch, cues: Cues, marked: set[int]) -> Iterator[Stretch]:
    items = _items(text, stretch, cues)
    start = _introduced(items)
    if start is not None:
        yield _from(stretch, start)
        return
    first = _block_start(text, paragraphs, stretch, marked)
    if first is None:
        yield stretch
        return
    for number in range(first, stretch.paragraph):
        span = paragraphs[number]
        yield replace(
            stretch, start=span.start, end=span.end, outer_start=span.start, outer_end=span.end, paragraph=number,
            closed=False, continues=True,
        )  # fmt: skip
    yield replace(stretch, opened=True)


def _introduced(items: Sequence[Item]) -> int | None:
    """Return where the words begin that a cue and a colon, or a cue and a comma, introduce."""
    for place in range(len(items) - 2, 0, -1):
        sign, following = items[place], items[place + 1]
        colon = sign.text in ":："
        if sign.text not in _INTRODUCES or not (following.capital or colon or not following.text[:1].islower()):
            continue
        clause = items[max(0, place - 3) : place]
        if any(item.cue == "say" for item in (items[max(0, place - _TAIL) : place] if colon else clause)):
            return following.start
    return None


def _block_start(text: str, paragraphs: Sequence[Span], stretch: Stretch, marked: set[int]) -> int | None:
    """Return the paragraph with which the block begins that ends at a stray mark: the one after a colon."""
    if stretch.outer_start != paragraphs[stretch.paragraph].start:
        return None
    for number in range(stretch.paragraph, max(0, stretch.paragraph - _BLOCK), -1):
        before = paragraphs[number - 1]
        if text[before.end - 1] in ":：":
            return number
        if number - 1 in marked:
            return None
    return None


def _unclosed(text: str, stretch: Stretch, cues: Cues) -> Stretch:
    items = _items(text, stretch, cues)
    words = 0
    for place in range(len(items) - 1, 0, -1):
        words += items[place].is_word
        if words > _TAIL:
            break
        if items[place].text in ",،?!" and _is_cue_clause(items[place + 1 :], cues):
            end = items[place].end
            return replace(stretch, end=end, outer_end=end, continues=False, repaired=True)
    return stretch


def _is_cue_clause(items: Sequence[Item], cues: Cues) -> bool:
    """Return whether the items are only a cue and its speaker: "he said", "said Ann Example, a cyclist"."""
    verb = next((n for n, item in enumerate(items) if item.cue == "say"), None)
    if verb is None:
        return False
    if verb == 0:
        phrase = phrase_after(items, verb, cues)
        rest = [item for item in items if phrase and item.start >= phrase[-1].end]
        return bool(phrase) and (not rest or not rest[0].is_word)
    behind = items[verb + 1 :]
    return bool(phrase_before(items, verb, cues)) and all(not i.is_word or is_aside(i, cues) for i in behind)


def _items(text: str, stretch: Stretch, cues: Cues) -> tuple[Item, ...]:
    return Reader(text=text, cues=cues).line(Span(start=stretch.start, end=stretch.end)).items


def _from(stretch: Stretch, start: int) -> Stretch:
    return replace(stretch, start=start, outer_start=start, opened=True)
