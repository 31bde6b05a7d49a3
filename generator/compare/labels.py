"""What the outlets call the same person or body in their own voice: "terrorist group" here, "movement" there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.compare.labelling import Label, Sense, labels_in
from generator.compare.matching import Words
from generator.compare.referents import referents
from generator.compare.rows import side
from generator.compare.statements import Statement
from generator.model import Difference, Entity

_TWO = 2
_APPOSED = 5
"""Words that an apposition may be long: ", a Lebanese armed group"."""


class _Described(NamedTuple):
    """A phrase that describes an entity: what it calls it, and where."""

    meaning: str
    charged: bool
    words: Words


def labels(statements: Sequence[Statement], entities: Sequence[Entity]) -> Iterator[Difference]:
    """A row for each entity, group of people or happening that sources call differently, one of them taking a side.

    Only an outlet's own words count, never those within quotation marks. A name's labels stand right beside it; those
    of who or what has no name are found by their families (`referents`).
    """
    found: dict[str, list[_Described]] = {}
    for statement in statements:
        for name, label in _beside_names(statement):
            found.setdefault(name, []).append(label)
    for entity in (entity for entity in entities if entity.label != "MISC"):
        row = _row(entity, found.get(f"@{entity.id}", []))
        if row is not None:
            yield row
    yield from referents(statements)


def _beside_names(statement: Statement) -> Iterator[tuple[str, _Described]]:
    """Every label beside a name: neighbouring label words make one phrase, which takes a side if one of them does."""
    marked = {label.first: label for label in labels_in(statement)}
    for first, last, name in _names(statement):
        for found in (_before(statement, marked, first), _after(statement, marked, last)):
            described = _phrase(statement, sorted(found))
            if described is not None:
                yield name, described


def _phrase(statement: Statement, found: Sequence[Label]) -> _Described | None:
    """What a run of labels says: by the sense that takes a side, where one does."""
    if not found:
        return None
    senses = [_sense(label) for label in found]
    sense = next((sense for sense in senses if sense.charged), senses[-1])
    return _Described(sense.seen if sense.charged else sense.family, sense.charged,
                      Words(statement, found[0].first, found[-1].last))  # fmt: skip


def _sense(label: Label) -> Sense:
    """The sense of a label beside a name: a happening has no name, and what takes a side weighs more."""
    return min(label.senses, key=lambda sense: (sense.kind == "event", not sense.charged, sense))


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


def _before(statement: Statement, marked: Mapping[int, Label], first: int) -> list[Label]:
    """Labels that run up to the name with nothing between them."""
    ending = {label.last: label for label in marked.values()}
    found: list[Label] = []
    index = first
    while index in ending and not statement.tokens[index].breaks:
        found.append(ending[index])
        index = ending[index].first
    return found


def _after(statement: Statement, marked: Mapping[int, Label], last: int) -> list[Label]:
    """Labels right behind the name, or in an apposition that follows a comma."""
    found: list[Label] = []
    index = last
    while index in marked and not statement.tokens[index].breaks and not _joined_on(statement, index):
        found.append(marked[index])
        index = marked[index].last
    if found or index >= len(statement.tokens) or not _apposes(statement, index):
        return found
    return [marked[place] for place in range(index, min(index + _APPOSED, len(statement.tokens))) if place in marked]


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


def _row(entity: Entity, found: Sequence[_Described]) -> Difference | None:
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
