"""The list of given names that persons' names are recognised by in languages without a pipeline."""

from collections import Counter
from pathlib import Path

from generator.language.aliases import known
from generator.language.edges import titles
from training.name_lists import people

LEAST = 4
SHORTEST = 3
NO_GIVEN_NAMES = frozenset(
    ["saint", "san", "santa", "saints", "new", "great", "old", "the", "emperor", "empress", "count"]
)
HEADER = """\
# Given names, from the names of persons in Wikidata (CC0) as collected by NETransliteration.
# See training/first_names.py
"""


def write_first_names(data: Path, out: Path) -> int:
    """Writes the first words of persons' names that occur often enough, sorted; returns how many."""
    counts = Counter(name[0] for name in people(data))
    kept = sorted(
        word
        for word, count in counts.items()
        if count >= LEAST
        and len(word) >= SHORTEST
        and word[1:].islower()
        and word.lower() not in titles("en") | NO_GIVEN_NAMES
        and known(word) is None
    )
    out.write_text(HEADER + "".join(f"{word}\n" for word in kept), encoding="utf-8")
    return len(kept)
