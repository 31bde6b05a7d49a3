"""What names that share words tell of each other's kind: a surname, a firm's first word, a town in a body's name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.compare.heads import heads
from generator.compare.hints import hints
from generator.compare.naming import spelling_key
from generator.model import Analysis, Label

Votes = dict[Label, float]
"""How much speaks for each kind."""

_ENGLISH = "en"
_OF_TOWNS = frozenset(
    {"airport", "council", "harbour", "port", "police", "university", "museum", "hospital", "school", "college"}
)
"""What is named after the town that it is in."""
_OFTEN_OF_TOWNS = frozenset(
    {"hospice", "clinic", "infirmary", "academy", "rovers", "united", "city", "town", "athletic", "wanderers",
     "rangers", "albion", "hotspur", "argyle", "thistle"}
)  # fmt: skip
"""What is mostly named after a town, and often called by the town's name."""
PUBLIC = frozenset(
    {"agency", "army", "association", "authority", "board", "brigade", "bureau", "cabinet", "chamber", "coalition",
     "command", "commission", "committee", "confederation", "congress", "corps", "court", "department", "directorate",
     "federation", "force", "forces", "front", "government", "guard", "guards", "initiative", "institute", "league",
     "list", "ministry", "office", "orchestra", "parliament", "party", "secretariat", "senate", "service", "society",
     "team", "tribunal", "union"}
)  # fmt: skip
"""Heads of bodies that have the names of countries and towns before them."""
_SAINTS = frozenset({"saint", "st", "st.", "sankt", "san", "santa"})


def told_by_kin(members: Sequence[Analysis], votes: Mapping[str, Votes]) -> Iterator[tuple[str, Label]]:
    """Spellings and the kinds that the story's longer names speak for, of which they are the first or last words."""
    for key in sorted(_surnames(members) & set(votes)):
        yield key, "PER"
    for key in sorted(votes):
        words = key.split()
        for length in range(1, len(words)):
            first = " ".join(words[:length])
            label = _of_first_words(votes[first], words[:length], words[length:]) if first in votes else None
            if label is not None:
                yield first, label


def _surnames(members: Sequence[Analysis]) -> frozenset[str]:
    """The last words of names of several words that the recogniser takes for people's, as keys."""
    full: dict[str, Counter[Label]] = {}
    for analysis in members:
        for mention in analysis.mentions:
            key = spelling_key(analysis.article.text[mention.start : mention.end])
            if " " in key:
                full.setdefault(key, Counter())[mention.label] += 1
    people = {key for key, labels in full.items() if labels["PER"] * 2 > sum(labels.values())}
    return frozenset(key.split()[-1] for key in people)


def _of_first_words(votes: Votes, first: Sequence[str], rest: Sequence[str]) -> Label | None:
    """The kind of what stands before the head of a body's name; of a town's namesake by whether it is ever a place."""
    if rest[-1] in _OF_TOWNS:
        return "ORG" if first[0] in _SAINTS and len(first) > 1 else "LOC"
    if rest[-1] in _OFTEN_OF_TOWNS:
        return "LOC" if votes.get("LOC", 0.0) > 0 else "ORG"
    return "ORG" if all(is_of_firms(word) for word in rest) else None


def is_of_firms(word: str) -> bool:
    """Whether an English word, folded, may be the head of a firm's name: "Holdings", "Foods"."""
    if word in PUBLIC:
        return False
    return heads(_ENGLISH).last.get(word) == "ORG" or "ORG" in hints(_ENGLISH).heads.get(word, ())
