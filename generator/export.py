"""The data contract: an edition as JSON, for `storydigest export` and for the site's data/ folder.

The schema is export.schema.json beside this module. Every passage holds its article, its bounds and its text, and the
article's ``text[start:end]`` is that text. The site publishes the same without the articles' full text.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.model import (
    Article,
    Difference,
    Digest,
    Edition,
    Entity,
    Evidence,
    Fact,
    Moment,
    Reason,
    Refusal,
    Rendering,
    Side,
    Span,
    Utterance,
)

JsonObject = dict[str, object]
GAP_IN_QUOTE = " … "
"""Stands between the parts of a quote that its cue interrupts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One JSON file: its path inside the data folder, and its text."""

    path: str
    text: str


def export(edition: Edition, *, full_text: bool, story_url: Callable[[str], str]) -> tuple[DataFile, ...]:
    """Return every file of the data contract, in order of path.

    Args:
        edition: what a build shows.
        full_text: whether articles carry their text; the published data do not.
        story_url: gives a story's address from its slug.
    """
    texts = {article.id: article for article in edition.articles}
    story_of = {m.article.id: d.comparison.story.id for d in edition.digests for m in d.comparison.story.members}
    files: JsonObject = {
        "articles.json": [_article(a, story_of.get(a.id), full_text=full_text) for a in edition.articles],
        "stories.json": [_listing(digest, texts, story_url) for digest in edition.digests],
        "refusals.json": [_refusal(refusal) for refusal in edition.refusals],
    }
    for digest in edition.digests:
        files[f"stories/{digest.comparison.story.id}.json"] = _Passages(texts).story(digest)
    return tuple(DataFile(path=path, text=_dump(files[path])) for path in sorted(files))


def story_title(digest: Digest, articles: Mapping[str, Article]) -> str:
    """Return the story's title: an editor's, a passage of a source, or a source's own title."""
    if digest.comparison.story.title is not None:
        return digest.comparison.story.title
    if digest.title is not None:
        return articles[digest.title.article_id].text[digest.title.start : digest.title.end]
    return articles[digest.title_article].title or ""


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def _article(article: Article, story: str | None, *, full_text: bool) -> JsonObject:
    found: JsonObject = {
        "id": article.id,
        "input_id": article.input_id,
        "origin": article.origin.where,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "authors": list(article.authors),
        "published": _time(article.published),
        "language": article.language,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "story": story,
        "copy_of": article.copy_of,
    }
    return found | {"text": article.text} if full_text else found


def _refusal(refusal: Refusal) -> JsonObject:
    return {"origin": refusal.origin.where, "reason": refusal.reason, "detail": refusal.detail}


def _listing(digest: Digest, articles: Mapping[str, Article], story_url: Callable[[str], str]) -> JsonObject:
    story = digest.comparison.story
    members = [member.article for member in story.members]
    dates = sorted(article.published for article in members if article.published is not None)
    return {
        "id": story.id,
        "slug": story.slug,
        "title": story_title(digest, articles),
        "url": story_url(story.slug),
        "languages": sorted({article.language for article in members}),
        "outlets": sorted({article.source for article in members}),
        "first_published": _time(dates[0]) if dates else None,
        "last_published": _time(dates[-1]) if dates else None,
        "articles": sorted(article.id for article in members),
    }


class _Passages:
    """Writes what points into articles together with the words it points at."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def story(self, digest: Digest) -> JsonObject:
        comparison = digest.comparison
        story = comparison.story
        key = {utterance.id for utterance in digest.utterances}
        return {
            "id": story.id,
            "slug": story.slug,
            "title": story_title(digest, self._articles),
            "reasons": [self._reason(reason) for reason in story.reasons],
            "near_misses": [
                {"article": miss.article_id, "score": miss.score, "needed": miss.needed, "why": miss.why}
                for miss in story.near_misses
            ],
            "editor": list(story.editor),
            "articles": sorted(member.article.id for member in story.members),
            "summary": self._all(digest.summary),
            "entities": [self._entity(entity) for entity in comparison.entities],
            "quotes": [self._quote(rendering) for rendering in comparison.quotes],
            "utterances": [self._utterance(u, key=u.id in key) for u in comparison.utterances],
            "facts": [self._fact(fact) for fact in comparison.facts],
            "differences": [self._difference(difference) for difference in digest.differences],
            "timeline": [self._moment(moment) for moment in comparison.timeline],
        }

    def _passage(self, evidence: Evidence) -> JsonObject:
        start, end = evidence.start, evidence.end
        text = self._articles[evidence.article_id].text[start:end]
        return {"article": evidence.article_id, "start": start, "end": end, "text": text}

    def _all(self, evidence: Iterable[Evidence]) -> list[JsonObject]:
        return [self._passage(passage) for passage in evidence]

    def _words(self, article_id: str, span: Span) -> str:
        return self._articles[article_id].text[span.start : span.end]

    def _reason(self, reason: Reason) -> JsonObject:
        return {
            "kind": reason.kind,
            "articles": list(reason.articles),
            "weight": reason.weight,
            "amount": reason.amount,
            "evidence": self._all(reason.evidence),
        }

    def _entity(self, entity: Entity) -> JsonObject:
        aliases: dict[str, list[str]] = defaultdict(list)
        for alias in entity.aliases:
            aliases[alias.language].append(str(self._passage(alias.evidence)["text"]))
        return {
            "id": entity.id,
            "name": self._passage(entity.name)["text"],
            "label": entity.label,
            "named": entity.named,
            "aliases": {language: sorted(set(forms)) for language, forms in aliases.items()},
            "mentions": self._all(entity.mentions),
        }

    def _quote(self, rendering: Rendering) -> JsonObject:
        quote, article = rendering.quote, rendering.article_id
        return {
            "id": rendering.id,
            "article": article,
            "spans": [[span.start, span.end] for span in quote.spans],
            "text": GAP_IN_QUOTE.join(self._words(article, span) for span in quote.spans),
            "kind": quote.kind,
            "speaker": self._speaker(rendering),
            "cue": self._bounded(article, quote.cue),
            "via": self._bounded(article, quote.via),
            "repaired": quote.repaired,
        }

    def _speaker(self, rendering: Rendering) -> JsonObject | None:
        speaker = rendering.quote.speaker
        if speaker is None:
            return None
        surface = self._bounded(rendering.article_id, Span(start=speaker.start, end=speaker.end)) or {}
        return surface | {"kind": speaker.kind, "entity": rendering.speaker}

    def _bounded(self, article: str, span: Span | None) -> JsonObject | None:
        return None if span is None else {"text": self._words(article, span), "start": span.start, "end": span.end}

    def _utterance(self, utterance: Utterance, *, key: bool) -> JsonObject:
        renderings = utterance.renderings
        return {
            "id": utterance.id,
            "speaker": utterance.speaker,
            "quotes": [r.id for r in renderings if r.quote.kind != "indirect"],
            "indirect": self._all(e for r in renderings if r.quote.kind == "indirect" for e in rendering_evidence(r)),
            "key": key,
            "weight": utterance.weight,
        }

    def _fact(self, fact: Fact) -> JsonObject:
        return {
            "id": fact.id,
            "outlets": self._outlets(passage.article_id for passage in fact.evidence),
            "evidence": self._all(fact.evidence),
            "status": fact.status,
        }

    def _difference(self, difference: Difference) -> JsonObject:
        return {
            "kind": difference.kind,
            "subject": self._passage(difference.subject),
            "sides": [self._side(side) for side in difference.sides],
            "weight": difference.weight,
            "translated": difference.translated,
        }

    def _side(self, side: Side) -> JsonObject:
        return {
            "outlets": self._outlets(side.articles),
            "articles": list(side.articles),
            "evidence": self._all(side.evidence),
            "value": None if side.value is None else self._passage(side.value)["text"],
        }

    def _moment(self, moment: Moment) -> JsonObject:
        return {
            "when": _time(moment.when),
            "stated": self._passage(moment.stated),
            "evidence": [self._passage(moment.evidence)],
        }

    def _outlets(self, article_ids: Iterable[str]) -> list[str]:
        return sorted({self._articles[article_id].source for article_id in article_ids})


def rendering_evidence(rendering: Rendering) -> tuple[Evidence, ...]:
    """Return where a rendering stands: its part of a longer quote, or the whole quote's spans."""
    spans = rendering.quote.spans if rendering.part is None else (rendering.part,)
    return tuple(Evidence(article_id=rendering.article_id, start=span.start, end=span.end) for span in spans)
