"""Function words per language, folded: the lists that come with spaCy, and the reporting words of news."""

from functools import lru_cache
from importlib import import_module

from generator.language.codes import primary
from generator.language.fold import fold

# Words that every news report has, whatever it is about.
_NEWS = {
    "en": "said says told added according mr mrs ms",
    "ar": "قال قالت وقال وقالت أن إن إنه أنه أنها ان انه انها وأن وإن كما وكان حيث خلال عبر وفق وفقا لم لن قد وقد فيما "
    "بينما",
    "de": "sagte sagt erklärte laut hieß",
    "fr": "dit selon déclaré affirmé ajouté a-t-il",
    "es": "dijo según afirmó añadió",
    "it": "detto secondo",
    "pt": "disse segundo afirmou",
    "nl": "zei volgens",
    "ru": "сказал сказала заявил заявила сообщил сообщает",
    "uk": "сказав сказала заявив заявила повідомив",
    "he": "אמר אמרה לדברי",
    "fa": "گفت گفته است",
    "tr": "dedi söyledi göre",
    "hi": "कहा कि ने",
}


@lru_cache(maxsize=64)
def stopwords(language: str) -> frozenset[str]:
    """The folded function words of a language; empty where there is no list."""
    code = primary(language)
    try:
        listed = import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS
    except ImportError:
        listed = ()
    return frozenset(fold(word) for word in (*listed, *_NEWS.get(code, "").split()))
