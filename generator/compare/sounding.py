"""People whose names two scripts have, and whose sounds fit worse than those of most names but better than all others.

Two names that might be one are, if each fits the other best by far among all people of the story: a one-to-one
assignment tells more than any threshold.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from generator.compare.naming import Spelling
from generator.language.names import name_keys, same_name
from generator.text import script

_LEAST, _AHEAD = 0.72, 0.2
"""How well two names must fit, and by how much better than any other name of the story."""
_FULL = 2


def assigned(written: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Pairs of people's full names in different scripts of which each is the other's best by far."""
    people = [index for index, one in enumerate(written) if one.label == "PER" and len(one.tokens) >= _FULL]
    latin = [index for index in people if script(written[index].surface) == "Latn"]
    others = [index for index in people if index not in latin]
    scores = {
        (one, other): same_name(written[one].surface, written[other].surface)
        for one, other in product(latin, others)
        if name_keys(written[one].surface) & name_keys(written[other].surface)
    }
    for (one, other), score in sorted(scores.items()):
        same_words = len(written[one].tokens) == len(written[other].tokens)
        rivals = [value for pair, value in scores.items() if pair != (one, other) and {one, other} & {*pair}]
        if same_words and score >= _LEAST and score >= max(rivals, default=0.0) + _AHEAD:
            yield one, other
