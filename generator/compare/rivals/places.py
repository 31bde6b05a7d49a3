"""Places that may be those of one thing: names and nouns behind a preposition of place, and directions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match, clause
from generator.compare.rivals.apart import marks_of, of_two_people
from generator.compare.rivals.sites import Site, sites
from generator.compare.rivals.traits import Rival
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


def rival_places(reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two places of different sources that may be those of one thing."""
    beside = _beside(reading)
    for rival in rival_values(reading, matches, _rules(reading)):
        told = rival.traits
        tied = told["slot"] or told["near"] or told["clause"] or told["happens"]
        if tied and not (_one_name(rival) or of_two_people(rival.match, *marks_of(rival.contrast))):
            inside = float(frozenset(rival.contrast.poles) in beside)
            yield rival._replace(traits={**told, "beside_each_other": inside})


def _one_name(rival: Rival) -> bool:
    """Whether both are spellings of one name that the entities did not join."""
    held = [words.statement.passage(words.first, words.last) for words in (rival.contrast.one, rival.contrast.other)]
    one, other = (
        words.statement.article.text[place.start : place.end]
        for words, place in zip((rival.contrast.one, rival.contrast.other), held, strict=True)
    )
    return not rival.traits["nouns"] and same_name(one, other) >= _SAME_NAME


_SAME_NAME = 0.5


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
        ground="place", kind="place", values=values, comparable=_comparable, agree=_agree, meets=_agree, traits=_traits
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
    return len(ways) == 1


def _agree(one: Place, other: Place) -> bool:
    """Whether both are one place: the same name, the same noun or one of its kind, a word of the other's name."""
    if one.what == other.what:
        return True
    if one.site.named and other.site.named:
        return False
    if one.kin is not None and other.kin is not None:
        return one.kin.of(other.kin)
    return not one.words.isdisjoint(other.words)


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
    }


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
