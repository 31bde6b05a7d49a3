"""What is known of Arabic words before training: which lists of names hold them, and what their translations mean.

The class of a word is the cluster that most of its English translations (Open Multilingual Wordnet) belong to.
"""

import gzip
import importlib.resources
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.lookups import Lookups

from generator.language.word_features import NAME_FLAGS, WORD_CLASSES, fold_letters, stem
from training.name_lists import cities, countries

ARABIC_WORD = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+")
FREQUENT_NAME = 5
CITY_RESIDENTS = 30000
CLASS_BITS = 8
SHORTEST = 3


def write_arabic_tables(data: Path, out: Path) -> dict[str, int]:
    """Writes both tables as spaCy lookups; returns how many words each holds."""
    tables = {NAME_FLAGS: name_flags(data), WORD_CLASSES: word_classes(data)}
    lookups = Lookups()
    for name, table in tables.items():
        lookups.add_table(name, table)
    lookups.to_disk(out)
    return {name: len(table) for name, table in tables.items()}


def name_flags(data: Path) -> dict[str, str]:
    """Folded word to marks: P in a person's name, Q in several, N a country's name, T a city's; capital where whole."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, count in _person_words(data).items():
        found[word].update("PQ" if count >= FREQUENT_NAME else "P")
    _add_places(found, countries("ar").values(), "Nn")
    _add_places(found, (name for city in cities(CITY_RESIDENTS) for name in city.alternatives), "Tt")
    return {word: "".join(sorted(marks)) for word, marks in found.items() if len(word) >= SHORTEST}


def _person_words(data: Path) -> Counter[str]:
    """How often each folded word occurs in names."""
    counts: Counter[str] = Counter()
    for word, count in arabic_name_words(data).items():
        counts[fold_letters(word)] = max(counts[fold_letters(word)], count)
    return counts


def arabic_name_words(data: Path) -> Counter[str]:
    """How often each word, as written, occurs in the lists of persons' names."""
    counts: Counter[str] = Counter()
    for corpus in ("wd_arabic.normalized.aligned.tokens", "wd_arabic_80"):
        for line in (data / "names_xlit" / corpus).read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            word = fields[1].replace(" ", "") if len(fields) == 3 else ""
            if len(word) >= SHORTEST and ARABIC_WORD.fullmatch(word):
                counts[word] = max(counts[word], int(fields[2]))
    return counts


def _add_places(found: defaultdict[str, set[str]], names: Iterable[str], marks: str) -> None:
    """Marks the words of the names: the first mark for a name of one word, the second for a word of a longer one."""
    for name in names:
        words = ARABIC_WORD.findall(fold_letters(name))
        if len(words) == len(name.split()):
            for word in words:
                bare = stem(word)[1] if word.startswith("ال") else word
                found[word].add(marks[0] if len(words) == 1 else marks[1])
                found[bare].add(marks[0] if len(words) == 1 else marks[1])


def word_classes(data: Path) -> dict[str, str]:
    """Folded Arabic lemma to the leading bits of its translations' commonest Brown cluster."""
    path = importlib.resources.files("spacy_lookups_data") / "data" / "en_lexeme_cluster.json.gz"
    clusters: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    english = _lemmas(data / "omw" / "wn-wikt-eng.tab")
    votes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for synset, lemmas in _lemmas(data / "omw" / "wn-data-arb.tab").items():
        for lemma in lemmas:
            word = fold_letters(lemma)
            if ARABIC_WORD.fullmatch(word):
                found = [clusters.get(translation, 0) for translation in english.get(synset, ())]
                votes[word].update(cluster & ((1 << CLASS_BITS) - 1) for cluster in found if cluster)
    return {word: f"c{min(c, key=lambda k: (-c[k], k))}" for word, c in votes.items() if c}


def _lemmas(path: Path) -> dict[str, list[str]]:
    """Lemmas by synset of one wordnet table."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 3 and not line.startswith("#") and fields[1].endswith("lemma"):
            found[fields[0]].append(fields[2])
    return found
