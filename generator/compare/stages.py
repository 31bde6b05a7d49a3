"""How far along what a statement tells is: denied, considered, tried, meant, agreed, possible, still to come, done.

By the words of intention and modality that bear on a word, and by the form of the verbs in its clause. The past is
known by the form of English verbs, by that of Arabic ones where it is clear, and by the auxiliaries of the others.
"""

from collections.abc import Iterator
from typing import Literal

from generator.compare.lexis import hits
from generator.compare.marks import Marks
from generator.compare.matching import clause
from generator.compare.statements import Statement, Token

Stage = Literal["denied", "considered", "tried", "planned", "agreed", "possible", "coming", "done", "open"]

LEVELS: dict[Stage, float] = {
    "denied": 0.0,
    "considered": 1.0,
    "tried": 1.0,
    "possible": 1.5,
    "planned": 2.0,
    "agreed": 2.0,
    "open": 2.5,
    "coming": 2.5,
    "done": 4.0,
}
"""How far each is from not being at all: what is agreed is as far as what is planned, what will be hardly farther."""

_BY_MODALITY: dict[str, Stage] = {
    "certain": "coming",
    "conditional": "coming",
    "likely": "planned",
    "possible": "possible",
}
MEANT: dict[str, Stage] = {"considered": "considered", "tried": "tried", "planned": "planned", "agreed": "agreed"}
"""The stages by what the lists of intention call them."""


def stage(statement: Statement, found: Marks, place: int) -> Stage:
    """How far along the thing is that a word tells: by what bears on the word, else by what its clause says."""
    own = _own(found, place)
    if own is not None:
        return own
    first, last = clause(statement, place, place)
    if happens(statement, place) and not _precedes_aim(found, place, last):
        return "done"
    told = _of_clause(statement, found, first, last)
    return "open" if told == "done" and _is_named_only(statement, place) else told


def _precedes_aim(found: Marks, place: int, last: int) -> bool:
    """Whether words of intention follow soon: then the word is of those who intend, "bereaved families are to get"."""
    return any(place < mark.first < min(last, place + _SOON) for mark in found.intended.values())


_SOON = 4


def _is_named_only(statement: Statement, place: int) -> bool:
    """Whether a thing is only named: "met to discuss the sharing", "spoke of building"."""
    before = statement.tokens[place - 1].forms[0] if place else ""
    return statement.language == "en" and (statement.tokens[place].forms[0].endswith("ing") or before in _TO)


def _own(found: Marks, place: int) -> Stage | None:
    if place in found.negated:
        return "denied"
    if place in found.intended:
        return MEANT[found.intended[place].meaning]
    if place in found.modal:
        return _BY_MODALITY.get(found.modal[place].meaning)
    return None


def _of_clause(statement: Statement, found: Marks, first: int, last: int) -> Stage:
    inside = range(first, last)
    aims = [mark.meaning for place, mark in sorted(found.intended.items()) if place in inside]
    if aims:
        return MEANT[aims[0]]
    levels = {mark.meaning for place, mark in found.modal.items() if place in inside}
    for level in ("possible", "certain", "conditional", "likely"):
        if level in levels:
            return _BY_MODALITY[level]
    told = any(happens(statement, place) for place in _verbs(statement, first, last))
    return "done" if told else "open"


def _verbs(statement: Statement, first: int, last: int) -> Iterator[int]:
    """The words of a stretch that do not say that somebody said something."""
    forms = statement.forms()[first:last]
    said = {first + place for hit in hits(statement.lexis.attribution, forms) for place in range(hit.first, hit.last)}
    return (place for place in range(first, last) if place not in said)


def happens(statement: Statement, place: int) -> bool:
    """Whether a word tells by its form, and what stands before it, that something has been done."""
    token = statement.tokens[place]
    if token.named or token.number:
        return False
    if statement.language == "ar":
        return _is_perfect(statement, place)
    if statement.language != "en":
        return any(form in _DONE.get(statement.language, ()) for form in token.forms) or _ends_as_done(statement, place)
    before = [token.forms[0] for token in statement.tokens[max(0, place - 2) : place]]
    return past(token) and not (_PRESENT & set(before) or (before and before[-1] in _TO))


def _is_perfect(statement: Statement, place: int) -> bool:
    """Whether an Arabic word is surely a perfect: a listed one, a feminine in ت, or what opens a clause as verbs do."""
    token = statement.tokens[place]
    form = token.forms[-1]
    if any(hits(statement.lexis.perfect, [token.forms])):
        return True
    if token.stop or len(form) < _SHORTEST or token.forms[0].startswith(("ال", "ي", "ت", "س", "ن")):
        return False
    feminine = form.endswith("ت") and not form.endswith("ات")
    return feminine or place == 0 or token.breaks


_SHORTEST = 3
_DONE = {
    "de": frozenset({"hat", "haben", "hatte", "hatten", "wurde", "wurden", "war", "waren", "worden"}),
    "es": frozenset({"ha", "han", "había", "habían", "fue", "fueron"}),
    "fr": frozenset({"a", "ont", "avait", "avaient", "fut", "furent", "été"}),
}
"""Verbs that the past is told with."""


def _ends_as_done(statement: Statement, place: int) -> bool:
    """Whether a Spanish verb ends as in the simple past."""
    token = statement.tokens[place]
    written = statement.article.text[token.start : token.end]
    return statement.language == "es" and written.endswith(("ó", "aron", "ieron"))


_PRESENT = frozenset({"be", "is", "are", "will", "being"})
"""Before a participle they tell no past."""
_TO = frozenset({"to", "would", "could", "may", "might"})


def past(token: Token) -> bool:
    """Whether an English word is the past of a verb, by its ending or by a stem unlike itself."""
    form, stem = token.forms[0], token.term.removeprefix("en:")
    if token.named or token.number or not form.isalpha() or form in _NO_PAST or form == stem:
        return False
    return form in _WAS or form.endswith("ed") or not form.endswith(("s", "men", "ing", "er", "est"))


_WAS = frozenset({"was", "has"})
_NO_PAST = frozenset({"am", "are", "been", "children", "people", "feet", "teeth", "mice", "geese"})
"""Words with a stem unlike themselves that tell no past."""
