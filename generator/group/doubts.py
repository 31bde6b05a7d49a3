"""What a reader should know about articles that could not be compared like the others."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from generator.group.sketch import day
from generator.language.words import words
from generator.model import UNKNOWN_LANGUAGE, Analysis, Article

_SHORT = 300
"""Characters up to which a text may hold too few words."""
_FEW = 5


def doubts(ordered: Sequence[Analysis], *, latest: datetime | None) -> tuple[str, ...]:
    """One line for each doubt, sorted; copies are passed over."""
    articles = [analysis.article for analysis in ordered if analysis.article.copy_of is None]
    return tuple(sorted(f"{article.origin.where}: {doubt}" for article in articles for doubt in _of(article, latest)))


def _of(article: Article, latest: datetime | None) -> Iterable[str]:
    if article.published is not None and day(article.published, latest=latest) is None:
        yield f"grouped as undated: its date, {article.published.date().isoformat()}, cannot be right"
    if article.language == UNKNOWN_LANGUAGE:
        yield "grouped by its bare words: its language is unknown"
    if len(article.text) <= _SHORT and _telling(article) < _FEW:
        yield f"hardly grouped: fewer than {_FEW} telling words"


def _telling(article: Article) -> int:
    """How many different words of title and text are more than function words."""
    found = words(f"{article.title or ''}\n{article.text}", article.language)
    return len({word.key for word in found if not word.stop})
