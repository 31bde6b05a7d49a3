"""Names of one article found in another by their sound, whatever its script.

Where a story has articles in a language whose names are found well, those names are looked for in its articles in other
languages (annotation projection, after Yarowsky and Ngai 2001, by sound instead of by word alignment).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.aliases import known
from generator.language.codes import primary
from generator.language.fold import fold
from generator.language.names import name_keys, same_name
from generator.language.stems import readings
from generator.language.stopwords import stopwords
from generator.model import Label, Mention

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652'’](?=[^\W\d_]))*")
_MOST_WORDS = 3
_ENOUGH = 0.8
_SHORT_NAME, _SHORT_EXTRA = 4, 0.1
"""Names of few letters sound like many words, so they must fit better."""
_ATTACHED_EXTRA = 0.04
_MANY = 4
"""A single word that stands so often in a text must fit perfectly: it is likelier a common word than a name."""


class Known(NamedTuple):
    """A name from another article of the story."""

    name: str
    label: Label


class _Candidate(NamedTuple):
    """A stretch of the text that may be a name; `words` counts its words, `attached` the letters cut off in front."""

    start: int
    end: int
    words: int
    attached: int


class _Fit(NamedTuple):
    """How well a candidate fits the best of the names."""

    score: float
    mention: Mention


def projected(text: str, language: str, mentions: Sequence[Mention], names: Iterable[Known]) -> tuple[Mention, ...]:
    """The mentions of an article together with those of the `names` that it holds besides.

    A name found by sound gives way to the mentions it overlaps, unless it holds a person's mention whole: then the
    fuller name takes its place.

    Args:
        text: the article's text.
        language: its language.
        mentions: the names found in it already, without overlaps.
        names: names of the story's articles in other languages. Countries and bodies that tables know need no sound
            and are passed over here.
    """
    code = primary(language)
    index = _index(names)
    fits = [fit for c in _candidates(text, code) if (fit := _fit(text, c, index)) is not None]
    chosen = list(mentions)
    for fit in sorted(fits, key=lambda fit: (-fit.score, fit.mention.start - fit.mention.end, fit.mention.start)):
        over = [m for m in chosen if m.start < fit.mention.end and fit.mention.start < m.end]
        if all(_holds(text, fit.mention, mention) for mention in over):
            chosen = [m for m in chosen if m not in over] + [fit.mention]
    return tuple(sorted(chosen))


def _holds(text: str, fuller: Mention, mention: Mention) -> bool:
    """Whether a mention is part of a longer name: a person's, its surname taken for a place, or a place's beginning."""
    if mention.start < fuller.start or fuller.end < mention.end or " " not in text[fuller.start : fuller.end]:
        return False
    if fuller.label == "PER":
        return mention.label == "PER" or (mention.label == "LOC" and fuller.start < mention.start)
    return fuller.label == mention.label == "LOC" and fuller.start == mention.start


def _index(names: Iterable[Known]) -> Mapping[str, list[Known]]:
    """The names, and the last words of persons' names, by blocking key."""
    wanted: set[Known] = set()
    for entry in names:
        if known(entry.name) is None and entry.label != "MISC":
            wanted.add(entry)
            last = entry.name.split()[-1]
            if entry.label == "PER" and known(last) is None:
                wanted.add(Known(last, "PER"))
    index: defaultdict[str, list[Known]] = defaultdict(list)
    for entry in sorted(wanted):
        for key in name_keys(entry.name):
            index[key].append(entry)
    return index


def _candidates(text: str, language: str) -> Iterator[_Candidate]:
    """Runs of one to three words on one line, with each number of attached letters taken off the first."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    plain = stopwords(language)
    for at, (start, first_end) in enumerate(words):
        for length in range(1, _MOST_WORDS + 1):
            run = words[at : at + length]
            if len(run) < length or (length > 1 and text[run[-2][1] : run[-1][0]].strip(" ")):
                break
            if fold(text[start:first_end]) not in plain and fold(text[slice(*run[-1])]) not in plain:
                for _, cut in readings(text[start:first_end], language):
                    yield _Candidate(start + cut, run[-1][1], length, cut)


def _fit(text: str, candidate: _Candidate, index: Mapping[str, list[Known]]) -> _Fit | None:
    """The name that fits best and how well, or None where none fits well enough."""
    surface = text[candidate.start : candidate.end]
    needed = _ENOUGH + (_ATTACHED_EXTRA if candidate.attached else 0.0)
    if len(surface) <= _SHORT_NAME or (candidate.words == 1 and text.count(surface) >= _MANY):
        needed += _SHORT_EXTRA
    entries = {e for key in name_keys(surface) for e in index.get(key, ()) if len(e.name.split()) == candidate.words}
    scored = [(same_name(surface, entry.name), entry) for entry in sorted(entries)]
    score, entry = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if entry is None or score < needed:
        return None
    return _Fit(score, Mention(start=candidate.start, end=candidate.end, label=entry.label))
