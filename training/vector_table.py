"""A small table of static vectors in which all words with equal features share one row."""

from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import TypeVar

import numpy as np
import spacy
from spacy.strings import get_string_id
from spacy.vectors import Vectors

Features = TypeVar("Features", bound=Hashable)


def write_vectors(
    features: Mapping[str, Features],
    row: Callable[[Features], "np.ndarray[tuple[int], np.dtype[np.float32]]"],
    *,
    language: str,
    name: str,
    out: Path,
) -> tuple[int, int]:
    """Writes a blank pipeline whose vectors are `row` of each word's features.

    Returns:
        How many words and how many distinct rows the table holds.
    """
    numbers: dict[Features, int] = {}
    for word in sorted(features):
        numbers.setdefault(features[word], len(numbers))
    data = np.stack([row(feature) for feature in numbers]).astype("float32")
    vectors = Vectors(data=data, name=name)
    for word in sorted(features):
        vectors.add(get_string_id(word), row=numbers[features[word]])
    nlp = spacy.blank(language)
    nlp.vocab.vectors = vectors
    nlp.to_disk(out)
    return len(features), len(numbers)
