"""The exceptions of the package. An input that cannot be used is no exception but a `model.Refusal`.

::

    StorydigestError            one line for the user, no traceback
    ├── ConfigurationError      mistakes in mkdocs.yml or overrides.yml, all of them together
    ├── ModelError              a language model that was asked for is missing or broken
    ├── BuildLockedError        another build of the same site is running
    ├── BuildError              the site could not be made
    └── VerificationError       the built site shows something that is not in a source
"""

from collections.abc import Sequence


class StorydigestError(Exception):
    """The root: its text is one line that tells the user what to do."""


class ConfigurationError(StorydigestError):
    """Every mistake found in the configuration, each beginning with its key.

    Attributes:
        mistakes: one line each, such as ``"limits.article_characters: must be at least 1000, is 0"``.
    """

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("configuration: " + "; ".join(self.mistakes))


class ModelError(StorydigestError):
    """A configured language model is missing or broken; the text names the command that gets it."""


class BuildLockedError(StorydigestError):
    """Another process holds the lock of this site."""


class BuildError(StorydigestError):
    """The site could not be made; the old one is untouched."""


class VerificationError(StorydigestError):
    """The built site holds passages that no source has.

    Attributes:
        findings: one line each, naming the page and the passage.
    """

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__(f"verification failed, {len(self.findings)} findings; the first: {self.findings[0]}")
