"""Where a statement says that something is: names of places and nouns for them, behind a word like "in"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from generator.compare.calendar import day_at, month_of
from generator.compare.rivals.ways import Way, heads_report, is_small, ordinal, way
from generator.compare.statements import Statement, Token
from generator.compare.things import is_person, likely
from generator.language.fold import fold
from generator.language.lexicon import ENGLISH, translations
from generator.language.relations import above, senses
from generator.language.words import key

_LONGEST = 5
"""Words between a preposition and the noun, that one included."""


class Site(NamedTuple):
    """A stretch that says where: its first word, the one behind its last, what it names, and how."""

    first: int
    last: int
    what: str
    """The entity, the words of an unknown name, or the noun."""
    named: bool
    way: Way
    """What stands before says of it; empty where nothing does."""
    more: frozenset[str] = frozenset()
    """What tells a noun's place from others of the kind: the third floor, the fish market."""
    end: int = 0
    """The one behind the words that tell it from others; 0 where none stand behind it."""
    sure: bool = True
    """Whether the recogniser or a noun's most usual sense makes it a place."""


def sites(statement: Statement) -> Iterator[Site]:
    """Every name of a place, and what else stands right behind a preposition of place and is one by its kind."""
    taken: set[int] = set()
    for site in (*_behind_words(statement), *_introduced(statement), *_names(statement)):
        if taken.isdisjoint(range(site.first, site.last)) and not heads_report(statement, site.first):
            taken.update(range(site.first, site.last))
            yield site


def _names(statement: Statement) -> Iterator[Site]:
    """The names of places."""
    index, tokens = 0, statement.tokens
    while index < len(tokens):
        last = _end(tokens, index)
        if tokens[index].place:
            yield Site(index, last, tokens[index].term, named=True, way="")
        index = last


def _introduced(statement: Statement) -> Iterator[Site]:
    """Names behind an Arabic noun for settlements and the like that no preposition governs: "حي النخيل"."""
    for index in range(len(statement.tokens) if statement.language == "ar" else 0):
        last = _last_of_name(statement, index)
        if last:
            yield Site(index, last, statement.tokens[last - 1].term, named=True, way="", sure=False)


def _last_of_name(statement: Statement, head: int) -> int:
    """The end of the name that an Arabic noun without an article introduces; 0 for none."""
    tokens, name = statement.tokens, head + 1
    fits = statement.language == "ar" and name < len(tokens) and not tokens[name].breaks
    if not fits or tokens[head].named or not _INTRODUCES.intersection(tokens[head].forms[:_WRITTEN]):
        return 0
    if tokens[name].named:
        return _end(tokens, name) if tokens[name].place else 0
    known = tokens[name].concepts and not tokens[name].forms[0].startswith(_ARTICLE)
    return 0 if known or is_person(tokens[name]) or not _is_plain(statement, name) else name + 1


_ARTICLE = "ال"
_WRITTEN = 3
"""Forms of a word with and without what is attached to it."""


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
        said = way(statement, index)
        site = _site(statement, index + 1, said) if said else None
        if site is not None:
            yield site


def _site(statement: Statement, start: int, said: Way) -> Site | None:
    """What a preposition governs, if that is a place."""
    tokens = statement.tokens
    within = list(takewhile(lambda index: not tokens[index].breaks, range(start, min(start + _LONGEST, len(tokens)))))
    first = next((index for index in within if not is_small(statement, index)), len(tokens))
    if first not in within or any(way(statement, index) for index in range(start, first)):
        return None
    if tokens[first].named:
        return _name(statement, start, first, said)
    run = list(takewhile(lambda index: _is_plain(statement, index), range(first, within[-1] + 1)))
    written = list(takewhile(lambda index: _is_large(statement, index), run))
    if written:
        what = " ".join(tokens[index].term for index in written)
        return Site(first, written[-1] + 1, what, named=True, way=said) if _is_name(statement, written) else None
    heads = [index for index in run if is_site(tokens[index]) and not _tells_time(statement, index)]
    bare = first == start and statement.language in _NOUNS_HAVE_ARTICLES
    verb = said == "to" and statement.language == ENGLISH and tokens[start].forms[0] not in _DETERMINERS
    if not heads or (bare and first == heads[-1]) or verb:
        return None  # "On board", "en route" say how, not where; "to keep" is a verb.
    head = heads[-1] if statement.language in _HEAD_LAST else heads[0]
    return _of_name(statement, start, first, head, said)


def _name(statement: Statement, start: int, first: int, said: Way) -> Site | None:
    """A name behind a preposition, if it is one of a place: what is in one, or has a noun for places in it."""
    tokens, last = statement.tokens, _end(statement.tokens, first)
    site = Site(first, last, tokens[first].term, named=True, way=said)
    if tokens[first].place:
        return site
    held = any(is_surely_site(token) for token in _as_words(statement, first, last))
    alone = last == first + 1 and start == first and said == "in" and statement.language == ENGLISH
    single = alone and tokens[start - 1].forms[0] == "in" and not owns(statement, last)
    return site._replace(sure=False) if said != "from" and (held or single) else None


def _as_words(statement: Statement, first: int, last: int) -> Iterator[str]:
    """The words of a name as English ones."""
    for token in statement.tokens[first:last]:
        word = key(token.forms[-1], statement.language)
        yield from (concept for concept, _ in translations(word, statement.language))
        if statement.language == ENGLISH:
            yield word


def owns(statement: Statement, last: int) -> bool:
    """Whether a name ends as somebody's or something's: "in Dellin's methods"."""
    end = statement.tokens[last - 1].end
    return statement.article.text[end : end + 2] in ("'s", "’s")


def _of_name(statement: Statement, start: int, first: int, head: int, said: Way) -> Site:
    """The place of a noun, or that of the name that the noun only introduces: the village of Orrin."""
    tokens, last = statement.tokens, _last_of_name(statement, head)
    if last:
        return Site(first, last, tokens[last - 1].term, named=True, way=said, sure=tokens[last - 1].place)
    beside = next(
        (index for index in range(head + 1, min(head + 3, len(tokens))) if not tokens[index].stop), len(tokens)
    )
    if beside < len(tokens) and not any(token.breaks for token in tokens[head + 1 : beside + 1]):
        between = {form for token in tokens[head + 1 : beside] for form in token.forms}
        if tokens[beside].place and between <= _OF and introduces(tokens[head]):
            return Site(first, _end(tokens, beside), tokens[beside].term, named=True, way=said)
    more = frozenset(tokens[index].term for index in range(first, head)) | _ordinals(statement, start, head)
    after = [] if statement.language in _HEAD_LAST else list(_after(statement, head))
    more |= frozenset(tokens[index].term for index in after)
    end = after[-1] + 1 if after else 0
    return Site(
        first, head + 1, tokens[head].term, named=False, way=said, more=more, end=end, sure=_is_sure(tokens[head])
    )


def _after(statement: Statement, head: int) -> Iterator[int]:
    """The words behind a noun that may tell which one of its kind it is."""
    tokens = statement.tokens
    for index in range(head + 1, min(head + 1 + _TELLING, len(tokens))):
        if tokens[index].breaks or not (_is_plain(statement, index) or tokens[index].named):
            return
        yield index


_TELLING = 2


_OF = frozenset({"of", "de", "du", "d", "del", "la", "le", "von"})


def _ordinals(statement: Statement, start: int, head: int) -> frozenset[str]:
    """Which one of several it is: the third floor."""
    found = (ordinal(statement, index) for index in range(start, head))
    return frozenset(f"#{value:g}" for value in found if value is not None)


def introduces(token: Token) -> bool:
    """Whether a noun is one for settlements and parts of states, which a name behind it names: the village of Orrin."""
    return any(name in _introducing() for name in likely(token)) or any(form in _INTRODUCES for form in token.forms)


@lru_cache(maxsize=1)
def _introducing() -> frozenset[str]:
    keys = [key(word, ENGLISH) for word in _SETTLEMENTS.split()]
    return frozenset(
        f"={name}" for one in keys for name in (one, *(concept for concept, _ in translations(one, ENGLISH)))
    )


_SETTLEMENTS = """city town village hamlet port harbour island isle province region state district county municipality
republic kingdom suburb quarter settlement community commune borough governorate emirate parish valley desert river lake
peninsula crater camp strait gulf bay""".replace("\n", " ")


_INTRODUCES = frozenset(
    fold(word)
    for word in (
        "مدينة بلدة قرية ضيعة حي ضاحية ميناء مرفأ جزيرة إقليم محافظة مقاطعة منطقة ناحية ولاية إمارة جمهورية مملكة "
        "عاصمة نهر وادي بحيرة صحراء خليج مضيق مخيم"
    ).split()
)
"""The same in Arabic, of which the lexicon knows few."""


def _is_name(statement: Statement, written: Sequence[int]) -> bool:
    """Whether words written large may be a place's name: no title before a name."""
    tokens, last = statement.tokens, written[-1] + 1
    titled = last < len(tokens) and tokens[last].named and not tokens[last].breaks
    return not titled and not any(is_person(tokens[index]) for index in written)


def _is_plain(statement: Statement, index: int) -> bool:
    """Whether a word is neither small, a name, a figure nor a day or month."""
    token = statement.tokens[index]
    dated = day_at(statement, index) is not None or month_of(statement, index) is not None
    return not (is_small(statement, index) or token.named or token.number or dated)


def _is_large(statement: Statement, index: int) -> bool:
    return statement.language in _NAMES_LARGE and statement.article.text[statement.tokens[index].start].isupper()


def _tells_time(statement: Statement, index: int) -> bool:
    """Whether a word is the quarter of an hour: "at a quarter past eight"."""
    after = statement.tokens[index + 1 : index + 2]
    return (
        any(form in _OF_CLOCK for token in after for form in token.forms)
        and statement.tokens[index].term == "en:quarter"
    )


_OF_CLOCK = frozenset({"past", "to", "after", "before"})
_DETERMINERS = frozenset("the a an this that these those his her its their our my your another any some all".split())
_NOUNS_HAVE_ARTICLES = frozenset({"en", "de", "fr", "es"})
_HEAD_LAST = frozenset({"en", "de"})
_NAMES_LARGE = frozenset({"en", "fr", "es"})


def is_site(token: Token) -> bool:
    """Whether a noun may be for a place: what is built, grounds, ways, waters."""
    if any(form in _NO_SITES for form in token.forms):
        return False
    return any(_is_site(name[1:]) for name in likely(token)) or any(form in _INTRODUCES for form in token.forms)


_NO_SITES = frozenset("statement statements way ways depth depths peak job jobs".split())
"""English words that WordNet has as places, or whose stems are, and news mostly as something else."""


def _is_sure(token: Token) -> bool:
    return any(is_surely_site(name[1:]) for name in likely(token))


@lru_cache(maxsize=20_000)
def _is_site(word: str) -> bool:
    return not _kinds().isdisjoint(above(word, senses_of=_USUAL))


_USUAL = 3
"""Of how many of a noun's most frequent senses one must be a place."""


@lru_cache(maxsize=20_000)
def is_surely_site(word: str) -> bool:
    """Whether what an English word means most often is a place."""
    return not _kinds().isdisjoint(above(word, senses_of=1))


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
