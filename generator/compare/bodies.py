"""Bodies that articles call by a common noun: "the army" for a named one, "his office" for somebody's.

Both are resolved within an article: to the one body of that kind that it names, to the person named last before.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from generator.compare.heads import heads
from generator.compare.naming import forms_of, identity
from generator.ids import content_id
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.names import same_name
from generator.model import Alias, Article, Entity, Evidence

_OFTEN = 2
"""Times that an office must be mentioned in a story to be shown as a body of its own."""
_SAME = 0.9
_NEAR = 24
"""Characters beside a name that hold the next word or two."""
_ENGLISH = "en"


def with_common_nouns(entities: Sequence[Entity], articles: Sequence[Article]) -> tuple[Entity, ...]:
    """The entities, each body with the places where its article calls it by its noun alone.

    A noun of which the article names two bodies stands for neither, nor does one that comes before the name.
    """
    texts = {article.id: article for article in articles}
    nouns = [_nouns(entity, texts) for entity in entities]
    found: dict[int, set[Evidence]] = {}
    for article in articles:
        if primary(article.language) != _ENGLISH:
            continue
        first = _first_named(entities, nouns, article.id)
        for start, end, noun in _stand_ins(article.text, sorted(first)):
            place, owner = first[noun]
            if owner is not None and place < start:
                found.setdefault(owner, set()).add(Evidence(article_id=article.id, start=start, end=end))
    return tuple(_with(entity, found.get(number, set()), texts) for number, entity in enumerate(entities))


def _first_named(
    entities: Sequence[Entity], nouns: Sequence[frozenset[str]], article: str
) -> dict[str, tuple[int, int | None]]:
    """For each noun where the one body that it may stand for is first named in the article; None for two bodies."""
    found: dict[str, tuple[int, int | None]] = {}
    for number, entity in enumerate(entities):
        starts = [mention.start for mention in entity.mentions if mention.article_id == article]
        for noun in nouns[number] if starts else ():
            found[noun] = (min(starts), number) if noun not in found else (0, None)
    return found


def _nouns(entity: Entity, texts: Mapping[str, Article]) -> frozenset[str]:
    """What a body may be called: the head of one of its spellings, also of those that are listed for it elsewhere."""
    if entity.label != "ORG" or not entity.named:
        return frozenset()
    surfaces = {_surface(alias.evidence, texts) for alias in entity.aliases}
    listed = {name for surface in surfaces for name in forms_of(identity(surface))}
    return frozenset(noun for surface in surfaces | listed for noun in [_noun(surface)] if noun is not None)


def _noun(surface: str) -> str | None:
    words = fold(surface).split()
    table = heads(_ENGLISH)
    if len(words) < _OFTEN:
        return None
    if table.last.get(words[-1]) == "ORG" and words[-1] not in _NO_NOUNS:
        return words[-1]
    return words[0] if f"{words[0]} of" in table.first else None


_NO_NOUNS = frozenset(
    {"united", "news", "list", "post", "times", "rovers", "inc", "ltd", "corp", "plc", "llc", "state"}
)
"""Ends of names that nobody calls the body by."""


def _stand_ins(text: str, nouns: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where a noun stands with the article and qualifies nothing else."""
    if not nouns:
        return
    for one in re.finditer(rf"(?<!\w)[Tt]he ({'|'.join(map(re.escape, nouns))})(?![\w’'-])", text):
        if not re.match(r" (?:of|for)\b|-", text[one.end() :]):
            yield one.start(), one.end(), one[1]


def _with(entity: Entity, places: set[Evidence], texts: Mapping[str, Article]) -> Entity:
    free = {
        place
        for place in places
        if not any(
            m.article_id == place.article_id and m.start < place.end and place.start < m.end for m in entity.mentions
        )
    }
    order = {article: number for number, article in enumerate(texts)}
    mentions = sorted((*entity.mentions, *free), key=lambda one: (order[one.article_id], one.start, one.end))
    return replace(entity, mentions=tuple(mentions)) if free else entity


def _surface(evidence: Evidence, texts: Mapping[str, Article]) -> str:
    return texts[evidence.article_id].text[evidence.start : evidence.end]


# --- offices ----------------------------------------------------------------------------------------------


class _Office(NamedTuple):
    """Where somebody's office stands, whose it is, and whether the owner is named there."""

    place: Evidence
    owner: str
    named: bool


def with_offices(entities: Sequence[Entity], articles: Sequence[Article]) -> tuple[Entity, ...]:
    """The entities and people's offices ("his office", "مكتب ليبرمان"), each of them one body of its own."""
    texts = {article.id: article for article in articles}
    people = [entity for entity in entities if entity.label == "PER" and entity.named]
    found: dict[str, list[_Office]] = {}
    for article in articles:
        for office in _offices(article, people, texts):
            found.setdefault(office.owner, []).append(office)
    kept = {owner: offices for owner, offices in found.items() if len(offices) >= _OFTEN}
    taken = {office.place for offices in kept.values() for office in offices}
    rest = tuple(entity for entity in entities if entity.label != "ORG" or not set(entity.mentions) <= taken)
    return (*rest, *(_office(owner, offices, texts) for owner, offices in sorted(kept.items())))


def _offices(article: Article, people: Sequence[Entity], texts: Mapping[str, Article]) -> Iterator[_Office]:
    table = _table(primary(article.language))
    nouns, own = ("|".join(map(re.escape, table.get(key, ()))) for key in ("noun", "own"))
    named = sorted((mention.start, mention.end, one.id) for one in people for mention in one.mentions
                   if mention.article_id == article.id)  # fmt: skip
    for start, end in _owned(article, nouns, own):
        before = [owner for place, _, owner in named if place < start]
        if before:
            yield _Office(Evidence(article_id=article.id, start=start, end=end), before[-1], named=False)
    for start, end, name in _with_owner(article, nouns):
        owner = next((one.id for one in people if _is_called(one, name, texts)), None)
        if owner is not None:
            yield _Office(Evidence(article_id=article.id, start=start, end=end), owner, named=True)


def _owned(article: Article, nouns: str, own: str) -> Iterator[tuple[int, int]]:
    """Where an office stands with a pronoun for its owner, written before it or, in Arabic, at its end."""
    if own:
        pattern = rf"(?<!\w)[وفبل]?({own})(?!\w)" if _is_arabic(article) else rf"(?<!\w)((?:{own}) (?:{nouns}))(?!\w)"
        yield from (match.span(1) for match in re.finditer(pattern, article.text, re.IGNORECASE))


def _with_owner(article: Article, nouns: str) -> Iterator[tuple[int, int, str]]:
    """Where an office stands beside a name that may be its owner's, and that name."""
    if not nouns:
        return
    if _is_arabic(article):
        pattern = rf"(?<!\w)[وفبل]?((?:{nouns}) (\w+))"
    else:
        pattern = rf"(?<![\w’'-])(([A-Z][\w-]+)['’]s? (?:{nouns}))(?!\w)"
    yield from ((*match.span(1), match[2]) for match in re.finditer(pattern, article.text))


def _is_arabic(article: Article) -> bool:
    return primary(article.language) == "ar"


def _is_called(person: Entity, name: str, texts: Mapping[str, Article]) -> bool:
    surfaces = {_surface(alias.evidence, texts) for alias in person.aliases}
    return any(same_name(surface.split()[-1], name) >= _SAME for surface in surfaces)


def _office(owner: str, found: Sequence[_Office], texts: Mapping[str, Article]) -> Entity:
    order = {article: number for number, article in enumerate(texts)}
    places = sorted({office.place for office in found}, key=lambda one: (order[one.article_id], one.start))
    name = min(found, key=lambda office: (not office.named, office.place)).place
    spelled = {_surface(place, texts): place for place in reversed(places)}
    return Entity(
        id=content_id("office", owner),
        label="ORG",
        name=name,
        aliases=tuple(Alias(language=texts[p.article_id].language, evidence=p) for p in sorted(spelled.values())),
        mentions=tuple(places),
    )


@lru_cache(maxsize=64)
def _table(code: str) -> Mapping[str, Sequence[str]]:
    data = tomllib.loads((files(__package__) / "data" / "shared" / "heads.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Sequence[str]] = data.get(code, {}).get("office", {})
    return found
