"""Countries and larger cities by name, in the languages served."""

import gzip
import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.language.aliases import known
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.stems import readings
from generator.language.words import MARKS

_ISO = 2
_WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+")


class Place(NamedTuple):
    """A listed city: the country it is in, and the languages in which its name is a common word as well."""

    country: str
    common: frozenset[str]


def country(name: str, language: str) -> str | None:
    """The ISO 3166 code of the country a name stands for, or None; by its listed names in any language."""
    identity = known(name)
    if identity is None and primary(language) in ("ar", "he"):
        bare = (reading for reading, _ in readings(name, primary(language))[1:])
        identity = next(filter(None, map(known, bare)), None)
    return identity if identity is not None and len(identity) == _ISO else None


def place(name: str, language: str) -> Place | None:
    """The listed city of a name, or None; None too where the name is a common word of the language."""
    found = _table().get(fold(name))
    return None if found is None or primary(language) in found.common else found


@lru_cache(maxsize=1)
def _table() -> dict[str, Place]:
    packed = files("generator.language").joinpath("data/places.tsv.gz").read_bytes()
    found: dict[str, Place] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines()[1:]:
        name, where, *barred = line.split("\t")
        common = frozenset(barred[0].split(",")) if barred else frozenset()
        found.setdefault(fold(name), Place(where, common))
    return found


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The folded words that listed cities begin with."""
    return frozenset(_WORD.match(name)[0] for name in _table() if _WORD.match(name))  # type: ignore[index]
