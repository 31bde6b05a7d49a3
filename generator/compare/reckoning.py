"""How each language writes figures and times: its closed lists, one file of data for each language."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

from generator.compare.lexis import Hit, Phrases, hits, keys_of, phrases
from generator.language.codes import primary

Forms = Sequence[tuple[str, ...]]
_LONGEST = 6
"""Words of the longest phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """Lists of phrases, by what they mean where they mean different things, and values of single words."""

    joins: Phrases
    """Stands between the words of one number."""
    half_more: Phrases
    articles: Phrases
    """Goes before a magnitude or a part as "one" does."""
    starters: Phrases
    """Magnitudes that are a number without one before them."""
    of_share: Phrases
    """Behind a part: a share of something."""
    share_before: Phrases
    in_each: Phrases
    """Between the numbers of "one in five"."""
    range_to: Phrases
    range_between: Phrases
    range_from: Phrases
    per: Phrases
    qualifiers: Phrases
    """May stand between a number and what it counts."""
    adjectives: Phrases
    """Only describes what is counted."""
    labelled: Phrases
    """The figure behind it is a name: "article 5"."""
    every: Phrases
    """Before a weekday: no one day."""
    age_behind: Phrases
    age_before: Phrases
    out_of: Phrases
    """Before a figure of a whole, of which a part is told."""
    of_people: Phrases
    """Behind a figure: so many of those told of before, who are people."""
    of_them: Phrases
    """Says that the figure is a part of those told of before."""
    number_of: Phrases
    zero_people: Phrases
    zero_nouns: Phrases
    zero_any: Phrases
    victims: Phrases
    clock_marks: Phrases
    clock_past: Phrases
    clock_to: Phrases
    hour_names: Phrases
    day_of: Phrases
    """Before a day of the month without its month."""
    bare_weekday: Phrases
    """Before an Arabic weekday without its article."""
    duals: Phrases
    masculine_plurals: Phrases
    approximate: Phrases
    approximate_behind: Phrases
    vague: Phrases
    multiples: Phrases
    implied: Phrases
    fractions: Phrases
    months: Phrases
    month_names: Phrases
    month_parts: Phrases
    months_from_now: Phrases
    years_from_now: Phrases
    clock: Phrases
    clock_words: Phrases
    clock_parts: Phrases
    day_halves: Phrases
    time_bounds: Phrases
    clock_off: Phrases
    weeks_behind: Phrases
    weeks_before: Phrases
    currencies: Phrases
    suffixes: Mapping[str, float]
    numbers: Mapping[str, float]
    magnitudes: Mapping[str, float]
    ordinals: Mapping[str, float]


_VALUED = frozenset({"suffixes", "numbers", "magnitudes", "ordinals"})


@lru_cache(maxsize=64)
def reckoning(language: str) -> Reckoning:
    """The lists of a language, empty ones where the language has no file of data."""
    code = primary(language)
    table = {**_read("reckoning", code), "currencies": _read("shared", "currencies").get(code, {})}
    lists: dict[str, Any] = {
        one.name: _phrases(code, table.get(one.name)) for one in fields(Reckoning) if one.name not in _VALUED
    }
    lists |= {name: _values(code, table.get(name)) for name in _VALUED}
    return Reckoning(**lists)


def at(listed: Phrases, forms: Forms, index: int) -> Hit | None:
    """The phrase of a list that begins at a word, the longest one."""
    if not 0 <= index < len(forms) or not any(form in listed for form in forms[index]):
        return None
    found = next(iter(hits(listed, forms[index : index + _LONGEST])), None)
    return None if found is None or found.first else Hit((index, index + found.last, found.meaning))


def ends(listed: Phrases, forms: Forms, index: int) -> Hit | None:
    """The longest phrase of a list that ends right before a word."""
    for first in range(max(0, index - _LONGEST), index):
        found = at(listed, forms[:index], first)
        if found is not None and found.last == index:
            return found
    return None


def value(values: Mapping[str, float], forms: Forms, index: int) -> float | None:
    """What a word is worth by a list of values."""
    return next((values[form] for form in forms[index] if form in values), None) if index < len(forms) else None


def _read(folder: str, name: str) -> Mapping[str, object]:
    source = files(__package__) / "data" / folder / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}


def _phrases(code: str, section: object) -> Phrases:
    if isinstance(section, list):
        return phrases(code, [("", [str(entry) for entry in section])])
    groups = section if isinstance(section, dict) else {}
    return phrases(code, [(str(meaning), [str(entry) for entry in listed]) for meaning, listed in groups.items()])


def _values(code: str, section: object) -> dict[str, float]:
    groups = section if isinstance(section, dict) else {}
    return {keys_of(str(name), code)[0]: float(number) for name, number in groups.items()}
