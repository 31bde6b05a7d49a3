"""Countries and bodies that stand in a text under any of their listed names, in any language."""

import re
from collections.abc import Iterator

from generator.language.acronyms import shouted
from generator.language.aliases import known, may_begin
from generator.language.stems import readings
from generator.model import Label, Mention

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u064b-\u0652'’.\-](?=[^\W_]))*\.?")
_MOST_WORDS = 5
_LONGEST = 60
_ARTICLE = "ال"
_SHORTEST_UNCASED = 3


def listed_names(text: str, language: str) -> Iterator[Mention]:
    """Each place where a listed name stands, the longest at each place, attached words left out.

    In scripts with capitals a name must begin with one.
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        if not may_begin(text[slice(*words[index])]):
            index += 1
            continue
        length, mention = _longest(text, words[index : index + _MOST_WORDS], language)
        if mention is not None:
            yield mention
        index += max(1, length)


def _longest(text: str, words: list[tuple[int, int]], language: str) -> tuple[int, Mention | None]:
    """How many words the longest listed name at the beginning of `words` has, and the name."""
    for length in range(len(words), 0, -1):
        start, end = words[0][0], words[length - 1][1]
        end -= text[end - 1] == "." and "." not in text[words[length - 1][0] : end - 1]
        surface = text[start:end]
        if len(surface) > _LONGEST or "\n" in surface or not _may_be_name(surface) or shouted(text, start, end):
            continue
        identity = known(surface)
        if identity is not None:
            label: Label = "ORG" if identity.startswith("@") else "LOC"
            return length, Mention(start=start + _attached(text[start:end], identity, language), end=end, label=label)
    return 0, None


def _may_be_name(surface: str) -> bool:
    cased = surface[0].lower() != surface[0].upper()
    return surface[0].isupper() if cased else len(surface) >= _SHORTEST_UNCASED


def _attached(surface: str, identity: str, language: str) -> int:
    """How many characters in front of the name are attached words, the article not counted."""
    first = surface.split(" ", 1)[0]
    for _, cut in readings(first, language)[1:]:
        begin = cut - len(_ARTICLE) if first[:cut].endswith(_ARTICLE) else cut
        if begin and known(surface[begin:]) == identity:
            return begin
    return 0
