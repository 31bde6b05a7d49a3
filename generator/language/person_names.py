"""Persons named in full in languages without a pipeline: a common given name, and capitalised words behind it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from generator.language.acronyms import shouted
from generator.model import Mention

_WORD = r"[^\W\d_a-z][^\W\d_]*(?:['’\-][^\W\d_]+)*"
_PARTICLE = r"(?:(?:de|da|do|dos|del|della|di|van|von|der|den|ter|ten|bin|ibn|al|el|la|le|y|e) ){1,2}"
_INITIAL = r"(?:[^\W\d_a-z]\. )"
_NAME = re.compile(rf"(?<!\w)({_WORD})((?: {_INITIAL}?(?:{_PARTICLE})?{_WORD}){{1,3}})(?!\w)")


def person_names(text: str) -> Iterator[Mention]:
    """Each run of two to four capitalised words that begins with a given name common in many countries.

    Rules like this find fewer names than a trained pipeline, and hardly anything that is none; scripts other than
    Latin have no list.
    """
    at = 0
    while (match := _NAME.search(text, at)) is not None:
        first_end = match.end(1)
        if match.group(1).partition("-")[0] in _given_names() and not shouted(text, *match.span()):
            yield Mention(start=match.start(), end=match.end(), label="PER")
            at = match.end()
        else:
            at = first_end


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    lines = files("generator.language").joinpath("data/first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
