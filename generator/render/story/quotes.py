"""The groups of "what they said": one utterance in every outlet's wording, and who does not print it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.export import rendering_evidence
from generator.model import Entity, QuoteKind, Rendering, Span, SpeakerKind, Utterance
from generator.render.passages import Desk, Passage, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks or is spoken of: a name for the reader, and the page about them if there is one."""

    id: str
    name: Passage
    page: str | None
    given: str | None = None
    """A name that an editor chose, shown instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One outlet's wording, with its own words of attribution."""

    anchor: str
    source: Source
    kind: QuoteKind
    parts: tuple[Passage, ...]
    speaker: Passage | None
    speaker_kind: SpeakerKind | None
    cue: Passage | None
    via: Passage | None
    repaired: bool
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceView:
    """One thing somebody said."""

    anchor: str
    speaker: Person | None
    wordings: tuple[Wording, ...]
    absent: tuple[Source, ...]
    languages: tuple[str, ...]

    @property
    def shared(self) -> bool:
        """Whether more than one source has it."""
        return len({wording.source.key for wording in self.wordings}) > 1

    @property
    def named(self) -> bool:
        """Whether some source says who speaks, be it only "she" or "a resident"."""
        return any(wording.speaker is not None for wording in self.wordings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How often each source quotes somebody, word for word and in its own words."""

    speaker: Person | None
    direct: tuple[int, ...]
    indirect: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.direct) + sum(self.indirect)


Marks = Mapping[tuple[str, int], tuple[Span, ...]]
"""The words to point out in a wording, by the quote's id and the start of the span."""


def utterance_view(
    utterance: Utterance, desk: Desk, people: Mapping[str, Person], members: Iterable[str], marks: Marks
) -> UtteranceView:
    """Return one utterance as its group shows it; `members` are the story's articles, in order."""
    wordings = tuple(w for r in utterance.renderings if (w := wording(r, desk, marks)) is not None)
    present = {desk.source(rendering.article_id).key for rendering in utterance.renderings}
    return UtteranceView(
        anchor=f"u-{utterance.id[:8]}",
        speaker=people.get(utterance.speaker or ""),
        wordings=wordings,
        absent=tuple(source for source in desk.sources(members) if source.key not in present),
        languages=tuple(sorted({wording.source.language for wording in wordings})),
    )


def wording(rendering: Rendering, desk: Desk, marks: Marks) -> Wording | None:
    """Return one outlet's wording; None where nothing of it may be shown."""
    quote, article_id = rendering.quote, rendering.article_id
    parts = [desk.passage(e, marks.get((rendering.id, e.start), ())) for e in rendering_evidence(rendering)]
    shown = tuple(part for part in parts if part is not None)
    if not shown:
        return None
    speaker = quote.speaker
    return Wording(
        anchor=f"q-{rendering.id[:8]}-{shown[0].start}",
        source=desk.source(article_id),
        kind=quote.kind,
        parts=shown,
        speaker=desk.name(article_id, Span(start=speaker.start, end=speaker.end) if speaker else None),
        speaker_kind=speaker.kind if speaker else None,
        cue=desk.name(article_id, quote.cue),
        via=desk.name(article_id, quote.via),
        repaired=quote.repaired,
        whole=rendering.whole,
    )


def people_of(entities: Iterable[Entity], desk: Desk, pages: Mapping[str, str], language: str) -> dict[str, Person]:
    """Return everybody in a story by id, with the pages there are about them; names in `language` where it has one."""
    found = {}
    for entity in entities:
        name = name_in(entity, desk, language)
        if name is not None:
            page = pages.get(entity.id)
            found[entity.id] = Person(id=entity.id, name=name, page=page, given=entity.editor_name)
    return found


def name_in(entity: Entity, desk: Desk, language: str) -> Passage | None:
    """Return the fullest name that a language has for an entity, else its fullest name."""
    own = [alias.evidence for alias in entity.aliases if alias.language == language]
    if desk.article(entity.name.article_id).language == language:
        name = desk.passage(entity.name)
    else:
        name = desk.passage(max(own, key=lambda alias: (alias.end - alias.start, alias), default=entity.name))
    return name if name is None or not name.text.isupper() else _quietly(name, desk.passages(entity.mentions))


def _quietly(name: Passage, forms: Iterable[Passage]) -> Passage:
    """Return a name that a dateline writes in capitals as it stands elsewhere, where it does."""
    return next((form for form in forms if form.text.istitle() and form.text.upper() == name.text), name)


def voices(
    quotes: Iterable[Rendering], desk: Desk, people: Mapping[str, Person], sources: tuple[Source, ...]
) -> list[Voice]:
    """Return who gets quoted how often by which source, the most quoted first."""
    counts: dict[str, tuple[Counter[str], Counter[str]]] = defaultdict(lambda: (Counter(), Counter()))
    for rendering in quotes:
        who = rendering.speaker if rendering.speaker in people else ""
        counts[who or ""][rendering.quote.kind == "indirect"][desk.source(rendering.article_id).key] += 1
    found = [
        Voice(
            speaker=people.get(who),
            direct=tuple(direct[source.key] for source in sources),
            indirect=tuple(indirect[source.key] for source in sources),
        )
        for who, (direct, indirect) in sorted(counts.items())
    ]
    return sorted(found, key=lambda voice: (voice.speaker is None, -voice.total))
