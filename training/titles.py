"""Titles and offices that English corpora write before a person's name; a mention excludes them."""

from collections.abc import Sequence

TITLES = frozenset(
    """
    mr. mrs. ms. mr mrs ms dr. dr miss madam lord lady dame sir president vice-president prime minister vice
    general gen. secretary senator sen. king queen pope prince princess chancellor chairman chairwoman chief
    spokesman spokeswoman judge justice colonel col. lieutenant lt. major maj. captain capt. sergeant sgt.
    admiral adm. brigadier commander cmdr. ambassador foreign defense defence interior finance governor gov.
    mayor ayatollah sheikh sheik cardinal archbishop bishop rev. reverend father sister brother imam rabbi
    first former state deputy premier professor prof. representative rep. leader director officer court
    then-president ex-president president-elect congressman congresswoman attorney undersecretary envoy
    """.split()
) | {"of", "u.s."}
"""Lower-case words; ``of`` and ``u.s.`` only occur inside one ("secretary of state")."""


def without_title(words: Sequence[str], start: int, end: int) -> int:
    """Where the name begins after the titles in front of it; `end` where nothing is left."""
    while start < end and words[start].lower() in TITLES:
        start += 1
    return start
