"""How much a term tells: its inverse document frequency in the background of its language.

The shares of articles that use a word come from general word frequencies (data/frequencies, see ATTRIBUTION.md there),
so they are there for three articles as for a hundred thousand, and no article changes them.
"""

import gzip
import math
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

ARTICLES = 1_000
"""Size of the background: a word that its table does not list stands in one of so many articles, or in fewer."""


def weight(language: str) -> Callable[[str], float]:
    """The weight of each term of a language, from about 1 for words in every article to 8 for the rarest.

    Languages without a table give every term the weight of a rare one.
    """
    shares = shares_of(language)

    def weigh(term: str) -> float:
        return math.log((1 + ARTICLES) / (1 + ARTICLES * shares.get(term, 0.0))) + 1

    return weigh


@cache
def shares_of(language: str) -> Mapping[str, float]:
    """The share of articles that use each term; empty for a language without a table."""
    path = files(__package__) / "data" / "frequencies" / f"{language}.tsv.gz"
    if not path.is_file():
        return {}
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    found: dict[str, float] = {}
    for step, terms in (line.split("\t") for line in lines):
        found |= dict.fromkeys(terms.split(" "), 10 ** (-int(step) / 10))
    return found
