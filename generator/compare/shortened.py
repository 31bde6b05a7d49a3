"""Names and their short forms: a body without its kind, a person by an initial, a river without "river"."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from generator.compare.arabic import construct
from generator.compare.constructs import short_form
from generator.compare.families import PUBLIC
from generator.compare.heads import heads
from generator.compare.hints import hints
from generator.compare.naming import Spelling, identity
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.frequencies import background
from generator.language.names import same_name
from generator.language.words import key
from generator.text import script

_SAME = 0.84
_PERSON_WORDS = 2


def short_forms(written: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Pairs of spellings of which one is the other's short form, if it can be that of no other name."""
    surnames = {one.tokens[-1] for one in written if one.label == "PER" and len(one.tokens) > 1}
    for index, short in enumerate(written):
        if short.label == "ORG" and short.folded in surnames:
            continue
        full = [place for place, other in enumerate(written) if place != index and _is_short(short, other)]
        if not full:
            full = _first_named_in_full(short, written) or _heads_alone(short, written)
        if len({written[place].folded for place in full}) == 1:
            yield index, full[0]


def _is_short(short: Spelling, full: Spelling) -> bool:
    if short.label != full.label or len(full.tokens) < _PERSON_WORDS:
        return False
    if short.label == "PER":
        return _is_initialled(short, full)
    return _is_called(short, full) or is_without_head(short, full) or _is_without_feature(short, full)


def _is_initialled(short: Spelling, full: Spelling) -> bool:
    """Whether one is the other with an initial for the given name: "T. Krantwell"."""
    if len(short.tokens) != _PERSON_WORDS or len(short.tokens[0].rstrip(".")) != 1:
        return False
    return short.tokens[-1] == full.tokens[-1] and full.tokens[0][0] == short.tokens[0][0] != full.tokens[0]


def is_short_given(one: Spelling, other: Spelling) -> bool:
    """Whether two full names have one surname, and of the given names one is the short form of the other."""
    if len(one.tokens) != _PERSON_WORDS or len(other.tokens) != _PERSON_WORDS or one.tokens[1] != other.tokens[1]:
        return False
    ours, theirs = one.tokens[0], other.tokens[0]
    return theirs in _given().get(ours, ()) or ours in _given().get(theirs, ())


@lru_cache(maxsize=1)
def _given() -> Mapping[str, Sequence[str]]:
    """English given names and their short forms."""
    data = tomllib.loads((files(__package__) / "data" / "shared" / "given.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Sequence[str]] = data["en"]
    return found


def _is_called(short: Spelling, full: Spelling) -> bool:
    """Whether an Arabic body is called by its name without its kind."""
    called = short_form(full.surface)
    return short.label == "ORG" and called is not None and fold(called) == short.folded


def is_without_head(short: Spelling, full: Spelling) -> bool:
    """Whether one is a body's first words, all others being nouns for bodies: Solvane for Solvane Airways.

    Between scripts the first words are the same by their sound.
    """
    rest = full.tokens[len(short.tokens) :]
    if {short.label, full.label} != {"ORG"} or not rest or short.capitals:
        return False
    code = primary(full.language)
    if not all(_is_head(word, code) for word in rest):
        return False
    if script(short.surface) != script(full.surface):
        begins = " ".join(full.surface.split()[: len(short.tokens)])
        return len(begins) >= _LONG and same_name(begins, short.surface) >= _SAME
    return _bare(short.tokens) == _bare(full.tokens[: len(short.tokens)])


def _is_head(word: str, code: str) -> bool:
    return word not in PUBLIC and (heads(code).last.get(word) == "ORG" or "ORG" in hints(code).heads.get(word, ()))


_LONG = 5
"""Letters from which on a sound tells a name."""


def _bare(tokens: Sequence[str]) -> list[str]:
    """The words of a name, a possessive taken off the last."""
    return [*tokens[:-1], re.sub(r"['’]s$", "", tokens[-1])]


def _first_named_in_full(short: Spelling, written: Sequence[Spelling]) -> list[int]:
    """The longer names that begin with a body's and go on in common words, if they always come first: Kestrel Home."""
    if short.label != "ORG" or short.capitals or identity(short.surface) is not None:
        return []
    longer = [
        index
        for index, full in enumerate(written)
        if len(full.tokens) > len(short.tokens) and full.tokens[: len(short.tokens)] == short.tokens
    ]
    if any(not _goes_on_plainly(written[index], len(short.tokens)) for index in longer):
        return []
    first = {place.article_id: min(_starts(short, place.article_id)) for place in short.places}
    both = [
        (min(_starts(written[index], article)), start)
        for index in longer
        for article, start in first.items()
        if article in written[index].articles
    ]
    return longer if both and all(full < start for full, start in both) else []


def _goes_on_plainly(full: Spelling, length: int) -> bool:
    counted = background(primary(full.language))
    return full.label == "ORG" and all(
        counted.df(key(word, full.language)) >= _KNOWN_WORD and word not in PUBLIC | _APART
        for word in full.tokens[length:]
    )


_KNOWN_WORD = 5
"""Texts of the background that have a word from which on it is no invented one."""
_APART = frozenset(
    {"foundation", "research", "movement", "youth", "supporters", "fans", "workers", "employees", "news"}
)
"""What belongs to a body and is one of its own."""


def _starts(spelling: Spelling, article: str) -> list[int]:
    return [place.start for place in spelling.places if place.article_id == article]


def _heads_alone(short: Spelling, written: Sequence[Spelling]) -> list[int]:
    """The names that end in a noun for bodies that stands alone with a capital: the Alliance for the Civic Alliance."""
    code = primary(short.language)
    if short.label != "ORG" or short.folded in _NATIONAL or heads(code).last.get(short.folded) != "ORG":
        return []
    full = [index for index, one in enumerate(written) if len(one.tokens) > 1 and one.tokens[-1] == short.folded]
    return full if all(short.articles <= written[index].articles for index in full) else []


_NATIONAL = frozenset({"parliament", "congress", "senate", "police", "army", "cabinet", "court", "guard", "united"})
"""What every country or town has one of."""


def _is_without_feature(short: Spelling, full: Spelling) -> bool:
    """Whether an Arabic name of a river or the like is, without that noun, another language's name."""
    if (
        short.label != "LOC"
        or len(short.tokens) != 1
        or primary(full.language) != "ar"
        or primary(short.language) == "ar"
    ):
        return False
    noun, *rest = full.surface.split()
    return len(rest) == 1 and fold(noun) in construct()["feature"] and same_name(rest[0], short.surface) >= _SAME
