"""One speaker's words between quotation marks, worded differently by two outlets.

Compared is what of a quotation stands in one sentence: outlets quote different sentences of a speech, and one that is
worded otherwise has to be told from its neighbours. Any two that one speaker may have said are proposed, unless what is
quoted stands in the other article as well, or both stand in a longer quotation of a third.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

import numpy as np

from generator.compare.alignment import Reading
from generator.compare.marks import Mark
from generator.compare.matching import Match, Words, contrast, meanings
from generator.compare.nearest import topics
from generator.compare.rivals.ledger import Ledger
from generator.compare.rivals.lengths import is_long
from generator.compare.rivals.parts import Part
from generator.compare.rivals.quotations import (
    Thirds,
    Wording,
    amid,
    exchanges,
    in_order,
    is_cut,
    runs,
    turns,
    wordings_of,
)
from generator.compare.rivals.traits import Rival
from generator.compare.statements import Statement
from generator.model import Comparison

_MOST = 9
"""More quotations of a speaker count as this many."""
_FAINT = 0.25
"""How alike two quotations must be where it is not known who speaks, and their sentences are not near each other."""
_HALF = 0.5


def rival_wordings(comparison: Comparison, reading: Reading, ledger: Ledger) -> Iterator[Rival]:
    """Every two direct quotations of different sources that one speaker may have said once."""
    held = _Wordings(comparison, reading, ledger)
    for ours, theirs in combinations(held.by_article.values(), 2):
        left, right = ours[0].statement, theirs[0].statement
        if left.source != right.source and left.language == right.language:  # A translator words otherwise anyway.
            yield from _between(ours, theirs, held)


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
    amid: int
    """The same words right around some that stand for others."""
    turned: bool
    """Whether only one denies, limits or sets a condition."""
    exchanged: bool
    """Whether there is anything but ways of writing that differs."""

    @property
    def total(self) -> float:
        """All in one figure."""
        return self.ordered + self.share + max(self.meant, 0.0)


class _Wordings:
    """The wordings of a story by article, who speaks, and what each is about."""

    def __init__(self, comparison: Comparison, reading: Reading, ledger: Ledger) -> None:
        self._ledger = ledger
        self._named = frozenset(entity.id for entity in comparison.entities if entity.named)
        statements: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            statements.setdefault(statement.article.id, []).append(statement)
        found: dict[str, list[Wording]] = {article: [] for article in statements}
        for rendering in comparison.quotes:
            if rendering.quote.kind != "indirect" and rendering.article_id in found:
                found[rendering.article_id].extend(wordings_of(rendering, statements[rendering.article_id]))
        self.by_article = {article: wordings for article, wordings in found.items() if wordings}
        self.long = is_long(reading)
        every = [wording for wordings in self.by_article.values() for wording in wordings]
        self._rows = dict(zip(map(id, every), topics([_quoted(wording) for wording in every]), strict=True))
        self._meant = {id(wording): _meanings(wording) for wording in every}
        self._several: dict[int, int] = {}
        self.thirds = Thirds(self.by_article)

    def known(self, one: Wording, other: Wording) -> float | None:
        """1 where one named speaker said both, less where that may be; None where it is not so."""
        speakers = one.rendering.speaker, other.rendering.speaker
        if speakers[0] is not None and speakers[0] == speakers[1]:
            return 1.0 if speakers[0] in self._named else _HALF
        if one.surname and one.surname == other.surname:
            return 1.0
        return None if all(speaker in self._named for speaker in speakers) else 0.0

    def meets(self, one: Wording, other: Wording) -> bool:
        """Whether any content word of one may stand for one of the other."""
        return not self._meant[id(one)].isdisjoint(self._meant[id(other)])

    def of_speaker(self, wording: Wording) -> int:
        """How many wordings of its article the same one may have said."""
        if id(wording) not in self._several:
            article = self.by_article[wording.statement.article.id]
            self._several[id(wording)] = sum(self.known(wording, other) is not None for other in article)
        return min(self._several[id(wording)], _MOST)

    def few(self, one: Wording, other: Wording) -> bool:
        """Whether there is hardly another quotation that could be meant."""
        return self.of_speaker(one) * self.of_speaker(other) <= _FEW

    def likeness(self, one: Wording, other: Wording) -> Likeness:
        """What two wordings have in common."""
        match, _ = self.match(one, other)
        links = match.linked_among(one.content, other.content)
        akin = _akin(match, one, other, links)
        size = min(len(one.content), len(other.content))
        found = runs(one, other)
        run = max((stretch.ours[1] - stretch.ours[0] for stretch in found if stretch.same), default=0)
        return Likeness(
            ordered=in_order(one.terms, other.terms) / size,
            shared=len(links),
            akin=akin,
            share=(len(links) + _HALF * akin) / size,
            run=run / min(len(one.forms), len(other.forms)),
            small=len(one.small & other.small) / max(1, len(one.small | other.small)),
            meant=float(np.dot(self._rows[id(one)], self._rows[id(other)])),
            amid=amid(found),
            turned=turns(one, other, found) or one.denies != other.denies,
            exchanged=exchanges(one, other, found),
        )

    def told(self, one: Wording, other: Wording) -> float:
        """How much each says of the other in whatever words, rare words weighing more, 0 to 1."""
        return self._ledger.parts.alike(Part(one.statement, one.content), Part(other.statement, other.content))

    def match(self, one: Wording, other: Wording) -> tuple[Match, Mapping[str, float]]:
        """The match of their statements, and what is to be said of these."""
        return self._ledger.matches.of(one.statement, other.statement)

    def near(self, one: Wording, other: Wording, like: Likeness) -> bool:
        """Whether one speaker said both for all that is known, or where they stand or what they say is alike."""
        if self.known(one, other):
            return True
        return like.total >= _FAINT or self._ledger.matches.close(one.statement, other.statement)

    def tells(self, one: Wording, other: Wording, like: Likeness, margin: float) -> bool:
        """Whether two may be one sentence: there is hardly another of their speaker, or they are alike enough.

        In long articles the likeness has to be more than a topic in common.
        """
        in_a_row = like.ordered >= _IN_ORDER and like.run >= _IN_A_ROW
        if not self.long:
            return in_a_row or margin > 0 or self.few(one, other)
        told = self.told(one, other)
        if told < _MOST_TOLD and margin < _APART:
            return False
        if in_a_row and _SEVERAL <= like.shared < min(len(one.content), len(other.content)):
            return True
        several = like.shared + like.akin >= _PAIR or like.small >= _HALF
        return like.amid >= _BESIDE or (margin > 0 and several and told >= _TOLD)


_FEW = 2
"""Pairs of quotations that one speaker may have said."""
_SEVERAL = 3
"""Content words that two quotations share, at the least, where articles are long: two are easily a name and a topic."""
_IN_ORDER, _IN_A_ROW = 0.5, 0.4
"""The share of the shorter quotation's content words in the same order, and of its words in one stretch."""
_BESIDE = 5
"""Words that are the same around others."""
_PAIR = 2
"""Content words that meet, where the function words are not mostly the same."""
_TOLD = 0.42
"""How much two quotations must say of each other in long articles: a topic in common is less."""
_MOST_TOLD, _APART = 0.6, 1.1
"""There they must say most of each other, or be by so much more alike than either is to any other."""


def _quoted(wording: Wording) -> Statement:
    return replace(wording.statement, tokens=tuple(wording.statement.tokens[index] for index in wording.inside))


def _meanings(wording: Wording) -> frozenset[str]:
    tokens = wording.statement.tokens
    return frozenset(name for index in wording.content for name in meanings(tokens[index], across=False))


def _akin(match: Match, one: Wording, other: Wording, links: Sequence[tuple[int, int]]) -> int:
    """How many further words of the one have a kindred in the other."""
    taken, left = {a for a, _ in links}, [b for b in other.content if b not in {b for _, b in links}]
    return sum(a not in taken and any(match.akin(a, b) for b in left) for a in one.content)


def _between(ours: Sequence[Wording], theirs: Sequence[Wording], held: _Wordings) -> Iterator[Rival]:
    told = [one for one in ours if not any(is_cut(one, other) for other in theirs)]
    retold = [other for other in theirs if not any(is_cut(other, one) for one in ours)]
    pairs = [(one, other) for one in told for other in retold if _may_meet(one, other, held)]
    alike = {(id(one), id(other)): held.likeness(one, other) for one, other in pairs}
    margins = _margins(alike)
    for one, other in pairs:
        like, margin = alike[id(one), id(other)], margins[id(one), id(other)]
        told_once = held.near(one, other, like) and held.tells(one, other, like, margin)
        if told_once and like.exchanged and not held.thirds.hold(one, other):
            yield _rival(one, other, like, held, margin)


def _may_meet(one: Wording, other: Wording, held: _Wordings) -> bool:
    """Whether one speaker may have said both, and a word of theirs meets where many may be meant."""
    known = held.known(one, other)
    return known is not None and (held.meets(one, other) or (not held.long and (known > 0 or held.few(one, other))))


Key = tuple[int, int]


def _margins(alike: Mapping[Key, Likeness]) -> Mapping[Key, float]:
    """How much more alike the two of each pair are than either is to any other."""
    tops: tuple[dict[int, list[float]], dict[int, list[float]]] = ({}, {})
    for key, like in alike.items():
        for number, best in zip(key, tops, strict=True):
            best[number] = sorted([*best.get(number, []), like.total], reverse=True)[:2]
    return {
        key: like.total - max(_rest(best[number], like.total) for number, best in zip(key, tops, strict=True))
        for key, like in alike.items()
    }


def _rest(best: Sequence[float], total: float) -> float:
    """The most of the others', of the two most of all; 0 where there are none."""
    if best[0] > total:
        return best[0]
    return best[1] if len(best) > 1 else 0.0


def _rival(one: Wording, other: Wording, like: Likeness, held: _Wordings, margin: float) -> Rival:
    match, of_pair = held.match(one, other)
    sizes = sorted((len(one.content), len(other.content)))
    mark, counter = (Mark(wording.inside[0], wording.inside[-1] + 1, wording.rendering.id) for wording in (one, other))
    outside = [(a, b) for a, b in match.links.items() if a not in one.inside and b not in other.inside]
    traits = {
        **of_pair,
        **_of_speakers(one, other, held, margin),
        "same": like.ordered,
        "said": like.shared,
        "said_akin": like.akin,
        "said_share": like.share,
        "said_run": like.run,
        "said_small": like.small,
        "said_meant": like.meant,
        "said_alike": held.told(one, other),
        "said_amid": min(like.amid, _MOST),
        "said_turned": float(like.turned),
        "said_own": min(sizes[0] - like.shared, _MOST),
        "said_around": len(outside),
        "begins": float(one.forms[0] == other.forms[0]),
        "ends": float(one.forms[-1] == other.forms[-1]),
        "sizes": sizes[0] / sizes[1],
        "size": sizes[0],
        "denied": float(one.denies != other.denies),
        "partial": float("partial" in (one.rendering.quote.kind, other.rendering.quote.kind)),
        "begun": float(one.inside[0] == 0) + float(other.inside[0] == 0),
    }
    found = contrast("wording", match, mark, counter, _STRONG if like.turned else _HALF)
    return Rival(replace(found, subject=_subject(one, other)), match, "wording", traits)


_STRONG = 0.7
"""A wording that says no where the other does not, or sets a condition."""


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


def _subject(one: Wording, other: Wording) -> Words:
    """The name of who speaks, where it stands beside either; else the whole statement, which needs no heading."""
    for wording in (one, other):
        speaker, statement = wording.rendering.quote.speaker, wording.statement
        if speaker is not None and speaker.kind == "name":
            inside = [i for i, t in enumerate(statement.tokens) if speaker.start <= t.start and t.end <= speaker.end]
            if inside:
                return Words(statement, inside[0], inside[-1] + 1)
    return Words(one.statement, 0, len(one.statement.tokens))
