"""Which sayings may be alike: the few pairs that share words in a row or several content words, from an inverted index.

Whatever `likeness.alike` or `likeness.contains` accept is among them, so that the others need not be looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.compare.likeness import FEW, LEAST_RUN
from generator.compare.sayings import Saying


class Candidates:
    """An index of sayings by their content words and the runs of their forms, each language apart."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._content: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._brief: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._pieces: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, saying in enumerate(sayings):
            self._enter(number, saying)

    def _enter(self, number: int, saying: Saying) -> None:
        for word in set(saying.content):
            self._content[saying.language, word].append(number)
        for run in set(_runs(saying, LEAST_RUN)):
            self._runs[run].append(number)
        for size in range(1, LEAST_RUN):
            for piece in set(_runs(saying, size)):
                self._pieces[piece].append(number)
        if len(saying.forms) < LEAST_RUN:
            self._brief[(saying.language, *saying.forms)].append(number)

    def of(self, saying: Saying) -> list[int]:
        """The numbers of the sayings that may be like this one, in order; itself too if it was entered."""
        shared = Counter(
            number for word in set(saying.content) for number in self._content.get((saying.language, word), ())
        )
        found = {number for number, count in shared.items() if count >= FEW}
        for run in set(_runs(saying, LEAST_RUN)):
            found.update(self._runs.get(run, ()))
        if len(saying.forms) < LEAST_RUN:
            found.update(self._pieces.get((saying.language, *saying.forms), ()))
        for size in range(1, LEAST_RUN):
            for piece in _runs(saying, size):
                found.update(self._brief.get(piece, ()))
        return sorted(found)


def _runs(saying: Saying, size: int) -> Iterator[tuple[str, ...]]:
    """Every run of that many words, with the language."""
    forms = saying.forms
    return ((saying.language, *forms[start : start + size]) for start in range(len(forms) - size + 1))


class Meetings:
    """An index of groups of sayings by what their words may mean, for matches between languages."""

    def __init__(self, groups: Sequence[Sequence[Saying]]) -> None:
        self._groups = groups
        self._meant: Mapping[str, list[int]] = defaultdict(list)
        self._named: Mapping[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for meaning in {m for saying in group for meanings in saying.meanings for m in meanings}:
                self._meant[meaning].append(number)
            for speaker in {saying.rendering.speaker for saying in group if saying.names}:
                if speaker is not None:
                    self._named[speaker].append(number)

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of groups that share a meaning, or name somebody and have a speaker in common; in order."""
        return sorted(
            {
                (one, other)
                for numbers in (*self._meant.values(), *self._named.values())
                for place, one in enumerate(numbers)
                for other in numbers[place + 1 :]
                if self._languages(one) != self._languages(other)
            }
        )

    def _languages(self, number: int) -> frozenset[str]:
        return frozenset(saying.language for saying in self._groups[number])
