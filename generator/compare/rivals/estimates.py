"""Whose estimate a figure is, where no verb of saying stands: "insurers put the damage at 8 million".

A verb of estimating and, behind it, the small word that leads to the figure; who estimates is the verb's subject.
"""

from collections.abc import Mapping
from typing import NamedTuple

from generator.compare.matching import clause
from generator.compare.statements import Statement
from generator.language.fold import fold


class Estimating(NamedTuple):
    """The verbs of a language, the words before the figure, and whether the subject stands behind the verb."""

    verbs: frozenset[str]
    leads: frozenset[str]
    verb_first: bool = False


class Estimate(NamedTuple):
    """The words of whoever estimates, as places in a statement, and the content words of what is estimated."""

    speaker: tuple[int, int]
    said: frozenset[int]


def estimate(statement: Statement) -> Estimate | None:
    """The first estimate of a statement, if it has one."""
    known = _ESTIMATING.get(statement.language)
    for index, token in enumerate(statement.tokens):
        if known is None or known.verbs.isdisjoint(token.forms) or not _figured(statement, index, known):
            continue
        first, _ = clause(statement, index, index)
        said = frozenset(place for place in statement.content() if index < place)
        subject = _behind(statement, index) if known.verb_first else (max(first, index - _LONGEST), index)
        said -= set(range(*subject))
        if subject[0] < subject[1] and said and any(not statement.tokens[n].stop for n in range(*subject)):
            return Estimate(subject, said)
    return None


def _figured(statement: Statement, verb: int, known: Estimating) -> bool:
    """Whether a figure follows within the reach of a verb, led to by a small word or one written with it."""
    tokens = statement.tokens
    for place in range(verb + 1, min(len(tokens), verb + _REACH)):
        led = not known.leads.isdisjoint(tokens[place].forms)
        attached = known.verb_first and statement.article.text[tokens[place].start] == _ARABIC_BY
        if (led or attached) and any(one.number or attached for one in tokens[place : place + _NEAR]):
            return any(one.number for one in tokens[place : place + _FIGURE])
    return False


def _behind(statement: Statement, verb: int) -> tuple[int, int]:
    """The name or the two words behind a verb that its subject follows."""
    tokens = statement.tokens
    last = verb + 2
    named = next((n for n in range(verb + 1, min(len(tokens), verb + _LONGEST)) if tokens[n].named), None)
    if named is not None:
        last = named
        while last < len(tokens) and tokens[last].term == tokens[named].term:
            last += 1
    return verb + 1, min(max(last, verb + 3), len(tokens))


_REACH = 12
_NEAR = 4
_FIGURE = 5
_LONGEST = 8
_ARABIC_BY = "ب"


def _words(line: str) -> frozenset[str]:
    return frozenset(fold(word) for word in line.split())


_ESTIMATING: Mapping[str, Estimating] = {
    "ar": Estimating(_words("قدر قدرت قدروا يقدر تقدر يقدرون"), frozenset(), verb_first=True),
    "de": Estimating(_words("schätzt schätzte schätzten schätzen beziffert bezifferte bezifferten"), _words("auf")),
    "en": Estimating(_words("put puts estimated estimates estimate"), _words("at")),
    "es": Estimating(_words("cifra cifró cifran cifraron estima estimó estimaron valoró"), _words("en")),
    "fr": Estimating(_words("estime estimé estiment évalue évalué évaluent chiffre chiffré"), _words("à")),
}
