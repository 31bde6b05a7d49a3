"""How a name's token sounds, in any script: a string of sound units, and the skeleton of its consonants.

Latin digraphs become one unit each; Arabic, Hebrew and Cyrillic letters are units of their own; every other script is
first romanised letter by letter (anyascii). Which units answer which across scripts is learned, not written here:
see `generator.language.names`.
"""

import re
from functools import lru_cache

from anyascii import anyascii

from generator.language.fold import fold

LATIN, ARABIC, HEBREW, CYRILLIC = "latn", "arab", "hebr", "cyrl"
HAN, KANA, HANGUL, OTHER = "hani", "kana", "hang", "othr"

_RANGES = (
    (LATIN, 0x41, 0x24F),
    (CYRILLIC, 0x400, 0x52F), (HEBREW, 0x590, 0x5FF), (ARABIC, 0x600, 0x77F),
    (KANA, 0x3041, 0x30FF), (HAN, 0x3400, 0x9FFF),
    (HANGUL, 0xAC00, 0xD7AF), (ARABIC, 0xFB50, 0xFEFC), (HAN, 0x20000, 0x3FFFF),
    (LATIN, 0x1E00, 0x1EFF),
)  # fmt: skip
# Several letters, one sound. The right side is a unit: one character.
_DIGRAPHS = {
    "tsch": "C", "dsch": "J", "tch": "C", "sch": "S", "dzh": "J", "tsh": "C", "sh": "S",
    "ch": "C", "kh": "X",
    "gh": "G", "th": "T", "dh": "D", "ph": "f", "ts": "Q",
    "tz": "Q", "zh": "Z", "ck": "k", "qu": "K", "cz": "P", "sz": "Y",
    "dj": "J", "ng": "N", "oo": "u", "ou": "u", "ee": "i",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
_DOUBLED = re.compile(r"(.)\1+")
_HEBREW_DIGRAPHS = {"צ'": "C", "ג'": "J", "ז'": "Z", "ת'": "T", "וו": "w", "יי": "Y"}
_HEBREW_DIGRAPH = re.compile("|".join(_HEBREW_DIGRAPHS))
# The consonants' classes: wide enough that two scripts rarely disagree.
_CLASSES = {
    "P": "bpfv" "بپفڤ" "בפ" "бпфв",
    "T": "tdTD" "تطدضذظث" "טתד" "тдћђ",
    "S": "szSCZQjJcPYx" "سصشزچجژ" "שסזצCJZ" "сзшщчжцџ",
    "K": "kqgKGX" "كقگغخ" "קגכח" "кгхґ",
    "L": "lr" "لر" "לר" "лр",
    "M": "m" "م" "מ" "м",
    "N": "nN" "ن" "נ" "н",
}  # fmt: skip
_CLASS = {unit: name for name, units in _CLASSES.items() for unit in units}
# Units that different scripts hear differently: every reading is tried.
_READINGS = {
    "c": "SK", "g": "KS", "C": "SK",
    "j": "S_K", "x": "SK", "T": "TS", "w": "_P", "v": "P_", "h": "_K", "D": "TS",
    "ج": "SK", "ذ": "TS", "ظ": "TS", "ث": "TS",
    "ض": "TS", "و": "_P", "ו": "_P", "ח": "K_", "ت": "T",
    "G": "K_",
    "ح": "_K", "غ": "KS", "г": "K_", "й": "_S", "х": "K_",
    "ч": "SK", "ц": "SK", "S": "S", "X": "K_", "כ": "K", "J": "SK",
}  # fmt: skip
_MOST_READINGS = 12
_KEPT = 4
"""Consonants of a blocking key: what follows is left to the full comparison."""


def script_of(token: str) -> str:
    """Which of the scripts that names are compared in a token is written in, by its first letter."""
    for character in token:
        if character.isalpha():
            code = ord(character)
            return next((name for name, first, last in _RANGES if first <= code <= last), OTHER)
    return LATIN


@lru_cache(maxsize=200_000)
def units(token: str) -> str:
    """The sound units of a token, each one character; empty where nothing sounds."""
    script = script_of(token)
    folded = fold(token)
    if script in (ARABIC, CYRILLIC):
        letters = "".join(character for character in folded if character.isalpha())
    elif script == HEBREW:
        marked = _HEBREW_DIGRAPH.sub(lambda found: _HEBREW_DIGRAPHS[found[0]], folded)
        letters = "".join(character for character in marked if character.isalpha())
    else:
        letters = _latin(folded if folded.isascii() else anyascii(folded if script == LATIN else token))
    return _DOUBLED.sub(r"\1", letters)


def _latin(text: str) -> str:
    lowered = "".join(character for character in text.lower() if character.isalpha())
    return _DIGRAPH.sub(lambda found: _DIGRAPHS[found[0]], lowered)


@lru_cache(maxsize=200_000)
def skeletons(token: str) -> frozenset[str]:
    """The skeletons a token may have: its consonants' classes, ambiguous letters in each of their readings."""
    found = [""]
    for unit in units(token):
        heard = _READINGS.get(unit) or _CLASS.get(unit)
        if heard:
            found = [_joined(before, one) for before in found for one in heard][:_MOST_READINGS]
    return frozenset(one[:_KEPT] for one in found)


def _joined(before: str, heard: str) -> str:
    return before if heard == "_" or before.endswith(heard) else before + heard
