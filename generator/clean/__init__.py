"""Clean: drafts become articles, without the furniture of their pages, in a known language, copies marked as such."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from generator import urls
from generator.clean.copies import mark_copies
from generator.clean.furniture import Known, Stripped, strip
from generator.clean.headings import headings, title_of
from generator.clean.paragraphs import paragraphs
from generator.clean.takedown import Takedown, take_down
from generator.dates import parse_date
from generator.ids import content_id
from generator.language.identify import identify
from generator.model import Article, Draft, Refusal, Span
from generator.read.limits import Limits
from generator.read.refusals import NO_TEXT, TOO_LONG, refuse
from generator.text import collapse, normalise

__all__ = ["Cleaned", "Takedown", "clean"]

_NOTHING = Takedown()
_BETWEEN = "\n\n"
_BLANK_AT_MOST = 10
"""How many times longer than an article its raw text may be, white space and furniture included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Every draft as an article or a refusal: articles in order of their ids, refusals of their origins.

    Articles that the publisher takes down are in neither; `notes` counts them, and tells what matched nothing.
    """

    articles: tuple[Article, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...] = ()


def clean(drafts: Iterable[Draft], *, now: datetime, limits: Limits, takedown: Takedown = _NOTHING) -> Cleaned:
    """The articles that drafts hold, and refusals for those that hold none; the drafts' order makes no difference.

    Args:
        drafts: what was read.
        now: the moment of the build; dates well after it are unknown.
        limits: the longest articles that are used.
        takedown: what is not to be shown.
    """
    made = [_article(draft, now, limits) for draft in drafts]
    refusals = [entry for entry in made if isinstance(entry, Refusal)]
    articles, notes = take_down(_distinct([entry for entry in made if isinstance(entry, Article)]), takedown)
    return Cleaned(
        notes=notes,
        articles=mark_copies(articles),
        refusals=tuple(sorted(refusals, key=lambda refusal: (refusal.origin, refusal.reason, refusal.detail))),
    )


def _article(draft: Draft, now: datetime, limits: Limits) -> Article | Refusal:
    if len(draft.body) > _BLANK_AT_MOST * limits.article_characters:
        return refuse(draft.origin, TOO_LONG, _too_long(len(draft.body), "characters", limits.article_characters))
    declared = frozenset(collapse(normalise(heading)) for heading in draft.headings)
    known = Known(title=draft.title, outlet=draft.outlet, authors=draft.authors)
    found = strip(paragraphs(normalise(draft.body)), known, now=now)
    body = found.paragraphs
    if draft.title is None and (title := title_of(body, declared)):
        draft, body = replace(draft, title=title), body[1:]
    places = headings(body, declared)
    if len(places) == len(body):
        return refuse(draft.origin, NO_TEXT, "nothing but a title, headings and what stands around an article")
    if len(body) > limits.paragraphs:
        return refuse(draft.origin, TOO_LONG, _too_long(len(body), "paragraphs", limits.paragraphs))
    text = _BETWEEN.join(body)
    if len(text) > limits.article_characters:
        return refuse(draft.origin, TOO_LONG, _too_long(len(text), "characters", limits.article_characters))
    return replace(_known(draft, text, found, now), headings=_spans(body, places))


def _known(draft: Draft, text: str, found: Stripped, now: datetime) -> Article:
    """The article with all that is known of it: what its metadata declares, then what its page says."""
    declared = parse_date(draft.published, now) if draft.published else None
    published = declared or found.stamp
    outlet = draft.outlet or found.outlet or (urls.host(draft.url) if draft.url else None)
    address = urls.canonical(draft.url) if draft.url else ""
    identity = (
        text,
        draft.title or "",
        outlet or "",
        address,
        published.isoformat() if published else "",
        draft.input_id or "",
    )
    return Article(
        id=content_id(*identity),
        origin=draft.origin,
        title=draft.title,
        outlet=outlet,
        url=draft.url,
        authors=draft.authors or found.authors,
        published=published,
        stamped=declared is None and published is not None,
        language=identify(text, draft.language),
        text=text,
        input_id=draft.input_id,
        full_text=draft.full_text,
    )


def _spans(body: tuple[str, ...], places: frozenset[int]) -> tuple[Span, ...]:
    found: list[Span] = []
    start = 0
    for place, line in enumerate(body):
        if place in places:
            found.append(Span(start=start, end=start + len(line)))
        start += len(line) + len(_BETWEEN)
    return tuple(found)


def _distinct(articles: list[Article]) -> list[Article]:
    """The articles in order of their ids; of inputs that are equal in everything, each has an id of its own."""
    seen: dict[str, int] = {}
    found: list[Article] = []
    for article in sorted(articles, key=lambda article: (article.id, article.origin)):
        number = seen[article.id] = seen.get(article.id, 0) + 1
        found.append(article if number == 1 else replace(article, id=content_id(article.id, str(number))))
    return sorted(found, key=lambda article: article.id)


def _too_long(length: int, unit: str, allowed: int) -> str:
    return f"{length} {unit}, at most {allowed} are used"
