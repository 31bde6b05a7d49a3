"""Joins the parts of a story page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.model import Article, Digest, NearMiss, Reason, ReasonKind
from generator.render.excerpts import Excerpts
from generator.render.passages import Desk, Extract, Field, Passage, Source, title
from generator.render.story.coverage import DayOfMoments, FactView, by_day, fact_view, moment_views
from generator.render.story.differences import DifferenceView, difference_view
from generator.render.story.people import EntityView, entity_views
from generator.render.story.quotes import Person, UtteranceView, Voice, people_of, utterance_view, voices
from generator.render.story.sources import ArticleView, article_view
from generator.render.story.wordings import contrasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A story's title: a passage, an article's own title, or an editor's words. Exactly one of them is there."""

    passage: Passage | None = None
    field: Field | None = None
    editor: str | None = None
    open: bool = False
    """Whether the sentence that the passage is from goes on."""

    @property
    def text(self) -> str:
        """The words."""
        shown = self.passage or self.field
        return shown.text if shown else self.editor or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """One ground for grouping the articles."""

    kind: ReasonKind
    sources: tuple[Source, ...]
    amount: float | None
    weight: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another story about the same people or places."""

    page: str
    heading: Heading
    shared: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """Everything a story page shows."""

    id: str
    slug: str
    heading: Heading
    sources: tuple[Source, ...]
    languages: tuple[str, ...]
    first: datetime | None
    last: datetime | None
    one_day: bool
    undated: int
    edits: tuple[str, ...]
    brief: tuple[Extract, ...]
    differences: tuple[DifferenceView, ...]
    utterances: tuple[UtteranceView, ...]
    speakers: tuple[tuple[Person | None, int], ...]
    agreed: tuple[FactView, ...]
    alone: tuple[tuple[Source, tuple[FactView, ...]], ...]
    facts: tuple[FactView, ...]
    unshown: int
    """Statements for which the limit for quoting leaves no words."""
    entities: tuple[EntityView, ...]
    timeline: tuple[DayOfMoments, ...]
    voices: tuple[Voice, ...]
    articles: tuple[ArticleView, ...]
    reasons: tuple[ReasonView, ...]
    near_misses: tuple[NearMiss, ...]


def story_view(digest: Digest, excerpts: Excerpts, pages: Mapping[str, str], language: str) -> StoryView:
    """Return what a story page shows.

    Args:
        digest: the story.
        excerpts: how much of its articles is shown.
        pages: the pages there are about entities, by id.
        language: the reader's, in which names are shown first.
    """
    story, comparison = digest.comparison.story, digest.comparison
    articles = [member.article for member in story.members]
    ids = [article.id for article in articles]
    desk = Desk({article.id: article for article in articles}, excerpts)
    sources = desk.sources(ids)
    people = people_of(comparison.entities, desk, pages, language)
    facts = tuple(fact_view(fact, desk, sources) for fact in digest.facts)
    marks = contrasts(digest.utterances, desk)
    utterances = tuple(utterance_view(one, desk, people, ids, marks) for one in digest.utterances)
    utterances = tuple(view for view in utterances if view.wordings)
    timeline = moment_views(comparison.timeline, desk)
    shown = tuple(fact for fact in facts if fact.passage is not None)
    dates = sorted(article.published for article in articles if article.published is not None)
    return StoryView(
        id=story.id,
        slug=story.slug,
        heading=heading(digest, desk),
        sources=sources,
        languages=tuple(sorted({article.language for article in articles})),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        one_day=bool(dates) and dates[0].astimezone(UTC).date() == dates[-1].astimezone(UTC).date(),
        undated=len(articles) - len(dates),
        edits=story.editor,
        brief=tuple(Extract(passage=p, source=desk.source(p.article)) for p in desk.passages(digest.summary)),
        differences=tuple(difference_view(difference, desk) for difference in digest.differences),
        utterances=utterances,
        speakers=_speakers(utterances),
        agreed=tuple(fact for fact in shown if fact.status == "all" and len(sources) > 1),
        alone=_alone(shown, sources),
        facts=shown,
        unshown=len(facts) - len(shown),
        entities=entity_views(comparison.entities, desk, people, sources),
        timeline=by_day(moment for moment in timeline if moment.passage is not None),
        voices=tuple(voices(comparison.quotes, desk, people, sources)),
        articles=tuple(article_view(article, desk, excerpts, comparison.facts) for article in articles),
        reasons=tuple(_reason(reason, desk) for reason in story.reasons),
        near_misses=story.near_misses,
    )


def heading(digest: Digest, desk: Desk) -> Heading:
    """Return a story's title and where it comes from."""
    editor = digest.comparison.story.title
    if editor is not None:
        return Heading(editor=editor)
    evidence = digest.title
    passage = desk.passage(evidence) if evidence is not None else None
    if passage is not None:
        text = desk.article(passage.article).text
        return Heading(passage=passage, open=passage.cut_after or text[passage.end : passage.end + 1].isspace())
    return Heading(field=_own_title(desk.article(digest.title_article)))


def _own_title(article: Article) -> Field:
    return title(article) or Field(article=article.id, name="origin", text=article.origin.where, direction="ltr")


def _speakers(utterances: tuple[UtteranceView, ...]) -> tuple[tuple[Person | None, int], ...]:
    counts: dict[str, tuple[Person | None, int]] = {}
    for utterance in utterances:
        key = utterance.speaker.id if utterance.speaker else ""
        counts[key] = (utterance.speaker, counts.get(key, (None, 0))[1] + 1)
    return tuple(sorted(counts.values(), key=lambda found: (found[0] is None, -found[1])))


def _alone(facts: tuple[FactView, ...], sources: tuple[Source, ...]) -> tuple[tuple[Source, tuple[FactView, ...]], ...]:
    by_source = [
        (source, tuple(f for f in facts if f.status == "one" and f.sources[0].key == source.key)) for source in sources
    ]
    return tuple((source, found) for source, found in by_source if found) if len(sources) > 1 else ()


def _reason(reason: Reason, desk: Desk) -> ReasonView:
    return ReasonView(
        kind=reason.kind,
        sources=desk.sources(reason.articles),
        amount=reason.amount,
        weight=reason.weight,
        passages=desk.passages(reason.evidence),
    )
