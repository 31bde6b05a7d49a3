"""What one outlet states in its own voice and the others only report as somebody's claim."""

from collections.abc import Iterator, Sequence

from generator.compare.alignment import Pair
from generator.compare.lexis import hits
from generator.compare.matching import Contrast, Match, Words, clause, hypothetical
from generator.compare.statements import Statement
from generator.compare.voices import Voices

_COVERED = 0.75
"""The share of the claim's words that the attributed words must have."""
_ALIKE = 0.42
_ALIKE_ACCUSED = 0.2
"""How alike the two sentences must be; headings are too short for that."""
_SHARED = 4
_PLAIN = 3
_TOPIC = 0.7
_HALF = 0.45
"""What is enough in statements that answer each other best on one topic."""
_HEADING_COVERED = 0.5
_HEADING_SHARED = 2


def claims(pairs: Sequence[Pair], spoken: Voices) -> Iterator[tuple[Contrast, Pair]]:
    """The contrasts of a plain statement and an attributed one that says the same, the likeliest for each source."""
    best: dict[tuple[int, str], tuple[Contrast, Pair]] = {}
    for pair in pairs:
        for turned, flip in ((pair, False), (pair.turned(), True)):
            found = _claim(turned, spoken, flip=flip)
            if found is not None:
                best.setdefault((turned.one.number, turned.other.source), (found, pair))
    doubled = {
        (number, pair.other.source if pair.one.number == number else pair.one.source)
        for pair in pairs
        for number in (pair.one.number, pair.other.number)
        if pair.one.attributed and pair.other.attributed and pair.score >= _ALIKE
    }
    for contrast, pair in best.values():
        stated, said = (
            (contrast.one, contrast.other) if contrast.poles[0] == "stated" else (contrast.other, contrast.one)
        )
        if (said.statement.number, stated.statement.source) not in doubled:
            yield contrast, pair


def _claim(pair: Pair, spoken: Voices, *, flip: bool) -> Contrast | None:
    if not _plain(pair.one) or not pair.other.attributed or pair.other.heading:
        return None
    accuses = any(hits(pair.other.lexis.accusation, pair.other.forms()))
    answers = pair.mutual and pair.topic >= _TOPIC and not pair.one.heading
    least = 0.0 if pair.one.heading or (answers and accuses) else _ALIKE_ACCUSED if accuses else _ALIKE
    if pair.score < least:
        return None
    match, said = Match(pair), _said(pair.other, spoken)
    found = [(a, b) for a, b in match.links.items() if b in said]
    content = {index for index in pair.other.content() if index in said}
    whole = accuses and len(found) >= _SHARED and len(found) >= _COVERED * len(content)
    whole = whole or (answers and _answers(match, found, content, accuses=accuses))
    return _contrast(match, found, said, flip=flip) if said and (whole or _covers(pair.one, found)) else None


def _answers(match: Match, found: Sequence[tuple[int, int]], said: set[int], *, accuses: bool) -> bool:
    """Whether half of what is said is stated in the answer to it, as sure, and not of whoever says it."""
    ours, theirs = set(match.one.content()), said
    if accuses and found:
        ours &= set(range(*clause(match.one, found[0][0], found[0][0])))
        theirs = theirs & set(range(*clause(match.other, found[0][1], found[0][1])))
    held = [(a, b) for a, b in found if a in ours and b in theirs]
    plain = sum(1 for a, _ in held if not (match.one.tokens[a].named or match.one.tokens[a].number))
    sure = not any(marked.modal for marked in match.marks) and not any(hypothetical(match.one, a) for a, _ in held)
    outside = any(b not in said for b in match.links.values()) and not accuses
    return sure and not outside and plain >= _PLAIN and len(held) >= _HALF * min(len(ours), len(theirs))


def _plain(statement: Statement) -> bool:
    """Whether the outlet itself claims something: a heading with a verb, or a sentence nobody is said to have said."""
    if statement.heading:
        return any(hits(statement.lexis.assertion, statement.forms()))
    quoted = any(token.quoted for token in statement.tokens)
    return not statement.attributed and not quoted and not any(hits(statement.lexis.first_person, statement.forms()))


def _said(statement: Statement, spoken: Voices) -> set[int]:
    """The words that somebody is quoted with, in marks or without, by a speaker who is known."""
    spans = [span for quote in spoken.quotes(statement) if quote.speaker is not None for span in quote.spans]
    accused = next(hits(statement.lexis.accusation, statement.forms()), None)
    if not spans and accused is not None:
        return {index for index in statement.content() if index >= accused.last}
    return {
        index
        for index, token in enumerate(statement.tokens)
        if any(span.start <= token.start and token.end <= span.end for span in spans)
    }


def _covers(claim: Statement, found: Sequence[tuple[int, int]]) -> bool:
    content = list(claim.content())
    if claim.heading:
        return len(found) >= _HEADING_SHARED and len(found) >= _HEADING_COVERED * len(content)
    return len(found) >= _SHARED and len(found) >= _COVERED * len(content)


def _contrast(match: Match, found: Sequence[tuple[int, int]], said: set[int], *, flip: bool) -> Contrast:
    plain = Words(match.one, 0, len(match.one.tokens))
    attributed = Words(match.other, min(said), max(said) + 1)
    subject = Words(match.one, found[0][0], found[0][0] + 1)
    sides, poles = ((attributed, plain), ("said", "stated")) if flip else ((plain, attributed), ("stated", "said"))
    return Contrast(
        kind="claim",
        subject=subject,
        one=sides[0],
        other=sides[1],
        poles=poles,
        strength=0.8 if match.one.heading else 0.55,
    )
