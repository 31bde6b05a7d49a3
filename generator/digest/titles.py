"""The title of a story: an article's own, or the first clause of one."""

import re
from collections.abc import Mapping

from generator.digest.settings import DigestSettings
from generator.model import Article, Comparison, Evidence, Span, Story

_TITLE_LENGTH = 140
"""Characters of a sentence that serves as a title."""
_LEAST_TITLE = 40
_CLAUSE_END = re.compile(r"[,;:،؛、，](?=\s)|\s[–—-](?=\s)|[.!?؟。](?=\s)")


def title_article(comparison: Comparison, articles: Mapping[str, Article], settings: DigestSettings) -> str:
    """The article whose title serves: the reader's language, names what most sources name, neither long nor a quote."""
    shared = _reach(comparison)
    ranked = sorted(
        articles.values(),
        key=lambda article: (
            article.copy_of is not None,
            article.title is None,
            settings.rank(article.language),
            -_names_in(article, comparison, shared),
            _quoting(article.title or ""),
            len(article.title or ""),
            article.id,
        ),
    )
    return ranked[0].id


def title(story: Story, article_id: str) -> Evidence | None:
    """The passage that is the title where the article has none: its first sentence, up to where a clause ends."""
    analysis = next(member for member in story.members if member.article.id == article_id)
    if story.title is not None or analysis.article.title is not None:
        return None
    text = analysis.article.text
    first = min(analysis.sentences, default=Span(start=0, end=len(text)))
    end = first.end
    if end - first.start > _TITLE_LENGTH:
        space = text.rfind(" ", first.start, first.start + _TITLE_LENGTH + 1)
        end = space if space > first.start else first.start + _TITLE_LENGTH
    clauses = [match.start() for match in _CLAUSE_END.finditer(text, first.start + _LEAST_TITLE, end + 1)]
    return Evidence(article_id=article_id, start=first.start, end=clauses[-1] if clauses else end)


def _reach(comparison: Comparison) -> Mapping[str, int]:
    """How many articles have each entity."""
    return {entity.id: len({mention.article_id for mention in entity.mentions}) for entity in comparison.entities}


def _names_in(article: Article, comparison: Comparison, shared: Mapping[str, int]) -> int:
    """How much of what the story names its title names."""
    heading = (article.title or "").casefold()
    texts = {analysis.article.id: analysis.article.text for analysis in comparison.story.members}
    return sum(
        shared[entity.id]
        for entity in comparison.entities
        if any(
            texts[alias.evidence.article_id][alias.evidence.start : alias.evidence.end].casefold() in heading
            for alias in entity.aliases
        )
    )


def _quoting(heading: str) -> bool:
    return any(mark in heading for mark in '“”"«»„‘?؟!')
