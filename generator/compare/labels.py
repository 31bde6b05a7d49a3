"""What the outlets call the same person or body in their own voice: "terrorist group" here, "movement" there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.compare.labelling import Label, Sense, labels_in, looks_like_verb
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
    kind: str
    words: Words


def labels(statements: Sequence[Statement], entities: Sequence[Entity]) -> Iterator[Difference]:
    """A row for each entity, group of people or happening that sources call differently, one of them taking a side.

    Only an outlet's own words count, never those within quotation marks. A name's labels stand right beside it; those
    of who or what has no name are found by their families (`referents`). What stands right behind a person's name or a
    place's is that one's body, not the person: the regime of X and the government of X.
    """
    kinds = {f"@{entity.id}": entity.label for entity in entities}
    found: dict[tuple[str, bool], list[_Described]] = {}
    for statement in statements:
        for name, behind, label in _beside_names(statement, kinds):
            found.setdefault((name, behind), []).append(label)
    for entity in (entity for entity in entities if entity.label != "MISC"):
        for behind in (False, True):
            row = _row(entity, found.get((f"@{entity.id}", behind), []))
            if row is not None:
                yield row
    yield from referents(statements)


def _beside_names(statement: Statement, kinds: Mapping[str, str]) -> Iterator[tuple[str, bool, _Described]]:
    """Every label beside a name, and whether it is about the name's body: neighbouring labels make one phrase."""
    marked = {label.first: label for label in labels_in(statement) if any(s.kind in _OF_NAMES for s in label.senses)}
    for first, last, name in _names(statement):
        one = kinds.get(name) == "PER"
        behind, apposed = _after(statement, marked, last)
        before = [] if goes_on(statement, last) else _before(statement, marked, first)
        own = [label for label in before + apposed if not (one and _is_several(label))]
        for found, of_body in ((own, False), (behind, one or kinds.get(name) == "LOC")):
            described = _phrase(statement, sorted(found), of_body=of_body)
            if described is not None:
                yield name, of_body, described


def goes_on(statement: Statement, last: int) -> bool:
    """Whether an English name is but part of a phrase that goes on: "the infamous Steele dossier"."""
    if statement.language != "en" or last >= len(statement.tokens) or statement.tokens[last].breaks:
        return False
    after = statement.tokens[last]
    possessed = statement.article.text[after.start - 2 : after.start].strip() in ("’", "'")
    return not (after.stop or after.named or after.number or possessed or looks_like_verb(after))


def _is_several(label: Label) -> bool:
    """Whether an English label is a plural: it describes nobody who has one name."""
    word = label.statement.tokens[label.last - 1].forms[0]
    return label.statement.language == "en" and word.endswith(("s", "men")) and len(word) > _ABBREVIATED


_ABBREVIATED = 3
_OF_NAMES = ("body", "people", "trait")
"""Kinds of families that stand beside names."""


def _phrase(statement: Statement, found: Sequence[Label], *, of_body: bool) -> _Described | None:
    """What a run of labels says: by the sense that takes a side, where one does."""
    kinds = ("body",) if of_body else _OF_NAMES
    senses = [sense for label in found for sense in [_sense(label, kinds)] if sense is not None]
    if not senses:
        return None
    sense = next((sense for sense in senses if sense.charged), senses[-1])
    return _Described(sense.seen if sense.charged else sense.family, sense.charged, _kind(sense),
                      Words(statement, found[0].first, found[-1].last))  # fmt: skip


def _kind(sense: Sense) -> str:
    """What kind of label it is: an office or trade says less than any other family of people."""
    return sense.family if sense.family == _OFFICE else sense.kind


_OFFICE = "occupation"


def _sense(label: Label, kinds: Sequence[str]) -> Sense | None:
    """The sense of a label beside a name; what takes a side weighs more."""
    fitting = [sense for sense in label.senses if sense.kind in kinds]
    return min(fitting, key=lambda sense: (not sense.charged, sense)) if fitting else None


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


def _after(statement: Statement, marked: Mapping[int, Label], last: int) -> tuple[list[Label], list[Label]]:
    """Labels right behind the name, and those in an apposition that follows a comma."""
    found: list[Label] = []
    index = last
    while index in marked and not statement.tokens[index].breaks and not _joined_on(statement, index):
        found.append(marked[index])
        index = marked[index].last
    if found or index >= len(statement.tokens) or not _apposes(statement, index):
        return found, []
    return [], [marked[n] for n in range(index, min(index + _APPOSED, len(statement.tokens))) if n in marked]


def _joined_on(statement: Statement, index: int) -> bool:
    """Whether an Arabic word has "and" attached: it begins something else."""
    forms = statement.tokens[index].forms
    return forms[0].startswith("و") and len(forms) > 1


def _apposes(statement: Statement, index: int) -> bool:
    """Whether an apposition begins here: after a comma, an article or a label word, and no verb."""
    tokens = statement.tokens
    text = statement.article.text
    comma = text[tokens[index - 1].end : tokens[index].start].strip() in (",", "،", "、")
    opens = any(form in ARTICLES for form in tokens[index].forms) or tokens[index].forms[0].startswith("ال")
    ends = range(index + 1, min(index + _APPOSED + 1, len(tokens)))
    return comma and opens and (any(tokens[place].breaks for place in ends) or len(tokens) <= index + _APPOSED)


ARTICLES = frozenset(
    {"a", "an", "the", "un", "une", "le", "la", "ein", "eine", "der", "die", "das", "el", "uno", "una"}
)


def _row(entity: Entity, found: Sequence[_Described]) -> Difference | None:
    """The row, if two sources use labels, and not the same ones, and one takes a side."""
    if not any(label.charged and label.kind != "trait" for label in found):
        found = [label for label in found if label.kind != _OFFICE]  # "The disgraced banker" is a banker too.
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
        weight=round(0.42 + 0.05 * min(len(by_source), 3), 4),
        translated=len(languages) > 1,
    )
