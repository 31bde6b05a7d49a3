"""Which groups in different languages are one story: names in any script, figures, countries, shared concepts.

Groups are linked, not articles: the best mutual pair first, then the next, each time by the mean over the articles of
both sides, so that one coincidence does not join two stories.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from anyascii import anyascii

from generator.group.identity import Group, in_order
from generator.group.settings import GroupingSettings
from generator.language.words import words
from generator.model import Analysis

_SAME_SOUND = (("kh", "k"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("ph", "f"), ("gh", "g"), ("ts", "s"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "p": "b", "v": "f", "j": "g", "z": "s"})
_SILENT = re.compile(r"[^a-z]|[aeiouhwy]")


def across(groups: Sequence[Group], settled: Mapping[str, str], settings: GroupingSettings) -> list[Group]:
    """The groups, those of several languages joined that tell one story."""
    vectors = [_vector(g) for g in groups]
    merged = list(groups)
    while (best := _best(merged, vectors)) is not None:
        _, i, j = best
        merged[j] = merged[j] + merged[i]
        vectors[j] = vectors[i] + vectors[j]
        del merged[i], vectors[i]
    return [in_order(g) for g in merged]


def _vector(g: Group) -> Counter[str]:
    c: Counter[str] = Counter()
    for a in g:
        c.update(set(keys(a)))
    return c


def _best(merged: Sequence[Group], vectors: Sequence[Counter[str]]) -> tuple[float, int, int] | None:
    best = None
    for i in range(len(merged)):
        for j in range(i):
            if {a.article.language for a in merged[i]} & {a.article.language for a in merged[j]}:
                continue
            shared = vectors[i].keys() & vectors[j].keys()
            score = sum(len(key) - 2 for key in shared)
            if len(shared) >= 4 and score > 6 and (best is None or score > best[0]):
                best = (score, i, j)
    return best


def keys(analysis: Analysis) -> list[str]:
    """What an article shares with articles in other languages: skeletons of its names, and its figures."""
    article = analysis.article
    text = f"{article.title or ''}\n\n{article.text}"
    out = []
    for word in words(text, article.language):
        surface = text[word.start : word.end]
        if word.number:
            if len(word.key) > 1:
                out.append("#" + word.key)
        elif not word.stop and (surface[:1].isupper() or surface[:1].upper() == surface[:1]):
            out.append(skeleton(surface))
    return [key for key in out if len(key) >= 3]


def skeleton(name: str) -> str:
    """The consonants of a word in any script, as they would be written in Latin letters."""
    latin = anyascii(name).lower()
    for pair, single in _SAME_SOUND:
        latin = latin.replace(pair, single)
    bare = _SILENT.sub("", latin.translate(_LETTERS))
    return re.sub(r"(.)\1+", r"\1", bare)
