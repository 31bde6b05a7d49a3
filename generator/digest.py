"""What of a comparison is shown, in which order: the title, the extracts in brief, the rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compare.lexis import hits, lexis, written
from generator.language.words import words
from generator.model import Article, Comparison, Difference, Digest, Evidence, Fact, Span, Story, Utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSettings:
    """How much is shown.

    Attributes:
        languages: the reader's languages, the preferred first; extracts of equal worth are taken in this order. None
            named: the site's own language.
        summary: the most extracts in brief.
        summary_words: the most words in brief; the first extract may exceed it.
        extract: the most characters of one extract.
        differences: the most rows under "Where they differ".
        facts: the most facts that several sources report.
        facts_of_one_source: the most facts of each source that it alone reports.
        utterances: the most groups of quotes.
    """

    languages: tuple[str, ...] = ()
    summary: int = 5
    summary_words: int = 110
    extract: int = 300
    differences: int = 8
    facts: int = 15
    facts_of_one_source: int = 8
    utterances: int = 8


def digest(comparison: Comparison, *, settings: DigestSettings) -> Digest:
    """Return what is shown of one story; a pure function of the comparison and the settings."""
    articles = {analysis.article.id: analysis.article for analysis in comparison.story.members}
    title_article = _title_article(comparison, articles, settings)
    return Digest(
        comparison=comparison,
        title=_title(comparison.story, title_article),
        title_article=title_article,
        summary=summary(comparison, articles, settings),
        utterances=_utterances(comparison.utterances, settings),
        differences=_differences(comparison.differences, settings),
        facts=_matrix(comparison, articles, settings),
    )


_TITLE_LENGTH = 140
"""Characters of a sentence that serves as a title."""
_LEAST_TITLE = 40
_CLAUSE_END = re.compile(r"[,;:،؛、，](?=\s)|\s[–—-](?=\s)|[.!?؟。](?=\s)")


# --- title --------------------------------------------------------------------------------------------


def _title_article(comparison: Comparison, articles: Mapping[str, Article], settings: DigestSettings) -> str:
    """The article whose title serves: the reader's language, names what most sources name, neither long nor a quote."""
    shared = _reach(comparison)
    ranked = sorted(
        articles.values(),
        key=lambda article: (
            article.copy_of is not None,
            article.title is None,
            _language_rank(article.language, settings),
            -_names_in(article, comparison, shared),
            _quoting(article.title or ""),
            len(article.title or ""),
            article.id,
        ),
    )
    return ranked[0].id


def _title(story: Story, article_id: str) -> Evidence | None:
    """The passage that is the title where the article has none: its first sentence, up to where a clause ends."""
    analysis = next(member for member in story.members if member.article.id == article_id)
    if story.title is not None or analysis.article.title is not None:
        return None
    text = analysis.article.text
    first = min(analysis.sentences, default=Span(start=0, end=len(text)))
    end = first.end
    if end - first.start > _TITLE_LENGTH:
        space = text.rfind(" ", first.start, first.start + _TITLE_LENGTH + 1)
        end = space if space > first.start else first.start + _TITLE_LENGTH
    clauses = [match.start() for match in _CLAUSE_END.finditer(text, first.start + _LEAST_TITLE, end + 1)]
    return Evidence(article_id=article_id, start=first.start, end=clauses[-1] if clauses else end)


def _reach(comparison: Comparison) -> Mapping[str, int]:
    """How many articles have each entity."""
    return {entity.id: len({mention.article_id for mention in entity.mentions}) for entity in comparison.entities}


def _names_in(article: Article, comparison: Comparison, shared: Mapping[str, int]) -> int:
    """How much of what the story names its title names."""
    title = (article.title or "").casefold()
    texts = {analysis.article.id: analysis.article.text for analysis in comparison.story.members}
    return sum(
        shared[entity.id]
        for entity in comparison.entities
        if any(
            texts[alias.evidence.article_id][alias.evidence.start : alias.evidence.end].casefold() in title
            for alias in entity.aliases
        )
    )


def _quoting(title: str) -> bool:
    return any(mark in title for mark in '“”"«»„‘?؟!')


def _language_rank(language: str, settings: DigestSettings) -> int:
    code = language.split("-", maxsplit=1)[0]
    return settings.languages.index(code) if code in settings.languages else len(settings.languages)


# --- in brief -----------------------------------------------------------------------------------------


def summary(comparison: Comparison, articles: Mapping[str, Article], settings: DigestSettings) -> tuple[Evidence, ...]:
    """Three to five extracts that cover what most sources report, readable in order, none saying another's again.

    Maximal marginal relevance (Carbonell, Goldstein 1998) over the facts' passages: worth is the fact's weight, less
    what is already said. The worthiest extract comes first, the others in the order of their places in their articles.
    """
    candidates = _candidates(comparison, articles, settings)
    chosen: list[Evidence] = []
    said: list[frozenset[str]] = []
    length = 0
    while candidates and len(chosen) < settings.summary:
        pool = candidates if chosen else _leads(candidates, articles) or candidates
        best = max(pool, key=lambda item: (item[0] - _repeated(item[2], said), item[1]))
        candidates = [item for item in candidates if item[1] != best[1]]
        count = len(best[2])
        if _repeated(best[2], said) > _TOO_ALIKE or (chosen and length + count > settings.summary_words):
            continue
        chosen.append(best[1])
        said.append(best[2])
        length += count
    return tuple(chosen[:1] + sorted(chosen[1:], key=lambda extract: (_place(extract, articles), extract)))


_TOO_ALIKE = 0.45
_LEAD = 0.12
"""The share of an article that its lead takes at the most: news says first what happened."""
_FIRST = 0.15
"""What standing right at the beginning adds to the worth of a lead."""
Candidate = tuple[float, Evidence, frozenset[str]]


def _leads(candidates: Sequence[Candidate], articles: Mapping[str, Article]) -> list[Candidate]:
    """The candidates that stand at the beginning of their articles, worth more the nearer they are to it."""
    return [
        (worth + _FIRST * (1 - _place(passage, articles) / _LEAD), passage, content)
        for worth, passage, content in candidates
        if _place(passage, articles) <= _LEAD
    ]


def _candidates(comparison: Comparison, articles: Mapping[str, Article], settings: DigestSettings) -> list[Candidate]:
    """For each fact its best passage that stands by itself, with its worth and its content words."""
    found = []
    spoken = _speech(comparison)
    for fact in comparison.facts:
        usable = [
            one
            for one in fact.evidence
            if _stands_alone(one, articles[one.article_id], settings) and not _is_speech(one, spoken)
        ]
        if usable:
            passage = min(usable, key=lambda one: _passage_rank(one, articles[one.article_id], settings))
            article = articles[passage.article_id]
            worth = fact.weight - 0.15 * _language_rank(article.language, settings)
            found.append((worth, passage, _content(passage, article)))
    return found


def _speech(comparison: Comparison) -> Mapping[str, Sequence[Span]]:
    """What each article prints in somebody else's words."""
    spoken: dict[str, list[Span]] = {}
    for rendering in comparison.quotes:
        if rendering.quote.kind != "indirect":
            spoken.setdefault(rendering.article_id, []).extend(rendering.quote.spans)
    return spoken


def _is_speech(passage: Evidence, spoken: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a passage takes words out of a quotation; without marks and speaker they would be the outlet's own."""
    return any(span.start < passage.end and passage.start < span.end for span in spoken.get(passage.article_id, ()))


def _passage_rank(passage: Evidence, article: Article, settings: DigestSettings) -> tuple[int, int, int, str]:
    return (_language_rank(article.language, settings), passage.start * 20 // max(len(article.text), 1),
            passage.end - passage.start, passage.article_id)  # fmt: skip


def _stands_alone(passage: Evidence, article: Article, settings: DigestSettings) -> bool:
    """Whether an extract can be read by itself: no dangling beginning, nothing in quotation marks, not too long."""
    text = article.text[passage.start : passage.end]
    if not _SHORTEST <= len(text) <= settings.extract or not text.rstrip().endswith((".", "!", "。", "।")):
        return False
    if any(mark in text for mark in _QUOTATION):
        return False
    forms = [written(text[word.start : word.end], article.language) for word in words(text, article.language)]
    lists = lexis(article.language)
    opening = next(hits(lists.dangling, forms), None)
    pronouns = any(hits(lists.third_person, forms[:_OPENING]))
    return (
        (opening is None or opening.first > 0)
        and not pronouns
        and not any(hits(lists.caption, forms))
        and not _torn(article.text[: passage.start])
    )


def _torn(before: str) -> bool:
    """Whether what stands before looks like the first half of the sentence: it ends in an abbreviation."""
    return re.search(r"\b[A-Z]\.\s*$", before[-4:]) is not None


_SHORTEST = 45
_OPENING = 4
"""Words at the beginning among which a pronoun has nothing to stand for."""
_QUOTATION = '“”"«»„‘「」'


def _content(passage: Evidence, article: Article) -> frozenset[str]:
    text = article.text[passage.start : passage.end]
    return frozenset(word.key for word in words(text, article.language) if not word.stop)


def _repeated(content: frozenset[str], said: Sequence[frozenset[str]]) -> float:
    """The largest share of the words that one extract already has."""
    return max((len(content & other) / max(min(len(content), len(other)), 1) for other in said), default=0.0)


def _place(passage: Evidence, articles: Mapping[str, Article]) -> float:
    """How far into its article a passage stands."""
    return passage.start / max(len(articles[passage.article_id].text), 1)


# --- rows ---------------------------------------------------------------------------------------------


def _utterances(found: Sequence[Utterance], settings: DigestSettings) -> tuple[Utterance, ...]:
    return tuple(sorted(found, key=lambda one: (-one.weight, one.id))[: settings.utterances])


def _differences(found: Sequence[Difference], settings: DigestSettings) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=lambda one: -one.weight)[: settings.differences])


def _matrix(comparison: Comparison, articles: Mapping[str, Article], settings: DigestSettings) -> tuple[Fact, ...]:
    """The weightiest facts that several sources report, and the weightiest of each source that it alone reports."""
    ranked = sorted(comparison.facts, key=lambda fact: (-fact.weight, fact.id))
    shared = [fact for fact in ranked if fact.status != "one"][: settings.facts]
    alone: dict[str, list[Fact]] = {}
    for fact in ranked:
        if fact.status == "one":
            alone.setdefault(articles[fact.evidence[0].article_id].source, []).append(fact)
    kept = [fact for facts in alone.values() for fact in facts[: settings.facts_of_one_source]]
    kept = sorted(kept, key=lambda fact: (-fact.weight, fact.id))[: settings.facts_of_one_source * _SOURCES]
    return (*shared, *kept)


_SOURCES = 8
"""Sources whose own facts are shown with the facts; what others add stands with their articles."""
