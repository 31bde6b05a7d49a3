"""Which groups in different languages are one story: names in any script, figures, countries, shared concepts.

Groups are linked, not articles: the best mutual pair first, then the next, each time by the mean over the articles of
both sides, so that one coincidence does not join two stories.
"""

import re
from collections.abc import Sequence

from anyascii import anyascii

from generator.language.words import words
from generator.model import Analysis

_SAME_SOUND = (("kh", "k"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("ph", "f"), ("gh", "g"), ("ts", "s"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "p": "b", "v": "f", "j": "g", "z": "s"})
_SILENT = re.compile(r"[^a-z]|[aeiouhwy]")


def keys(analysis: Analysis) -> list[str]:
    """What an article shares with articles in other languages: skeletons of its names, and its figures."""
    article = analysis.article
    found = words(f"{article.title or ''}\n\n{article.text}", article.language)
    text = f"{article.title or ''}\n\n{article.text}"
    out = []
    for word in found:
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
