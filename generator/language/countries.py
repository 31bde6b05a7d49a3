"""What tells that a text speaks of a country or its government without the country's name: words of the world's states.

Demonyms and adjectives (`data/demonyms.tsv`), capitals (`data/capitals.tsv`, GeoNames), seats of government
(`data/seats.tsv`), and the names of `aliases`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from generator.language.aliases import known, names_of
from generator.language.fold import fold

_STEM = 4
"""Letters that a country's name and a word for its people share at the least: Iran, Iranian."""
_CODE = 2
"""Letters of a country's code; other identities are organisations."""


def country_of(name: str) -> str | None:
    """The ISO 3166 code of the country that a name is one of, or of its capital or seat of government."""
    identity = known(name)
    if identity is not None and len(identity) == _CODE:
        return identity
    folded = _plain(name)
    return _by_name().get(folded) or _by_name().get(folded.removeprefix("the "))


def is_seat(name: str) -> bool:
    """Whether a name is that of a building or street that stands for a government."""
    return _plain(name).removeprefix("the ") in _seats()


def speaks_of(text: str, code: str) -> bool:
    """Whether a text has a name of the country, a word for what is of it, its capital or the seat of its government."""
    written, spelled = _words_of(code)
    plain = _plain(text)
    return spelled.search(text.replace(".", "")) is not None or written.search(plain) is not None


@lru_cache(maxsize=512)
def _words_of(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand in a folded text, and what stands in capitals only."""
    names, acronyms = names_of(code)
    found = [re.escape(name) + r"(?!\w)" for name in _places(code)] + [re.escape(word) for word in _demonyms(code)]
    found += [_beginning(name) for name in names - acronyms]
    written = rf"(?<!\w)(?:[وفبلك]?ال|لل|[وفبلك])?(?:{'|'.join(sorted(found))})" if found else r"(?!)"
    spelled = "|".join(sorted(re.escape(name.upper()) for name in acronyms)) or "(?!)"
    return re.compile(written), re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")


def _beginning(name: str) -> str:
    """A pattern for a name and for words that begin like it: without its last letters, and not many more."""
    if " " in name:
        return re.escape(name)
    return re.escape(name[: max(_STEM, len(name) - 2)]) + rf"\w{{0,{_MORE if len(name) > _STEM else _FEW}}}(?!\w)"


_MORE, _FEW = 8, 4
"""Letters that a word for a country's people has more than the country's name; short names begin other words too."""


def _demonyms(code: str) -> tuple[str, ...]:
    return _table("demonyms.tsv").get(code, ())


def _places(code: str) -> tuple[str, ...]:
    return (*_table("capitals.tsv").get(code, ()), *_table("seats.tsv").get(code, ()))


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, str]:
    """Countries by capital and seat of government."""
    tables = (_table("capitals.tsv"), _table("seats.tsv"))
    return {name: code for table in tables for code, names in table.items() for name in names}


@lru_cache(maxsize=1)
def _seats() -> frozenset[str]:
    return frozenset(name for names in _table("seats.tsv").values() for name in names)


@lru_cache(maxsize=4)
def _table(name: str) -> Mapping[str, tuple[str, ...]]:
    return dict(_entries(name))


def _entries(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in files("generator.language").joinpath(f"data/{name}").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, *words = line.split("\t")
            yield code, tuple(_plain(word) for word in words)


def _plain(text: str) -> str:
    return fold(text).replace(".", "").replace("-", " ")
