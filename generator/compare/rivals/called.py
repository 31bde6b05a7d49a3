"""What outlets call people, bodies and things in their own voice, and the name that it is beside or about."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.labelling import Label, labels_in, voiced_by_others
from generator.compare.labels import goes_on
from generator.compare.marks import Mark
from generator.compare.referents import qualifies
from generator.compare.statements import Statement
from generator.compare.things import is_person

_BESIDE = 2
"""Words between what somebody is called and the name."""


class Named(NamedTuple):
    """The entity that words stand beside, empty for none, or what is that one's: the regime of a person."""

    term: str
    body: bool = False


class Called(NamedTuple):
    """Words that call somebody something."""

    statement: Statement
    mark: Mark
    label: Label | None
    """What a list says of them."""
    beside: "Named"
    first: bool
    """Whether they are what the article calls that one first."""
    referred: bool = False
    """Whether no name stands beside them, and the one person that the article is about is meant."""

    @property
    def charged(self) -> bool:
        """Whether it takes a side."""
        return self.label is not None and any(sense.charged for sense in self.label.senses)


def all_called(reading: Reading, persons: frozenset[str]) -> list[Called]:
    """What every statement calls somebody or something, in order; `persons` are the terms of people's names."""
    found: list[Called] = []
    seen: set[tuple[str, Named]] = set()
    mains = _mains(reading, persons)
    for statement in reading.statements:
        if statement.asks:
            continue
        for mark, label in _words(statement):
            beside = _beside(statement, mark, label, persons)
            meant = "" if beside.term else _meant(statement, mark, label, mains.get(statement.article.id, ""), persons)
            beside = Named(meant) if meant else beside
            key = (statement.article.id, beside)
            found.append(Called(statement, mark, label, beside, first=key not in seen, referred=bool(meant)))
            seen.add(key)
    return found


def _mains(reading: Reading, persons: frozenset[str]) -> Mapping[str, str]:
    """The person of each article who is named in more of its statements than anybody else."""
    counts: dict[str, Counter[str]] = {}
    for statement in reading.statements:
        named = {token.term for token in statement.tokens if token.term in persons}
        counts.setdefault(statement.article.id, Counter()).update(named)
    found = {article: count.most_common(2) for article, count in counts.items()}
    return {
        article: most[0][0] for article, most in found.items() if most and (len(most) == 1 or most[0][1] > most[1][1])
    }


def _meant(statement: Statement, mark: Mark, label: Label | None, main: str, persons: frozenset[str]) -> str:
    """The person whom a definite singular that takes a side is for, where no name stands beside it: "the crook"."""
    kinds = {sense.kind for sense in label.senses if sense.charged} if label is not None else set()
    if not (main and kinds & _ONE_PERSON and _is_definite(statement, mark)):
        return ""
    named = {token.term for token in statement.tokens if token.term in persons}
    return main if named <= {main} else ""


_ONE_PERSON = frozenset({"people", "body"})


def _is_definite(statement: Statement, mark: Mark) -> bool:
    """Whether an article like "the" stands before an English, French, Spanish or German label in the singular."""
    before = statement.tokens[max(0, mark.first - _BESIDE) : mark.first]
    word = statement.tokens[mark.last - 1].forms[0]
    several = word.endswith("s") and statement.language in _PLURALS
    return not several and any(form in _DEFINITE for token in before for form in token.forms)


_DEFINITE = frozenset({"the", "le", "la", "l", "el", "der", "die", "das"})
_PLURALS = frozenset({"en", "fr", "es"})


def _words(statement: Statement) -> Iterator[tuple[Mark, Label | None]]:
    """The labels of a statement in the outlet's own voice, and other words for people."""
    taken: set[int] = set()
    for label in labels_in(statement):
        if not (voiced_by_others(statement, label.first) or qualifies(label)):
            taken.update(range(label.first, label.last))
            yield Mark(label.first, label.last, "+".join(sorted({sense.seen for sense in label.senses}))), label
    for index, token in enumerate(statement.tokens):
        plain = not (token.stop or token.named or token.number or token.quoted or index in taken)
        if plain and is_person(token) and not _is_of_else(statement, index):
            yield Mark(index, index + 1, token.term), None


def _is_of_else(statement: Statement, index: int) -> bool:
    """Whether an English word only says whose or of what kind something else is: the bishops' palace."""
    end = statement.tokens[index].end
    owns = statement.article.text[end : end + 1] in ("'", "’")
    return statement.language == "en" and (owns or qualifies(Label(statement, index, index + 1, frozenset())))


def _beside(statement: Statement, mark: Mark, label: Label | None, persons: frozenset[str]) -> Named:
    """The entity named right behind or before, within the clause; what stands right behind a person is that one's.

    A place is called nothing that people are, nor is whatever they are of: "the crook of Orrin".
    """
    found = _named_beside(statement, mark, persons)
    if label is not None and any(sense.kind != "people" for sense in label.senses):
        return found
    tokens = statement.tokens
    place = any(token.term == found.term and token.place for token in tokens)
    of_it = any(form in _OF for token in tokens[mark.last : mark.last + 1] for form in token.forms)
    owner = of_it and any(token.term == found.term for token in tokens[mark.last + 1 : mark.last + 1 + _BESIDE])
    return Named("") if place or (owner and not ends_several(statement, mark)) else found


_OF = frozenset({"of", "de", "du", "d", "del", "von"})


def _named_beside(statement: Statement, mark: Mark, persons: frozenset[str]) -> Named:
    tokens = statement.tokens
    for index in range(mark.last, min(mark.last + _BESIDE, len(tokens))):
        if tokens[index].breaks:
            break
        if tokens[index].named and not _is_part(statement, index):
            return Named(tokens[index].term)
    if mark.first and tokens[mark.first - 1].named:
        term = tokens[mark.first - 1].term
        return Named(term, body=term in persons and not tokens[mark.first].breaks)
    return Named(tokens[mark.first - 2].term if mark.first > 1 and tokens[mark.first - 2].named else "")


def _is_part(statement: Statement, index: int) -> bool:
    """Whether a name is but part of a phrase that goes on: "the infamous Hearth List dossier"."""
    tokens, last = statement.tokens, index + 1
    while last < len(tokens) and tokens[last].term == tokens[index].term and not tokens[last].breaks:
        last += 1
    return goes_on(statement, last)


def ends_several(statement: Statement, mark: Mark) -> bool:
    """Whether an English noun is a plural by its looks."""
    word = statement.tokens[mark.last - 1].forms[0]
    return statement.language == "en" and word.endswith(("s", "men", "people"))
