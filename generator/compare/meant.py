"""Whether a source means somebody whom it does not name: "a federal judge", "the district attorney's office".

What a person is called, right before the name or behind it, is looked for in the other source, where it stands with
nobody's name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.compare.statements import Statement, Token
from generator.compare.things import is_anyone, is_person


class Calling(NamedTuple):
    """A noun for a person, as the term that it is compared by, and the word before it."""

    noun: str
    before: str


def callings(name: str, statements: Sequence[Statement]) -> frozenset[Calling]:
    """What the person of that term is called in some statements, by the nouns beside the name."""
    return frozenset(
        _calling(statement, place)
        for statement in statements
        for first, last in _stretches(statement)
        if statement.tokens[first].term == name
        for place in _beside(statement.tokens, first, last)
    )


def meaning(called: frozenset[Calling], statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a source that does not name the person which speak of one who is called so.

    A noun that the source joins to some name belongs to whoever that is, unless the word before it is the same as well.
    """
    found = [(calling, joined, one) for one in statements for calling, joined in _held(one)]
    owned = {calling.noun for calling, joined, _ in found if joined}
    nouns = {calling.noun for calling in called} - owned
    whole = {calling for calling in called if calling.before}
    return [one for calling, joined, one in found if not joined and (calling in whole or calling.noun in nouns)]


def _held(statement: Statement) -> Iterator[tuple[Calling, bool]]:
    """Every noun for one person of a statement, and whether it stands beside a name."""
    tokens = statement.tokens
    joined = {place for first, last in _stretches(statement) for place in _beside(tokens, first, last)}
    for place, token in enumerate(tokens):
        if _is_noun(token):
            yield _calling(statement, place), place in joined


def _calling(statement: Statement, place: int) -> Calling:
    tokens = statement.tokens
    before = tokens[place - 1] if place and not tokens[place].breaks else None
    told = before is not None and not (before.stop or before.named or before.number)
    return Calling(tokens[place].term, before.term if before is not None and told else "")


def _stretches(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where names stand: from the first word of each to before the last."""
    tokens = statement.tokens
    first = 0
    while first < len(tokens):
        last = first + 1
        if tokens[first].named:
            while last < len(tokens) and tokens[last].term == tokens[first].term and not tokens[last].breaks:
                last += 1
            yield first, last
        first = last


def _beside(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """The nouns for one person right before a name, after a comma too, and those of an apposition behind it."""
    for place in range(first - 1, max(-1, first - 1 - _TITLE), -1):
        if (tokens[place + 1].breaks and place + 1 < first) or tokens[place].stop:
            break
        if _is_noun(tokens[place]):
            yield place
    if last < len(tokens) and tokens[last].breaks and (tokens[last].place or not tokens[last].named):
        for place in range(last, min(len(tokens), last + _APPOSED)):
            if place > last and tokens[place].breaks:
                break
            if _is_noun(tokens[place]):
                yield place


_TITLE, _APPOSED = 3, 8
"""Words before a name that may be a title, and behind it an apposition."""


def _is_noun(token: Token) -> bool:
    """Whether a word tells one person from others; one for several, or for anybody, does not."""
    plural = token.term.startswith("en:") and token.forms[0].endswith(("s", "men", "people"))
    plain = token.named or token.stop or token.number or token.quoted
    return not (plain or plural or is_anyone(token)) and is_person(token)
