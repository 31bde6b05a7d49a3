"""Why the articles of a story are together, with the passages that show it."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.group.identity import Group
from generator.language.codes import primary
from generator.language.company import share
from generator.language.fold import fold
from generator.language.lexicon import translations
from generator.language.names import name_keys, same_name
from generator.language.words import Word, words
from generator.model import Analysis, Evidence, Label, Reason, ReasonKind, Span

_LOOK = 3000
"""Characters of an article that are searched for terms and figures."""
_ITEMS = 8
"""Items that a reason shows, those of most articles first."""
_NAMES = 40
"""Names of one article that are compared."""
_SAME = 0.75
"""From here on two names count as the same: a surname alone reaches it."""
_QUOTED = 4
"""Words that a shared quote has at least."""
_TELLING = 4.0
"""Weight of a term from which it is worth naming: about one article in fifty has it."""
_MOSTLY = 0.3
"""Share of a word's meanings from which a concept is what it means."""
_RARE = 0.03
"""Share of background texts up to which a concept is worth naming."""
_SATURATION = 3.0
_DAY = 86_400

Weight = Callable[[str], float]
Told = Mapping[str, Sequence[Word]]
"""The words of each article, as far as they are searched."""
Common = Sequence[tuple[str, Mapping[str, Span]]]
"""Items with their first passage in each article that has them."""


class _Shared:
    """Items by key, each with its first passage in each article."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, Span]] = defaultdict(dict)

    def add(self, key: str, article: str, start: int, end: int) -> None:
        self.places[key].setdefault(article, Span(start=start, end=end))

    def common(self, weight: Weight = len) -> list[tuple[str, Mapping[str, Span]]]:
        """Items of two articles or more: those of most articles first, then by weight, then by key."""
        found = [(key, places) for key, places in self.places.items() if len(places) > 1]
        return sorted(found, key=lambda item: (-len(item[1]), -weight(item[0]), item[0]))


def reasons(group: Group, weight: Callable[[str], Weight], editor: Iterable[str] = ()) -> tuple[Reason, ...]:
    """The grounds of one story, heaviest first; a story of one article has none but an editor's.

    A ground weighs the more, the more items are shared and the more of the articles share them. `weight` gives for
    a language how much a term tells.
    """
    present = {analysis.article.id for analysis in group}
    own = [analysis for analysis in group if analysis.article.copy_of not in present]
    found = [*_editor(group, editor), *_copies(group, present)]
    if len(own) > 1:
        found += _reason("names", own, _names(own, ("PER", "ORG", "MISC")).common())
        found += _reason("places", own, _names(own, ("LOC",)).common())
        told = {a.article.id: words(a.article.text[:_LOOK], a.article.language) for a in own}
        found += _terms(own, told, weight)
        found += _reason("concepts", own, _concepts(own, told))
        found += _reason("numbers", own, _figures(own, told).common())
        found += _reason("quotes", own, _quotes(own).common())
        found += _days(own)
    return tuple(sorted(found, key=lambda reason: (-reason.weight, reason.kind)))


def _reason(kind: ReasonKind, own: Sequence[Analysis], common: Common) -> list[Reason]:
    """One reason for all common items; none where nothing is common."""
    if not common:
        return []
    sharing = {article for _, places in common for article in places}
    weight = (1 - math.exp(-len(common) / _SATURATION)) * len(sharing) / len(own)
    return [
        Reason(
            kind=kind,
            articles=tuple(a.article.id for a in own if a.article.id in sharing),
            weight=round(weight, 3),
            evidence=_passages(own, common[:_ITEMS]),
            amount=float(len(common)),
        )
    ]


def _passages(own: Sequence[Analysis], common: Common) -> tuple[Evidence, ...]:
    """One passage for each wording of each item: the same words are shown once."""
    texts = {analysis.article.id: analysis.article.text for analysis in own}
    seen: set[tuple[str, str]] = set()
    found = []
    for key, places in common:
        for article in texts:
            span = places.get(article)
            wording = (key, fold(texts[article][span.start : span.end])) if span else None
            if span and wording and wording not in seen:
                seen.add(wording)
                found.append(Evidence(article_id=article, start=span.start, end=span.end))
    return tuple(found)


def _names(own: Sequence[Analysis], labels: Sequence[Label]) -> _Shared:
    """The names of the articles; names that sound the same in any script are one item."""
    shared = _Shared()
    item_of: dict[str, str] = {}
    by_key: dict[str, list[str]] = defaultdict(list)
    for analysis in own:
        text = analysis.article.text
        names: dict[str, Span] = {}
        for mention in analysis.mentions:
            if mention.label in labels:
                names.setdefault(text[mention.start : mention.end], Span(start=mention.start, end=mention.end))
        for name, span in list(names.items())[:_NAMES]:
            item = item_of.get(fold(name)) or _item(name, by_key)
            item_of[fold(name)] = item
            shared.add(item, analysis.article.id, span.start, span.end)
    return shared


def _item(name: str, by_key: dict[str, list[str]]) -> str:
    """The item that a new name belongs to: the one it most likely is, or itself."""
    keys = sorted(name_keys(name))
    known = sorted({other for key in keys for other in by_key[key]})
    best = max(known, key=lambda other: same_name(name, other), default=None)
    if best is not None and same_name(name, best) >= _SAME:
        return best
    for key in keys:
        by_key[key].append(name)
    return name


def _terms(own: Sequence[Analysis], told: Told, weight: Callable[[str], Weight]) -> list[Reason]:
    """Telling words that articles of one language share; one reason for each language."""
    languages: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in own:
        languages[primary(analysis.article.language)].append(analysis)
    found: list[Reason] = []
    for language, articles in sorted(languages.items()):
        shared, tells = _Shared(), weight(language)
        for analysis in articles:
            for word in told[analysis.article.id]:
                if not word.stop and not word.number and tells(word.key) >= _TELLING:
                    shared.add(word.key, analysis.article.id, word.start, word.end)
        found += _reason("terms", own, shared.common(tells))
    return found


def _concepts(own: Sequence[Analysis], told: Told) -> Common:
    """Telling meanings that articles in different languages share."""
    language = {analysis.article.id: primary(analysis.article.language) for analysis in own}
    if len(set(language.values())) == 1:
        return []
    shared = _Shared()
    for article, found in told.items():
        for word in found:
            if not word.stop and not word.number and (concept := _meant(word.key, language[article])):
                shared.add(concept, article, word.start, word.end)
    return [item for item in shared.common(lambda c: -share(c)) if len({language[article] for article in item[1]}) > 1]


def _meant(key: str, language: str) -> str | None:
    """The telling concept that a word mostly stands for."""
    for concept, part in translations(key, language)[:1]:
        if part >= _MOSTLY and share(concept) <= _RARE:
            return concept
    return None


def _figures(own: Sequence[Analysis], told: Told) -> _Shared:
    """Figures of two digits or more that are no years."""
    shared = _Shared()
    for analysis in own:
        for word in told[analysis.article.id]:
            if word.number and len(word.key) > 1 and not _is_year(word.key):
                shared.add(word.key, analysis.article.id, word.start, word.end)
    return shared


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure[:2] in ("19", "20")  # noqa: PLR2004


def _quotes(own: Sequence[Analysis]) -> _Shared:
    """Quotes that several articles have word for word."""
    shared = _Shared()
    for analysis in own:
        article = analysis.article
        for quote in analysis.quotes:
            if quote.kind == "indirect":
                continue
            for span in quote.spans:
                keys = [word.key for word in words(article.text[span.start : span.end], article.language)]
                if len(keys) >= _QUOTED:
                    shared.add(" ".join(keys), article.id, span.start, span.end)
    return shared


def _days(own: Sequence[Analysis]) -> list[Reason]:
    """How many days lie between the first and the last article, where dates are known."""
    dated = [analysis.article for analysis in own if analysis.article.published]
    times = [article.published.timestamp() for article in dated if article.published]
    if len(times) < 2:  # noqa: PLR2004
        return []
    days = (max(times) - min(times)) / _DAY
    weight = math.exp(-days / _SATURATION) * len(dated) / len(own)
    articles = tuple(article.id for article in dated)
    return [Reason(kind="days", articles=articles, weight=round(weight, 3), amount=round(days, 1))]


def _copies(group: Group, present: set[str]) -> list[Reason]:
    """Articles that repeat another one of the story."""
    copies = [a.article for a in group if a.article.copy_of in present]
    if not copies:
        return []
    ids = {a.id for a in copies} | {a.copy_of for a in copies}
    return [
        Reason(
            kind="copy",
            articles=tuple(a.article.id for a in group if a.article.id in ids),
            weight=1.0,
            amount=float(len(copies)),
        )
    ]


def _editor(group: Group, editor: Iterable[str]) -> list[Reason]:
    """An editor's hand in which articles are together."""
    if not {"merge", "split", "move"} & set(editor):
        return []
    return [Reason(kind="editor", articles=tuple(a.article.id for a in group), weight=1.0)]
