"""What of a comparison is shown, in which order: the title, the extracts in brief, the rows."""

from collections.abc import Mapping, Sequence

from generator.digest.brief import brief
from generator.digest.settings import DigestSettings
from generator.digest.titles import title, title_article
from generator.model import Article, Comparison, Difference, Digest, Fact, Utterance

__all__ = ["DigestSettings", "digest"]


def digest(comparison: Comparison, *, settings: DigestSettings) -> Digest:
    """Return what is shown of one story; a pure function of the comparison and the settings."""
    articles = {analysis.article.id: analysis.article for analysis in comparison.story.members}
    chosen = title_article(comparison, articles, settings)
    return Digest(
        comparison=comparison,
        title=title(comparison.story, chosen),
        title_article=chosen,
        summary=brief(comparison, settings=settings),
        utterances=_utterances(comparison.utterances, settings),
        differences=_differences(comparison.differences, settings),
        facts=_matrix(comparison, articles, settings),
    )


def _utterances(found: Sequence[Utterance], settings: DigestSettings) -> tuple[Utterance, ...]:
    return tuple(sorted(found, key=lambda one: (-one.weight, one.id))[: settings.utterances])


def _differences(found: Sequence[Difference], settings: DigestSettings) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=lambda one: -one.weight)[: settings.differences])


def _matrix(comparison: Comparison, articles: Mapping[str, Article], settings: DigestSettings) -> tuple[Fact, ...]:
    """The weightiest facts that several sources report, and the weightiest of each source that it alone reports."""
    ranked = sorted(comparison.facts, key=lambda fact: (-fact.weight, fact.id))
    shared = [fact for fact in ranked if fact.status != "one"][: settings.facts]
    alone: dict[str, list[Fact]] = {}
    for fact in ranked:
        if fact.status == "one":
            alone.setdefault(articles[fact.evidence[0].article_id].source, []).append(fact)
    kept = [fact for facts in alone.values() for fact in facts[: settings.facts_of_one_source]]
    kept = sorted(kept, key=lambda fact: (-fact.weight, fact.id))[: settings.facts_of_one_source * _SOURCES]
    return (*shared, *kept)


_SOURCES = 8
"""Sources whose own facts are shown with the facts; what others add stands with their articles."""
