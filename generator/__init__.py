"""storydigest reads the news from many sources at once: one page per story, every sentence a span of a source."""

__version__ = "0.1.0"
