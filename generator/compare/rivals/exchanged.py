"""Of two wordings of a sentence, the words that stand for each other, with enough around them to be understood."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from generator.compare.matching import Contrast, Words
from generator.language.fold import fold

_MOST = 6
"""Content words in one place; more are another sentence."""
_BETWEEN = 2
"""The same words between two exchanges that are shown as one."""
_AROUND = 2
"""Words of the quotation on either side that are shown as well."""


def exchanged(found: Contrast) -> Contrast:
    """A contrast of two wordings narrowed to the words of either that stand for each other, the most telling ones.

    A few words around them are held as well, for one word alone says nothing. Where only one side has words that the
    other has not, and all else is the same, these are taken, with what stands around the gap on the other side.
    """
    every = list(_differing(found.one, found.other))
    few = [pair for pair in every if max(map(_telling, pair)) <= _MOST]
    told = [pair for pair in few if min(map(_telling, pair)) > 0]
    if not told and sum(_size(left) for left, _ in every) * 2 <= _size(found.one):
        told = few
    if not told:
        return found
    left, right = max(told, key=lambda pair: (sum(map(_telling, pair)), sum(map(_size, pair)), -pair[0].first))
    return replace(found, one=_widened(left, found.one), other=_widened(right, found.other))


def _differing(one: Words, other: Words) -> Iterator[tuple[Words, Words]]:
    """The stretches in which two wordings differ, in order; one of them may be empty.

    Those between which no more than a few words are the same are one.
    """
    ours, theirs = (
        [fold(forms[0]) for forms in held.statement.forms()[held.first : held.last]] for held in (one, other)
    )
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    apart = [code[1:] for code in codes if code[0] != "equal"]
    begins = [i for i in range(len(apart)) if i == 0 or apart[i][0] - apart[i - 1][1] > _BETWEEN]
    for begin, end in zip(begins, (*begins[1:], len(apart)), strict=False):
        (a, _, c, _), (_, b, _, d) = apart[begin], apart[end - 1]
        yield (
            one._replace(first=one.first + a, last=one.first + b),
            other._replace(first=other.first + c, last=other.first + d),
        )


def _telling(words: Words) -> int:
    return sum(not token.stop for token in words.statement.tokens[words.first : words.last])


def _size(words: Words) -> int:
    return words.last - words.first


def _widened(words: Words, quotation: Words) -> Words:
    """The words and those around them, within the quotation."""
    return words._replace(
        first=max(quotation.first, words.first - _AROUND), last=min(quotation.last, words.last + _AROUND)
    )
