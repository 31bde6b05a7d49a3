"""Where a statement says that something is: names of places and nouns for them, behind a word like "in"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from generator.compare.calendar import day_at, month_of
from generator.compare.statements import Statement, Token
from generator.compare.things import is_person, likely
from generator.language.fold import fold
from generator.language.relations import above, senses

_LONGEST = 5
"""Words between a preposition and the noun, that one included."""


class Site(NamedTuple):
    """A stretch that says where: its first word, the one behind its last, what it names, and how."""

    first: int
    last: int
    what: str
    """The entity, the words of an unknown name, or the noun."""
    named: bool
    way: str
    """"in" for where something is, "from" and "to" for where it comes from or goes; empty where nothing says."""


def sites(statement: Statement) -> Iterator[Site]:
    """Every name of a place, and what else stands right behind a preposition of place and is one by its kind."""
    taken: set[int] = set()
    for site in _behind_words(statement):
        if taken.isdisjoint(range(site.first, site.last)):
            taken.update(range(site.first, site.last))
            yield site
    for first, last in _names(statement):
        if taken.isdisjoint(range(first, last)):
            yield Site(first, last, statement.tokens[first].term, named=True, way="")


def _names(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where names of places begin and end."""
    index, tokens = 0, statement.tokens
    while index < len(tokens):
        last = _end(tokens, index)
        if tokens[index].place:
            yield index, last
        index = last


def _end(tokens: Sequence[Token], first: int) -> int:
    """The end of a name."""
    last = first + 1
    while tokens[first].named and last < len(tokens) and _goes_on(tokens, first, last):
        last += 1
    return last


def _goes_on(tokens: Sequence[Token], first: int, last: int) -> bool:
    return tokens[last].term == tokens[first].term and not tokens[last].breaks


def _behind_words(statement: Statement) -> Iterator[Site]:
    for index in range(len(statement.tokens)):
        way = _way(statement, index)
        site = _site(statement, index + 1, way) if way else None
        if site is not None:
            yield site


def _way(statement: Statement, index: int) -> str:
    """What a preposition says of the way; empty for other words."""
    listed, token = _WAYS.get(statement.language, {}), statement.tokens[index]
    return next((listed[form] for form in token.forms if form in listed), "") if token.stop else ""


def _site(statement: Statement, start: int, way: str) -> Site | None:
    """What a preposition governs, if that is a place."""
    tokens = statement.tokens
    within = list(takewhile(lambda index: not tokens[index].breaks, range(start, min(start + _LONGEST, len(tokens)))))
    first = next((index for index in within if not tokens[index].stop), len(tokens))
    if first not in within or any(_way(statement, index) for index in range(start, first)):
        return None
    if tokens[first].named:
        last = _end(tokens, first)
        return Site(first, last, tokens[first].term, named=True, way=way) if tokens[first].place else None
    run = list(takewhile(lambda index: _is_plain(statement, index), range(first, within[-1] + 1)))
    written = list(takewhile(lambda index: _is_large(statement, index), run))
    if written:
        what = " ".join(tokens[index].term for index in written)
        return Site(first, written[-1] + 1, what, named=True, way=way) if _is_name(statement, written) else None
    heads = [index for index in run if is_site(tokens[index])]
    if not heads or (first == start == heads[-1] and statement.language in _NOUNS_HAVE_ARTICLES):
        return None  # "On board", "en route" say how, not where.
    head = heads[-1] if statement.language in _HEAD_LAST else heads[0]
    return Site(first, head + 1, tokens[head].term, named=False, way=way)


def _is_name(statement: Statement, written: Sequence[int]) -> bool:
    """Whether words written large may be a place's name: no title before a name."""
    tokens, last = statement.tokens, written[-1] + 1
    titled = last < len(tokens) and tokens[last].named and not tokens[last].breaks
    return not titled and not any(is_person(tokens[index]) for index in written)


def _is_plain(statement: Statement, index: int) -> bool:
    """Whether a word is neither small, a name, a figure nor a day or month."""
    token = statement.tokens[index]
    dated = day_at(statement, index) is not None or month_of(statement, index) is not None
    return not (token.stop or token.named or token.number or dated)


def _is_large(statement: Statement, index: int) -> bool:
    return statement.language in _NAMES_LARGE and statement.article.text[statement.tokens[index].start].isupper()


_NOUNS_HAVE_ARTICLES = frozenset({"en", "de", "fr", "es"})
_HEAD_LAST = frozenset({"en", "de"})
_NAMES_LARGE = frozenset({"en", "fr", "es"})
_LISTED = {
    "ar": {"in": "في قرب عند داخل خارج أمام خلف جنوب شمال شرق غرب", "from": "من", "to": "إلى نحو"},
    "de": {"in": "in im bei beim am auf vor hinter neben nahe", "from": "aus", "to": "nach"},
    "en": {
        "in": "in at near outside on inside behind beside beneath under above off within around along opposite",
        "from": "from",
        "to": "to into onto towards toward",
    },
    "es": {"in": "en junto frente ante sobre cerca", "from": "desde", "to": "hacia hasta"},
    "fr": {"in": "à dans près devant derrière sur au aux en", "from": "depuis", "to": "vers"},
}
_WAYS = {
    language: {fold(word): way for way, words in listed.items() for word in words.split()}
    for language, listed in _LISTED.items()
}


def is_site(token: Token) -> bool:
    """Whether a noun may be for a place: what is built, grounds, ways, waters."""
    return any(_is_site(name[1:]) for name in likely(token))


@lru_cache(maxsize=20_000)
def _is_site(word: str) -> bool:
    return not _kinds().isdisjoint(above(word))


@lru_cache(maxsize=1)
def _kinds() -> frozenset[int]:
    """The most general senses of words for places, each told from the word's others by one that is a kind of it."""
    return frozenset(sense for word, example in _GENERAL for sense in senses(word) & above(example))


_GENERAL = (
    ("structure", "building"),
    ("facility", "station"),
    ("location", "region"),
    ("formation", "hill"),
    ("water", "river"),
    ("way", "road"),
    ("excavation", "mine"),
    ("establishment", "shop"),
    ("forest", "wood"),
)
