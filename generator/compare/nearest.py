"""Which statement of another source answers a statement best, even where the two share hardly a word.

Likeness by words is helped by the company that the words' concepts keep (`generator.language.company`): "turnout" and
"voted" are near, in any language that the lexicon has. Two statements that answer each other best are a pair, however
little alike they are; what is compared in them has to be of one kind then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

import numpy as np

from generator.compare.alignment import Matrix, Pair, Reading
from generator.compare.statements import Statement
from generator.language.company import company, share

_TOPIC = 0.3
"""What the company of concepts counts beside the likeness of words."""
_LEAST_TOPIC = 0.35
_FAINT = 1e-4


def topics(statements: Sequence[Statement]) -> Matrix:
    """A row of length 1 for each statement, or of zeros: the sum of its concepts' vectors, the rarer ones heavier."""
    known = company()
    rows = np.zeros((len(statements), known.vectors.shape[1]), dtype=np.float32)
    for number, statement in enumerate(statements):
        for concept, weight in _concepts(statement):
            place = known.places.get(concept)
            if place is not None:
                rows[number] += known.vectors[place] * (weight * -log(share(concept) + _FAINT))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _concepts(statement: Statement) -> Iterator[tuple[str, float]]:
    """The concepts of a statement's words, names and figures apart, each with its share."""
    for index in statement.content():
        token = statement.tokens[index]
        for concept, weight in () if token.named or token.number else token.concepts.items():
            yield concept.removeprefix("="), weight


def answered(reading: Reading) -> Reading:
    """The reading with its topics, the pairs of different sources, and those added that answer each other best."""
    statements = reading.statements
    read = replace(reading, topics=topics(statements))
    best = _best(read)
    found = []
    seen = set()
    for pair in reading.pairs:
        if pair.one.source != pair.other.source:
            seen.add((pair.one.number, pair.other.number))
            mutual = _mutual(best, pair.one, pair.other)
            found.append(replace(pair, mutual=mutual, topic=read.topic(pair.one, pair.other)))
    for number, answers in best.items():
        for answer in sorted(answers.values()):
            one, other = statements[number], statements[answer]
            if number < answer and (number, answer) not in seen and _mutual(best, one, other):
                topic = read.topic(one, other)
                if topic >= _LEAST_TOPIC:
                    found.append(_pair(one, other, topic))
    ordered = sorted(found, key=lambda pair: (-pair.score, pair.one.number, pair.other.number))
    return replace(read, pairs=tuple(ordered))


def _mutual(best: Mapping[int, Mapping[str, int]], one: Statement, other: Statement) -> bool:
    return best[one.number].get(other.source) == other.number and best[other.number].get(one.source) == one.number


def _pair(one: Statement, other: Statement, topic: float) -> Pair:
    return Pair(one=one, other=other, score=0.0, across=one.language != other.language, mutual=True, topic=topic)


def _best(reading: Reading) -> dict[int, dict[str, int]]:
    """For each statement the one of each other source that answers it best."""
    statements, rows = reading.statements, reading.topics
    if rows is None:
        return {}
    blocks = {
        source: [statement.number for statement in statements if statement.source == source]
        for source in sorted({statement.source for statement in statements})
    }
    alike: dict[int, dict[int, float]] = {statement.number: {} for statement in statements}
    for pair in reading.pairs:
        alike[pair.one.number][pair.other.number] = pair.score
        alike[pair.other.number][pair.one.number] = pair.score
    found: dict[int, dict[str, int]] = {}
    for statement in statements:
        near = _TOPIC * np.clip(rows @ rows[statement.number], 0, None)
        for number, score in alike[statement.number].items():
            near[number] += score
        found[statement.number] = {
            source: int(block[int(np.argmax(near[block]))])
            for source, block in blocks.items()
            if source != statement.source
        }
    return found
