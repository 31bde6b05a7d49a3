"""A grouping in words and figures: why a story's articles are together, and which articles almost were."""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.model import Analysis, Article, Grouping, NearMiss, Reason, ReasonKind, Story

_GROUNDS: Final[Mapping[ReasonKind, str]] = {
    "names": "names in common",
    "places": "places in common",
    "terms": "telling words in common",
    "numbers": "figures in common",
    "quotes": "quotes word for word in common",
    "concepts": "meanings in common across languages",
    "days": "days from the first to the last",
    "copy": "copies of another article",
    "editor": "an editor's decision",
}
_SHOWN = 8


def explain(grouping: Grouping, what: str) -> tuple[str, ...]:
    """The lines that explain a story or the story of an article; one line that says so where nothing is found.

    Args:
        grouping: the whole grouping.
        what: a story's id or address, an older address of it, or an article's id, input id, file or link.
    """
    story = _story(grouping, what.strip())
    if story is None:
        return (f"no story and no article is called {what!r}",)
    articles = {member.article.id: member.article for one in grouping.stories for member in one.members}
    return (
        f"story {story.id} ({story.slug}): {_counted(len(story.members), 'article')}",
        *(f"  {_name(member.article)}" for member in story.members),
        *_why(story, articles),
        *_left_out(story.near_misses, articles),
    )


def _why(story: Story, articles: Mapping[str, Article]) -> Iterable[str]:
    if story.editor:
        yield f"decided by an editor: {', '.join(story.editor)}"
    if len(story.members) == 1:
        yield "no other article reports this event"
        return
    yield "together because of:"
    for reason in story.reasons:
        yield f"  {_ground(reason, articles)}"


def _ground(reason: Reason, articles: Mapping[str, Article]) -> str:
    """One reason: the figure, the share of articles, the weight, and the passages."""
    amount = "" if reason.amount is None else f"{reason.amount:g} "
    passages = [articles[e.article_id].text[e.start : e.end] for e in reason.evidence if e.article_id in articles]
    shown = " · ".join(" ".join(passage.split()) for passage in passages[:_SHOWN])
    line = f"{amount}{_GROUNDS[reason.kind]}, {_counted(len(reason.articles), 'article')}, weight {reason.weight:.2f}"
    return f"{line}: {shown}" if shown else line


def _left_out(misses: Iterable[NearMiss], articles: Mapping[str, Article]) -> Iterable[str]:
    lines = [
        f"  {_name(articles[miss.article_id])}: {miss.score:.2f} of {miss.needed:.2f} needed; {miss.why}"
        for miss in misses
        if miss.article_id in articles
    ]
    return ["almost belong, but were left out:", *lines] if lines else ()


def _story(grouping: Grouping, what: str) -> Story | None:
    """The story that a name stands for: story names first, then article names."""
    redirected = {redirect.old_slug: redirect.story_id for redirect in grouping.redirects}
    wanted = redirected.get(what, what)
    by_name = (story for story in grouping.stories if wanted in (story.id, story.slug))
    by_article = (story for story in grouping.stories if any(_is_called(member, what) for member in story.members))
    return next(by_name, None) or next(by_article, None)


def _is_called(member: Analysis, what: str) -> bool:
    article = member.article
    return what in (article.id, article.input_id, article.origin.where, article.url)


def _name(article: Article) -> str:
    day = article.published.date().isoformat() if article.published else "no date"
    title = f": {' '.join(article.title.split())}" if article.title else ""
    return f"{article.id} {article.source}, {day}, {article.language}, {article.origin.where}{title}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
