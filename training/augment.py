"""Copies of documents with other names in them, or in headline capitals, so that the model learns contexts."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Span

from training.name_lists import SWAP_RESIDENTS, cities, countries, people

Words = tuple[str, ...]
LOC_SHARE = 0.6
ORG_SHARE = 0.5
CITY_SHARE = 0.7
CASES: tuple[Callable[[str], str], ...] = (str.upper, str.upper, str.title, str.lower)
KEEP_IN_TITLE_CASE = frozenset(["'s", "’s", "n't", "n’t"])


def recased(doc: Doc, chance: random.Random) -> Doc:
    """The document in capitals, title case or lower case, with the same entities."""
    change = chance.choice(CASES)
    words = [t.text if change is str.title and t.text in KEEP_IN_TITLE_CASE else change(t.text) for t in doc]
    words = [new if len(new) == len(t.text) else t.text for new, t in zip(words, doc, strict=True)]
    copy = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], sent_starts=_starts(doc))
    copy.ents = [Span(copy, e.start, e.end, e.label_) for e in doc.ents]
    return copy


@dataclass(frozen=True, slots=True)
class Stock:
    """Names to swap in."""

    people: tuple[Words, ...]
    cities: tuple[Words, ...]
    countries: tuple[Words, ...]
    organisations: tuple[Words, ...]


def english_stock(data: Path, docs: Sequence[Doc]) -> Stock:
    """People, cities and countries from the lists, and the organisations that the documents name themselves."""
    lands = (tuple(name.split()) for name in countries("en").values() if "&" not in name)
    return Stock(
        people=tuple(name for name in people(data) if len(name) <= 3),
        cities=tuple(tuple(city.name.split()) for city in cities(SWAP_RESIDENTS)),
        countries=tuple(sorted({n for n in lands if len(n) <= 3 and n[0][0].isupper()})),
        organisations=_organisations(docs),
    )


def _organisations(docs: Sequence[Doc]) -> tuple[Words, ...]:
    return tuple(tuple(t.text for t in e) for d in docs for e in d.ents if e.label_ == "ORG")


@dataclass(slots=True)
class _Swapper:
    """Chooses new names for one document, the same new name for the same old one."""

    names: Stock
    chance: random.Random
    chosen: dict[str, Words] = field(default_factory=dict)

    def introduce(self, doc: Doc) -> None:
        """Gives each full personal name a new one, and its first and last word the new first and last word."""
        for entity in doc.ents:
            if entity.label_ == "PER" and len(entity) > 1:
                new = self.chance.choice(self.names.people)
                self.chosen[entity.text] = new
                self.chosen[entity[-1].text] = new[-1:]
                self.chosen[entity[0].text] = new[:1]

    def replacement(self, entity: Span) -> Words:
        """The words to put in the entity's place: a new name, or its own words."""
        new = self.chosen.get(entity.text) if entity.label_ in ("PER", "LOC") else None
        if new is None:
            new = self._draw(entity)
            self.chosen[entity.text] = new
        return new

    def _draw(self, entity: Span) -> Words:
        roll = self.chance.random()
        if entity.label_ == "PER":
            name = self.chance.choice(self.names.people)
            return name[-1:] if len(entity) == 1 else name
        if entity.label_ == "LOC" and roll < LOC_SHARE:
            return self.chance.choice(self.names.cities if self.chance.random() < CITY_SHARE else self.names.countries)
        if entity.label_ == "ORG" and roll < ORG_SHARE:
            return self.chance.choice(self.names.organisations)
        return tuple(token.text for token in entity)


def swapped(doc: Doc, names: Stock, chance: random.Random) -> Doc:
    """The document with most of its names replaced by others of the same kind."""
    swapper = _Swapper(names, chance)
    swapper.introduce(doc)
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    spans: list[tuple[int, int, str]] = []
    position = 0
    for entity in [*doc.ents, doc[len(doc) :]]:
        before = doc[position : entity.start]
        words += [t.text for t in before]
        spaces += [bool(t.whitespace_) for t in before]
        starts += [bool(t.is_sent_start) for t in before]
        if not len(entity):
            break
        new = swapper.replacement(entity)
        spans.append((len(words), len(words) + len(new), entity.label_))
        words += new
        spaces += [True] * (len(new) - 1) + [bool(entity[-1].whitespace_)]
        starts += [bool(entity[0].is_sent_start)] + [False] * (len(new) - 1)
        position = entity.end
    copy = Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)
    copy.ents = [Span(copy, start, end, label) for start, end, label in spans]
    return copy


def _starts(doc: Doc) -> list[bool | int | None]:
    return [bool(token.is_sent_start) for token in doc]
