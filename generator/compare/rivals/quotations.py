"""What stands between quotation marks, sentence by sentence, and how two such wordings differ word by word."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from generator.compare.lexis import Phrases, hits, keys_of
from generator.compare.numerals import word_value
from generator.compare.reckoning import reckoning
from generator.compare.sayings import surname
from generator.compare.statements import Statement
from generator.language.fold import fold
from generator.model import Rendering, Span

_SHORT = 2
"""Content words that a quotation must have to be worded otherwise, where it has few words in all."""
_LONG_ENOUGH = 6
"""Words of a quotation that one content word is enough for."""


@dataclass(frozen=True, eq=False)
class Wording:
    """What of a quotation stands in a statement; what the outlet put in [brackets] nobody said."""

    rendering: Rendering
    statement: Statement
    inside: tuple[int, ...]
    """The indices of its words there."""
    forms: tuple[str, ...]
    """These words, folded."""
    whole: tuple[str, ...]
    """The folded words of all of the quotation."""
    surname: str

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The indices of its content words."""
        return tuple(index for index in self.inside if not self.statement.tokens[index].stop)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Its content words as the statements' index has them."""
        return tuple(self.statement.tokens[index].term for index in self.content)

    @cached_property
    def small(self) -> frozenset[str]:
        """Its function words, folded."""
        tokens = self.statement.tokens
        return frozenset(form for index, form in zip(self.inside, self.forms, strict=True) if tokens[index].stop)

    @cached_property
    def denies(self) -> bool:
        """Whether a word among it denies or limits."""
        forms = self.statement.forms()
        return any(hits(self.statement.lexis.negation, [forms[index] for index in self.inside]))

    @cached_property
    def edited(self) -> bool:
        """Whether the outlet says that it left words out or put some in."""
        spans = self.rendering.quote.spans
        return any(mark in self.statement.article.text[span.start : span.end] for span in spans for mark in _EDITED)

    @cached_property
    def text(self) -> str:
        """Its words in a row, each between blanks."""
        return _in_a_row(self.forms)

    @cached_property
    def whole_text(self) -> str:
        """The words of all of the quotation in a row, each between blanks."""
        return _in_a_row(self.whole)


_EDITED = ("...", "\u2026", "[")


def _in_a_row(forms: Sequence[str]) -> str:
    return f" {' '.join(forms)} "


def wordings_of(rendering: Rendering, statements: Sequence[Statement]) -> list[Wording]:
    """What stands in each statement of an article, where that is enough to be worded otherwise."""
    spans = rendering.quote.spans
    near = [one for one in statements if one.start < spans[-1].end and spans[0].start < one.end]
    parts = [(statement, _inside(statement, part)) for statement in near for part in _utterances(statement, rendering)]
    folded = [tuple(_forms(statement, inside)) for statement, inside in parts]
    whole = tuple(form for forms in folded for form in forms)
    speaker = surname(near[0].article.text, rendering.quote.speaker) if near else ""
    found = [
        Wording(rendering, statement, inside, forms, whole, speaker)
        for (statement, inside), forms in zip(parts, folded, strict=True)
    ]
    return [one for one in found if len(one.content) >= (_SHORT if len(one.inside) < _LONG_ENOUGH else 1)]


def _utterances(statement: Statement, rendering: Rendering) -> list[list[Span]]:
    """The parts of a quotation in a statement, without a sentence of the outlet's own between those of one list."""
    found: list[list[Span]] = []
    for span in rendering.quote.spans:
        if span.start < statement.end and statement.start < span.end:
            between = statement.article.text[found[-1][-1].end : span.start] if found else _ENDS
            if any(mark in between for mark in _ENDS):
                found.append([])
            found[-1].append(span)
    return found


def _inside(statement: Statement, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(
        index
        for index, token in enumerate(statement.tokens)
        if any(
            span.start <= token.start and token.end <= span.end and not _put_in(statement, span.start, token.start)
            for span in spans
        )
    )


def _put_in(statement: Statement, start: int, place: int) -> bool:
    """Whether a place between quotation marks that open at `start` stands in brackets."""
    text = statement.article.text
    opened = text.rfind("[", start, place)
    return opened >= 0 and text.find("]", opened, place) < 0


def _forms(statement: Statement, inside: Sequence[int]) -> Iterator[str]:
    """Words as quotations are compared by them: numbers in words are figures, acronyms have no points."""
    lists, code, forms = reckoning(statement.language), statement.language, statement.forms()
    for index in inside:
        token = statement.tokens[index]
        number = None if token.number else word_value(lists, forms, index, code)
        form = fold(statement.article.text[token.start : token.end])
        yield form.replace(".", "").replace("\u2019", "'") if number is None else f"{number:g}"


class Run(NamedTuple):
    """A stretch of words that two wordings share, or in which they differ; it may be empty on one side."""

    same: bool
    ours: tuple[int, int]
    theirs: tuple[int, int]


def runs(one: Wording, other: Wording) -> tuple[Run, ...]:
    """The stretches of two wordings in order, each word of both in one."""
    found = SequenceMatcher(None, one.forms, other.forms, autojunk=False).get_opcodes()
    return tuple(Run(tag == "equal", (a, b), (c, d)) for tag, a, b, c, d in found)


def is_cut(one: Wording, other: Wording) -> bool:
    """Whether a wording stands in another quotation word for word, or what stands there is all of that quotation.

    Where dots or brackets say that words were left out or put in, most of the words in their order are enough. Words
    left out that take back what is said, or set a condition, make no mere cut.
    """
    if one.text in other.whole_text or other.whole_text in one.text:
        return not turns(one, other, runs(one, other))
    short, long = sorted((one.forms, other.whole), key=len)
    least = _MOSTLY * len(short)
    if not (one.edited or other.edited) or len(set(short) & set(long)) < _MOSTLY * len(set(short)):
        return False
    return in_order(short, long) >= least


_MOSTLY = 0.7


def in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in both in the same order."""
    if set(one).isdisjoint(other):
        return 0
    return sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())


def exchanges(one: Wording, other: Wording, found: Sequence[Run]) -> bool:
    """Whether each has words that the other has not, or only one denies or limits what it says.

    Forms of one word, spellings and contractions are no other words.
    """
    ours, theirs = set(one.terms) - set(other.terms), set(other.terms) - set(one.terms)
    if _unlike(ours, theirs) and _unlike(theirs, ours):
        return True
    if one.denies != other.denies or turns(one, other, found):
        return True
    here = [form for run in found if not run.same for form in one.forms[slice(*run.ours)]]
    there = [form for run in found if not run.same for form in other.forms[slice(*run.theirs)]]
    return min(_own(here, there), _own(there, here)) >= _SHORT


def _unlike(ours: set[str], theirs: set[str]) -> bool:
    """Whether a word is no form or spelling of one of the others."""
    cut = [term[_CODE:] for term in theirs]
    return any(not any(_akin(term[_CODE:], other) for other in cut) for term in ours)


def _akin(word: str, other: str) -> bool:
    """Whether only the last letters of two words differ: "organise" and "organised", "Arkadi" and "Arkady"."""
    same = sum(1 for _ in takewhile(bool, map(eq, word, other)))
    return same >= _STEM and max(len(word), len(other)) - same <= _ENDING


_CODE = 3
"""Letters of a term that only tell its language."""
_STEM = 4
_ENDING = 3


def _own(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of the words in which a wording differs are none of the other's in another form; "we're" is "we are"."""
    return sum("'" not in form and not any(_akin(form, other) for other in theirs) for form in ours)


def turns(one: Wording, other: Wording, found: Sequence[Run]) -> bool:
    """Whether only one goes on to take back, limit or set a condition, in few words of the same sentence."""
    return any(_turned(one, run.ours) != _turned(other, run.theirs) for run in found if _is_few(run))


def _is_few(run: Run) -> bool:
    return not run.same and max(run.ours[1] - run.ours[0], run.theirs[1] - run.theirs[0]) <= _FEW


_FEW = 6
_ENDS = ".!?؟…"
_OPENING = 2


def _turned(wording: Wording, stretch: tuple[int, int]) -> bool:
    """Whether words that go on a sentence take back, limit or set a condition, by those that they begin with."""
    first, last = stretch
    if not 0 < first < last:
        return False
    statement, inside = wording.statement, wording.inside
    between = statement.article.text[statement.tokens[inside[first - 1]].end : statement.tokens[inside[first]].start]
    if any(mark in between for mark in _ENDS):
        return False
    forms = [statement.tokens[index].forms for index in inside[first : min(last, first + _OPENING)]]
    return any(hits(_turning(statement.language), forms))


@lru_cache(maxsize=64)
def _turning(code: str) -> Phrases:
    """What takes back, limits or conditions, in a language."""
    data = tomllib.loads((files("generator.compare") / "data" / "shared" / "turns.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for pattern in (keys_of(phrase, code) for phrase in data.get(code, ())):
        found.setdefault(pattern[0], []).append((pattern, "turn"))
    return {first: tuple(entries) for first, entries in found.items()}


def amid(found: Sequence[Run]) -> int:
    """How many of the same words stand right before and behind words that stand for others, at the most; 0 for none.

    They must stand on both sides: what one source has at the beginning or the end may be another sentence.
    """
    most = 0
    for before, run, behind in zip(found, found[1:], found[2:], strict=False):
        if before.same and behind.same and not run.same and _is_few(run) and _is_exchange(run):
            most = max(most, _size(before.ours) + _size(behind.ours))
    return most


def _is_exchange(run: Run) -> bool:
    return min(_size(run.ours), _size(run.theirs)) > 0


def _size(stretch: tuple[int, int]) -> int:
    return stretch[1] - stretch[0]


class Thirds:
    """Which quotations of a story hold all of which wordings."""

    def __init__(self, by_article: Mapping[str, Sequence[Wording]]) -> None:
        self._wholes = {
            article: sorted({wording.whole_text for wording in wordings}) for article, wordings in by_article.items()
        }

    def hold(self, one: Wording, other: Wording) -> bool:
        """Whether both stand word for word in one longer quotation of a third article: they are parts of a speech."""
        two = {wording.statement.article.id for wording in (one, other)}
        return any(
            one.text in whole and other.text in whole
            for article, wholes in self._wholes.items()
            if article not in two
            for whole in wholes
        )
