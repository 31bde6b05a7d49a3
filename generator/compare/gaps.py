"""Names of weight that one source does not have at all while others do."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.compare.settings import ComparisonSettings
from generator.language.fold import fold
from generator.model import Article, Difference, Entity, Evidence, Side

_ACRONYM = 2
_STEM = 4
"""Letters that a word and a name may share at the least and still be of one family: Iran, Iranian."""


def gaps(
    articles: Sequence[Article], entities: Sequence[Entity], *, settings: ComparisonSettings
) -> Iterator[Difference]:
    """A row for each name that all but one source have, or that most have and often.

    A source has a name if any of its articles has one of the name's spellings, or a word of the same stem, in text
    or title. Sources are only compared on names that are written in their language's script somewhere, or that the
    story joined across scripts, so that a missed transliteration is not called a gap.
    """
    by_source: dict[str, list[Article]] = {}
    for article in articles:
        if article.copy_of is None:
            by_source.setdefault(article.source, []).append(article)
    if len(by_source) < settings.gap_sources:
        return
    folded = {source: " ".join(_folded(article) for article in found) for source, found in by_source.items()}
    texts = {article.id: article for article in articles}
    for entity in entities:
        row = _gap(entity, by_source, folded, texts, settings)
        if row is not None:
            yield row


def _folded(article: Article) -> str:
    return fold(f"{article.title or ''} {article.text}".replace(".", ""))


def _gap(
    entity: Entity,
    by_source: Mapping[str, list[Article]],
    folded: Mapping[str, str],
    texts: Mapping[str, Article],
    settings: ComparisonSettings,
) -> Difference | None:
    holders: dict[str, list[Evidence]] = {}
    for mention in entity.mentions:
        holders.setdefault(texts[mention.article_id].source, []).append(mention)
    absent = [source for source in by_source if source not in holders]
    if not entity.named or entity.label == "MISC" or len(absent) != 1 or len(entity.mentions) < settings.gap_mentions:
        return None
    if _expected(entity, by_source, absent[0]) < settings.gap_expected:
        return None
    languages = {alias.language for alias in entity.aliases}
    if len(holders) < settings.gap_sources or any(
        article.language not in languages for article in by_source[absent[0]]
    ):
        return None
    if _hinted(entity, folded[absent[0]], texts):
        return None
    have = tuple(sorted(evidence.article_id for found in holders.values() for evidence in found[:1]))
    return Difference(
        kind="gap",
        subject=entity.name,
        sides=(
            Side(articles=have, evidence=tuple(found[0] for found in holders.values())),
            Side(articles=tuple(article.id for article in by_source[absent[0]]), evidence=()),
        ),
        weight=round(min(0.75, 0.35 + 0.05 * len(entity.mentions)), 4),
        translated=len(languages) > 1,
    )


def _holds_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _expected(entity: Entity, by_source: Mapping[str, list[Article]], absent: str) -> float:
    """How often the source would have the name if it had it as often by length as the others."""
    length = {source: sum(len(article.text) for article in found) for source, found in by_source.items()}
    others = sum(length.values()) - length[absent]
    return len(entity.mentions) / max(others, 1) * length[absent]


def _hinted(entity: Entity, text: str, texts: Mapping[str, Article]) -> bool:
    """Whether the text has a word of the family of one of the entity's spellings."""
    for alias in entity.aliases:
        article = texts[alias.evidence.article_id]
        surface = article.text[alias.evidence.start : alias.evidence.end]
        if surface.isupper() and _holds_word(text, fold(surface.replace(".", ""))):
            return True
        initials = fold("".join(word[0] for word in surface.split() if word[0].isupper()))
        if len(initials) > _ACRONYM and _holds_word(text, initials):
            return True
        for token in fold(surface.replace(".", "")).split():
            if len(token) >= _STEM and token[: max(_STEM, len(token) - 2)] in text:
                return True
    return False
