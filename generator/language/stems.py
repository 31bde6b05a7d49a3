"""Clitics and light stems of the languages that need them: Arabic, Hebrew, Persian, Hindi, Korean.

A reading is what a written token may be once attached words are taken off its front. Everything here works on
tokens as written; stems are of folded tokens.
"""

from functools import lru_cache

# Longest first: conjunction, preposition, future s- and article, as they may pile up (Larkey et al. 2002, light10).
_ARABIC_CLITICS = (
    "وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "ال", "لل", "وس", "فس", "وب", "ول", "وك", "فب",
    "فل", "فك", "و", "ف", "ب", "ل", "ك", "س",
)  # fmt: skip
_HEBREW_CLITICS = ("וכשה", "כשה", "מה", "שה", "וה", "וב", "ול", "ומ", "וש", "וכ", "לכ", "שב", "של", "שמ", "ו", "ה", "ב",
                   "ל", "מ", "ש", "כ")  # fmt: skip
_ARABIC_SUFFIXES = ("تهما", "تهم", "يها", "اتها", "اته", "تها", "وها", "هما", "ات", "ها", "هم", "هن", "كم", "نا", "وا",
                    "ان", "ون", "ين", "يه", "ته", "ه", "ي")  # fmt: skip
_HEBREW_SUFFIXES = ("ותיה", "ותיו", "יהמ", "ותינו", "ימ", "ות", "יה", "יו", "נו", "ית", "ה", "ת")
_PERSIAN_SUFFIXES = ("هايشان", "هايي", "هاي", "ها", "شان", "مان", "ترين", "تر", "ات", "ان", "اش", "ام", "ي")
_HINDI_SUFFIXES = ("ियों", "ाओं", "ियां", "ियाँ", "ुओं", "ों", "ें", "ाँ", "ां", "ीं", "ो", "े", "ी", "ि", "ा", "ु", "ू")
_KOREAN_PARTICLES = ("에서는", "으로는", "에게서", "이라고", "에서", "에게", "으로", "까지", "부터", "이나",
                     "라고", "처럼", "보다", "은", "는", "이", "가", "을",
                     "를", "의", "에", "로", "와", "과", "도", "만")  # fmt: skip
_SHORTEST_REST = 3
_SHORTEST_HEBREW_REST = 2


@lru_cache(maxsize=100_000)
def readings(token: str, language: str) -> tuple[tuple[str, int], ...]:
    """The token and its readings with clitics off the front, each with how many characters went.

    The bare token comes first, then the longest clitic. Only Arabic and Hebrew have any but the token itself.
    """
    clitics, shortest = _clitics(language)
    fitting = (clitic for clitic in clitics if token.startswith(clitic) and len(token) - len(clitic) >= shortest)
    return ((token, 0), *((token[len(clitic) :], len(clitic)) for clitic in fitting))


def _clitics(language: str) -> tuple[tuple[str, ...], int]:
    if language == "ar":
        return _ARABIC_CLITICS, _SHORTEST_REST
    if language == "he":
        return _HEBREW_CLITICS, _SHORTEST_HEBREW_REST
    return (), 0


def stem(folded: str, language: str) -> str:
    """The light stem of a folded token; the token itself where the language has no rules here."""
    rule = _STEMMERS.get(language)
    return rule(folded) if rule else folded


def _arabic(word: str) -> str:
    for prefix in ("وبال", "فبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_REST:
            word = word[len(prefix) :]
            break
    else:
        if word[:1] == "و" and len(word) > _SHORTEST_REST:
            word = word[1:]
        if word[:1] in "بلفكس" and len(word) > _SHORTEST_REST + 1:
            word = word[1:]
    return _without_suffix(word, _ARABIC_SUFFIXES, _SHORTEST_REST)


def _hebrew(word: str) -> str:
    for prefix in ("וכשה", "כשה", "וה", "וב", "ול", "ומ", "וש", "שה", "מה"):
        if word.startswith(prefix) and len(word) - len(prefix) > _SHORTEST_REST:
            word = word[len(prefix) :]
            break
    else:
        if word[:1] in "הובלמשכ" and len(word) > _SHORTEST_REST + 1:
            word = word[1:]
    return _without_suffix(word, _HEBREW_SUFFIXES, _SHORTEST_REST)


def _without_suffix(word: str, suffixes: tuple[str, ...], shortest: int) -> str:
    """The word less the first suffix that leaves at least so many characters."""
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= shortest:
            return word[: -len(suffix)]
    return word


def _persian(word: str) -> str:
    return _without_suffix(word, _PERSIAN_SUFFIXES, 3)


def _hindi(word: str) -> str:
    return _without_suffix(word, _HINDI_SUFFIXES, 2)


def _korean(word: str) -> str:
    return _without_suffix(word, _KOREAN_PARTICLES, 2)


_STEMMERS = {"ar": _arabic, "he": _hebrew, "fa": _persian, "hi": _hindi, "ko": _korean}
