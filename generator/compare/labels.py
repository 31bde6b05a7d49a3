"""What the outlets call the same person or body in their own voice: "terrorist group" here, "movement" there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.compare.lexis import hits
from generator.compare.matching import Words
from generator.compare.rows import side
from generator.compare.statements import Statement
from generator.model import Difference, Entity

_TWO = 2
_APPOSED = 5
"""Words that an apposition may be long: ", a Lebanese armed group"."""


class _Label(NamedTuple):
    """A phrase that describes an entity: what it calls it, and where."""

    meaning: str
    charged: bool
    words: Words


def labels(statements: Sequence[Statement], entities: Sequence[Entity]) -> Iterator[Difference]:
    """A row for each entity that sources call differently, at least one of them by a word that takes a side.

    Only words right beside the name count, and never those within quotation marks.
    """
    found: dict[str, list[_Label]] = {}
    for statement in statements:
        for name, label in _described(statement):
            found.setdefault(name, []).append(label)
    for entity in (entity for entity in entities if entity.label != "MISC"):
        row = _row(entity, found.get(f"@{entity.id}", []))
        if row is not None:
            yield row


def _described(statement: Statement) -> Iterator[tuple[str, _Label]]:
    """Every label beside a name: neighbouring label words make one phrase, which takes a side if one of them does."""
    marked = _marked(statement)
    for first, last, name in _names(statement):
        for indices in (_before(statement, marked, first), _after(statement, marked, last)):
            label = _phrase(statement, marked, sorted(indices))
            if label is not None:
                yield name, label


def _phrase(statement: Statement, marked: "Marked", indices: Sequence[int]) -> _Label | None:
    if not indices or any(statement.tokens[index].quoted for index in indices):
        return None
    meanings = [marked[index] for index in indices]
    if len(meanings) == 1 and statement.tokens[indices[0]].forms[0] in _BARE:
        return None
    meaning, charged, _ = next((found for found in meanings if found[1]), meanings[-1])
    return _Label(meaning, charged, Words(statement, indices[0], meanings[-1][2]))


_BARE = frozenset({"terror"})
"""Says what somebody does; it takes a noun with it to say what somebody is."""


def _marked(statement: Statement) -> "Marked":
    """The label words: what each means, whether it takes a side, and the index behind it."""
    forms = [() if token.named else token.forms for token in statement.tokens]
    found = {hit.first: (hit.meaning, False, hit.last) for hit in hits(statement.lexis.plain_labels, forms)}
    return found | {hit.first: (hit.meaning, True, hit.last) for hit in hits(statement.lexis.charged_labels, forms)}


def _names(statement: Statement) -> Iterator[tuple[int, int, str]]:
    """The runs of words that name one entity."""
    index = 0
    while index < len(statement.tokens):
        last = index + 1
        if statement.tokens[index].named:
            term = statement.tokens[index].term
            while (
                last < len(statement.tokens)
                and statement.tokens[last].term == term
                and not statement.tokens[last].breaks
            ):
                last += 1
            yield index, last, term
        index = last


def _goes_on(statement: Statement, index: int, term: str) -> bool:
    return index < len(statement.tokens) and statement.tokens[index].term == term and not statement.tokens[index].breaks


Marked = Mapping[int, tuple[str, bool, int]]


def _before(statement: Statement, marked: Marked, first: int) -> list[int]:
    """Label words that run up to the name, other label words and titles between them allowed."""
    found: list[int] = []
    index = first - 1
    while index >= 0 and not statement.tokens[index + 1].breaks and index in marked:
        found.append(index)
        index -= 1
    return found


def _after(statement: Statement, marked: Marked, last: int) -> list[int]:
    """Label words right behind the name, or in an apposition that follows a comma."""
    found: list[int] = []
    index = last
    while index in marked and not statement.tokens[index].breaks and not _joined_on(statement, index):
        found.append(index)
        index += 1
    if found or index >= len(statement.tokens) or not _apposes(statement, index):
        return found
    return [place for place in range(index, min(index + _APPOSED, len(statement.tokens))) if place in marked]


def _joined_on(statement: Statement, index: int) -> bool:
    """Whether an Arabic word has "and" attached: it begins something else."""
    forms = statement.tokens[index].forms
    return forms[0].startswith("و") and len(forms) > 1


def _apposes(statement: Statement, index: int) -> bool:
    """Whether an apposition begins here: after a comma, an article or a label word, and no verb."""
    tokens = statement.tokens
    text = statement.article.text
    comma = text[tokens[index - 1].end : tokens[index].start].strip() in (",", "،", "、")
    opens = any(form in _ARTICLES for form in tokens[index].forms) or tokens[index].forms[0].startswith("ال")
    ends = range(index + 1, min(index + _APPOSED + 1, len(tokens)))
    return comma and opens and (any(tokens[place].breaks for place in ends) or len(tokens) <= index + _APPOSED)


_ARTICLES = frozenset(
    {"a", "an", "the", "un", "une", "le", "la", "ein", "eine", "der", "die", "das", "el", "uno", "una"}
)


def _row(entity: Entity, found: Sequence[_Label]) -> Difference | None:
    """The row, if two sources use labels, and not the same ones, and one takes a side."""
    by_source: dict[str, set[str]] = {}
    for label in found:
        by_source.setdefault(label.words.statement.source, set()).add(label.meaning)
    sets = {frozenset(meanings) for meanings in by_source.values()}
    if len(by_source) < _TWO or len(sets) < _TWO or not any(label.charged for label in found):
        return None
    held: dict[str, list[Words]] = {}
    for label in found:
        held.setdefault(label.meaning, []).append(label.words)
    if len(held) < _TWO:
        return None
    languages = {label.words.statement.language for label in found}
    sides = sorted((side(words) for words in held.values()), key=lambda one: one.evidence[0])
    return Difference(
        kind="label",
        subject=entity.name,
        sides=tuple(sides),
        weight=round(0.55 + 0.05 * min(len(by_source), 3), 4),
        translated=len(languages) > 1,
    )
