"""Names and their short forms: a body without its kind, a person by an initial, a river without "river"."""

from collections.abc import Iterator, Sequence

from generator.compare.arabic import construct
from generator.compare.constructs import short_form
from generator.compare.hints import hints
from generator.compare.kinds import heads
from generator.compare.naming import Spelling
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.names import same_name

_SAME = 0.84
_PERSON_WORDS = 2


def short_forms(written: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Pairs of spellings of which one is the other's short form, if it can be that of no other name."""
    for index, short in enumerate(written):
        full = [place for place, other in enumerate(written) if place != index and _is_short(short, other)]
        if len({written[place].folded for place in full}) == 1:
            yield index, full[0]


def _is_short(short: Spelling, full: Spelling) -> bool:
    if short.label != full.label or len(full.tokens) < _PERSON_WORDS:
        return False
    if short.label == "PER":
        return _is_initialled(short, full)
    if len(short.tokens) != 1:
        return _is_called(short, full)
    return _is_called(short, full) or _is_without_head(short, full) or _is_without_feature(short, full)


def _is_initialled(short: Spelling, full: Spelling) -> bool:
    """Whether one is the other with an initial for the given name: "T. Krantwell"."""
    if len(short.tokens) != _PERSON_WORDS or len(short.tokens[0].rstrip(".")) != 1:
        return False
    return short.tokens[-1] == full.tokens[-1] and full.tokens[0][0] == short.tokens[0][0] != full.tokens[0]


def _is_called(short: Spelling, full: Spelling) -> bool:
    """Whether an Arabic body is called by its name without its kind."""
    called = short_form(full.surface)
    return short.label == "ORG" and called is not None and fold(called) == short.folded


def _is_without_head(short: Spelling, full: Spelling) -> bool:
    """Whether one is a body's first word, all others being nouns for bodies: Solvane for Solvane Airways."""
    if short.label != "ORG" or short.tokens[0] != full.tokens[0] or short.capitals:
        return False
    code = primary(full.language)
    return all(
        heads(code).last.get(word) == "ORG" or "ORG" in hints(code).heads.get(word, ()) for word in full.tokens[1:]
    )


def _is_without_feature(short: Spelling, full: Spelling) -> bool:
    """Whether an Arabic name of a river or the like is, without that noun, another language's name."""
    if short.label != "LOC" or primary(full.language) != "ar" or primary(short.language) == "ar":
        return False
    noun, *rest = full.surface.split()
    return len(rest) == 1 and fold(noun) in construct()["feature"] and same_name(rest[0], short.surface) >= _SAME
