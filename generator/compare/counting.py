"""What a number counts, and what is said to have happened to the people it counts."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.compare.calendar import day_at
from generator.compare.lexis import hits
from generator.compare.numerals import Number, number_at
from generator.compare.reckoning import Forms, at, ends, reckoning
from generator.compare.statements import Statement
from generator.compare.things import event, happenings, is_person

_REACH = 4
"""Words between a figure and what it counts."""
_BACK = 6
"""Words before a figure that may say what it counts: "the number of jobs to be cut at 1,900"."""
_NEAR_EVENT = 8
_FAR_EVENT = 16
_OF_THEM = 6
"""Words behind a figure without a noun among which what happened to people may stand: "nine of them were hurt"."""
_JOINED = "و"
_ADJECTIVES_FIRST = frozenset({"en", "de", "nl", "ru"})
_ADDED = ("ing", "ed", "ly")
"""How English words end that do not describe the noun behind them."""


class Counted(NamedTuple):
    """What is counted: the word that names it, whether it is people, and the index behind it."""

    word: int | None
    last: int
    people: bool = False


def counted(statement: Statement, number: Number) -> Counted | None:
    """What a number counts: the noun behind it, people to whom something happens, or what stands before it."""
    word = _noun(statement, number.last)
    if word is not None:
        return Counted(word, word + 1, people=_people(statement, word))
    return _of_them(statement, number) or _before(statement, number.first)


def _people(statement: Statement, index: int) -> bool:
    token = statement.tokens[index]
    listed = any(hits(statement.lexis.counted, [token.forms]))
    return listed or is_person(token) or index in happenings(statement)


def _noun(statement: Statement, last: int) -> int | None:
    """The word that is counted: the next content word, not beyond the clause, no figure, no name and no time."""
    forms, lists = statement.forms(), reckoning(statement.language)
    whole = last
    for index in range(last, min(last + _REACH, len(statement.tokens))):
        token = statement.tokens[index]
        number = number_at(statement, index) if index > last else None
        whole = whole if number is None or number.share else number.last
        if index < whole:
            continue  # "seven of the ten directors"
        if token.breaks or token.number or token.named or _timely(statement, forms, index):
            return None
        if at(statement.lexis.counted, forms, index) is not None:
            return index
        if at(lists.qualifiers, forms, index) is None and at(lists.adjectives, forms, index) is None:
            return None if token.stop or _is_verb(statement, index) else _head(statement, index)
    return None


def _is_verb(statement: Statement, index: int) -> bool:
    """Whether an English word right behind a number is more likely a verb: one in "-ed" that no noun follows."""
    token, after = statement.tokens[index], index + 1
    if statement.language != "en" or not token.forms[0].endswith("ed") or _people(statement, index):
        return False
    follows = after < len(statement.tokens) and not statement.tokens[after].breaks
    return not follows or statement.tokens[after].stop or statement.tokens[after].named


def _timely(statement: Statement, forms: Forms, index: int) -> bool:
    """Whether a word is a day, a part of the day, or a word like "yesterday"."""
    if day_at(statement, index) is not None:
        return True
    lexis = statement.lexis
    return any(at(listed, forms, index) for listed in (lexis.relative_days, lexis.daypart, lexis.spans))


def _head(statement: Statement, index: int) -> int:
    """The noun that first words only describe, where adjectives go before: "office jobs", "young police officers"."""
    tokens = statement.tokens
    if statement.language not in _ADJECTIVES_FIRST or _people(statement, index):
        return index
    for after in range(index + 1, min(index + 3, len(tokens))):
        if tokens[after].breaks or tokens[after].stop or tokens[after].named or tokens[after].number:
            return index
        if tokens[after].forms[0].endswith(_ADDED):
            return index
        if is_person(tokens[after]) or event(tokens[after]):
            return after
    return index


def noun_words(statement: Statement, word: int) -> Sequence[int]:
    """The word that is counted, and where nouns stand together the one behind it too: "office jobs"."""
    after = word + 1
    if statement.language != "en" or after >= len(statement.tokens) or _people(statement, word):
        return (word,)
    token = statement.tokens[after]
    plain = not (token.breaks or token.stop or token.named or token.number or token.forms[0].endswith(_ADDED))
    between = statement.article.text[statement.tokens[word].end : token.start]
    return (word, after) if plain and between in (" ", "-") else (word,)


def _of_them(statement: Statement, number: Number) -> Counted | None:
    """People who are not named again, and to whom something happens: "nine of them were hurt"."""
    happens = happenings(statement)
    for index in range(number.last, min(number.last + _OF_THEM, len(statement.tokens))):
        token = statement.tokens[index]
        if index in happens:
            return Counted(None, number.last, people=True)
        if token.breaks or not token.stop or token.number:
            return None
    return None


def _before(statement: Statement, first: int) -> Counted | None:
    """What a figure counts that nothing follows: what its clause names as a number of things, or people before it."""
    start = max(0, first - _BACK - _REACH)
    listed, forms = reckoning(statement.language).number_of, statement.forms()
    named = [hit.last for index in range(start, first) if (hit := at(listed, forms[:first], index)) is not None]
    noun = _noun(statement, named[-1]) if named else None
    if noun is not None and noun < first:
        return Counted(noun, first + 1, people=_people(statement, noun))
    happens = happenings(statement)
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        token = statement.tokens[index]
        if index in happens or is_person(token):
            return Counted(index, first + 1, people=True)
        if token.breaks:
            return None
    return None


def happened_near(statement: Statement, first: int, last: int) -> str:
    """What is said to have happened to people: in their clause, else in the nearest words of the sentence."""
    happens = happenings(statement)
    if not happens:
        return ""
    start, end = first, last
    while start > max(0, first - _NEAR_EVENT) and not statement.tokens[start].breaks:
        start -= 1
    while end < min(len(statement.tokens), last + _NEAR_EVENT) and not _opens(statement, end):
        end += 1
    return _nearest(happens, range(start, end), first, last) or _beyond(statement, first, last)


def _nearest(happens: Mapping[int, str], places: Sequence[int], first: int, last: int) -> str:
    near = sorted(places, key=lambda i: min(abs(i - first), abs(i - last + 1)))
    return next((happens[index] for index in near if index in happens), "")


def _beyond(statement: Statement, first: int, last: int) -> str:
    """What happens beyond the marks around a figure: "12 people, two of them children, were killed"."""
    happens = happenings(statement)
    behind = range(last, min(len(statement.tokens), last + _FAR_EVENT))
    before = range(max(0, first - _FAR_EVENT), first)
    return _nearest(happens, behind, first, last) or _nearest(happens, before, first, last)


def _opens(statement: Statement, index: int) -> bool:
    """Whether a clause begins with the word: behind a mark, or where an Arabic verb has "and" in front of it."""
    token = statement.tokens[index]
    starts = statement.language == "ar" and statement.article.text[token.start] == _JOINED
    return token.breaks or (starts and event(token) != "")


class Nobody(NamedTuple):
    """Words that say that something happened to nobody, and what."""

    first: int
    last: int
    happens: str


def nobody(statement: Statement, index: int) -> Nobody | None:
    """Nobody to whom something happened, said from that word on: "no one was hurt", "without casualties"."""
    forms, lists, happens = statement.forms(), reckoning(statement.language), happenings(statement)
    people = at(lists.zero_people, forms, index)
    if people is not None:
        near = range(people.last, min(people.last + _OF_THEM, len(forms)))
        found = next((happens[place] for place in near if place in happens), "")
        return Nobody(index, people.last, found) if found else None
    none = at(lists.zero_nouns, forms, index)
    if none is None:
        return None
    reach = _OF_THEM if statement.language == "ar" and none.last - index > 1 else 3
    for place in range(none.last, min(none.last + reach, len(forms))):
        token = statement.tokens[place]
        if at(lists.victims, forms, place) is not None or place in happens:
            return Nobody(index, place + 1, happens.get(place, "")) if _a_noun(statement, place) else None
        if token.breaks or token.number:
            return None
        if is_person(token):
            said = happened_near(statement, index, place + 1)
            return Nobody(index, place + 1, said) if said else None
    return None


def _a_noun(statement: Statement, index: int) -> bool:
    """Whether the word for what happens is a noun, as far as the word itself tells: no English "-ing"."""
    return not statement.tokens[index].forms[0].endswith("ing")


def partly(statement: Statement, number: Number) -> bool:
    """Whether a figure is of a part of those that were told of: "nine of them", "including two children"."""
    forms, listed = statement.forms(), reckoning(statement.language).of_them
    return ends(listed, forms, number.first) is not None or at(listed, forms, number.last) is not None
