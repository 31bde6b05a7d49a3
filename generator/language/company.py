"""Which English concepts keep company: vectors learned from news and glosses, to tell what texts are about."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class Company(NamedTuple):
    """What was learned.

    `places` gives a concept's row; `vectors` are rows of length 1; `frequencies` are document frequencies among
    `documents`; `mean` is the mean vector of a document of length 1.
    """

    places: Mapping[str, int]
    vectors: Matrix
    frequencies: Matrix
    documents: int
    mean: Matrix


@lru_cache(maxsize=1)
def company() -> Company:
    """The shipped vectors; see training/background.py for where they come from."""
    with as_file(files("generator.language").joinpath("data/related.npz")) as path, np.load(path) as table:
        concepts = table["concepts"].tobytes().decode("utf-8").split("\n")
        rows = table["vectors"].astype(np.float64)
        return Company(
            {concept: place for place, concept in enumerate(concepts)},
            rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6),
            table["frequencies"].astype(np.float64),
            int(table["documents"]),
            table["mean"].astype(np.float64),
        )


def share(concept: str) -> float:
    """The share of background documents that have a concept; a small figure for one nobody counted."""
    known = company()
    place = known.places.get(concept)
    return (known.frequencies[place] if place is not None else 0.5) / known.documents
