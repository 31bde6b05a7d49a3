"""How much of a story is shown, and in which languages first."""

from dataclasses import dataclass

from generator.language.codes import primary


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSettings:
    """How much is shown.

    Attributes:
        languages: the reader's languages, the preferred first; extracts of equal worth are taken in this order. None
            named: the site's own language.
        summary: the most extracts in brief.
        summary_words: the most words in brief; the first extract may exceed it.
        extract: the most characters of one extract.
        differences: the most rows under "Where they differ".
        facts: the most facts that several sources report.
        facts_of_one_source: the most facts of each source that it alone reports.
        utterances: the most groups of quotes.
    """

    languages: tuple[str, ...] = ()
    summary: int = 5
    summary_words: int = 110
    extract: int = 300
    differences: int = 12
    facts: int = 15
    facts_of_one_source: int = 8
    utterances: int = 8

    def rank(self, language: str) -> int:
        """The place of a language among the reader's, 0 for the preferred one; their number for any other."""
        code = primary(language)
        return self.languages.index(code) if code in self.languages else len(self.languages)
