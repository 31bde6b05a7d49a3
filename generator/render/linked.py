"""A story as linked data (JSON-LD, schema.org): the story, its articles, and its quotes with their places."""

from generator.render.interface import Interface
from generator.render.newsroom import Told
from generator.render.story.quotes import Wording
from generator.render.story.sources import ArticleView

Linked = dict[str, object]


def linked_story(told: Told, ui: Interface, url: str | None) -> Linked:
    """Return the JSON-LD of a story page; `url` is its full address where the site has one."""
    view = told.view
    quotes = [
        _quotation(wording, (utterance.speaker is not None and utterance.speaker.name.text) or None)
        for utterance in view.utterances
        for wording in utterance.wordings
    ]
    found: Linked = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": view.heading.text,
        "inLanguage": ui.language,
        "isBasedOn": [_article(article) for article in view.articles],
        "hasPart": quotes,
    }
    return found | ({"url": url, "@id": url} if url else {})


def _article(article: ArticleView) -> Linked:
    found: Linked = {"@type": "NewsArticle", "identifier": article.id, "inLanguage": article.language}
    if article.title is not None:
        found["headline"] = article.title.text
    if article.source.known:
        found["publisher"] = {"@type": "Organization", "name": article.source.name.text}
    if article.link is not None:
        found["url"] = article.link
    if article.published is not None:
        found["datePublished"] = article.published.isoformat()
    if article.authors:
        found["author"] = [{"@type": "Person", "name": author.text} for author in article.authors]
    return found


def _quotation(wording: Wording, speaker: str | None) -> Linked:
    first = wording.parts[0]
    found: Linked = {
        "@type": "Quotation" if wording.kind != "indirect" else "Statement",
        "text": " … ".join(part.text for part in wording.parts),
        "inLanguage": first.language,
        "isPartOf": {"@type": "NewsArticle", "identifier": first.article},
        "position": [{"start": part.start, "end": part.end} for part in wording.parts],
    }
    return found | ({"spokenByCharacter": {"@type": "Person", "name": speaker}} if speaker else {})
