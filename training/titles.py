"""Titles and offices that English corpora write before a person's name; a mention excludes them."""

from collections.abc import Sequence

from generator.language.edges import titles


def without_title(words: Sequence[str], start: int, end: int) -> int:
    """Where the name begins after the titles in front of it; `end` where nothing is left."""
    while start < end and words[start].lower() in titles("en"):
        start += 1
    return start
