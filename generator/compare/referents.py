"""What the outlets call people and happenings that have no name: refugees here, illegal migrants there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.compare.labelling import PLAIN, Label, labels_in, looks_like_verb, voiced_by_others
from generator.compare.matching import Words
from generator.compare.rows import across, passage, side
from generator.compare.statements import Statement
from generator.model import Difference, Side

_SHARED = 2
"""Names, figures and words that two statements must share, labels apart, to speak of the same people or happening."""
_LEAD = 4
"""Statements at an article's beginning that tell what happened to whom."""
_SHOWN = 2
"""Statements of a source that a side shows."""

Family = tuple[str, str]
Called = Mapping[str, Mapping[str, list[Label]]]
"""The labels of one family: by source, by class."""


def referents(statements: Sequence[Statement]) -> Iterator[Difference]:
    """A row for each family of labels of which two sources use different classes, and neither the other's.

    The labels must stand in statements that share other names, figures or words: some in the leads, many elsewhere.
    Words told as somebody else's do not count.
    """
    for called in _families(statements).values():
        row = _row(called)
        if row is not None:
            yield row


def _families(statements: Sequence[Statement]) -> Mapping[Family, Called]:
    """The labels by family, source and class."""
    found: dict[Family, dict[str, dict[str, list[Label]]]] = {}
    for statement in statements:
        if statement.asks:
            continue
        for label in labels_in(statement):
            for sense in label.senses:
                if sense.kind in _NAMELESS and _is_meant(label):
                    by_source = found.setdefault((sense.kind, sense.family), {})
                    by_source.setdefault(statement.source, {}).setdefault(sense.seen, []).append(label)
    return dict(sorted(found.items()))


_NAMELESS = ("people", "event", "thing")
"""Kinds of families that mostly have no name; bodies are compared by theirs."""


def _is_meant(label: Label) -> bool:
    """Whether the outlet itself calls something so: no word of others, and no mere part of another noun."""
    return not voiced_by_others(label.statement, label.first) and not qualifies(label)


def qualifies(label: Label) -> bool:
    """Whether an English label in the singular stands before a noun: "riot police", "strike committee"."""
    tokens, last = label.statement.tokens, label.last
    if label.statement.language != "en" or last >= len(tokens) or tokens[last].breaks:
        return False
    after, word = tokens[last], tokens[last - 1].forms[0]
    plural = word.endswith(("s", "men", "people"))
    return not (plural or after.stop or after.named or after.number or looks_like_verb(after))


def _row(called: Called) -> Difference | None:
    """The row, if there are two sources that see it differently, and speak of the same."""
    pairs = [pair for one, other in combinations(sorted(called), 2) for pair in _opposed(called[one], called[other])]
    if not pairs:
        return None
    named = {item for pair in pairs for item in pair}
    seen = {how for how, _ in named}
    chosen = {label for _, label in named}
    sides = [_side(called, one, chosen) for one in sorted(seen)]
    sides.sort(key=lambda side: side.evidence[0])
    sources = {label.statement.source for label in chosen}
    first = min(chosen, key=lambda label: (label.statement.number, label.first))
    return Difference(
        kind="label",
        subject=passage(Words(*first[:3])),
        sides=tuple(sides),
        weight=round(0.39 + 0.05 * min(len(sources), 3), 4),
        translated=across({label.statement.language for how, label in named if how == one} for one in seen),
    )


def _side(called: Called, seen: str, chosen: set[Label]) -> Side:
    """Who sees it so: the labels that the pairs rest on first, of each source few."""
    held: list[Words] = []
    for source in sorted(called):
        ranked = sorted(
            called[source].get(seen, []), key=lambda one: (one not in chosen, one.statement.number, one.first)
        )
        held += [Words(*label[:3]) for label in ranked[:_SHOWN]]
    return side(held)


Pair = tuple[tuple[str, Label], tuple[str, Label]]


def _opposed(one: Mapping[str, Sequence[Label]], other: Mapping[str, Sequence[Label]]) -> list[Pair]:
    """For classes that only one of two sources has, the two labels that most surely mean the same.

    A class that takes a side, and that the other source never uses, also stands against what both say.
    """
    found = []
    for ours in sorted(set(one) - set(other)):
        apart = set(other) - set(one) | _mixed(one, other, ours)
        shared = set(other) - apart if ours != PLAIN else set[str]()
        for theirs in sorted(apart | shared):
            pairs = [(a, b) for a in one[ours] for b in other[theirs]]
            best = max(pairs, key=lambda pair: (_kinship(*pair), -pair[0].statement.number, -pair[1].statement.number))
            if _same_referent(*best) if theirs in apart else _kinship(*best) > 2 * _SHARED:
                found.append(((ours, best[0]), (theirs, best[1])))
    return found


def _mixed(one: Mapping[str, Sequence[Label]], other: Mapping[str, Sequence[Label]], ours: str) -> set[str]:
    """The class that the other source begins with, where the first begins with its own and has the other's as well."""
    return {_begins(other)} if _begins(one) == ours else set()


def _begins(called: Mapping[str, Sequence[Label]]) -> str:
    """The class of a source's first label."""
    return min(called, key=lambda seen: (called[seen][0].statement.number, called[seen][0].first))


def _same_referent(one: Label, other: Label) -> bool:
    """Whether two labels are of the same: both in leads, which tell what a story is about, or among the same words.

    Of people a story seldom has two groups in one family; happenings and things need more, most so between languages.
    """
    leads = max(one.statement.order, other.statement.order) < _LEAD
    return _kinship(one, other) >= (_SHARED if leads else 2 * _SHARED + 1) and (leads or _both_people(one, other))


def _both_people(one: Label, other: Label) -> bool:
    families = [{sense.family for sense in label.senses if sense.kind == _PEOPLE} for label in (one, other)]
    return bool(families[0] & families[1])


_PEOPLE = "people"


def _kinship(one: Label, other: Label) -> int:
    """How many names, figures and content words two statements share, the labels apart."""
    across = one.statement.language != other.statement.language
    ours, theirs = _meanings(one, across=across), _meanings(other, across=across)
    offered = frozenset().union(*theirs)
    return sum(bool(meanings & offered) for meanings in ours)


def _meanings(label: Label, *, across: bool) -> set[frozenset[str]]:
    """What the content words around a label may be matched by."""
    of_people = any(sense.kind == _PEOPLE for sense in label.senses)
    found = {
        frozenset(token.concepts) if across else token.keys
        for index, token in enumerate(label.statement.tokens)
        if not token.stop
        and not label.first <= index < label.last
        and (of_people or token.place or not token.named)  # Who is named beside a happening may have been at many.
    }
    return {meanings for meanings in found if meanings}
