"""Whether a figure counts those who tell the news, "according to two officials", and nothing in it."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from generator.compare.figure import Figure
from generator.compare.lexis import Phrases, phrases
from generator.compare.reckoning import at, ends
from generator.compare.statements import Statement

_REACH = 8
"""Words behind a number at the beginning of a clause among which a verb of saying stands: "Two people there said"."""


def counts_tellers(statement: Statement, figure: Figure) -> bool:
    """Whether what is counted is the source of what is told: two outlets may have asked different people."""
    if figure.measured:
        return False
    forms, code = statement.forms(), statement.language
    if ends(_listed(code, "named"), forms, figure.first) is not None:
        return True
    said = ends(_listed(code, "said"), forms, figure.first)
    if said is not None and (code == "ar" or statement.tokens[said.first].breaks):
        return code != "en" or _ends_there(statement, figure)
    return code == "en" and _say(statement, figure)


def _ends_there(statement: Statement, figure: Figure) -> bool:
    """Whether what is counted ends the clause or is only described: in "said 14 people were hurt" it does something."""
    tokens, forms = statement.tokens, statement.forms()
    for index in range(figure.last + 1, figure.last + 1 + _NOUNS):
        if index >= len(tokens) or tokens[index].breaks or at(_listed("en", "known"), forms, index) is not None:
            return True
        if tokens[index].stop:
            return False
    return False


_NOUNS = 3
"""Words that name what is counted: "two senior officials"."""


def _say(statement: Statement, figure: Figure) -> bool:
    """Whether a clause begins with the figure, and a verb of saying follows before it ends."""
    tokens, forms = statement.tokens, statement.forms()
    if figure.first and not tokens[figure.first].breaks:
        return False
    for index in range(figure.last, min(figure.last + _REACH, len(tokens))):
        if tokens[index].breaks:
            return False
        if at(_listed("en", "said"), forms, index) is not None:
            return True
    return False


@lru_cache(maxsize=64)
def _listed(code: str, name: str) -> Phrases:
    data = tomllib.loads((files(__package__) / "data" / "shared" / "tellers.toml").read_text(encoding="utf-8"))
    return phrases(code, [(name, data[name].get(code, ()))])
