"""What can be set about grouping; every default is the one the benchmark measures."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingSettings:
    """How near articles must be to make one story.

    Attributes:
        threshold: the mean likeness (0 to 1) at which groups of one language become one story. Higher splits more.
        across_threshold: the mean likeness (0 to 1) at which groups of different languages become one story.
        decay_days: articles this many days apart count clearly less alike; three times as many, hardly at all.
        window_days: dated articles further apart are never compared.
        settled_after_days: a story whose last article is this much older than the newest one keeps its articles.
        embeddings: the folder of a model2vec or sentence-transformers model that joins the comparison across
            languages; None uses names, figures and the lexicon only.
    """

    threshold: Annotated[float, Field(gt=0, lt=1)] = 0.38
    across_threshold: Annotated[float, Field(gt=0, lt=1)] = 0.3
    decay_days: Annotated[float, Field(gt=0, le=365)] = 3.0
    window_days: Annotated[int, Field(ge=1, le=365)] = 10
    settled_after_days: Annotated[int, Field(ge=1, le=3650)] = 30
    embeddings: str | None = None
