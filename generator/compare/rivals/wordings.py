"""One speaker's words between quotation marks, worded differently by two outlets.

Compared is what of a quotation stands in one sentence: outlets quote different sentences of a speech, and one that is
worded otherwise has to be told from its neighbours. Any two that one speaker may have said are proposed, unless what is
quoted stands in the other article as well, whole or as a part.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

import numpy as np

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Contrast, Match, Words, contrast
from generator.compare.nearest import topics
from generator.compare.numerals import word_value
from generator.compare.reckoning import reckoning
from generator.compare.rivals.lengths import is_long
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches
from generator.compare.sayings import surname
from generator.compare.statements import Statement
from generator.language.fold import fold
from generator.model import Comparison, Rendering

_SHORT = 2
"""Content words of a quotation that are too few to be worded otherwise."""
_MOST = 9
"""More quotations of a speaker count as this many."""
_FAINT = 0.25
"""How alike two quotations must be where it is not known who speaks, and their sentences are not near each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What of a quotation stands in a statement."""

    rendering: Rendering
    statement: Statement
    inside: tuple[int, ...]
    """The indices of its words there."""
    forms: tuple[str, ...]
    """These words, folded."""
    whole: tuple[str, ...]
    """The folded words of all of the quotation."""
    surname: str

    @property
    def content(self) -> tuple[int, ...]:
        """The indices of its content words."""
        return tuple(index for index in self.inside if not self.statement.tokens[index].stop)


def rival_wordings(comparison: Comparison, reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two direct quotations of different sources that one speaker may have said once."""
    held = _Wordings(comparison, reading)
    for ours, theirs in combinations(held.by_article.values(), 2):
        left, right = ours[0].statement, theirs[0].statement
        if left.source != right.source and left.language == right.language:  # A translator words otherwise anyway.
            yield from _between(ours, theirs, held, matches)


def exchanged(found: Contrast) -> Contrast:
    """A contrast of two wordings narrowed to the words of either that stand for each other, the most telling ones."""
    one, other = found.one, found.other
    ours, theirs = (
        [fold(forms[0]) for forms in held.statement.forms()[held.first : held.last]] for held in (one, other)
    )
    swaps = [
        (Words(one.statement, one.first + a, one.first + b), Words(other.statement, other.first + c, other.first + d))
        for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        if tag == "replace"
    ]
    told = [pair for pair in swaps if all(0 < _telling(words) <= _EXCHANGED for words in pair)]
    if not told:
        return found
    left, right = max(told, key=lambda pair: (sum(map(_telling, pair)), -pair[0].first))
    return replace(found, one=left, other=right)


_EXCHANGED = 6
"""Content words in one place; more are another sentence."""


def _telling(words: Words) -> int:
    return sum(not token.stop for token in words.statement.tokens[words.first : words.last])


class _Wordings:
    """The wordings of a story by article, who speaks, and what each is about."""

    def __init__(self, comparison: Comparison, reading: Reading) -> None:
        self._named = frozenset(entity.id for entity in comparison.entities if entity.named)
        self.by_article: dict[str, list[Wording]] = {}
        statements: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            statements.setdefault(statement.article.id, []).append(statement)
        for rendering in comparison.quotes:
            if rendering.quote.kind != "indirect":
                found = _wordings(rendering, statements.get(rendering.article_id, ()))
                self.by_article.setdefault(rendering.article_id, []).extend(found)
        self.by_article = {article: self.by_article[article] for article in statements if self.by_article.get(article)}
        every = [wording for wordings in self.by_article.values() for wording in wordings]
        self._few, self._least = (0, _SEVERAL) if is_long(reading) else (_FEW, 0)
        self._rows = dict(zip(map(id, every), topics([_quoted(wording) for wording in every]), strict=True))

    def known(self, one: Wording, other: Wording) -> float | None:
        """1 where one named speaker said both, less where that may be; None where it is not so."""
        speakers = one.rendering.speaker, other.rendering.speaker
        if speakers[0] is not None and speakers[0] == speakers[1]:
            return 1.0 if speakers[0] in self._named else _HALF
        if one.surname and one.surname == other.surname:
            return 1.0
        return None if all(speaker in self._named for speaker in speakers) else 0.0

    def meant(self, one: Wording, other: Wording) -> float:
        """How alike what the two are about is, -1 to 1, by the company of their words' concepts."""
        return float(np.dot(self._rows[id(one)], self._rows[id(other)]))

    def tells(self, one: Wording, other: Wording, like: "Likeness") -> bool:
        """Whether two are one sentence for sure, where their speaker has several: in order, and something exchanged."""
        if self.of_speaker(one) * self.of_speaker(other) <= self._few:
            return True
        size = min(len(one.content), len(other.content))
        alike = like.ordered >= _IN_ORDER and like.run >= _IN_A_ROW
        return alike and self._least <= like.shared < size

    def of_speaker(self, wording: Wording) -> int:
        """How many wordings of its article the same one may have said."""
        article = self.by_article[wording.statement.article.id]
        return min(sum(self.known(wording, other) is not None for other in article), _MOST)


_HALF = 0.5
_FEW = 2
"""Pairs of quotations of one speaker, up to which there is hardly another that could be meant."""
_SEVERAL = 3
"""Content words that two quotations share, at the least, where articles are long: two are easily a name and a topic."""
_IN_ORDER, _IN_A_ROW = 0.5, 0.4
"""The share of the shorter quotation's content words in the same order, and of its words in one stretch."""


def _quoted(wording: Wording) -> Statement:
    return replace(wording.statement, tokens=tuple(wording.statement.tokens[index] for index in wording.inside))


def _wordings(rendering: Rendering, statements: Sequence[Statement]) -> list[Wording]:
    """What stands in each statement, where that is enough to be worded otherwise."""
    parts = [(statement, _inside(statement, rendering)) for statement in statements]
    folded = [tuple(_forms(statement, inside)) for statement, inside in parts]
    whole = tuple(form for forms in folded for form in forms)
    speaker = surname(statements[0].article.text, rendering.quote.speaker) if statements else ""
    found = [
        Wording(rendering, statement, inside, forms, whole, speaker)
        for (statement, inside), forms in zip(parts, folded, strict=True)
    ]
    return [wording for wording in found if len(wording.content) >= _SHORT]


def _inside(statement: Statement, rendering: Rendering) -> tuple[int, ...]:
    spans = [span for span in rendering.quote.spans if span.start < statement.end and statement.start < span.end]
    return tuple(
        index
        for index, token in enumerate(statement.tokens)
        if any(span.start <= token.start and token.end <= span.end for span in spans)
    )


def _forms(statement: Statement, inside: Sequence[int]) -> Iterator[str]:
    """Words as quotations are compared by them: numbers in words are figures, acronyms have no points."""
    lists, code, forms = reckoning(statement.language), statement.language, statement.forms()
    for index in inside:
        token = statement.tokens[index]
        number = None if token.number else word_value(lists, forms, index, code)
        written = fold(statement.article.text[token.start : token.end])
        yield written.replace(".", "").replace("\u2019", "'") if number is None else f"{number:g}"


class Likeness(NamedTuple):
    """What two wordings have in common."""

    ordered: float
    """The share of the shorter one's content words that the other has in the same order."""
    shared: int
    """Content words that stand for each other."""
    akin: int
    """Further ones that are of a kind with one of the other."""
    share: float
    """Both as a share of the shorter one, half for kinds."""
    run: float
    """The longest run of words, function words and all, as a share of the shorter one."""
    small: float
    """Function words that both have, as a share of all that either has."""
    meant: float

    @property
    def total(self) -> float:
        """All in one figure."""
        return self.ordered + self.share + max(self.meant, 0.0)


def _between(ours: Sequence[Wording], theirs: Sequence[Wording], held: _Wordings, matches: Matches) -> Iterator[Rival]:
    told = [one for one in ours if not any(_cut(one, other) for other in theirs)]
    retold = [other for other in theirs if not any(_cut(other, one) for one in ours)]
    pairs = [(one, other) for one in told for other in retold if held.known(one, other) is not None]
    alike = {(id(one), id(other)): _likeness(one, other, held, matches) for one, other in pairs}
    for one, other in pairs:
        found = alike[id(one), id(other)]
        near = matches.close(one.statement, other.statement) or found.total >= _FAINT
        if (held.known(one, other) or near) and _exchanges(one, other) and held.tells(one, other, found):
            rest = [
                max((like.total for key, like in alike.items() if key[side] == id(of) and like is not found), default=0)
                for side, of in enumerate((one, other))
            ]
            yield _rival(one, other, found, matches, _of_speakers(one, other, held, found.total - max(rest)))


def _cut(one: Wording, other: Wording) -> bool:
    """Whether a wording stands in another quotation word for word, or what stands there is all of that quotation.

    Where dots or brackets say that words were left out or put in, most of the words in their order are enough.
    """
    short, long = sorted((one.forms, other.whole), key=len)
    if _run(short, long) == len(short):
        return True
    edited = any(mark in _text(wording) for wording in (one, other) for mark in _EDITED)
    return edited and _ordered(short, long) >= _MOSTLY * len(short)


_EDITED = ("...", "\u2026", "[")
_MOSTLY = 0.7


def _text(wording: Wording) -> str:
    """All that stands between the marks."""
    return " ".join(wording.statement.article.text[span.start : span.end] for span in wording.rendering.quote.spans)


def _ordered(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in both in the same order."""
    return sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def _exchanges(one: Wording, other: Wording) -> bool:
    """Whether each has words that the other has not, or only one denies or limits what it says."""
    ours, theirs = ({wording.statement.tokens[i].term for i in wording.content} for wording in (one, other))
    if (ours - theirs and theirs - ours) or _denies(one) != _denies(other):
        return True
    return min(_own(one, other), _own(other, one)) >= _SHORT


def _own(one: Wording, other: Wording) -> int:
    """How many words of a wording the other does not have there, in their order; "we're" is "we are"."""
    runs = SequenceMatcher(None, one.forms, other.forms, autojunk=False).get_opcodes()
    return sum("'" not in form for tag, a, b, _, _ in runs if tag != "equal" for form in one.forms[a:b])


def _denies(wording: Wording) -> bool:
    forms = wording.statement.forms()
    return any(hits(wording.statement.lexis.negation, [forms[index] for index in wording.inside]))


def _likeness(one: Wording, other: Wording, held: _Wordings, matches: Matches) -> Likeness:
    match, _ = matches.of(one.statement, other.statement)
    links = match.linked_among(one.content, other.content)
    akin = _akin(match, one, other, links)
    size = min(len(one.content), len(other.content))
    ours, theirs = ([wording.statement.tokens[i].term for i in wording.content] for wording in (one, other))
    small, other_small = _small(one), _small(other)
    return Likeness(
        ordered=_ordered(ours, theirs) / size,
        shared=len(links),
        akin=akin,
        share=(len(links) + _HALF * akin) / size,
        run=_run(one.forms, other.forms) / min(len(one.forms), len(other.forms)),
        small=len(small & other_small) / max(1, len(small | other_small)),
        meant=held.meant(one, other),
    )


def _akin(match: Match, one: Wording, other: Wording, links: Sequence[tuple[int, int]]) -> int:
    """How many further words of the one have a kindred in the other."""
    taken, left = {a for a, _ in links}, [b for b in other.content if b not in {b for _, b in links}]
    return sum(a not in taken and any(match.akin(a, b) for b in left) for a in one.content)


def _small(wording: Wording) -> set[str]:
    """Its function words."""
    tokens = wording.statement.tokens
    return {form for index, form in zip(wording.inside, wording.forms, strict=True) if tokens[index].stop}


def _of_speakers(one: Wording, other: Wording, held: _Wordings, margin: float) -> Mapping[str, float]:
    """What is to be said of who speaks, and how much more alike the two are than either is to others of the other's."""
    counts = sorted((held.of_speaker(one), held.of_speaker(other)))
    return {
        "known": held.known(one, other) or 0.0,
        "single": float(counts[0] == 1) + float(counts[1] == 1),
        "quotes": min(counts[0] * counts[1], _MOST),
        "quotes_high": counts[1],
        "said_margin": margin,
    }


def _rival(one: Wording, other: Wording, like: Likeness, matches: Matches, spoken: Mapping[str, float]) -> Rival:
    match, of_pair = matches.of(one.statement, other.statement)
    sizes = sorted((len(one.content), len(other.content)))
    mark, counter = (Mark(held.inside[0], held.inside[-1] + 1, held.rendering.id) for held in (one, other))
    outside = [(a, b) for a, b in match.links.items() if a not in one.inside and b not in other.inside]
    traits = {
        **of_pair,
        **spoken,
        "same": like.ordered,
        "said": like.shared,
        "said_akin": like.akin,
        "said_share": like.share,
        "said_run": like.run,
        "said_small": like.small,
        "said_meant": like.meant,
        "said_own": min(sizes[0] - like.shared, _MOST),
        "said_around": len(outside),
        "begins": float(one.forms[0] == other.forms[0]),
        "ends": float(one.forms[-1] == other.forms[-1]),
        "sizes": sizes[0] / sizes[1],
        "size": sizes[0],
        "denied": float(_denies(one) != _denies(other)),
        "partial": float("partial" in (one.rendering.quote.kind, other.rendering.quote.kind)),
        "begun": float(one.inside[0] == 0) + float(other.inside[0] == 0),
    }
    return Rival(contrast("wording", match, mark, counter, 0.5), match, "wording", traits)
