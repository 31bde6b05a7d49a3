"""Names of weight that one source does not have at all while others do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.compare.lexis import hits, lexis, written
from generator.compare.rows import across
from generator.compare.settings import ComparisonSettings
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.lexicon import is_word
from generator.language.names import same_name
from generator.language.words import words
from generator.model import Article, Difference, Entity, Evidence, Side

_ACRONYM = 2
_STEM = 4
"""Letters that a word and a name may share at the least and still be of one family: Iran, Iranian."""


def gaps(
    articles: Sequence[Article], entities: Sequence[Entity], *, settings: ComparisonSettings
) -> Iterator[Difference]:
    """A row for each name that all but one source have, or that most have and often.

    A source has a name if any of its articles has one of the name's spellings, a word of the same stem, what the name
    is called by beside it ("the harbour master"), or, in another script, a word that sounds like it, in text or title.
    Bodies and places are only compared in languages that the story has them in, since their names may be translated. A
    place where things merely happen is none that could be missing.
    """
    by_source: dict[str, list[Article]] = {}
    for article in articles:
        if article.copy_of is None:
            by_source.setdefault(article.source, []).append(article)
    if len(by_source) < settings.gap_sources:
        return
    read = _Read(
        by_source=by_source,
        folded={source: " ".join(_folded(article) for article in found) for source, found in by_source.items()},
        texts={article.id: article for article in articles},
    )
    for entity in entities:
        row = _gap(entity, read, settings)
        if row is not None:
            yield row


class _Read(NamedTuple):
    """The articles by source and by id, and each source's titles and texts, folded."""

    by_source: Mapping[str, Sequence[Article]]
    folded: Mapping[str, str]
    texts: Mapping[str, Article]


def _folded(article: Article) -> str:
    return fold(f"{article.title or ''} {article.text}".replace(".", ""))


def _gap(entity: Entity, read: _Read, settings: ComparisonSettings) -> Difference | None:
    holders: dict[str, list[Evidence]] = {}
    for mention in entity.mentions:
        holders.setdefault(read.texts[mention.article_id].source, []).append(mention)
    absent = [source for source in read.by_source if source not in holders]
    if not entity.named or entity.label == "MISC" or len(absent) != 1 or len(holders) < settings.gap_sources:
        return None
    if len(entity.mentions) < settings.gap_mentions or _expected(entity, read, absent[0]) < settings.gap_expected:
        return None
    if not _comparable(entity, read, absent[0]) or (entity.label == "LOC" and _is_setting(entity, read)):
        return None
    if _hinted(entity, read, absent[0]):
        return None
    have = tuple(sorted(evidence.article_id for found in holders.values() for evidence in found[:1]))
    return Difference(
        kind="gap",
        subject=entity.name,
        sides=(
            Side(articles=have, evidence=tuple(found[0] for found in holders.values())),
            Side(articles=tuple(article.id for article in read.by_source[absent[0]]), evidence=()),
        ),
        weight=round(min(0.75, 0.35 + 0.05 * len(entity.mentions)), 4),
        translated=across(
            {article.language for source in sources for article in read.by_source[source]}
            for sources in (holders, absent)
        ),
    )


def _expected(entity: Entity, read: _Read, absent: str) -> float:
    """How often the source would have the name if it had it as often by length as the others."""
    length = {source: sum(len(article.text) for article in found) for source, found in read.by_source.items()}
    others = sum(length.values()) - length[absent]
    return len(entity.mentions) / max(others, 1) * length[absent]


def _comparable(entity: Entity, read: _Read, absent: str) -> bool:
    """Whether the source would write the name so that it is known: in a language that has it, or by its sound."""
    languages = {alias.language for alias in entity.aliases}
    strange = [article for article in read.by_source[absent] if article.language not in languages]
    if not strange:
        return True
    if entity.label != "PER" or " " not in _surface(entity.name, read):
        return False
    tokens = [token for alias in entity.aliases for token in _surface(alias.evidence, read).split()]
    return not any(_sounds(token, article) for token in set(tokens) for article in strange)


def _sounds(token: str, article: Article) -> bool:
    """Whether a word of an article in another script may be a spelling of the name."""
    text = f"{article.title or ''} {article.text}"
    spelled = {text[word.start : word.end] for word in words(text, article.language) if not word.stop}
    cased = any(one[0].isupper() for one in spelled)
    return any(same_name(token, one) >= _MAY_BE for one in spelled if one[0].isupper() or not cased)


_MAY_BE = 0.7
"""How alike a word must sound at the most for a name not to be there."""


def _is_setting(entity: Entity, read: _Read) -> bool:
    """Whether a place is mostly where things happen, by the words before its name."""
    return sum(_is_where(mention, read.texts[mention.article_id]) for mention in entity.mentions) * 2 > len(
        entity.mentions
    )


def _is_where(mention: Evidence, article: Article) -> bool:
    before = article.text[max(0, mention.start - _BEFORE) : mention.start]
    forms = [written(before[word.start : word.end], article.language) for word in words(before, article.language)]
    name = written(article.text[mention.start : mention.end].split()[0], article.language)
    lists = lexis(article.language)
    return any(hits(lists.locative, forms[-1:])) or any(hits(lists.locative, [name[1:]]))


_BEFORE = 20
"""Characters before a name that hold the word it depends on."""


def _surface(evidence: Evidence, read: _Read) -> str:
    return read.texts[evidence.article_id].text[evidence.start : evidence.end]


def _holds_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _hinted(entity: Entity, read: _Read, source: str) -> bool:
    """Whether the source has a word of the family of one of the entity's spellings, or what it is called by."""
    text = read.folded[source]
    if any(_holds_word(text, role) for mention in entity.mentions for role in _roles(mention, read)):
        return True
    raw = " ".join(f"{article.title or ''} {article.text}" for article in read.by_source[source])
    return any(_is_akin(_surface(a.evidence, read), a.language, text, raw) for a in entity.aliases)


def _is_akin(surface: str, language: str, text: str, raw: str) -> bool:
    """Whether a text has an acronym of the name, a word of the family of its telling words, or two of its others."""
    if surface.isupper() and _holds_word(text, fold(surface.replace(".", ""))):
        return True
    initials = fold("".join(word[0] for word in surface.split() if word[0].isupper()))
    if len(initials) > _ACRONYM and _holds_word(text, initials):
        return True
    tokens = surface.replace(".", "").split()
    common = [token for token in tokens if is_word(token.casefold(), primary(language))] if len(tokens) > 1 else []
    stems = {token: _stem(token) for token in tokens}
    if any(len(stems[token]) >= _STEM and stems[token] in text for token in tokens if token not in common):
        return True
    if any(token[0].isupper() and _holds_word(raw, token) for token in common):
        return True
    return any(_follows(stems[one], stems[other], text) for one, other in pairwise(tokens))


def _stem(token: str) -> str:
    folded = fold(token)
    return folded[: max(_STEM, len(folded) - 2)]


def _follows(one: str, other: str, text: str) -> bool:
    """Whether words of two stems stand side by side."""
    return re.search(rf"{re.escape(one)}\w* \w{{0,3}}{re.escape(other)}", text) is not None


def _roles(mention: Evidence, read: _Read) -> Iterator[str]:
    """What somebody is called right before the name or in an apposition behind it, folded, where it is two words."""
    article = read.texts[mention.article_id]
    for found in (_TITLE.search(article.text, max(0, mention.start - _ROLE), mention.start),
                  _APPOSED.match(article.text, mention.end, mention.end + _ROLE)):  # fmt: skip
        if found is not None and " " in found[1].strip():
            yield fold(found[1].strip())


_ROLE = 60
_TITLE = re.compile(r"(?<!\w)([a-zà-ÿ-]+(?: [a-zà-ÿ-]+){1,2}),? $")
_APPOSED = re.compile(r", the ([a-z-]+(?: [a-z-]+){1,2})(?=[,.])")
