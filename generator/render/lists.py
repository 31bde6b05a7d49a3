"""The lists over all stories: front page, archive by day, quotes, differences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Generic, TypeVar

from generator.render.charts import DayChart, day_chart
from generator.render.newsroom import Told, day_page
from generator.render.story.differences import DifferenceView
from generator.render.story.quotes import Person, UtteranceView

ROWS_ON_FRONT = 20
PEOPLE_ON_FRONT = 8

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The pages a long list is spread over, and which of them this is."""

    pages: tuple[str, ...]
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[Entry]):
    """One page of a list."""

    paging: Paging
    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The stories that were last reported on one day, or on no known day."""

    page: str
    day: datetime | None
    stories: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One utterance and the story it belongs to."""

    told: Told
    utterance: UtteranceView

    @property
    def who(self) -> str:
        """The id of the speaker, empty for nobody known."""
        return self.utterance.speaker.id if self.utterance.speaker else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """One difference and the story it belongs to."""

    told: Told
    difference: DifferenceView


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker's utterances, those of one story together; None speaks where nobody is known."""

    person: Person | None
    amount: int
    stories: tuple[tuple[Told, tuple[UtteranceView, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The front page: the lead story, the rows, and who is quoted most; `came` counts the articles that came last."""

    lead: Told | None
    news: tuple[Told, ...]
    rows: tuple[Told, ...]
    more: int
    came: int
    new: int
    grown: int
    stories: int
    articles: int
    sources: int
    languages: tuple[str, ...]
    differences: int
    first: datetime | None
    last: datetime | None
    people: tuple[tuple[Person, int], ...]
    chart: DayChart


def leaves(path: str, entries: Sequence[Entry], size: int) -> tuple[Leaf[Entry], ...]:
    """Return a list cut into pages: ``quotes/index.md``, ``quotes/2.md``, …; an empty list has one page."""
    cuts = range(0, max(len(entries), 1), size)
    folder = path.removesuffix("index.md")
    pages = tuple(path if number == 0 else f"{folder}{number + 1}.md" for number in range(len(cuts)))
    return tuple(
        Leaf(paging=Paging(pages=pages, current=page), entries=tuple(entries[start : start + size]), total=len(entries))
        for page, start in zip(pages, cuts, strict=True)
    )


def front(told: Sequence[Told]) -> FrontView:
    """Return what the front page shows."""
    dates = sorted(date for one in told for date in (one.view.first, one.view.last) if date is not None)
    articles = [article for one in told for article in one.view.articles]
    return FrontView(
        lead=told[0] if told else None,
        news=tuple(one for one in told[1 : ROWS_ON_FRONT + 1] if one.fresh),
        rows=tuple(one for one in told[1 : ROWS_ON_FRONT + 1] if not one.fresh),
        came=sum(len(one.fresh) for one in told),
        new=sum(1 for one in told if one.fresh and one.new),
        grown=sum(1 for one in told if one.fresh and not one.new),
        more=max(0, len(told) - ROWS_ON_FRONT - 1),
        stories=len(told),
        articles=len(articles),
        sources=len({article.source.key for article in articles}),
        languages=tuple(sorted({article.language for article in articles})),
        differences=sum(len(one.view.differences) for one in told),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        people=most_quoted(told)[:PEOPLE_ON_FRONT],
        chart=day_chart(article.published for article in articles if article.published is not None),
    )


def most_quoted(told: Iterable[Told]) -> tuple[tuple[Person, int], ...]:
    """Return who is quoted, with how many statements, the most quoted first."""
    counts: Counter[str] = Counter()
    people: dict[str, Person] = {}
    for said in utterances(told):
        if said.utterance.speaker is not None:
            counts[said.utterance.speaker.id] += 1
            people.setdefault(said.utterance.speaker.id, said.utterance.speaker)
    return tuple((people[who], counts[who]) for who in sorted(counts, key=lambda who: (-counts[who], who)))


def utterances(told: Iterable[Told]) -> tuple[Said, ...]:
    """Return every utterance of every story."""
    return tuple(Said(told=one, utterance=utterance) for one in told for utterance in one.view.utterances)


def by_speaker(said: Iterable[Said]) -> tuple[Said, ...]:
    """Return utterances in order of speaker, the most quoted first, the unattributed last."""
    found = list(said)
    counts = Counter(one.utterance.speaker.id for one in found if one.utterance.speaker)
    return tuple(sorted(found, key=lambda one: _speaker_rank(one, counts)))


def speakers(said: Iterable[Said]) -> tuple[Speaker, ...]:
    """Return utterances in order of speaker as groups, one for each speaker."""
    groups = [tuple(group) for _, group in groupby(said, key=lambda one: one.who)]
    return tuple(
        Speaker(person=group[0].utterance.speaker, amount=len(group), stories=by_story(group)) for group in groups
    )


def by_story(said: Iterable[Said]) -> tuple[tuple[Told, tuple[UtteranceView, ...]], ...]:
    """Return utterances in the order given, those of one story together."""
    groups = [tuple(group) for _, group in groupby(said, key=lambda one: one.told.view.id)]
    return tuple((group[0].told, tuple(one.utterance for one in group)) for group in groups)


def differences(told: Iterable[Told]) -> tuple[Differs, ...]:
    """Return every difference of every story."""
    return tuple(Differs(told=one, difference=difference) for one in told for difference in one.view.differences)


def differing(found: Iterable[Differs]) -> tuple[tuple[Told, tuple[DifferenceView, ...]], ...]:
    """Return differences in the order given, those of one story together."""
    groups = [tuple(group) for _, group in groupby(found, key=lambda one: one.told.view.id)]
    return tuple((group[0].told, tuple(one.difference for one in group)) for group in groups)


def days(told: Iterable[Told]) -> tuple[DayView, ...]:
    """Return the stories by the day of their last report, the latest day first, no known day at the end."""
    found: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        found[day_page(one.view.last)].append(one)
    views = [DayView(page=page, day=_day(stories[0]), stories=tuple(stories)) for page, stories in found.items()]
    return tuple(sorted(views, key=lambda view: (view.day is None, -(view.day.timestamp() if view.day else 0))))


def _day(told: Told) -> datetime | None:
    last = told.view.last
    return None if last is None else last.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _speaker_rank(said: Said, counts: Counter[str]) -> tuple[bool, int, str]:
    speaker = said.utterance.speaker
    return (speaker is None, -counts[speaker.id] if speaker else 0, speaker.id if speaker else "")
