"""What a number counts, and what is said to have happened to the people it counts."""

from collections.abc import Iterable, Mapping, Sequence
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
_SUBJECT = 20
"""Words before a figure among which its clause may name a number of things: "the number of dead on the island is"."""
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
    if at(reckoning(statement.language).of_people, statement.forms(), number.last) is not None:
        return Counted(None, number.last, people=True)
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
        if index >= whole and _hyphened(statement, index):
            whole = index + 1 + (not _ends(statement, index + 2))
        number = number_at(statement, index) if index > last else None
        whole = whole if number is None or number.share else number.last
        if index < whole:
            continue  # "seven of the ten directors"
        if token.breaks or token.number or _timely(statement, forms, index):
            return None
        if token.named and not _describes(statement, index):
            return None
        if token.named:
            continue
        listed = at(statement.lexis.counted, forms, index)
        if listed is not None:
            return listed.last - 1
        if at(lists.qualifiers, forms, index) is None and at(lists.adjectives, forms, index) is None:
            return None if token.stop or _is_verb(statement, index) else _head(statement, index)
    return None


def _describes(statement: Statement, index: int) -> bool:
    """Whether a name only says what kind of thing the noun right behind it is: "five Orondan soldiers"."""
    after = index + 1
    if statement.language not in _ADJECTIVES_FIRST or after >= len(statement.tokens):
        return False
    token = statement.tokens[after]
    return not (token.breaks or token.stop or token.number) and (token.named or not _is_verb(statement, after))


def _ends(statement: Statement, index: int) -> bool:
    """Whether no noun can stand there: a mark, a small word, a name or a verb does."""
    if index >= len(statement.tokens):
        return True
    token = statement.tokens[index]
    return token.breaks or token.stop or token.named or token.number or token.forms[0].endswith(_ADDED)


def _hyphened(statement: Statement, index: int) -> bool:
    """Whether a word is the first of a compound that describes: "three seventeenth-century paintings"."""
    tokens = statement.tokens
    if statement.language != "en" or index + 1 >= len(tokens):
        return False
    return statement.article.text[tokens[index].end : tokens[index + 1].start] == "-"


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
        if is_person(tokens[after]) or event(tokens[after]) not in ("", "ill"):
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
    named = _number_of(statement, first)
    noun = _noun(statement, named) if named is not None else None
    if noun is not None and noun < first:
        return Counted(noun, first + 1, people=_people(statement, noun))
    if _over_an_age(statement, first):
        return None
    happens = happenings(statement)
    told = (
        next((index for index in range(named, min(named + _REACH, first)) if index in happens), None) if named else None
    )
    if told is not None:
        return Counted(told, first + 1, people=True)
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        token = statement.tokens[index]
        if index in happens or is_person(token):
            return Counted(index, first + 1, people=True)
        if token.breaks:
            return None
    return None


def _over_an_age(statement: Statement, first: int) -> bool:
    """Whether somebody is told to be over or under a bare figure: "all the dead were over seventy"."""
    forms = statement.forms()
    about = ends(reckoning(statement.language).approximate, forms, first)
    if about is None or about.meaning not in ("over", "under") or not about.first:
        return False
    return any(hits(statement.lexis.existence, forms[about.first - 1 : about.first]))


def _number_of(statement: Statement, first: int) -> int | None:
    """The index behind words like "the number of" before a figure, in its clause; the last ones count."""
    listed, forms = reckoning(statement.language).number_of, statement.forms()
    for index in range(first - 1, max(-1, first - 1 - _SUBJECT), -1):
        hit = at(listed, forms[:first], index)
        if hit is not None:
            return hit.last
        if statement.tokens[index].breaks or statement.tokens[index].number:
            return None
    return None


def happened_near(statement: Statement, first: int, last: int) -> str:
    """What is said to have happened to people: in their clause, else in the nearest words of the sentence."""
    happens = _left_over(statement, first, last)
    if not happens or _whole(statement, first):
        return ""
    start, end = first, last
    while start > max(0, first - _NEAR_EVENT) and not statement.tokens[start].breaks:
        start -= 1
    while end < min(len(statement.tokens), last + _NEAR_EVENT) and not _opens(statement, end):
        end += 1
    return _nearest(statement, happens, range(start, end), Stretch(first, last)) or _beyond(
        statement, happens, Stretch(first, last)
    )


def _left_over(statement: Statement, first: int, last: int) -> Mapping[int, str]:
    """What happens, but for what another number, or none, right before it counts: "2,000 marched, with no arrests"."""
    forms, zero = statement.forms(), reckoning(statement.language).zero_nouns
    return {
        index: said
        for index, said in happenings(statement).items()
        if not any(
            at(zero, forms, place) is not None or (statement.tokens[place].number and not first <= place < last)
            for place in range(max(0, index - 1), index)
        )
    }


def _whole(statement: Statement, first: int) -> bool:
    """Whether a figure is of all those of whom a part is told: "of some 290 passengers, 43 were hurt"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    about = ends(lists.approximate, forms, first)
    first = first if about is None else about.first
    of = ends(lists.out_of, forms, first)
    if of is None:
        return False
    return of.first == 0 or statement.tokens[of.first].breaks or _number_ends(statement, of.first)


def _number_ends(statement: Statement, index: int) -> bool:
    """Whether a number ends right before a word."""
    found = (number_at(statement, place) for place in range(max(0, index - 2), index))
    return any(number is not None and number.last == index for number in found)


class Stretch(NamedTuple):
    """Words of a statement: the first, and the one behind the last."""

    first: int
    last: int


_PARTED = 10
"""Words that an "and", or another number, between a figure and what happens counts."""


def _nearest(statement: Statement, happens: Mapping[int, str], places: Iterable[int], figure: Stretch) -> str:
    """What happens nearest to a figure, on its side of an "and" if anything does."""
    near = sorted((_distance(statement, index, figure), index) for index in places if index in happens)
    return happens[near[0][1]] if near else ""


def _distance(statement: Statement, index: int, figure: Stretch) -> int:
    away = min(abs(index - figure.first), abs(index - figure.last + 1))
    between = range(figure.last, index) if index >= figure.last else range(index + 1, figure.first)
    return away + _PARTED * any(_parts(statement, place) for place in between)


def _parts(statement: Statement, index: int) -> bool:
    """Whether a word joins two that are told one after the other, or is a number."""
    token, forms = statement.tokens[index], statement.forms()
    joined = statement.language == "ar" and statement.article.text[token.start] == _JOINED
    return token.number or joined or at(reckoning(statement.language).joins, forms, index) is not None


def _beyond(statement: Statement, happens: Mapping[int, str], figure: Stretch) -> str:
    """What happens beyond the marks around a figure: "12 people, two of them children, were killed"."""
    first, last = figure
    behind = range(last, min(len(statement.tokens), last + _FAR_EVENT))
    before = range(max(0, first - _FAR_EVENT), first)
    return _nearest(statement, happens, behind, figure) or _nearest(statement, happens, before, figure)


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
    if at(statement.lexis.not_negation, forms, index) is not None:
        return None
    people = at(lists.zero_people, forms, index)
    if people is not None:
        near = range(people.last, min(people.last + _OF_THEM, len(forms)))
        found = next((happens[place] for place in near if place in happens), "")
        return Nobody(index, people.last, found) if found else None
    none = at(lists.zero_nouns, forms, index)
    if none is None:
        return None
    lone = none.last - index == 1
    if statement.language == "ar" and lone and none.last < len(forms) and _imperfect(statement, none.last):
        return None
    reach = _NOUN if lone or statement.language != "ar" else _OF_THEM
    return _none_of(statement, index, range(none.last, min(none.last + reach, len(forms))))


_NOUN = 3
"""Words behind a "no" among which its noun stands; Arabic phrases that have a verb need more."""


def _none_of(statement: Statement, index: int, places: Iterable[int]) -> Nobody | None:
    """Nobody by the noun behind a "no": casualties, what happened, or people."""
    forms, lists, happens = statement.forms(), reckoning(statement.language), happenings(statement)
    for place in places:
        token = statement.tokens[place]
        if at(lists.victims, forms, place) is not None or place in happens:
            return Nobody(index, place + 1, happens.get(place, "")) if _a_noun(statement, place) else None
        if token.breaks or token.number:
            return None
        if is_person(token):
            said = happened_near(statement, index, place + 1)
            return Nobody(index, place + 1, said) if said else None
    return None


def _imperfect(statement: Statement, index: int) -> bool:
    """Whether an Arabic word is likely a verb that a plain "no" denies, and no verb for being there."""
    form = statement.tokens[index].forms[0]
    return form.startswith(("ي", "ت")) and not any(hits(statement.lexis.existential, [(form,)]))


def _a_noun(statement: Statement, index: int) -> bool:
    """Whether the word for what happens is a noun, as far as the word itself tells: no English "-ing"."""
    return not statement.tokens[index].forms[0].endswith("ing")


def partly(statement: Statement, number: Number) -> bool:
    """Whether a figure is of a part of those that were told of: "nine of them", "including two children"."""
    forms, listed = statement.forms(), reckoning(statement.language).of_them
    return ends(listed, forms, number.first) is not None or at(listed, forms, number.last) is not None
