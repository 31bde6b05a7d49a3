"""The names of a story's articles, completed: names known from its articles in other scripts, labels cut off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from generator.compare.lexis import hits, lexis, written
from generator.compare.naming import identity
from generator.language.codes import primary
from generator.language.edges import calendar_words
from generator.language.lexicon import is_word, translations
from generator.language.projection import Known, projected
from generator.language.words import Word, words
from generator.model import Analysis, Article, Label, Mention
from generator.text import script

_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts whose capitals give names away; in others names are missed more often, and may be found by their sound."""


def completed(members: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """The analyses with the names that the recogniser missed but the story's articles in cased scripts have."""
    names = {
        Known(analysis.article.text[mention.start : mention.end], mention.label)
        for analysis in members
        if _is_cased(analysis)
        for mention in analysis.mentions
    }
    return tuple(_completed(analysis, names) for analysis in members)


def _is_cased(analysis: Analysis) -> bool:
    return _cased(analysis.article.text[:_SAMPLE])


@lru_cache(maxsize=512)
def _cased(text: str) -> bool:
    return script(text) in _CASED


_SAMPLE = 1000
"""Characters that tell an article's script."""


def _completed(analysis: Analysis, names: set[Known]) -> Analysis:
    article = analysis.article
    mentions = tuple(
        part for mention in analysis.mentions for part in (_cut(article, mention), *_behind_cut(article, mention))
    )
    if names and not _is_cased(analysis):
        mentions = projected(article.text, article.language, mentions, sorted(names))
    elif names:
        mentions = _again(article, mentions, names)
    mentions = (*mentions, *_strays(article, mentions))
    mentions = tuple(_bare(analysis, mention) for mention in sorted(mentions))
    return replace(analysis, mentions=_with_known(analysis, mentions))


def _strays(article: Article, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Lone words with a capital behind a preposition of place, in English, that the recogniser passed over."""
    if primary(article.language) != "en":
        return
    for match in _PLACED.finditer(article.text):
        word = match[1].casefold()
        if word in calendar_words("en") or re.search(rf"(?<!\w){re.escape(word)}", article.text):
            continue
        if not any(one.start < match.end(1) and match.start(1) < one.end for one in mentions):
            yield Mention(start=match.start(1), end=match.end(1), label="LOC")


_PLACED = re.compile(r"(?<=[a-z] )(?:in|near|outside) ([A-Z][a-z]{3,})(?=[.,;]|\n| [a-z])")


def _cut(article: Article, mention: Mention) -> Mention:
    """A name up to a word that belongs to none: "Kerry for America", "Brannoc Hospital in Elmsgate" are two each."""
    pattern = _RUN_ON if mention.label == "PER" else _WHERE
    found = pattern.search(article.text, mention.start, mention.end)
    return mention if found is None else replace(mention, end=found.start())


def _behind_cut(article: Article, mention: Mention) -> Iterator[Mention]:
    """The place that is cut off behind another name."""
    found = _WHERE.search(article.text, mention.start, mention.end) if mention.label != "PER" else None
    if found is not None and article.text[found.end()].isupper():
        yield Mention(start=found.end(), end=mention.end, label="LOC")


_RUN_ON = re.compile(r" (?:for|from|to|with|in|on|at|by|pour|avec|für|mit|para|con) ")
_STREET = r"(?:[A-Z][\w’'-]{1,20} ){1,3}(?:Road|Street|Avenue|Lane|Square|Boulevard|Drive|Quay)\b"
_WHERE = re.compile(rf" (?:(?:in|near) |on (?={_STREET}))")


def _again(article: Article, mentions: Sequence[Mention], names: set[Known]) -> tuple[Mention, ...]:
    """The mentions, and where else the story's names, and the surnames of people named in full here, stand as such."""
    here = {known.name for known in names if known.label == "PER" and known.name in article.text}
    wanted: dict[str, Label] = {known.name: known.label for known in sorted(names) if len(known.name) >= _LONG_ENOUGH}
    for name in sorted(here):
        surname = name.split()[-1]
        if surname != name and len(surname) >= _LONG_ENOUGH:
            wanted.setdefault(surname, "PER")
    found = list(mentions)
    for name in sorted(wanted, key=lambda one: (-len(one), one)):
        if name not in article.text or not name[0].isupper() or is_word(name.casefold(), primary(article.language)):
            continue  # Most names stand in few articles, and a search for each is dear.
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", article.text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Mention(start=match.start(), end=match.end(), label=wanted[name]))
    surnames = "|".join(sorted({re.escape(known.name.split()[-1]) for known in names if known.label == "PER"}))
    for match in re.finditer(rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? ({surnames})(?![\w-])", article.text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            found.append(Mention(start=match.start(1), end=match.end(1), label="PER"))
    return tuple(sorted(found))


_LONG_ENOUGH = 4
"""Letters of a name that is looked for where the recogniser did not see it."""


def _with_known(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, and the well-known names in the text that the recogniser did not see or saw only a part of."""
    article = analysis.article
    found = list(words(article.text, article.language))
    kept = list(mentions)
    for first, last in _runs(article.text, found):
        start, end = found[first].start, found[last - 1].end
        surface = article.text[start:end]
        listed = identity(surface) if _may_be_name(analysis, surface, found[first:last]) else None
        if listed is None or (last == first + 1 and _is_common(article, found[first], listed)):
            continue
        over = [mention for mention in kept if mention.start < end and start < mention.end]
        if all(_gives_way(article.text, mention, (start, end), listed) for mention in over):
            label: Label = "ORG" if listed.startswith("@") else "LOC"
            kept = [mention for mention in kept if mention not in over]
            kept.append(Mention(start=start, end=end, label=label))
    return tuple(sorted(kept))


def _gives_way(text: str, mention: Mention, place: tuple[int, int], listed: str) -> bool:
    """Whether a mention is a mere part of a known name, and does not name the same already."""
    inside = place[0] <= mention.start and mention.end <= place[1] and (mention.start, mention.end) != place
    return inside and identity(text[mention.start : mention.end]) != listed


def _runs(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of words with nothing but a space or hyphen between them, the longer ones first."""
    for length in range(_LONGEST, 0, -1):
        for first in range(len(found) - length + 1):
            run = found[first : first + length]
            gaps = (text[a.end : b.start] for a, b in pairwise(run))
            if all(gap in (" ", "-", "\u00a0") for gap in gaps):
                yield first, first + length


def _may_be_name(analysis: Analysis, surface: str, run: Sequence[Word]) -> bool:
    """Whether a well-known name is meant: where there are capitals, several words that all have them."""
    if run[0].stop:
        return False
    if _is_cased(analysis):
        return len(surface) > _LONG_ENOUGH and all(word[:1].isupper() for word in surface.replace("-", " ").split())
    return True


def _is_common(article: Article, word: Word, listed: str) -> bool:
    """Whether a single word is a word of the language that means something else than the name."""
    language = primary(article.language)
    if not is_word(article.text[word.start : word.end], language):
        return False
    meant = [concept for concept, _ in translations(word.key, language)[:1]]
    return not any(identity(concept.capitalize()) == listed for concept in meant)


_LONGEST = 4


def _bare(analysis: Analysis, mention: Mention) -> Mention:
    """A mention without the kind of body that stands before a known name: "حركة حماس" is a label and a name."""
    article = analysis.article
    surface = article.text[mention.start : mention.end]
    if mention.label == "PER" or _is_cased(analysis) or identity(surface) is not None:
        return mention
    found = words(surface, article.language)
    forms = [written(surface[word.start : word.end], article.language) for word in found]
    first = next(hits(lexis(article.language).plain_labels, forms), None)
    if first is None or first.first != 0:
        return mention
    for last in range(len(found), first.last, -1):
        start, end = found[first.last].start, found[last - 1].end
        if identity(surface[start:end]) is not None:
            return replace(mention, start=mention.start + start, end=mention.start + end)
    return mention
