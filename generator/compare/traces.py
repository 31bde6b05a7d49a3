"""Whether a source that does not write a name has it all the same: shortened, described, translated or by a relative.

A row that says a source leaves something out must be sure of it; so all of these count as having it, in the text or
the title.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.arabic import construct
from generator.compare.heads import heads
from generator.compare.lexis import hits, lexis, written
from generator.compare.senses import concepts
from generator.compare.translated import Name, meanings_of_words
from generator.language.aliases import others
from generator.language.codes import primary
from generator.language.countries import country_of, is_seat, speaks_of
from generator.language.fold import fold
from generator.language.names import same_name
from generator.language.stopwords import stopwords
from generator.language.words import words
from generator.model import Article, Entity, Evidence, Label

_ACRONYM = 2
_STEM = 4
"""Letters that a word and a name may share at the least and still be of one family: Iran, Iranian."""
_SOUNDS, _SOUNDS_OF_BODY = 0.7, 0.84
"""How alike a word must sound at the most for a person's, or another's, name not to be there."""
_TELLING = 5
"""Letters of a word in the name of a body or place from which on its sound tells something."""
_NEAR = 60
"""Characters within which two words of a name stand together."""


class Source(NamedTuple):
    """The articles of one source."""

    articles: Sequence[Article]

    @property
    def text(self) -> str:
        """Titles and texts."""
        return "\n".join(f"{article.title or ''}\n{article.text}" for article in self.articles)

    @property
    def languages(self) -> frozenset[str]:
        """The languages it writes in."""
        return frozenset(primary(article.language) for article in self.articles)


def has_trace(entity: Entity, source: Source, articles: Sequence[Article]) -> bool:
    """Whether a source may have an entity of which it has no mention."""
    texts = {article.id: article for article in articles}
    raw, folded = source.text, fold(source.text.replace(".", ""))
    if any(_holds_word(folded, role) for mention in entity.mentions for role in _roles(mention, texts)):
        return True
    known = {primary(alias.language) for alias in entity.aliases}
    strange = [article for article in source.articles if primary(article.language) not in known]
    for alias in entity.aliases:
        surface = texts[alias.evidence.article_id].text[alias.evidence.start : alias.evidence.end]
        name = Name(surface, alias.language)
        if any(_holds_word(folded, other) for other in others(surface) if len(other) >= _STEM):
            return True
        if _in_its_language(name, entity.label, raw, folded) or _by_country(surface, source):
            return True
        if any(_in_another(name, entity.label, article) for article in strange):
            return True
    return False


def _by_country(surface: str, source: Source) -> bool:
    """Whether a country, its capital or its government is spoken of by another word: American, the administration."""
    code = country_of(surface)
    if code is not None and speaks_of(source.text, code):
        return True
    return is_seat(surface) and any(_names_government(article) for article in source.articles)


def _names_government(article: Article) -> bool:
    text = f"{article.title or ''}\n{article.text}"
    forms = [written(text[word.start : word.end], article.language) for word in words(text, article.language)]
    return any(hits(lexis(article.language).government, forms))


# --- in the language of the name --------------------------------------------------------------------------


def _in_its_language(name: Name, label: Label, raw: str, folded: str) -> bool:
    surface = name.surface.replace(".", "")
    if surface.isupper() and _holds_word(folded, fold(surface)):
        return True
    initials = fold("".join(word[0] for word in surface.split() if word[0].isupper()))
    if len(initials) > _ACRONYM and _holds_word(folded, initials):
        return True
    tokens = [token for token in surface.split() if fold(token) not in stopwords(name.language)]
    if label == "PER" or len(tokens) < _ACRONYM:
        return any(len(_stem(token)) >= _STEM and _stem(token) in folded for token in tokens)
    return _stands_as_name(tokens, raw) or _is_meant(tokens, name, folded) or _stand_together(tokens, folded)


def _stands_as_name(tokens: Sequence[str], raw: str) -> bool:
    """Whether a word of the name has a capital in the midst of a sentence."""
    cased = [token for token in tokens if token[0].isupper()]
    return any(re.search(rf"[\w,;:] {re.escape(token)}(?!\w)", raw) for token in cased)


def _is_meant(tokens: Sequence[str], name: Name, folded: str) -> bool:
    """Whether a noun for bodies that the name has stands definite and alone: "the board", "الهيئة"."""
    code = primary(name.language)
    last, first = fold(tokens[-1]), fold(tokens[0])
    if code == "ar":
        return first in construct()["body"] and _holds_word(folded, "ال" + first)
    noun = last if heads(code).last.get(last) == "ORG" else first if first in heads(code).first else None
    return noun is not None and re.search(rf"(?<!\w)the {re.escape(noun)}(?! of)(?!\w)", folded) is not None


def _stand_together(tokens: Sequence[str], folded: str) -> bool:
    """Whether two words of the name, in any form, stand near each other."""
    places = [[match.start() for match in re.finditer(rf"(?<!\w)(?:ال|[وفبل]?ال|لل)?{re.escape(_stem(token))}", folded)]
              for token in tokens if len(fold(token)) >= _STEM]  # fmt: skip
    return any(
        abs(one - other) <= _NEAR for some, others in combinations(places, 2) for one in some for other in others
    )


def _stem(token: str) -> str:
    folded = fold(token)
    return folded[: max(_STEM, len(folded) - 2)]


def _holds_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


# --- in another language ----------------------------------------------------------------------------------


def _in_another(name: Name, label: Label, article: Article) -> bool:
    """Whether words of an article sound like a word of the name, or two near each other mean what two of it do."""
    text = f"{article.title or ''}\n{article.text}"
    found = [word for word in words(text, article.language) if not word.stop]
    spelled = {text[word.start : word.end] for word in found}
    if any(_sounds(token, spelled, label) for token in name.surface.split()):
        return True
    if label == "PER":
        return False
    meant = [meaning for meaning in meanings_of_words(name) if meaning]
    if not meant:
        return True
    places: list[list[int]] = [[] for _ in meant]
    for word in found:
        means = {sense.removeprefix("=") for sense in concepts(word, article.language)}
        for number, meaning in enumerate(meant):
            if meaning & means:
                places[number].append(word.start)
    if len(meant) == 1:
        return bool(places[0])
    return any(
        abs(one - other) <= _NEAR for some, others in combinations(places, 2) for one in some for other in others
    )


def _sounds(token: str, spelled: set[str], label: Label) -> bool:
    """Whether a word of an article may be a spelling of a word of the name."""
    if label != "PER" and len(token) < _TELLING:
        return False
    cased = any(one[0].isupper() for one in spelled)
    least = _SOUNDS if label == "PER" else _SOUNDS_OF_BODY
    return any(same_name(token, one) >= least for one in spelled if one[0].isupper() or not cased)


# --- what somebody is called ------------------------------------------------------------------------------


def _roles(mention: Evidence, texts: dict[str, Article]) -> Iterator[str]:
    """What somebody is called right before the name or in an apposition behind it, folded, where it is two words."""
    article = texts[mention.article_id]
    for found in (_TITLE.search(article.text, max(0, mention.start - _ROLE), mention.start),
                  _APPOSED.match(article.text, mention.end, mention.end + _ROLE)):  # fmt: skip
        role = [word for word in fold(found[1]).split() if word not in stopwords(article.language)] if found else []
        if len(role) > 1 and " ".join(role) in fold(found[1] if found else ""):
            yield " ".join(role)


_ROLE = 60
_TITLE = re.compile(r"(?<!\w)([a-zà-ÿ-]+(?: [a-zà-ÿ-]+){1,2}),? $")
_APPOSED = re.compile(r", the ([a-z-]+(?: [a-z-]+){1,2})(?=[,.])")
