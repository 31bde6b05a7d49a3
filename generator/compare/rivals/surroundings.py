"""What stands right around two values: how much of it is the same, whether a verb of saying does, how old it is."""

from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Match, clause, neighbours
from generator.compare.statements import Statement
from generator.compare.times import times

_NEAR = 6
"""Content words on either side of a value that are looked at."""
_AKIN = 0.6
"""What a word counts that is only a kind of the other."""
_CUE = 3
"""Words between a value and the verb of saying that it goes with."""


def surrounding_traits(match: Match, mark: Mark, counter: Mark) -> dict[str, float]:
    """What is to be said of the words around two values."""
    cues = _said(match.one, mark), _said(match.other, counter)
    past = _long_ago(match.one), _long_ago(match.other)
    return {
        "tie": _tie(match, mark, counter),
        "cue_both": float(all(cues)),
        "cue_one": float(cues[0] != cues[1]),
        "past_both": float(all(past)),
        "past_one": float(past[0] != past[1]),
    }


def _tie(match: Match, mark: Mark, counter: Mark) -> float:
    """How much of what stands around one value stands around the other, 0 to 1, the nearer the more it counts."""
    ours, theirs = _weights(match.one, mark), _weights(match.other, counter)
    left, total = dict(theirs), 0.0
    for a, weight in sorted(ours.items(), key=lambda item: (-item[1], item[0])):
        found = [(_alike(match, a, b) * min(weight, other), -b) for b, other in left.items()]
        best, place = max(found, default=(0.0, 0))
        if best > 0:
            total += best
            del left[-place]
    return total / max(min(sum(ours.values()), sum(theirs.values())), 1e-6)


def _alike(match: Match, a: int, b: int) -> float:
    if match.linked(a, b):
        return 1.0
    return _AKIN if match.akin(a, b) else 0.0


def _weights(statement: Statement, mark: Mark) -> dict[int, float]:
    """The content words around a value, each with how near it stands; beyond a clause they count half."""
    first, last = clause(statement, mark.first, mark.last - 1)
    near = neighbours(statement, mark.first, _NEAR) | neighbours(statement, mark.last - 1, _NEAR)
    return {
        index: (1.0 if first <= index < last else 0.5) / (2 + _away(index, mark))
        for index in sorted(near)
        if not (mark.first <= index < mark.last or statement.tokens[index].number)
    }


def _away(index: int, mark: Mark) -> int:
    return mark.first - index if index < mark.first else index - mark.last + 1


def _said(statement: Statement, mark: Mark) -> bool:
    """Whether a verb of saying stands right beside a value in its clause: "said on Thursday"."""
    first, last = clause(statement, mark.first, mark.last - 1)
    start, end = max(first, mark.first - _CUE), min(last, mark.last + _CUE)
    forms = statement.forms()
    beside = (forms[start : mark.first], forms[mark.last : end])
    return any(any(hits(statement.lexis.attribution, words)) for words in beside)


def _long_ago(statement: Statement) -> bool:
    """Whether a statement is about another year than that of publication, or so long "ago"."""
    published = statement.article.published
    if published is not None and any(time.year is not None and time.year < published.year for time in times(statement)):
        return True
    forms = statement.forms()
    ends = [hit.first for hit in hits(statement.lexis.span_ends, forms)]
    spans = {hit.last for hit in hits(statement.lexis.spans, forms) if hit.meaning in _LONG}
    return any(place in spans for place in ends)


_LONG = frozenset({"month", "year", "decade", "century"})
