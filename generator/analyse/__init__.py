"""Articles in, analyses out: sentences, names and quotes, cached by content and made in parallel processes."""

from generator.analyse.pipeline import analyse

__all__ = ["analyse"]
