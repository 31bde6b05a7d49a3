"""Names of weight that one source does not have at all while others do."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compare.alignment import Pairs, Reading
from generator.compare.heads import heads
from generator.compare.lexis import hits, lexis, written
from generator.compare.meant import callings, meaning
from generator.compare.rivals.lengths import is_long
from generator.compare.rows import across
from generator.compare.settings import ComparisonSettings
from generator.compare.statements import Statement
from generator.compare.traces import Source, has_trace
from generator.language.aliases import listed
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.words import words
from generator.model import Analysis, Article, Difference, Entity, Evidence, Label, Side


def gaps(
    members: Sequence[Analysis], entities: Sequence[Entity], reading: Reading, *, settings: ComparisonSettings
) -> Iterator[Difference]:
    """A row for each name of weight that all but one source have.

    A name has weight if every other source comes back to it, or if it is named often and somebody speaks for it: is
    quoted under it or in its name; and if two sources tell the same matter of it. A source has a name if any of its
    articles has a spelling of it or a trace. A place where things merely happen is none that could be missing, and who
    delivers the news is none either.
    """
    articles = [member.article for member in members]
    by_source: dict[str, list[Article]] = {}
    for article in articles:
        if article.copy_of is None:
            by_source.setdefault(article.source, []).append(article)
    if len(by_source) < settings.gap_sources:
        return
    read = _Read(
        elsewhere=_elsewhere(reading),
        by_source=by_source,
        texts={article.id: article for article in articles},
        speakers=frozenset(place for member in members for place in _speakers(member)),
        naming=_naming(reading),
        told=_told(reading),
        pairs=Pairs(reading),
        mentions=settings.gap_mentions + is_long(reading),
    )
    found = [row for entity in entities if (row := _gap(entity, read, settings)) is not None]
    yield from _few_of_a_source(found)


def _few_of_a_source(found: Sequence[Difference]) -> Iterator[Difference]:
    """The rows, of each source that leaves something out the weightiest few."""
    seen: Counter[Side] = Counter()
    for row in sorted(found, key=lambda row: -row.weight):
        seen[row.sides[-1]] += 1
        if seen[row.sides[-1]] <= _FEW:
            yield row


_FEW = 3
"""Names that a source leaves out; where it has none of many, it tells something else."""


class _Read(NamedTuple):
    """The articles by source and by id, the places that name speakers, the statements by what they name and source."""

    by_source: Mapping[str, Sequence[Article]]
    texts: Mapping[str, Article]
    speakers: frozenset[Evidence]
    naming: Mapping[str, Sequence[Statement]]
    told: Mapping[str, Sequence[Statement]]
    elsewhere: frozenset[str]
    """The sources that tell of other matters than the rest."""
    pairs: Pairs
    mentions: int
    """How often a name must stand in the story."""


def _naming(reading: Reading) -> Mapping[str, Sequence[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        for term in {token.term for token in statement.tokens if token.named}:
            found.setdefault(term.removeprefix("@"), []).append(statement)
    return found


def _told(reading: Reading) -> Mapping[str, Sequence[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        found.setdefault(statement.source, []).append(statement)
    return found


def _elsewhere(reading: Reading) -> frozenset[str]:
    """The sources whose statements are hardly like any of the others, in long articles.

    Another view of the news, or what is left of a page, leaves out most of what the others have; that is no news.
    """
    if not is_long(reading) or len({statement.language for statement in reading.statements}) > 1:
        return frozenset()  # Between languages little is alike.
    told, best = _told(reading), dict[int, float]()
    for pair in reading.pairs:
        if pair.one.source != pair.other.source:
            for one in (pair.one, pair.other):
                best[one.number] = max(best.get(one.number, 0.0), pair.score)
    shares = {source: sum(best.get(one.number, 0.0) for one in held) / len(held) for source, held in told.items()}
    return frozenset(source for source, share in shares.items() if share < _SAME_NEWS)


_SAME_NEWS = 0.1
"""How like the others' nearest statements a source's must be, on average, to tell the same news."""


def _speakers(member: Analysis) -> Iterator[Evidence]:
    for quote in member.quotes:
        if quote.speaker is not None:
            spans = (quote.speaker, quote.speaker.referent) if quote.speaker.referent else (quote.speaker,)
            for span in spans:
                yield Evidence(article_id=member.article.id, start=span.start, end=span.end)


def _gap(entity: Entity, read: _Read, settings: ComparisonSettings) -> Difference | None:
    holders: dict[str, list[Evidence]] = {}
    for mention in entity.mentions:
        holders.setdefault(read.texts[mention.article_id].source, []).append(mention)
    absent = [source for source in read.by_source if source not in holders]
    if len(absent) != 1 or len(holders) < settings.gap_sources or absent[0] in read.elsewhere:
        return None
    if not _has_weight(entity, holders, read) or _expected(entity, read, absent[0]) < settings.gap_expected:
        return None
    if not _can_be_missing(entity, read) or _is_told_of(entity, read, absent[0]):
        return None
    told = _told_alike(entity, read)
    if told is None:
        return None
    shown = [next((one for one in found if _within(one, told)), found[0]) for found in holders.values()]
    return Difference(
        kind="gap",
        subject=entity.name,
        sides=(
            Side(articles=tuple(sorted(one.article_id for one in shown)), evidence=tuple(shown)),
            Side(articles=tuple(article.id for article in read.by_source[absent[0]]), evidence=()),
        ),
        weight=round(min(0.75, 0.35 + 0.05 * len(entity.mentions)), 4),
        translated=across(
            {article.language for source in sources for article in read.by_source[source]}
            for sources in (holders, absent)
        ),
    )


def _is_told_of(entity: Entity, read: _Read, absent: str) -> bool:
    """Whether the source has a trace of the name, or means whoever bears it."""
    return has_trace(entity, Source(read.by_source[absent]), list(read.texts.values())) or _is_meant(
        entity, read, absent
    )


def _is_meant(entity: Entity, read: _Read, absent: str) -> bool:
    """Whether the source tells of the person without the name, in a statement on a matter in which others name it."""
    if entity.label != "PER":
        return False
    naming = read.naming.get(entity.id, ())
    told = meaning(callings(f"@{entity.id}", naming), read.told.get(absent, ()))
    return any(read.pairs.of(one, other).score >= _MEANT for one in naming for other in told)


_MEANT = 0.15
"""How alike two statements must be for the unnamed in one to be the named in the other."""


def _can_be_missing(entity: Entity, read: _Read) -> bool:
    """Whether it is somebody, a body or a place that is more than where things happen or who delivers the news."""
    if not entity.named or _is_no_body(entity, read) or _delivers_news(entity, read):
        return False
    return entity.label != "LOC" or not _only_a_setting(entity, read)


def _is_no_body(entity: Entity, read: _Read) -> bool:
    """Whether it is a law, a treaty, an event: these are told of in many words besides their names."""
    place = entity.name
    article = read.texts[place.article_id]
    last = fold(article.text[place.start : place.end]).split()[-1:]
    return entity.label == "MISC" or any(
        heads(primary(article.language)).last.get(word) == "MISC" for word in last if entity.label == "ORG"
    )


def _delivers_news(entity: Entity, read: _Read) -> bool:
    """Whether it is an agency or one of the story's outlets: named in credits, or as who asked."""
    surfaces = {read.texts[m.article_id].text[m.start : m.end] for m in entity.mentions}
    if any(listed(surface) in _AGENCIES for surface in surfaces):
        return True
    return any(_is_outlet(surface, source, entity.label) for surface in surfaces for source in read.by_source)


def _is_outlet(surface: str, source: str, label: Label) -> bool:
    """Whether a name is an outlet's, or a body's name begins it: "The Atlantic", "CNN (Web News)"."""
    name, whole = (fold(text).removeprefix("the ").split() for text in (surface, source))
    return name == whole or (label != "LOC" and bool(name) and whole[: len(name)] == name)


_AGENCIES = frozenset({"@REUTERS", "@AFP", "@AP"})


def _told_alike(entity: Entity, read: _Read) -> tuple[Statement, Statement] | None:
    """The two statements of different sources on the name that are most alike; None where they are on other matters."""
    pairs = (
        read.pairs.of(one, other)
        for one, other in combinations(read.naming.get(entity.id, ()), 2)
        if one.source != other.source
    )
    best = max(pairs, key=lambda pair: (pair.score, -pair.one.number, -pair.other.number), default=None)
    return None if best is None or best.score < _ONE_MATTER else (best.one, best.other)


_ONE_MATTER = 0.12
"""How alike two statements on a name must be to tell one matter; the name itself makes up for most of it."""


def _within(mention: Evidence, told: Sequence[Statement]) -> bool:
    return any(
        one.article.id == mention.article_id and one.start <= mention.start and mention.end <= one.end for one in told
    )


def _expected(entity: Entity, read: _Read, absent: str) -> float:
    """How often the source would have the name if it had it as often by length as the others."""
    length = {source: sum(len(article.text) for article in found) for source, found in read.by_source.items()}
    others = sum(length.values()) - length[absent]
    return len(entity.mentions) / max(others, 1) * length[absent]


def _has_weight(entity: Entity, holders: Mapping[str, Sequence[Evidence]], read: _Read) -> bool:
    """Whether each source that has the name comes back to it, one dwells on it, or somebody speaks under it."""
    if len(entity.mentions) < read.mentions:
        return False
    if all(len(found) >= _AGAIN for found in holders.values()) or any(len(one) >= _OFTEN for one in holders.values()):
        return True
    return any(_speaks(one, read) for one in entity.mentions)


_AGAIN = 2
_OFTEN = 4
"""Mentions in one source that make a name a subject of its own there."""


def _speaks(mention: Evidence, read: _Read) -> bool:
    return any(
        place.article_id == mention.article_id and place.start < mention.end and mention.start < place.end
        for place in read.speakers
    )


def _only_a_setting(entity: Entity, read: _Read) -> bool:
    return _is_setting(entity, read) or _opens_reports(entity, read)


def _is_setting(entity: Entity, read: _Read) -> bool:
    """Whether a place is mostly where things happen, by the words before its name."""
    return sum(_is_where(mention, read.texts[mention.article_id]) for mention in entity.mentions) * 2 > len(
        entity.mentions
    )


def _opens_reports(entity: Entity, read: _Read) -> bool:
    """Whether a place is written in capitals somewhere: it is where reports come from."""
    surfaces = [read.texts[m.article_id].text[m.start : m.end] for m in entity.mentions]
    return any(surface.isupper() and len(surface) > _INITIALS for surface in surfaces)


_INITIALS = 4


def _is_where(mention: Evidence, article: Article) -> bool:
    before = article.text[max(0, mention.start - _BEFORE) : mention.start]
    forms = [written(before[word.start : word.end], article.language) for word in words(before, article.language)]
    if _ADDRESS.search(before):
        return True
    name = written(article.text[mention.start : mention.end].split()[0], article.language)
    lists = lexis(article.language)
    return any(hits(lists.locative, forms[-1:])) or any(hits(lists.locative, [name[1:]]))


_ADDRESS = re.compile(r"[^\W\d_a-z]\w{1,18}, $")
"""A town before a country or part of one: "Orlando, Florida"."""
_BEFORE = 20
"""Characters before a name that hold the word it depends on."""
