"""The demonstration is what it says: invented, labelled so, and as large as its README says."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from generator.analyse.pipeline import analyse
from generator.clean import clean
from generator.group import group
from generator.language.pipelines import BUNDLED_MODELS
from generator.model import Article, Draft
from generator.read import Limits, read

DEMO = Path(__file__).resolve().parents[1] / "demo"


def _articles() -> tuple[Article, ...]:
    found = list(read([DEMO / "articles"], root=DEMO, limits=Limits()))
    drafts = [entry for entry in found if isinstance(entry, Draft)]
    cleaned = clean(drafts, now=datetime(2026, 11, 22, tzinfo=UTC), limits=Limits())
    assert len(drafts) == len(found)
    assert not cleaned.refusals
    return cleaned.articles


def test_its_figures() -> None:
    articles = _articles()
    stories = Counter(article.origin.where.split("-")[3] for article in articles)
    told = re.search(
        r"(\d+) invented articles .*: (\d+) stories, (\d+) outlets, (\d+) languages",
        (DEMO / "README.md").read_text("utf-8"),
    )
    assert told is not None
    outlets = {article.outlet for article in articles}
    languages = {article.language for article in articles}
    assert [int(figure) for figure in told.groups()] == [len(articles), len(stories), len(outlets), len(languages)]
    assert min(stories.values()) >= 2


def test_every_article_is_labelled_as_invented_and_whole() -> None:
    for article in _articles():
        assert article.outlet is not None
        assert re.search(r"\((?:demo|démo|Demo|تجريبية)\)", article.outlet)
        last = article.headings[-1]
        assert last.end == len(article.text)
        assert re.search(r"invented|Nothing in this|inventé|erfundener|مختلق|الخيال", article.text[last.start :])
        assert re.fullmatch(r"https://[a-z]+\.example\.org/\S+", article.url or "")
        assert article.title
        assert article.published
        assert not article.stamped
        assert article.copy_of is None


def test_its_articles_make_the_stories_that_its_files_are_named_after() -> None:
    analyses = analyse(_articles(), models=BUNDLED_MODELS, cache=_NoCache(), processes=1)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for analysis in analyses:
        wanted[analysis.article.origin.where.split("-")[3]].add(analysis.article.id)
    found = {frozenset(member.article.id for member in story.members) for story in group(analyses).stories}
    assert found == {frozenset(articles) for articles in wanted.values()}


class _NoCache:
    """A cache that keeps nothing."""

    def load(self, keys: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG002 - a cache by its protocol
        return {}

    def save(self, analyses: Mapping[str, str]) -> None:
        pass
