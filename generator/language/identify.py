"""The language of a text: as declared if that can be, else as identified, else honestly unknown."""

from functools import lru_cache
from typing import Any

from generator.language.codes import primary
from generator.model import UNKNOWN_LANGUAGE

_READ = 4000
"""Characters looked at: more change nothing."""
_SHORTEST = {"Latn": 24, "Cyrl": 18, "Arab": 14}
"""Letters needed before a guess within a script is worth anything."""
_SHORTEST_OTHERWISE = 6
_SURE = 0.7
"""Probability asked of the identifier, of a text's beginning and of its whole."""
_MIXED = 0.7
"""Share of a text's letters that its main script must have."""
_SCRIPTS = {
    "Arab": "ar fa ur ps ckb ug sd ks az ku",
    "Hebr": "he yi",
    "Cyrl": "ru uk bg sr mk be kk ky mn tg tt ba cv ce os uz az sah ab",
    "Grek": "el",
    "Deva": "hi mr ne sa bh mai kok doi",
    "Thai": "th",
    "Hang": "ko",
    "Kana": "ja",
    "Hani": "zh ja yue wuu lzh",
    "Beng": "bn as",
    "Armn": "hy",
    "Geor": "ka",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Gujr": "gu",
    "Guru": "pa",
    "Ethi": "am ti",
    "Khmr": "km",
    "Laoo": "lo",
    "Mymr": "my",
    "Sinh": "si",
}
_BLOCKS = (
    ("Latn", 0x41, 0x24F), ("Latn", 0x1E00, 0x1EFF), ("Grek", 0x370, 0x3FF), ("Cyrl", 0x400, 0x52F),
    ("Armn", 0x530, 0x58F), ("Hebr", 0x590, 0x5FF), ("Arab", 0x600, 0x6FF), ("Arab", 0x750, 0x77F),
    ("Deva", 0x900, 0x97F), ("Beng", 0x980, 0x9FF), ("Guru", 0xA00, 0xA7F), ("Gujr", 0xA80, 0xAFF),
    ("Taml", 0xB80, 0xBFF), ("Telu", 0xC00, 0xC7F), ("Knda", 0xC80, 0xCFF), ("Mlym", 0xD00, 0xD7F),
    ("Sinh", 0xD80, 0xDFF), ("Thai", 0xE00, 0xE7F), ("Laoo", 0xE80, 0xEFF), ("Mymr", 0x1000, 0x109F),
    ("Geor", 0x10A0, 0x10FF), ("Hang", 0x1100, 0x11FF), ("Ethi", 0x1200, 0x137F), ("Khmr", 0x1780, 0x17FF),
    ("Kana", 0x3041, 0x30FF), ("Hani", 0x3400, 0x9FFF), ("Hang", 0xAC00, 0xD7AF), ("Arab", 0xFB50, 0xFEFF),
)  # fmt: skip
_WRITES = {code: script for script, codes in _SCRIPTS.items() for code in codes.split()}
_SEVERAL = frozenset(["sr", "az", "uz", "ku", "kk", "mn", "tt", "tg", "ky", "bs"])
"""Languages written in Latin letters as well as in the script above."""


def identify(text: str, declared: str | None = None) -> str:
    """The primary language code of a text, ``und`` where it is too short, mixed or unsure.

    A declared language (BCP 47, any case) stands unless the text is plainly in a script it is not written in. The
    identifier is py3langid, asked among the languages of the text's main script only.
    """
    sample = text[:_READ]
    letters = _letters(sample)
    script = _main_script(letters)
    stated = primary(declared) if declared else UNKNOWN_LANGUAGE
    if stated != UNKNOWN_LANGUAGE and _may_be(stated, script, letters):
        return stated
    if script is None or letters[script] < _SHORTEST.get(script, _SHORTEST_OTHERWISE):
        return UNKNOWN_LANGUAGE
    return _identified(sample, script)


def _letters(text: str) -> dict[str, int]:
    """How many letters of each script a text has."""
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            script = _script_of(character)
            counts[script] = counts.get(script, 0) + 1
    return counts


@lru_cache(maxsize=20_000)
def _script_of(character: str) -> str:
    code = ord(character)
    return next((name for name, first, last in _BLOCKS if first <= code <= last), "Zyyy")


def _main_script(letters: dict[str, int]) -> str | None:
    """The script of nearly all letters; kana makes Han characters Japanese; None for none or for a mixture."""
    total = sum(letters.values())
    if not total:
        return None
    script = max(sorted(letters), key=lambda name: letters[name])
    share = letters[script]
    if script in ("Hani", "Kana"):
        share = letters.get("Hani", 0) + letters.get("Kana", 0)
        script = "Kana" if letters.get("Kana", 0) * 10 > share else "Hani"
        letters[script] = share
    return script if script != "Zyyy" and share >= _MIXED * total else None


def _may_be(language: str, script: str | None, letters: dict[str, int]) -> bool:
    """Whether a text whose main script is this can be in the language; a text without letters can be in any."""
    if script is None:
        return not letters or _WRITES.get(language, "Latn") in letters
    expected = _WRITES.get(language)
    if expected is None:
        return script == "Latn" or language not in _known_languages()
    if expected == "Hani" or language == "ja":
        return script in ("Hani", "Kana") and (language == "ja" or script == "Hani")
    return script == expected or (script == "Latn" and language in _SEVERAL)


def _identified(sample: str, script: str) -> str:
    """The likeliest language of the script, or ``und``."""
    possible = _among(script)
    if len(possible) == 1:
        return possible[0]
    if script == "Hani":
        return "zh"
    language, probability = _likeliest(" ".join(sample.split()), possible)
    if probability >= _SURE:
        return language
    return UNKNOWN_LANGUAGE


@lru_cache(maxsize=64)
def _among(script: str) -> tuple[str, ...]:
    """The languages of a script that the identifier knows."""
    known = _known_languages()
    if script == "Latn":
        return tuple(sorted(code for code in known if code not in _WRITES or code in _SEVERAL))
    return tuple(code for code in _SCRIPTS.get(script, "").split() if code in known) or ("und",)


@lru_cache(maxsize=1)
def _known_languages() -> frozenset[str]:
    return frozenset(str(label) for label in _identifier().labels)


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    # Half a second and 120 MB: loaded by the first text that declares no language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _likeliest(sample: str, possible: tuple[str, ...]) -> tuple[str, float]:
    """The best of the possible languages and its share of their probability."""
    ranked = [(str(name), float(share)) for name, share in _identifier().rank(sample) if name in possible]
    total = sum(share for _, share in ranked)
    return (ranked[0][0], ranked[0][1] / total) if total else (UNKNOWN_LANGUAGE, 0.0)
