"""An edition in, the pages of its site out: pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jinja2 import TemplateError
from markupsafe import Markup

from generator.errors import BuildError
from generator.export import export
from generator.model import Edition, Page
from generator.render import labels
from generator.render.addresses import address, way
from generator.render.charts import day_chart
from generator.render.data import published
from generator.render.entities import EntityPage, entity_pages, in_order_of_kind, kinds
from generator.render.escape import environment, script_data
from generator.render.feeds import json_feed, rss
from generator.render.interface import Interface
from generator.render.linked import linked_story
from generator.render.lists import by_speaker, days, differences, differing, front, leaves, speakers, utterances
from generator.render.newsroom import Told, day_page, notable, story_page, tell
from generator.render.outlets import outlet_pages
from generator.render.passages import Passage
from generator.render.report import report
from generator.render.search import RECORDS, WORDS, records
from generator.render.settings import RenderSettings
from generator.render.story.view import Related

ROOT_CLASS: Final = "sd"
DESCRIPTION_LENGTH: Final = 160
MOST_RELATED: Final = 5
MOST_SHARED_NAMES: Final = 3


def render(edition: Edition, *, settings: RenderSettings) -> tuple[Page, ...]:
    """Return every page of an edition, in order of path.

    Args:
        edition: what the build shows.
        settings: how the pages look and speak.

    Raises:
        ConfigurationError: the interface language has no catalogue.
        BuildError: a template of the publisher's own has a mistake.
    """
    press = _Press(replace(edition, articles=tuple(sorted(edition.articles, key=lambda one: one.id))), settings)
    return tuple(sorted(press.pages(), key=lambda page: page.path))


class _Press:
    """Renders the templates for one edition."""

    def __init__(self, edition: Edition, settings: RenderSettings) -> None:
        self._edition = edition
        self._settings = settings
        self._ui = Interface(settings.language)
        self._told = tell(edition, settings)
        self._entities = entity_pages(self._told, notable(edition), settings.language)
        self._outlets = outlet_pages(self._told)
        self._environment = environment(settings.pages.templates)
        self._environment.globals.update(
            _=self._ui.say, n_=self._ui.count, ui=self._ui, labels=labels, day_page=day_page
        )
        self._environment.filters["passages"] = _count_passages

    def pages(self) -> Iterator[Page]:
        """Give every page."""
        yield self._front()
        yield from self._stories()
        yield from self._lists()
        yield from (self._entity(page) for page in self._entities)
        for outlet in self._outlets:
            yield self._page(outlet.page, "outlet.html", outlet.name.text, page=outlet)
        yield from self._redirects()
        words = [(key, self._ui.say(message)) for key, message in WORDS]
        yield self._page("search.md", "search.html", self._plain("Search"), words=words)
        shown = report(self._edition, self._told)
        yield self._page("build.md", "build.html", self._plain("This build"), report=shown)
        yield from self._files()

    def _front(self) -> Page:
        view = front(self._told)
        return self._page("index.md", "front.html", self._plain("Stories"), front=view, built=self._edition.built)

    def _stories(self) -> Iterator[Page]:
        related = _related(self._told, self._entities)
        for one in self._told:
            most = max(
                (max(a + b for a, b in zip(v.direct, v.indirect, strict=True)) for v in one.view.voices), default=1
            )
            yield self._page(
                one.page,
                "story.html",
                one.view.heading.text,
                description=_words(one),
                story=one.view,
                sections=self._settings.pages.sections,
                related=related[one.view.id],
                most_quoted=most,
                fresh=one.fresh,
                linked=script_data(
                    linked_story(one, self._ui, self._full(one.page) if self._settings.site_url else None)
                ),
            )

    def _lists(self) -> Iterator[Page]:
        size = self._settings.pages.page_size
        calendar = days(self._told)
        chart = day_chart(one.view.last for one in self._told if one.view.last is not None)
        yield self._page("days/index.md", "days.html", self._plain("Archive"), days=calendar, chart=chart)
        for day in calendar:
            title = (
                self._plain("Stories without a known date")
                if day.day is None
                else str(self._ui.day(day.day).striptags())
            )
            yield self._page(day.page, "day.html", title, day=day)
        for said in leaves("quotes/index.md", by_speaker(utterances(self._told)), size):
            yield self._page(
                said.paging.current, "quotes.html", self._plain("Quotes"), leaf=said, groups=speakers(said.entries)
            )
        for found in leaves("differences/index.md", differences(self._told), size):
            title, groups = self._plain("Differences"), differing(found.entries)
            yield self._page(found.paging.current, "differences.html", title, leaf=found, groups=groups)
        for names in leaves("entities/index.md", in_order_of_kind(self._entities), size):
            title = self._plain("Names")
            yield self._page(names.paging.current, "entities.html", title, leaf=names, groups=kinds(names.entries))
        unknown = sum(1 for article in self._edition.articles if article.outlet is None)
        yield self._page(
            "outlets/index.md",
            "outlets.html",
            self._plain("Outlets"),
            outlets=self._outlets,
            unknown=unknown,
            most=max((outlet.articles for outlet in self._outlets), default=1),
        )

    def _entity(self, page: EntityPage) -> Page:
        return self._page(page.page, "entity.html", page.given or page.name.text, page=page)

    def _redirects(self) -> Iterator[Page]:
        stories = {one.view.id: one for one in self._told}
        taken = {one.view.slug for one in self._told}
        for redirect in self._edition.redirects:
            told = stories.get(redirect.story_id)
            if told is None or redirect.old_slug in taken:
                continue
            path = story_page(redirect.old_slug)
            target = way(path, told.page, directories=self._settings.directory_urls)
            title = self._plain("This story has moved")
            yield self._page(path, "redirect.html", title, redirect=target, target=told.page, told=told)

    def _files(self) -> Iterator[Page]:
        feed = rss(self._told, self._settings, self._ui, built=self._edition.built, link=self._full)
        yield Page(path="feed.xml", meta=(), body=feed)
        yield Page(path="feed.json", meta=(), body=json_feed(self._told, self._settings, self._ui, link=self._full))
        yield from published(export(self._edition, full_text=False, story_url=self._story_url), self._told)
        found = records(self._told, self._entities, self._ui, self._settings)
        yield Page(path=RECORDS, meta=(), body=found)

    def _page(
        self, path: str, template: str, title: str, *, description: str = "", redirect: str = "", **values: object
    ) -> Page:
        def url(target: str, fragment: str = "") -> str:
            return way(path, target, fragment, directories=self._settings.directory_urls)

        try:
            body = self._environment.get_template(template).render(url=url, **values)
        except TemplateError as error:  # a publisher's own template may be at fault
            raise BuildError(f"a template of {template.removesuffix('.html')} pages: {error}") from error
        hide = "navigation" if template == "story.html" else "navigation toc"
        meta = {"title": title or self._settings.site_name, "hide": hide}
        meta |= {"description": description} if description else {}
        meta |= {"redirect": redirect} if redirect else {}
        root = f'<div class="{ROOT_CLASS} {ROOT_CLASS}-page-{template.removesuffix(".html")}">\n'
        return Page(path=path, meta=tuple(sorted(meta.items())), body=f"{root}{body.strip()}\n</div>\n")

    def _plain(self, message: str) -> str:
        return str(self._ui.say(message).striptags())

    def _story_url(self, slug: str) -> str:
        return self._full(story_page(slug))

    def _full(self, path: str) -> str:
        return self._settings.site_url + address(path, directories=self._settings.directory_urls)


def _count_passages(html: Markup) -> int:
    return html.count(" data-start=")


def _words(told: Told) -> str:
    words = told.view.brief[0].passage.text if told.view.brief else told.view.heading.text
    flat = " ".join(words.split())
    return flat if len(flat) <= DESCRIPTION_LENGTH else f"{flat[:DESCRIPTION_LENGTH].rpartition(' ')[0]}…"


def _related(told: Sequence[Told], entities: Iterable[EntityPage]) -> dict[str, tuple[Related, ...]]:
    """Return for each story those that share most of its names; a name that is everywhere relates nothing."""
    shared: dict[str, dict[str, list[Passage]]] = {one.view.id: {} for one in told}
    common = max(10, len(told) // 10)
    for entity in entities:
        if not 1 < len(entity.stories) <= common:
            continue
        for one in entity.stories:
            for other in entity.stories:
                if one.view.id != other.view.id:
                    shared[one.view.id].setdefault(other.view.id, []).append(entity.name)
    by_id = {one.view.id: one for one in told}
    return {story: _nearest(others, by_id) for story, others in shared.items()}


def _nearest(others: Mapping[str, Sequence[Passage]], told: Mapping[str, Told]) -> tuple[Related, ...]:
    ranked = sorted(others, key=lambda other: (-len(others[other]), other))[:MOST_RELATED]
    return tuple(
        Related(page=told[o].page, heading=told[o].view.heading, shared=tuple(others[o][:MOST_SHARED_NAMES]))
        for o in ranked
    )
