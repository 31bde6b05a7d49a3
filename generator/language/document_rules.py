"""Rules over a whole article that set right what a pipeline, which sees one paragraph at a time, cannot.

A surname stands for the person named in full elsewhere; one surface has one label; a name found once is a name
wherever it stands; an acronym is what its expansion is. Consistency of this kind is Krishnan and Manning's "extended
features" (ACL 2006), done here by rule.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.language.acronyms import acronyms, shouted
from generator.language.aliases import known
from generator.language.codes import primary
from generator.language.edges import calendar_words, trimmed
from generator.language.listed_names import listed_names
from generator.language.stems import readings
from generator.model import Label, Mention

_PARTS = 2
_ENOUGH = 0.2
"""Share of a surface's occurrences that must have been found for the others to be names too."""
_SHORTEST_FILL = 2
_SHORTEST_UNCASED = 4
_MOST_SURFACES = 400
"""Surfaces looked for in one article, the commonest first: a bound on time for texts that are no articles."""
_CLITICS = {"ar": "(?:و|ف)?(?:ب|ل|ك|س)?", "he": "(?:ו)?(?:ב|ל|כ|מ|ש|ה)?"}


def consistent(
    text: str, mentions: Iterable[Mention], language: str, listed: Callable[[str], bool] = lambda _surface: False
) -> tuple[Mention, ...]:
    """The mentions of an article after all rules, in order, none overlapping another.

    Args:
        text: the article's text.
        mentions: what the pipeline found, in article offsets.
        language: the article's language.
        listed: whether a word is in the pipeline's own lists of names.
    """
    mentions = list(mentions)
    surfaces = Counter(text[m.start : m.end] for m in mentions)

    def certain(surface: str) -> bool:
        return surfaces[surface] > 1 or known(surface) is not None or listed(surface)

    surfaces.update(text[m.start : m.end].rsplit(maxsplit=1)[-1] for m in mentions if " " in text[m.start : m.end])
    whole = [part for mention in mentions for part in _separated(text, mention, primary(language), surfaces)]
    found = [m for mention in whole if (m := trimmed(text, mention, language, certain)) is not None]
    found = [_with_listed_label(text, mention) for mention in found]
    found = _without_overlaps([*acronyms(text, found), *found])
    found = _with_surnames(text, found)
    found = _with_one_label(text, found)
    found = _without_overlaps([*found, *_elsewhere(text, found, primary(language))])
    return tuple(_without_overlaps([*found, *listed_names(text, primary(language))]))


def _separated(text: str, mention: Mention, language: str, surfaces: Counter[str]) -> Iterator[Mention]:
    """The mention, in two where its second word is another name of the article with a word attached: "A to-B"."""
    first, gap, second = text[mention.start : mention.end].partition(" ")
    if gap and any(surfaces[rest] for rest, _ in readings(second, language)[1:]):
        middle = mention.start + len(first)
        yield Mention(start=mention.start, end=middle, label=mention.label)
        yield Mention(start=middle + len(gap), end=mention.end, label=mention.label)
    else:
        yield mention


def _with_listed_label(text: str, mention: Mention) -> Mention:
    """The mention as a place or an organisation where its surface is a country or body that everybody knows."""
    identity = known(text[mention.start : mention.end])
    if identity is None or mention.label == "PER":
        return mention
    label: Label = "ORG" if identity.startswith("@") else "LOC"
    return Mention(start=mention.start, end=mention.end, label=label)


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order; of overlapping ones the first given wins."""
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in mentions:
        at = bisect_left(starts, mention.start)
        free_before = at == 0 or kept[at - 1].end <= mention.start
        free_behind = at == len(kept) or kept[at].start >= mention.end
        if free_before and free_behind:
            starts.insert(at, mention.start)
            kept.insert(at, mention)
    return kept


def _with_surnames(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, each that is the last word of a person's full name labelled as that person."""
    surnames = _surnames(text, mentions)
    return [
        Mention(start=m.start, end=m.end, label="PER") if text[m.start : m.end] in surnames else m for m in mentions
    ]


def _surnames(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Last words of the full names of persons, unless they are countries too."""
    names = (text[m.start : m.end].split() for m in mentions if m.label == "PER")
    return frozenset(words[-1] for words in names if len(words) >= _PARTS and known(words[-1]) is None)


def _with_one_label(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, every surface with the label it has most often; a tie goes to the label found first."""
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        votes[text[mention.start : mention.end]][mention.label] += 1
    winner = {surface: max(counts, key=lambda label: counts[label]) for surface, counts in votes.items()}
    return [Mention(start=m.start, end=m.end, label=winner[text[m.start : m.end]]) for m in mentions]


def _elsewhere(text: str, mentions: list[Mention], language: str) -> Iterator[Mention]:
    """Further occurrences of the names found, and of the surnames of persons, longer names first."""
    wanted = _wanted(text, mentions, language)
    if not wanted:
        return
    ordered = sorted(wanted, key=lambda surface: (-len(surface), surface))
    attached = _CLITICS.get(language, "")
    pattern = re.compile(rf"(?<!\w){attached}({'|'.join(map(re.escape, ordered))})(?!\w)")
    hits = [(match.start(1), match.end(1), match.group(1)) for match in pattern.finditer(text)]
    total = Counter(surface for _, _, surface in hits)
    tagged = Counter(text[m.start : m.end] for m in mentions)
    for start, end, surface in hits:
        rare = tagged[surface] < _ENOUGH * total[surface] and surface not in _surnames(text, mentions)
        if not rare and not shouted(text, start, end):
            yield Mention(start=start, end=end, label=wanted[surface])


def _wanted(text: str, mentions: list[Mention], language: str) -> Mapping[str, Label]:
    """The surfaces worth looking for, with their labels: capitalised, no ordinary word of this article."""
    counts = Counter((text[m.start : m.end], m.label) for m in mentions)
    surfaces: dict[str, Label] = {surface: label for (surface, label), _ in counts.most_common(_MOST_SURFACES)}
    for surname in sorted(_surnames(text, mentions)):
        surfaces.setdefault(surname, "PER")
    plain = set(re.findall(r"(?<!\w)[^\W\d_A-Z]+(?!\w)", text))
    return {s: label for s, label in surfaces.items() if _searchable(s, plain, language)}


def _searchable(surface: str, plain: set[str], language: str) -> bool:
    if surface.lower() == surface.upper():
        return len(surface) >= _SHORTEST_UNCASED
    return (
        len(surface) >= _SHORTEST_FILL
        and surface[0].isupper()
        and surface.casefold() not in calendar_words(language)
        and (surface.lower() not in plain or " " in surface or surface.isupper())
    )
