"""An article without what stands around it: stamps, bylines, credits, captions, pointers elsewhere.

Furniture stands in its place: a byline above or below the article, a credit at its end. In the middle only lines go
that can be nothing else. Agency datelines ("CITY (Agency) – …") stay: they are part of their sentence, and say where it
is from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from generator.clean.phrases import folded
from generator.clean.signs import Sign, filler, names, signs

_TOP: Final = 8
_BOTTOM: Final = 8
_TITLE_WITHIN: Final = 5
_SIGNED_WITHIN: Final = 4
_TWICE: Final = 2
_SHORTEST_CAPTION: Final = 25
_SHORTEST_REPEATED: Final = 60
"""Characters from which a paragraph is not said twice by chance: answers in an interview are."""
_CAPTION: Final = 300
"""Characters of the longest paragraph that, printed twice in a row, is the caption and the description of a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an article's metadata says, and its page may repeat."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """The article's own paragraphs, and what the furniture told: who wrote it, for whom, and the page's date."""

    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    stamp: datetime | None = None


def strip(paragraphs: Sequence[str], known: Known, *, now: datetime) -> Stripped:
    """The paragraphs that are the article's own, and what the others tell."""
    outside = len(paragraphs) - _BOTTOM
    found = {
        place: signs(line, now) if place < _TOP or place >= outside else filler(line)
        for place, line in enumerate(paragraphs)
    }
    for place in range(min(_SIGNED_WITHIN, len(paragraphs))):
        found[place] = found[place] or _signature(place, paragraphs, found, known)
    furniture = {place for place, line_signs in found.items() if any(sign.kind != "role" for sign in line_signs)}
    furniture |= {place for place in found if _is_beside_byline(place, found, furniture)}
    furniture |= _repeated(paragraphs, known) | _captions(paragraphs)
    told = [sign for place in sorted(furniture) for sign in found[place]]
    return Stripped(
        paragraphs=tuple(line for place, line in enumerate(paragraphs) if place not in furniture),
        authors=tuple(dict.fromkeys(name for sign in told if sign.kind == "byline" for name in sign.names)),
        outlet=next((sign.outlet for sign in told if sign.outlet), None),
        stamp=next((sign.date for sign in told if sign.kind == "stamp" and sign.date), None),
    )


def _is_beside_byline(place: int, found: dict[int, tuple[Sign, ...]], furniture: set[int]) -> bool:
    """Whether a line is a role ("Staff Writer, Outlet") next to a byline; by itself it may be anything."""
    if not found[place] or not all(sign.kind == "role" for sign in found[place]):
        return False
    beside = [sign for other in (place - 1, place + 1) if other in furniture for sign in found[other]]
    return any(sign.kind == "byline" for sign in beside)


def _signature(
    place: int, paragraphs: Sequence[str], found: dict[int, tuple[Sign, ...]], known: Known
) -> tuple[Sign, ...]:
    """A line of nothing but full names above a role, a date stamp or the outlet: who wrote the article.

    Only in scripts with capitals, where names can be told from other words, and never where the title may stand.
    """
    people = names(paragraphs[place])
    below = place + 1
    if not people or below >= len(paragraphs) or (place == 0 and known.title is None):
        return ()
    if not all(word[0].isupper() for name in people for word in name.split()[:1]):
        return ()
    is_signed = any(sign.kind in {"role", "stamp"} for sign in found[below])
    is_outlet = known.outlet is not None and folded(paragraphs[below]) == folded(known.outlet)
    return (Sign(kind="byline", names=people),) if is_signed or is_outlet else ()


def _repeated(paragraphs: Sequence[str], known: Known) -> set[int]:
    """Lines at the top that repeat the title, and lines at either end that only name the outlet or an author."""
    ends = {*range(_TITLE_WITHIN), *range(len(paragraphs) - _TITLE_WITHIN, len(paragraphs))}
    signed = {folded(name) for name in (known.outlet, *known.authors) if name}
    title = folded(known.title) if known.title else None
    return {
        place
        for place, line in enumerate(paragraphs)
        if place in ends and (folded(line) in signed or (folded(line) == title and place < _TITLE_WITHIN))
    }


def _captions(paragraphs: Sequence[str]) -> set[int]:
    """Both places of a short paragraph printed twice in a row, and all but the first of any other repetition."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(paragraphs):
        places.setdefault(line, []).append(place)
    repeated: set[int] = set()
    for line, found in places.items():
        is_pair = len(found) == _TWICE and found[1] == found[0] + 1
        if is_pair and _SHORTEST_CAPTION <= len(line) <= _CAPTION:
            repeated.update(found)
        elif len(line) >= _SHORTEST_REPEATED:
            repeated.update(found[1:])
    return repeated
