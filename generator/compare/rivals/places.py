"""Places that may be those of one thing: names and nouns behind a preposition of place, and directions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.labels import goes_on
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match, Words, clause
from generator.compare.rivals.apart import marks_of, of_two_people
from generator.compare.rivals.parts import Part, Parts
from generator.compare.rivals.sites import Site, introduces, owns, sites
from generator.compare.rivals.traits import Rival, Traits
from generator.compare.rivals.values import Matches, Rules, rival_values
from generator.compare.statements import Statement, Token
from generator.compare.things import likely
from generator.language.names import same_name
from generator.language.relations import Kin, kin


class Place(NamedTuple):
    """A place that a statement names."""

    site: Site
    direction: bool
    times: int
    """How often its article names it."""
    first: bool
    """Whether it is the first place that its article names."""
    words: frozenset[str]
    """What its words are compared by."""
    kin: Kin | None
    """What a noun may mean."""

    @property
    def what(self) -> str:
        """The entity, the noun, or the direction."""
        return self.site.what


def rival_places(reading: Reading, matches: Matches, parts: Parts) -> Iterator[Rival]:
    """Every two places of different sources that may be those of one thing."""
    beside, found = _beside(reading), []
    for rival in rival_values(reading, matches, _rules(reading)):
        if _one_name(rival) or of_two_people(rival.match, *marks_of(rival.contrast)):
            continue
        told = {**rival.traits, "told": _told(rival, parts)}
        if told["slot"] or told["near"] or told["clause"] or told["happens"] or told["told"] >= _TOLD:
            inside = float(frozenset(rival.contrast.poles) in beside)
            found.append(rival._replace(traits={**told, "beside_each_other": inside}))
    choices = Counter(_statements(rival) for rival in found)
    for rival in found:
        yield rival._replace(traits={**rival.traits, **_alone(rival.traits, choices[_statements(rival)])})


def _statements(rival: Rival) -> tuple[int, int]:
    return rival.match.one.number, rival.match.other.number


def _alone(told: Traits, choices: int) -> dict[str, float]:
    """Whether two places of statements that answer each other stand nowhere in the other article."""
    unmet, answers = told["met_high"] < 0, not (told["rank_low"] or told["rank_high"])
    return {
        "choices": log(choices),
        "unmet": float(unmet),
        "answers": float(answers),
        "lone": float(unmet and answers),
        "alone": float(unmet and answers and choices == 1),
        "mixed": float(told["nouns"] == 1),
    }


_TOLD = 0.3
"""How much of what happens there two clauses that share no word around their places must say of each other."""


def _told(rival: Rival, parts: Parts) -> float:
    """How much the clauses of two places say of each other, the places apart: 0 to 1."""
    ours, theirs = (
        Part(words.statement, tuple(_clause(words))) for words in (rival.contrast.one, rival.contrast.other)
    )
    return parts.alike(ours, theirs)


def _clause(words: Words) -> Iterator[int]:
    """The content words of a clause outside some words of it."""
    first, last = clause(words.statement, words.first, words.last - 1)
    return (i for i in words.statement.content() if first <= i < last and not words.first <= i < words.last)


def _one_name(rival: Rival) -> bool:
    """Whether both are spellings of one name that the entities did not join, or one is a part of the other."""
    one, other = (_written(words) for words in (rival.contrast.one, rival.contrast.other))
    if not rival.traits["nouns"] and same_name(" ".join(one), " ".join(other)) >= _SAME_NAME:
        return True
    if rival.match.pair.across:
        return any(same_name(a, b) >= _SURELY for a in one for b in other if min(len(a), len(b)) >= _LONG)
    return rival.traits["nouns"] < _BOTH and (set(one) <= set(other) or set(other) <= set(one))


_SAME_NAME, _SURELY = 0.5, 0.85
_LONG = 3
"""Letters of a word of a name by which it is told across languages."""
_BOTH = 2


def _written(words: Words) -> list[str]:
    """The words of a place as they are written, without those for kinds of places that only introduce it."""
    tokens = words.statement.tokens[words.first : words.last + _BEHIND]
    kept = [
        token.forms[-1]
        for index, token in enumerate(tokens)
        if not token.stop and not introduces(token) and (index < words.last - words.first or token.named)
    ]
    return kept or [token.forms[-1] for token in tokens[:1]]


_BEHIND = 2


def _beside(reading: Reading) -> frozenset[frozenset[str]]:
    """The places that some statement names close to each other: one lies in the other, or near it."""
    found = set()
    for statement in reading.statements:
        named = list(sites(statement))
        found |= {
            frozenset((one.what, other.what)) for one, other in pairwise(named) if 0 <= other.first - one.last <= _CLOSE
        }
    return frozenset(found)


_CLOSE = 3


def _rules(reading: Reading) -> Rules[Place]:
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    first: dict[str, str] = {}
    held: dict[int, list[Site]] = {}
    for statement in reading.statements:
        held[statement.number] = list(sites(statement))
        for site in held[statement.number]:
            counts[statement.article.id, site.what] += 1
            if site.named:
                first.setdefault(statement.article.id, site.what)

    def values(statement: Statement) -> list[tuple[Mark, Place]]:
        article = statement.article.id
        named = [
            (
                Mark(site.first, site.last, site.what),
                Place(
                    site,
                    direction=False,
                    times=counts[article, site.what],
                    first=first.get(article) == site.what,
                    words=frozenset(token.term for token in statement.tokens[site.first : site.last]),
                    kin=None if site.named else _kin(statement.tokens[site.last - 1]),
                ),
            )
            for site in held[statement.number]
        ]
        return [*named, *_directions(statement)]

    return Rules(
        ground="place", kind="place", values=values, comparable=_comparable, agree=_agree, meets=_meets, traits=_traits
    )


def _kin(token: Token) -> Kin:
    return kin(name[1:] for name in likely(token))


def _directions(statement: Statement) -> Iterator[tuple[Mark, Place]]:
    for mark in marks(statement).directions:
        site = Site(mark.first, mark.last, mark.meaning, named=False, way="")
        yield mark, Place(site, direction=True, times=1, first=False, words=frozenset(), kin=None)


def _comparable(one: Place, other: Place) -> bool:
    if one.direction or other.direction:
        return one.direction and other.direction
    ways = {one.site.way, other.site.way}
    if one.site.named and other.site.named:
        return not ("from" in ways and len(ways) > 1)
    return len(ways) == 1 or ways <= _WHERE


_WHERE = frozenset({"in", "to", "all", "off"})


def _agree(one: Place, other: Place) -> bool:
    """Whether both are one place: the same name, the same noun or one of its kind, a word of the other's name."""
    if one.what == other.what:
        return not _told_apart(one, other)
    if one.site.named and other.site.named:
        return False
    if one.kin is not None and other.kin is not None:
        return one.kin.of(other.kin) and not _told_apart(one, other)
    return not one.words.isdisjoint(other.words)


def _told_apart(one: Place, other: Place) -> bool:
    """Whether each noun comes with words that tell which of its kind is meant, and none are the same."""
    ours, theirs = one.site.more, other.site.more
    if one.what != other.what and any(word.startswith("#") for word in ours ^ theirs):
        return True
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _meets(one: Place, other: Place) -> bool:
    """Whether the second says the first again: what is only far from a place, or comes from it, is not there."""
    apart = other.site.way in _AWAY and one.site.way not in _AWAY
    return not apart and _agree(one, other)


_AWAY = frozenset({"off", "from"})


def _traits(match: Match, one: Place, other: Place) -> Mapping[str, float]:
    text = [statement.article.text for statement in (match.one, match.other)]
    ways = one.site.way, other.site.way
    return {
        "direction": float(one.direction),
        "mentions_low": min(one.times, other.times, 5),
        "mentions_high": min(max(one.times, other.times), 8),
        "behind": float(bool(ways[0])) + float(bool(ways[1])),
        "same_way": float(ways[0] == ways[1] != ""),
        "other_way": float(all(ways) and ways[0] != ways[1]),
        "in": float(ways[0] == "in") + float(ways[1] == "in"),
        "first": float(one.first) + float(other.first),
        "nouns": float(not (one.site.named or one.direction)) + float(not (other.site.named or other.direction)),
        "longer": float(len(text[0]) > 2 * len(text[1]) or len(text[1]) > 2 * len(text[0])),
        "happens": _happens(match, one.site, other.site),
        "place_shared": _shared(match),
        "of_same": _of_same(match, one.site, other.site),
        "happens_first": _happens(match, one.site, other.site, only=1),
        "sure": float(one.site.sure) + float(other.site.sure),
        "all_over": float((one.site.way == "all") != (other.site.way == "all")),
        "off": float(one.site.way == "off") + float(other.site.way == "off"),
        "one_noun": float(one.what == other.what),
        "told_apart": float(_told_apart(one, other)),
        "one_bounds": float(one.direction and _bounds(match.one, one) != _bounds(match.other, other)),
        "belongs": _belongs(match.one, one.site) + _belongs(match.other, other.site),
    }


def _bounds(statement: Statement, place: Place) -> bool:
    """Whether a direction is told from another place: "north of the capital"."""
    tokens = statement.tokens[place.site.last : place.site.last + 1]
    return any(form in _OF for token in tokens for form in token.forms)


_OF = frozenset({"of", "from", "de", "du", "del", "von"})


def _belongs(statement: Statement, site: Site) -> float:
    """1 for a name that only says whose or which something is: "Orrin's minister", "the Orrin talks"."""
    return float(site.named and (owns(statement, site.last) or goes_on(statement, site.last)))


def _shared(match: Match) -> float:
    """How many places both statements name."""
    ours, theirs = ({token.term for token in one.tokens if token.place} for one in (match.one, match.other))
    return float(len(ours & theirs))


def _of_same(match: Match, one: Site, other: Site) -> float:
    """Whether the words right behind the two stand for each other: the northern pier, the southern pier."""
    behind = [
        next((i for i in range(site.last, len(told.tokens)) if not told.tokens[i].stop), None)
        for told, site in ((match.one, one), (match.other, other))
    ]
    a, b = behind
    return float(a is not None and b is not None and (match.linked(a, b) or match.akin(a, b)))


def _happens(match: Match, one: Site, other: Site, *, only: int = 3) -> float:
    """2 where a word right before the one place stands for one before the other, 1 where it is of a kind with it."""
    ours, theirs = _before(match.one, one, only), _before(match.other, other, only)
    if any(match.linked(a, b) for a in ours for b in theirs):
        return 2.0
    return float(any(match.akin(a, b) for a in ours for b in theirs))


def _before(statement: Statement, site: Site, most: int) -> Sequence[int]:
    """The content words before a place within its clause, names, figures and other places apart, the nearest first."""
    first, _ = clause(statement, site.first, site.last - 1)
    tokens = statement.tokens
    found = [i for i in range(first, site.first) if not (tokens[i].stop or tokens[i].named or tokens[i].number)]
    return found[::-1][:most]
