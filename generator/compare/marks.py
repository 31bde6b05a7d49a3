"""What the words of a statement claim about each other: denials, degrees, doubts, days, directions, opposites.

Scopes are windows of words up to the end of the clause, not parses: they hold for any language with a list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.compare.calendar import day_at
from generator.compare.figures import Figure, figures
from generator.compare.lexis import Hit, Phrases, hits
from generator.compare.moods import moods
from generator.compare.statements import Statement
from generator.compare.superlatives import superlatives
from generator.language.fold import fold

_NEGATED = 5
"""Content words after a denial that it denies, at most, within the clause."""
_GOVERNED = 2
"""Content words after a modal verb that it bears on."""
_DESCRIBED = 2
"""Words between a word of degree and its noun."""
Level = Literal["certain", "likely", "possible", "conditional", "flat"]


class Mark(NamedTuple):
    """A word or phrase with a meaning: its first word, the one behind its last, and what it means."""

    first: int
    last: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Everything read in one statement. Words are given by their index; `negated` maps each to its denial."""

    negated: dict[int, int]
    modal: dict[int, Mark]
    intended: dict[int, Mark]
    counted: dict[int, Mark]
    """The nouns that a word says how many of are meant: all, most, some, few, none."""
    superlatives: tuple[Mark, ...]
    softened: frozenset[int]
    """The first words of those superlatives that are one of several."""
    degrees: dict[int, Mark]
    opposites: tuple[Mark, ...]
    directions: tuple[Mark, ...]
    days: tuple[Mark, ...]
    dayparts: tuple[Mark, ...]
    labels: tuple[tuple[Mark, bool], ...]
    """Words that call somebody something, and whether each takes a side."""
    figures: tuple[Figure, ...]
    anonymous: tuple[Mark, ...]
    places: bool
    """Whether a place is named."""


@lru_cache(maxsize=20_000)
def marks(statement: Statement) -> Marks:
    """What is marked in the statement."""
    lists, forms = statement.lexis, _plain_forms(statement)
    highest, softened = superlatives(statement, forms)
    return Marks(
        negated=_negated(statement, statement.forms()),
        modal=_modal(statement, forms),
        intended=_aims(statement, _intentions(statement, forms)),
        counted=_governed(statement, _found(lists.quantifier, forms)),
        superlatives=tuple(_mark(hit) for hit in highest),
        softened=softened,
        degrees=_degrees(statement, _found(lists.degree, forms)),
        opposites=_across_names(statement, lists.opposites, forms),
        directions=_found(lists.direction, _small_forms(statement)),
        days=_days(statement),
        dayparts=_found(lists.daypart, _day_forms(statement, forms)),
        labels=tuple((mark, True) for mark in _found(lists.charged_labels, forms))
        + tuple((mark, False) for mark in _found(lists.plain_labels, forms)),
        figures=figures(statement),
        anonymous=_found(lists.anonymous, forms),
        places=any(token.place for token in statement.tokens),
    )


Forms = Sequence[tuple[str, ...]]


def _plain_forms(statement: Statement) -> list[tuple[str, ...]]:
    """The forms of each word; of names and of capitalised words inside a sentence none, for those are names too."""
    return [
        () if token.named or _capitalised(statement, index) else token.forms
        for index, token in enumerate(statement.tokens)
    ]


def _small_forms(statement: Statement) -> list[tuple[str, ...]]:
    """The forms of each word that is not a name, or begins a name without a capital: "southern Orrin"."""
    text = statement.article.text
    return [
        token.forms if text[token.start].islower() or (not token.named and not _capitalised(statement, index)) else ()
        for index, token in enumerate(statement.tokens)
    ]


_NOUNS_CAPITAL = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""


def _capitalised(statement: Statement, index: int) -> bool:
    """Whether a word has a capital that neither grammar nor the beginning of a sentence or quotation explains."""
    if statement.language in _NOUNS_CAPITAL:
        return False
    text = statement.article.text
    start, end = statement.tokens[index].start, statement.tokens[index].end
    before = text[max(statement.start, start - 2) : start]
    inside = len(before) > 1 and before[0].isalnum() and before[1].isspace()
    return inside and text[start].isupper() and not text[start:end].isupper()


def _found(phrases: Phrases, forms: Forms) -> tuple[Mark, ...]:
    return tuple(_mark(hit) for hit in hits(phrases, forms))


def _intentions(statement: Statement, forms: Forms) -> tuple[Mark, ...]:
    """What says that something is only meant; "weighing 14 kilos" does not, nor do the phrases under "none"."""
    found = (mark for mark in _found(statement.lexis.intention, forms) if mark.meaning != "none")
    return tuple(mark for mark in found if mark.meaning != "considered" or not _number_at(statement, mark.last))


def _number_at(statement: Statement, index: int) -> bool:
    return index < len(statement.tokens) and statement.tokens[index].number


def _across_names(statement: Statement, phrases: Phrases, forms: Forms) -> tuple[Mark, ...]:
    """The phrases of a list; in Arabic, where who does it stands behind the verb, also with names in between."""
    found = (*_found(phrases, forms), *_split(statement, phrases, forms))
    if statement.language != "ar":
        return tuple(sorted(found))
    places = [index for index, form in enumerate(forms) if form]
    closed = hits(phrases, [forms[index] for index in places])
    wide = (Mark(places[hit.first], places[hit.last - 1] + 1, hit.meaning) for hit in closed)
    return tuple(sorted({*found, *(mark for mark in wide if mark.last - mark.first <= _WIDEST)}))


_WIDEST = 8
"""Words that a phrase with names in between spans at the most."""


def _split(statement: Statement, phrases: Phrases, forms: Forms) -> Iterator[Mark]:
    """The verbs of a list whose particle stands apart: "turned the bid down", "nahm den Mann fest"."""
    particles = _PARTICLES.get(statement.language, frozenset())
    for index, form in enumerate(forms if particles else ()):
        listed = [entry for first in form for entry in phrases.get(first, ())]
        for pattern, meaning in listed:
            place = _apart(statement, index, pattern[1]) if len(pattern) == _PAIR and pattern[1] in particles else None
            if place is not None:
                yield Mark(index, place + 1, meaning)


def _apart(statement: Statement, index: int, particle: str) -> int | None:
    """Where the particle of a verb stands, within its clause; in German at the end of it."""
    tokens = statement.tokens
    for place in range(index + 1, min(index + _WIDEST, len(tokens))):
        if tokens[place].breaks:
            return None
        last = place + 1 == len(tokens) or tokens[place + 1].breaks
        if particle in tokens[place].forms and place > index + 1 and (last or statement.language == "en"):
            return place
    return None


_PAIR = 2
_PARTICLES = {
    "de": frozenset(fold(word) for word in ("ab", "an", "auf", "aus", "ein", "fest", "frei", "nach", "vor", "weg", "zu",
                                            "zurück")),
    "en": frozenset({"away", "back", "down", "off", "out", "up"}),
}  # fmt: skip
"""The particles of verbs that may stand apart."""


def _mark(hit: Hit) -> Mark:
    return Mark(hit.first, hit.last, hit.meaning)


def _negated(statement: Statement, forms: Forms) -> dict[int, int]:
    """The content words that each denial denies, and which denial it is."""
    feigned = {index for hit in hits(statement.lexis.not_negation, forms) for index in range(hit.first, hit.last)}
    found: dict[int, int] = {}
    for hit in hits(statement.lexis.negation, forms):
        if hit.first in feigned:
            continue
        for index in following(statement, hit.last, _NEGATED):
            found.setdefault(index, hit.first)
    return found


def following(statement: Statement, first: int, count: int) -> list[int]:
    """The next content words from `first` on, at most `count`, up to the end of the clause."""
    found: list[int] = []
    for index in range(first, len(statement.tokens)):
        token = statement.tokens[index]
        opens = token.breaks and not any(hits(statement.lexis.complementizer, [token.forms]))
        if opens or len(found) == count:
            break
        if not token.stop:
            found.append(index)
    return found


def _aims(statement: Statement, found: Sequence[Mark]) -> dict[int, Mark]:
    """The words that each word of intention bears on; in Arabic behind who intends it: "pledged the firm to sell"."""
    if statement.language != "ar":
        return {index: mark for mark in reversed(found) for index in _aimed(statement, mark.last)}
    return {
        index: mark
        for mark in reversed(found)
        for index in following(statement, _opening(statement, mark.last), _GOVERNED)
    }


def _aimed(statement: Statement, first: int) -> list[int]:
    """The next content words, days apart: "pledged on Monday to enter a government"."""
    return [index for index in following(statement, first, _GOVERNED + 1) if day_at(statement, index) is None][
        :_GOVERNED
    ]


def _opening(statement: Statement, first: int) -> int:
    """Where what is intended begins: behind "that" or a preposition, or at a word with one attached."""
    for index in range(first, min(first + _SUBJECT, len(statement.tokens))):
        token = statement.tokens[index]
        if token.breaks and index > first:
            break
        if token.forms[0] in _OPENS:
            return index + 1
        if not token.named and len(token.forms) > 1 and token.forms[0].startswith(_ATTACHED):
            return index
    return first


_SUBJECT = 7
"""Words that who intends something takes at the most."""
_OPENS = frozenset({"ان", "أن", "بان", "بأن", "علي", "على", "الي", "إلى"})
_ATTACHED = ("ب", "ل")


def _governed(statement: Statement, found: Sequence[Mark]) -> dict[int, Mark]:
    return {index: mark for mark in reversed(found) for index in following(statement, mark.last, _GOVERNED)}


def _modal(statement: Statement, forms: Forms) -> dict[int, Mark]:
    """The words that each word or ending says how sure they are: those that follow, or the verb with the ending."""
    found: dict[int, Mark] = {}
    for mood in reversed(list(moods(statement, forms))):
        first = mood.hit.first if mood.inflected else mood.hit.last
        for index in following(statement, first, _GOVERNED):
            found[index] = _mark(mood.hit)
    return found


def _degrees(statement: Statement, found: Sequence[Mark]) -> dict[int, Mark]:
    """The noun that each word of degree describes: behind it, or before it where adjectives follow or a verb links."""
    nouns: dict[int, Mark] = {}
    for mark in found:
        before = range(mark.first - 1, max(-1, mark.first - 1 - _DESCRIBED), -1)
        linked = any(hits(statement.lexis.existence, [statement.tokens[index].forms for index in before]))
        after = statement.language in _ADJECTIVES_FOLLOW or linked
        near = before if after else range(mark.last, mark.last + _DESCRIBED)
        for index in near:
            if 0 <= index < len(statement.tokens) and not statement.tokens[index].stop:
                nouns.setdefault(index, mark)
    return nouns


_ADJECTIVES_FOLLOW = frozenset({"ar", "he", "fa", "fr", "es", "it", "pt"})


def _days(statement: Statement) -> tuple[Mark, ...]:
    found = ((index, day_at(statement, index)) for index in range(len(statement.tokens)))
    return tuple(Mark(index, index + 1, str(day)) for index, day in found if day is not None)


def _day_forms(statement: Statement, forms: Forms) -> Forms:
    """The words among which parts of the day are looked for: all but names in German, which writes nouns large."""
    if statement.language != "de":
        return forms
    return [() if token.named else token.forms for token in statement.tokens]
