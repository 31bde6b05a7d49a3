"""Pages about outlets: what each alone reports, whom it quotes, in which languages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.render.charts import DayChart, day_chart
from generator.render.newsroom import Told
from generator.render.passages import Field, Passage, Source
from generator.render.story.quotes import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What an outlet alone reports in one story."""

    told: Told
    passages: tuple[Passage, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """Everything the page of one outlet shows."""

    page: str
    name: Field
    languages: tuple[str, ...]
    articles: int
    stories: tuple[Told, ...]
    alone: tuple[Alone, ...]
    direct: int
    indirect: int
    quoted: tuple[tuple[Person, int], ...]
    chart: DayChart

    @property
    def adds(self) -> int:
        """How many statements it alone has, in all stories that others report too."""
        return sum(one.count for one in self.alone)


def outlet_pages(told: Sequence[Told]) -> tuple[OutletPage, ...]:
    """Return the pages of every known outlet, those with most stories first."""
    stories: dict[str, list[Told]] = defaultdict(list)
    sources: dict[str, Source] = {}
    for one in told:
        for source in one.view.sources:
            if source.known:
                stories[source.key].append(one)
                sources.setdefault(source.key, source)
    pages = [_page(sources[key], stories[key]) for key in sorted(stories)]
    return tuple(sorted(pages, key=lambda page: (-len(page.stories), page.name.text)))


def _page(source: Source, told: Sequence[Told]) -> OutletPage:
    articles = [article for one in told for article in one.view.articles if article.source.key == source.key]
    own = {article.id for article in articles}
    kinds = Counter(
        q.quote.kind == "indirect" for one in told for q in one.digest.comparison.quotes if q.article_id in own
    )
    return OutletPage(
        page=source.page or "",
        name=source.name,
        languages=tuple(sorted({article.language for article in articles})),
        articles=len(articles),
        stories=tuple(told),
        alone=tuple(alone for one in told if (alone := _alone(one, source)) is not None),
        direct=kinds[False],
        indirect=kinds[True],
        quoted=_quoted(told, source),
        chart=day_chart(article.published for article in articles if article.published is not None),
    )


def _alone(told: Told, source: Source) -> Alone | None:
    mine = [article for article in told.view.articles if article.source.key == source.key]
    passages = tuple(passage for article in mine[:1] for passage in article.alone)
    if len(told.view.sources) < 2 or not passages:  # noqa: PLR2004 - alone among others
        return None
    return Alone(told=told, passages=passages, count=mine[0].alone_count)


def _quoted(told: Iterable[Told], source: Source) -> tuple[tuple[Person, int], ...]:
    counts: Counter[str] = Counter()
    people: dict[str, Person] = {}
    for one in told:
        column = [found.key for found in one.view.sources].index(source.key)
        for voice in one.view.voices:
            amount = voice.direct[column] + voice.indirect[column]
            if voice.speaker is not None and amount:
                counts[voice.speaker.id] += amount
                people.setdefault(voice.speaker.id, voice.speaker)
    return tuple((people[who], counts[who]) for who in sorted(counts, key=lambda who: (-counts[who], who)))
