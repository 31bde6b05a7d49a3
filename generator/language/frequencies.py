"""How many news texts have a word at all: background document frequencies, for runs too small to have their own."""

import gzip
from functools import lru_cache
from importlib.resources import files

from generator.language.codes import primary
from generator.language.lexicon import ENGLISH, translations
from generator.language.stopwords import stopwords

_UNSEEN = 0.5
"""Documents credited to a word nobody counted."""
_STOP_SHARE = 0.6
"""Share of documents that have a given function word, where it was not counted."""
_DOCUMENTS = 10_000


class Background:
    """Document frequencies of one language.

    Attributes:
        documents: how many documents were counted, or stand for the language where none could be.
        counted: whether this language's own texts were counted, rather than its words' translations.
    """

    def __init__(self, language: str, documents: int, counts: dict[str, float], *, counted: bool) -> None:
        self._language = language
        self._counts = counts
        self.documents = documents
        self.counted = counted

    def df(self, key: str) -> float:
        """In how many of the documents a key (as `words` gives it) is expected; never 0.

        Counted where it was; a function word is in most; a word of the lexicon is as frequent as what it means is in
        English; everything else is rare.
        """
        found = self._counts.get(key)
        if found is None:
            found = self._expected(key)
            self._counts[key] = found
        return found

    def _expected(self, key: str) -> float:
        if key in stopwords(self._language):
            return _STOP_SHARE * self.documents
        if self._language == ENGLISH:
            return _UNSEEN
        english = background(ENGLISH)
        scale = self.documents / english.documents
        meant = sum(share * english.df(concept) for concept, share in translations(key, self._language))
        return max(_UNSEEN, meant * scale)


@lru_cache(maxsize=64)
def background(language: str) -> Background:
    """The background of a language; of one without a table, what its words' translations tell, or a smooth prior.

    English was counted in public-domain and CC BY-SA news, web and interview text, Arabic in CC BY-SA newswire and
    encyclopedia text, Chinese pairs of characters from a word frequency list; the keys are those of
    `generator.language.words`.
    """
    code = primary(language)
    path = files("generator.language").joinpath(f"data/df/{code}.tsv.gz")
    if not path.is_file():
        return Background(code, _DOCUMENTS, {}, counted=False)
    first, *lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return Background(code, int(first), {word: float(count) for word, count in rows}, counted=True)
