"""Pages about people, organisations and places: their names, what they say, what is said about them, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, get_args

from generator.model import Entity, Evidence, Label
from generator.render.charts import DayChart, day_chart
from generator.render.lists import Said, by_story, utterances
from generator.render.newsroom import Told, entity_page
from generator.render.passages import Passage, Source
from generator.render.story.quotes import Person, UtteranceView, Wording, name_in, wording

MOST_ABOUT: Final = 20
MOST_COMPANY: Final = 12
_KINDS: Final[tuple[Label, ...]] = get_args(Label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one source names an entity: each form and how often."""

    source: Source
    forms: tuple[tuple[Passage, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A quote by somebody else that names the entity."""

    told: Told
    wording: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """Everything the page of one entity shows."""

    id: str
    page: str
    label: Label
    name: Passage
    names: tuple[tuple[str, tuple[Passage, ...]], ...]
    mentions: int
    stories: tuple[Told, ...]
    by: tuple[tuple[Told, tuple[UtteranceView, ...]], ...]
    about: tuple[About, ...]
    naming: tuple[Naming, ...]
    company: tuple[tuple[Person, int], ...]
    chart: DayChart
    given: str | None = None
    """A name that an editor chose, shown instead."""
    romanised: str | None = None
    """Latin letters for a name that no source writes in them."""

    @property
    def elsewhere(self) -> tuple[Passage, ...]:
        """The first form of the name in every other language that writes it in another script."""
        own = self.name.text.isascii()
        return tuple(forms[0] for _, forms in self.names if forms[0].text.isascii() != own)

    @property
    def statements(self) -> int:
        """How many utterances are theirs."""
        return sum(len(found) for _, found in self.by)


Seen = Sequence[tuple[Told, Entity]]


def entity_pages(told: Sequence[Told], ids: Iterable[str], language: str) -> tuple[EntityPage, ...]:
    """Return the pages of the entities `ids`, the most named first, with their names in `language` where it has one."""
    seen: dict[str, list[tuple[Told, Entity]]] = defaultdict(list)
    for one in told:
        for entity in one.digest.comparison.entities:
            seen[entity.id].append((one, entity))
    said = defaultdict(list)
    for statement in utterances(told):
        if statement.utterance.speaker is not None:
            said[statement.utterance.speaker.id].append(statement)
    pages = [_page(entity, seen[entity], said[entity], language) for entity in ids if seen[entity]]
    return tuple(sorted((page for page in pages if page is not None), key=lambda page: (-page.mentions, page.id)))


def in_order_of_kind(pages: Iterable[EntityPage]) -> tuple[EntityPage, ...]:
    """Return pages sorted by what they are about: people, organisations, places, other names."""
    return tuple(sorted(pages, key=lambda page: _KINDS.index(page.label)))


def kinds(pages: Iterable[EntityPage]) -> tuple[tuple[Label, tuple[EntityPage, ...]], ...]:
    """Return pages that are sorted by kind as groups, one for each kind."""
    return tuple((label, tuple(group)) for label, group in groupby(pages, key=lambda page: page.label))


def _page(entity_id: str, seen: Seen, said: list[Said], language: str) -> EntityPage | None:
    most = sorted(seen, key=lambda pair: (-len(pair[1].mentions), pair[0].view.id))
    names = [name for one, entity in most if (name := name_in(entity, one.desk, language)) is not None]
    name = next((name for name in names if name.language == language), names[0] if names else None)
    entity = most[0][1]
    if name is None:
        return None
    return EntityPage(
        id=entity_id,
        page=entity_page(entity_id),
        label=entity.label,
        name=name,
        names=_names(seen),
        mentions=sum(len(entity.mentions) for _, entity in seen),
        stories=tuple(one for one, _ in seen),
        by=by_story(said),
        about=_about(seen, entity_id)[:MOST_ABOUT],
        naming=_naming(seen),
        company=_company(seen, entity_id)[:MOST_COMPANY],
        chart=day_chart(date for one, _ in seen if (date := one.view.last) is not None),
        given=entity.editor_name,
        romanised=entity.romanised if all(found.romanised for _, found in seen) else None,
    )


def _names(seen: Seen) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    found: dict[str, dict[str, Passage]] = defaultdict(dict)
    for one, entity in seen:
        for alias in entity.aliases:
            passage = one.desk.passage(alias.evidence)
            if passage is not None:
                found[alias.language].setdefault(passage.text.casefold(), passage)
    return tuple((language, tuple(forms.values())) for language, forms in sorted(found.items()))


def _about(seen: Seen, entity_id: str) -> tuple[About, ...]:
    found = []
    for one, entity in seen:
        places = [(m.article_id, m.start, m.end) for m in entity.mentions]
        for quote in one.digest.comparison.quotes:
            inside = any(
                article == quote.article_id and span.start <= start and end <= span.end
                for article, start, end in places
                for span in quote.quote.spans
            )
            view = wording(quote, one.desk, {}) if inside and quote.speaker != entity_id else None
            if view is not None:
                found.append(About(told=one, wording=view))
    return tuple(found)


def _naming(seen: Seen) -> tuple[Naming, ...]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sources: dict[str, Source] = {}
    forms: dict[tuple[str, str], Passage] = {}
    for one, entity in seen:
        for mention in entity.mentions:
            form = _form(one, mention)
            if form is not None:
                source = one.desk.source(mention.article_id)
                sources.setdefault(source.key, source)
                counts[source.key][form.text] += 1
                forms.setdefault((source.key, form.text), form)
    return tuple(
        Naming(
            source=sources[key],
            forms=tuple((forms[key, text], n) for text, n in sorted(counts[key].items(), key=lambda c: (-c[1], c[0]))),
        )
        for key in sorted(counts)
    )


def _form(told: Told, mention: Evidence) -> Passage | None:
    return told.desk.passage(mention)


def _company(seen: Seen, entity_id: str) -> tuple[tuple[Person, int], ...]:
    counts: Counter[str] = Counter()
    people: dict[str, Person] = {}
    for one, _ in seen:
        for view in one.view.entities:
            if view.person.id != entity_id and view.person.page is not None:
                counts[view.person.id] += 1
                people.setdefault(view.person.id, view.person)
    return tuple((people[who], counts[who]) for who in sorted(counts, key=lambda who: (-counts[who], who)))
