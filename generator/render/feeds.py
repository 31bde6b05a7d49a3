"""Feeds of the stories: RSS 2.0 and JSON Feed 1.1, with the same entries."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime

from generator.render.escape import xml
from generator.render.interface import Interface
from generator.render.newsroom import Told
from generator.render.settings import RenderSettings

LENGTH = 50
"""Entries of a feed: the newest stories."""

Link = Callable[[str], str]


def newest(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return the stories of a feed, those with the latest report first."""
    return tuple(sorted(told, key=_newest))[:LENGTH]


def rss(told: Sequence[Told], settings: RenderSettings, ui: Interface, *, built: datetime, link: Link) -> str:
    """Return the stories as RSS 2.0 (rssboard.org/rss-specification)."""
    items = "".join(_item(one, link) for one in newest(told))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>\n'
        f"<title>{xml(settings.site_name)}</title>\n"
        f"<link>{xml(link('index.md'))}</link>\n"
        f'<atom:link href="{xml(link("feed.xml"))}" rel="self" type="application/rss+xml"/>\n'
        f"<description>{xml(str(ui.say('Stories, source by source')))}</description>\n"
        f"<language>{xml(ui.language)}</language>\n"
        f"<lastBuildDate>{format_datetime(built.astimezone(UTC))}</lastBuildDate>\n"
        f"{items}</channel></rss>\n"
    )


def json_feed(told: Sequence[Told], settings: RenderSettings, ui: Interface, *, link: Link) -> str:
    """Return the stories as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.site_name,
        "home_page_url": link("index.md"),
        "feed_url": link("feed.json"),
        "language": ui.language,
        "items": [_entry(one, link) for one in newest(told)],
    }
    return json.dumps(feed, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _item(told: Told, link: Link) -> str:
    view = told.view
    date = f"<pubDate>{format_datetime(view.last.astimezone(UTC))}</pubDate>" if view.last else ""
    return (
        f"<item><title>{xml(view.heading.text)}</title><link>{xml(link(told.page))}</link>"
        f'<guid isPermaLink="false">{xml(view.id)}</guid>{date}<description>{xml(_words(told))}</description></item>\n'
    )


def _entry(told: Told, link: Link) -> dict[str, object]:
    view = told.view
    found: dict[str, object] = {
        "id": view.id,
        "url": link(told.page),
        "title": view.heading.text,
        "content_text": _words(told),
        "tags": sorted(view.languages),
    }
    return found | ({"date_published": view.last.isoformat()} if view.last else {})


def _words(told: Told) -> str:
    view = told.view
    return view.brief[0].passage.text if view.brief else view.heading.text


def _newest(told: Told) -> tuple[float, str]:
    return (-told.view.last.timestamp() if told.view.last else 0.0, told.view.id)
